"""Which rows of the places ledger are of one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from variorum.model.annotation import Place

PlaceKey = tuple[str, str]


def by_place(rows: Iterable[Place]) -> dict[PlaceKey, list[Place]]:
    """Return rows of one story by their place, places and rows in the order they come in.

    Rows are of one place where they have one reference, or one name and kind. Those without a
    reference are of the place that the other rows of their name and kind have, if that is one: a
    city and the region of its name are two.
    """
    rows = tuple(rows)
    refs: dict[PlaceKey, set[str]] = defaultdict(set)
    for row in rows:
        if row.ref:
            refs[_named(row)].add(row.ref)
    found: dict[PlaceKey, list[Place]] = defaultdict(list)
    for row in rows:
        named = _named(row)
        known = refs.get(named, set())
        ref = row.ref or (next(iter(known)) if len(known) == 1 else "")
        found[("", ref) if ref else named].append(row)
    return dict(found)


def _named(row: Place) -> PlaceKey:
    return row.feature, row.place.casefold()
