"""Clauses that a denied word before them leaves open: "no evidence that", "it is wrong to say"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.align.collating.attitudes import has_attitude
from variorum.align.collating.denied_clauses import GOVERNED, clause_behind, denied_before
from variorum.align.collating.hedges import hedges_in
from variorum.align.collating.inflections import past_of
from variorum.align.collating.matching import opened
from variorum.align.collating.polarity import MOST, SHARED, denials
from variorum.align.collating.scopes import place_of
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

Words = Sequence[PrintWord]
# "That" stands so near behind such a word.
NEAR = 3


@dataclass(frozen=True, slots=True)
class Matrix:
    """The words before a clause that leave it open, and the clause.

    ``leaning``: they tell what somebody thinks or means to do, so that who denies them denies the
    clause.
    """

    words: Words
    clause: Words
    leaning: bool


def asserted_clause(
    one: tuple[Print, Words], other: tuple[Print, Words], language: Language
) -> tuple[PrintWord, ...]:
    """Return words of a clause that the first print leaves open and the second one asserts.

    Args:
        one: a print and those of its words that stand for words of the other.
        other: likewise.
        language: of both.
    """
    start = other[0].quotation.spans[0][0]
    if denied_before(other[0].article.text, start, language):
        return ()
    told = {word.form for word in other[1]}
    if denials(other[0].words, language) or hedges_in(other[1], language):
        return ()
    if told & (language.variants.denying | language.variants.unfounded):
        return ()
    for matrix in _matrices(*one, language):
        shared = _shared(matrix.clause, other[1])
        if shared and not denials(matrix.clause, language):
            return shared
    return ()


def denied_leanings(words: Words, own: Print, other: Print, language: Language) -> list[Words]:
    """Return what is denied to be thought or meant, where another print denies the clause itself.

    "I do not think that it is safe" has a hedge, and "it is not safe" has none.

    Args:
        words: of the first print.
        own: the print.
        other: the print that denies the clause.
        language: of both.
    """
    if not denials(other.words, language):
        return []
    return [
        matrix.words
        for matrix in _matrices(own, words, language)
        if matrix.leaning
        and _shared(matrix.clause, other.words)
        and not has_attitude(matrix.words[-1:], own, other, language)
    ]


def _shared(clause: Words, other: Words) -> tuple[PrintWord, ...]:
    """Return the content words of a clause that another print has, nothing where it lacks some."""
    said = {word.key for word in other}
    content = [word for word in clause if word.content]
    shared = tuple(word for word in content if word.key in said)
    enough = len(shared) >= SHARED and len(shared) >= MOST * len(content)
    return shared if enough else ()


def _matrices(row: Print, words: Words, language: Language) -> Iterator[Matrix]:
    """Yield the words that leave the clause behind them open, each from its denial on."""
    for at in denials(words, language):
        for stop in range(at + 1, min(at + 1 + GOVERNED, len(words) - 1)):
            if words[stop - 1].ends:
                break
            leaning = _leans(words[stop], language)
            if leaning and _surprises(row, words[at : stop + 1], language):
                continue
            if leaning:
                start = _leaning_clause(words, stop + 1, language)
            elif words[stop].form in language.variants.matrices:
                start = _that(words, stop + 1, language)
            else:
                continue
            if start is not None:
                clause = clause_behind(row, words[start - 1 :], language)
                yield Matrix(words[max(0, at - 1) : stop + 1], clause, leaning)
    for at in range(len(words) - 2):
        start = _misjudged(words, at, language)
        if start is not None:
            clause = clause_behind(row, words[start - 1 :], language)
            yield Matrix(words[at:start], clause, leaning=False)


def _surprises(row: Print, words: Words, language: Language) -> bool:
    """Tell what a speaker denies to have thought: "I never thought it would hold" when it did."""
    before = place_of(words[0], row) - 1
    forms = [word.form for word in (*row.words[max(0, before) : before + 1], *words)]
    parts = [part for form in forms for part in (form, *opened(form, language))]
    return row.quotation.form == "direct" and any(past_of(part, language) for part in parts)


def _leans(word: PrintWord, language: Language) -> bool:
    attitude = language.variants.attitudes.get(word.form)
    return attitude in language.variants.raising


def _that(words: Words, at: int, language: Language) -> int | None:
    """Return where the clause begins that "that" opens near a place, None where none does."""
    joints = language.complementisers & language.clause_relatives
    near = range(at, min(at + NEAR, len(words)))
    return next((place + 1 for place in near if words[place].form in joints), None)


def _leaning_clause(words: Words, at: int, language: Language) -> int | None:
    """Return where a clause begins behind "think" or "intend": it may have no "that"."""
    form = words[at].form
    if form in language.linkers:
        return at + 1
    opens = form in language.subject_pronouns | language.determiners or words[at].is_name
    return at if opens else None


def _misjudged(words: Words, at: int, language: Language) -> int | None:
    """Return where the clause begins of which "it is wrong to say that" is told at a place."""
    if words[at].form not in language.variants.misjudging or denials(words[:at], language):
        return None
    speaks = words[at + 1].form in language.linkers and words[at + 2].form in language.cues
    return _that(words, at + 3, language) if speaks else None
