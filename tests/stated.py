"""Builds annotated articles for tests of alignment: one statement a line, nothing read by rules."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.articles import article
from variorum.align.origins import ties_of
from variorum.align.statements import relate
from variorum.model.annotation import (
    AnnotatedArticle,
    Quantity,
    Quotation,
    Speaker,
    Statement,
    Time,
)
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span
from variorum.model.story import Copy, Relation

# Lines for an article around the one that a test is about.
FILLER = """
Ferry traffic on the northern line resumed before noon.
A museum in the old harbour opens its doors next spring.
The mayor thanked volunteers for cleaning the beaches.
Schools in the valley stay shut until the road is repaired.
"""

_NUMBER = re.compile(r"\d+|\b(?:four|six|twelve)\b")
_VALUES = {"four": 4.0, "six": 6.0, "twelve": 12.0}
_NEGATION = re.compile(r"\b(?:not|no|never)\b")


def stated(
    text: str,
    *,
    source: str = "a.txt",
    published: str | None = None,
    outlet: str | None = None,
    holder: str | None = None,
    modality: str = "fact",
    times: Sequence[tuple[str, str]] = (),
    language: str | None = "en",
) -> AnnotatedArticle:
    """Return an article whose every line is a statement.

    Numbers are counted by the word after them; a line with a negation is denied; ``times`` are
    expressions with their EDTF value; what stands in double quote marks is a quotation.
    """
    made = article(text, source=source, published=published, outlet=outlet, language=language)
    found = tuple(_time(made, words, edtf) for words, edtf in times)
    return AnnotatedArticle(
        article=made,
        times=found,
        quotations=tuple(_quotation(made, m.span(1)) for m in re.finditer("“([^”]*)”", text)),
        statements=tuple(
            _statement(made, block.span, found, holder=holder, modality=modality)
            for block in made.blocks
        ),
    )


def relations_of(
    articles: Sequence[AnnotatedArticle], copies: Sequence[Copy] = ()
) -> tuple[Relation, ...]:
    """Return the relations of some witnesses."""
    return relate(articles, ties_of(articles, copies))


def related(one: AnnotatedArticle, other: AnnotatedArticle) -> list[Relation]:
    """Return the relations of two witnesses, without copies."""
    return list(relations_of((one, other)))


def pair(first: str, second: str) -> list[Relation]:
    """Return the relations of two lines, each in an article with other lines around it."""
    one = stated(first + FILLER, source="a.txt")
    other = stated(second + "\nNothing else was printed here today.", source="b.txt")
    return related(one, other)


def _time(made: Article, words: str, edtf: str) -> Time:
    start = made.text.index(words)
    span = (start, start + len(words))
    bare = Time(id="", witness=made.id, span=span, edtf=edtf, basis="stated")
    return sign(bare, {made.id: made})


def _quotation(made: Article, span: Span) -> Quotation:
    bare = Quotation(
        id="", witness=made.id, spans=(span,), marks=(span,), form="direct", use="speech",
        speaker=None, cue=(),
    )  # fmt: skip
    return sign(bare, {made.id: made})


def _statement(
    made: Article, span: Span, times: Sequence[Time], *, holder: str | None, modality: str
) -> Statement:
    words = made.text[slice(*span)]
    speaker = Speaker(name=holder, kind="person", span=None, how="named") if holder else None
    return sign(
        Statement(
            id="",
            witness=made.id,
            spans=(span,),
            holder=speaker,
            polarity="denied" if _NEGATION.search(words) else "affirmed",
            modality=modality,
            times=tuple(t.id for t in times if span[0] <= t.span[0] < span[1]),
            quantities=tuple(_quantities(words, span[0])),
        ),
        {made.id: made},
    )


def _quantities(words: str, start: int) -> list[Quantity]:
    found = []
    for match in _NUMBER.finditer(words):
        unit = re.match(r" (\w+?)s?\b", words[match.end() :])
        value = _VALUES.get(match[0]) or float(match[0])
        span = (start + match.start(), start + match.end())
        found.append(Quantity(value=value, unit=unit[1] if unit else None, span=span))
    return found
