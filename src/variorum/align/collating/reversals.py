"""Cuts that turn the meaning round: the words that are gone deny what remains."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.collating.forces import denies, sentences_around
from variorum.align.collating.polarity import BREAK, declines, denials, denies_aside
from variorum.align.collating.scopes import asks_alone
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

# A cut of more words takes more than a denial.
SHORT = 8
# In a print of so many words a denial in another sentence may be the one that is cut, where it
# denies as often as the other print.
BRIEF = 15

Words = Sequence[PrintWord]


def turns_round(row: Print, held: Sequence[int], cut: Print, before: int | None) -> bool:
    """Tell whether a short cut inside a sentence takes the one denial of what remains.

    Both prints go on before and after the cut with the same words: "we saw no evidence of fraud",
    "we saw fraud". A denial that is over where the cut is ("and nobody was hurt"), and one beside
    which another word denies ("no doubt", "do not deny"), is none of what remains.

    Args:
        row: the print that has the words.
        held: their positions, in order.
        cut: the print without them.
        before: the position of its last word before the cut, None where it begins there.
    """
    language = row.language
    if language is None or before is None or not 0 < len(held) <= SHORT:
        return False
    if asks_alone(row, cut, language):
        return False
    start, stop = held[0], held[-1] + 1
    if not (stop - start == len(held) and _goes_on((row, start, stop), (cut, before))):
        return False
    opening = before + cut.words[before].ends
    rest = sentences_around(cut, range(opening, before + 2))
    if denies(cut) or _denials_in(rest, language):
        return False
    told, left = (_denials_in(one.words, language) for one in (row, cut))
    if len(cut.words) <= BRIEF and left >= told:
        return False
    ended = max((at + 1 for at in range(start, stop) if row.words[at].ends), default=start)
    return ended < stop and _governs((row, ended, stop), language)


def _denials_in(words: Words, language: Language) -> int:
    """Return how often words deny, by a negation or a verb."""
    return len(denials(words, language)) + sum(declines(word, language) for word in words)


def _goes_on(gap: tuple[Print, int, int], near: tuple[Print, int]) -> bool:
    """Tell whether the same words stand on both sides of a gap in both prints."""
    (row, start, stop), (cut, before) = gap, near
    if start == 0 or stop == len(row.words) or before + 1 == len(cut.words):
        return False
    around = row.words[start - 1].key, row.words[stop].key
    return around == (cut.words[before].key, cut.words[before + 1].key)


def _governs(gap: tuple[Print, int, int], language: Language) -> bool:
    """Tell whether the words of a gap deny once, and what stands behind them."""
    row, start, stop = gap
    words = row.words[start:stop]
    # The word behind tells "no" from "no doubt", and "not" from "not before".
    denied = {at for at in denials(row.words[start : stop + 1], language) if start + at < stop}
    denied |= {at for at, word in enumerate(words) if declines(word, language)}
    if len(denied) != 1 or denies_aside(words, language):
        return False
    told = f" {' '.join(word.form for word in words)} "
    if any(f" {phrase} " in told for phrase in language.false_negations):
        return False
    (at,) = denied
    behind = words[at + 1 :]
    if any(w.form in language.variants.denying for w in (*words[:at], *behind)):
        return False
    return _opens(row, start, start + at, language) and _leads_on(row, start + at, stop, language)


def _opens(row: Print, start: int, at: int, language: Language) -> bool:
    """Tell whether a denial belongs to the clause before a gap: "and no", "with no" do not."""
    if at and not row.words[at - 1].ends and BREAK.search(_between(row, at - 1)):
        return False
    parting = language.prepositions | language.conjunctions | language.subordinators
    return not any(word.form in parting - language.linkers for word in row.words[start:at])


def _leads_on(row: Print, at: int, stop: int, language: Language) -> bool:
    """Tell whether the clause of a denial runs on behind a gap, with what it denies."""
    if any(BREAK.search(_between(row, place)) for place in range(at, stop)):
        return False
    behind = row.words[at + 1 : stop]
    parting = language.subordinators | language.clause_joints | language.variants.exceptions
    if any(word.form in parting - language.linkers for word in behind):
        return False
    last, following = row.words[stop - 1], row.words[stop]
    if not last.content:
        return True
    onward = language.linkers | language.phrase_ends
    return following.content or following.form in onward


def _between(row: Print, at: int) -> str:
    """Return what stands between a word and the next."""
    return row.article.text[row.words[at].span[1] : row.words[at + 1].span[0]]
