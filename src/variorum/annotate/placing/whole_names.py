"""Names of places as a reader would mark them, where a mention holds too little or too much.

``United States`` where only ``States`` is marked, ``Norvia`` where a genitive with a broken
apostrophe is, the seat of a government without whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from variorum.gazetteers import iso3166
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.spans import Span

# How far before a name the rest of it may begin, in code points.
REACH = 24
# An apostrophe whose bytes were read in another encoding, and what follows it.
_BROKEN = re.compile("â(?:€™|\x80\x99)s?\\Z")
_FIRST_WORDS = re.compile(r"(?:\b[A-Z][a-z]+ ){1,2}\Z")
_LAST_WORD = re.compile(r" ([A-Z][a-z]+)\b(?! [A-Z])")


def with_whole_names(
    text: str, mentions: Sequence[Mention], language: Language | None
) -> list[Mention]:
    """Return mentions, those of places over their whole names and no more.

    Args:
        text: of the article.
        mentions: in order, none over another.
        language: of the text; None: only broken genitives are cut off.
    """
    persons = {one.name.split()[-1] for one in mentions if one.kind == "person" and one.name}
    found: list[Mention] = []
    for at, mention in enumerate(mentions):
        if mention.kind == "place":
            last = mentions[at + 1].span[0] if at + 1 < len(mentions) else len(text)
            span = _unbroken(text, mention.span)
            if language is not None:
                span = _grown(text, span, (found[-1].span[1] if found else 0, last), language)
                span = _seat(text, span, language, persons)
            if span != mention.span:
                mention = replace(mention, span=span, name=text[slice(*span)])
        found.append(mention)
    return found


def _unbroken(text: str, span: Span) -> Span:
    broken = _BROKEN.search(text, *span)
    return (span[0], broken.start()) if broken else span


def _grown(text: str, span: Span, room: Span, language: Language) -> Span:
    """Return the span of a name with the words of it around; ``room``: where no other one is."""
    start = next(_starts(text, span, room[0], language), span[0])
    return start, _end(text, span, room[1], language)


def _starts(text: str, span: Span, least: int, language: Language) -> Iterator[int]:
    """Yield where a country's name begins that a name ends: ``United`` before ``States``."""
    before = _FIRST_WORDS.search(text, max(least, span[0] - REACH), span[0])
    if before is None:
        return
    for word in re.finditer(r"\w+", before[0]):
        start = before.start() + word.start()
        name = text[start : span[1]]
        if name.casefold() in language.same_names or _is_country(name):
            yield start


def _is_country(name: str) -> bool:
    return any(entry.feature == "country" for entry in iso3166.find(name))


def _end(text: str, span: Span, most: int, language: Language) -> int:
    """Return where a name ends, with the word for a building behind it: ``Velm Statehouse``."""
    behind = _LAST_WORD.match(text, span[1])
    if behind is None or behind.end() > most or not _has_article(text, span[0], language):
        return span[1]
    kind = language.places.features.get(behind[1].lower())
    return behind.end() if kind == "facility" else span[1]


def _has_article(text: str, start: int, language: Language) -> bool:
    before = text[max(0, start - REACH) : start].split()
    return bool(before) and before[-1].casefold() in language.times.articles


def _seat(text: str, span: Span, language: Language, persons: Set[str]) -> Span:
    """Return the span of a seat of a government without whose it is: ``the Orrin White House``."""
    name = text[slice(*span)]
    for seat in _of_several_words(language.places.seats):
        owner = name[: -len(seat)]
        if name.casefold().endswith(seat) and owner[-1:] in {" ", "-"}:
            short = owner[-1] == "-" and owner.islower()
            if short or owner.rstrip() in persons:
                return span[1] - len(seat), span[1]
    return span


def _of_several_words(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if " " in name)
