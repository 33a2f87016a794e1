"""A count that an article takes up again with another figure: ``six miners … the seven miners``."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.flagging.clashing import flag_clash
from variorum.align.relating.bounds import Figure
from variorum.align.relating.fates import are_near, fates_of
from variorum.align.relating.likeness import is_stem
from variorum.align.relating.since import growing_word
from variorum.model.annotation import Flag, Quantity
from variorum.model.spans import Span
from variorum.model.words import words_in

# Figures further apart than this are of a whole and a part, or of two groups.
APART = 1.5

_Count = tuple[Claim, Quantity]


def find_recounts(claims: Sequence[Claim]) -> Iterator[Flag]:
    """Yield a flag, without its id, where a count is taken up with another figure.

    ``The seven miners`` takes up a group told before. It clashes where the sentences that share a
    further word with this one have told of one count of miners only, another one, and where no
    figures of the text add up to it. Figures far apart, counts with a hedge, or with a
    time, are left alone, and so is a count that takes up another one itself.

    Args:
        claims: one for each sentence of an article, in order.
    """
    told: list[_Count] = []
    fates: dict[str, tuple[Claim, Figure]] = {}
    ranks: set[float] = set()
    for claim in claims:
        ranks.update(ranks_of(claim))
        yield from _of_one_fate(claim, fates, told, ranks)
        for count in claim.statement.quantities:
            first = _taken_up(claim, count, told)
            if first and count.value not in ranks:
                places = (first[1].span, count.span)
                yield flag_clash("number-clash", claim.article, places, count.unit)
            told.append((claim, count))


def _of_one_fate(
    claim: Claim,
    told: dict[str, tuple[Claim, Figure]],
    counts_told: Sequence[_Count],
    ranks: Collection[float],
) -> Iterator[Flag]:
    """Yield a flag for each count of a fate that takes up another one: ``The seven injured``.

    Then remember the counts of the claim. ``ranks`` are the numbers of those told one by one: after
    *a fifth died* there are five.
    """
    language = languages.find(claim.article.language)
    counts = fates_of(claim)
    for fate, figure in counts.items():
        first, other = told.get(fate, (claim, figure))
        near = language and are_near(other, figure, language)
        hedged = first.hedges or claim.hedges or other.bound or figure.bound
        timed = first.statement.times or claim.statement.times
        open_ = hedged or timed or growing_word(claim) or growing_word(first)
        apart = other.value != figure.value
        known = _is_definite(first, other.token.span)
        again = first is not claim and not known and _is_definite(claim, figure.token.span)
        if not (again and near and apart) or open_:
            continue
        if figure.value[0] not in sums_of(counts_of(counts_told)).union(ranks):
            places = (other.token.span, figure.token.span)
            yield flag_clash("number-clash", claim.article, places, fate)
    for fate, figure in counts.items():
        if told.get(fate, (claim, figure))[1].value == figure.value:
            told[fate] = claim, figure


def ranks_of(claim: Claim) -> Iterator[float]:
    """Yield what the ordinals of a claim stand for."""
    language = languages.find(claim.article.language)
    ordinals = language.ordinals if language else {}
    yield from (float(ordinals[word.form]) for word in claim.words if word.form in ordinals)


def _taken_up(claim: Claim, count: Quantity, told: Sequence[_Count]) -> _Count | None:
    """Return the count that this one takes up and contradicts, None where there is none."""
    if count.unit is None or claim.hedges or not _is_definite(claim, count.span):
        return None
    before = [
        (first, quantity)
        for first, quantity in told
        if quantity.unit == count.unit and _shares(first, claim, count.unit)
    ]
    values = {quantity.value for _, quantity in before}
    if len(values) != 1 or count.value in values | sums_of(counts_of(told)):
        return None
    first, quantity = before[0]
    timed = first.statement.times or claim.statement.times
    known = _is_definite(first, quantity.span)
    if first.hedges or timed or known or first is claim:
        return None
    if min(quantity.value, count.value) * APART < max(quantity.value, count.value):
        return None
    return first, quantity


def counts_of(told: Sequence[_Count]) -> list[float]:
    """Return the counts of what can be added up: no years, no hours."""
    known = languages.find(told[0][0].article.language) if told else None
    units = known.time_units if known else ()
    return [quantity.value for _, quantity in told if quantity.unit not in units]


def sums_of(values: Sequence[float]) -> frozenset[float]:
    """Return the values, and the sums and differences of each two."""
    pairs = {a + b for a in values for b in values} | {a - b for a in values for b in values}
    return frozenset((*values, *pairs))


def _is_definite(claim: Claim, span: Span) -> bool:
    """Tell whether a determiner stands before a figure that is none of a part or another group."""
    language = languages.find(claim.article.language)
    start = next(s[0] for s in claim.statement.spans if s[0] <= span[0] < s[1])
    words = [word.form for word in words_in(claim.article.text, (start, span[0]))]
    return bool(words) and language is not None and words[-1] in language.times.articles


def _shares(one: Claim, other: Claim, unit: str) -> bool:
    """Tell whether two claims share a word beside the names, the figures and what is counted."""
    first, second = (
        [t.key for t in claim.tokens if not (t.is_name or t.is_value or is_stem(t.key, unit))]
        for claim in (one, other)
    )
    return any(a == b or is_stem(a, b) for a in first for b in second)
