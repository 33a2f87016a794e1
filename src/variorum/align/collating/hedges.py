"""Words that weaken a statement, found in a run of words by the language's list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from variorum.align.collating.attitudes import has_attitude
from variorum.align.collating.doubts import puts_in_doubt
from variorum.align.collating.inflections import shifted
from variorum.align.collating.matching import opened
from variorum.align.collating.scopes import SHARED, aside_of, asks, content_beside, place_of
from variorum.align.once import once_of_words
from variorum.align.prints import Print, PrintWord, read_words, sentences_in
from variorum.languages import Language

# The most words of a hedge in the lists.
LONGEST = 6
# In a print of so few words, any of them.
SHORT = 25
# In a print of more words a doubt may be about anything.
LONG = 200

Words = Sequence[PrintWord]


def hedges_in(words: Words, language: Language | None) -> list[tuple[PrintWord, ...]]:
    """Return the hedges among ``words``, the longest phrase first at each place.

    A word that is a preposition or an article besides ("about", "some") hedges before a number
    only.
    """
    return [tuple(words[start:end]) for start, end in _places(words, language)]


def opening_hedge(words: Words, language: Language | None) -> tuple[PrintWord, ...]:
    """Return the hedge a sentence begins with, after at most one word ("but at least …").

    Only what limits the sentence before counts: "perhaps" and "it may" weaken their own alone, and
    "at least" another nine a number.
    """
    for start, end in _places(words[: LONGEST + 2], language):
        phrase = " ".join(word.form for word in words[start:end])
        if start < 2 and language is not None and phrase in language.variants.reservations:
            few = language.variants.indefinite
            counts = any(w.is_number or w.form in few for w in words[end : end + 1])
            return () if counts else tuple(words[start:end])
    return ()


def without_hedges(words: Words, language: Language | None) -> tuple[PrintWord, ...]:
    """Return the words that are part of no hedge."""
    hidden = {at for place in _places(words, language) for at in range(*place)}
    return tuple(word for at, word in enumerate(words) if at not in hidden)


def is_lost(hedge: Words, own: Print, other: Print, language: Language) -> bool:
    """Tell whether a hedge of one print weakens what another prints without it.

    The other has the hedge nowhere, nor what reported speech makes of it or a hedge of its own;
    and a sentence of it has most of the words that the hedge weakens. A word that weakens a number
    or a degree only is no doubt.
    """
    if not puts_in_doubt(hedge, own, language) or _prints(hedge, other, language):
        return False
    if has_attitude(hedge, own, other, language):
        return False
    if _infinitive(hedge, own, other, language) or asks(other, language):
        return False
    weakened = _weakened(hedge, own, language)
    if _is_ability(hedge, (own, other), weakened, language):
        return False
    if hedge[-1].form in language.phrase_ends and not _has_verb(weakened, other):
        return False
    if len(own.words) <= SHORT:
        said = {word.key for word in other.words if word.content}
        return any(key in said for key in weakened) or not weakened
    least = max(1, SHARED * len(weakened))
    sentences = sentences_in(other.words)
    content = ({word.key for word in sentence if word.content} for sentence in sentences)
    return any(sum(key in said for key in weakened) >= least for said in content)


def _is_ability(
    hedge: Words, pair: tuple[Print, Print], weakened: Sequence[str], language: Language
) -> bool:
    """Tell the "could" of a report of words that have no doubt: "can" is understood in them.

    It is not where they have the very verb: "could cause clots" weakens "causes clots". Who "could
    hear" heard.
    """
    own, other = pair
    reported = own.quotation.form == "indirect" and other.quotation.form == "direct"
    able = len(hedge) == 1 and hedge[0].form in language.variants.abilities
    after = place_of(hedge[-1], own) + 1
    if able and own.words[after : after + 1]:
        perceives = own.words[after].form in language.variants.perceiving
        if perceives and any(_is_form_of(word, own.words[after], language) for word in other.words):
            return True
    return reported and able and not (weakened and _has_verb(weakened, other))


def _is_form_of(word: PrintWord, verb: PrintWord, language: Language) -> bool:
    return word.key == verb.key or shifted(word.form, verb.form, language)


def _has_verb(weakened: Sequence[str], other: Print) -> bool:
    """Tell whether a print has the verb of a hedge before "to": "expected to [hold]"."""
    return not weakened or any(word.key == weakened[0] for word in other.words)


def own_hedges(one: Print, other: Print, language: Language) -> bool:
    """Tell whether a print has doubts that another has not; of a long one nothing is told."""
    return len(one.words) <= LONG and any(
        puts_in_doubt(hedge, one, language)
        and not _prints(hedge, other, language)
        and not has_attitude(hedge, one, other, language)
        for hedge in hedges_in(one.words, language)
    )


def hedged_otherwise(hedge: Words, pair: tuple[Print, Print], words: Words) -> bool:
    """Tell whether words of the second print weaken with another hedge what the first one's does.

    Args:
        hedge: of the first print.
        pair: the prints.
        words: a sentence of the second one.
    """
    own, other = pair
    if own.language is None or other.language is None:
        return False
    weak = set(_weakened(hedge, own, own.language))
    return any(
        is_lost(one, other, own, other.language)
        and not weak.isdisjoint(_weakened(one, other, other.language))
        for one in hedges_in(words, other.language)
    )


def _prints(hedge: Words, other: Print, language: Language) -> bool:
    """Tell whether a print has a hedge too, or the word that it is reported speech of.

    What brings it in may be the hedge itself: ``The board expects the lock to hold``.
    """
    forms = [word.form for word in other.words]
    if brings_in(hedge, other):
        return True
    if f" {' '.join(word.form for word in hedge)} " in f" {' '.join(forms)} ":
        return True
    if len(hedge) > 1:
        return False
    form = hedge[0].form
    moved = {form, language.backshifts.get(form), language.variants.tenses.get(form)}
    return any(moved.intersection((one, *opened(one, language))) for one in set(forms))


def brings_in(hedge: Words, other: Print) -> bool:
    """Tell whether the cue of a print has all that a hedge says: "We expect" and "expects".

    Who says so is not "said to" have done it.
    """
    plain = other.language.cues_of("say") if other.language else frozenset[str]()
    said = {word.key for word in hedge if word.content and word.form not in plain}
    cues = read_words(other.article, other.quotation.cue, other.language)
    return bool(said) and said <= {word.key for word in cues}


def _infinitive(hedge: Words, own: Print, other: Print, language: Language) -> bool:
    """Tell whether what a modal weakens is an infinitive in the other print ("to sink")."""
    at = place_of(hedge[-1], own) + 1
    if other.in_headline or hedge[-1].form not in language.modals or at == len(own.words):
        return False
    pairs = zip(other.words, other.words[1:], strict=False)
    return any(w.form in language.phrase_ends and v.key == own.words[at].key for w, v in pairs)


def _weakened(hedge: Words, own: Print, language: Language) -> list[str]:
    """Return the content words after a hedge in its clause, or before it where none follows.

    Of "…, which is unlikely, …" those before the relative clause.
    """
    first, last = place_of(hedge[0], own), place_of(hedge[-1], own)
    if (aside := aside_of(first, last, own, language)) is not None:
        return content_beside(own, range(aside, 0, -1), step=-1)
    after = content_beside(own, range(last, len(own.words) - 1), step=1)
    return after or content_beside(own, range(first, 0, -1), step=-1)


def hedge_places(forms: Sequence[str], language: Language | None) -> list[tuple[int, int]]:
    """Return where hedges stand among case-folded words, as ranges of positions."""
    found: list[tuple[int, int]] = []
    at = 0
    while language is not None and at < len(forms):
        length = _length(forms[at : at + LONGEST + 1], language)
        if length:
            found.append((at, at + length))
        at += max(1, length)
    return found


@once_of_words
def _places(words: Words, language: Language | None) -> Sequence[tuple[int, int]]:
    """Return where hedges stand; the name of a month is none ("May")."""
    return hedge_places(["" if word.date else word.form for word in words], language)


def _length(forms: Sequence[str], language: Language) -> int:
    """Return how many words the hedge has that begins here, 0 where none does."""
    for parts in _by_opening(language).get(forms[0], ()):
        length, printed = len(parts), tuple(forms[: len(parts)])
        if printed == parts and (length > 1 or _weakens(forms[0], forms[1:2], language)):
            return length
    return 0


@cache
def _by_opening(language: Language) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """Return the words of hedges by the first of them, longer hedges first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for parts in sorted((tuple(h.split()) for h in language.hedges), key=len, reverse=True):
        if len(parts) <= LONGEST:
            found[parts[0]].append(parts)
    return dict(found)


def _weakens(form: str, following: Sequence[str], language: Language) -> bool:
    if form not in language.function_words or form in language.possible:
        return True
    return bool(following) and (following[0][:1].isdigit() or following[0] in language.numbers)
