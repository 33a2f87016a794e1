"""Which witnesses print one report: whole or cut, and reworded here and there or throughout.

Copied runs show what was taken word for word; a rewrite keeps few of them. It still keeps the
choice of detail, so its rarer words are those of the other, and some of their neighbours stand
together yet. Both are containments in the shorter of two texts (Broder 1997), so a cut makes no
difference: of the runs of three words, and of the content words. What is quoted is left out: two
reporters may have heard it. Thresholds were read off the open half of the labelled origins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.align.rarity import vocabulary
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import overlap
from variorum.model.words import words_in

# Of the runs of three words, and of the content words, of the shorter text: a light rewrite,
LIGHT = (0.27, 0.6)
# and a heavy one.
HEAVY = (0.055, 0.62)
# A text of fewer content words says too little of its own.
LEAST_CONTENT = 20

Run = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article outside quotation marks: its runs of three, its content words."""

    witness: str
    runs: frozenset[Run]
    content: frozenset[str]


def find_rewrites(articles: Sequence[AnnotatedArticle]) -> frozenset[tuple[str, str]]:
    """Return the pairs of witnesses, by id and each pair in order, that print one report."""
    wordings = sorted((_wording(one) for one in articles), key=lambda w: w.witness)
    return frozenset(
        (one.witness, other.witness)
        for one, other in combinations(wordings, 2)
        if _is_one_report(one, other)
    )


def _is_one_report(one: Wording, other: Wording) -> bool:
    if min(len(one.content), len(other.content)) < LEAST_CONTENT:
        return False
    runs, content = _shared(one.runs, other.runs), _shared(one.content, other.content)
    return any(runs >= least[0] and content >= least[1] for least in (LIGHT, HEAVY))


def _shared(one: frozenset[object], other: frozenset[object]) -> float:
    """Return the part of the smaller set that the other one has."""
    return len(one & other) / max(1, min(len(one), len(other)))


def _wording(item: AnnotatedArticle) -> Wording:
    known = vocabulary(item.article.language)
    forms = tuple(_plain(item))
    return Wording(
        witness=item.article.id,
        runs=frozenset(zip(forms, forms[1:], forms[2:], strict=False)),
        content=frozenset(form for form in forms if known.carries(form)),
    )


def _plain(item: AnnotatedArticle) -> Iterator[str]:
    """Yield the words of the paragraphs that stand outside quotation marks, case-folded."""
    marks = sorted(mark for quotation in item.quotations for mark in quotation.marks)
    at = 0
    for block in item.article.body():
        for word in words_in(item.article.text, block.span) if block.kind == "paragraph" else ():
            while at < len(marks) and marks[at][1] <= word.span[0]:
                at += 1
            if at == len(marks) or not overlap(marks[at], word.span):
                yield word.form
