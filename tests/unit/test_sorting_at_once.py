"""Sketches sorted all at once."""

from __future__ import annotations

import pytest

from tests.sketched import plain, told
from variorum.cluster import batch, stream
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


def test_a_large_group_is_sorted_as_a_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """A group too large to score every pair of is sorted in order of date, and keeps its id."""
    monkeypatch.setattr(batch, "MOST", 10)
    for room in (batch, stream):
        monkeypatch.setattr(room, "score", lambda window, row, others: dict.fromkeys(others, 1.0))
    pages = [plain(f"{at:02}", "weir sluice", day="2025-03-04") for at in range(45)]
    assert gather(pages[::-1]) == {story_id(pages[0]): tuple(pages)}
