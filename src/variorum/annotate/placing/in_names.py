"""Names of places inside those of bodies, papers, teams, laws and days: ``the Velm Border Agency``.

They lead to no place, though they tell which country an article is about.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set

from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article

# How many words with capitals may follow the name of a place in that of a body.
_BEHIND = re.compile(r"(?:[ \u00a0][A-Z][\w’'-]*){1,5}")
_DAY = re.compile(r"['’]s [A-Z][a-z]+")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_OF = re.compile(r"(?<=\w) (\w+) (?:(\w+) )?\Z")


def held_in_names(
    article: Article,
    names: Sequence[Mention],
    mentions: Sequence[Mention],
    language: Language | None,
) -> frozenset[int]:
    """Return the numbers of those names that are part of another name, which is no place's.

    Headlines tell nothing of it, as all their words may have capitals.

    Args:
        article: the text.
        names: in the order of the text.
        mentions: of the article; a body among them is one by its kind.
        language: of the article; None: nothing is known of the words in a name.
    """
    if language is None:
        return frozenset()
    bodies = {one.span[0] for one in mentions if one.kind == "organisation"}
    roles = {one.span[0]: one.span[1] for one in mentions if one.kind == "role"}
    heads = [block.span for block in article.blocks if block.kind == "headline"]
    starts = [start for start, _ in heads]
    held = set()
    for at, name in enumerate(names):
        head = bisect_right(starts, name.span[0]) - 1
        if head >= 0 and name.span[0] < heads[head][1]:
            continue
        before = names[at - 1] if at else None
        opens = _opens_a_name(article.text, name, (bodies, roles), language)
        opens = opens or _opens_a_holiday(article.text, name, language)
        if opens or _is_of_a_body(article.text, name, before, language):
            held.add(at)
    return frozenset(held)


def _opens_a_name(
    text: str, name: Mention, others: tuple[Set[int], Mapping[int, int]], language: Language
) -> bool:
    """Tell whether a name is the first word of a body's or a law's: ``Velm Border Agency``.

    ``others``: where those begin that are known (``the Velm Red Kites``, but not ``the Velm NATO
    base``), and where offices begin and end, which hold words for bodies (``Press Secretary``).
    """
    bodies, roles = others
    behind = _BEHIND.match(text, name.span[1])
    words = list(_WORD.finditer(text, *behind.span())) if behind else []
    forms = [word[0].lower() for word in words]
    if not words or forms[0] in language.times.articles or forms[-1] in _buildings(language):
        return False
    words = [word for word in words if not word[0].isupper()]
    ends = roles.get(name.span[1] + 1, 0)
    told = [word[0].lower() for word in words if word.start() >= ends]
    return any(word.start() in bodies for word in words) or _tell_a_body(told, language)


def _opens_a_holiday(text: str, name: Mention, language: Language) -> bool:
    """Tell whether a name is the first word of a day's: ``St Andrew's Day``."""
    day = _DAY.match(text, name.span[1])
    words = text[name.span[0] : day.end()].lower().replace("’", "'") if day else ""
    return words in language.times.holidays


def _is_of_a_body(text: str, name: Mention, before: Mention | None, language: Language) -> bool:
    """Tell whether a name closes that of the body before it: ``Court of Appeals for Velm``."""
    if before is None or before.kind != "organisation":
        return False
    joined = _OF.match(text, before.span[1], name.span[0])
    if joined is None or joined[1] not in language.places.joining:
        return False
    if joined[2] and joined[2] not in language.times.articles:
        return False
    words = [word[0].lower() for word in _WORD.finditer(text, *before.span)]
    return _tell_a_body(words, language) and not set(words) & _buildings(language)


def _tell_a_body(words: Sequence[str], language: Language) -> bool:
    told = language.organisation_words | language.outlet_words | language.places.charters
    return bool(set(words) & (told - _buildings(language)))


def _buildings(language: Language) -> Set[str]:
    places = language.places
    return places.works - places.bodies - places.rooms
