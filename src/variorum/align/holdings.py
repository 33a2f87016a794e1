"""Claims about who has a place: joined by their rows of the ledger, and set by its stances.

``Norvia proclaimed it had annexed the islands`` and ``the islands, which it annexed`` share hardly
a word beside names; their rows say that both tell of one place, one power and one act.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from variorum.align.claims import Claim
from variorum.align.nearness import Edge
from variorum.model.annotation import AnnotatedArticle, Place
from variorum.model.spans import covers

# The stances of one act or state, those that commit to more first.
_DEGREES = (
    ("annexed", "proclaims-annexed"),
    ("does-not-hold", "holds-in-part"),
    ("holds", "holds-in-part"),
)
# The act or state that each stance is of.
_ACTS: Mapping[str, str] = MappingProxyType(
    {
        "annexed": "annexed",
        "proclaims-annexed": "annexed",
        "holds": "held",
        "holds-in-part": "held",
        "does-not-hold": "held",
        "withdrew": "withdrew",
        "retook": "retook",
    }
)

Rows = tuple[Place, ...]


def rows_of(articles: Sequence[AnnotatedArticle], claims: Sequence[Claim]) -> tuple[Rows, ...]:
    """Return for each claim the rows of the ledger that tell who has a place in its words.

    Args:
        articles: the witnesses that the claims are of.
        claims: in any order.
    """
    held = {a.article.id: [p for p in a.places if p.stance in _ACTS] for a in articles}
    return tuple(
        tuple(
            place
            for place in held[claim.article.id]
            if any(covers(span, place.span) for span in claim.statement.spans)
        )
        for claim in claims
    )


def degrees_of(one: Rows, other: Rows) -> tuple[str, str] | None:
    """Return the stances by which the first of two claims commits to more, None for none."""
    pairs = ((a.stance or "", b.stance or "") for a, b in _shared(one, other))
    return next((pair for pair in pairs if pair in _DEGREES), None)


def sharing(one: Sequence[int], other: Sequence[int], rows: Sequence[Rows]) -> dict[Edge, int]:
    """Return the pairs of claims that tell of one act or state of one power, by how many places.

    Args:
        one: the numbers of the claims of one witness.
        other: those of the other.
        rows: of all claims.
    """
    pairs = ((a, b) for a in one if rows[a] for b in other if rows[b])
    counts = {edge: {p.place for p, _ in _shared(rows[edge[0]], rows[edge[1]])} for edge in pairs}
    return {edge: len(places) for edge, places in counts.items() if places}


def _shared(one: Rows, other: Rows) -> Iterator[tuple[Place, Place]]:
    """Yield the rows of two claims of one act or state of one power in one place."""
    for first in one:
        for second in other:
            holders = {first.holder, second.holder} - {None}
            place = first.place.casefold() == second.place.casefold()
            same = place or (first.ref is not None and first.ref == second.ref)
            acts = _ACTS[first.stance or ""] == _ACTS[second.stance or ""]
            if same and acts and len(holders) < 2:
                yield first, second
