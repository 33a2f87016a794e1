"""What the names beside it say of a name: of a list, of a town and its region, of initials."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from variorum.annotate.placing.hyphened import KNOWN
from variorum.annotate.placing.place_weights import FAMOUS, is_named_so, likeliest
from variorum.annotate.placing.place_words import Asked
from variorum.gazetteers import Entry, geonames, iso3166
from variorum.languages import Language
from variorum.model.spans import Span
from variorum.model.vocabulary import PlaceFeature

# A word behind a name, and with what follows up to the next one: `` district of the city ``.
_DISTRICT = re.compile(r" (\w+)(?: of (?:\w+ ){0,5}|\b)")
_OWNS = re.compile(r"['’]s (?:[a-z]+ )?")
# So many letters have the initials that stand for a name.
INITIALS = range(2, 5)


def spelled_out(asked: Sequence[Asked], language: Language | None) -> list[Asked]:
    """Return what is asked, with initials that no gazetteer has spelled out (``NV``).

    They are those of a name of several words that the article has: ``New Velm``.
    """
    same = language.same_names if language else {}
    full = {
        "".join(word[0] for word in ask.name.split()): ask.name
        for ask in reversed(asked)
        if " " in ask.name
    }
    return [
        replace(ask, name=full[ask.name])
        if ask.name in full and ask.name.casefold() not in same and _are_initials(ask)
        else ask
        for ask in asked
    ]


def with_quarters(
    text: str, names: Sequence[Span], asked: Sequence[Asked], language: Language | None
) -> list[Asked]:
    """Return what is asked, with the districts of cities as parts of them and not of countries.

    The city owns it or follows it: ``Velm's Vellin district``, ``the Vellin district of Velm``.

    Args:
        text: of the article.
        names: the spans of the names, in order.
        asked: what the words around each name ask for.
        language: of the text; None: no word for a district is known.
    """
    found = list(asked)
    words = language.places.quarters if language else frozenset()
    for at, ask in enumerate(asked):
        if ask.feature != "region" or ask.inside or iso3166.find(ask.name):
            continue
        start = names[at - 1][1] if at else 0
        stop = names[at + 1][0] if at + 1 < len(names) else len(text)
        behind = _DISTRICT.match(text, names[at][1], stop)
        if behind is None or behind[1].lower() not in words:
            continue
        owned = at and _OWNS.fullmatch(text, start, names[at][0]) and _is_city(asked[at - 1].name)
        held = at + 1 < len(names) and behind.end() == stop and _is_city(asked[at + 1].name)
        if owned or held:
            found[at] = replace(ask, feature="other")
    return found


def _is_city(name: str) -> bool:
    whole = likeliest(Asked(name), (*geonames.find(name), *iso3166.find(name)), {})
    return whole is not None and whole.feature == "city" and whole.population >= KNOWN


def _are_initials(ask: Asked) -> bool:
    short = len(ask.name) in INITIALS and ask.name.isupper() and ask.feature is None
    return short and not (geonames.find(ask.name) or iso3166.find(ask.name))


def beside(
    at: int, asked: Sequence[Asked], places: Sequence[Sequence[Entry]], used: Set[int]
) -> Asked:
    """Return what is asked of a name, with the kind that its neighbours tell.

    Args:
        at: the number of the name.
        asked: what the words around each name ask for.
        places: those of each name.
        used: the numbers of the names of places.
    """
    ask = asked[at]
    if ask.feature:
        return ask
    if at and at - 1 in used and _is_around(ask, places[at], asked[at - 1], places[at - 1]):
        return replace(ask, feature="region")
    return _listed(at, asked, places, used)


def _is_around(ask: Asked, places: Sequence[Entry], before: Asked, towns: Sequence[Entry]) -> bool:
    """Tell whether a name is the region of the town before it: ``Velm, New York,``.

    The town lies there, or is none that is known so well elsewhere, and the pair ends in a comma.
    """
    if ask.beside or before.within != ask.name or before.feature not in {None, "city"}:
        return False
    regions = [one for one in places if one.feature == "region" and is_named_so(one, ask)]
    if not regions or any(one.feature == "country" for one in (*places, *towns)):
        return False
    if any(town.region == region.region for town in towns for region in regions):
        return True
    known = any(town.capital or town.population >= FAMOUS for town in towns)
    return before.closed and not known


def _listed(
    at: int, asked: Sequence[Asked], places: Sequence[Sequence[Entry]], used: Set[int]
) -> Asked:
    """Return what is asked of a name, if all others of its list are most likely of one kind.

    Only of a list that holds names of places and nothing else. A region of another country is not
    meant where one of those in the list has a city of the name.
    """
    ask = asked[at]
    if not set(ask.beside) <= used:
        return ask
    others = [other for other in ask.beside if other != at and places[other]]
    best = [entry for o in others if (entry := likeliest(asked[o], places[o], {}))]
    kinds = {entry.feature for entry in best}
    if len(kinds) != 1:
        return ask
    (kind,) = kinds
    near = [one for one in places[at] if one.country in {entry.country for entry in best}]
    abroad = kind == "region" and {one.feature for one in near if is_named_so(one, ask)} == {"city"}
    return replace(ask, feature=kind) if not abroad and _may_be(kind, ask, places[at]) else ask


def _may_be(kind: PlaceFeature, ask: Asked, places: Sequence[Entry]) -> bool:
    """Tell whether a name, its list aside, may be one of a kind: of no town far from its region.

    (``New York and California``: the town of that name in another state is not meant.)
    """
    regions = [entry for entry in places if entry.feature == "region" and is_named_so(entry, ask)]
    country = any(entry.feature == "country" for entry in places)
    if kind != "city":
        fitting = [entry for entry in places if entry.feature == kind]
        return bool(regions if kind == "region" and country else fitting)
    towns = [entry for entry in places if entry.feature == "city" and not country]
    seats = {(r.country, where) for r in regions for where in (None, r.region)}
    return any(
        not regions or town.population >= KNOWN or (town.country, town.region) in seats
        for town in towns
    )
