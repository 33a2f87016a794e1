"""Names with a hyphen that hold names of places: ``U.S.-Mexico``, ``R-Texas``, ``then-Moscow``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from variorum.gazetteers import geonames, iso3166
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.spans import Span

# So many people make a part of a name one of a place.
KNOWN = 100_000
# The letters of a party are no more: ``LD-Velm``.
PARTY = 2
_PART = re.compile(r"[^-–]+")


def without_hyphens(
    text: str, mentions: Sequence[Mention], language: Language | None
) -> list[Mention]:
    """Return mentions, for those joined by a hyphen the names of places in them.

    A name that a gazetteer has with its hyphen, or whose last part it has not, stays whole.
    """
    return [part for mention in mentions for part in _parts(text, mention, language)]


def _parts(text: str, mention: Mention, language: Language | None) -> Iterator[Mention]:
    start, end = mention.span
    words = text[start:end]
    spans = [(start + m.start(), start + m.end()) for m in _PART.finditer(words)]
    if len(spans) < 2 or is_known(words, language) or _ends_in_a_kind(words, language):
        yield mention
        return
    known = [span for span in spans if is_known(text[slice(*span)], language)]
    if spans[-1] not in known or _is_a_make(text, spans, mention):
        yield mention
        return
    for span in known:
        yield replace(mention, span=span, name=text[slice(*span)])


def _is_a_make(text: str, spans: Sequence[Span], mention: Mention) -> bool:
    """Tell whether a name is that of a thing, by the letters before a city's: ``QXR-Velm``."""
    first, last = text[slice(*spans[0])], text[slice(*spans[-1])]
    if mention.kind != "other" or not first.isupper() or len(first) <= PARTY or len(spans) > 2:
        return False
    known = (*iso3166.find(last), *geonames.find(last))
    ruled = any(entry.feature != "city" or entry.capital for entry in known)
    return not ruled and not is_known(first, None)


def _ends_in_a_kind(name: str, language: Language | None) -> bool:
    """Tell whether a name is that of a thing, by its last word: ``Ober-Velm Assembly plant``."""
    last = name.split()[-1].casefold()
    return language is not None and (
        last in language.place_nouns or last in language.places.features
    )


def is_known(name: str, language: Language | None) -> bool:
    """Tell whether a name is a country's, a region's or a large city's, be it cut short.

    Args:
        name: as printed, without an article.
        language: of the text; None: no short form is known.
    """
    short = name.casefold().rstrip(".")
    regions = language.places.regions if language else {}
    if language and (short in language.same_names or f"{short}." in regions):
        return True
    if name.isupper() and short in regions:
        return True
    if iso3166.find(name):
        return True
    return any(e.feature == "country" or e.population >= KNOWN for e in geonames.find(name))
