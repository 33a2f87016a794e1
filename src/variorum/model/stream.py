"""Articles as they arrive, sorted into stories one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from variorum.model.spans import Span
from variorum.model.vocabulary import OneOf

MoveKind = Annotated[str, OneOf(("opened", "joined", "merged", "split", "left"))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What sorting into stories looks at: little enough to hold a window of days in memory.

    A sketch is of a whole article, or of the ``passage`` of a roundup that reports one event.
    ``day`` is the day it is dated, ``YYYY-MM-DD``, or None. ``vector`` is the embedding of title
    and lead: little-endian float32, of length one.
    """

    article: str
    passage: Span | None
    day: str | None
    outlet: str | None
    title: tuple[str, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]
    places: tuple[str, ...]
    numbers: tuple[str, ...]
    vector: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One article, or passage of one, given to a story: why, and from which other it came.

    ``story`` is an id that stays when the story grows; it is None where the article ``left``
    ``before`` for nowhere. ``score`` is the calibrated score of the best pair behind the move.
    """

    kind: MoveKind
    article: str
    passage: Span | None
    story: str | None
    before: str | None
    score: float | None
    reasons: tuple[str, ...]
