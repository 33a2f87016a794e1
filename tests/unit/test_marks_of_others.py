"""Marks that vouch for words which the other print neither lacks nor has otherwise."""

from __future__ import annotations

from tests.prints import Said, witness
from variorum.align.collating.paraphrases import replaced_in_marks
from variorum.align.prints import read_print
from variorum.align.utterances import find_utterances


def test_what_a_heading_has_in_marks_of_its_own_is_not_removed() -> None:
    """A run of marks that stands by itself is a print of something else."""
    whole = "The northern lock board will not come to the mill with its full crew tomorrow"
    part = "northern lock board “feast of ferrymen” will not come to the mill"
    second = witness(Said(words=part, form="mixed"), source="b.txt")
    found = find_utterances([witness(Said(words=whole)), second])
    assert "words-removed" not in {v.kind for one in found for v in one.variants}


def test_a_print_that_begins_earlier_replaces_nothing() -> None:
    """What one print has before the other's beginning stands in the place of nothing."""
    shared = "look at the new plan. It does not do what we told the harbour town"
    texts = (
        f"The fact remains you need to {shared}",
        f"We thank this mayor, trust her, help this mayor. {shared}",
    )
    rows = [
        read_print(found.quotations[0], found)
        for found in [witness(Said(words=text)) for text in texts]
    ]
    english = rows[0].language
    assert english is not None
    assert replaced_in_marks(rows[0].words, rows[1].words, english) is None
