"""What every store bears: odd characters, long names, many hours, and workers at once."""

from __future__ import annotations

import pytest

from tests.libraries import keep, keep_all
from tests.stated import stated
from variorum.errors import InputError
from variorum.stores import Store

WELL = "Well at Lodz Bay sealed\nOfficials sealed 4 wells on Friday.\nMayor Rask thanked nobody."
BARGE = "Barge sinks off Torvik\nNobody saw the barge go down.\nThe café at the quay is shut."


@pytest.mark.parametrize(
    "odd", ["\0", "\ufdd0", "\ufdd00", "\ufdd0\0", "\ufdd1\ufdd2", "\\'", "😀"]
)
def test_any_character_is_kept(store: Store, odd: str) -> None:
    """A text comes back code point by code point, and is found, whatever stands in it."""
    text = f"{WELL}\nThe quay{odd}is shut."
    keep(store, text, source=f"{odd.strip(chr(0))}.txt")
    with store.reading() as view:
        (article,) = view.members("story-one")
        assert article == stated(text, source=f"{odd.strip(chr(0))}.txt").article
        (find,) = view.search('"officials sealed" shut')
        assert find.words in text
    assert store.faults() == ()


def test_long_names_are_kept(store: Store) -> None:
    """An address, a source or a word of thousands of characters is kept and found as any other."""
    url = f"https://corran.example/?q={'wells' * 2000}"
    word = "b" * 3000
    old = keep(store, f"{WELL}\n{word}x", source=url)
    new = keep(store, f"{WELL}\nIt was {word}y.", source=url)
    with store.reading() as view:
        assert [h.article for h in view.page("story-one").holdings] == [old, new]
        assert len(view.captures(url)) == 1
        assert [f.holding.article for f in view.search(f"{word}y")] == [new]
        assert view.search(word) == ()
    assert store.faults() == ()
    assert store.forget(url).captures == 2


def test_text_of_many_words_is_searched(store: Store) -> None:
    """Of a text with more different words than an index holds the last are found in a row."""
    many = " ".join(f"w{number:x}" for number in range(80_000))
    keep(store, f"{WELL}\n{many}\nZorb quill ended.")
    keep(store, WELL, source="b.txt")
    with store.reading() as view:
        assert [f.words for f in view.search('"zorb quill" ended')] == ["Zorb quill ended."]
        assert len(view.search("wells")) == 2
        assert view.search('"quill zorb"') == ()
    assert store.faults() == ()


def test_case_of_a_file_counts(store: Store) -> None:
    """Two files whose names differ in their case are two: forgetting one leaves the other."""
    keep(store, WELL, source="FEED.rss#1")
    keep(store, f"{WELL}\nIt was old.", source="feed.rss#1")
    with store.reading() as view:
        assert [c.source for c in view.captures("feed.rss")] == ["feed.rss#1"]
        with pytest.raises(InputError, match="no such story"):
            view.page("STORY-one")
    assert store.forget("feed.rss").captures == 1
    with store.reading() as view:
        assert view.captures("FEED.rss")


def test_files_come_before_addresses(store: Store) -> None:
    """What a page lists has an order that no store's sorting of names or of nothing changes."""
    sources = ("https://Zann.example/a", "b.txt", "https://azur.example/b", "Ä.txt", "a.txt")
    keep_all(store, [(f"{WELL}\n{source}", source, "story-one") for source in sources])
    with store.reading() as view:
        addresses = [h.address for h in view.page("story-one").holdings]
        assert addresses == [None, None, None, "https://Zann.example/a", "https://azur.example/b"]
        names = [a.id for a in view.members("story-one")]
    assert names == sorted(names)


def test_phrases_that_overlap_are_one_place(store: Store) -> None:
    """Words that stand in two parts of a search are marked once, from the first to the last."""
    text = f"{WELL}\nThe old, old man's é́cole at the sea."
    keep(store, text)
    with store.reading() as view:
        (find,) = view.search('"old man" "old old" ECOLE')
    assert [text[slice(*match)] for match in find.matches] == ["old, old man", "é́cole"]


def test_name_is_claimed_until_it_is_let_go(store: Store) -> None:
    """Who claims a name that nobody has gets it, also after another block that failed."""
    with pytest.raises(InputError, match="stop"):
        _claim_and_fail(store, "report")
    with store.claim("report", wait=True) as mine, store.claim("another") as other:
        assert mine
        assert other


def _claim_and_fail(store: Store, name: str) -> None:
    with store.claim(name) as mine:
        assert mine
        raise InputError("stop")


@pytest.mark.parametrize(
    ("wells", "barge", "title"),
    [
        ("2031-05-11T10:02Z", "2031-05-11T06:40Z", "Barge sinks off Torvik"),
        ("2031-05-11T06:40Z", "2031-05-11T10:02Z", "Well at Lodz Bay sealed"),
        ("2031-05-11T09:30+05:00", "2031-05-11T06:40Z", "Well at Lodz Bay sealed"),
        ("2031-05-11T09:30-05:00", "2031-05-11T10:02Z", "Barge sinks off Torvik"),
        ("2031-05-12T01:00Z", "2031-05-11T23:00Z", "Barge sinks off Torvik"),
        ("2031-05-12", None, "Well at Lodz Bay sealed"),
        (None, "2031-05-12T08:00Z", "Barge sinks off Torvik"),
    ],
)
def test_title_of_a_story_is_that_of_its_earliest_article(
    store: Store, wells: str | None, barge: str | None, title: str
) -> None:
    """Of the articles of one day the hour tells which is the earliest, in its own time zone."""
    keep(store, WELL, published=wells)
    keep(store, BARGE, source="b.txt", published=barge)
    with store.reading() as view:
        assert view.page("story-one").line.title == title
