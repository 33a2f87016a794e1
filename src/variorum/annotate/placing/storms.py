"""The proper names of storms, which are often those of people or towns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache

from variorum.languages import Language


def storm_names(text: str, places: Set[str], language: Language) -> frozenset[str]:
    """Return the names that a text gives to storms, in small letters.

    (``Hurricane Ulla``; ``typhoons Ulla and Marten``)

    Args:
        text: of an article.
        places: the names of known places, in small letters; what may be a verb before one of
            them is no storm (``Rebels storm Velm``).
        language: of the article.
    """
    return frozenset(
        name.casefold()
        for kind, name in _named(text, language)
        if kind not in language.places.acts.object or name.casefold() not in places
    )


def _named(text: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield words for storms in small letters, each with a name behind it."""
    for found in _pattern(language).finditer(text):
        kind, *names = found.groups()
        yield from ((kind.lower(), name) for name in names if name and name[:1].isupper())


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    kinds = "|".join(sorted(map(re.escape, language.places.storms)))
    joints = "|".join(sorted(map(re.escape, language.conjunctions)))
    name = r"[ \u00a0]([^\W\d_]+)(?![^\W_])"
    return re.compile(rf"\b((?i:{kinds})){name}(?:[ \u00a0](?:{joints}){name})?")
