"""Gazetteers: what is known of places beforehand, one file per source, asked by name.

A gazetteer file has ``find(name)``, which returns every place of that name. Nothing here reads a
text or chooses between places of one name: that is the annotator's work.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from variorum.model.vocabulary import PlaceFeature

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d"})
_SIGNS = re.compile("[’'ʻʹʼ`´\".]")
_GAPS = re.compile(r"[-\s]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place that a gazetteer knows.

    Args:
        name: as the gazetteer has it.
        feature: ``city``, ``region`` or ``country``.
        ref: ``geonames:703448``, ``iso3166-1:UA`` or ``iso3166-2:UA-65``.
        country: the code of its country in ISO 3166-1.
        region: the code of its first-level region, where the gazetteer has one.
        part: whether a region is a part of another region.
        population: of a city or country; 0 where unknown.
        point: latitude and longitude of a city, in degrees.
        capital: whether it is the capital of its country.
    """

    name: str
    feature: PlaceFeature
    ref: str
    country: str
    region: str | None = None
    part: bool = False
    population: int = 0
    point: tuple[float, float] | None = None
    capital: bool = False


def key_of(name: str) -> str:
    """Return a name as it is looked up: small letters without accents, points and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _GAPS.sub(" ", _SIGNS.sub("", plain.translate(_LETTERS))).strip()
