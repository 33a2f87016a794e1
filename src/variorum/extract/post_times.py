"""The times of posts: lines of a liveblog that only say when what stands below them was posted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from variorum.model.article import Block, Page

POSTS = 3
"""How many posts a liveblog has at least; two may be a report and what was added to it."""
LONGEST = timedelta(days=10)
"""How far its posts lie apart at most: what tells of more is a history."""
_SHARE = 0.5
_TEXT = ("paragraph", "section", "standfirst")
_LINE = 40
_DAY = len("2031-05-06")
_OPENING = 3
"""How many lines of a post are looked at for its text."""
_HEADING = 15
_STOPS, _CLOSING = (".", "!", "?", "。"), "'\"”’)"
_SENTENCE = 4
"""How many words has a sentence at least."""
_CLOCK = re.compile(
    r"\W*(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d){1,2}(?:\s?[ap]\.?m\b\.?)?|(?:1[0-2]|\d)\s?[ap]\.?m\b\.?)"
    r"(?:\s\(?[A-Z]{2,5}\)?)?\W*",
    re.IGNORECASE,
)


def is_clock(line: str) -> bool:
    """Tell whether a line is nothing but a time of day (``21:05``, ``9.40am BST``)."""
    return len(line) <= _LINE and _CLOCK.fullmatch(line) is not None


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _SENTENCE and line.rstrip().rstrip(_CLOSING).endswith(_STOPS)


def without_clocks(lines: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return ``kinds`` with lines that are times of day as furniture, where they were text.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
    """
    pairs = zip(lines, kinds, strict=True)
    return ["furniture" if kind in _TEXT and is_clock(line) else kind for line, kind in pairs]


def with_posts(lines: Sequence[str], kinds: Sequence[str]) -> list[str]:
    """Return ``kinds`` with what opens the posts of a copied liveblog as text.

    Below a time of day a sentence is a paragraph, and a line without a full stop above one is a
    heading, where some such times have a paragraph below them, and most a sentence.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
    """
    found = list(kinds)
    clocks = [at for at, line in enumerate(lines) if is_clock(line)]
    openings = [range(at + 1, min(at + 1 + _OPENING, len(lines))) for at in clocks]
    text = sum("paragraph" in [kinds[at] for at in rows] for rows in openings)
    told = sum(any(_is_sentence(lines[at]) for at in rows) for rows in openings)
    if text >= POSTS and told >= _SHARE * len(clocks):
        for at, end in pairwise((*clocks, len(lines))):
            _open(lines, found, at + 1, end)
    return found


def _open(lines: Sequence[str], kinds: list[str], at: int, end: int) -> None:
    """Type the first lines of a post, as text where they were furniture."""
    if at < end and kinds[at] == "furniture" and _is_sentence(lines[at]):
        kinds[at] = "paragraph"
    elif at + 1 < end and kinds[at] in ("furniture", "byline", "paragraph"):
        told = kinds[at + 1] == "paragraph" or (
            kinds[at + 1] == "furniture" and _is_sentence(lines[at + 1])
        )
        if told and not _is_sentence(lines[at]) and len(lines[at].split()) <= _HEADING:
            kinds[at : at + 2] = "section", "paragraph"


def latest_post(page: Page, blocks: Sequence[Block]) -> str | None:
    """Return when the latest post of a liveblog was made, as its mark-up has it.

    Args:
        page: the page; a post has a short line whose element declares day and hour.
        blocks: its typed blocks: a post has a paragraph, and most of them stand in posts.

    None where the page is no liveblog, or its posts lie so far apart that they tell a history.
    """
    paragraphs = [block.span[0] for block in blocks if block.kind == "paragraph"]
    marks = list(_marks(page))
    if len(marks) < POSTS:
        return None
    ends = [*(at for at, _, _ in marks[1:]), len(page.text)]
    posts = [
        mark
        for mark, end in zip(marks, ends, strict=True)
        if bisect_right(paragraphs, mark[0]) < bisect_right(paragraphs, end)
    ]
    if len(posts) < POSTS:
        return None
    below = len(paragraphs) - bisect_right(paragraphs, posts[0][0])
    moments = [moment for _, moment, _ in posts]
    if max(moments) - min(moments) > LONGEST or below < _SHARE * len(paragraphs):
        return None
    return max(posts, key=lambda post: post[1])[2]


def _marks(page: Page) -> Iterator[tuple[int, datetime, str]]:
    """Yield the place of each short line that declares an hour, the hour, and how it is written."""
    for line in page.lines:
        start, end = line.span
        if len(line.time) > _DAY and end - start <= _LINE:
            try:
                moment = datetime.fromisoformat(line.time.strip())
            except ValueError:
                continue
            zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            yield start, zoned, line.time
