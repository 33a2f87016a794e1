"""Words that weaken a statement, found in a run of words by the language's list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from variorum.align.collating.matching import opened
from variorum.align.collating.polarity import BREAK
from variorum.align.prints import Print, PrintWord, read_words
from variorum.languages import Language
from variorum.model.phrases import places_of

# The most words of a hedge in the lists.
LONGEST = 6
# A hedge weakens so many content words after it in its clause; such a part of them stands in the
# other print, or what is weakened is not shared.
REACH = 5
SHARED = 0.4
# The clause that a condition opens begins within so many words.
FAR = 60
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
    if not _doubts(hedge, own, language) or _prints(hedge, other, language):
        return False
    if _infinitive(hedge, own, other, language):
        return False
    weakened = _weakened(hedge, own)
    if len(own.words) <= SHORT:
        said = {word.key for word in other.words if word.content}
        return any(key in said for key in weakened) or not weakened
    least = max(1, SHARED * len(weakened))
    return any(
        sum(key in said for key in weakened) >= least for said in _sentences_said(other.words)
    )


def _sentences_said(words: Words) -> Iterator[set[str]]:
    """Yield the keys of the content words of each sentence."""
    said: set[str] = set()
    for word in words:
        said |= {word.key} if word.content else set()
        if word.ends:
            yield said
            said = set()
    yield said


def conditions_in(words: Words, own: Print, other: Print, language: Language) -> list[Words]:
    """Return what opens the conditions in a print on what another one prints without any.

    "Had it rained" is one of the other too. An "if" that opens a reported question is none ("to
    see if"), nor is "if not" or "as if"; the other print must have most of what it is on.
    """
    said = {word.key for word in other.words if word.content}
    listed = language.variants.conditions
    if places_of(listed, [word.form for word in other.words]) or inverts(other, language):
        return []
    found = []
    for start, stop in places_of(listed, [word.form for word in words]):
        if stop == len(words) or start < (own.quotation.form != "direct"):
            continue
        if language.negates(words[stop].form) or _asks(words[:start], language):
            continue
        led = " ".join(word.form for word in words[max(0, start - 1) : stop])
        if start and led in language.variants.mitigations:
            continue
        share = 0.0 if other.in_headline else SHARED
        if is_conditioned(_position(words[start], own), own, said, share=share):
            found.append(words[start:stop])
    return found


def _asks(words: Words, language: Language) -> bool:
    """Tell whether words end with a verb that brings in a question: "to see [if]"."""
    asking = language.variants.wondering | language.cues_of("ask")
    return any(word.form in asking for word in words[-1:])


def inverts(one: Print, language: Language) -> bool:
    """Tell whether a sentence of a print opens with the verb of a condition: "Had it rained"."""
    opening = {word.form for word in one.words[:1]}
    opening |= {b.form for a, b in pairwise(one.words) if a.ends}
    return not opening.isdisjoint(language.variants.inversions)


def is_conditioned(start: int, own: Print, said: Collection[str], *, share: float = SHARED) -> bool:
    """Tell whether another print has most of what a condition is on, or any of the condition.

    Args:
        start: where the condition begins.
        own: the print that has it.
        said: the keys of the content words of the other print.
        share: how much of what the condition is on the other print has, a word at least.
    """
    stop, behind = _main_clause(own, start)
    on = _clause(own, range(start, 0, -1), step=-1) or behind
    if not on:
        return any(word.content and word.key in said for word in own.words[start:stop])
    return sum(key in said for key in on) >= max(1, share * len(on))


def _main_clause(own: Print, start: int) -> tuple[int, list[str]]:
    """Return where the clause begins that conditions open, and its keys: the first without one."""
    text, words, language = own.article.text, own.words, own.language
    opening = language.variants.conditions | language.conjunctions if language else frozenset()
    for at in range(start, min(len(words) - 1, start + FAR)):
        if words[at].ends:
            break
        parted = "," in text[words[at].span[1] : words[at + 1].span[0]]
        found = _clause(own, range(at, len(words) - 1), step=1) if parted else []
        if found and words[at + 1].form not in opening:
            return at + 1, found
    return start, []


def own_hedges(one: Print, other: Print, language: Language) -> bool:
    """Tell whether a print has doubts that another has not; of a long one nothing is told."""
    return len(one.words) <= LONG and any(
        _doubts(hedge, one, language) and not _prints(hedge, other, language)
        for hedge in hedges_in(one.words, language)
    )


def _doubts(hedge: Words, own: Print, language: Language) -> bool:
    """Tell a doubt from a word of degree, an approximate number and "guidelines that suggest"."""
    phrase = " ".join(word.form for word in hedge)
    first, last = _position(hedge[0], own), _position(hedge[-1], own)
    if phrase in language.variants.softeners:
        return False
    if len(hedge) > 1:
        return True
    if _is_inability(own.words[first:], language):
        return False
    if phrase in language.cues and first and own.words[first - 1].form in language.clause_relatives:
        return False
    if phrase in language.cues and own.words[last].ends:
        return False
    return not any(word.is_number or word.rank for word in own.words[last + 1 : last + 3])


def _is_inability(words: Words, language: Language) -> bool:
    """Tell whether words begin with what somebody was not able to do: "could not remember"."""
    able = words[0].form in language.variants.abilities
    return able and any(language.negates(word.form) for word in words[1:2])


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
    """Tell whether the cue of a print has all that a hedge says: "We expect" and "expects"."""
    said = {word.key for word in hedge if word.content}
    cues = read_words(other.article, other.quotation.cue, other.language)
    return bool(said) and said <= {word.key for word in cues}


def _infinitive(hedge: Words, own: Print, other: Print, language: Language) -> bool:
    """Tell whether what a modal weakens is an infinitive in the other print ("to sink")."""
    at = _position(hedge[-1], own) + 1
    if other.in_headline or hedge[-1].form not in language.modals or at == len(own.words):
        return False
    pairs = zip(other.words, other.words[1:], strict=False)
    return any(w.form in language.phrase_ends and v.key == own.words[at].key for w, v in pairs)


def _weakened(hedge: Words, own: Print) -> list[str]:
    """Return the content words after a hedge in its clause, or before it where none follows."""
    first, last = _position(hedge[0], own), _position(hedge[-1], own)
    after = _clause(own, range(last, len(own.words) - 1), step=1)
    return after or _clause(own, range(first, 0, -1), step=-1)


def _clause(own: Print, places: range, *, step: int) -> list[str]:
    """Return the keys of content words beside a place, as far as no punctuation stands between.

    A comma right beside the place parts nothing, the end of a sentence always does.
    """
    text = own.article.text
    found: list[str] = []
    for at in places:
        here, there = sorted((own.words[at], own.words[at + step]), key=lambda word: word.span)
        parted = at != places[0] and BREAK.search(text[here.span[1] : there.span[0]])
        if parted or here.ends or len(found) == REACH:
            break
        word = own.words[at + step]
        found += [word.key] if word.content else []
    return found


def _position(word: PrintWord, own: Print) -> int:
    return next(at for at, one in enumerate(own.words) if one is word)


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


def _places(words: Words, language: Language | None) -> list[tuple[int, int]]:
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
