"""What every loader yields: the words of a text with their tags, where the data give them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.articles import article
from variorum import languages
from variorum.annotate.marks import find_marks
from variorum.annotate.sentences import find_sentences
from variorum.annotate.tagging.tags import Tagged
from variorum.annotate.words import Words, words_of
from variorum.model.spans import Span, Spans, strip

# The tag of a word that may have any: nobody has annotated it.
UNKNOWN = -1
# What stands for a lesson that a word has none of.
UNTAUGHT = -100


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A text ready to train on.

    Args:
        name: of the document.
        words: as the package reads them.
        roles: one tag a word of ``variorum.annotate.tagging.tags.ROLES``, or ``UNKNOWN``; None: no
            word is annotated.
        names: one tag a word of ``NAMES``, or ``UNKNOWN``; None: no word is annotated.
        others: whether names that are no person, organisation or place are annotated.
        syntax: of each word, as ``lessons.syntax_of`` gives it; None: not known.
    """

    name: str
    words: Words
    roles: list[int] | None = None
    names: list[int] | None = None
    others: bool = True
    syntax: np.ndarray | None = None


def words_in(text: str, sentences: Spans | None = None) -> Words:
    """Return the words of a text of one paragraph a line.

    Args:
        text: the text.
        sentences: where the data give them; None: found as the package finds them.
    """
    read = article(text)
    paragraphs = [block.span for block in read.body()]
    marked = find_marks(text, paragraphs)
    found = find_sentences(read, marked, languages.find("en")) if sentences is None else sentences
    return words_of(text, paragraphs, found, marked)


def stretch_of(words: Words, span: Span) -> tuple[int, int]:
    """Return the words that lie in a span at least in part, as places ``[first, last)``."""
    first = int(np.searchsorted(words.spans[:, 1], span[0], side="right"))
    last = int(np.searchsorted(words.spans[:, 0], span[1], side="left"))
    return first, max(first, last)


def tagged_of(words: Words, spans: list[tuple[Span, str]]) -> list[Tagged]:
    """Return labelled spans as stretches of words."""
    return [Tagged(*stretch_of(words, span), label) for span, label in spans]


def trimmed(text: str, span: Span, edge: str = " \t\r\n.,;:!?…\"'“”‘’«»()[]—–-") -> Span:
    """Return a span without marks and punctuation at its edges."""
    start, end = strip(text, span)
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return start, end
