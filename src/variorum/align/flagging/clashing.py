"""The flag of two places of one article that do not fit together, with what stands there."""

from __future__ import annotations

from variorum.model.annotation import Flag
from variorum.model.article import Article
from variorum.model.spans import Span
from variorum.model.vocabulary import FlagKind


def flag_clash(
    kind: FlagKind, article: Article, places: tuple[Span, Span], counted: str | None = None
) -> Flag:
    """Return a flag, without its id, of two places that clash; its note shows both.

    Args:
        kind: what does not fit together.
        article: where both stand.
        places: the two, in the order in which the note shows them.
        counted: what the figures at the two places count; None where the places are words.
    """
    if counted is None:
        note = quote(article, places)
    else:
        first, second = article.words(*places)
        note = f"number {first} ≠ {second} ({counted})"
    spans = tuple(sorted(places))
    return Flag(id="", kind=kind, witness=article.id, spans=spans, note=note)


def quote(article: Article, places: tuple[Span, Span]) -> str:
    """Return the words at two places of an article, quoted in one line."""
    first, second = (" ".join(words.split()) for words in article.words(*places))
    return f"“{first}” … “{second}”"
