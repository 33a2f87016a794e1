"""How two claims stand that date one thing otherwise: what comes but once, and what may again."""

from __future__ import annotations

from datetime import date

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.relating.bounds import figures_of
from variorum.align.relating.fitting import fit
from variorum.align.relating.likeness import Likeness, Pair
from variorum.align.relating.printed import printed_apart, within_a_night
from variorum.languages import Language
from variorum.model.vocabulary import RelationKind

# Dates further apart than this are taken for two occasions, in days.
SAME_OCCASION = 7
# The length of the key of a date that is only a year: ``@1932``.
_OF_A_YEAR = 5


def stand_by_date(one: Claim, other: Claim, pair: Pair, likeness: Likeness) -> RelationKind:
    """Return how two claims stand that agree in all but one date.

    What comes but once (``was built in``), or is planned once (``will open in``), has one date;
    other days near one another are of one occasion.

    Args:
        one: a claim.
        other: another claim.
        pair: the date that each has alone.
        likeness: of the two.
    """
    if _one_wording(one, other, pair):
        return "same"
    once = comes_once(one, other, pair, likeness)
    return "incompatible" if once or _one_occasion(*pair) else "other-time"


def comes_once(one: Claim, other: Claim, pair: Pair, likeness: Likeness) -> bool:
    """Tell two dates, that cannot both be true, of what comes but once.

    The last word before the date, in both, is ``born``, ``built``; of years, ``opened``; of two
    plans, ``begin``. Of some that are counted (``two mills were built``), or of any one (``a mill
    was built``), others may have come before.
    """
    language = languages.find(one.article.language)
    if language is None or any(a.key[0] == "#" for a, _ in likeness.pairs):
        return False
    last = [_last_before(claim, day) for claim, day in zip((one, other), pair, strict=True)]
    if (last[0], last[1]) not in likeness.pairs or last[0] is None or not _clash(one, other, pair):
        return False
    if _is_any(one, language) or _is_any(other, language):
        return False
    word = one.surface(last[0]).lower()
    if word in language.contrasts.unrepeated:
        return True
    years = all(len(token.key) == _OF_A_YEAR for token in pair)
    if _plans(one, language) and _plans(other, language):
        days = printed_apart(one.article, other.article)
        return word in language.contrasts.impending and (days is None or within_a_night(days))
    return years and word in language.contrasts.inaugural


def _plans(claim: Claim, language: Language) -> bool:
    return claim.statement.modality == "planned" or not language.planned.isdisjoint(claim.forms)


def _last_before(claim: Claim, day: Token) -> Token | None:
    """Return the last word before a date that is no name, nor of who did it (``by the king``)."""
    language = languages.find(claim.article.language)
    end = day.span[0]
    for word in reversed([word for word in claim.words if word.span[1] <= end]):
        if language is None or word.form in language.auxiliaries | language.modals:
            break
        if word.form in language.contrasts.agents:
            end = word.span[0]
            break
    before = [t for t in claim.tokens if t.is_plain and t.span[1] <= end]
    return max(before, key=lambda token: token.span, default=None)


def _clash(one: Claim, other: Claim, pair: Pair) -> bool:
    """Tell whether two dates, with the words that bound them, cannot both be true."""
    found = [
        next((f for f in figures_of(claim) if f.token == day), None)
        for claim, day in zip((one, other), pair, strict=True)
    ]
    first, second = found
    return first is not None and second is not None and fit(first, second) == "clash"


def _is_any(claim: Claim, language: Language) -> bool:
    """Tell whether a claim begins with any of a kind: ``a mill``, ``talks``."""
    first = claim.words[0].form if claim.words else ""
    return first in language.variants.indefinite or language.singular(first) is not None


def _one_occasion(one: Token, other: Token) -> bool:
    try:
        days = date.fromisoformat(one.key[1:]) - date.fromisoformat(other.key[1:])
    except ValueError:
        return False
    return abs(days.days) <= SAME_OCCASION


def _one_wording(one: Claim, other: Claim, pair: Pair) -> bool:
    """Tell one date in the same words (``yesterday``) of pages printed on two sides of midnight."""
    shown = one.surface(pair[0]), other.surface(pair[1])
    days = printed_apart(one.article, other.article)
    near = days is not None and within_a_night(days)
    return near and shown[0].casefold() == shown[1].casefold()
