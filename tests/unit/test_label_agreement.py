"""How two readers' labels of places and of the ledger are compared."""

import pytest

from tests.quality._agreement import kappa, of_rows, of_toponyms

DOCUMENT = {"set": "news", "story": "velm", "document": "1"}


def row(mention: str, stance: str = "holds", **fields: str) -> dict[str, str]:
    """Return a row of the ledger whose other fields are empty."""
    empty = dict.fromkeys(("predicate", "holder", "said_by", "edtf"), "-")
    return DOCUMENT | empty | {"start-end": mention, "place": "Velm", "stance": stance} | fields


def again(sentence: str, mention: str = "-", **fields: str) -> dict[str, str]:
    """Return a row of the second reader, in the sentence that he read."""
    return row(mention, fields.pop("stance", "holds"), **fields) | {"sentence": sentence}


def agreed(first: list[dict[str, str]], second: list[dict[str, str]]) -> dict[str, float]:
    """Return the scores by their bare names."""
    return {k.removeprefix("ledger: "): v for k, v in of_rows("ledger", first, second).items()}


def test_kappa_counts_agreement_beyond_chance() -> None:
    """Three of four alike, one half of it by chance, is a kappa of one half."""
    pairs = [("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]
    assert kappa(pairs) == pytest.approx(0.5)


def test_kappa_is_one_where_nobody_chooses_otherwise() -> None:
    """A single choice made by both leaves nothing to divide by, and is full agreement."""
    assert kappa([("a", "a"), ("a", "a")]) == 1.0


def test_fields_of_a_toponym_are_compared_at_the_same_mention() -> None:
    """The order of the files does not matter, and each field is told apart."""
    fields = {"feature": "city", "ref": "geonames:1", "use": "place"}
    first = [DOCUMENT | fields | {"start-end": at} for at in ("0-4", "9-13")]
    second = [first[1] | {"ref": "geonames:2"}, first[0]]
    scored = of_toponyms(first, second)
    assert scored["places, second labelling: feature alike"] == 1.0
    assert scored["places, second labelling: ref alike"] == 0.5


def test_rows_missed_and_added_lower_the_f1() -> None:
    """One row in both, one in the first only, one in the second only: F1 is one half."""
    first = [row("0-4"), row("10-14")]
    second = [again("0-20", "0-4"), again("0-20", "15-19")]
    assert agreed(first, second)["rows F1"] == 0.5


def test_a_row_of_another_kind_is_no_agreement() -> None:
    """The same mention with another stance counts in neither reader's favour."""
    assert agreed([row("0-4")], [again("0-20", "0-4", stance="withdrew")])["rows F1"] == 0.0


def test_rows_outside_the_sentences_read_again_are_not_asked_for() -> None:
    """What the first reader found in another sentence or document is no miss of the second."""
    first = [row("0-4"), row("30-34"), row("0-4", story="orrin")]
    assert agreed(first, [again("0-20", "0-4")])["rows F1"] == 1.0


def test_a_sentence_without_a_row_counts_for_whether_it_holds_one() -> None:
    """A row found by the first only in one of two sentences is told by kappa."""
    first = [row("0-4"), row("30-34")]
    second = [again("0-20", "0-4"), again("21-40"), again("41-60")]
    assert agreed(first, second)["sentence holds a row, kappa"] == pytest.approx(0.4)


def test_fields_are_compared_on_rows_of_both() -> None:
    """Two rows at one mention are paired by holder; a longer name of the source still agrees."""
    first = [row("0-4", holder="Norvia"), row("0-4", holder="rebels", said_by="Orla Benn")]
    second = [
        again("0-20", "0-4", holder="rebels", said_by="Benn", edtf="2031"),
        again("0-20", "0-4", holder="Norvia"),
    ]
    scored = agreed(first, second)
    assert (scored["holders agree"], scored["sources agree"], scored["times alike"]) == (1, 1, 0.5)
