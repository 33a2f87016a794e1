"""Limits of place, time or group that a print leaves out of what another one says.

A limit that is cut from what is said of all makes it broader (MacCartney and Manning 2007), and so
does one that a headline leaves out of what it states: a report may say it in its next sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.collating.wide_claims import limit_of_wide
from variorum.align.prints import Print, PrintWord
from variorum.align.subsequence import in_common
from variorum.languages import Language

Words = Sequence[PrintWord]
Sides = tuple[Words, Words]
# So many content words before "only" are what it limits; so many words make up a limit at most.
REACH = 3
LIMIT = 8


def limit_lost(pair: tuple[Print, Print], words: Sides, language: Language) -> str | None:
    """Return the limit of the fuller print that the other one lacks, None where it lacks none.

    Args:
        pair: the fuller print and the other one.
        words: the words of each that stand for one another.
        language: of the prints.
    """
    found = _of_all(pair, words, language) or _behind_only(pair, language)
    stated = pair[1].in_headline and pair[1].quotation.form == "indirect"
    stated = stated and _says_more(words)
    if found is None and stated and not pair[0].in_headline:
        found = next(_cut(pair, words, language), None)
    if found is None:
        found = limit_of_wide(pair, words, language)
    if found is None:
        found = _frequency(pair, words, language)
    if found is None:
        return None
    return f"limit not printed: “{pair[0].said(found)}”"


def _frequency(pair: tuple[Print, Print], words: Sides, language: Language) -> Words | None:
    """Return the word of the fuller print for how often, where the other says it of every time.

    "How often" and "as often as" tell no frequency.
    """
    listed = language.variants.frequencies | language.hedges | language.variants.extents.keys()
    if any(word.form in listed for word in words[1]):
        return None
    said = {word.key for word in pair[1].words}
    for at, word in enumerate(words[0]):
        led = at > 0 and words[0][at - 1].form in language.variants.measuring
        if word.form in language.variants.frequencies and not led:
            behind = [w.key for w in words[0][at + 1 :] if w.content][:1]
            before = [w.key for w in words[0][:at] if w.content][-1:]
            if not said.isdisjoint(before if _parted(pair[0], word) else behind):
                return [word]
    return None


def _of_all(pair: tuple[Print, Print], words: Sides, language: Language) -> Words | None:
    """Return the limit of what is said of all: "nobody under twelve", of which "nobody" is left."""
    said = {word.key for word in pair[1].words}
    forms = {word.form for word in words[1]}
    direct = all(one.quotation.form == "direct" for one in pair)
    for at, word in enumerate(words[0]):
        extent = language.variants.extents.get(word.form)
        if extent not in {"all", "any"} or word.form not in forms:
            continue
        behind = _limit(pair[0], words[0][at + 1 :], language)
        content = [w for w in behind if w.content]
        lost = [w for w in content if w.key not in said]
        if lost and (direct or len(lost) == len(content)):
            return [word, *behind]
    return None


def _behind_only(pair: tuple[Print, Print], language: Language) -> Words | None:
    """Return what the fuller print limits with a last word: "on the last day only"."""
    said = {word.key for word in pair[1].words}
    for at, word in enumerate(pair[0].words):
        if word.form in language.variants.limiters and _parted(pair[0], word):
            before = [w for w in pair[0].words[max(0, at - REACH) : at] if w.content]
            if before and not any(w.key in said for w in before):
                return [*before, word]
    return None


def _cut(pair: tuple[Print, Print], words: Sides, language: Language) -> Iterator[Words]:
    """Yield the limits between or behind shared words that a headline leaves out."""
    said = {word.key for word in pair[1].words}
    for run in _lost(words):
        limit = _limit(pair[0], run, language)
        content = [word for word in limit if word.content]
        kept = any(word.key in said for word in content)
        if content and not kept and run[0].form in language.variants.narrowing:
            yield limit


def _says_more(words: Sides) -> bool:
    """Tell whether two prints share more than what is told of: "a plaster" states nothing."""
    keys = [{word.key for word in side if word.content} for side in words]
    return len(keys[0] & keys[1]) > 1


def _lost(words: Sides) -> Iterator[Words]:
    """Yield the words behind a shared one for which the second side has nothing."""
    pairs = in_common([w.key for w in words[0]], [w.key for w in words[1]])
    for at, (i, j) in enumerate(pairs):
        after = pairs[at + 1] if at + 1 < len(pairs) else (len(words[0]), len(words[1]))
        if after[0] > i + 1 and after[1] == j + 1 and words[0][i].content:
            yield words[0][i + 1 : after[0]]


def _limit(row: Print, words: Words, language: Language) -> Words:
    """Return the words of a limit, to the next punctuation or verb of the clause."""
    if not words or words[0].form not in language.variants.limits:
        return ()
    verbs = language.auxiliaries | language.modals
    if words[0].form in language.relatives | language.clause_relatives:
        verbs = frozenset()
    held = []
    for word in words[:LIMIT]:
        if word.form in verbs:
            break
        held.append(word)
        if _parted(row, word):
            break
    return held


def _parted(row: Print, word: PrintWord) -> bool:
    """Tell whether punctuation follows a word."""
    after = row.article.text[word.span[1] : word.span[1] + 1]
    return not after or not (after.isspace() or after.isalnum())
