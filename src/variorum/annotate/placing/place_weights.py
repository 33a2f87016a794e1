"""Which of several places of one name is meant: by the words beside it, and by how it is known."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from variorum.annotate.placing.hyphened import KNOWN
from variorum.annotate.placing.place_words import Asked
from variorum.gazetteers import Entry, geonames, iso3166, key_of

# How well known a place is, as powers of ten of its people; a region's people are not listed.
COUNTRY = 9.5
REGION = 6.0
# but less where a city of the name is so large, and least where it is only called after a city.
LARGE = 600_000
# A city that is called so only with a word for its kind (``Norvia City``) must be as large as this.
GREAT = 5_000_000
BESIDE_LARGE = 5.0
AFTER_A_CITY = 4.5
PART_OF_REGION = 4.5
# What it counts that a place has the very name, is a capital, and lies in a country that the
# article names: once, and with each further mention up to three.
NAMED_SO = 1.0
CAPITAL = 2.0
IN_COUNTRY = 2.5
AGAIN = 0.5
MENTIONS = 3
# but nothing for a town that a known city of the name outgrows so many times, and something
# more in a region that is named.
OUTGROWN = 5
IN_REGION = 1.5
# A city of so many people, or a capital, is known by its bare name. Of others it is in doubt which
# is meant where one in another country that is named has a part of its people that is no smaller.
FAMOUS = 1_000_000
RIVAL = 4
# A town with fewer people is not known outside its region.
LITTLE = 40_000
# So often is another country named in an article that speaks of it.
ABROAD = 2
# So large is a city whose region is called after it, and seldom meant by the bare name.
SEAT = 20_000
# What the words beside a name say ("Paris, Texas") is more than all of these.
BESIDE = 12.0

# What a standard adds to a name: ``Wales [Cymru GB-CYM]``, ``Madrid, Comunidad de``.
_MORE = re.compile(r" \[|,")

# How often an article names each country, and region, by the names it does so with.
Countries = Mapping[str, Mapping[str, int]]


def best_of(ask: Asked, candidates: Sequence[Entry], countries: Countries) -> Entry | None:
    """Return the place that is meant most likely, None where nothing speaks for it."""
    best = likeliest(ask, candidates, countries)
    return best if best and _is_supported(best, ask, candidates, countries) else None


def likeliest(ask: Asked, candidates: Sequence[Entry], countries: Countries) -> Entry | None:
    """Return the place of a name that weighs most, None where there is none."""
    fitting = [entry for entry in candidates if ask.feature in {None, entry.feature}]
    among = fitting or candidates
    ranked = ((weight(ask, entry, among, countries), entry.ref, entry) for entry in among)
    best = max(ranked, default=None, key=lambda one: one[:2])
    return best[2] if best else None


def _is_supported(
    entry: Entry, ask: Asked, candidates: Sequence[Entry], countries: Countries
) -> bool:
    """Tell whether a city has a reason beside its size: great, or of a country that is named.

    (A village of Cheshire is not the town of that name on another continent, and the larger one
    of two cities in two countries is not meant because it is larger.)
    """
    named = _named(ask, countries)
    if entry.feature != "city":
        return True
    if _is_called_after(entry, ask, candidates):
        return False
    if _lies_in(entry, ask.within):
        return True
    if _is_elsewhere(entry, named):
        return False
    if named[entry.country]:
        return True
    if entry.population < KNOWN and any(named.values()):
        return False
    rivals = (e for e in _rivals(entry, candidates) if is_named_so(e, ask) and named[e.country])
    return _is_great(entry) or all(r.population * RIVAL < entry.population for r in rivals)


def _is_elsewhere(town: Entry, named: Mapping[str, int]) -> bool:
    """Tell whether a small town lies in a region that is not named, and others are."""
    if town.population >= LITTLE or town.region is None or named[town.region]:
        return False
    return any(n and code.startswith(f"{town.country}-") for code, n in named.items())


def _is_called_after(city: Entry, ask: Asked, among: Sequence[Entry]) -> bool:
    """Tell whether a city has only once borne a name that others have: ``Velm``, now ``Orrin``.

    Another spelling of its own begins alike.
    """
    own = is_named_so(city, ask) or key_of(city.name)[:1] == key_of(ask.name)[:1]
    others = (one for one in among if one.feature == "city" and is_named_so(one, ask))
    return not own and not _is_great(city) and any(others)


def _rivals(entry: Entry, among: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the cities of a name that lie in another country."""
    return (e for e in among if e.feature == "city" and e.country != entry.country)


def _is_great(city: Entry) -> bool:
    """Tell whether a city is so well known that its name alone is enough."""
    return city.capital or city.population >= FAMOUS


def _named(ask: Asked, countries: Countries) -> Counter[str]:
    """Return how often each country and region is named by others than the name asked of."""
    own = key_of(ask.name)
    return Counter(
        {
            code: sum(count for name, count in names.items() if name != own)
            for code, names in countries.items()
        }
    )


def weight(ask: Asked, entry: Entry, among: Sequence[Entry], countries: Countries) -> float:
    """Return how likely a name means a place among those of its name; only the order counts.

    Args:
        ask: what the words around the name ask for.
        entry: the place.
        among: all places that fit what is asked.
        countries: those that the article names.
    """
    largest = max((e.population for e in among if e.feature == "city"), default=0)
    found = BESIDE * _lies_in(entry, ask.within)
    if not found and _is_outgrown(entry, largest) and not _is_local(ask, entry, among, countries):
        return math.log10(entry.population + 1)
    if not found and _is_of_its_name(entry, among):
        return COUNTRY
    rivals = (other for other in among if other.population >= KNOWN and is_named_so(other, ask))
    own = is_named_so(entry, ask)
    found += NAMED_SO * own + CAPITAL * (entry.capital and (own or not any(rivals)))
    if entry.feature == "country":
        return found + COUNTRY
    names = countries.get(entry.country, {})
    others = min(sum(n for name, n in names.items() if name != key_of(ask.name)), MENTIONS)
    named = IN_COUNTRY * bool(others) + AGAIN * others
    if entry.feature == "region":
        standing = _standing(entry, ask, among)
        abroad = not named and largest >= KNOWN
        return found + named + (min(standing, BESIDE_LARGE) if abroad else standing)
    near = IN_REGION * bool(set(countries.get(entry.region or "", ())) - {key_of(ask.name)})
    return found + named + near + math.log10(entry.population + 1)


def _is_of_its_name(entry: Entry, among: Sequence[Entry]) -> bool:
    """Tell whether a city lies in a country that has the name too (``Norvia`` in Norvia)."""
    countries = {other.country for other in among if other.feature == "country"}
    return entry.feature == "city" and entry.country in countries


def _is_outgrown(entry: Entry, largest: int) -> bool:
    """Tell whether a town is so small beside the largest place of its name."""
    small = entry.feature == "city" and not entry.capital and entry.population < KNOWN
    return small and largest >= KNOWN and largest > OUTGROWN * entry.population


def _is_local(ask: Asked, town: Entry, among: Sequence[Entry], countries: Countries) -> bool:
    """Tell whether an article is about the country of a town, and not of the larger ones.

    Of a country whose regions the gazetteer has, its region must be named.
    """
    named = _named(ask, countries)
    where = town.region or town.country
    if named[town.country] < ABROAD or not named[where] or not is_named_so(town, ask):
        return False
    larger = [e for e in _rivals(town, among) if e.population > OUTGROWN * town.population]
    same = (e for e in among if e.country == town.country and e.population >= KNOWN)
    return not (any(_is_great(e) or named[e.country] for e in larger) or any(same))


def _standing(region: Entry, ask: Asked, among: Sequence[Entry]) -> float:
    """Return how well known a region is, beside a city that has its name."""
    cities = [e for e in among if e.feature == "city" and e.country == region.country]
    if cities and not is_named_so(region, ask):
        return AFTER_A_CITY
    own = key_of(ask.name)
    if any(c.population >= (LARGE if key_of(c.name) == own else GREAT) for c in cities):
        return BESIDE_LARGE
    seats = (city for city in cities if city.region in {None, region.region})
    if any(city.population >= SEAT and key_of(city.name) == key_of(ask.name) for city in seats):
        return AFTER_A_CITY - NAMED_SO
    return PART_OF_REGION if region.part else REGION


def is_named_so(entry: Entry, ask: Asked) -> bool:
    """Tell whether a place has this very name, not only among its other ones."""
    key, name = key_of(ask.name), key_of(_MORE.split(entry.name)[0])
    return name in {key, f"{key} city"}


def _lies_in(entry: Entry, within: str | None) -> bool:
    """Tell whether a place lies in the place whose name stands behind its own."""
    if within is None:
        return False
    return any(
        entry.country == other.country
        and (other.feature == "country" or entry.region in {None, other.region})
        for other in (*iso3166.find(within), *geonames.find(within))
        if other.feature != "city" and other.ref != entry.ref
    )
