"""Rows to train on: the people around a turn, and which of them speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from unittest.mock import patch

from tests.articles import article
from variorum.annotate import Annotate, quotations
from variorum.annotate.choosing import Choose
from variorum.annotate.conversation import converse
from variorum.annotate.talk import Talk
from variorum.model.spans import Span, overlap

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One turn: a row of features a person, and whether that person speaks.

    Args:
        name: of the document.
        kind: of the turn.
        rows: as ``view`` returns them.
        right: one a row.
        weight: of each row.
    """

    name: str
    kind: int
    rows: Sequence[Sequence[float]]
    right: Sequence[bool]
    weight: float = 1.0


def read(text: str, choose: Choose) -> None:
    """Read an article with another chooser of speakers."""

    def with_choice(drafts, cast):  # type: ignore[no-untyped-def]
        return converse(drafts, cast, choose)

    with patch.object(quotations, "converse", with_choice):
        Annotate()(article(text))


def most_shared(talk: Talk, at: int, spans: Iterable[tuple[Span, Found]]) -> Found | None:
    """Return what belongs to the span with most characters in common with a turn."""
    shared = [
        (sum(overlap(span, part) for part in talk.turns[at].draft.spans), -n, found)
        for n, (span, found) in enumerate(spans)
    ]
    best = max(shared, key=lambda s: s[:2], default=None)
    return best[2] if best and best[0] else None
