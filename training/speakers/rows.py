"""Rows to train on: the people around a turn, and which of them speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar
from unittest.mock import patch

from tests.articles import article
from variorum.annotate import Annotate, quotations
from variorum.annotate.speaking.choosing import Choose
from variorum.annotate.speaking.conversation import converse
from variorum.annotate.speaking.dialogue import Place, Settle
from variorum.annotate.speaking.talk import NOBODY, Talk
from variorum.model.annotation import Quotation
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


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """The turns of one dialogue.

    Args:
        name: of the document.
        places: as ``dialogue_of`` returns them.
        right: for each turn whether each person speaks; all where nobody knows.
    """

    name: str
    places: Sequence[Place]
    right: Sequence[Sequence[bool]]

    def examples(self) -> list[Example]:
        """Return the turns that somebody has to be chosen for, and may be."""
        told = zip(self.places, self.right, strict=True)
        return [
            Example(self.name, NOBODY, place.rows, right)
            for place, right in told
            if place.rows and any(right) and not all(right)
        ]


def alone(talk: Talk) -> dict[int, int | None]:
    """Decide no turns together."""
    return {}


def read(text: str, choose: Choose, settle: Settle = alone) -> tuple[Quotation, ...]:
    """Return the quotations of an article, read with other choosers of speakers."""

    def with_choice(drafts, cast):  # type: ignore[no-untyped-def]
        return converse(drafts, cast, choose, settle)

    with patch.object(quotations, "converse", with_choice):
        return Annotate()(article(text)).quotations


def most_shared(talk: Talk, at: int, spans: Iterable[tuple[Span, Found]]) -> Found | None:
    """Return what belongs to the span with most characters in common with a turn."""
    shared = [
        (sum(overlap(span, part) for part in talk.turns[at].draft.spans), -n, found)
        for n, (span, found) in enumerate(spans)
    ]
    best = max(shared, key=lambda s: s[:2], default=None)
    return best[2] if best and best[0] else None
