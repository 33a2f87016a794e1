"""Which of two claims leaves open how many, or when.

``Dozens`` beside ``38``, ``in May`` beside ``9 May``. Only where both fill the slot: what one claim
counts or dates and the other passes over leaves nothing open.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.relating.bounds import Figure, figures_of
from variorum.align.relating.fitting import fit
from variorum.align.relating.likeness import Likeness
from variorum.languages import Language
from variorum.model.words import words_in

# So many words behind an open count stands what it counts ("several other people").
REACH = 4


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
        for words, counted in _open_counts(vague, language):
            shown = _exact_count(vague, exact, counted, language)
            if shown:
                return vague, f"{words} ⊃ {shown}"
    return _longer(one, other, likeness, language)


def _open_counts(claim: Claim, language: Language) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield words that count without a number, each with what they may count, in the singular."""
    forms = [word.form for word in claim.words]
    for at, form in enumerate(forms):
        scale = form[:-1] in language.scales and form not in language.scales
        if scale or form in language.contrasts.several:
            behind = forms[at + 1 : at + 1 + REACH]
            nouns = {language.singular(f) or f for f in behind}
            anyone = scale or not nouns.isdisjoint(language.contrasts.anyone)
            yield form, frozenset(nouns | language.contrasts.anyone if anyone else nouns)


def _exact_count(
    vague: Claim, exact: Claim, counted: frozenset[str], language: Language
) -> str | None:
    """Return the number, as printed, by which a claim counts what the other leaves open."""
    if any(q.unit in counted for q in vague.statement.quantities):
        return None
    text = exact.article.text
    found = (
        text[slice(*q.span)]
        for q in exact.statement.quantities
        if q.unit in counted and q.value > 1 and text[q.span[0] : q.span[1]] not in language.scales
    )
    return next(found, None)


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
