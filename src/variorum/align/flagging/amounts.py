"""An amount that an article takes up with another figure: ``a loss of $3m … the $4m loss``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.flagging.clashing import flag_clash
from variorum.languages import Language
from variorum.model.annotation import Flag, Quantity
from variorum.model.spans import Span

# Amounts further apart than this are of a whole and a part, or of two things.
APART = 3.0
# A figure may be led by so many signs: ``US$4m``.
SIGNS = 4
# So many words before an amount stands the verb that tells what it is of.
REACH = 4


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of what a noun names; ``again``: ``the`` stands before it."""

    noun: str
    count: Quantity
    again: bool
    claim: Claim


def find_amount_clashes(claims: Sequence[Claim]) -> Iterator[Flag]:
    """Yield a flag, without its id, where ``the`` amount of a noun is another than was told.

    One amount only of that noun and unit was told before, and not in a sentence with another time.
    Denials, amounts far apart, shares in percent and two amounts that both have ``the`` are left
    alone, and counts (``six miners``) are no amounts.

    Args:
        claims: one for each sentence of an article, in order.
    """
    told: dict[tuple[str, str | None], list[_Amount]] = {}
    for claim in claims:
        language = languages.find(claim.article.language)
        if language is None or claim.denies:
            continue
        for amount in _amounts(claim, language):
            before = told.setdefault((amount.noun, amount.count.unit), [])
            alone = len({one.count.value for one in before}) == 1
            if amount.again and alone and not before[0].again:
                yield from _flags(before[0], amount)
            before.append(amount)


def _amounts(claim: Claim, language: Language) -> Iterator[_Amount]:
    """Yield ``the $4m loss``, ``a loss of $3m``, and ``jailed for 12 years`` as a sentence."""
    words = claim.words
    starts = {word.span[0]: at for at, word in enumerate(words)}
    ends = {word.span[1]: at for at, word in enumerate(words)}
    narrowing = language.prepositions | language.noun_prepositions | language.clause_relatives
    for count in claim.statement.quantities:
        first, last = _edges(count.span, starts, ends)
        if first is None or last is None or count.unit in (None, "%"):
            continue
        text = claim.article.text
        lead = words[first - 1] if first else None
        behind = words[last + 1] if last + 1 < len(words) else None
        counted = behind and language.singular(behind.form) == count.unit
        if behind and not counted and behind.form not in language.function_words:
            if text[words[last].span[1] : behind.span[0]].isspace():
                definite = lead is not None and lead.form in language.times.articles
                after = words[last + 2].form if last + 2 < len(words) else ""
                again = definite and after not in narrowing
                yield _Amount(behind.form, count, again, claim)
        elif first > 1 and lead and lead.form in language.variants.partitive:
            yield _Amount(words[first - 2].form, count, False, claim)
        for word in words[max(0, first - REACH) : first]:
            for noun in language.contrasts.terms.get(word.form, ()):
                yield _Amount(noun, count, False, claim)


def _edges(
    span: Span, starts: dict[int, int], ends: dict[int, int]
) -> tuple[int | None, int | None]:
    """Return where the first and the last word of a figure stand; a sign may lead it.

    A figure that only opens its word (``12-year``) ends there.
    """
    places = range(span[0], min(span[0] + SIGNS, span[1]))
    first = next((starts[at] for at in places if at in starts), None)
    return first, ends.get(span[1], first)


def _flags(first: _Amount, second: _Amount) -> Iterator[Flag]:
    low, high = sorted((first.count.value, second.count.value))
    times = [set(one.claim.statement.times) for one in (first, second)]
    if low == high or high > low * APART or (times[1] and times[0] != times[1]):
        return
    places = (first.count.span, second.count.span)
    yield flag_clash("number-clash", first.claim.article, places, second.noun)
