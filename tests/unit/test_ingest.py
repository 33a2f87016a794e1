"""Taking files into a library: once each, in portions, sorted, composed, and what changed."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.libraries import (
    AGAIN,
    FERRY,
    LATER,
    MILL,
    TitleSorter,
    job,
    lines,
    story_of,
    take,
    write,
)
from tests.samples import as_json
from variorum import pipeline
from variorum.annotate import Annotate
from variorum.errors import InputError
from variorum.ingest import Ingest, Stages
from variorum.ingest.checking import faults
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.library import Wanted
from variorum.model.stream import Move, Sketch
from variorum.stores import Store


def test_files_become_stories(store: Store, tmp_path: Path) -> None:
    """Reports of one event are one story with one record; another event is another story."""
    taken = take(store, write(tmp_path / "in", ferry=FERRY, again=AGAIN, mill=MILL))
    assert (taken.files, taken.articles, len(taken.stories)) == (3, 3, 2)
    with store.reading() as view:
        counts = {line.title: line.articles for line in view.stories(Wanted())}
        page = view.page(story_of(store, "Morwenna"))
        found = [
            view.stories(wanted) for wanted in (Wanted(place="tarrow"), Wanted(speaker="PENROSE"))
        ]
    assert counts == {
        "Ferry to Corran cancelled after fire in engine room": 2,
        "Old mill at Tarrow sold to the town": 1,
    }
    assert page.record is not None
    assert [w.source for w in page.record.witnesses] == ["ferry.txt", "again.txt"]
    assert [len(lines) for lines in found] == [1, 1]
    assert list(faults(store)) == []


def test_record_is_that_of_reading_the_files(store: Store, tmp_path: Path) -> None:
    """The record of a story says what reading its files says, but for why they are one story."""
    paths = write(tmp_path / "in", ferry=FERRY, again=AGAIN)
    take(store, paths)
    with store.reading() as view:
        kept = view.page(story_of(store, "Morwenna")).record
    read = pipeline.read(paths)
    assert kept is not None
    assert kept.witnesses == read.witnesses
    assert kept.utterances == read.utterances
    assert kept.relations == read.relations
    assert kept.times == read.times
    assert [s.id for s in kept.stories] == [s.id for s in read.stories]


def test_second_run_does_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was taken in is passed over; no story is composed again, nothing changes."""
    paths = write(tmp_path / "in", ferry=FERRY, mill=MILL)
    take(store, paths)
    monkeypatch.setattr(Annotate, "__call__", _never)
    again = take(store, paths)
    assert (again.passed_over, again.files, again.articles, again.stories) == (2, 0, 0, [])
    with store.reading() as view:
        assert len(view.changes()) == 2


def test_same_bytes_in_another_file_are_seen(store: Store, tmp_path: Path) -> None:
    """Equal bytes are one article, also inside one archive, whatever their names."""
    archive = tmp_path / "two.jsonl"
    archive.write_bytes(lines(MILL, FERRY, MILL))
    paths = [*write(tmp_path / "in", one=FERRY, two=FERRY), str(archive)]
    taken = take(store, paths)
    assert (taken.files, taken.articles, taken.known) == (2, 3, 1)
    assert taken.passed_over == 1
    assert list(faults(store)) == []


def test_stopped_run_goes_on(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was written before a run was stopped stays; the next run takes in the rest alone."""
    monkeypatch.setattr("variorum.ingest.PORTION", 1)
    archive = tmp_path / "all.jsonl.gz"
    archive.write_bytes(gzip.compress(lines(FERRY, MILL, LATER), mtime=0))
    read: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(Stages, "extract", _stop_at(LATER, read))
        with pytest.raises(KeyboardInterrupt):
            take(store, [str(archive)])
    with store.reading() as view:
        assert len(view.stories(Wanted())) == 2
    monkeypatch.setattr(Stages, "extract", _stop_at("never", read))
    taken = take(store, [str(archive)])
    assert (taken.articles, taken.known, len(taken.stories)) == (1, 2, 2)
    assert len(read) == 3 + 1
    assert list(faults(store)) == []


def test_what_a_witness_changed_is_kept(store: Store, tmp_path: Path) -> None:
    """A new story is told as new; one that goes on as what its new witness did to the record."""
    take(store, write(tmp_path / "in", ferry=FERRY, again=AGAIN))
    take(store, write(tmp_path / "in", later=LATER))
    with store.reading() as view:
        went_on, opened = view.changes()
        record = view.record(went_on.story)
    assert record is not None
    assert (opened.changes.points, [f.fate for f in opened.changes.witnesses]) == ((), ["new"] * 2)
    assert [f.fate for f in went_on.changes.witnesses] == ["kept", "new", "kept"]
    assert went_on.changes.points
    assert went_on.changes.old.digest == opened.changes.new.digest
    assert went_on.changes.new.digest == record.made_by.digest
    assert "TWO WITNESSES → THREE WITNESSES" in went_on.told


def test_changed_page_is_told_as_changed(store: Store, tmp_path: Path) -> None:
    """A page that was rewritten at its address is one witness, changed."""
    for text in (FERRY, FERRY.replace("Nobody was hurt", "Two men were hurt")):
        feed = tmp_path / "feed.jsonl"
        feed.write_bytes(
            as_json(
                title=text.partition("\n")[0],
                text=text.partition("\n")[2].strip(),
                url="https://corran.example/ferry",
            )
        )
        take(store, [str(feed)])
    with store.reading() as view:
        change = view.changes()[0]
        page = view.page(change.story)
    assert [f.fate for f in change.changes.witnesses] == ["changed"]
    assert [(h.version, h.current) for h in page.holdings] == [(1, False), (2, True)]
    assert page.record is not None
    assert "Two men were hurt" in (page.record.witnesses[0].text or "")


def test_unusable_is_named_and_the_rest_goes_on(store: Store, tmp_path: Path) -> None:
    """What is no text, absent or too large is a row, and the next run tries it again."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    paths = [*write(tmp_path / "in", mill=MILL), str(tmp_path / "in" / "empty.txt"), "absent.txt"]
    taken = take(store, paths)
    assert [r.source for r in taken.rejected] == ["empty.txt", "absent.txt"]
    assert taken.articles == 1
    assert store.forget("absent.txt").captures == 0


def test_another_writer_is_noticed(store: Store, tmp_path: Path) -> None:
    """Two jobs on one library sort into each other's stories."""
    one, other = job(store), job(store)
    pages = write(tmp_path / "in", ferry=FERRY, again=AGAIN, later=LATER)
    for work, page in zip((one, other, one), pages, strict=True):
        work([page])
    with store.reading() as view:
        assert [line.articles for line in view.stories(Wanted())] == [3]


def test_failed_write_is_not_remembered(store: Store, tmp_path: Path) -> None:
    """A sorter that moved an article whose transaction failed is filled anew."""
    work: Ingest = job(store, sort=_Failing)
    _Failing.fail = True
    (ferry, again) = write(tmp_path / "in", ferry=FERRY, again=AGAIN)
    with pytest.raises(InputError, match="cannot sort"):
        work([ferry])
    _Failing.fail = False
    work([again])
    with store.reading() as view:
        assert [line.articles for line in view.stories(Wanted())] == [1]
    assert list(faults(store)) == []


class _Failing(TitleSorter):
    fail = False

    def add(self, new: Sketch) -> tuple[Move, ...]:
        moves = super().add(new)
        if self.fail:
            raise InputError("cannot sort")
        return moves


def _never(*_: object) -> AnnotatedArticle:
    raise AssertionError("read again what is kept")


def _stop_at(text: str, read: list[str]) -> Callable[[Stages, Capture], Article]:
    whole = Stages.extract

    def extract(stages: Stages, capture: Capture) -> Article:
        article = whole(stages, capture)
        read.append(article.id)
        if text.partition("\n")[0] in article.text:
            raise KeyboardInterrupt
        return article

    return extract
