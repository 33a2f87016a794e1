"""Runs of copied words between each two witnesses, with their exact spans.

Fingerprints of eight words are the seeds (as in winnowing: Schleimer, Wilkerson, Aiken 2003,
with every fingerprint kept); a seed that stands in two witnesses is extended to the maximal run
of equal words. Each word of a witness is passed over a bounded number of times for each fellow
witness, so the work grows with the length of the texts, not with its square.

A run counts as copied prose when enough of its words stand outside quotation marks: words that
both witnesses print inside marks are one person's speech, which two reporters may have heard.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.align.credits import credits_to, outlets_of, ranked
from variorum.align.rarity import Vocabulary, is_unspaced, vocabulary
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import BODY_KINDS
from variorum.model.identity import sign
from variorum.model.spans import Span
from variorum.model.story import Copy, Passage
from variorum.model.words import Word, words_in

# Derived on news_cluster (338 English articles, 70 events): of the runs that articles on
# different events share, fixed formulae and names end at seven words but for a handful, which
# hold fewer content words than this, or names only.
SEED = 8
LEAST_WORDS = 8.0
LEAST_CONTENT = 5.0
LEAST_PLAIN = 2.0
# A fingerprint that stands in one witness more often than this is followed at its first places.
PLACES = 4


@dataclass(frozen=True, slots=True)
class Fabric:
    """The body words of a witness, and which of its fingerprints another witness has too."""

    article: AnnotatedArticle
    vocabulary: Vocabulary
    words: tuple[Word, ...]
    numbers: tuple[int, ...]
    quoted: tuple[bool, ...]
    seeds: tuple[tuple[int, int], ...]
    places: dict[int, list[int]]


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal words from position ``one`` of a witness and ``other`` of its fellow."""

    one: int
    other: int
    length: int


def find_copies(articles: Sequence[AnnotatedArticle]) -> tuple[Copy, ...]:
    """Return the copied runs between each two witnesses, in content order.

    ``from_`` is the witness the other one credits; else the one dated earlier; else, where
    nothing says who copied whom, the one with the smaller id, and ``basis`` says so.
    """
    ordered = sorted(articles, key=lambda a: a.article.id)
    sources = {a.article.id: a.article for a in ordered}
    names = {a.article.id: outlets_of(a.article) for a in ordered}
    copies = []
    for one, other in combinations(_fabrics(ordered), 2):
        runs = [run for run in _runs(one, other) if _is_prose(one, other, run)]
        if not runs:
            continue
        first, second, basis = ranked(one.article.article, other.article.article)
        credited = credits_to(second, names[first.id])
        for run in runs:
            sides = {
                one.article.article.id: _passage(one, run.one, run.length),
                other.article.article.id: _passage(other, run.other, run.length),
            }
            copy = Copy(
                id="",
                from_=sides[first.id],
                to=sides[second.id],
                credited=credited,
                basis=basis,
            )
            copies.append(sign(copy, sources))
    return tuple(sorted(copies, key=_order))


def _order(copy: Copy) -> tuple[str, Span, str, Span]:
    return (copy.from_.witness, copy.from_.span, copy.to.witness, copy.to.span)


def _fabrics(articles: Sequence[AnnotatedArticle]) -> list[Fabric]:
    """Return the words of each witness with the fingerprints that more than one of them has."""
    ids: dict[str, int] = {}
    woven = [(a, *_weave(a, ids)) for a in articles]
    keys: dict[tuple[int, ...], int] = {}
    owner: dict[int, int] = {}
    marked: list[list[tuple[int, int]]] = []
    for index, (_, _, numbers) in enumerate(woven):
        found = []
        for at in range(len(numbers) - SEED + 1):
            shingle = numbers[at : at + SEED]
            if -1 not in shingle:
                key = keys.setdefault(shingle, len(keys))
                owner[key] = index if owner.get(key, index) == index else -1
                found.append((at, key))
        marked.append(found)
    return [
        _fabric(article, words, numbers, [s for s in found if owner[s[1]] == -1])
        for (article, words, numbers), found in zip(woven, marked, strict=True)
    ]


def _fabric(
    article: AnnotatedArticle,
    words: tuple[Word, ...],
    numbers: tuple[int, ...],
    seeds: Sequence[tuple[int, int]],
) -> Fabric:
    places: dict[int, list[int]] = {}
    for at, key in seeds:
        known = places.setdefault(key, [])
        if len(known) < PLACES:
            known.append(at)
    return Fabric(
        article=article,
        vocabulary=vocabulary(article.article.language),
        words=words,
        numbers=numbers,
        quoted=_quoted(article, words) if seeds else (),
        seeds=tuple(seeds),
        places=places,
    )


def _weave(
    article: AnnotatedArticle, ids: dict[str, int]
) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    """Return the body words and a number for each; -1 stands where other blocks interrupt."""
    words: list[Word] = []
    numbers: list[int] = []
    for block in article.article.blocks:
        if block.kind in BODY_KINDS:
            for word in words_in(article.article.text, block.span):
                words.append(word)
                numbers.append(ids.setdefault(word.form, len(ids)))
        elif numbers and numbers[-1] != -1:
            words.append(Word((block.span[0], block.span[0]), ""))
            numbers.append(-1)
    return tuple(words), tuple(numbers)


def _quoted(article: AnnotatedArticle, words: tuple[Word, ...]) -> tuple[bool, ...]:
    """Tell of each word whether it stands inside quotation marks."""
    marks = sorted(mark for quotation in article.quotations for mark in quotation.marks)
    flags = []
    reach = at = 0
    for word in words:
        while at < len(marks) and marks[at][0] <= word.span[0]:
            reach = max(reach, marks[at][1])
            at += 1
        flags.append(word.span[1] <= reach)
    return tuple(flags)


def _runs(one: Fabric, other: Fabric) -> Iterator[Run]:
    """Yield maximal runs of equal words, read off the other witness from left to right."""
    done = 0
    for at, key in other.seeds:
        if at < done:
            continue
        places = one.places.get(key, ())
        if places:
            lengths = [(_length(one.numbers, place, other.numbers, at), -place) for place in places]
            length, place = max(lengths)
            yield Run(-place, at, length)
            done = at + length


def _length(one: tuple[int, ...], first: int, other: tuple[int, ...], second: int) -> int:
    length = SEED
    most = min(len(one) - first, len(other) - second)
    while length < most and one[first + length] == other[second + length] != -1:
        length += 1
    return length


def _is_prose(one: Fabric, other: Fabric, run: Run) -> bool:
    """Tell whether the words outside shared quotation marks are enough to show copying."""
    text = one.article.article.text
    words = content = plain = 0.0
    for step in range(run.length):
        if one.quoted[run.one + step] and other.quoted[run.other + step]:
            continue
        word = one.words[run.one + step]
        weight = 0.5 if is_unspaced(word.form) else 1.0
        words += weight
        if one.vocabulary.carries(word.form) or is_unspaced(word.form):
            content += weight
            plain += 0.0 if text[word.span[0]].isupper() else weight
        if words >= LEAST_WORDS and content >= LEAST_CONTENT and plain >= LEAST_PLAIN:
            return True
    return False


def _passage(fabric: Fabric, first: int, length: int) -> Passage:
    start = fabric.words[first].span[0]
    end = fabric.words[first + length - 1].span[1]
    return Passage(witness=fabric.article.article.id, span=(start, end))
