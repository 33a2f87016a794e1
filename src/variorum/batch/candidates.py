"""Which pairs of articles are compared: those that share one of their weightiest words.

Every pair is compared under the first key the two share, so no pair twice. A key of more than
:data:`MOST` articles is cut along their days, and the pairs over a cut are not looked at under
it; how many is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.cluster.likeness import Profile, compare

# Of pairs that score LEAST nearly all share one of so many words (docs/batch.md has the figures).
KEYS = 16
MOST = 256
# Groups hang together by chains of links, stories by the mean of their pairs (`cluster.Cluster`, at
# 0.5): with links of 0.5, half of a stream is one group.
LEAST = 0.95
_UNDATED = "9999"


def keys_of(found: Profile) -> tuple[str, ...]:
    """Return the weightiest words of an article, those of equal weight by the alphabet."""
    ranked = sorted(found.whole, key=lambda form: (-found.whole[form], form))
    return tuple(ranked[:KEYS])


def links_among(key: str, found: Sequence[Profile]) -> tuple[list[tuple[str, str]], int]:
    """Return the links between articles under one key, both ways, and how many pairs were left out.

    Args:
        key: one of the keys of each.
        found: any number, in any order.
    """
    ordered = sorted(
        found, key=lambda one: (one.day.isoformat() if one.day else _UNDATED, one.witness)
    )
    parts = [ordered[start : start + MOST] for start in range(0, len(ordered), MOST)]
    links = [link for part in parts for link in _linked(key, part)]
    looked_at = sum(_pairs(len(part)) for part in parts)
    return links, _pairs(len(ordered)) - looked_at


def _linked(key: str, part: Sequence[Profile]) -> Iterator[tuple[str, str]]:
    keys = {one.witness: frozenset(keys_of(one)) for one in part}
    for one, other in combinations(part, 2):
        if min(keys[one.witness] & keys[other.witness]) != key:
            continue
        likeness = compare(one, other)
        if likeness.score >= LEAST and not likeness.apart:
            yield one.witness, other.witness
            yield other.witness, one.witness


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
