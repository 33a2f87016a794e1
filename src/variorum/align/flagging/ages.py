"""Two ages of one person in one article: ``Ada Poe, 47, … Ms Poe, 46,``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.align.flagging.clashing import flag_clash
from variorum.model.annotation import AnnotatedArticle, Flag, Mention
from variorum.model.spans import Span

_AGE = re.compile(r",[ \u00a0](\d{1,2})(?=,[ \u00a0]|\.(?:\s|\Z))")
# Ages further apart are of two times, or of two people.
APART = 10


def find_age_clashes(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield a flag, without its id, for each other age than the first that a person is given.

    Only figures right behind a name count, and names of which the last word is one person's alone.

    Args:
        item: the article.
    """
    people = {one.name for one in item.mentions if one.kind == "person"}
    surnames = [name.split()[-1] for name in people]
    first: dict[str, Span] = {}
    for mention in item.mentions:
        span = _age(item, mention)
        if span is None or surnames.count(mention.name.split()[-1]) > 1:
            continue
        known = first.setdefault(mention.name, span)
        one, other = (int(item.article.text[slice(*place)]) for place in (known, span))
        if one != other and abs(one - other) <= APART:
            yield flag_clash("number-clash", item.article, (known, span), mention.name)


def _age(item: AnnotatedArticle, mention: Mention) -> Span | None:
    found = _AGE.match(item.article.text, mention.span[1]) if mention.kind == "person" else None
    named = len(mention.name.split()) > 1
    return found.span(1) if found and named else None
