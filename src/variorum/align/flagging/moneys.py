"""A sum of money that is taken up otherwise: ``must pay £75,000 … the £57,000 penalty``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.flagging.clashing import flag_clash
from variorum.languages import Language
from variorum.model.annotation import Flag, Quantity
from variorum.model.words import words_in

# Sums further apart are of a whole and a part, or of two things, unless they have the same digits.
APART = 1.5
# So many words before a sum may say that it is all of it: "the full".
REACH = 2
# What tells a sum apart stands within so many code points behind it.
NEAR = 40


def find_money_clashes(claims: Sequence[Claim]) -> Iterator[Flag]:
    """Yield a flag, without its id, where ``the`` sum of money stands nowhere before.

    It clashes with the only sum near it that was told before without ``the``. Sums with a bound,
    those that others add up to, and texts with more of them that are near are left alone.

    Args:
        claims: one for each sentence of an article, in order.
    """
    language = languages.find(claims[0].article.language) if claims else None
    if language is None:
        return
    told = [(claim, sum_) for claim in claims for sum_ in _sums(claim, language)]
    values = [one.value for _, one in told]
    for at, (claim, again) in enumerate(told):
        if (
            claim.hedges
            or values.count(again.value) > 1
            or not _is_definite(claim, again, language)
        ):
            continue
        near = [one for one in told if one[1] is not again and _are_near(one[1], again)]
        first, sum_ = near[0] if near else (claim, again)
        alone = len({one.value for _, one in near}) == 1 and first is not claim
        before = alone and sum_.span < again.span and not first.hedges
        if before and not _is_definite(first, sum_, language) and not _adds_up(again, values[:at]):
            yield flag_clash("number-clash", claim.article, (sum_.span, again.span), again.unit)


def _sums(claim: Claim, language: Language) -> Iterator[Quantity]:
    units = {*language.currencies.values(), *language.contrasts.moneys}
    yield from (one for one in claim.statement.quantities if one.unit in units and one.value > 0)


def _is_definite(claim: Claim, sum_: Quantity, language: Language) -> bool:
    """Tell whether ``the``, or ``the full``, stands before a sum."""
    led = language.times.articles
    start = next(s[0] for s in claim.statement.spans if s[0] <= sum_.span[0] < s[1])
    before = [word.form for word in words_in(claim.article.text, (start, sum_.span[0]))][-REACH:]
    whole = not language.flags.whole.isdisjoint(before)
    before = [form for form in before if form not in language.flags.whole]
    led = led | language.possessives if whole else led
    end = min(len(claim.article.text), sum_.span[1] + NEAR)
    behind = [word.form for word in words_in(claim.article.text, (sum_.span[1], end))]
    named = {behind[0], language.singular(behind[0])} if behind else set()
    if not named.isdisjoint({sum_.unit, *language.currencies}):
        behind = behind[1:]
    plain = behind[:1] and behind[0] in language.flags.sums | language.function_words
    plain = plain or whole
    own = not (language.clause_relatives | language.prepositions).isdisjoint(behind[:1])
    return bool(plain and before and before[-1] in led and not own)


def _are_near(one: Quantity, other: Quantity) -> bool:
    low, high = sorted((one.value, other.value))
    turned = sorted(f"{low:.0f}") == sorted(f"{high:.0f}")
    return one.unit == other.unit and low < high and (turned or high <= low * APART)


def _adds_up(sum_: Quantity, values: Sequence[float]) -> bool:
    pairs = list(combinations(values, 2))
    return any(sum_.value in (a + b, abs(a - b)) for a, b in pairs)
