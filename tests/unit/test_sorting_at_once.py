"""Sketches sorted all at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.sketched import plain, told
from variorum.cluster import batch
from variorum.cluster.batch import gather
from variorum.cluster.stream import story_id

FERRY = """Storm stops the ferry to Pell Island
The ferry to Pell Island was cancelled on Tuesday after a storm, the operator Lumen Lines said.
Some 300 passengers slept in the customs hall of Quillmouth, where Mayor Odile Brandt was."""
FERRY_AGAIN = """300 stranded in Quillmouth as ferry is cancelled
Lumen Lines cancelled its ferry to Pell Island because of the storm. Mayor Odile Brandt brought soup
to the 300 passengers, who spent the night in the customs hall of Quillmouth."""
CHESS = """Teenager wins the Merrow chess open
Jolanta Kess, 16, beat the former champion Ruben Astor in 41 moves at the Merrow chess open."""


def test_reports_of_one_event_are_gathered() -> None:
    """A story is called by its first report and holds its members in order of date."""
    first, again = told(FERRY, day="2025-03-04"), told(FERRY_AGAIN, day="2025-03-05")
    chess = told(CHESS, day="2025-03-05")
    assert gather([again, chess, first]) == {
        story_id(first): (first, again),
        story_id(chess): (chess,),
    }


def test_days_too_far_apart_are_not_gathered() -> None:
    """The same words a month later are another story."""
    found = gather([told(FERRY, day="2025-03-04"), told(FERRY_AGAIN, day="2025-04-04")])
    assert len(found) == 2


def test_very_many_equal_pages_are_linked_in_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A group too large to score every pair of is parted, and no sketch is lost."""
    monkeypatch.setattr(batch, "MOST", 10)
    monkeypatch.setattr(batch, "score", lambda window, row, others: dict.fromkeys(others, 1.0))
    pages = [replace(plain(f"{at}", "weir sluice"), day="2025-03-04") for at in range(45)]
    found = gather(pages)
    assert max(len(members) for members in found.values()) == 10
    assert sum(len(members) for members in found.values()) == 45
