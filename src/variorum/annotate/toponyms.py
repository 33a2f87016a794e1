"""Which place a name means: its kind by the words around it, its reference by the whole article.

Of the places of one name that is taken which the words beside it ask for (``Kherson province``,
``Paris, Texas``), then one of a country that the article names elsewhere, then the better known
one: the measures that Leidner (2007, Toponym Resolution in Text) finds to carry most systems. A
name that no gazetteer has stays a name.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.annotate.place_words import Asked, asked_of
from variorum.gazetteers import Entry, geonames, iso3166, key_of
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article
from variorum.model.spans import Span

# How well known a place is, as powers of ten of its people; a region's people are not listed.
COUNTRY = 9.5
REGION = 6.0
# but less where a city of the name is so large, and least where it is only called after a city.
LARGE = 600_000
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
# What the words beside a name say ("Paris, Texas") is more than all of these.
BESIDE = 12.0
# So much better known is a place that its country counts as named.
CLEAR = 1.5
# So many people make a name that is no body's and no person's one of a place.
KNOWN = 100_000
# A demonym and its country begin alike.
DEMONYM = 4

# How often an article names each country, by the names it does so with.
Countries = Mapping[str, Mapping[str, int]]


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
    named = [mention for mention in mentions if mention.kind != "role"]
    asked = asked_of(article.text, [mention.span for mention in named], language)
    places = [_candidates(ask, language) for ask in asked]
    used = [at for at, one in enumerate(named) if _is_place(one, places[at], mentions)]
    countries = _countries([(asked[at], places[at]) for at in used], mentions, language)
    chosen: dict[tuple[str, str, bool], Entry | None] = {}
    found = []
    for at in used:
        ask = _listed(at, asked, places)
        key = (key_of(ask.name), ask.feature or "", ask.definite)
        if ask.within or ask.feature != asked[at].feature or key not in chosen:
            chosen[key] = _best(ask, places[at], countries)
        entry = chosen[key]
        feature = entry.feature if entry else ask.feature or "other"
        found.append(Toponym(named[at].span, ask.name, feature, entry))
    return tuple(found)


def _listed(at: int, asked: Sequence[Asked], places: Sequence[Sequence[Entry]]) -> Asked:
    """Return what is asked of a name, if all others of its list are most likely of one kind."""
    ask = asked[at]
    others = [other for other in ask.beside if other != at and places[other]]
    best = (_best(asked[other], places[other], {}) for other in others)
    kinds = {entry.feature for entry in best if entry}
    if ask.feature or len(kinds) != 1 or not kinds & {entry.feature for entry in places[at]}:
        return ask
    return replace(ask, feature=kinds.pop())


def _candidates(ask: Asked, language: Language | None) -> tuple[Entry, ...]:
    """Return the places of a name, of the kind that is asked for; a country by its full name.

    Of names behind an article only countries are known: ``the West`` is none. A country is also
    what goes by another word: ``Czech Republic``, ``the island of Malta``.
    """
    same = language.same_names.get(ask.name.casefold().rstrip(".")) if language else None
    found = (*geonames.find(same or ask.name), *iso3166.find(same or ask.name))
    refs = {entry.ref: entry for entry in reversed(found)}
    asked = "country" if ask.definite and ask.feature is None else ask.feature
    fitting = tuple(entry for entry in refs.values() if asked in {None, entry.feature})
    return fitting or tuple(entry for entry in refs.values() if entry.feature == "country")


def _is_place(mention: Mention, places: Sequence[Entry], mentions: Sequence[Mention]) -> bool:
    """Tell whether a name is one of a place.

    A body's is one where it is a country's or a capital's, which governments go by; a person's if
    besides nobody has it as a surname; another one where it is a well known place's.
    """
    if mention.kind == "place":
        return True
    governs = any(entry.feature == "country" or entry.capital for entry in places)
    if mention.kind == "other":
        return governs or any(entry.population >= KNOWN for entry in places)
    if mention.kind != "person":
        return governs
    name = mention.name.split()
    surnames = (one.name.split() for one in mentions if one.kind == "person")
    return governs and len(name) == 1 and not any(len(s) > 1 and name[0] in s for s in surnames)


_Found = tuple[Asked, tuple[Entry, ...]]


def _countries(
    found: Sequence[_Found], mentions: Sequence[Mention], language: Language | None
) -> Countries:
    """Return by which names each country is meant that mean no other, and by which demonyms."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    for ask, candidates in found:
        best = _best(ask, candidates, {})
        if best and _is_clear(best, ask, candidates):
            counts[best.country][key_of(ask.name)] += 1
        names.update({key_of(e.name): e.country for e in candidates if e.feature == "country"})
    demonyms = language.demonyms if language else frozenset()
    for mention in mentions:
        first = mention.name.split()[0].casefold()
        if mention.kind == "other" and first in demonyms:
            for name, code in names.items():
                counts[code][first] += name[:DEMONYM] == first[:DEMONYM]
    return counts


def _is_clear(best: Entry, ask: Asked, candidates: Sequence[Entry]) -> bool:
    """Tell whether a place is so much better known than those of its name in other countries."""
    others = (e for e in candidates if e.country != best.country)
    second = max((_weight(ask, e, candidates, {}) for e in others), default=0.0)
    return _weight(ask, best, candidates, {}) >= second + CLEAR


def _best(ask: Asked, candidates: Sequence[Entry], countries: Countries) -> Entry | None:
    """Return the place that is meant most likely, None where there is none."""
    fitting = [entry for entry in candidates if ask.feature in {None, entry.feature}]
    among = fitting or candidates
    ranked = ((_weight(ask, entry, among, countries), entry.ref, entry) for entry in among)
    best = max(ranked, default=None, key=lambda one: one[:2])
    return best[2] if best else None


def _weight(ask: Asked, entry: Entry, among: Sequence[Entry], countries: Countries) -> float:
    weight = NAMED_SO * _is_named_so(entry, ask) + CAPITAL * entry.capital
    weight += BESIDE * _lies_in(entry, ask.within)
    if entry.feature == "country":
        return weight + COUNTRY
    names = countries.get(entry.country, {})
    others = min(sum(n for name, n in names.items() if name != key_of(ask.name)), MENTIONS)
    weight += IN_COUNTRY * bool(others) + AGAIN * others
    if entry.feature == "region":
        return weight + _standing(entry, ask, among)
    return weight + math.log10(entry.population + 1)


def _standing(region: Entry, ask: Asked, among: Sequence[Entry]) -> float:
    """Return how well known a region is, beside a city that has its name."""
    cities = [e for e in among if e.feature == "city" and e.country == region.country]
    if cities and not _is_named_so(region, ask):
        return AFTER_A_CITY
    if any(city.population >= LARGE for city in cities):
        return BESIDE_LARGE
    return PART_OF_REGION if region.part else REGION


def _is_named_so(entry: Entry, ask: Asked) -> bool:
    key, name = key_of(ask.name), key_of(entry.name)
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
