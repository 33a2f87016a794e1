"""Limits of time and place without which a claim is wider: "taxes will not rise before the vote".

Not every place and time limits what is claimed: whom somebody met in Velm on Monday was met. What
is denied, said of all or told to last is wider without its limit, and so is how something is.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.collating.inflections import past_of
from variorum.align.collating.matching import opened
from variorum.align.collating.polarity import MOST, denials
from variorum.align.collating.scopes import is_parted, place_of, sentence_of
from variorum.align.once import once_of_words
from variorum.align.prints import Print, PrintWord, sentences_in
from variorum.languages import Language

# A limit has so many words at most, and says of what within so many of them.
LIMIT = 8
NEAR = 3
_ENDING = "ing"

Words = Sequence[PrintWord]
Sides = tuple[Words, Words]


def limit_of_wide(pair: tuple[Print, Print], words: Sides, language: Language) -> Words | None:
    """Return the limit of a wide claim of the fuller print that the other one makes without any.

    Args:
        pair: the fuller print and the other one.
        words: the words of each that stand for one another.
        language: of the prints.
    """
    if (
        pair[1].quotation.use == "fragment"
        or len(denials(words[0], language)) % 2 != len(denials(words[1], language)) % 2
    ):
        return None
    for sentence in sentences_in(words[0]):
        for at, limit in _limits(sentence, pair[0], language):
            parts = sentence[:at], limit
            if _is_wide(pair[0], parts, language) and _is_lost(parts, pair[1], words[1], language):
                return limit
    return None


@once_of_words
def _limits(words: Words, row: Print, language: Language) -> Sequence[tuple[int, Words]]:
    """Return the limits in a sentence, each behind the place where it begins."""
    found = ((at, _limit(row, words, at, language)) for at in range(1, len(words)))
    return [(at, limit) for at, limit in found if limit]


def _limit(row: Print, words: Words, at: int, language: Language) -> Words:
    """Return the words of the limit that begins at a place, nothing where none does."""
    if is_parted(place_of(words[at], row) - 1, row):
        return ()
    stop = at
    while stop < min(len(words), at + LIMIT):
        stop += 1
        if is_parted(place_of(words[stop - 1], row), row):
            break
    held = words[at:stop]
    if _bounds(held, language) or _is_time(held, language):
        return held
    if held[0].form not in language.variants.surrounding:
        return ()
    # "At all", "in any way", "in my view" and "in the end" limit nothing.
    phrase = f"{' '.join(word.form for word in held)} "
    if any(phrase.startswith(f"{idle} ") for idle in language.variants.idle):
        return ()
    behind = next((w for w in held[1:NEAR] if w.form not in language.adverbs), None)
    if behind is None or behind.form in language.possessives | language.variants.extents.keys():
        return ()
    named = behind.is_name or bool(behind.date) or behind.form in language.determiners
    return held if named and any(word.content for word in held) else ()


def _bounds(limit: Words, language: Language) -> bool:
    """Tell what bounds how long something holds: "until June", "for two years"."""
    units = any(w.form in language.time_units for w in limit[1 : NEAR + 1])
    if limit[0].form in language.variants.bounding and len(limit) > 1:
        return True
    counted = any(w.is_number or w.form in language.variants.articles for w in limit[1:NEAR])
    return limit[0].form in language.times.length_at and units and counted


def _is_time(limit: Words, language: Language) -> bool:
    """Tell "this year" and "today" from other words."""
    if limit[0].form in language.days:
        return True
    timed = language.time_units.keys() | language.seasons.keys()
    return limit[0].form in language.times.leans and any(w.form in timed for w in limit[1:2])


def _is_wide(row: Print, parts: Sides, language: Language) -> bool:
    """Tell whether a clause says more without the limit behind it."""
    clause, limit = parts
    forms = {part for w in clause for part in (w.form, *opened(w.form, language))}
    direct = row.quotation.form == "direct"
    tenses = language.variants.tenses
    moved = set() if direct else {tenses[form] for form in tenses if form in language.modals}
    present = not forms.isdisjoint(tenses.keys() | moved)
    bound = _bounds(limit, language)
    whole = any(language.variants.extents.get(form) == "all" for form in forms)
    if present and (whole or any(language.negates(form) for form in forms)):
        return bound or _is_time(limit, language) or _has_bare_verb(clause, language)
    edges = language.contrasts.after | language.contrasts.before
    if present and bound and limit[0].form not in edges:
        return not forms.isdisjoint(language.variants.futures | moved | language.be_forms)
    return not bound and _is_state(clause, language, direct=direct)


def _has_bare_verb(clause: Words, language: Language) -> bool:
    """Tell whether a clause ends with its verb, or with words that no article leads to behind it.

    What stands behind "sell the house" may be of the house.
    """
    if not clause or not clause[-1].content or clause[-1].is_name:
        return False
    parting = language.determiners | language.prepositions
    for word in reversed(clause[-1 - NEAR : -1]):
        if word.form in language.auxiliaries | language.modals:
            return True
        if word.form in parting and not language.negates(word.form):
            return False
    return False


def _is_state(clause: Words, language: Language, *, direct: bool) -> bool:
    """Tell how something is ("the water is safe") from what happens to it ("is shut", "was")."""
    if not clause or not clause[-1].content or clause[-1].is_name:
        return False
    plain = [w for w in clause[:-1] if w.form not in language.adverbs]
    lead = next((w for w in reversed(plain) if not language.negates(w.form)), None)
    now = language.be_forms if not direct else language.be_forms & language.variants.tenses.keys()
    form = clause[-1].form
    is_ = lead is not None and lead.form in now
    return is_ and not past_of(form, language) and not form.endswith(_ENDING)


def _is_lost(parts: Sides, other: Print, words: Words, language: Language) -> bool:
    """Tell whether a print says what a clause says, and has neither its limit nor another one."""
    clause, limit = parts
    said = {word.key for word in (*other.words, *sentence_of(other))}
    content = [word for word in limit if word.content]
    if any(word.key in said for word in content):
        return False
    if _limited(other, language):
        return False
    keys = {word.key for word in words}
    told = [word for word in clause if word.content]
    shared = [word for word in told if word.key in keys]
    return bool(told) and told[-1].key in keys and len(shared) >= MOST * len(told)


def _limited(one: Print, language: Language) -> bool:
    """Tell whether a print has a bound or a time of its own."""
    listed = language.days.keys() | language.time_units.keys() | language.variants.bounding
    return any(word.date or word.form in listed for word in one.words)
