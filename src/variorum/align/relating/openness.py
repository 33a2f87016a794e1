"""Which of two claims leaves open how many, or when.

``Dozens`` beside ``38``, ``in May`` beside ``9 May``. Only where both fill the slot: what one claim
counts or dates and the other passes over leaves nothing open.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.relating.bounds import Figure, figures_of
from variorum.align.relating.fitting import fit
from variorum.align.relating.likeness import Likeness
from variorum.align.relating.printed import printed_apart
from variorum.align.relating.since import growing_word
from variorum.languages import Language
from variorum.model.words import words_in

# So many words behind an open count stands what it counts ("several other people").
REACH = 4
# What is told by its scale is no more than so many of it (``hundreds``), and another scale is one
# from so many times on.
MOST, OTHER = 30, 8


def opener_of(one: Claim, other: Claim, likeness: Likeness) -> tuple[Claim, str] | None:
    """Return which of two claims of one content leaves a count or a date open, and by what.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    language = languages.find(one.article.language)
    if language is None:
        return None
    for vague, exact in ((one, other), (other, one)):
        for count in _open_counts(vague, language):
            figure = _exact_count(vague, exact, count, language)
            if figure:
                return vague, f"{count.words} ⊃ {exact.surface(figure.token)}"
    return _longer(one, other, likeness, language)


def scales_apart(one: Claim, other: Claim, likeness: Likeness) -> tuple[str, bool] | None:
    """Return two counts that are no one count, of which one is open: ``dozens ≠ six``.

    And whether they surely exclude one another: no number of the day, and nothing that grew.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    language = languages.find(one.article.language)
    if language is None:
        return None
    days = printed_apart(one.article, other.article)
    sure = days is None and not (growing_word(one) or growing_word(other))
    sides = [list(_open_counts(claim, language)) for claim in (one, other)]
    for vague, exact, counts in ((one, other, sides[0]), (other, one, sides[1])):
        for count in counts:
            figure = _exact_count(vague, exact, count, language)
            if figure and not count.low <= figure.value[0] <= count.high:
                apart = figure.high < count.low or figure.low > count.high
                return f"{count.words} ≠ {exact.surface(figure.token)}", apart and sure
    return _other_scales(sides, likeness, sure=sure)


def _other_scales(
    sides: Sequence[Sequence[_Count]], likeness: Likeness, *, sure: bool
) -> tuple[str, bool] | None:
    """Return the only open counts of two claims where they are of other scales."""
    if [len(side) for side in sides] != [1, 1]:
        return None
    (first,), (second,) = sides
    low, high = sorted((first.low, second.low))
    if low <= 0 or low * OTHER > high:
        return None
    words = {*first.words.split(), *second.words.split()}
    alone = all(token.key in words for only in likeness.only for token in only)
    return f"{first.words} ≠ {second.words}", alone and sure


@dataclass(frozen=True, slots=True)
class _Count:
    """Words that count without a number, how many they may be, and what, in the singular."""

    words: str
    low: float
    high: float
    nouns: frozenset[str]


def _open_counts(claim: Claim, language: Language) -> Iterator[_Count]:
    """Yield words that count without a number, a scale of scales (``tens of thousands``) once."""
    forms = [word.form for word in claim.words]
    for at, form in enumerate(forms):
        scale = _scale(form, language) if form not in language.scales else None
        if scale is None and form not in language.contrasts.several:
            continue
        behind = forms[at + 1 : at + 1 + REACH]
        if scale and [_scale(f, language) for f in behind[1:2]] not in ([], [None]):
            continue
        nouns = {language.singular(f) or f for f in behind}
        anyone = scale or not nouns.isdisjoint(language.contrasts.anyone)
        counted = frozenset(nouns | language.contrasts.anyone if anyone else nouns)
        words, low = _scaled(forms, at, scale or 0.0, language)
        yield _Count(words, low, MOST * low or math.inf, counted)


def _scale(form: str, language: Language) -> float | None:
    """Return how much a scale is of which there are several: ``dozens``."""
    return language.scales.get(form.removesuffix("s")) if form.endswith("s") else None


def _scaled(forms: Sequence[str], at: int, scale: float, language: Language) -> tuple[str, float]:
    """Return an open count in words, and how many it is at least."""
    if at < 2 or not scale or forms[at - 1] not in language.variants.partitive:
        return forms[at], scale
    many = forms[at - 2].removesuffix("s")
    times = language.scales.get(many) or language.numbers.get(many)
    return (" ".join(forms[at - 2 : at + 1]), scale * times) if times else (forms[at], scale)


def _exact_count(vague: Claim, exact: Claim, count: _Count, language: Language) -> Figure | None:
    """Return the number by which a claim counts what the other leaves open."""
    if any(q.unit in count.nouns for q in vague.statement.quantities):
        return None
    text = exact.article.text
    spans = {
        q.span
        for q in exact.statement.quantities
        if q.unit in count.nouns
        and q.value > 1
        and text[q.span[0] : q.span[1]] not in language.scales
    }
    figures = (f for f in figures_of(exact) if f.token.span in spans and not f.measure)
    return next(figures, None)


def _longer(
    one: Claim, other: Claim, likeness: Likeness, language: Language
) -> tuple[Claim, str] | None:
    """Return which of two claims tells a longer time that holds that of the other.

    Each must have one date alone, and both stand behind a preposition of time or by themselves: in
    ``the 2030 vote`` the year only names the vote.
    """
    alone = [[t for t in only if t.key[0] == "@"] for only in likeness.only]
    if [len(dates) for dates in alone] != [1, 1]:
        return None
    pair = [_dated(c, dates[0], language) for c, dates in zip((one, other), alone, strict=True)]
    if pair[0] is None or pair[1] is None:
        return None
    holds = fit(pair[0], pair[1]) == "held", fit(pair[1], pair[0]) == "held"
    if holds[0] == holds[1]:
        return None
    first, second = (0, 1) if holds[0] else (1, 0)
    claims = one, other
    shown = " ⊃ ".join(claims[at].surface(alone[at][0]) for at in (first, second))
    return claims[first], shown


def _dated(claim: Claim, date: Token, language: Language) -> Figure | None:
    """Return the date of a claim that tells when, None for one that names what is told of."""
    figure = next((f for f in figures_of(claim) if f.token == date), None)
    if figure is None or figure.bound:
        return None
    start = claim.statement.spans[0][0]
    before = [word.form for word in words_in(claim.article.text, (start, date.span[0]))][-1:]
    behind = claim.article.text[date.span[1] : date.span[1] + 1]
    if behind in ("'", "’", "-") or before in (["the"], ["a"], ["of"]):
        return None
    return figure
