"""The places ledger, place by place: what each witness prints of it, side by side.

Rows of one place stand together, also where they differ; none is merged away or weighed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.model.annotation import Place
from variorum.model.placed import by_place
from variorum.model.story import PlaceRelation

# What a report tells also where it is only decided.
_DECIDED = frozenset({"closed", "opened", "reopened", "evacuated"})


@dataclass(frozen=True, slots=True)
class PlaceRows:
    """A place with the rows of each witness, those that say the same once, and their relations."""

    name: str
    told: str
    witnesses: Mapping[str, Sequence[Sequence[Place]]]
    relations: Sequence[PlaceRelation]

    def point(self) -> tuple[float, float] | None:
        """Return the latitude and longitude that the gazetteer has, None where it has none."""
        known = (one.point for one in self.rows() if one.point)
        return next((p for p in known if abs(p[0]) <= 90 and abs(p[1]) <= 180), None)

    def related(self, edition: Edition) -> Iterable[tuple[str, str]]:
        """Yield each relation of rows: its sign, and what the witnesses say in it."""
        by_id = {row.id: row for row in self.rows()}
        for relation in self.relations:
            rows = [by_id[id_] for id_ in relation.rows if id_ in by_id]
            sign, told = labels.place_relation(
                relation.relation, [edition.siglum(row.witness) for row in rows]
            )
            said = dict.fromkeys(map(says, rows))
            yield sign, f"{told}: {' / '.join(said)}"

    def rows(self) -> Iterable[Place]:
        """Return all rows of the place."""
        return (one for same in self.witnesses.values() for alike in same for one in alike)


def grouped(edition: Edition, places: Sequence[Place]) -> tuple[PlaceRows, ...]:
    """Return the places of a ledger, those of several witnesses first, then in their order.

    What is one place tells ``variorum.model.placed``.
    """
    ordered = sorted(places, key=lambda p: edition.place_of(p.witness, (p.span,)))
    related: dict[str, list[PlaceRelation]] = defaultdict(list)
    for relation in edition.record.place_relations:
        related[relation.rows[0]].append(relation)
    found = [_rows(edition, rows, related) for rows in by_place(ordered).values()]
    return tuple(sorted(found, key=lambda place: -min(2, len(place.witnesses))))


def says(place: Place) -> str:
    """Return what a row says by a fixed template: who, and the stance or predicate."""
    word = labels.stance(place.stance or place.predicate or "")
    if place.holder is None:
        return word
    if place.predicate == "located-in":
        return f"in {place.holder}"
    if place.stance or place.predicate in {"leads", "won"}:
        return f"{place.holder} {word}"
    return f"{word} by {place.holder}"


def when(edition: Edition, place: Place) -> str:
    """Return the date of a row, called planned where it lies behind the day of its report."""
    published = edition.witnesses[place.witness].published
    value = place.edtf or ""
    ahead = place.predicate in _DECIDED and published is not None and value > published.edtf
    return f"planned {value}" if ahead else value


def _rows(
    edition: Edition, places: Sequence[Place], related: Mapping[str, Sequence[PlaceRelation]]
) -> PlaceRows:
    first = places[0]
    alike: dict[str, dict[tuple[str, str, str], list[Place]]] = {}
    for one in places:
        said = one.said_by.name if one.said_by else ""
        same = alike.setdefault(one.witness, {})
        same.setdefault((says(one), said, one.edtf or ""), []).append(one)
    ref = next((one.ref for one in places if one.ref), None)
    feature = next((one.feature for one in places if one.feature != "other"), first.feature)
    told = " · ".join(filter(None, (feature, ref)))
    ordered = sorted(alike, key=edition.index)
    relations = [r for one in places for r in related.get(one.id, ())]
    rows = {w: tuple(alike[w].values()) for w in ordered}
    return PlaceRows(first.place, told, rows, relations)
