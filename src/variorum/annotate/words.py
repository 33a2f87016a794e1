"""Words as the trained annotator sees them: pieces of a vocabulary, and what that vocabulary hides.

The vocabulary is BERT's uncased one (Devlin et al., 2019), so case, digits and quote marks are
given beside it: a shape for each word, whether it stands in marks, and whether it begins a
sentence or a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from variorum import weights
from variorum.annotate.marks import Marked
from variorum.model.spans import Span

Numbers = np.ndarray[tuple[int], np.dtype[np.int64]]

SHAPES = (
    "lower",
    "title",
    "upper",
    "initial",
    "mixed",
    "digits",
    "digits and letters",
    "caseless",
    "opening mark",
    "closing mark",
    "straight mark",
    "apostrophe",
    "comma",
    "full stop",
    "question or exclamation",
    "colon",
    "dash",
    "bracket",
    "other",
)
_SIGNS = {
    **dict.fromkeys("“„«‹‘‚「『", "opening mark"),
    **dict.fromkeys("”»›」』", "closing mark"),
    **dict.fromkeys('"`', "straight mark"),
    **dict.fromkeys("'’", "apostrophe"),
    ",": "comma",
    **dict.fromkeys(".…", "full stop"),
    **dict.fromkeys("?!", "question or exclamation"),
    **dict.fromkeys(":;", "colon"),
    **dict.fromkeys("-–—", "dash"),
    **dict.fromkeys("()[]{}", "bracket"),
}
_PLACES = {name: place for place, name in enumerate(SHAPES)}


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of an article's body, in order; all arrays have one entry a word.

    Args:
        spans: their spans in the text, shape (words, 2).
        pieces: the vocabulary's number of every piece of every word, shape (pieces,).
        firsts: the place of each word's first piece, and one more: the number of pieces.
        shapes: places in ``SHAPES``.
        marked: 0 outside quote marks, 1 in double ones, 2 in single ones.
        starts: 0 within a sentence, 1 at its first word, 2 at a paragraph's first word.
    """

    spans: np.ndarray[tuple[int, int], np.dtype[np.int64]]
    pieces: Numbers
    firsts: Numbers
    shapes: Numbers
    marked: Numbers
    starts: Numbers

    def __len__(self) -> int:
        return len(self.spans)


def words_of(
    text: str, paragraphs: Sequence[Span], sentences: Sequence[Span], marked: Sequence[Marked]
) -> Words:
    """Return the words of ``paragraphs``, split as BERT splits them: at white space and signs.

    Args:
        text: the text of an article.
        paragraphs: the spans to read, in order.
        sentences: their sentences, in order.
        marked: their stretches in quote marks, as ``find_marks`` returns them.
    """
    encoded = [weights.encode(text[start:end]) for start, end in paragraphs]
    spans: list[Span] = []
    pieces: list[int] = []
    firsts: list[int] = []
    for (begin, _), encoding in zip(paragraphs, encoded, strict=True):
        last: int | None = None
        offsets = encoding.offsets
        for place, word in enumerate(encoding.word_ids):
            start, end = begin + offsets[place][0], begin + offsets[place][1]
            if word != last:
                spans.append((start, end))
                firsts.append(len(pieces) + place)
                last = word
            else:
                spans[-1] = (spans[-1][0], end)
        pieces.extend(encoding.ids)
    starts = np.array([start for start, _ in spans], dtype=np.int64)
    return Words(
        spans=np.array(spans, dtype=np.int64).reshape(-1, 2),
        pieces=np.array(pieces, dtype=np.int64),
        firsts=np.array([*firsts, len(pieces)], dtype=np.int64),
        shapes=np.array([shape_of(text[a:b]) for a, b in spans], dtype=np.int64),
        marked=_in_marks(starts, marked),
        starts=_starts(starts, sentences, paragraphs),
    )


@lru_cache(maxsize=65_536)
def shape_of(word: str) -> int:
    """Return the place in ``SHAPES`` of a word's shape."""
    return _PLACES[_SIGNS.get(word) or _letters(word)]


def _letters(word: str) -> str:
    digits = sum(c.isdigit() for c in word)
    if digits:
        return "digits" if digits == len(word) else "digits and letters"
    if not word[:1].isalpha():
        return "other"
    if word.islower():
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 else "initial"
    if word[0].isupper() and word[1:].islower():
        return "title"
    return "mixed" if word.lower() != word.upper() else "caseless"


def _in_marks(starts: Numbers, marked: Sequence[Marked]) -> Numbers:
    """Return for each word what kind of outermost marks it stands in."""
    inside = np.zeros(len(starts), dtype=np.int64)
    for stretch in marked:
        if stretch.level == 0:
            first, last = np.searchsorted(starts, stretch.inner)
            inside[first:last] = 2 if stretch.single else 1
    return inside


def _starts(starts: Numbers, sentences: Sequence[Span], paragraphs: Sequence[Span]) -> Numbers:
    """Return for each word whether it begins a sentence or a paragraph."""
    begins = np.zeros(len(starts) + 1, dtype=np.int64)
    for value, spans in ((1, sentences), (2, paragraphs)):
        begins[np.searchsorted(starts, [start for start, _ in spans])] = value
    return begins[:-1]
