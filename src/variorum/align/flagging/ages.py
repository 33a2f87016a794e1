"""Two ages of one person in one article: ``Ada Poe, 47, … Ms Poe, aged 46,``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from variorum import languages
from variorum.align.flagging.bearers import Bearer, bearers_of
from variorum.align.flagging.clashing import flag_clash
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.spans import Span

# Ages further apart are of two times, or of two people.
APART = 10
# An age before a name stands within so many code points.
REACH = 30
# An article with so many figures in brackets behind names counts something else by them.
MANY = 3
_BRACKETED = re.compile(r"[^\W\d_][ \u00a0]\(\d{1,2}\)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def find_age_clashes(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield a flag, without its id, for each other age than the first that a person is given.

    Only figures right beside a name count, in sentences that name no year. Where several people
    bear a family name, who is told by it alone is nobody known.

    Args:
        item: the article.
    """
    language = languages.find(item.article.language)
    if language is None:
        return
    first: dict[Bearer, Span] = {}
    for name, bearer, age in ages_of(item, language):
        known = first.setdefault(bearer, age)
        one, other = (int(item.article.text[slice(*place)]) for place in (known, age))
        if one != other and abs(one - other) <= APART:
            yield flag_clash("number-clash", item.article, (known, age), name)


def ages_of(item: AnnotatedArticle, language: Language) -> Iterator[tuple[str, Bearer, Span]]:
    """Yield the ages that stand right beside names: the name, its bearer, and the figure.

    Args:
        item: the article.
        language: of the article.
    """
    for span, name, bearer in bearers_of(item, language):
        age = _age(item, span, language)
        if age is not None:
            yield name, bearer, age


def _age(item: AnnotatedArticle, name: Span, language: Language) -> Span | None:
    """Return where the age of a name stands, right behind it or before it."""
    text = item.article.text
    behind, before = _patterns(language)
    found = behind.match(text, name[1]) or before.search(text, max(0, name[0] - REACH), name[0])
    if found is None or _is_of_a_year(item, name):
        return None
    group = next(at for at, figure in enumerate(found.groups(), 1) if figure)
    bracketed = text[found.start(group) - 1] == "("
    if bracketed and len(_BRACKETED.findall(text)) >= MANY:
        return None
    return found.span(group)


def _is_of_a_year(item: AnnotatedArticle, name: Span) -> bool:
    text = item.article.text
    own = (text[start:end] for start, end in item.sentences if start <= name[0] < end)
    return any(map(_YEAR.search, own))


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of an age behind a name and of one before it, the figure a group."""
    words = language.contrasts
    old, aged, articles = (
        "|".join(map(re.escape, sorted(listed)))
        for listed in (words.old, words.aged, language.variants.articles)
    )
    ends = r"(?=,[ \u00a0]|\.(?:\s|\Z)|\))"
    behind = (
        rf"(?:,? (?:{aged}) | \((?:{aged}) |,[ \u00a0])(\d{{1,2}})(?:[ -](?:{old}))?{ends}",
        r" \((\d{1,2})\)",
        rf", (?:{articles}) (\d{{1,2}})[ -](?:{old}) ",
    )
    return re.compile("|".join(behind)), re.compile(rf"\b(\d{{1,2}})[ -](?:{old}) \Z")
