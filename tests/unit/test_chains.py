"""Reports that are one through a third, and those that a third one put together."""

from __future__ import annotations

from tests.stated import stated
from variorum.align.tracing.chains import Pair, with_chains
from variorum.model.annotation import AnnotatedArticle

WIRE = stated("Slide shuts road\nMud fell.", outlet="Kelda Wire", published="2031-05-05")
PAPER = stated(
    "Road shut\nMud fell, Kelda Wire said.", source="b.txt", outlet="Esk Courier",
    published="2031-05-05",
)  # fmt: skip
LATER = stated("Mud!\nMud has fallen.", source="c.txt", published="2031-05-06")
LATEST = stated("Still mud\nIt lies there.", source="d.txt", published="2031-05-07")


def pair(one: AnnotatedArticle, other: AnnotatedArticle) -> Pair:
    """Return the ids of two witnesses in order."""
    first, second = sorted((one.article.id, other.article.id))
    return first, second


def added(*told: tuple[AnnotatedArticle, AnnotatedArticle]) -> frozenset[Pair]:
    """Return the pairs that stand on one report through a third, beside those told."""
    pairs = frozenset(pair(*two) for two in told)
    return with_chains(pairs, [LATEST, PAPER, WIRE, LATER]) - pairs


def test_a_copy_of_a_copy_rests_on_the_first() -> None:
    """A paper credits the wire, another prints the paper a day later, and one that a day later."""
    assert added((WIRE, PAPER), (PAPER, LATER)) == {pair(WIRE, LATER)}
    whole = {pair(WIRE, LATER), pair(WIRE, LATEST), pair(PAPER, LATEST)}
    assert added((WIRE, PAPER), (PAPER, LATER), (LATER, LATEST)) == whole


def test_two_retellings_of_one_report_are_one() -> None:
    """Each may have left out what the other one kept."""
    assert added((WIRE, LATER), (WIRE, LATEST)) == {pair(LATER, LATEST)}


def test_two_reports_that_a_third_puts_together_stay_two() -> None:
    """What is made of two reports is no ground to take them for one."""
    assert not added((WIRE, LATER), (PAPER, LATER))


def test_of_one_day_nothing_tells_who_came_first() -> None:
    """Without a credit the third may be made of both."""
    other = stated("Mud again\nMud.", source="e.txt", published="2031-05-06")
    third = stated("Mud, mud\nMud, all.", source="f.txt", published="2031-05-06")
    pairs = frozenset({pair(other, LATER), pair(third, LATER)})
    assert with_chains(pairs, [other, third, LATER]) == pairs
