"""What the HTTP API takes and gives, beside the nouns of the model: its schema is made of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from msgspec import Meta

from variorum.exports._selected import PlaceSaid, Saying
from variorum.model.library import Holding, NameLine, StoryChange, StoryLine
from variorum.model.rulings import Ruling
from variorum.model.spans import Span, Spans

MOST_ROWS = 200
ROWS = 50
FEW_ROWS = 10
Amount = Literal["full", "spans", "none"]
Rows = Annotated[int, Meta(ge=1, le=MOST_ROWS)]
FewRows = Annotated[int, Meta(ge=1, le=50)]
Day = Annotated[str, Meta(pattern="^[0-9]{4}-[01][0-9]-[0-3][0-9]$")]
Instant = Annotated[str, Meta(pattern="^[0-9]{4}-[01][0-9]-[0-3][0-9](T[0-9:]{2,8}Z?)?$")]
Words = Annotated[str, Meta(min_length=1, max_length=500)]
Mark = Annotated[str, Meta(min_length=1, max_length=1000)]
Id = Annotated[str, Meta(min_length=1, max_length=100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why there is no answer, as RFC 9457 writes it."""

    type: str
    title: str
    status: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """Stories, those that went on last first; ``next`` asks for the rest, None where none is."""

    items: tuple[StoryLine, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHeld:
    """A story: its line, its articles, and the digest of its record (None: not composed yet)."""

    story: StoryLine
    holdings: tuple[Holding, ...]
    digest: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An article that a search found.

    ``words`` stand at ``span`` of its text, ``matches`` are the places in it that match. Many
    searches would bring a whole text together: where that is not given, there are no words.
    """

    holding: Holding
    stories: tuple[str, ...]
    span: Span
    words: str | None
    matches: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Finds:
    """Articles that a search found, the last that arrived first."""

    items: tuple[Found, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChanges:
    """What runs changed in stories, the latest first."""

    items: tuple[StoryChange, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names, sorted."""

    items: tuple[NameLine, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySayings:
    """What somebody is quoted as saying in one story."""

    story: StoryLine
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """What somebody is quoted as saying, story by story, those that went on last first."""

    items: tuple[StorySayings, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPlace:
    """What is printed of a place in one story."""

    story: StoryLine
    rows: tuple[PlaceSaid, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRows:
    """What is printed of a place, story by story, those that went on last first."""

    items: tuple[StoryPlace, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulings:
    """Rulings in the order in which they are replayed."""

    items: tuple[Ruling, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A reading that runs beside the server.

    ``done`` of ``of`` texts are read; ``record`` is where the record is once the job is ``done``
    (None: the texts went into the library), ``problem`` why it came to nothing once it has
    ``failed``.
    """

    id: str
    state: Literal["waiting", "running", "done", "failed"]
    done: int
    of: int
    record: str | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text to read, and under what name: an address, or any name; nothing is opened there."""

    text: Annotated[str, Meta(min_length=1)]
    source: Annotated[str, Meta(min_length=1, max_length=500)] | None = None
    media_type: Literal["text/plain", "text/html"] = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Texts to read into one record, and how much of their words it is to carry."""

    texts: Annotated[list[Text], Meta(min_length=1, max_length=1000)]
    text: Amount = "spans"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """A ruling to make on parts of a story: ids that stand in its record, or their beginnings."""

    story: Id
    verdict: Literal["accept", "reject", "split", "merge", "relabel", "note", "undo"]
    subject: Literal["quotation", "speaker", "print", "relation", "origin", "ruling"]
    targets: Annotated[list[Id], Meta(min_length=1, max_length=1000)]
    who: Annotated[str, Meta(min_length=1, max_length=200)]
    why: Annotated[str, Meta(max_length=2000)] = ""
    to: Annotated[str, Meta(min_length=1, max_length=200)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStories:
    """Which stories are asked for."""

    since: Day | None = None
    query: Words | None = None
    place: Words | None = None
    speaker: Words | None = None
    limit: Rows = ROWS
    cursor: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRecord:
    """How much of the witnesses' words a record is to carry; None: as the server gives them."""

    text: Amount | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFinds:
    """What is searched for."""

    query: Words
    limit: Rows = ROWS
    cursor: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskChanges:
    """From when on changes are asked for."""

    since: Instant | None = None
    limit: Rows = ROWS
    cursor: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskNames:
    """Which names are asked for: those with all of these words."""

    query: Words | None = None
    limit: Rows = ROWS
    cursor: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskStoriesOf:
    """How many stories of a name are looked into at once."""

    limit: FewRows = FEW_ROWS
    cursor: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRulings:
    """Of which story rulings are asked for; None: all of the library."""

    story: Id | None = None
    limit: Rows = ROWS
    cursor: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskNothing:
    """There is nothing to choose."""
