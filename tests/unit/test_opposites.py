"""Words and units that exclude one another weigh much, wherever they stand in one place."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from variorum.align.opposites import in_one_place, opposites
from variorum.align.prints import read_print
from variorum.align.utterances import find_utterances
from variorum.languages import find

FRAME = "We told the ferrymen of the old harbour town that {} before the summer holidays"


def told(one: str, other: str) -> set[tuple[str, str]]:
    """Return the kinds and weights of the variants between two clauses in one frame."""
    articles = [
        witness(Said(words=FRAME.format(words)), source=f"{at}.txt")
        for at, words in enumerate((one, other))
    ]
    (found,) = find_utterances(articles)
    return {(variant.kind, variant.weight) for variant in found.variants}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("the repairs take two weeks", "the repairs take two months", "number-changed"),
        ("the barge holds 30 tons", "the barge holds 30 kilos", "number-changed"),
        ("it cost 40 pounds", "it cost 40 euros", "number-changed"),
        ("we mean to raise the fares", "we mean to cut the fares", "polarity-reversed"),
        ("the rents rise again", "the rents fall again", "polarity-reversed"),
        ("all his sons will sail", "all his daughters will sail", "wording"),
    ],
)
def test_what_excludes_the_other_is_major(one: str, other: str, kind: str) -> None:
    """Another unit, the contrary and another person in one place are major, and told once."""
    assert told(one, other) == {(kind, "major")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the repairs take two weeks", "the repairs take 14 days"),
        ("the barge holds 30 tonnes", "the barge holds 30 tons"),
        ("the barge holds 30 kg", "the barge holds 30 kilograms"),
        ("we mean to raise the fares", "we mean to lift the fares"),
        ("the rents do not rise", "the rents fall"),
        ("the rents rise where ferries fall", "the ferries fall where rents rise"),
    ],
)
def test_what_may_be_the_same_is_minor(one: str, other: str) -> None:
    """One length in two units, one unit in two spellings, and a denied contrary weigh little."""
    kinds = told(one, other)
    assert not {("polarity-reversed", "major"), ("number-changed", "major")} & kinds


def test_two_words_stand_in_one_place_between_the_same_words() -> None:
    """The words that both share part the places; a pair in two places is none."""
    english = find("en")
    assert english is not None
    rows = [
        read_print(found.quotations[0], found)
        for found in (
            witness(Said(words="The rents rise and the harbour board will vote today")),
            witness(Said(words="The rents hold and the harbour board will fall today")),
            witness(Said(words="The rents fall and the harbour board will vote today")),
        )
    ]
    table = opposites(english)
    assert in_one_place(rows[0].words, rows[1].words, table) is None
    found = in_one_place(rows[0].words, rows[2].words, table)
    assert found is not None
    assert [word.form for word in found] == ["rise", "fall"]
