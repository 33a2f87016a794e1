"""Words and phrases that each of two claims has alone and that exclude one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import pairwise

from variorum.align.claims import Claim, Token
from variorum.align.once import once
from variorum.align.opposites import excluded
from variorum.align.relating.likeness import Likeness, Pair
from variorum.languages import Language
from variorum.model.spans import Span, covers
from variorum.model.words import stem_of


def opposed(
    one: Claim,
    other: Claim,
    likeness: Likeness,
    *,
    denied: tuple[Collection[int], Collection[int]],
    language: Language,
) -> Iterator[Pair]:
    """Yield what each of two claims has alone and that excludes the other, unless it is denied.

    A phrase (``pulled down``) is one token, and its words by themselves say nothing.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
        denied: where the words of each stand that a negation turns round.
        language: of both.
    """
    facing = dict(_terms(other, likeness.only[1], language))
    for term, token in _terms(one, likeness.only[0], language):
        for against in sorted(_excluding(language).get(term, frozenset()) & facing.keys()):
            pair = token, facing[against]
            if _is_denied(token, denied[0]) == _is_denied(pair[1], denied[1]):
                yield pair
    for pair in _described(one, other, likeness, language):
        if _is_denied(pair[0], denied[0]) == _is_denied(pair[1], denied[1]):
            yield pair


def _described(one: Claim, other: Claim, likeness: Likeness, language: Language) -> Iterator[Pair]:
    """Yield the adjectives that one noun cannot have together: ``a red coat``, ``a green coat``."""
    table = language.contrasts.descriptions
    first, second = _adjectives(one, likeness.only[0]), _adjectives(other, likeness.only[1])
    for noun, facing in likeness.pairs:
        pair = first.get(noun.span), second.get(facing.span)
        if pair[0] and pair[1] and pair[1].key in table.get(pair[0].key, ()):
            yield pair[0], pair[1]


def _adjectives(claim: Claim, alone: Collection[Token]) -> Mapping[Span, Token]:
    """Return the plain words that a claim has alone, by where the word right behind each stands."""
    plain = {token.span: token for token in alone if token.is_plain}
    return {b.span: plain[a.span] for a, b in pairwise(claim.words) if a.span in plain}


def _terms(
    claim: Claim, alone: Collection[Token], language: Language
) -> Iterator[tuple[str, Token]]:
    """Yield the phrases and the words of a claim that the other lacks, words by their stem."""
    phrases = {
        term: span
        for term, span in _phrases(claim, language).items()
        if any(covers(span, token.span) for token in alone)
    }
    for term, span in phrases.items():
        yield term, Token(term, span)
    for token in alone:
        if not token.is_value and not any(covers(span, token.span) for span in phrases.values()):
            yield stem_of(token.key), token


@once
def _phrases(claim: Claim, language: Language) -> Mapping[str, Span]:
    """Return the listed phrases that a claim holds, and where."""
    found = {}
    for at, word in enumerate(claim.words):
        for phrase in _by_first(language).get(word.form, ()):
            behind = claim.words[at : at + len(phrase)]
            if tuple(w.form for w in behind) == phrase:
                found[" ".join(phrase)] = (word.span[0], behind[-1].span[1])
    return found


@cache
def _by_first(language: Language) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases among the opposites by their first word."""
    phrases = [tuple(term.split()) for term in language.contrasts.opposites if " " in term]
    firsts = {phrase[0] for phrase in phrases}
    return {first: tuple(p for p in phrases if p[0] == first) for first in firsts}


@cache
def _excluding(language: Language) -> Mapping[str, frozenset[str]]:
    """Return what each term excludes: words as stems, phrases as they are."""
    found: dict[str, set[str]] = {stem: set(told) for stem, told in excluded(language).items()}
    for term, told in language.contrasts.opposites.items():
        found.setdefault(_key(term), set()).update(map(_key, told))
    return {term: frozenset(told) for term, told in found.items()}


def _key(term: str) -> str:
    return term if " " in term else stem_of(term)


def _is_denied(token: Token, denied: Collection[int]) -> bool:
    return any(token.span[0] <= start < token.span[1] for start in denied)
