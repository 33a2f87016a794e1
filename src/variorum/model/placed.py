"""Which rows of the places ledger are of one place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from variorum.model.annotation import Place

PlaceKey = tuple[str, str]
# Kinds of place that a bare name may be of: no building is called by its town's.
SETTLED = frozenset({"city", "region", "country"})


def by_place(rows: Iterable[Place]) -> dict[PlaceKey, list[Place]]:
    """Return rows of one story by their place, places and rows in the order they come in.

    Rows are of one place where they have one reference, or one name and kind. Those without a
    reference are of the place that the other rows of their name and kind have, if that is one: a
    city and the region of its name are two. Where no word tells the kind of a name it is that
    which the name has elsewhere, if that is one (``Velm``, ``the city of Velm``).
    """
    rows = tuple(rows)
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        kinds[row.place.casefold()].add(row.feature)
    refs: dict[PlaceKey, set[str]] = defaultdict(set)
    for row in rows:
        if row.ref:
            refs[_named(row, kinds)].add(row.ref)
    found: dict[PlaceKey, list[Place]] = defaultdict(list)
    for row in rows:
        named = _named(row, kinds)
        known = refs.get(named, set())
        ref = row.ref or (next(iter(known)) if len(known) == 1 else "")
        found[("", ref) if ref else named].append(row)
    return dict(found)


def _named(row: Place, kinds: Mapping[str, Set[str]]) -> PlaceKey:
    """Return the kind and name of a place; ``kinds``: those that the rows of each name have."""
    name = row.place.casefold()
    if row.feature != "other":
        return row.feature, name
    name = _without_kind(row.place, kinds)
    settled = kinds[name] & SETTLED
    return (next(iter(settled)) if len(settled) == 1 else row.feature), name


def _without_kind(name: str, kinds: Mapping[str, Set[str]]) -> str:
    """Return a name without a word for its kind where rows have it so (``the Sel valley``)."""
    bare, _, kind = name.rpartition(" ")
    plain = kind.islower() and kinds.get(bare.casefold()) == {"other"}
    return (bare if plain else name).casefold()
