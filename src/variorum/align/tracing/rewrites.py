"""Which witnesses print one report: whole or cut, and reworded here and there or throughout.

Copied runs show what was taken word for word; a light rewrite keeps some of them, most of the rarer
words, and sentences that are each like one of the other's. Runs and words are containments in the
shorter of two texts (Broder 1997), so a cut makes no difference; but a long text holds most words
of any short one on its subject, so its sentences are asked too. Who retells a report in words of
his own keeps its names, its figures and its order (:mod:`variorum.align.tracing.retellings`). What
is quoted is left out, also where only another witness has it in marks: two reporters may have heard
it, or read the same post. Thresholds were read off labelled pairs (``training/origins``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.align.rarity import Vocabulary, vocabulary
from variorum.align.tracing.attributions import attributions
from variorum.align.tracing.retellings import LEAST, Telling, likeness, retells
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import Span
from variorum.model.spoken import spoken_in
from variorum.model.words import Word, held, words_in

# Of the runs of three words, and of the content words, of the shorter text a print has so many.
RUNS = 0.27
CONTENT = 0.58
# Texts that share their words but fewer of their names share no report, but furniture;
NAMES = 0.4
# so do those whose sentences are less alike, or a long text with a short one.
ALIKE = 0.3
# A text of fewer content words says too little of its own.
LEAST_CONTENT = 20
# A sentence of fewer content words, but those that say who spoke, tells nothing.
LEAST_TOLD = 3
# So many words in a row that a witness has in marks are somebody's, where they have none too.
SPOKEN = 6

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of an article outside quotation marks: its runs of three, its content words.

    Words that say who spoke stand in no run; ``lines`` are the sentences that tell more than that.
    """

    witness: str
    runs: frozenset[Run]
    content: frozenset[str]
    telling: Telling
    lines: int


def find_rewrites(articles: Sequence[AnnotatedArticle]) -> frozenset[tuple[str, str]]:
    """Return the pairs of witnesses, by id and each pair in order, that print one report."""
    return frozenset(
        (one.witness, other.witness)
        for one, other in combinations(wordings(articles), 2)
        if _is_one_report(one, other)
    )


def wordings(articles: Sequence[AnnotatedArticle]) -> list[Wording]:
    """Return the words of witnesses, in order of their ids, without what any of them quotes."""
    spoken = frozenset(run for item in articles for run in _spoken(item))
    return sorted((_wording(one, spoken) for one in articles), key=lambda w: w.witness)


def _is_one_report(one: Wording, other: Wording) -> bool:
    if min(len(one.content), len(other.content)) < LEAST_CONTENT:
        return False
    told = min(one.lines, other.lines) >= LEAST
    return is_print(one, other) or (told and retells(one.telling, other.telling))


def is_print(one: Wording, other: Wording) -> bool:
    """Tell whether one text is the other, whole or cut, perhaps reworded here and there."""
    return (
        _shared(one.telling.names, other.telling.names) >= NAMES
        and _shared(one.runs, other.runs) >= RUNS
        and _shared(one.content, other.content) >= CONTENT
        and likeness(one.telling, other.telling) >= ALIKE
    )


def _shared(one: frozenset[object], other: frozenset[object]) -> float:
    """Return the part of the smaller set that the other one has; of an empty one, all."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 1.0


def _wording(item: AnnotatedArticle, spoken: frozenset[Run]) -> Wording:
    known = vocabulary(item.article.language)
    words = _untold(tuple(_plain(item)), spoken)
    forms = tuple(word.form for word in words)
    own = _outside(words, attributions(item))  # two reporters name one person alike
    told = [word.form for word in own]
    return Wording(
        witness=item.article.id,
        runs=frozenset(zip(told, told[1:], told[2:], strict=False)),
        content=frozenset(form for form in forms if known.carries(form)),
        telling=_telling(item, words, known),
        lines=sum(len(held) >= LEAST_TOLD for held in _sentences(item.sentences, own, known)),
    )


def _telling(item: AnnotatedArticle, words: Sequence[Word], known: Vocabulary) -> Telling:
    """Return what a retelling keeps of an article; names count wherever they stand."""
    text = item.article.text
    named = (w.form for m in item.mentions for w in words_in(text, m.span))
    spoken = spoken_in(item.statements, item.quotations)
    stated = (s for s in item.statements if s.id not in spoken)
    values = (f"{q.value:g}" for s in stated for q in s.quantities)
    figures = {w.form for w in words if any(map(str.isdigit, w.form))}
    return Telling(
        names=frozenset(form for form in named if known.carries(form)),
        figures=frozenset((*figures, *values)),
        sentences=tuple(_sentences(item.sentences, words, known)),
        people=frozenset(_people(item)),
        words=frozenset(word.form.removesuffix("'s") for word in words_in(text)),
    )


def _people(item: AnnotatedArticle) -> Iterator[str]:
    """Yield the last words of the names of people who are named with more than one."""
    for mention in item.mentions:
        if mention.kind == "person":
            named = [w for w in words_in(mention.name) if mention.name[w.span[0]].isupper()]
            if len(named) > 1:
                yield named[-1].form.removesuffix("'s")


def _sentences(
    sentences: Sequence[Span], words: Sequence[Word], known: Vocabulary
) -> Iterator[frozenset[str]]:
    """Yield the content words that each sentence has outside quotation marks, where it has any."""
    at = 0
    for start, end in sentences:
        held = set()
        while at < len(words) and words[at].span[0] < end:
            if words[at].span[0] >= start and known.carries(words[at].form):
                held.add(words[at].form)
            at += 1
        if held:
            yield frozenset(held)


def _spoken(item: AnnotatedArticle) -> Iterator[Run]:
    """Yield the runs of words that an article has inside quotation marks."""
    for mark in sorted({mark for quotation in item.quotations for mark in quotation.marks}):
        forms = [word.form for word in words_in(item.article.text, mark)]
        yield from (tuple(forms[at : at + SPOKEN]) for at in range(len(forms) - SPOKEN + 1))


def _untold(words: Sequence[Word], spoken: frozenset[Run]) -> tuple[Word, ...]:
    """Return the words that stand in no run that is somebody's."""
    forms = [word.form for word in words]
    kept, reach = [], 0
    for at, word in enumerate(words):
        if tuple(forms[at : at + SPOKEN]) in spoken:
            reach = at + SPOKEN
        if at >= reach:
            kept.append(word)
    return tuple(kept)


def _plain(item: AnnotatedArticle) -> list[Word]:
    """Return the words of the paragraphs that stand outside quotation marks."""
    marks = (mark for quotation in item.quotations for mark in quotation.marks)
    spans = (block.span for block in item.article.body() if block.kind == "paragraph")
    return _outside([w for span in spans for w in words_in(item.article.text, span)], marks)


def _outside(words: Sequence[Word], spans: Iterable[Span]) -> list[Word]:
    """Return the words that no span holds."""
    return [word for word, inside in zip(words, held(words, spans), strict=True) if not inside]
