"""Statements: the propositions of each sentence, with holder, polarity, modality and figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from variorum.annotate.dating.asides import NO_ASIDES, Aside, without_asides
from variorum.annotate.stating.assertions import (
    is_denied,
    is_expected,
    is_planned,
    is_possible,
    is_unproved,
    main_clause,
)
from variorum.annotate.stating.holders import is_apart
from variorum.annotate.stating.numbers import find_quantities
from variorum.annotate.stating.plans import is_due
from variorum.annotate.stating.propositions import Proposition, propositions_in
from variorum.annotate.syntax import Syntax
from variorum.languages import Language, calls_untrue, stance, withholds
from variorum.model.annotation import Quotation, Statement, Time
from variorum.model.article import Article
from variorum.model.datelines import without_dateline
from variorum.model.identity import sign
from variorum.model.spans import Span, Spans, covers
from variorum.model.spoken import is_spoken
from variorum.model.words import words_in

# How far before a clause the verb that governs it is looked for, in code points.
REACH = 60
_SENTENCE_END = re.compile(r"[.!?\n]")


def find_statements(
    article: Article,
    *,
    sentences: Spans,
    quotations: Sequence[Quotation],
    times: Sequence[Time],
    language: Language | None,
    syntax: Syntax | None = None,
    asides: Mapping[str, Aside] = NO_ASIDES,
) -> tuple[Statement, ...]:
    """Return the statements of an article, in the order of the text.

    A clause is a statement, of its narrator or of the source of the quotation around it; its spans
    leave out the dateline, who spoke, the other clauses of its sentence and the word that leads it
    in. Direct speech is stated by its speaker, where known. Questions and commands state nothing,
    nor does a correction by what it takes back, nor a verb that leaves its content open.

    Args:
        article: the text that all spans count in.
        sentences: of the body.
        quotations: of the same article.
        times: of the same article, in the order of the text.
        language: None: each sentence is one statement and what is printed counts as fact.
        syntax: of its words; None: rules alone tell clauses.
        asides: the times that tell of a noun alone, and so are none of the clause.
    """
    sources = {article.id: article}
    starts = [time.span[0] for time in times]
    known = [q for q in quotations if is_apart(article.text, q, language)]
    found = []
    for sentence, near in with_quotations(sentences, known):
        if language and language.corrects(article.text[slice(*sentence)]):
            continue
        told_in = without_dateline(article.text, sentence)
        told = propositions_in(article.text, told_in, near, language, syntax=syntax)
        for one in told:
            if stated := _statement(article, one, language):
                own = without_asides(_times_in(one.spans, times, starts), asides, one.spans)
                found.append(sign(replace(stated, times=own), sources))
    return tuple(sorted(found, key=lambda statement: statement.spans))


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


def _statement(article: Article, one: Proposition, language: Language | None) -> Statement | None:
    """Return a statement with what a clause asserts; of a held one, who holds it.

    None where the verb that reports the clause leaves it open.
    """
    turned = _stance(article, one, language)
    if turned == "leaves":
        return None
    words = " ".join(article.words(*one.spans))
    clause = (*one.helps, *main_clause(words, language)) if language else ()
    numbers = (find_quantities(article.text, span, language) for span in one.spans)
    unproved = language is not None and is_unproved(_before(article, one), language)
    denies = (turned == "denies" or unproved) != _is_untrue(article, one, language)
    denied = language and is_denied(clause, language) != denies
    return Statement(
        id="",
        witness=article.id,
        spans=one.spans,
        holder=one.held.speaker if one.held else None,
        polarity="denied" if denied else "affirmed",
        modality="possible" if unproved else _modality(article, clause, one, language),
        quantities=tuple(chain.from_iterable(numbers)),
    )


def _before(article: Article, one: Proposition) -> list[str]:
    """Return the last words before a clause, of the content it stands in where it is held."""
    start, held = one.spans[0][0], one.held.spans[0][0] if one.held else 0
    first = max(start - REACH, held)
    cut = first > 0 and article.text[first - 1].isalnum()
    return _forms(article, ((first, start),))[cut:]


def _is_untrue(article: Article, one: Proposition, language: Language | None) -> bool:
    """Tell whether a clause is called untrue by the words about it in its sentence.

    What nobody is named for (``it is wrong to say that``) is so by those before the verb of speech.
    """
    if language is None:
        return False
    named = one.held is not None and one.held.sources
    before = _before(article, one if named else replace(one, held=None))
    end = one.spans[-1][1]
    behind = _SENTENCE_END.split(article.text[end : end + REACH])[0]
    after = [word.form for word in words_in(behind)]
    return calls_untrue(before, after, language)


def _modality(
    article: Article, clause: Sequence[str], one: Proposition, language: Language | None
) -> str:
    """Return how a clause is meant: what somebody else holds is no fact."""
    if language and (one.conditional or is_possible(clause, language)):
        return "possible"
    if language and one.held and is_expected(_forms(article, one.held.cue), language):
        return "possible"
    if language and is_planned(clause, language, heading=_is_heading(article, one.spans[0])):
        return "planned"
    if language and is_due(clause, language):
        return "possible"
    return "claimed" if one.held or one.reported else "fact"


def _is_heading(article: Article, span: Span) -> bool:
    """Tell whether words stand in a headline, a standfirst or a section title."""
    at = bisect_right(article.blocks, span[0], key=lambda block: block.span[0]) - 1
    return at >= 0 and article.blocks[at].kind != "paragraph"


def _stance(article: Article, one: Proposition, language: Language | None) -> str:
    """Return what the verb that reports a clause does to it: affirms, denies or leaves it open."""
    if one.held is None or language is None:
        return "denies" if one.denying else "affirms"
    cue, content = _forms(article, one.held.cue), _forms(article, one.held.spans)
    if is_spoken(one.held):  # what denies (``“We did not,” he denied``) denies nothing in marks
        return "leaves" if withholds(cue, content, language) else "affirms"
    return stance(cue, content, negated=one.held.negated, language=language)


def _forms(article: Article, spans: Spans) -> list[str]:
    return [word.form for span in spans for word in words_in(article.text, span)]


def _times_in(spans: Spans, times: Sequence[Time], starts: Sequence[int]) -> Iterator[str]:
    """Yield the ids of the times within spans; ``starts`` are where the times begin."""
    for span in spans:
        near = times[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        yield from (time.id for time in near if covers(span, time.span))
