"""Clauses that the words before them leave open: "no evidence that", "do not know whether"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.align.collating.attitudes import has_attitude
from variorum.align.collating.conditions import asks_behind
from variorum.align.collating.denied_clauses import clause_behind, denied_before
from variorum.align.collating.hedges import hedges_in
from variorum.align.collating.inflections import past_of
from variorum.align.collating.matching import opened
from variorum.align.collating.polarity import (
    GOVERNED,
    MOST,
    NEAR,
    SHARED,
    declines,
    denials,
    undone,
)
from variorum.align.collating.scopes import place_of
from variorum.align.prints import Print, PrintWord, sentences_in
from variorum.languages import Language

Words = Sequence[PrintWord]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The words before a clause that leave it open, and the clause.

    ``leaning``: they tell what somebody thinks or means to do, so that who denies them denies the
    clause. ``bare``: no "that" tells where the clause begins.
    """

    words: Words
    clause: Words
    leaning: bool
    bare: bool = False


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
    denied = [len(_denials(row.words, language)) for row in (one[0], other[0])]
    if denied[1] >= denied[0]:
        return ()
    for matrix in _matrices(*one, language):
        if denials(matrix.clause, language):
            continue
        for sentence in sentences_in(other[1]):
            shared = _shared(matrix.clause, sentence)
            if matrix.bare and not _is_clause(matrix.clause, sentence, language):
                continue
            if shared and _is_plain(sentence, matrix.clause, language):
                return shared
    return ()


def _is_clause(clause: Words, sentence: Words, language: Language) -> bool:
    """Tell whether a sentence has the content of a clause in order, with a verb, and no more."""
    same = [w.key for w in clause if w.content] == [w.key for w in sentence if w.content]
    verbs = language.auxiliaries | language.modals
    return same and any(w.form in verbs or past_of(w.form, language) for w in sentence)


def asked_clauses(words: Words, own: Print, other: Print, language: Language) -> list[Words]:
    """Return what opens the clauses that a print only asks, where another one asserts them.

    "We do not know whether it held" and "see if it held" leave open that it held. "Whether it held
    or not" may leave open nothing, and a print that is all a question is none of these.

    Args:
        words: of the first print.
        own: the print.
        other: the print that may assert the clause.
        language: of both.
    """
    asking = language.complementisers - language.clause_relatives
    if not asking.isdisjoint(word.form for word in other.words):
        return []
    found = []
    for at, word in enumerate(words):
        if word.form not in asking or place_of(word, own) == 0:
            continue
        # "If" asks behind a verb of asking only.
        if word.form in language.variants.conditions and not asks_behind(words[:at], own, language):
            continue
        clause = clause_behind(own, words[at:], language)
        if denials(clause, language) or any(w.form in language.conjunctions for w in clause):
            continue
        sentences = sentences_in(other.words)
        if any(_shared(clause, s) and _is_plain(s, clause, language) for s in sentences):
            found.append(words[max(0, at - 1) : at + 1])
    return found


def _is_plain(sentence: Words, clause: Words, language: Language) -> bool:
    """Tell whether a sentence has no denial and no doubt of its own beside a clause's words."""
    if denials(sentence, language) or hedges_in(sentence, language):
        return False
    beside = {word.form for word in sentence} - {word.form for word in clause}
    return beside.isdisjoint(language.variants.denying | language.variants.unfounded)


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
    # "We were robbed" has one word of content, and is all of its sentence.
    whole = len(other) >= len(clause) and {w.key for w in content} == {
        w.key for w in other if w.content
    }
    return shared if enough or whole else ()


def _denials(words: Words, language: Language) -> tuple[int, ...]:
    """Return the positions of the words that deny, and of verbs that do: "refuse to say that"."""
    denied = denials(words, language)
    refused = (at for at, w in enumerate(words) if declines(w, language) and at not in denied)
    return tuple(sorted((*denied, *refused)))


def _matrices(row: Print, words: Words, language: Language) -> Iterator[Matrix]:
    """Yield the words that leave the clause behind them open, each from its denial on."""
    denied = _denials(words, language)
    for at in denied:
        first = at if words[at].form in language.variants.refuting else at + 1
        for stop in range(first, min(at + 1 + GOVERNED, len(words) - 1)):
            if stop > at and words[stop - 1].ends:
                break
            start, bare = _opened(words, stop, language, opens=stop == at)
            leaning = _leans(words[stop], language)
            if start is None or (leaning and _surprises(row, words[at : stop + 1], language)):
                continue
            if not undone(words, denied, at, language):
                clause = clause_behind(row, words[start - 1 :], language)
                yield Matrix(words[max(0, at - 1) : stop + 1], clause, leaning, bare)


def _opened(words: Words, at: int, language: Language, *, opens: bool) -> tuple[int | None, bool]:
    """Return where the clause begins that a word leads to, and whether no "that" tells it.

    Args:
        words: of a print.
        at: the position of the word.
        language: of the words.
        opens: whether the word itself is what denies: "a myth that".
    """
    if _leans(words[at], language):
        return _leaning_clause(words, at + 1, language), False
    if not opens and words[at].form not in language.variants.matrices:
        return None, False
    start = _that(words, at + 1, language)
    if start is not None or opens or words[at].form not in language.cues:
        return start, False
    return _leaning_clause(words, at + 1, language), True


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
