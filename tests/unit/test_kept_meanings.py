"""Words that look like hedges, lists and superlatives, and are none or are kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.model.annotation import AnnotatedArticle


def kinds(*articles: AnnotatedArticle) -> set[str]:
    """Return the kinds of the variants of the one utterance of some articles."""
    (found,) = find_utterances(articles)
    return {variant.kind for variant in found.variants}


def against(one: str, other: str) -> set[str]:
    """Return the kinds of the variants between two direct prints."""
    return kinds(witness(Said(words=one)), witness(Said(words=other), source="b.txt"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The mate could not remember the lock number",
            "The mate did not remember the lock number",
        ),
        (
            "We called the mayor to see if the lock could be mended",
            "We called the mayor on the lock",
        ),
        (
            "Once I understand what the lock costs, I shall mend it",
            "I shall mend the lock for its costs",
        ),
    ],
)
def test_what_is_no_doubt_is_no_hedge(one: str, other: str) -> None:
    """What one could not do, a question asked and what is to be understood yet weaken nothing."""
    assert "hedge-absent" not in against(one, other)


def test_a_hedge_that_brings_the_words_in_is_not_lost() -> None:
    """Of two prints one may have as its cue what the other has among the words."""
    one = witness(Said(words="We expect the northern lock to hold for another winter"))
    told = Said(words="the northern lock to hold for another winter", form="indirect")
    for verb, lost in (("expected", False), ("announced", True)):
        other = witness(replace(told, verb=verb), source="b.txt")
        assert ("hedge-absent" in kinds(one, other)) is lost


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "We shall sell the dredger to Osk Marine, Inc",
            "We shall sell the dredger to Osk Marine",
            "narrower",
        ),
        (
            "What a team. It is the best team of the harbour and the town",
            "What a team. It is the best team of the harbour",
            "broader",
        ),
    ],
)
def test_what_is_no_list_and_no_other_rank(one: str, other: str, kind: str) -> None:
    """The form of a company is no item of a list, and what both call the best is no change."""
    assert kind not in against(one, other)


def test_what_could_not_be_ruled_out_is_a_doubt() -> None:
    """A phrase of doubt that holds a denied verb is a hedge all the same."""
    one = "We could not rule out that the northern lock failed in the night"
    assert "hedge-absent" in against(one, "The northern lock failed in the night")
