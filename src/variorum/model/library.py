"""What a library tells of what it keeps: holdings, stories, finds of a search, changes, faults."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.article import Article
from variorum.model.changes import Changes
from variorum.model.record import Record
from variorum.model.spans import Span, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """One article as a library holds it.

    ``address`` is the URL it stands at, None where none is known. Of the versions of one address
    the one that was seen last is ``current``; the others are kept beside it. ``sketch_day`` is
    the day it is dated, ``YYYY-MM-DD``.
    """

    article: str
    sha256: str
    source: str
    address: str | None
    version: int
    current: bool
    day: str | None
    outlet: str | None
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One story of a library: its stable id, and what can be listed without opening it.

    ``title`` is the title of its earliest article, word for word; ``into`` is the story it was
    merged into, None while it stands for itself.
    """

    story: str
    title: str | None
    first: str | None
    last: str | None
    articles: int
    into: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """All that the page of a story shows.

    ``record`` is None until the story has been composed; ``holdings`` are its articles,
    earlier versions among them.
    """

    line: StoryLine
    record: Record | None
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessPage:
    """All that the page of a witness shows.

    ``size`` is that of its bytes; ``versions`` are all that are kept of its address, it too;
    ``stories`` are those it stands in.
    """

    holding: Holding
    article: Article
    size: int
    versions: tuple[Holding, ...]
    stories: tuple[StoryLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which stories are asked for; what is None is not asked.

    Args:
        since: a day, ``YYYY-MM-DD``: the story goes on to it or beyond.
        until: a day: the story begins on it or before.
        words: an article of the story has these words (as in a search).
        place: a name of a place that an article of it mentions; all its words must be there.
        speaker: likewise of somebody it quotes, or is ruled to quote.
        outlet: part of the name of the outlet of an article of it.
        most: how many are told at most.
        after: the last day and the id of a story: only what is listed after it.
    """

    since: str | None = None
    until: str | None = None
    words: str | None = None
    place: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    most: int = 100
    after: tuple[str | None, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLine:
    """A name of somebody who is quoted, or of a place, and how many articles have it."""

    name: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One article that a search found: ``words`` are the exact words of its text at ``span``.

    ``matches`` are the places inside the span that match, in code points of the whole text.
    """

    holding: Holding
    stories: tuple[str, ...]
    span: Span
    words: str
    matches: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """What one run changed in one story.

    ``told`` is the page that says so, as it was printed. Changes are numbered as they are kept.
    """

    number: int
    story: str
    title: str | None
    at: str
    changes: Changes
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing in a library that is not as it must be."""

    place: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was removed, and the stories that must be composed anew."""

    captures: int
    articles: int
    stories: tuple[str, ...]
