"""Hedges and denials that belong to something else, and those that do not."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.model.phrases import places_of

GRAVE = {"hedge-absent", "polarity-reversed"}
LEAK = (
    "We are reading the report, and it may take a month. The mill did not tell anyone about the"
    " leak, and it kept the gates open for a week. If the court agrees, the owners will be charged."
)
LOCK = (
    "The northern lock gave way on Monday night, it took the boats and it did not stop at the wall"
)


def grave(one: str, other: str, *, form: str = "indirect", verb: str = "said") -> set[str]:
    """Return the grave kinds of variants between a direct print and one of another form."""
    second = witness(Said(words=other, form=form, verb=verb), source="b.txt")
    (told,) = find_utterances([witness(Said(words=one)), second])
    return {variant.kind for variant in told.variants} & GRAVE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LEAK, "the mill told nobody about the leak and kept the gates open for a week"),
        ("The so-called harbour tax brings in nine million", "the harbour tax brings nine million"),
        ("There is no doubt about the northern dam holding", "the northern dam is holding"),
        ("We hope to mend the northern lock in May", "[W]e hope to mend the northern lock in May"),
        (
            "The preliminary injunction stops the northern mill and its owners from selling",
            "the northern mill and its owners were stopped from selling",
        ),
        (
            "The council denied that it had sold the northern mill last year",
            "the council had not sold the northern mill last year",
        ),
        (
            "The mayor spoke of an inability to mend the northern lock",
            "the mayor spoke of not mending the northern lock",
        ),
    ],
)
def test_what_weakens_or_denies_another_clause(one: str, other: str) -> None:
    """A hedge of other words, a word of degree and two ways to deny are no grave difference."""
    assert grave(one, other) == set()


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "If the court agrees, the owners of the northern mill will be charged with fraud",
            "the owners of the northern mill would be charged with fraud",
            "hedge-absent",
        ),
        (
            "There are doubts about whether the northern dam will hold through the night",
            "the northern dam will hold through the night",
            "hedge-absent",
        ),
        (
            "There are fears that the northern dam will break in the night",
            "the northern dam will break in the night",
            "hedge-absent",
        ),
        (
            f"{LOCK}. Three hundred people live below the wall and all of them are safe",
            "The northern lock gave way on Monday night, it took the boats and stopped at the wall",
            "polarity-reversed",
        ),
    ],
)
def test_what_weakens_or_denies_what_is_printed(one: str, other: str, kind: str) -> None:
    """A condition on what is reported, doubts and fears, and a denial in a long sentence count."""
    assert kind in grave(one, other, form="direct" if one.startswith(LOCK) else "indirect")


def test_what_is_refused_is_denied_of_the_same_doing_only() -> None:
    """Who refuses one thing and keeps up its contrary does not reverse it."""
    kept = Said(words="the ban on the northern ferry line", form="indirect", verb="upheld")
    refused = Said(words="to reopen the northern ferry line", form="indirect", verb="refused")
    found = find_utterances([witness(kept), witness(refused, source="b.txt")])
    assert "polarity-reversed" not in {v.kind for one in found for v in one.variants}


def test_what_was_never_asked_is_not_denied() -> None:
    """A question that was not put says nothing against what another witness reports."""
    words = "that the northern ferry line should reopen in May"
    asked = Said(words=words, form="indirect", verb="asked", negated=True)
    told = Said(words=words, form="indirect")
    found = find_utterances([witness(told), witness(asked, source="b.txt")])
    assert "polarity-reversed" not in {v.kind for one in found for v in one.variants}


def test_a_bound_of_a_number_takes_nothing_back() -> None:
    """A sentence that begins with "at least" is a hedge on the one before, not before a number."""
    said = "I hope that they keep the northern ferry"
    assert grave(f"{said}. At least another decade", said, form="direct") == set()
    assert grave(f"{said}. At least for now", said, form="direct") == {"hedge-absent"}


def test_every_two_of_the_commonest_wordings_are_compared() -> None:
    """Among nine witnesses eight differ in what the longest print lacks: all are told of."""
    mend = "We shall mend the northern lock"
    long = f"{mend}, the wall and the old mill bridge before the herring fleet comes home"
    said = [long, f"{mend} in May", *[f"{mend} in June"] * 7]
    articles = [witness(Said(words=words), headline=f"Lock {at}") for at, words in enumerate(said)]
    (told,) = find_utterances(articles)
    (dated,) = (variant for variant in told.variants if variant.kind == "date-changed")
    assert dated.reasons == ("other date: “June” / “May”",)
    texts = {one.article.id: one.article for one in articles}
    shown = [texts[r.witness].words(*r.spans)[0] for r in dated.readings]
    assert sorted(shown) == ["June"] * 7 + ["May"]


def test_phrases_are_found_where_they_stand() -> None:
    """Each phrase of a list is found at each of its places, whatever else begins like it."""
    listed = frozenset({"no doubt", "no", "at least"})
    assert places_of(listed, ["no", "doubt", "at", "no", "least"]) == [(0, 1), (3, 4), (0, 2)]
