"""Honorifics that clash: one name with ``Mr`` here and ``Ms`` there.

A flag, not a finding: two people may share the name, or one of the prints is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from variorum.languages import Language
from variorum.model.annotation import Flag, Mention
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span
from variorum.model.words import words_in

# How far before a name its honorific is looked for, in code points.
REACH = 20
_BEFORE = re.compile(r"([^\W\d_]+)\.?[ \u00a0]\Z")


def find_honorific_clashes(
    article: Article, mentions: Sequence[Mention], language: Language | None
) -> tuple[Flag, ...]:
    """Return one flag for each name that this article gives honorifics of two genders.

    A surname that stands behind two first names in the article has two bearers, and no flag.

    Args:
        article: the text the mentions are of.
        mentions: as ``find_mentions`` returns them; only persons count.
        language: of the article; None: no honorific is known, nothing is flagged.

    The spans of a flag are the first honorific with its name, and the first that clashes with it.
    """
    titled: dict[str, list[tuple[str, Span]]] = {}
    for mention in mentions if language else ():
        for gender, span in _honorific(article.text, mention, language):
            titled.setdefault(mention.name, []).append((gender, span))
    flags = []
    shared = _shared_surnames(article.text, mentions) if titled else frozenset()
    for prints in titled.values():
        first = prints[0]
        other = next((p for p in prints if p[0] != first[0]), None)
        if other and _surname(article.text, first[1]) not in shared:
            flags.append(_flag(article, first[1], other[1]))
    return tuple(sorted(flags, key=lambda flag: flag.spans))


def _shared_surnames(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the surnames that the text prints behind two first names or more."""
    given: dict[str, set[str]] = {}
    for mention in mentions:
        words = [word.form for word in words_in(text, mention.span)]
        if mention.kind == "person" and len(words) > 1:
            given.setdefault(words[-1], set()).add(words[0])
    return frozenset(surname for surname, first in given.items() if len(first) > 1)


def _surname(text: str, span: Span) -> str:
    return [word.form for word in words_in(text, span)][-1]


def _honorific(
    text: str, mention: Mention, language: Language | None
) -> Iterator[tuple[str, Span]]:
    """Yield the gender that the honorific before a person tells, and the span of both."""
    start, end = mention.span
    match = _BEFORE.search(text[max(0, start - REACH) : start])
    if language is None or match is None or mention.kind != "person":
        return
    gender = language.honorifics.get(match[1].lower(), "")
    if gender and match[1][0].isupper():
        yield gender, (start - len(match[0]), end)


def _flag(article: Article, one: Span, other: Span) -> Flag:
    first, second = (" ".join(words.split()) for words in article.words(one, other))
    flag = Flag(
        id="",
        kind="honorific-clash",
        witness=article.id,
        spans=(one, other),
        note=f"“{first}” … “{second}”",
    )
    return sign(flag, {article.id: article})
