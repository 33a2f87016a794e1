"""What ties the witnesses of a story to one another: who prints whom, and who stands alone.

Copied runs tie two witnesses, and so does an origin that both are ruled, credited or found to
print in other words. Two prints of one speech do not: both may have been there. Of many ties the
strongest that hold a group together are told (a maximum spanning forest, Kruskal 1956), for among
fifty copies of one report every two share words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._chapters import Chapter
from variorum.model.story import Copy

_TYING = ("ruled", "credit-line", "rewritten")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two witnesses and what ties them.

    ``first`` prints before ``second`` where ``known``; else they stand in their order. ``words``
    are those of the copied runs between them, none where the tie is of another ``basis``; ``copy``
    is the first of the runs.
    """

    first: str
    second: str
    basis: str
    words: int = 0
    known: bool = False
    credited: bool = False
    copy: str = ""

    def told(self, edition: Edition) -> str:
        """Return in words what ties the second witness to the first."""
        sigla = [edition.siglum(self.first)]
        if self.copy:
            return labels.run(self.basis, self.words, sigla, credited=self.credited)
        return f"{labels.origin(self.basis)}, with {sigla[0]}"


@dataclass(frozen=True, slots=True)
class Ties:
    """The witnesses of a story in groups that are tied, those that are alone, and what ties them.

    ``more`` is how many further ties there are inside the groups.
    """

    groups: tuple[tuple[str, ...], ...]
    alone: tuple[str, ...]
    shown: tuple[Tie, ...]
    more: int


def ties_of(edition: Edition, chapter: Chapter) -> Ties:
    """Return what ties the witnesses of a chapter."""
    order = [witness.id for witness in chapter.witnesses]
    every = [*_copied(edition, chapter.copies), *_of_origins(edition, order)]
    group = {witness: [witness] for witness in order}
    shown = []
    for tie in sorted(every, key=lambda tie: _rank(edition, tie)):
        one, other = group[tie.first], group[tie.second]
        if one is not other:
            shown.append(tie)
            one += other
            group.update(dict.fromkeys(other, one))
    groups = {id(found): found for found in (group[witness] for witness in order)}
    sorted_ = [tuple(sorted(found, key=edition.index)) for found in groups.values()]
    return Ties(
        groups=tuple(found for found in sorted_ if len(found) > 1),
        alone=tuple(found[0] for found in sorted_ if len(found) == 1),
        shown=tuple(sorted(shown, key=lambda t: (edition.index(t.second), edition.index(t.first)))),
        more=len(every) - len(shown),
    )


def _rank(edition: Edition, tie: Tie) -> tuple[object, ...]:
    """Return what sorts the strongest ties first: a credit, then a known direction, then words."""
    places = (edition.index(tie.second), edition.index(tie.first))
    return (not tie.copy, not tie.credited, not tie.known, -tie.words, places)


def _copied(edition: Edition, copies: Sequence[Copy]) -> Iterator[Tie]:
    """Yield a tie for each two witnesses that share copied runs."""
    pairs: dict[frozenset[str], list[Copy]] = defaultdict(list)
    for copy in copies:
        pairs[frozenset((copy.from_.witness, copy.to.witness))].append(copy)
    for runs in pairs.values():
        best = min(runs, key=lambda copy: (not copy.credited, copy.basis == "unknown"))
        ends = (best.from_.witness, best.to.witness)
        known = best.basis != "unknown"
        first, second = ends if known else sorted(ends, key=edition.index)
        yield Tie(
            first=first,
            second=second,
            basis=best.basis,
            words=sum(edition.length(copy.to) for copy in runs),
            known=known,
            credited=best.credited,
            copy=best.id,
        )


def _of_origins(edition: Edition, order: Iterable[str]) -> Iterator[Tie]:
    """Yield ties between witnesses of one origin, each with the next one."""
    here = set(order)
    told: Mapping[tuple[str, str], str] = {}
    for basis in _TYING:
        for origin in edition.record.origins:
            if origin.basis == basis:
                held = sorted(here.intersection(origin.witnesses), key=edition.index)
                told = dict.fromkeys(pairwise(held), basis) | dict(told)
    yield from (Tie(first=a, second=b, basis=basis) for (a, b), basis in sorted(told.items()))
