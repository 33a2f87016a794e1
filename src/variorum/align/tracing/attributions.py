"""The words of an article that say who spoke: ``the head of the department, Ada Poe, said``."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import Span


def attributions(item: AnnotatedArticle) -> Iterator[Span]:
    """Yield the sources and the cues of an article's quotations, in no order."""
    for quotation in item.quotations:
        yield from quotation.sources
        yield from quotation.cue
