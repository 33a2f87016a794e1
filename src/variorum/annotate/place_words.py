"""What the words around the name of a place ask for: a province, a river, a city in Texas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.languages import Language
from variorum.model.spans import Span
from variorum.model.vocabulary import PlaceFeature
from variorum.model.words import words_in

# How far around a name the words lie that tell its kind, in code points.
REACH = 40
# how far an article,
ARTICLE = 4
# and how far before a list that a sign leads to: ``four provinces it took – A, B and C``.
LONG_REACH = 100
_COMMA = re.compile(r",[ \u00a0]\Z|,\Z")
_JOINT = re.compile(r"\A(?:,|,? ?[^\W\d_]{2,3})[ \u00a0]?\Z")
_LEADS = frozenset(":–—-")
_POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class Asked:
    """A name without the word for its kind, that kind, and the name behind it after a comma.

    ``definite``: an article stands before it.
    """

    name: str
    feature: PlaceFeature | None = None
    within: str | None = None
    definite: bool = False


def asked_of(text: str, names: Sequence[Span], language: Language | None) -> list[Asked]:
    """Return what is asked for each name; ``names`` are in order and do not overlap.

    A word for a kind stands in the name or beside it (``Dnipro River``, ``city of Kherson``), or at
    either end of a list (``Donetsk, Luhansk and Kherson regions``, ``the provinces of …``).
    """
    asked = [_asked(text, span, language) for span in names]
    if language is not None:
        _ask_lists(text, names, asked, language)
    return [_within(text, names, at, one) for at, one in enumerate(asked)]


def _ask_lists(text: str, names: Sequence[Span], asked: list[Asked], language: Language) -> None:
    """Ask of every name in a list for the kind that a word at one of its ends tells."""
    for first, last in _lists(text, names, language):
        told = _kind_behind(text, names[last], language, plural=True)
        told = told or _kind_before(text, names[first], language, plural=True)
        for at in range(first, last + 1) if told else ():
            if asked[at].feature is None:
                asked[at] = replace(asked[at], feature=told)


def _asked(text: str, span: Span, language: Language | None) -> Asked:
    name = _POSSESSIVE.sub("", " ".join(text[slice(*span)].split()))
    if language is None:
        return Asked(name)
    words = name.split()
    kinds, articles = language.place_nouns, language.times.articles
    before = next(words_in(text[max(0, span[0] - ARTICLE) : span[0]]), None)
    definite = before is not None and before.form in articles
    if len(words) > 1 and words[0].lower() in articles:
        words, definite = words[1:], True
    ends = (words[-1].lower(), words[0].lower()) if len(words) > 1 else ()
    feature = next((kinds[end] for end in ends if end in kinds), None)
    if feature in {"region", "city"} and words[-1].lower() in kinds:
        words = words[:-1]
    feature = feature or _kind_behind(text, span, language) or _kind_before(text, span, language)
    return Asked(" ".join(words), feature, definite=definite)


def _kind_behind(
    text: str, span: Span, language: Language, *, plural: bool = False
) -> PlaceFeature | None:
    """Return the kind that the word right behind a name tells."""
    if text[span[1] : span[1] + 1] not in {" ", "\u00a0"}:
        return None
    word = next(words_in(text, (span[1], min(len(text), span[1] + REACH))), None)
    if word is None or text[span[1] : word.span[0]].strip():
        return None
    return _kind(word.form, language, plural=plural)


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
    joined = len(words) > 1 and words[-1].form in language.times.of and not gap
    return _kind(words[-2].form, language, plural=plural) if joined else None


def _kind(form: str, language: Language, *, plural: bool) -> PlaceFeature | None:
    one = language.singular(form) if plural else form
    return language.place_nouns.get(one) if one else None


def _lists(text: str, names: Sequence[Span], language: Language) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of names with only commas and conjunctions between."""
    first = 0
    for at in range(1, len(names) + 1):
        if at < len(names) and _joined(text[names[at - 1][1] : names[at][0]], language):
            continue
        if at - first > 1:
            yield first, at - 1
        first = at


def _joined(between: str, language: Language) -> bool:
    if not _JOINT.match(between.strip() + " ") and between.strip() != ",":
        return False
    words = [word.form for word in words_in(between)]
    return all(word in language.conjunctions for word in words)


def _within(text: str, names: Sequence[Span], at: int, one: Asked) -> Asked:
    """Return what is asked, with the name that follows behind a comma."""
    if at + 1 == len(names) or not _COMMA.match(text[names[at][1] : names[at + 1][0]]):
        return one
    return replace(one, within=" ".join(text[slice(*names[at + 1])].split()))
