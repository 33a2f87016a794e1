"""Short sentences that are alike but for a word and its contrary."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances


def kinds(one: str, other: str, by: str = "Ada Brandt", day: str | None = None) -> list[set[str]]:
    """Return the kinds of the variants of each utterance of two witnesses."""
    pair = witness(Said(words=one)), witness(Said(words=other, by=by, day=day), source="b.txt")
    return [{v.kind for v in found.variants} for found in find_utterances(pair)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The skipper is innocent", "The skipper is guilty", "polarity-reversed"),
        ("The regatta was a success", "The regatta was a failure", "polarity-reversed"),
        ("The ferry was empty", "The ferry was full", "polarity-reversed"),
        ("The gale came in the evening", "The gale came at noon", "date-changed"),
        ("We spoke for the pier", "We spoke against the pier", "polarity-reversed"),
        (
            "The rota was signed before the gale",
            "The rota was signed after the gale",
            "date-changed",
        ),
    ],
)
def test_one_sentence_and_its_contrary(one: str, other: str, kind: str) -> None:
    """They are one utterance, and the contrary is told, with no wording besides."""
    assert kinds(one, other) == [{kind}]


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        ("The skipper is innocent", "The skipper is guilty", {"by": "Max Orn"}),
        ("The skipper is innocent", "The skipper is guilty", {"day": "2031-05-06"}),
        ("The skipper is innocent", "The mate is guilty", {}),
        ("The skipper is innocent", "The skipper is asleep", {}),
    ],
)
def test_two_sentences(one: str, other: str, named: dict[str, str]) -> None:
    """Another speaker, another occasion or another matter makes two of them."""
    assert len(kinds(one, other, **named)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We shall not open the lock before June", "We shall open the lock after June"),
        ("The long gale came in the evening", "The long gale came at dusk"),
        ("The gale came in the morning", "The gale came at dawn"),
        ("The long gale came on Saturday night", "The long gale came on Saturday evening"),
        ("We waited long for the new ferry", "We waited long near the new ferry"),
        ("We asked for the old ferry, against the odds", "We asked for it, against the odds"),
    ],
)
def test_what_turns_nothing(one: str, other: str) -> None:
    """A denied bound says what the other one does, and other prepositions take no side."""
    for found in kinds(one, other):
        assert not {"polarity-reversed", "date-changed"} & found
