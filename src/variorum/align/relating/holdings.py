"""Claims about who has a place: joined by their rows of the ledger, and set by its stances.

``Norvia proclaimed it had annexed the islands`` and ``the islands, which it annexed`` share hardly
a word beside names; their rows say that both tell of one place, one power and one act.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from variorum.align.claims import Claim
from variorum.align.relating.nearness import Edge
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

# So many claims about one place and act, and rows of one claim, are looked at.
MOST = 20

Rows = tuple[Place, ...]


def rows_of(articles: Sequence[AnnotatedArticle], claims: Sequence[Claim]) -> tuple[Rows, ...]:
    """Return for each claim the rows of the ledger that tell who has a place in its words.

    Args:
        articles: the witnesses that the claims are of.
        claims: in any order.
    """
    held = {
        item.article.id: sorted((p for p in item.places if p.stance in _ACTS), key=_begin)
        for item in articles
    }
    return tuple(_within(claim, held[claim.article.id]) for claim in claims)


def _begin(place: Place) -> int:
    return place.span[0]


def _within(claim: Claim, rows: Sequence[Place]) -> Rows:
    """Return the rows whose places stand in a claim, in order."""
    found: list[Place] = []
    for span in claim.statement.spans:
        first, last = (bisect_left(rows, end, key=_begin) for end in span)
        found += (place for place in rows[first:last] if covers(span, place.span))
    return tuple(found[:MOST])


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
    told: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in other:
        for key in _keys(rows[at]):
            told[key].append(at)
    met = {(a, b) for a in one for key in _keys(rows[a]) for b in told[key][:MOST]}
    counts = {edge: {p.place for p, _ in _shared(rows[edge[0]], rows[edge[1]])} for edge in met}
    return {edge: len(places) for edge, places in counts.items() if places}


def _keys(rows: Rows) -> set[tuple[str, str]]:
    """Return the names and references of the places of some rows, each with an act."""
    names = {(place.place.casefold(), _ACTS[place.stance or ""]) for place in rows}
    return names | {(place.ref, _ACTS[place.stance or ""]) for place in rows if place.ref}


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
