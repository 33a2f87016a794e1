"""How many origins something has and why, and the copied runs that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.model.spans import overlap
from variorum.model.story import Copy, Passage, Relation


@dataclass(frozen=True, slots=True)
class Run:
    """One copied passage of a witness, and the passages of others that have the same words."""

    copies: tuple[Copy, ...]

    @property
    def to(self) -> Passage:
        """The passage that is told of."""
        return self.copies[0].to

    def told(self, edition: Edition) -> str:
        """Return where else the words stand, and whether this witness says so."""
        sigla = [edition.siglum(copy.from_.witness) for copy in self.copies]
        first = self.copies[0]
        return labels.run(first.basis, edition.length(first.to), sigla, credited=first.credited)


def runs(copies: Iterable[Copy]) -> list[Run]:
    """Return copies with those put together that tell the same of one passage."""
    same: dict[object, list[Copy]] = {}
    for copy in copies:
        same.setdefault((copy.to, copy.basis, copy.credited), []).append(copy)
    return [Run(tuple(found)) for found in same.values()]


def origins_told(edition: Edition, of: str, count: int) -> str:
    """Return the number of origins that something rests on, with the grounds that are known.

    The number of witnesses is no measure of it: copies and prints of one speech are one origin.
    """
    told = labels.counted(count, "origin")
    found = edition.origins.get(of, [])
    grounds = [labels.origin(one.basis) for one in found]
    if len(found) == 1:
        return f"{told} ({grounds[0]})"
    groups = sorted(
        (sorted((edition.index(w) for w in one.witnesses if w in edition.witnesses)), ground)
        for one, ground in zip(found, grounds, strict=True)
    )
    if not groups:
        return told
    names = [w.siglum for w in edition.record.witnesses]
    parts = [f"{' '.join(names[at] for at in group)} {ground}" for group, ground in groups]
    return f"{told} ({' · '.join(parts)})"


def copies_under(edition: Edition, relation: Relation) -> list[Copy]:
    """Return the copied runs that lie in the readings of a relation."""
    spans = {r.witness: r.spans for r in relation.readings}

    def inside(passage: Passage) -> bool:
        return any(overlap(span, passage.span) for span in spans.get(passage.witness, ()))

    return [c for c in edition.record.copies if inside(c.from_) and inside(c.to)]
