"""The whole job: what one text takes from its fellows, and what happens when time is up."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from variorum import pipeline
from variorum.errors import LimitError
from variorum.model.limits import Limits
from variorum.model.record import Record

DATED = """\
Ferry to Corran cancelled after fire in engine room

Published: 9 May 2025

The ferry Morwenna stayed in Corran harbour on Friday after a fire in its engine room, the harbour
master, Isolde Penrose, said.

"Nobody was hurt, and the fire was out within twenty minutes," Penrose said.
"""
UNDATED = """\
Corran ferry stays in harbour after engine fire

A fire broke out on Thursday in the engine room of the ferry Morwenna, which has served Corran for
31 years. The harbour master, Isolde Penrose, said nobody was hurt.

"The fire was out within twenty minutes," Penrose said on 8 May.
"""
OTHER_DAY = UNDATED.replace("Corran ferry stays", "Published: 12 May 2025\n\nCorran ferry stays")


def read(tmp_path: Path, *texts: str, limits: Limits | None = None) -> Record:
    """Return the record of some texts."""
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    return pipeline.read([str(tmp_path)], limits=limits)


def test_undated_witness_is_dated_by_its_fellow(tmp_path: Path) -> None:
    """A text without a date takes its fellow's month as uncertain, comes last, and says so."""
    record = read(tmp_path, UNDATED, DATED)
    dated, undated = record.witnesses
    assert (dated.source, undated.source) == ("1.txt", "0.txt")
    assert undated.published is not None
    told = (undated.published.edtf, undated.published.precision, undated.published.basis)
    assert told == ("2025-05?", "month", "story")
    found = [(t.edtf, t.basis) for t in record.times if t.witness == undated.id]
    assert found == [
        ("2025-05-08?", "8 May, that of 2025-05?"),
    ]
    held = {t for s in record.statements if s.witness == undated.id for t in s.times}
    assert held <= {t.id for t in record.times if t.witness == undated.id}
    assert held


def test_fellows_that_agree_give_their_day(tmp_path: Path) -> None:
    """Two fellows of one day date a third text to that day, and its weekdays with it."""
    again = OTHER_DAY.replace("12 May", "9 May")
    record = read(tmp_path, UNDATED, DATED, again)
    (undated,) = (w for w in record.witnesses if w.source == "0.txt")
    assert undated.published is not None
    assert undated.published.edtf == "2025-05-09?"
    found = [(t.edtf, t.basis) for t in record.times if t.witness == undated.id]
    assert found[0] == ("2025-05-08?", "Thursday, before 2025-05-09?")


def test_fellows_that_disagree_date_as_far_as_they_agree(tmp_path: Path) -> None:
    """Of two fellows of one month but other days, only the month is taken."""
    extra = UNDATED.replace("8 May", "arrival")
    record = read(tmp_path, extra, DATED, OTHER_DAY)
    assert [w.published.edtf for w in record.witnesses if w.published] == [
        "2025-05-09",
        "2025-05-12",
        "2025-05?",
    ]


def test_undated_text_of_another_story_stays_undated(tmp_path: Path) -> None:
    """A date is taken from the same story only."""
    text = "Library opens late\n\nThe town library of Esk will stay open until nine in the evening."
    record = read(tmp_path, DATED, text)
    assert [w.published is None for w in record.witnesses] == [False, True]


def wait(*_: object) -> None:
    """Take longer than any limit of these tests."""
    time.sleep(3)


def test_time_is_limited_in_align(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A story that takes too long keeps its witnesses and quotations, and a row says why."""
    monkeypatch.setattr("variorum.align.Align.__call__", wait)
    record = read(tmp_path, DATED, UNDATED, limits=Limits(seconds=1.0))
    assert [len(s.witnesses) for s in record.stories] == [2]
    assert record.quotations
    assert [(r.source, r.stage) for r in record.rejected] == [("0.txt, 1.txt", "align")]
    assert "took longer than 1 seconds" in record.rejected[0].reason


def test_time_is_limited_in_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the texts cannot be sorted in time there is a clear error."""
    monkeypatch.setattr("variorum.cluster.Cluster.__call__", wait)
    with pytest.raises(LimitError, match=r"cluster: took longer.*--max-seconds"):
        read(tmp_path, DATED, UNDATED, limits=Limits(seconds=1.0))


def test_whole_run_has_a_limit(tmp_path: Path) -> None:
    """When the time of the whole run is up, what is left is named with the option to raise."""
    record = read(tmp_path, DATED, UNDATED, limits=Limits(run_seconds=1e-9, seconds=5.0))
    assert record.witnesses == ()
    assert all("--max-run-seconds" in row.reason for row in record.rejected)
    assert [row.source for row in record.rejected] == ["0.txt", "1.txt"]
