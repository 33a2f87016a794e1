"""Roads that go by a number (``the A66``, ``Route 9``): facilities that no gazetteer has."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from heapq import merge

from variorum.annotate.placing.scenes import Site
from variorum.languages import Language
from variorum.model.spans import Span, overlap
from variorum.model.words import all_words

_CODE = re.compile(r"(?<![\w-])[A-Z]{1,2}-?[0-9]{1,4}(?:\(M\)|[A-Z]?\b)(?![-\w])")


def with_roads(text: str, sites: Sequence[Site], language: Language) -> list[Site]:
    """Return sites, which stand in order, with the roads of a text in the place of what they cover.

    A code is a road's where the text has a word of roads; a word for one and a number are always.
    """
    spans = list(_spans(text, language))
    roads = [Site(span, " ".join(text[slice(*span)].split()), "facility") for span in spans]
    if not roads:
        return list(sites)
    starts = [road.span[0] for road in roads]
    kept = [site for site in sites if not _is_covered(site, roads, starts)]
    return sorted([*kept, *roads], key=lambda site: site.span)


def _is_covered(site: Site, roads: Sequence[Site], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, site.span[1])
    return at > 0 and bool(overlap(roads[at - 1].span, site.span))


def _spans(text: str, language: Language) -> Iterator[Span]:
    """Yield where the names of roads stand, in order."""
    named = _named(language).finditer(text)
    driven = any(word.form in language.places.traffic for word in all_words(text))
    coded = _CODE.finditer(text) if driven else iter(())
    end = 0
    for found in merge(named, coded, key=lambda one: one.start()):
        if found.start() >= end:
            yield found.span()
            end = found.end()


@cache
def _named(language: Language) -> re.Pattern[str]:
    """Return the form of a word for a road with its number, and with whose road it is before."""
    words = "|".join(sorted(word.capitalize() for word in language.places.routes))
    owners = "|".join(sorted(word.capitalize() for word in language.places.units))
    whose = rf"(?:U\.S\.|US|{owners})[ \u00a0]"
    return re.compile(rf"\b(?:{whose})?(?:{words})[ \u00a0][0-9]{{1,4}}[A-Z]?\b")
