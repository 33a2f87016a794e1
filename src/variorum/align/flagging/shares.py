"""A share that the figures beside it do not bear out: ``a third of the flats … 52 of the 90``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.flagging.clashing import flag_clash
from variorum.align.relating.likeness import is_stem
from variorum.languages import Language
from variorum.model.annotation import Flag, Quantity
from variorum.model.spans import Span
from variorum.model.words import Word, words_in

# A share is told of a noun so many words behind it.
REACH = 4
# The two figures of a share stand so near, in words.
NEAR = 12
# More counts of one sentence are not set against each other.
MOST = 12
# Shares nearer than this may be rounded.
ROUNDED = 0.08


@dataclass(frozen=True, slots=True)
class _Share:
    """A part of what a noun names, from 0 to 1, told at a span."""

    noun: str
    part: float
    span: Span
    claim: Claim


def find_share_clashes(claims: Sequence[Claim]) -> Iterator[Flag]:
    """Yield a flag, without its id, where two figures make another share than is told.

    ``A third of the flats`` clashes with ``of the 90 flats, 52``, where one share only of flats is
    told in words and one in figures. Bounds and hedges are left alone.

    Args:
        claims: one for each sentence of an article, in order.
    """
    plain = [claim for claim in claims if not (claim.hedges or claim.denies)]
    counted = [share for claim in plain for share in _counted(claim)]
    for noun, told in _by_noun(share for claim in plain for share in _told(claim)).items():
        facing = [other for other in counted if is_stem(noun, other.noun)]
        alone = len({one.part for one in told}) == 1 and len(facing) == 1
        if alone and abs(facing[0].part - told[-1].part) > ROUNDED:
            yield _flag(told[-1], facing[0])


def _by_noun(shares: Iterable[_Share]) -> dict[str, list[_Share]]:
    found: dict[str, list[_Share]] = {}
    for share in shares:
        found.setdefault(share.noun, []).append(share)
    return found


def _told(claim: Claim) -> Iterator[_Share]:
    """Yield the shares told by a fraction or a percentage: ``a third of the flats``."""
    language = languages.find(claim.article.language)
    if language is None:
        return
    words = claim.words
    parts = [
        (at, at, language.contrasts.shares[word.form])
        for at, word in enumerate(words)
        if word.form in language.contrasts.shares
        and at
        and words[at - 1].form in language.variants.indefinite
    ]
    for quantity in claim.statement.quantities:
        inside = [at for at, word in enumerate(words) if _within(word, quantity)]
        if quantity.unit == "%" and inside:
            parts.append((inside[0], inside[-1], quantity.value / 100))
    for first, last, part in parts:
        behind = words[last + 1 : last + 1 + REACH]
        if behind and behind[0].form in language.variants.partitive:
            noun = next((w for w in behind if w.form not in language.function_words), None)
            if noun:
                yield _Share(noun.form, part, (words[first].span[0], noun.span[1]), claim)


def _counted(claim: Claim) -> Iterator[_Share]:
    """Yield the shares told by two counts: ``52 of the 90 flats``, ``of the 90 flats, 52``."""
    language = languages.find(claim.article.language)
    counts = [q for q in claim.statement.quantities if q.unit != "%" and q.value > 0]
    for whole in counts if language and len(counts) <= MOST else ():
        of = language and _is_whole(claim, whole, language)
        parts = [
            q
            for q in counts
            if q.unit in (None, whole.unit) and q.value < whole.value and _near(claim, q, whole)
        ]
        if of and whole.unit and len(parts) == 1:
            span = (min(parts[0].span[0], whole.span[0]), max(parts[0].span[1], whole.span[1]))
            yield _Share(whole.unit, parts[0].value / whole.value, span, claim)


def _is_whole(claim: Claim, count: Quantity, language: Language) -> bool:
    """Tell whether ``of``, or ``of the``, stands before a count."""
    start = claim.statement.spans[0][0]
    before = [word.form for word in words_in(claim.article.text, (start, count.span[0]))][-2:]
    if before and before[-1] in language.determiners:
        before = before[:-1]
    return bool(before) and before[-1] in language.variants.partitive


def _near(claim: Claim, one: Quantity, other: Quantity) -> bool:
    first, second = sorted((one.span, other.span))
    return sum(1 for _ in words_in(claim.article.text, (first[1], second[0]))) < NEAR


def _within(word: Word, quantity: Quantity) -> bool:
    return quantity.span[0] <= word.span[0] < quantity.span[1]


def _flag(told: _Share, counted: _Share) -> Flag:
    first, second = sorted((told.span, counted.span))
    return flag_clash("number-clash", told.claim.article, (first, second))
