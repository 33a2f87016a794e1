"""Reports that are one through a third: two retellings of one wire, or a copy of a copy.

Each of two such reports may have left out what the other kept, so that they look like two. Both
rest on one report where it is known which of each pair came first; of two that a third one put
together nothing is said, as both may be reports of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import combinations

from variorum.align.tracing.credits import ranked
from variorum.model.annotation import AnnotatedArticle

Pair = tuple[str, str]


def with_chains(pairs: Set[Pair], articles: Sequence[AnnotatedArticle]) -> frozenset[Pair]:
    """Return pairs of witnesses that print one report, and those that do so through a third.

    Args:
        pairs: of ids in order, as ``find_rewrites`` returns them.
        articles: the witnesses.
    """
    by_id = {item.article.id: item.article for item in articles}
    sources: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        first, second, basis = ranked(by_id[one], by_id[other])
        if basis != "unknown":
            sources[second.id].add(first.id)
    printed = sorted({witness for pair in pairs for witness in pair})
    rests = {witness: _upstream(witness, sources) for witness in printed}
    return frozenset(pairs) | {(a, b) for a, b in combinations(printed, 2) if rests[a] & rests[b]}


def _upstream(witness: str, sources: Mapping[str, Iterable[str]]) -> set[str]:
    """Return a witness and all that it rests on."""
    found, ahead = {witness}, [witness]
    while ahead:
        new = set(sources.get(ahead.pop(), ())) - found
        found |= new
        ahead += sorted(new)
    return found
