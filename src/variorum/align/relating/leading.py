"""Counts by which two reports of one story are known to tell of one thing, in whatever words.

The count that a report leads with, of how many met a fate, told first and of anybody: two that
nearly agree count one event (``58 killed in Velm``, ``the gunman left 59 dead``). And what each
counts once or twice in all, as shots or homes, is mostly one thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.once import once
from variorum.align.relating.bounds import Figure, figures_of
from variorum.align.relating.fates import are_near, fates_of, is_anyone

# What is counted in no more claims of a report is one thing there, and counts so many times apart
# may be of it.
SELDOM, APART = 2, 2.0
# The length of the year in an EDTF date.
_YEAR = 4

Edge = tuple[int, int]


def lead_alike(
    one: Sequence[int], other: Sequence[int], claims: Sequence[Claim]
) -> frozenset[Edge]:
    """Return the pairs of claims that give the count with which each of two reports leads.

    Args:
        one: the numbers of the claims of one witness, in the order of its text.
        other: those of another witness.
        claims: of the whole story.
    """
    language = languages.find(claims[one[0]].article.language) if one and other else None
    if language is None:
        return frozenset()
    first, second = (_leading([claims[at] for at in side]) for side in (one, other))
    shared = {
        fate: (first[fate], second[fate])
        for fate in first.keys() & second.keys()
        if are_near(first[fate], second[fate], language)
    }
    found: set[Edge] = set()
    for fate, (left, right) in shared.items():
        sides = _giving(one, claims, fate, left), _giving(other, claims, fate, right)
        found.update(product(*sides))
    return frozenset(found)


def _leading(claims: Sequence[Claim]) -> Mapping[str, Figure]:
    """Return the first count of each fate in a report, of anybody and of its own year."""
    found: dict[str, Figure] = {}
    for claim in claims:
        for fate, figure in _own_counts(claim).items():
            found.setdefault(fate, figure)
    return found


@once
def _own_counts(claim: Claim) -> Mapping[str, Figure]:
    language, published = languages.find(claim.article.language), claim.article.published
    year = published.edtf[:_YEAR] if published else ""
    told = [token.key[1 : 1 + _YEAR] for token in claim.tokens if token.key[0] == "@"]
    gone = any(when.isdigit() and when < year for when in told)
    if language is None or gone or claim.denies:
        return {}
    return {f: figure for f, figure in fates_of(claim).items() if is_anyone(figure, language)}


def _giving(
    numbers: Sequence[int], claims: Sequence[Claim], fate: str, leading: Figure
) -> Sequence[int]:
    """Return the claims of a report that give the count with which it leads.

    Behind the first, one that names anything may tell of another event.
    """
    counts = ((at, _own_counts(claims[at]).get(fate)) for at in numbers)
    giving = [at for at, count in counts if count and count.value == leading.value]
    return [at for at in giving if at == giving[0] or not any(t.is_name for t in claims[at].tokens)]


def count_alike(
    one: Sequence[int], other: Sequence[int], claims: Sequence[Claim]
) -> frozenset[Edge]:
    """Return the pairs of claims that count what each of two reports counts but once or twice.

    Args:
        one: the numbers of the claims of one witness.
        other: those of another witness.
        claims: of the whole story.
    """
    sides = [_counted([(at, claims[at]) for at in side]) for side in (one, other)]
    return frozenset(
        (a, b)
        for unit in sides[0].keys() & sides[1].keys()
        for a, first in sides[0][unit]
        for b, second in sides[1][unit]
        if max(map(len, (sides[0][unit], sides[1][unit]))) <= SELDOM and _may_agree(first, second)
    )


def _counted(claims: Sequence[tuple[int, Claim]]) -> Mapping[str, list[tuple[int, Figure]]]:
    """Return what claims count, but for people, fates, times and sizes: where, and how many."""
    found: dict[str, list[tuple[int, Figure]]] = defaultdict(list)
    for at, claim in claims:
        for unit, figure in _plain_counts(claim):
            found[unit].append((at, figure))
    return found


@once
def _plain_counts(claim: Claim) -> Sequence[tuple[str, Figure]]:
    language = languages.find(claim.article.language)
    if language is None:
        return ()
    terms = language.contrasts
    other = terms.anyone | terms.fates.keys() | terms.lengths.keys()
    counts = (f for f in figures_of(claim) if f.kind == "#" and f.unit and not f.measure)
    return tuple((f.unit, f) for f in counts if f.unit and f.unit not in other)


def _may_agree(one: Figure, other: Figure) -> bool:
    low, high = sorted((one.value[0], other.value[0]))
    return low > 0 and high <= low * APART
