"""Which place a name means: its kind by the words around it, its reference by the whole article.

Of the places of one name that is taken which the words beside it ask for (``Kherson province``,
``Paris, Texas``), then one of a country that the article names elsewhere, then the better known
one: the measures that Leidner (2007, Toponym Resolution in Text) finds to carry most systems. A
name that no gazetteer has stays a name.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.annotate.place_words import Asked, asked_of
from variorum.gazetteers import Entry, geonames, iso3166, key_of
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article
from variorum.model.spans import Span

# How well known a place is, as powers of ten of its people; a region's people are not listed.
COUNTRY = 9.0
REGION = 6.5
PART_OF_REGION = 5.5
# What it counts that a place has the very name, is a capital, and lies in a country that the
# article names: once, and with each further mention up to three.
NAMED_SO = 2.0
CAPITAL = 2.0
IN_COUNTRY = 2.5
AGAIN = 0.5
MENTIONS = 3
# What the words beside a name say ("Paris, Texas") is more than all of these.
BESIDE = 12.0
# A demonym and its country begin alike.
DEMONYM = 4


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place at its span, and which place it means.

    ``feature`` is told by the words around the name, else by ``entry``, which is None where no
    gazetteer has the name.
    """

    span: Span
    name: str
    feature: str
    entry: Entry | None


def find_toponyms(
    article: Article, mentions: Sequence[Mention], language: Language | None
) -> tuple[Toponym, ...]:
    """Return the names of places in an article with what they mean, in the order of the text.

    Args:
        article: the text.
        mentions: as ``find_mentions`` returns them; bodies count where their name is a country's
            or a capital's (``Moscow said``).
        language: of the article; None: nothing is known of the words around a name.
    """
    named = [mention for mention in mentions if mention.kind in {"place", "organisation"}]
    asked = asked_of(article.text, [mention.span for mention in named], language)
    known = [
        (mention, ask, _candidates(ask, language))
        for mention, ask in zip(named, asked, strict=True)
    ]
    found = [one for one in known if one[0].kind == "place" or _governs(one[2])]
    countries = _countries(found, mentions, language)
    chosen: dict[tuple[str, str], Entry | None] = {}
    toponyms = []
    for mention, ask, candidates in found:
        key = (key_of(ask.name), ask.feature or "")
        if ask.within is not None or key not in chosen:
            chosen[key] = _best(ask, candidates, countries)
        entry = chosen[key]
        feature = entry.feature if entry else ask.feature or "other"
        toponyms.append(Toponym(mention.span, ask.name, feature, entry))
    return tuple(toponyms)


def _candidates(ask: Asked, language: Language | None) -> tuple[Entry, ...]:
    """Return the places of a name, of the kind that is asked for; a country by its full name.

    Of names behind an article only countries are known: ``the West`` is none.
    """
    same = language.same_names.get(ask.name.casefold().rstrip(".")) if language else None
    found = (*geonames.find(same or ask.name), *iso3166.find(same or ask.name))
    refs = {entry.ref: entry for entry in reversed(found)}
    asked = "country" if ask.definite and ask.feature is None else ask.feature
    return tuple(e for e in refs.values() if asked in {None, e.feature} or _is_whole(e, ask))


def _is_whole(entry: Entry, ask: Asked) -> bool:
    """Tell whether a word for a kind belongs to a country's name: ``Czech Republic``."""
    return ask.feature == "other" and entry.feature == "country"


def _governs(candidates: Sequence[Entry]) -> bool:
    """Tell whether a body's name is that of a country or a capital, which governments go by."""
    return any(entry.feature == "country" or entry.capital for entry in candidates)


_Found = tuple[Mention, Asked, tuple[Entry, ...]]


def _countries(
    found: Sequence[_Found], mentions: Sequence[Mention], language: Language | None
) -> Mapping[str, int]:
    """Return how often each country is meant by names that can mean no other, and by demonyms."""
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for _, _, candidates in found:
        countries = {entry.country for entry in candidates}
        known = [entry for entry in candidates if entry.feature == "country"]
        if len(countries) == 1 or len(known) == 1:
            code = known[0].country if known else next(iter(countries))
            counts[code] += 1
            names.update({key_of(entry.name): code for entry in known})
    demonyms = language.demonyms if language else frozenset()
    for mention in mentions:
        first = mention.name.split()[0].casefold()
        if mention.kind == "other" and first in demonyms:
            counts.update(code for name, code in names.items() if name[:DEMONYM] == first[:DEMONYM])
    return counts


def _best(ask: Asked, candidates: Sequence[Entry], countries: Mapping[str, int]) -> Entry | None:
    """Return the place that is meant most likely, None where there is none."""
    ranked = ((_weight(ask, entry, countries), entry.ref, entry) for entry in candidates)
    best = max(ranked, default=None, key=lambda one: one[:2])
    return best[2] if best else None


def _weight(ask: Asked, entry: Entry, countries: Mapping[str, int]) -> float:
    key, name = key_of(ask.name), key_of(entry.name)
    weight = NAMED_SO * (name == key or name == f"{key} city") + CAPITAL * entry.capital
    weight += BESIDE * _lies_in(entry, ask.within)
    if entry.feature == "country":
        return weight + COUNTRY
    others = min(countries.get(entry.country, 0), MENTIONS)
    weight += IN_COUNTRY * bool(others) + AGAIN * others
    if entry.feature == "region":
        return weight + REGION
    return weight + math.log10(entry.population + 1)


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
