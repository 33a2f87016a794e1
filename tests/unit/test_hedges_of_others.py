"""Hedges and conditions that weaken nothing of what the other print says."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.model.annotation import AnnotatedArticle

RUIN = "The council will bring ruin and shame on the harbour if it sells the mill"


def hedged(*articles: AnnotatedArticle) -> list[str]:
    """Return the reasons of the absent hedges of the one utterance of some articles."""
    (told,) = find_utterances(articles)
    return [v.reasons[0] for v in told.variants if v.kind == "hedge-absent"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Who could know the price of the northern lock on that day?",
            "anybody had known the price of the northern lock on that day",
        ),
        (
            "There is no sign that the northern dam might break in the night",
            "there is no sign of the northern dam breaking in the night",
        ),
        (
            "Here are two new charts of the harbour bed that were kept in a drawer until now",
            "there are two new charts of the harbour bed",
        ),
        (
            "I suggest that the council close the northern mill in May",
            "the council ought to close the northern mill in May",
        ),
        (
            "The board is mad to think the northern dam could hold the spring flood",
            "the board is mad to think holding the spring flood at the northern dam was possible",
        ),
        (
            "We believe somebody saw two men at the canal, and we ask who was in Mill Street",
            "we ask who was in Mill Street",
        ),
        (
            "The northern dam could break in the night before the fair",
            "whether the northern dam breaks in the night before the fair",
        ),
    ],
)
def test_what_weakens_nothing_of_the_other(one: str, other: str) -> None:
    """Questions, denied and relative clauses, proposals and hedges of both are no absent hedge."""
    second = witness(Said(words=other, form="indirect"), source="b.txt")
    assert hedged(witness(Said(words=one)), second) == []


def test_a_hedge_that_the_witness_prints_in_another_place() -> None:
    """A hedge in another print of the same witness is not absent from it."""
    whole = "She is quick, and I think the board respects her, so she will run the northern mill"
    parts = (
        Said(words="she will run the northern mill, so the board of the mill", form="indirect"),
        Said(words="She is quick, and I think the board respects her"),
    )
    assert hedged(witness(Said(words=whole)), witness(*parts, source="b.txt")) == []
    assert hedged(witness(Said(words=whole)), witness(parts[0], source="b.txt")) != []


def test_a_fragment_needs_no_condition() -> None:
    """A few words in marks state nothing that a condition could be on."""
    said = Said(words="bring ruin and shame on the harbour", use="fragment", by=None)
    spoken = Said(words="bring ruin and shame on the harbour", form="indirect")
    assert hedged(witness(Said(words=RUIN)), witness(said, source="b.txt")) == []
    assert hedged(witness(Said(words=RUIN)), witness(spoken, source="b.txt")) != []


def test_an_opinion_in_the_words_of_a_condition() -> None:
    """Who says "if you ask me" gives an opinion, and sets no condition."""
    one = "The council should close the northern mill in May if you ask me, and sell the barns"
    told = "the council should close the northern mill in May and sell the barns"
    second = witness(Said(words=told, form="indirect"), source="b.txt")
    assert hedged(witness(Said(words=one)), second) == ["hedge not printed: “if you ask me”"]


def test_a_condition_with_an_aside() -> None:
    """A condition is on the clause behind its aside, and is told of instead of the aside."""
    one = "Unless the owners pay, which is unlikely, I have asked the council to close the mill"
    second = witness(Said(words="the council closes the mill", form="indirect"), source="b.txt")
    assert hedged(witness(Said(words=one)), second) == ["hedge not printed: “Unless”"]


def test_what_is_expected_is_not_told_as_sure() -> None:
    """What one print says is expected to happen another one says will happen."""
    sure = witness(Said(words="The northern dam will hold through the spring"), source="b.txt")
    for verb in ("expected", "projected"):
        words = f"The northern dam is {verb} to hold through the spring"
        (reason,) = hedged(witness(Said(words=words)), sure)
        assert f"{verb} to" in reason
        other = f"The northern dam is {verb} to cost nine million after it held through the spring"
        assert not hedged(witness(Said(words=other)), sure)


STRIKE = "if the harbour board {} by Friday there will be another strike on the quay"


@pytest.mark.parametrize(
    ("moves", "found"), [("does not move", []), ("moves", ["hedge not printed: “unless”"])]
)
def test_a_denied_condition_in_other_words(moves: str, found: list[str]) -> None:
    """What holds if a thing does not happen holds unless it happens: neither lacks a condition."""
    spoken = f"Our crews cannot live on promises any longer, and {STRIKE.format(moves)}"
    told = "there will be another strike on the quay unless the board moves"
    second = witness(Said(words=told, form="indirect"), source="b.txt")
    assert hedged(witness(Said(words=spoken)), second) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("the northern camp would close if the rain stopped", ["hedge not printed: “if”"]),
        ("the northern camp would close even if the rain stopped", []),
        ("the northern camp would close when the rain stopped", []),
    ],
)
def test_what_holds_all_the_same_is_on_no_condition(told: str, found: list[str]) -> None:
    """Of "even if" one print makes a condition by "if" alone, and none by leaving it out."""
    first = witness(
        Said(words="The northern camp would close even if the rain stopped", form="indirect")
    )
    assert hedged(first, witness(Said(words=told, form="indirect"), source="b.txt")) == found
