"""What the words around the name of a place ask for: a province, a river, a city in Texas."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.annotate.placing.hyphened import is_known
from variorum.gazetteers import geonames
from variorum.languages import Language
from variorum.model.spans import Span
from variorum.model.vocabulary import PlaceFeature
from variorum.model.words import words_in

# How far around a name the words lie that tell its kind, in code points.
REACH = 40
# how far an article,
ARTICLE = 5
# and how far before a list that a sign leads to: ``four provinces it took – A, B and C``.
LONG_REACH = 100
# So long a name cut short, with its point, needs none: ``Velm, Mich``.
PLAIN = 5
_COMMA = re.compile(r",[ \u00a0]\Z|,\Z")
_BEHIND = re.compile(r"(?:,[ \u00a0]|,|-)\Z")
_JOINT = re.compile(r"\A,?[ \u00a0][^\W\d_]{2,6}[ \u00a0]\Z")
_LEADS = frozenset(":–—-")
_ROAD = re.compile(r"[A-Z]{1,3}-?[0-9]{1,4}[A-Z]?")
_DATELINE = re.compile(r"(?:, [^\n(]{2,40})? \([^()\n]{2,40}\) ?[-–—]")
_POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class Asked:
    """A name without the word for its kind, that kind, and the name behind it after a comma.

    ``definite``: an article stands before it. ``led``: a noun follows to which that article may
    belong, and the word for the kind: ``the Velm talks``, ``his Velm hotel``. ``inside``: that
    word is part of the name. ``beside``: the numbers of the names in one list with it, itself
    among them. ``closed``: a comma ends the name that follows, and no other name is behind it.
    ``dateline``: the name opens one: ``VELM (Wire) -``.
    """

    name: str
    feature: PlaceFeature | None = None
    within: str | None = None
    definite: bool = False
    led: bool = False
    inside: bool = False
    beside: range = range(0)
    dateline: bool = False
    closed: bool = False


def asked_of(text: str, names: Sequence[Span], language: Language | None) -> list[Asked]:
    """Return what is asked for each name; ``names`` are in order and do not overlap.

    A word for a kind stands in the name or beside it (``Dnipro River``, ``city of Kherson``), or at
    either end of a list (``Donetsk, Luhansk and Kherson regions``, ``the provinces of …``).
    """
    asked = [_asked(text, span, language) for span in names]
    if language is not None:
        _ask_lists(text, names, asked, language)
    return [_within(text, names, at, asked) for at in range(len(asked))]


def _ask_lists(text: str, names: Sequence[Span], asked: list[Asked], language: Language) -> None:
    """Ask of every name in a list for the kind that a word at one of its ends tells."""
    for first, last in _lists(text, names, language):
        told = _kind_behind(text, names[last], language, plural=True)
        told = told or _kind_before(text, names[first], language, plural=True)
        listed = range(first, last + 1)
        for at in listed:
            asked[at] = replace(asked[at], feature=asked[at].feature or told, beside=listed)


def _asked(text: str, span: Span, language: Language | None) -> Asked:
    name = _POSSESSIVE.sub("", " ".join(text[slice(*span)].split()))
    if language is None:
        return Asked(name)
    if region := _cut_short(text, span, name, language):
        return Asked(region, "region")
    words = name.split()
    articles = language.times.articles
    definite = text[max(0, span[0] - ARTICLE) : span[0]].strip().casefold() in articles
    definite = definite and text[span[1] : span[1] + 1] != "-"
    if len(words) > 1 and words[0].lower() in articles:
        words, definite = words[1:], True
    last = words[-1].lower()
    feature = _kind_inside(words, language, definite=definite)
    if name.casefold() in language.places.uncoded:
        return Asked(name, "region")
    whole = feature == "city" and geonames.find(" ".join(words))
    if feature in {"region", "city"} and last in language.places.units and not whole:
        words = words[:-1]
    if _ROAD.fullmatch(name):
        return Asked(name, "facility")
    if name.casefold() in language.places.waters:
        return Asked(name, "water")
    inside = feature is not None
    feature = feature or _kind_beside(text, span, name, language)
    if name.casefold() in language.places.points:
        definite = True
    led = _leads(text, span, language)
    begins = text[max(0, span[0] - 1) : span[0]] in {"", "\n"}
    return Asked(
        " ".join(words),
        feature,
        definite=definite,
        led=led,
        inside=inside,
        dateline=begins and bool(_DATELINE.match(text, span[1])),
    )


def _kind_inside(
    words: Sequence[str], language: Language, *, definite: bool
) -> PlaceFeature | None:
    """Return the kind that a word at an end of a name tells: ``Orrin Center``, ``the Capitol``.

    Rooms of a body are called after the body, and parts of a state are no buildings.
    """
    kinds, last = _kinds(language), words[-1].lower()
    if len(words) == 1:
        return "facility" if definite and kinds.get(last) == "facility" else None
    told = next((kinds[end] for end in (last, words[0].lower()) if end in kinds), None)
    built = language.places.works - language.places.rooms - language.places.bodies
    return told or ("facility" if last in built else None)


def _kind_beside(text: str, span: Span, name: str, language: Language) -> PlaceFeature | None:
    """Return the kind that a word beside a name tells.

    A building or a coast beside a well known place is not that place: ``the Velm coast``. What is
    ``of`` it may go by its name: ``the port of Velm``.
    """
    behind = _kind_behind(text, span, language)
    kind = behind or _kind_before(text, span, language)
    other = kind == "other" or behind == "facility"
    return None if other and is_known(name, language) else kind


def _leads(text: str, span: Span, language: Language) -> bool:
    """Tell whether a word follows a name that may be a noun it describes."""
    if text[span[1] : span[1] + 1] not in {" ", "\u00a0"}:
        return False
    word = next(words_in(text, (span[1], min(len(text), span[1] + REACH))), None)
    if word is None or text[span[1] : word.span[0]].strip():
        return False
    verbal = language.past | language.modals | language.adverbs | language.common_verbs
    known = word.form in language.function_words | verbal or word.form in language.cues
    return word.form.isalpha() and not known


def _cut_short(text: str, span: Span, name: str, language: Language) -> str | None:
    """Return the region of a name that is cut short: ``Calif.``, and ``TX`` behind a comma."""
    regions = language.places.regions
    pointed = "." in name or text[span[1] : span[1] + 1] == "."
    stopped = f"{name.casefold().rstrip('.')}."
    if pointed and stopped in regions:
        return regions[stopped]
    behind = _BEHIND.search(text, max(0, span[0] - 2), span[0])
    if behind is None or not (name.isupper() or len(stopped) >= PLAIN):
        return None
    return regions.get(name.casefold() if name.isupper() else stopped)


def _kind_behind(
    text: str, span: Span, language: Language, *, plural: bool = False
) -> PlaceFeature | None:
    """Return the kind that the word right behind a name tells."""
    if text[span[1] : span[1] + 1] not in {" ", "\u00a0"}:
        return None
    word = next(words_in(text, (span[1], min(len(text), span[1] + REACH))), None)
    if word is None or text[span[1] : word.span[0]].strip():
        return None
    kind = _kind(word.form, language, plural=plural)
    behind = next(words_in(text, (word.span[1], min(len(text), word.span[1] + REACH))), None)
    of = kind == "city" and behind is not None and behind.form in language.places.of
    return None if of else kind


def _kind_before(
    text: str, span: Span, language: Language, *, plural: bool = False
) -> PlaceFeature | None:
    """Return the kind told by ``city of`` before a name, or by ``regions`` and a sign."""
    start = max(0, span[0] - (LONG_REACH if plural else REACH))
    words = list(words_in(text, (text.rfind("\n", start, span[0]) + 1 or start, span[0])))
    if not words:
        return None
    gap = text[words[-1].span[1] : span[0]].strip()
    if plural and gap in _LEADS:
        kinds = (_kind(word.form, language, plural=True) for word in reversed(words))
        return next((kind for kind in kinds if kind), None)
    joined = len(words) > 1 and words[-1].form in language.places.of and not gap
    return _kind(words[-2].form, language, plural=plural) if joined else None


def _kind(form: str, language: Language, *, plural: bool) -> PlaceFeature | None:
    one = language.singular(form) if plural else form
    return _kinds(language).get(one) if one else None


def _kinds(language: Language) -> Mapping[str, str]:
    return ChainMap(dict(language.places.features), dict(language.place_nouns))


def _lists(text: str, names: Sequence[Span], language: Language) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of names with only commas between, and a conjunction.

    A pair with a comma alone is a place and what it lies in: ``Velm, Norvia``.
    """
    first, joined = 0, False
    for at in range(1, len(names) + 1):
        gap = text[names[at - 1][1] : names[at][0]] if at < len(names) else "."
        joins = _is_joint(gap, language)
        if not joined and (joins or gap.strip() == ","):
            joined = joins
            continue
        if joined:
            yield first, at - 1
        first, joined = at, False


def _is_joint(gap: str, language: Language) -> bool:
    """Tell whether two names have a conjunction between them, and nothing else."""
    words = [word.form for word in words_in(gap)] if _JOINT.match(gap) else []
    return len(words) == 1 and words[0] in language.conjunctions


def _within(text: str, names: Sequence[Span], at: int, asked: Sequence[Asked]) -> Asked:
    """Return what is asked, with the name that follows behind a comma, be it cut short."""
    end = names[at][1]
    if at + 1 < len(names) and _COMMA.match(text[end : names[at + 1][0]]):
        behind = names[at + 1][1]
        more = at + 2 < len(names) and _COMMA.match(text[behind : names[at + 2][0]])
        closed = text[behind : behind + 1] == "," and not more
        return replace(asked[at], within=asked[at + 1].name, closed=closed)
    return asked[at]
