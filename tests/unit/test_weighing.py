"""How claims stand that the rules refuse: what is read of both, weighed with what differs."""

from __future__ import annotations

import math

import pytest

from tests.standing import joined, told
from variorum.align.relating.side_by_side import KINDS, Answer
from variorum.align.relating.standings import READ
from variorum.align.relating.weighing import RELATIONS, WEIGHTS, weigh

PAIR = "The ferry carried 9 cooks.", "The ferry carried 14 cooks."


def _read(relation: str, sure: float = 0.98) -> Answer:
    """Return the answer of a network that is sure of a relation."""
    rest = (1 - sure) / (len(KINDS) - 1)
    kinds = tuple(math.log(sure if kind == relation else rest) for kind, _ in KINDS)
    return Answer(4.0, kinds)


def test_weights_are_told_for_each_relation() -> None:
    """Each finding has one number a relation, and with none all are as likely."""
    assert {len(row) for row in WEIGHTS.values()} == {len(RELATIONS)}
    likely = weigh({})
    assert sum(likely.values()) == pytest.approx(1.0, abs=0.01)
    assert len(set(likely.values())) == 1


def test_what_the_rules_refuse_is_told_as_it_is_read() -> None:
    """Of two counts the rules say nothing; where reading is sure they are told, and shown."""
    assert joined(*PAIR, certain=READ) is None
    found = joined(*PAIR, certain=READ, read=_read("other-time"))
    assert told(found) == ("other-time", 0)
    assert found is not None
    assert found.finding == "sentences alike: 0.90; told otherwise: 9 / 14"


@pytest.mark.parametrize("relation", ["stronger", "broader"])
def test_who_says_more_is_not_told_by_reading(relation: str) -> None:
    """The network does not know which of two claims says more, so nothing is told."""
    assert joined(*PAIR, certain=READ, read=_read(relation)) is None


def test_what_is_hardly_of_one_point_stays_refused() -> None:
    """Below a chance of one point reading tells nothing of what the rules refuse."""
    assert joined(*PAIR, certain=READ - 0.01, read=_read("other-time")) is None


def test_what_the_rules_tell_stays_told() -> None:
    """Where nothing differs reading does not change what the rules say."""
    pair = "The ferry struck a pier.", "A ferry rammed the old pier."
    assert told(joined(*pair, certain=READ, read=_read("other-scope"))) == ("same", 0)
