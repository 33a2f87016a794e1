"""What a library keeps: read again as it was, refused where it cannot be kept, forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.libraries import (
    AGAIN,
    FERRY,
    LATER,
    MILL,
    lines,
    story_of,
    take,
    write,
)
from tests.samples import as_json
from variorum import codec, pipeline
from variorum.annotate import Annotate
from variorum.ingest import Stages, compose_waiting
from variorum.ingest.checking import faults
from variorum.ingest.keeping import Embedding
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.limits import Limits
from variorum.stores import Store, open_store


def test_strange_characters_are_kept_or_refused(store: Store, tmp_path: Path) -> None:
    """A text with a null character or other scripts is kept exactly; half a pair is refused."""
    strange = "Title of the \u202eday\nA null \0 and 水 and \U0001f600 stand in this line.\nYes."
    half = as_json(title="Half", text="A half \ud800 pair stands here.\nIt is odd.")
    archive = tmp_path / "odd.jsonl"
    archive.write_bytes(lines(strange) + b"\n" + half + b"\n" + lines(MILL))
    taken = take(store, [str(archive)])
    with store.reading() as view:
        found = view.search("null stand")
        assert all(f.words == f.words[: f.span[1] - f.span[0]] for f in found)
        assert len(view.search("museum")) == 1
    assert taken.articles + len(taken.rejected) == 3
    assert list(faults(store)) == []


def test_article_that_no_file_can_hold_is_a_row(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a surrogate pair in what was read costs that article, and the others are kept."""
    whole = Stages.extract

    def broken(stages: Stages, capture: Capture) -> Article:
        article = whole(stages, capture)
        return replace(article, outlet="\ud800") if "mill" in article.text else article

    monkeypatch.setattr(Stages, "extract", broken)
    taken = take(store, write(tmp_path / "in", ferry=FERRY, mill=MILL))
    assert (taken.articles, [r.source for r in taken.rejected]) == (1, ["mill.txt"])


def test_story_of_many_has_the_earliest_in_its_record(store: Store, tmp_path: Path) -> None:
    """Beyond the limit of witnesses the latest are left out of the record, and it says so."""
    pages = {f"later{n}": LATER.replace("12 May", f"{12 + n} May") for n in range(2)}
    limits = Limits(witnesses=2)
    take(store, write(tmp_path / "in", ferry=FERRY, **pages), limits=limits)
    with store.reading() as view:
        record = view.page(story_of(store, "Morwenna")).record
    assert record is not None
    assert [w.source for w in record.witnesses] == ["ferry.txt", "later0.txt"]
    assert [r.source for r in record.rejected] == ["later1.txt"]
    assert "--max-witnesses" in record.rejected[0].reason


def test_reading_with_a_library_gives_the_same_bytes(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The record is the same byte for byte from files, from the library, and from both."""
    paths = write(tmp_path / "in", ferry=FERRY, again=AGAIN, mill=MILL)
    plain = codec.encode(pipeline.read(paths))
    take(store, paths[:2])
    stages = Stages(store, limits=Limits())
    assert codec.encode(pipeline.read(paths, kept=stages)) == plain
    take(store, paths)
    monkeypatch.setattr(Annotate, "__call__", _never)
    named = stages.files(["ferry.txt", "again.txt", "mill.txt"])
    assert codec.encode(pipeline.read(named, kept=stages)) == plain


def test_other_limits_are_kept_apart(store: Store, tmp_path: Path) -> None:
    """A text that is kept is refused where a limit of this run refuses it."""
    paths = write(tmp_path / "in", ferry=FERRY)
    take(store, paths)
    limits = Limits(characters=50)
    record = pipeline.read(paths, limits=limits, kept=Stages(store, limits=limits))
    assert "--max-characters" in record.rejected[0].reason


def test_forgotten_witness_leaves_the_record(store: Store, tmp_path: Path) -> None:
    """Its story is composed anew from the others, and nothing tells what was forgotten."""
    take(store, write(tmp_path / "in", ferry=FERRY, again=AGAIN))
    gone = store.forget("ferry.txt")
    assert compose_waiting(store, Stages(store, limits=Limits()), Limits()) == list(gone.stories)
    with store.reading() as view:
        record = view.record(gone.stories[0])
        told = [change.told for change in view.changes()]
    assert record is not None
    assert [w.source for w in record.witnesses] == ["again.txt"]
    assert all("ferry.txt" not in page for page in told)
    assert list(faults(store)) == []


def test_vectors_are_computed_once(store: Store, tmp_path: Path) -> None:
    """The encoder is asked for a text once; then its vector comes from the library."""
    take(store, write(tmp_path / "in", mill=MILL))
    embed = Embedding(store)
    title = MILL.partition("\n")[0]
    fresh = Embedding(open_store(tmp_path / "other.sqlite", create=True))
    assert embed([title, title]).tobytes() == fresh([title, title]).tobytes()
    assert embed([]).shape == (0, 384)


def test_damaged_record_is_a_fault(store: Store, tmp_path: Path) -> None:
    """The doctor proves every record again."""
    take(store, write(tmp_path / "in", mill=MILL))
    with store.reading() as view:
        (story,) = view.composed()
        record = view.record(story)
    assert record is not None
    with store.writing(1) as writer:
        writer.keep_record(story, codec.decode(codec.encode(record).replace(b"Quist", b"Twist")), 1)
    assert [f.place for f in faults(store)] == [f"records, story {story}"]


def _never(*_: object) -> AnnotatedArticle:
    raise AssertionError("read again what is kept")
