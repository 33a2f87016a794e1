"""Runs of copied words between each two witnesses, with their exact spans.

Fingerprints of eight words are the seeds (as in winnowing: Schleimer, Wilkerson, Aiken 2003,
with every fingerprint kept); a seed that stands in two witnesses is extended to the maximal run
of equal words. Each word of a witness is passed over a bounded number of times for each fellow
witness, so the work grows with the length of the texts, not with its square.

A run counts as copied prose when enough of its words stand outside quotation marks: words that
both witnesses print inside marks are one person's speech, which two reporters may have heard, and
words that say who spoke (``chief executive Ada Poe said``) are no prose of either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain, combinations, takewhile
from operator import eq, ge

from variorum.align.rarity import is_unspaced, vocabulary
from variorum.align.tracing.attributions import attributions
from variorum.align.tracing.credits import credits_to, outlets_of, ranked
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import BODY_KINDS
from variorum.model.identity import sign
from variorum.model.spans import Span
from variorum.model.story import Copy, Passage
from variorum.model.words import Word, held, words_in

# Derived on news_cluster (338 English articles, 70 events): of the runs that articles on
# different events share, fixed formulae and names end at seven words but for a handful, which
# hold fewer content words than this, or names only.
SEED = 8
LEAST = (8.0, 5.0, 2.0)  # words, words with content, words with content that are no names
# A fingerprint that stands in one witness more often than this is followed at its first places.
PLACES = 4
# So many words are compared at once.
STEP = 32
NOTHING = (0.0, 0.0, 0.0)

Weight = tuple[float, float, float]
Sums = tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Fabric:
    """The body words of a witness, and which of its fingerprints another witness has too.

    ``numbers`` stand for the words, the same in each witness; one that no other place has stands
    for what interrupts them. ``inside`` tells of each word whether it stands in quotation marks,
    ``weights`` what it counts, and ``plain`` what those outside of marks before it count together.
    ``starts`` and ``keys`` are the places and numbers of the shared fingerprints.
    """

    article: AnnotatedArticle
    words: tuple[Word, ...]
    numbers: tuple[int, ...]
    inside: tuple[bool, ...]
    weights: tuple[Weight, ...]
    plain: tuple[Sums, ...]
    starts: tuple[int, ...]
    keys: tuple[int, ...]
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
    passage = cache(_passage)
    for one, other in combinations(_fabrics(ordered), 2):
        runs = [run for run in _runs(one, other) if _is_prose(one, other, run)]
        if not runs:
            continue
        first, second, basis = ranked(one.article.article, other.article.article)
        credited = credits_to(second, names[first.id])
        for run in runs:
            sides = {
                one.article.article.id: passage(one, run.one, run.length),
                other.article.article.id: passage(other, run.other, run.length),
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
    shingles = [_shingles(numbers) for _, _, numbers in woven]
    holders = Counter(chain.from_iterable(map(set, shingles)))
    keys = {shingle: key for key, shingle in enumerate(holders) if holders[shingle] > 1}
    return [
        _fabric(article, words, numbers, [(at, keys[s]) for at, s in enumerate(own) if s in keys])
        for (article, words, numbers), own in zip(woven, shingles, strict=True)
    ]


def _shingles(numbers: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Return each run of ``SEED`` words; one with an interruption in it no other witness has."""
    return list(zip(*(numbers[at:] for at in range(SEED)), strict=False))


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
    woven = words if seeds else ()
    inside = held(woven, (mark for quotation in article.quotations for mark in quotation.marks))
    weights = _weights(article, woven)
    outside = [NOTHING if quoted else w for quoted, w in zip(inside, weights, strict=True)]
    return Fabric(
        article=article,
        words=words,
        numbers=numbers,
        inside=inside,
        weights=weights,
        plain=tuple(
            tuple(accumulate(column, initial=0.0)) for column in zip(*outside, strict=True)
        ),
        starts=tuple(at for at, _ in seeds),
        keys=tuple(key for _, key in seeds),
        places=places,
    )


def _weave(
    article: AnnotatedArticle, ids: dict[str, int]
) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    """Return the body words, and their numbers; what interrupts has a number of its own."""
    words: list[Word] = []
    numbers: list[int] = []
    for block in article.article.blocks:
        if block.kind in BODY_KINDS:
            for word in words_in(article.article.text, block.span):
                words.append(word)
                numbers.append(ids.setdefault(word.form, len(ids)))
        elif words and words[-1].form:
            words.append(Word((block.span[0], block.span[0]), ""))
            numbers.append(ids.setdefault(f"{article.article.id} {len(words)}", len(ids)))
    return tuple(words), tuple(numbers)


def _weights(article: AnnotatedArticle, words: tuple[Word, ...]) -> tuple[Weight, ...]:
    """Return what each word counts: as a word, as one with content, as one that is no name.

    Words that say who spoke have no content of a report: two reporters hear one person.
    """
    known = vocabulary(article.article.language)
    text = article.article.text
    weighed: dict[str, tuple[Weight, Weight, Weight]] = {}
    for form in {word.form for word in words}:
        weight = 0.5 if is_unspaced(form) else 1.0
        content = weight if weight < 1.0 or known.carries(form) else 0.0
        weighed[form] = (weight, content, content), (weight, content, 0.0), (weight, 0.0, 0.0)
    crediting = held(words, attributions(article))
    return tuple(
        [
            weighed[word.form][2 if credit else text[word.span[0]].isupper()]
            for word, credit in zip(words, crediting, strict=True)
        ]
    )


def _runs(one: Fabric, other: Fabric) -> Iterator[Run]:
    """Yield maximal runs of equal words, read off the other witness from left to right."""
    shared = bytes(map(one.places.__contains__, other.keys))
    seed = shared.find(1)
    while seed >= 0:
        at = other.starts[seed]
        places = one.places[other.keys[seed]]
        length, place = max([(_length(one, p, other, at), -p) for p in places])
        yield Run(-place, at, length)
        seed = shared.find(1, bisect_left(other.starts, at + length, seed))


def _length(one: Fabric, first: int, other: Fabric, second: int) -> int:
    """Return how many words are equal from two places on, of which ``SEED`` are known to be."""
    length = SEED
    while True:
        left = one.numbers[first + length : first + length + STEP]
        right = other.numbers[second + length : second + length + STEP]
        if left != right or len(left) < STEP:
            return length + sum(1 for _ in takewhile(bool, map(eq, left, right)))
        length += STEP


def _is_prose(one: Fabric, other: Fabric, run: Run) -> bool:
    """Tell whether the words outside shared quotation marks are enough to show copying."""
    start, end = run.one, run.one + run.length
    found = [sums[end] - sums[start] for sums in one.plain]
    if all(map(ge, found, LEAST)):
        return True
    quoted = zip(
        one.inside[start:end], other.inside[run.other : run.other + run.length], strict=True
    )
    half = [one.weights[start + n] for n, (here, there) in enumerate(quoted) if here and not there]
    return all(map(ge, map(sum, zip(found, *half, strict=True)), LEAST))


def _passage(fabric: Fabric, first: int, length: int) -> Passage:
    start = fabric.words[first].span[0]
    end = fabric.words[first + length - 1].span[1]
    return Passage(witness=fabric.article.article.id, span=(start, end))
