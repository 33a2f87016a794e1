"""Statements: for now one a sentence, with its holder, polarity, modality, times and numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from variorum.annotate.assertions import is_denied, is_planned, is_possible, main_clause
from variorum.annotate.bare import only_attributes
from variorum.annotate.numbers import find_quantities
from variorum.languages import Language
from variorum.model.annotation import Quotation, Statement, Time
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span, Spans, covers, overlap
from variorum.model.words import words_in

# The part of a sentence that a quotation must cover for its speaker to hold the statement.
MOST = 0.5
# The fewest words, beside those that only attribute, that make a statement.
LEAST_WORDS = 3
_EDGES = " \t\n\u00a0,;:—–-“”„‟\"«»‹›‘’'"


def find_statements(
    article: Article,
    *,
    sentences: Spans,
    quotations: Sequence[Quotation],
    times: Sequence[Time],
    language: Language | None,
) -> tuple[Statement, ...]:
    """Return the statements of an article, in the order of the text.

    A sentence inside direct quote marks is a print of an utterance and no statement; of a sentence
    that quotes, what stands outside the marks is one where it says more than who spoke. Questions
    state nothing.

    Args:
        article: the text that all spans count in.
        sentences: of the body.
        quotations: of the same article.
        times: of the same article, in the order of the text.
        language: for polarity, modality and number words; None: what is printed counts as fact.
    """
    sources = {article.id: article}
    starts = [time.span[0] for time in times]
    found = []
    for sentence, near in with_quotations(sentences, quotations):
        spans = _outside(article.text, sentence, [q for q in near if _is_print(q)])
        if _says_something(article.text, spans, near, language):
            held = _attribution(article.text, sentence, near, language)
            numbers = (find_quantities(article.text, span, language) for span in spans)
            statement = replace(
                _statement(article, spans, held, language),
                times=tuple(_times_in(spans, times, starts)),
                quantities=tuple(chain.from_iterable(numbers)),
            )
            found.append(sign(statement, sources))
    return tuple(found)


def with_quotations(
    sentences: Spans, quotations: Sequence[Quotation]
) -> Iterator[tuple[Span, list[Quotation]]]:
    """Yield each sentence with the quotations that reach into it, if only with their cue."""
    pieces = sorted(
        (span, number)
        for number, q in enumerate(quotations)
        for span in (*(q.spans or q.marks), *q.cue)
    )
    open_pieces: list[tuple[Span, int]] = []
    at = 0
    for sentence in sentences:
        while at < len(pieces) and pieces[at][0][0] < sentence[1]:
            open_pieces.append(pieces[at])
            at += 1
        open_pieces = [piece for piece in open_pieces if piece[0][1] > sentence[0]]
        yield sentence, [quotations[n] for n in sorted({number for _, number in open_pieces})]


def _is_print(quotation: Quotation) -> bool:
    """Tell whether a quotation is an utterance's own words, or what was asked: no statement."""
    asked = quotation.use == "question"
    return asked or (quotation.form == "direct" and quotation.use == "speech")


def _outside(text: str, sentence: Span, prints: Sequence[Quotation]) -> Spans:
    """Return what a sentence has outside direct quotations, without marks at the edges."""
    inside = sorted(span for q in prints for span in q.spans if overlap(span, sentence))
    spans = []
    start = sentence[0]
    for begin, end in [*inside, (sentence[1], sentence[1])]:
        if begin > start:
            spans.append(_trimmed(text, (start, begin)) if inside else (start, begin))
        start = max(start, end)
    return tuple(span for span in spans if any(True for _ in words_in(text, span)))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def _says_something(
    text: str, spans: Spans, near: Sequence[Quotation], language: Language | None
) -> bool:
    """Tell whether spans say more than who spoke, to whom and when, and are no question."""
    if not spans or text[spans[-1][0] : spans[-1][1]].endswith("?"):
        return False
    attributing = [cue for q in near if _is_print(q) for cue in q.cue]
    attributing += [source for q in near if _is_print(q) for source in q.sources]
    held = any(not _is_print(q) for q in near)
    if not held and only_attributes(text, spans, tuple(attributing), language):
        return False
    words = (word.span for span in spans for word in words_in(text, span))
    telling = (w for w in words if not any(covers(part, w) for part in attributing))
    return len(tuple(islice(telling, LEAST_WORDS))) == LEAST_WORDS


def _attribution(
    text: str, sentence: Span, near: Sequence[Quotation], language: Language | None
) -> Quotation | None:
    """Return the quotation, not direct, that covers most of a sentence, or all but who spoke."""
    for quotation in near:
        covered = sum(overlap(span, sentence) for span in quotation.spans)
        if quotation.form == "direct" or quotation.use == "question" or not covered:
            continue
        if covered >= MOST * (sentence[1] - sentence[0]):
            return quotation
        if _only_credits(text, sentence, quotation, language):
            return quotation
    return None


def _only_credits(
    text: str, sentence: Span, quotation: Quotation, language: Language | None
) -> bool:
    """Tell whether all outside a quotation only says who spoke, when and to whom."""
    rest = _outside(text, sentence, [quotation])
    credit = (*quotation.cue, *quotation.sources)
    if not rest or not only_attributes(text, rest, credit, language):
        return False
    first = min(credit, default=rest[0])[0]
    before = ((start, min(end, first)) for start, end in rest if start < first)
    words = [word.form for span in before for word in words_in(text, span)]
    return len(words) <= 1 or (language is not None and words[0] in language.prepositions)


def _statement(
    article: Article, spans: Spans, held: Quotation | None, language: Language | None
) -> Statement:
    """Return a statement with what its main clause asserts; of a held one, that of its content."""
    content = spans
    if held:
        content = tuple(s for s in held.spans if any(overlap(s, span) for span in spans))
    clause = main_clause(" ".join(article.words(*content)), language) if language else ()
    denied = language and is_denied(clause, language) != _denies(article, held, language)
    return Statement(
        id="",
        witness=article.id,
        spans=spans,
        holder=held.speaker if held else None,
        polarity="denied" if denied else "affirmed",
        modality="claimed" if held else _modality(clause, language),
    )


def _modality(clause: Sequence[str], language: Language | None) -> str:
    if language and is_possible(clause, language):
        return "possible"
    return "planned" if language and is_planned(clause, language) else "fact"


def _denies(article: Article, held: Quotation | None, language: Language) -> bool:
    """Tell whether the cue of a quotation denies its content."""
    if held is None:
        return False
    words = " ".join(article.words(*held.cue)).lower().split()
    cues = [language.cues[word] for word in words if word in language.cues]
    return any(cue.group == "deny" for cue in cues) != held.negated


def _times_in(spans: Spans, times: Sequence[Time], starts: Sequence[int]) -> Iterator[str]:
    """Yield the ids of the times within spans; ``starts`` are where the times begin."""
    for span in spans:
        near = times[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        yield from (time.id for time in near if covers(span, time.span))
