"""How alike two claims are: weighted overlap of their tokens, and what does not match.

The score is a weighted Dice coefficient over a one-to-one matching of tokens: equal keys first,
then words with a long common beginning (a stem in most languages that inflect at the end).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.align.claims import Claim, Token
from variorum.align.once import once
from variorum.align.rarity import Rarity

# Words are of one stem when they share this many letters and this part of the longer word.
STEM = 4
STEM_SHARE = 0.5
STEM_CREDIT = 0.8

Pair = tuple[Token, Token]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two claims share. All shares are from 0 to 1.

    ``score`` is the overlap of all tokens, ``words`` that of the tokens other than numbers and
    dates; ``covered`` the part of the first, and of the second, claim that the other one has;
    ``only`` what is left over in each; ``shared`` the summed rarity of what both have.
    """

    score: float
    words: float
    covered: tuple[float, float]
    pairs: tuple[Pair, ...]
    only: tuple[tuple[Token, ...], tuple[Token, ...]]
    shared: float


def compare(one: Claim, other: Claim, rarity: Rarity) -> Likeness:
    """Return how alike two claims are, given how rare words are in their story."""
    if one.keys == other.keys:
        return _alike(one, other, rarity)
    if _by_beginning(one).keys().isdisjoint(_by_beginning(other)):
        return _unlike(one, other)
    matched = _matched(one, other)
    pairs = tuple((a, b) for a, b, _ in matched)
    both = [(a.is_value, c * rarity(a.key), c * rarity(b.key)) for a, b, c in matched]
    whole = rarity.total(one.keys), rarity.total(other.keys)
    first, second = sum(w for _, w, _ in both), sum(w for _, _, w in both)
    plain = sum(a + b for is_value, a, b in both if not is_value)
    words = rarity.total(_plain_keys(one)) + rarity.total(_plain_keys(other))
    taken = {a.span for a, _ in pairs}, {b.span for _, b in pairs}
    return Likeness(
        score=(first + second) / sum(whole),
        words=plain / (words or 1.0),
        covered=(first / whole[0], second / whole[1]),
        pairs=pairs,
        only=(
            tuple([t for t in one.tokens if t.span not in taken[0]]),
            tuple([t for t in other.tokens if t.span not in taken[1]]),
        ),
        shared=min(first, second),
    )


def _alike(one: Claim, other: Claim, rarity: Rarity) -> Likeness:
    """Return the likeness of two claims with the same tokens in the same order."""
    return Likeness(
        score=1.0,
        words=1.0,
        covered=(1.0, 1.0),
        pairs=tuple(zip(one.tokens, other.tokens, strict=True)),
        only=((), ()),
        shared=rarity.total(one.keys),
    )


def _unlike(one: Claim, other: Claim) -> Likeness:
    """Return the likeness of two claims that share nothing."""
    return Likeness(
        score=0.0,
        words=0.0,
        covered=(0.0, 0.0),
        pairs=(),
        only=(one.tokens, other.tokens),
        shared=0.0,
    )


@once
def _plain_keys(claim: Claim) -> tuple[str, ...]:
    return tuple(token.key for token in claim.tokens if not token.is_value)


@once
def _by_beginning(claim: Claim) -> Mapping[str, Sequence[Token]]:
    """Return the tokens of a claim by the letters that those of one key or of one stem share."""
    found: dict[str, list[Token]] = defaultdict(list)
    for token in claim.tokens:
        found[token.key[:STEM]].append(token)
    return dict(found)


def _matched(one: Claim, other: Claim) -> list[tuple[Token, Token, float]]:
    """Match tokens one to one: equal keys in order, then the words left over by stem."""
    first, second = _by_beginning(one), _by_beginning(other)
    shared = first.keys() & second.keys()
    pairs = (pair for beginning in shared for pair in _paired(first[beginning], second[beginning]))
    return sorted(pairs, key=lambda pair: pair[0].span)


def _paired(one: Sequence[Token], other: Sequence[Token]) -> list[tuple[Token, Token, float]]:
    """Match the tokens of one beginning."""
    if len(one) == len(other) == 1 and one[0].key == other[0].key:
        return [(one[0], other[0], 1.0)]
    waiting: dict[str, list[Token]] = defaultdict(list)
    for token in reversed(other):
        waiting[token.key].append(token)
    pairs, rest = [], []
    for token in one:
        if waiting.get(token.key):
            pairs.append((token, waiting[token.key].pop(), 1.0))
        elif not token.is_value:
            rest.append(token)
    left = [t for tokens in waiting.values() for t in tokens if not t.is_value]
    return [*pairs, *((a, b, STEM_CREDIT) for a, b in _stems(rest, left))]


def _stems(one: list[Token], other: list[Token]) -> list[Pair]:
    """Match words of one stem: in the order of the alphabet they stand side by side."""
    first = sorted(one, key=lambda t: (t.key, t.span))
    second = sorted(other, key=lambda t: (t.key, t.span))
    pairs = []
    i = j = 0
    while i < len(first) and j < len(second):
        if is_stem(first[i].key, second[j].key):
            pairs.append((first[i], second[j]))
            i, j = i + 1, j + 1
        elif first[i].key < second[j].key:
            i += 1
        else:
            j += 1
    return pairs


def is_stem(one: str, other: str) -> bool:
    """Tell whether two words share a beginning long enough to be a stem."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length >= STEM and length >= STEM_SHARE * max(len(one), len(other))
