"""How rows of the places ledger stand to one another, witness beside witness.

What rows are of one place tells ``variorum.model.placed``. Every row stays what it is: a relation
names rows, merges none and weighs none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.model.annotation import AnnotatedArticle, Place
from variorum.model.edtf import is_compatible
from variorum.model.identity import sign
from variorum.model.placed import by_place
from variorum.model.story import PlaceRelation
from variorum.model.vocabulary import PlaceRelationKind

# Of two stances or predicates the first says more of the same.
_STRONGER = frozenset(
    {
        ("holds", "holds-in-part"),
        ("does-not-hold", "holds-in-part"),
        ("proclaims-annexed", "claims"),
        ("destroyed", "damaged"),
    }
)
# What is so, and what somebody says is so.
_CLAIMED = frozenset({("annexed", "proclaims-annexed"), ("annexed", "claims"), ("holds", "claims")})
_OPPOSED = frozenset({("holds", "does-not-hold")})
# What excludes one another too, but for a witness that tells both: one came after the other.
_PARTED = frozenset({("holds", "withdrew"), ("retook", "withdrew"), ("retook", "does-not-hold")})
# What only one can have or do at a time; who took a place back has it.
_EXCLUSIVE = frozenset({"annexed", "holds", "leads", "won"})
_REGAINED = "retook"

_Key = tuple[str, ...]


def relate_places(articles: Sequence[AnnotatedArticle]) -> tuple[PlaceRelation, ...]:
    """Return how rows of different witnesses stand to one another, in content order.

    ``same`` and ``other-time`` hold a row of each witness; every other relation holds two rows,
    which stand for those that say the same as they do.
    """
    ordered = sorted(articles, key=lambda a: a.article.id)
    found: list[PlaceRelation] = []
    for rows in by_place(row for item in ordered for row in item.places).values():
        sides: dict[_Key, _Side] = {}
        for row in rows:
            sides.setdefault(_key(row), _Side([])).rows.append(row)
        found += _related(list(sides.values()))
    signed = {one.id: one for one in (sign(one, {}) for one in found)}
    return tuple(sorted(signed.values(), key=lambda one: (one.rows, one.relation)))


@dataclass(frozen=True, slots=True)
class _Side:
    """Rows of one place that say the same, of the narrator or on somebody's word."""

    rows: list[Place]

    @property
    def kind(self) -> str:
        """Return their stance or predicate."""
        return _kind(self.rows[0])

    @property
    def holder(self) -> str:
        """Return who has the place, or did something to it."""
        return _name(self.rows[0].holder)

    @property
    def is_said(self) -> bool:
        """Tell whether the narrator leaves it to somebody's word."""
        return self.rows[0].said_by is not None

    def first_of_each(self) -> list[Place]:
        """Return the first row of each witness, one with a date if it has one."""
        best: dict[str, Place] = {}
        for row in self.rows:
            if row.witness not in best or (row.edtf and not best[row.witness].edtf):
                best[row.witness] = row
        return list(best.values())


def _key(row: Place) -> _Key:
    said = row.said_by.name if row.said_by else None
    return (_kind(row), _name(row.holder), "said" if row.said_by else "", _name(said))


def _kind(row: Place) -> str:
    return row.stance or row.predicate or ""


def _name(name: str | None) -> str:
    return (name or "").casefold()


def _related(sides: Sequence[_Side]) -> Iterator[PlaceRelation]:
    """Yield how the sides of one place stand; those of several speakers are taken together."""
    by_holder: dict[str, dict[_Key, _Side]] = defaultdict(dict)
    by_kind: dict[str, list[_Side]] = defaultdict(list)
    for side in sides:
        yield from _alike(side)
        key = (side.kind, "said" if side.is_said else "")
        by_holder[side.holder].setdefault(key, _Side([])).rows.extend(side.rows)
        by_kind[side.kind].append(side)
    for held in by_holder.values():
        for one, other in combinations(held.values(), 2):
            yield from _apart(one, other)
    for kind in sorted(_EXCLUSIVE):
        regained = by_kind[_REGAINED] if kind == "holds" else []
        yield from _other_holders([*by_kind[kind], *regained], apart=bool(regained))


def _alike(side: _Side) -> Iterator[PlaceRelation]:
    """Yield that witnesses say the same of a place, or the same of other times."""
    rows = side.first_of_each()
    if len(rows) > 1:
        together = all(_are_together(a, b) for a, b in combinations(rows, 2))
        yield _relation("same" if together else "other-time", rows)


def _apart(one: _Side, other: _Side) -> Iterator[PlaceRelation]:
    """Yield how two sides with one holder stand that do not say the same."""
    for first, second in ((one, other), (other, one)):
        kinds = (first.kind, second.kind)
        claimed = kinds in _CLAIMED or (kinds[0] == kinds[1] and second.is_said)
        if claimed and not first.is_said:
            yield from _facing("fact-against-claim", first, second)
        elif kinds in _STRONGER and first.is_said == second.is_said:
            yield from _facing("stronger", first, second)
        elif kinds in _OPPOSED or (kinds in _PARTED and not _tells_both(first, second)):
            yield from _facing("incompatible", first, second)


def _tells_both(one: _Side, other: _Side) -> bool:
    """Tell whether a witness has rows of both sides."""
    witnesses = {row.witness for row in one.rows}
    return any(row.witness in witnesses for row in other.rows)


def _facing(kind: PlaceRelationKind, first: _Side, second: _Side) -> Iterator[PlaceRelation]:
    """Yield the relation for the first rows of two witnesses whose dates allow it."""
    pairs = ((a, b) for a in first.first_of_each() for b in second.first_of_each())
    for a, b in pairs:
        if a.witness != b.witness and _are_together(a, b):
            yield _relation(kind, (a, b))
            return


def _other_holders(sides: Iterable[_Side], *, apart: bool) -> Iterator[PlaceRelation]:
    """Yield that witnesses give what only one can have to different holders.

    Not where every row has a date and no date has two holders: it may have passed on. ``apart``:
    only where two witnesses have no holder in common.
    """
    rows: dict[_Key, Place] = {}
    holders: dict[str, set[str]] = defaultdict(set)
    dated: dict[str, set[str]] = defaultdict(set)
    for row in (row for side in sides if side.holder for row in side.rows):
        holder = _name(row.holder)
        rows.setdefault((row.witness, holder), row)
        holders[row.witness].add(holder)
        dated[row.edtf or ""].add(holder)
    passed_on = "" not in dated and all(len(names) == 1 for names in dated.values())
    sets = {frozenset(names) for names in holders.values()}
    pairs = combinations(sets, 2)
    differ = any(one.isdisjoint(other) for one, other in pairs) if apart else len(sets) > 1
    if differ and not passed_on:
        yield _relation("other-holder", list(rows.values()))


def _are_together(one: Place, other: Place) -> bool:
    """Tell whether the dates of two rows allow that they speak of one time."""
    return not one.edtf or not other.edtf or is_compatible(one.edtf, other.edtf)


def _relation(kind: PlaceRelationKind, rows: Sequence[Place]) -> PlaceRelation:
    return PlaceRelation(
        id="", relation=kind, rows=tuple(row.id for row in rows), reasons=_reasons(rows)
    )


def _reasons(rows: Sequence[Place]) -> tuple[str, ...]:
    """Return what the rows say, each once: the stance or predicate, its source, its date."""
    told = (
        " · ".join(filter(None, (_kind(row), row.said_by.name if row.said_by else "", row.edtf)))
        for row in rows
    )
    return tuple(dict.fromkeys(told))
