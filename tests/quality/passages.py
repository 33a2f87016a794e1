"""Passages of two documents as utterances show them: joined or not, and with which variants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.align.gathering.elsewhere import Page
from variorum.align.gathering.grouping import Exchange
from variorum.align.gathering.occasions import day_of
from variorum.align.gathering.profiles import profile
from variorum.align.gathering.similarity import Affinity, affinity
from variorum.align.gathering.surroundings import Surroundings
from variorum.align.utterances import find_utterances, read_prints, tell
from variorum.annotate.marks import find_marks
from variorum.model.annotation import AnnotatedArticle, Quotation
from variorum.model.identity import sign
from variorum.model.spans import Span, Spans, overlap
from variorum.model.story import Utterance

Sides = tuple[AnnotatedArticle, AnnotatedArticle]
Both = tuple[Spans, Spans]


def meeting(sides: Sides, spans: Both) -> list[Utterance]:
    """Return the utterances in which both passages stand, in a print or as a question's words."""
    quotations = {q.id: q for found in sides for q in found.quotations}
    shown = []
    for utterance in find_utterances(sorted(sides, key=lambda side: side.article.id)):
        places = [(q.witness, q.spans) for key in utterance.prints for q in [quotations[key]]]
        places += [
            (reading.witness, reading.spans)
            for variant in utterance.variants
            if variant.kind == "matches-the-question"
            for reading in variant.readings
        ]
        if all(
            any(witness == side.article.id and _touch(place, passage) for witness, place in places)
            for side, passage in zip(sides, spans, strict=True)
        ):
            shown.append(utterance)
    return shown


def types_met(met: Sequence[Utterance], sides: Sides, spans: Both) -> frozenset[str]:
    """Return the kinds of the variants that lie in one of the passages."""
    of = {side.article.id: passage for side, passage in zip(sides, spans, strict=True)}
    return frozenset(
        variant.kind
        for utterance in met
        for variant in utterance.variants
        if any(_touch(reading.spans, of[reading.witness]) for reading in variant.readings)
    )


def given(sides: Sides, spans: Both) -> Sides:
    """Return the documents with the passages as quotations, and those that touch none of them."""
    first, second = (_given(*one) for one in zip(sides, spans, strict=True))
    return first, second


def types_given(sides: Sides, spans: Both) -> frozenset[str]:
    """Return the kinds of the variants of two passages that are set side by side as they are."""
    prints = read_prints(sides)
    pair = tuple(
        sorted(
            key
            for key, one in prints.items()
            for side, passage in zip(sides, spans, strict=True)
            if one.witness == side.article.id and one.quotation.spans == passage
        )
    )
    one, other = prints[pair[0]], prints[pair[1]]
    whole = range(len(one.words)), range(len(other.words))
    read = (profile(print_, Surroundings(print_.found)) for print_ in (one, other))
    link = affinity(*read) or Affinity(
        score=1.0, left=whole[0], right=whole[1], whole=False, reasons=()
    )
    story = Exchange(
        prints={key: prints[key] for key in pair},
        links={(pair[0], pair[1]): link},
        questions={},
        days={key: day_of(prints[key]) for key in pair},
        pages={side.article.id: Page(side) for side in sides},
        weak={},
    )
    return types_met([tell(pair, story, {})], sides, spans)


def _given(found: AnnotatedArticle, passage: Spans) -> AnnotatedArticle:
    """Put a passage in the place of the quotations that it touches; who speaks is kept."""
    touched = [q for q in found.quotations if _touch(q.spans, passage)]
    nearest = max(touched, key=lambda q: _common(q.spans, passage), default=None)
    marks = _marks(found, passage)
    outside = sum(end - start for start, end in passage) - sum(b - a for a, b in marks)
    unsigned = Quotation(
        id="",
        witness=found.article.id,
        spans=passage,
        marks=marks,
        form="indirect" if not marks else "mixed" if outside > 1 else "direct",
        use="speech",
        speaker=nearest.speaker if nearest else None,
        cue=nearest.cue if nearest else (),
        sources=nearest.sources if nearest else (),
        negated=nearest.negated if nearest else False,
        answers=nearest.answers if nearest else None,
        turn=nearest.turn if nearest else None,
    )
    signed = sign(unsigned, {found.article.id: found.article})
    kept = [q for q in found.quotations if q not in touched]
    return replace(found, quotations=tuple(sorted([*kept, signed], key=lambda q: (q.spans, q.id))))


def _marks(found: AnnotatedArticle, passage: Spans) -> Spans:
    """Return the parts of a passage that stand inside marks."""
    marked = find_marks(found.article.text, [block.span for block in found.article.body()])
    cut = (
        (max(outer[0], one.inner[0]), min(outer[1], one.inner[1]))
        for one in marked
        if one.level == 0
        for outer in passage
    )
    return tuple(sorted(span for span in cut if span[0] < span[1]))


def _touch(one: Spans, other: Spans) -> bool:
    return _common(one, other) > 0


def _common(one: Spans, other: Spans) -> int:
    return sum(_shared(a, b) for a in one for b in other)


def _shared(one: Span, other: Span) -> int:
    return overlap(one, other)
