"""The posts of a liveblog: when the latest was made, and their times, which are no text."""

from __future__ import annotations

import pytest

from variorum.extract import Extract
from variorum.extract.copied import type_lines
from variorum.extract.post_times import is_clock, latest_post, with_posts, without_clocks
from variorum.model.article import Article, Block, Capture, Line, Page

NEWS = (
    "The skipper of the ferry says that the harbour of Esk is shut and that no boat will leave.",
    "Ida Volk has told reporters in Lindmouth: “Nobody will be left on the quay tonight.”",
    "The council opens the hall to those who wait, and the bakers have sent bread for all.",
)
TIMES = ("2031-05-06T18:20:00Z", "2031-05-06T09:10:00Z", "2031-05-05T21:05:00Z")


def read(*posts: tuple[str, str, str], head: str = "") -> Article:
    """Return the article in a page with a post for each time, as declared and printed, and text."""
    rows = "".join(
        f'<section class="post"><time datetime="{time}">{shown}</time><p>{text}</p></section>'
        for time, shown, text in posts
    )
    markup = (
        f"<html lang='en'><body><main><h1>Ferry in the storm – live</h1>{head}{rows}</main></body>"
    )
    return Extract()(Capture(source="live.html", data=markup.encode(), sha256=""))


def dated(found: Article) -> str | None:
    """Return the day and hour of an article."""
    return found.published.edtf if found.published else None


POSTS = [(time, time[11:16], text) for time, text in zip(TIMES, NEWS, strict=True)]


@pytest.mark.parametrize("posts", [POSTS, POSTS[::-1], [POSTS[1], POSTS[0], POSTS[2]]])
def test_a_liveblog_is_dated_by_its_latest_post(posts: list[tuple[str, str, str]]) -> None:
    """In whatever order its posts stand; their times are no text of it."""
    found = read(*posts)
    assert dated(found) == TIMES[0]
    kinds = {found.text[slice(*b.span)]: b.kind for b in found.blocks}
    assert [kinds[shown] for _, shown, _ in posts] == ["furniture"] * 3
    assert [kinds[text] for text in NEWS] == ["paragraph"] * 3


def test_a_printed_day_counts_before_the_posts() -> None:
    """What the page says of itself is believed first."""
    assert dated(read(*POSTS, head="<p class='date'>4 May 2031</p>")) == "2031-05-04"


def test_times_that_are_not_of_posts_date_nothing() -> None:
    """Two of them, days without an hour, a history, links in a list, and what is no time."""
    assert dated(read(*POSTS[1:])) is None
    assert dated(read(*((time[:10], shown, text) for time, shown, text in POSTS))) is None
    years = ("2031-05-06T18:20:00Z", "2030-05-06T18:20:00Z", "2029-05-06T18:20:00Z")
    assert (
        dated(read(*((year, *post[1:]) for year, post in zip(years, POSTS, strict=True)))) is None
    )
    assert dated(read(*(("T soon, at noon", *post[1:]) for post in POSTS))) is None


def page_of(*rows: tuple[str, str, str]) -> tuple[Page, list[Block]]:
    """Return a page and its blocks from rows of kind, words and declared time."""
    lines, blocks, at = [], [], 0
    for kind, words, time in rows:
        span = (at, at + len(words))
        lines.append(Line(span=span, time=time))
        blocks.append(Block(kind, span))
        at = span[1] + 1
    text = "\n".join(words for _, words, _ in rows)
    return Page(text=text, lines=tuple(lines), media_type="text/html"), blocks


def test_times_below_an_article_are_not_its_posts() -> None:
    """Comments follow on a text; links to other articles have no text of their own."""
    posts = [row for time, shown, text in POSTS
             for row in (("furniture", shown, time), ("paragraph", text, ""))]  # fmt: skip
    text = [("paragraph", words, "") for words in NEWS * 2]
    assert latest_post(*page_of(*posts)) == TIMES[0]
    assert latest_post(*page_of(*text, *posts)) is None
    links = [("furniture", words, time) for words, time in zip("abc", TIMES, strict=True)]
    assert latest_post(*page_of(*links, *text)) is None


def test_a_line_that_is_a_time_of_day_is_no_text() -> None:
    """In copied text too; figures that are none, and sentences with one, stay."""
    for line in ("21:05", "9.40am", "9:40 a.m. BST", "7 pm", "00:00:10 GMT", "• 18:20"):
        assert is_clock(line)
    for line in ("21", "25:10", "3-1", "At 21:05 the ferry left", "1931", "21:5", "2031-05-06"):
        assert not is_clock(line)
    assert without_clocks(["21:05", "21:05", NEWS[0]], ["section", "date", "paragraph"]) == [
        "furniture", "date", "paragraph"
    ]  # fmt: skip
    text = "\n\n".join(["Ferry in the storm – live", *(row for p in POSTS for row in p[1:])])
    blocks = type_lines(text, language="en")
    kinds = {text[slice(*b.span)]: b.kind for b in blocks}
    assert not {kinds[shown] for _, shown, _ in POSTS} & {"paragraph", "section", "standfirst"}


def test_the_posts_of_a_copied_liveblog_are_text() -> None:
    """A heading and a first sentence below a time are, where they were taken for furniture."""
    rows = [
        ("furniture", "18:20"), ("furniture", "Harbour of Esk shut"), ("paragraph", NEWS[0]),
        ("furniture", "9.40"), ("paragraph", NEWS[1]), ("furniture", "Share"),
        ("furniture", "08:00"), ("paragraph", NEWS[2]),
        ("furniture", "07:00"), ("furniture", "The first boat is late."),
        ("furniture", "06:00"), ("furniture", "Good morning"), ("furniture", "The sea is rough."),
        ("furniture", "Load more"),
    ]  # fmt: skip
    kinds, lines = zip(*rows, strict=True)
    assert with_posts(lines, kinds) == [
        "furniture", "section", "paragraph", "furniture", "paragraph", "furniture", "furniture",
        "paragraph", "furniture", "paragraph", "furniture", "section", "paragraph", "furniture",
    ]  # fmt: skip
    assert with_posts(lines[3:], kinds[3:]) == list(kinds[3:])
    assert with_posts([], []) == []


def test_hours_beside_a_text_open_no_posts() -> None:
    """A list of programmes has hours too, and its lines stay as they are."""
    shows = [("18:20", "furniture"), ("News and weather", "furniture")] * 6
    lines, kinds = zip(*[(words, "paragraph") for words in NEWS], *shows, strict=True)
    assert with_posts(lines, kinds) == list(kinds)
