"""Figures of other scopes: of another place, or of all and of some of those who are counted.

Both scopes must stand in the words: ``in the province`` beside ``nationwide``, ``nine children``
beside ``twelve people``. Figures that differ so may both be true.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.relating.bounds import Figure
from variorum.align.relating.fates import is_anyone
from variorum.languages import Language

# So many words behind "in" or "across" stands what it tells of: "in the northern province".
REACH = 4
# What tells of a part of an area has more words than "in the country".
LEAST_OF_A_PART = 3

Pair = tuple[Claim, Claim]


def other_places(pair: Pair) -> tuple[str, str] | None:
    """Return the words that tell where each of two claims counts, None where not elsewhere.

    Args:
        pair: two claims whose figures differ. Each must name a place, or an area such as
            ``the province``, that the other has no word of; ``the town`` may be any that is named.
    """
    one, other = (dict(_places(claim)) for claim in pair)
    alone = one.keys() - pair[1].forms, other.keys() - pair[0].forms
    if one.keys() & other.keys() or not all(alone):
        return None
    language = languages.find(pair[0].article.language)
    if language and (_may_be(*alone, language) or _may_be(*alone[::-1], language)):
        return None
    shown = [
        next(phrase for head, phrase in told.items() if head in heads)
        for told, heads in zip((one, other), alone, strict=True)
    ]
    return shown[0], shown[1]


def _may_be(area: Set[str], names: Set[str], language: Language) -> bool:
    """Tell whether an area (``in the town``) may be what is named (``in Velm``)."""
    areas = language.contrasts.areas | language.contrasts.everywhere
    return area <= language.contrasts.settlements and areas.isdisjoint(names)


def placed_alone(pair: Pair) -> bool:
    """Tell whether one of two claims tells where, of any thing that the other has no word of.

    What a report tells of is no place: ``in the crash``.
    """
    for one, other in zip(pair, reversed(pair), strict=True):
        heads = {*dict(_places(one)), *_things(one)}
        if not heads <= other.forms:
            return True
    return False


def part_alone(pair: Pair) -> str:
    """Return the words by which only one of two claims tells of a part of an area, empty for none.

    Such words tell which part: ``in the coastal districts``; ``in the country`` may be all of it.

    Args:
        pair: two claims.
    """
    one, other = (dict(_places(claim)) for claim in pair)
    if bool(one) == bool(other):
        return ""
    phrase = next(iter((one or other).values()))
    return phrase if len(phrase.split()) > LEAST_OF_A_PART else ""


def other_group(pair: Pair, figures: tuple[Figure, Figure]) -> tuple[str, str] | None:
    """Return two counts as printed of which one is of anybody, the other of fewer of one sort.

    Args:
        pair: two claims.
        figures: a count of each, of one fate.
    """
    language = languages.find(pair[0].article.language)
    if language is None or any(figure.bound or figure.measure for figure in figures):
        return None
    anyone = [is_anyone(figure, language) for figure in figures]
    if anyone[0] == anyone[1]:
        return None
    whole, part = figures if anyone[0] else figures[::-1]
    facing = pair[1] if anyone[0] else pair[0]
    if part.value[0] >= whole.value[0] or whole.token.key in facing.keys:
        return None
    shown = [
        " ".join(filter(None, (claim.surface(figure.token), figure.unit)))
        for claim, figure in zip(pair, figures, strict=True)
    ]
    return shown[0], shown[1]


def _places(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield the places and areas that a claim counts in: the word, and the phrase as printed."""
    language = languages.find(claim.article.language)
    if language is None:
        return
    named = {token.span for token in claim.tokens if token.is_name}
    words = claim.words
    for at, word in enumerate(words):
        if word.form in language.contrasts.everywhere:
            yield word.form, claim.article.text[slice(*word.span)]
        elif word.form in language.contrasts.within:
            end = _head(claim, at, named, language)
            if end:
                phrase = claim.article.text[word.span[0] : words[end].span[1]]
                yield words[end].form, " ".join(phrase.split())


def _things(claim: Claim) -> Iterator[str]:
    """Yield what stands behind the prepositions of place of a claim: ``in its courtyard``."""
    language = languages.find(claim.article.language)
    told = {t.span: t for t in claim.tokens}
    words = claim.words
    for at, word in enumerate(words):
        if language is None or word.form not in language.contrasts.within:
            continue
        behind = words[at + 1 : at + 1 + REACH]
        head = next((w for w in behind if w.span in told), None)
        if head is None or told[head.span].is_value or head.form in language.contrasts.bounds:
            continue
        known = behind[0].form in language.determiners - language.variants.indefinite
        if not (known and head.form in language.contrasts.occasions):
            yield head.form


def _head(claim: Claim, at: int, named: set[tuple[int, int]], language: Language) -> int | None:
    """Return where the name of a place, or the area, behind a preposition ends; None for none."""
    text, words, found = claim.article.text, claim.words, None
    for here in range(at + 1, min(at + 1 + REACH, len(words))):
        between = text[words[here - 1].span[1] : words[here].span[0]]
        if between.strip():
            break
        is_name = words[here].span in named
        if words[here].form in language.contrasts.areas or is_name:
            found = here
        elif found is not None or words[here].form in language.prepositions:
            break
    return found
