"""Which place a name means: its kind by the words around it, its reference by the whole article.

Of the places of one name that is taken which the words beside it ask for (``Kherson province``,
``Paris, Texas``), then one of a country that the article names elsewhere, then the better known
one: the measures that Leidner (2007, Toponym Resolution in Text) finds to carry most systems. A
name that no gazetteer has stays a name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from variorum.annotate.placing.cut_short import with_cut_short
from variorum.annotate.placing.hyphened import KNOWN, without_hyphens
from variorum.annotate.placing.in_names import held_in_names
from variorum.annotate.placing.neighbours import beside, spelled_out, with_quarters
from variorum.annotate.placing.place_weights import (
    Countries,
    best_of,
    is_named_so,
    likeliest,
    weight,
)
from variorum.annotate.placing.place_words import Asked, asked_of
from variorum.annotate.placing.unlisted import ACRONYM, guessed, is_county, is_kind, is_plain_word
from variorum.annotate.placing.whole_names import with_whole_names
from variorum.gazetteers import Entry, geonames, iso3166, key_of
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article
from variorum.model.spans import Span
from variorum.model.vocabulary import PlaceFeature

_PLAIN = re.compile(r"\b[^\W\d_A-Z]+\b")
# So much better known is a place that its country counts as named.
CLEAR = 1.5
# A demonym and its country begin alike.
DEMONYM = 4


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place at its span, and which place it means.

    ``feature`` is told by the words around the name, else by ``entry``, which is None where no
    gazetteer has the name; else it is guessed, and not ``told``.
    """

    span: Span
    name: str
    feature: str
    entry: Entry | None
    told: bool = True


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
    names = _names(article, mentions, language)
    found = [(names.asked[at], names.places[at]) for at in names.used]
    countries = _countries(found, mentions, language)
    held = held_in_names(article, names.named, mentions, language)
    plain = set(_PLAIN.findall(article.text))
    made = []
    for at, ask, entry in _meant(names, countries, language):
        if at in held or (entry is None and is_plain_word(ask, plain, language)):
            continue
        told = entry.feature if entry else _told(ask, names.places[at], language)
        feature = told or guessed(ask, language)
        span = names.named[at].span
        made.append(Toponym(span, ask.name, feature, entry, told=told is not None))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Names:
    """Mentions, what is asked of each, the places of its name, and which are names of places."""

    named: Sequence[Mention]
    asked: Sequence[Asked]
    places: Sequence[tuple[Entry, ...]]
    used: Sequence[int]


def _names(article: Article, mentions: Sequence[Mention], language: Language | None) -> _Names:
    roleless = [mention for mention in mentions if mention.kind != "role"]
    whole = with_whole_names(article.text, roleless, language)
    named = without_hyphens(article.text, with_cut_short(article, whole, language), language)
    spans = [one.span for one in named]
    asked = spelled_out(asked_of(article.text, spans, language), language)
    asked = with_quarters(article.text, spans, asked, language)
    places = [_candidates(ask, language) for ask in asked]
    used = [
        at
        for at, one in enumerate(named)
        if (_is_seat(one, language) or _is_place(one, places[at], mentions))
        and not _is_demonym(asked[at], places[at], language)
    ]
    return _Names(named, asked, places, used)


def _meant(
    names: _Names, countries: Countries, language: Language | None
) -> Iterator[tuple[int, Asked, Entry | None]]:
    """Yield the number of each name of a place, what is asked of it, and the place it means."""
    short = _short_names([names.asked[at] for at in names.used], language)
    used = frozenset(names.used)
    chosen: dict[tuple[str, str, bool], Entry | None] = {}
    for at in names.used:
        ask = beside(at, names.asked, names.places, used)
        if ask.feature is None and ask.name.casefold() in short:
            yield at, replace(ask, feature="region"), None
            continue
        key = (key_of(ask.name), ask.feature or "", ask.definite)
        if ask.within or ask.feature != names.asked[at].feature or key not in chosen:
            chosen[key] = best_of(ask, names.places[at], countries)
        yield at, ask, chosen[key]


def _short_names(asked: Sequence[Asked], language: Language | None) -> Set[str]:
    """Return what regions without a code are called for short: ``Gaza``, after ``Gaza Strip``."""
    uncoded = language.places.uncoded if language else frozenset()
    names = {ask.name.casefold() for ask in asked} & uncoded
    return {name.split()[0] for name in names if " " in name}


def _told(ask: Asked, places: Sequence[Entry], language: Language | None) -> PlaceFeature | None:
    """Return the kind of a name without a reference, by the word for it or by its neighbours.

    It is a town where only towns have the name, or where the place around it follows
    (``Velm, Norvia``).
    """
    around = ask.within and iso3166.find(ask.within)
    known = any(entry.feature == "city" for entry in places)
    town = around or (known and not is_county(ask.name, language))
    return ask.feature or ("city" if town else None)


def _candidates(ask: Asked, language: Language | None) -> tuple[Entry, ...]:
    """Return the places of a name, of the kind that is asked for; a country by its full name.

    Of names behind an article only countries are known: ``the West`` is none. A country is also
    what goes by another word: ``Czech Republic``, ``the island of Malta``.
    """
    same = language.same_names.get(ask.name.casefold().rstrip(".")) if language else None
    if language and ask.name.casefold() in language.places.wide | language.places.uncoded:
        return ()
    if language and ask.feature == "facility" and ask.name.casefold() in language.places.seats:
        return ()
    if is_kind(ask, language):
        return ()
    found = (*geonames.find(same or ask.name), *iso3166.find(same or ask.name))
    refs = {e.ref: e for e in reversed(found) if same or not _is_acronym(ask, e)}
    if ask.definite and ask.feature is None:
        known = tuple(entry for entry in refs.values() if ask.led and _is_known(entry, ask))
        return known or tuple(entry for entry in refs.values() if entry.feature == "country")
    asked = ask.feature
    fitting = tuple(entry for entry in refs.values() if asked in {None, entry.feature})
    if not fitting and asked in {"facility", "water", "other"}:
        fitting = tuple(entry for entry in refs.values() if _is_meant(entry, ask))
    return fitting or tuple(entry for entry in refs.values() if entry.feature == "country")


def _is_acronym(ask: Asked, entry: Entry) -> bool:
    """Tell whether a name is capitals only and not those of a place: ``DACA`` is not Dhaka.

    Datelines have a place in capitals.
    """
    name = ask.name
    if ask.dateline or not (name.isupper() and name.isalpha() and len(name) <= ACRONYM):
        return False
    initials = "".join(word[0] for word in entry.name.split())
    return entry.feature == "city" and name not in {entry.name.upper(), initials}


def _is_meant(entry: Entry, ask: Asked) -> bool:
    """Tell whether a name is a place's in spite of a word for another kind.

    The word is part of the name (``Battle Creek``, ``Eastern Cape``), or stands behind a known
    one (``his Velm hotel``).
    """
    if ask.led and ask.feature == "facility" and _is_known(entry, ask):
        return True
    return ask.inside and not ask.definite and is_named_so(entry, ask)


def _is_known(entry: Entry, ask: Asked) -> bool:
    """Tell whether a name alone, before any noun, would be taken for a place's."""
    if entry.feature == "city":
        return entry.capital or (entry.population >= KNOWN and is_named_so(entry, ask))
    return entry.feature == "country" or is_named_so(entry, ask)


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


def _is_seat(mention: Mention, language: Language | None) -> bool:
    """Tell whether a body goes by the name of the building where it sits: ``the White House``."""
    name = mention.name.casefold()
    return " " in name and language is not None and name in language.places.seats


def _is_demonym(ask: Asked, places: Sequence[Entry], language: Language | None) -> bool:
    """Tell whether a name is that of a people, which no place has for its own."""
    demonyms = language.demonyms if language else frozenset()
    return ask.name.casefold() in demonyms and not any(is_named_so(one, ask) for one in places)


_Found = tuple[Asked, tuple[Entry, ...]]


def _countries(
    found: Sequence[_Found], mentions: Sequence[Mention], language: Language | None
) -> Countries:
    """Return by which names each country is meant that mean no other, and by which demonyms."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    names: dict[str, str] = {}
    for ask, candidates in found:
        best = likeliest(ask, candidates, {})
        if best and _is_clear(best, ask, candidates):
            counts[best.country][key_of(ask.name)] += 1
            if best.feature == "region" and best.region:
                counts[best.region][key_of(ask.name)] += 1
        names.update({key_of(e.name): e.country for e in candidates if e.feature == "country"})
    demonyms = language.demonyms if language else frozenset()
    for mention in mentions:
        first = mention.name.split()[0].casefold()
        if mention.kind == "other" and first in demonyms:
            for name, code in names.items():
                counts[code][first] += name[:DEMONYM] == first[:DEMONYM]
    return counts


def _is_clear(best: Entry, ask: Asked, candidates: Sequence[Entry]) -> bool:
    """Tell whether a place is so much better known than those of its name in other countries.

    A smaller town that is only called so besides is no rival of one that has the very name.
    """
    own = is_named_so(best, ask)
    others = (e for e in candidates if e.country != best.country)
    others = (e for e in others if not own or e.population >= KNOWN or is_named_so(e, ask))
    second = max((weight(ask, e, candidates, {}) for e in others), default=0.0)
    return weight(ask, best, candidates, {}) >= second + CLEAR
