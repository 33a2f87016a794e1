"""The judge of rows: what speaks for one, and what stands with and without a model."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.annotate.ledger import find_places
from variorum.annotate.placing.judging import WEIGHTS, evidence
from variorum.languages import find

VELM, BREL = (0, 4), (9, 13)


def test_rules_and_model_are_told_apart() -> None:
    """A row has a figure for each weight: the rule's word, the model's, and what both say else."""
    ruled = {(VELM, "holds"), (BREL, "located-in")}
    chance = {(VELM, "holds"): 0.5, (VELM, "attacks"): 0.8}
    assert evidence((VELM, "holds"), ruled, chance) == (1, 0, True, False, False, 0.8, False)
    told = evidence((VELM, "attacks"), ruled, chance)
    assert told[2:] == (False, False, False, 0.5, True)
    assert evidence((BREL, "located-in"), ruled, {})[2:] == (True, True, True, 0.0, False)
    assert len(told) == len(WEIGHTS)


def test_no_chance_is_sure() -> None:
    """A chance of nought or one has finite odds."""
    for chance in (0.0, 1.0):
        figures = evidence((VELM, "holds"), (), {(VELM, "holds"): chance})
        assert abs(figures[1]) < 10


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("Floodwater swallowed the lower half of Brackwell overnight.", {"Brackwell flooded"}),
        ("The mayor fears that floodwater could swallow Brackwell.", set()),
        ("The Kings captured the title in Brackwell on Sunday.", set()),
    ],
)
def test_rows_are_judged_by_both(sentence: str, rows: set[str]) -> None:
    """What no list has is found, and what a list has and is none is dropped."""
    found = Annotate()(article(f"News from Brackwell\n{sentence}\n"))
    assert {f"{p.place} {p.stance or p.predicate}" for p in found.places} == rows


def test_rules_alone_make_rows_without_a_judge() -> None:
    """An article whose syntax is not known has the rows of the rules."""
    found = Annotate()(article("News\nRebels captured Brackwell on Monday.\n"))
    rows = find_places(found, find("en"))
    assert [(p.place, p.stance, p.holder) for p in rows] == [("Brackwell", "holds", "rebels")]
