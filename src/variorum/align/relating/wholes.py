"""Of two claims the one that tells of all: of all of a kind, or of a whole area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.relating.bounds import Figure, figures_of
from variorum.align.relating.scopes import other_places
from variorum.align.relating.verdicts import Verdict, facing
from variorum.languages import Language

# So many words behind ``all`` stands what it is told of.
REACH = 3
# So many words before a name may tell that a part of it is meant.
BEFORE = 3


def stand_by_all(same: Verdict) -> Verdict | None:
    """Return how a claim of all stands to a count of some of them; None where they do not so stand.

    ``All schools were shut`` is stronger than ``two schools were shut``, excludes ``six of eight
    schools were shut``, and is of another scope than the schools of another place.

    Args:
        same: that both bear on one point.
    """
    language = languages.find(same.one.article.language)
    if language is None:
        return None
    for whole, part in ((same.one, same.other), (same.other, same.one)):
        for word, noun in _wholes(whole, language):
            figure = next((f for f in figures_of(part) if _counts(f, noun)), None)
            if figure is None or any(_counts(f, noun) for f in figures_of(whole)):
                continue
            shown = f"{part.surface(figure.token)} {noun}"
            if _is_share(part, figure, language):
                return replace(same, relation="incompatible", finding=f"{word} ≠ {shown}")
            return _told(same, whole, f"{word} > {shown}")
    return None


def _told(same: Verdict, whole: Claim, shown: str) -> Verdict:
    if places := other_places((same.one, same.other)):
        return replace(same, relation="other-scope", finding=f"{shown}; {places[0]} ≠ {places[1]}")
    return facing(replace(same, relation="stronger", finding=shown), whole)


def _wholes(claim: Claim, language: Language) -> Iterator[tuple[str, str]]:
    """Yield words for all of a kind, and what they are told of, in the singular."""
    extents = language.variants.extents
    tokens = {token.span: token for token in claim.tokens}
    for at, word in enumerate(claim.words):
        if extents.get(word.form) != "all":
            continue
        behind = claim.words[at + 1 : at + 1 + REACH]
        noun = next((w.form for w in behind if w.span in tokens and w.form not in extents), None)
        if noun is not None and noun not in language.contrasts.anyone:
            yield word.form, language.singular(noun) or noun


def _counts(figure: Figure, noun: str) -> bool:
    return figure.kind == "#" and figure.unit == noun and not figure.bound


def _is_share(claim: Claim, figure: Figure, language: Language) -> bool:
    """Tell a count of some from among a count: ``six of eight``."""
    figures = {token.span for token in claim.tokens if token.key[0] == "#"}
    words = [
        word
        for word in claim.words
        if word.form not in language.determiners or word.span in figures
    ]
    near = zip(words, words[1:], words[2:], strict=False)
    return any(
        between.form in language.variants.partitive
        and {before.span, behind.span} <= figures
        and figure.token.span in (before.span, behind.span)
        for before, between, behind in near
    )


def stand_by_area(same: Verdict) -> Verdict | None:
    """Return that one claim is told of a whole area and the other of a place; None where not so.

    ``Water is scarce across the province`` is broader than ``water is scarce in Velm``.

    Args:
        same: that both bear on one point.
    """
    language = languages.find(same.one.article.language)
    places = other_places((same.one, same.other))
    if language is None or places is None:
        return None
    wide = [place.casefold().split()[0] in language.contrasts.spanning for place in places]
    if wide[0] == wide[1]:
        return None
    shown = f"{places[0]} ⊃ {places[1]}" if wide[0] else f"{places[1]} ⊃ {places[0]}"
    broad = same.one if wide[0] else same.other
    return facing(replace(same, relation="broader", finding=shown), broad)


def stand_by_part(same: Verdict) -> Verdict | None:
    """Return that one claim tells of a part of a place that the other names whole.

    Args:
        same: that both bear on one point.
    """
    shared = [(a, b) for a, b in same.pairs if a.is_name and b.is_name]
    for first, second in shared:
        parts = _part_of(same.one, first), _part_of(same.other, second)
        if bool(parts[0]) != bool(parts[1]):
            whole = same.other if parts[0] else same.one
            name = same.one.surface(first)
            shown = f"{name} ⊃ {parts[0] or parts[1]} {name}"
            return facing(replace(same, relation="broader", finding=shown), whole)
    return None


def _part_of(claim: Claim, name: Token) -> str:
    """Return the words that make a part of what is named, as ``parts of``, empty for none."""
    language = languages.find(claim.article.language)
    if language is None:
        return ""
    forms = [word.form for word in claim.words if word.span[1] <= name.span[0]][-BEFORE:]
    for part, of in pairwise(forms):
        if part in language.contrasts.parts and of in language.variants.partitive:
            return f"{part} {of}"
    return ""
