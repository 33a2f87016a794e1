"""What every store promises: one test over the whole drawer."""

from __future__ import annotations

import pytest

from tests.libraries import keep, move, sketched
from tests.records import Desk
from tests.stated import stated
from variorum import codec
from variorum.errors import InputError
from variorum.model.article import Capture
from variorum.model.library import Wanted
from variorum.review.changes import compare
from variorum.stores import Store

WELL = "Well at Lodz Bay sealed\nOfficials sealed 4 wells on Friday.\nMayor Rask thanked nobody."
BARGE = "Barge sinks off Torvik\nNobody saw the barge go down.\nThe café at the quay is shut."
URL = "https://corran.example/wells"


def capture_of(text: str, source: str = "a.txt") -> Capture:
    """Return the capture that ``keep`` makes of a text."""
    found = stated(text, source=source).article
    return Capture(source=source, data=text.encode(), sha256=found.sha256)


def test_what_is_kept_is_found_again(store: Store) -> None:
    """Bytes, article and what was found in it come back as they were."""
    keep(store, WELL, published="2031-05-09")
    found = stated(WELL, published="2031-05-09")
    with store.reading() as view:
        assert view.captures("a.txt") == (capture_of(WELL),)
        assert view.captures(found.article.sha256[:9]) == (capture_of(WELL),)
        assert view.article(capture_of(WELL), "reader") == found.article
        assert view.annotated(found.article, "reader") == found
        assert view.members("story-one") == (found.article,)
        assert view.vectors([found.article.id.encode(), b"other"]).keys() == {
            found.article.id.encode()
        }


def test_what_was_read_otherwise_is_not_taken(store: Store) -> None:
    """Another reader, name or date than those kept finds nothing."""
    keep(store, WELL)
    found = stated(WELL).article
    with store.reading() as view:
        assert view.article(capture_of(WELL), "another reader") is None
        assert view.article(capture_of(WELL, "b.html"), "reader") is None
        assert view.annotated(found, "another reader") is None
        assert view.annotated(stated(WELL, published="2031").article, "reader") is None


def test_same_bytes_are_one_capture(store: Store) -> None:
    """Bytes that come again under another name are seen, not kept twice."""
    keep(store, WELL)
    with store.writing(1) as writer:
        assert writer.see(capture_of(WELL, "copy.txt"))
        assert not writer.see(capture_of(BARGE))
    with store.reading() as view:
        assert view.has_capture(capture_of(WELL).sha256)
        assert len(view.captures(capture_of(WELL).sha256)) == 1
    assert store.forget("copy.txt").captures == 1


def test_changed_page_at_a_known_url_is_a_version(store: Store) -> None:
    """The new version is the witness; the old one is kept beside it, and can come back."""
    old = keep(store, WELL, source=URL)
    with store.reading() as view:
        assert not view.page("story-one").holdings[0].version > 1
    new = keep(store, f"{WELL}\nIt was two wells.", source=URL)
    with store.reading() as view:
        assert [a.id for a in view.members("story-one")] == [new]
        page = view.page("story-one")
        assert [(h.article, h.version, h.current) for h in page.holdings] == [
            (old, 1, False),
            (new, 2, True),
        ]
        assert page.line.articles == 1
        assert [c.sha256 for c in view.captures(URL)] == [page.holdings[1].sha256]
    with store.writing(1) as writer:
        writer.see(capture_of(WELL, URL))
    with store.reading() as view:
        assert [a.id for a in view.members("story-one")] == [old]
    assert store.faults() == ()


def test_url_of_an_entry_is_known_too(store: Store) -> None:
    """An entry of a feed stands at the address that the feed gives it."""
    keep(store, WELL, source=f"feed.rss#{URL}")
    keep(store, BARGE, source=URL)
    with store.reading() as view:
        versions = [(h.source, h.version) for h in view.page("story-one").holdings]
    assert versions == [(f"feed.rss#{URL}", 1), (URL, 2)]


def test_part_without_a_url_is_no_version(store: Store) -> None:
    """What is first in a feed of the web today is not a version of what was first yesterday."""
    keep(store, WELL, source=f"{URL}.rss#1")
    keep(store, BARGE, source=f"{URL}.rss#1")
    keep(store, f"{BARGE}\nIt was new.", source=f"{URL}.rss#{URL}")
    with store.reading() as view:
        told = [(h.address, h.version, h.current) for h in view.page("story-one").holdings]
    assert told == [(None, 1, True), (None, 1, True), (URL, 1, True)]


def _write_and_fail(store: Store) -> None:
    with store.writing() as writer:
        writer.begin("0", "reader")
        writer.keep_capture(capture_of(WELL))
        writer.done("0" * 64, "a.txt")
        raise InputError("stop")


def test_failed_transaction_keeps_nothing(store: Store) -> None:
    """What was written before an error in the same block is not there."""
    with pytest.raises(InputError, match="stop"):
        _write_and_fail(store)
    with store.reading() as view:
        assert not view.has_capture(capture_of(WELL).sha256)
        assert not view.has_input("0" * 64)


def test_reader_has_one_view_and_does_not_wait(store: Store) -> None:
    """Who reads sees the library as it was, while another writes and after."""
    keep(store, WELL)
    with store.reading() as view:
        before = view.stories(Wanted())
        with store.writing(1) as writer:
            writer.keep_capture(capture_of(BARGE))
            assert view.stories(Wanted()) == before
            assert not view.has_capture(capture_of(BARGE).sha256)
        assert not view.has_capture(capture_of(BARGE).sha256)
    with store.reading() as view:
        assert view.has_capture(capture_of(BARGE).sha256)


def test_why_a_story_was_opened_holds_nothing_together(store: Store) -> None:
    """Of the moves into a story only those after the first say why its articles are one story."""
    one = keep(store, WELL, published="2031-05-09")
    with store.writing(1) as writer:
        writer.moved([move(one, "story-two", "opened", before="story-one")])
    with store.reading() as view:
        assert view.reasons("story-two") == ()


def test_articles_move_between_stories(store: Store) -> None:
    """A merged story leads to the one it went into, and counts follow every move."""
    one = keep(store, WELL, published="2031-05-09")
    other = keep(store, BARGE, source="b.txt", story="story-two", published="2031-05-11")
    with store.writing(1) as writer:
        before = writer.turn()
        merged = move(other, "story-one", "merged", before="story-two")
        assert writer.moved([merged]) == before + 1
    with store.reading() as view:
        line = view.page("story-two").line
        assert (line.story, line.articles) == ("story-one", 2)
        assert (line.first, line.last) == ("2031-05-09", "2031-05-11")
        assert [s.story for s in view.stories(Wanted())] == ["story-one"]
        assert view.reasons("story-one") == ("joined by hand", "merged by hand")
    with store.writing(1) as writer:
        writer.moved(
            [move(other, "story-two", "split", before="story-one"), move(one, None, "left")]
        )
    with store.reading() as view:
        assert [(s.story, s.articles) for s in view.stories(Wanted())] == [("story-two", 1)]
        assert view.page("story-two").line.into is None


def test_sketches_come_back_in_order_of_arrival(store: Store) -> None:
    """A sorter that starts again gets each sketch with the story it is in now."""
    one, other = keep(store, WELL), keep(store, BARGE, source="b.txt")
    with store.writing(1) as writer:
        writer.moved([move(one, "story-two")])
    with store.reading() as view:
        assert list(view.sketches()) == [
            (sketched(one), "story-two"),
            (sketched(other), "story-one"),
        ]


def test_sketches_begin_with_the_first_of_a_day(store: Store) -> None:
    """From a day on means from what arrived first of that day or a later one, undated ones too."""
    days = ("2031-05-01", "2031-05-20", None, "2031-05-02")
    for number, day in enumerate(days):
        with store.writing() as writer:
            writer.begin("0", "reader")
            found = stated(f"{WELL}\nThe report is the {number}th.", source=f"{number}.txt")
            capture = Capture(source=f"{number}.txt", data=b"", sha256=found.article.sha256)
            writer.keep_capture(capture)
            writer.keep_article(found, "reader")
            writer.keep_sketch(sketched(found.article.id, day))
            writer.moved([move(found.article.id, "story-one")])
    with store.reading() as view:
        assert [s.day for s, _ in view.sketches("2031-05-10")] == ["2031-05-20", None, "2031-05-02"]
        assert list(view.sketches("2031-06-01")) == []
        assert view.latest_days(2) == ("2031-05-02", "2031-05-20")


def test_all_of_a_story_goes_along_when_it_is_merged(store: Store) -> None:
    """Members that the sorter no longer knows move with those it names."""
    keep(store, WELL)
    named = keep(store, BARGE, source="b.txt")
    keep(store, f"{BARGE}\nIt was old.", source="c.txt", story="story-two")
    with store.writing(1) as writer:
        writer.moved([move(named, "story-two", "merged", before="story-one")])
    with store.reading() as view:
        assert [(s.story, s.articles) for s in view.stories(Wanted())] == [("story-two", 3)]
        assert view.page("story-one").line.story == "story-two"
    assert store.faults() == ()


def test_story_touched_while_it_is_composed_stays_stale(store: Store) -> None:
    """A record made of what was there before is kept, and the story is composed once more."""
    keep(store, WELL)
    record = Desk(()).record()
    with store.reading() as view:
        ((story, mark),) = view.stale()
    keep(store, BARGE, source="b.txt")
    with store.writing(1) as writer:
        writer.keep_record(story, record, mark)
    with store.reading() as view:
        ((story, mark),) = view.stale()
        assert view.record(story) == record
    with store.writing(1) as writer:
        writer.keep_record(story, record, mark)
    with store.reading() as view:
        assert view.stale() == ()
        assert codec.encode(record) == codec.encode(view.page(story).record or record)


def test_what_changed_is_kept_as_it_was_told(store: Store) -> None:
    """The page that tells a change comes back, and the same line by line."""
    keep(store, WELL)
    record = Desk(()).record()
    told = (compare(record, record), "NOTHING CHANGED ‖ — \u2028", "[ {“é”} ]".encode())
    with store.writing(1) as writer:
        writer.keep_record("story-one", record, 1, told)
    with store.reading() as view:
        (change,) = view.changes()
        assert (change.changes, change.told, view.lines_of(change)) == told
    assert store.faults() == ()


def test_page_that_leaves_its_story_leaves_it_empty(store: Store) -> None:
    """A version in another story takes the page along; the story it stood in has no record."""
    keep(store, WELL, source=URL)
    with store.writing(1) as writer:
        writer.keep_record("story-one", Desk(()).record(), 1)
    keep(store, BARGE, source=URL, story="story-two")
    with store.reading() as view:
        assert [line.story for line in view.stories(Wanted())] == ["story-two"]
        assert view.record("story-one") is None
    assert store.faults() == ()
