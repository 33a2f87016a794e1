"""Names that stand in one place of two claims and are not one name."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from variorum.align.claims import Claim, Token
from variorum.align.likeness import Likeness, Pair
from variorum.align.prints import stem_of
from variorum.align.subsequence import in_common
from variorum.languages import Language
from variorum.model.spans import Span

# What stands in one place is of so few words.
NARROW = 3
# Names this alike are two spellings of one.
ONE_NAME = 0.6


def other_names(one: Claim, other: Claim, likeness: Likeness, language: Language) -> Iterator[Pair]:
    """Yield the names that stand for one another, or that share a part and differ in another."""
    sides = one, other
    for gaps in gaps_of(one, other):
        named = all(is_name(c, t) for c, gap in zip(sides, gaps, strict=True) for t in gap)
        if named and not is_one_name(*gaps, language):
            yield gaps[0][0], gaps[1][0]
    left = [{t.span for t in only} for only in likeness.only]
    runs = _runs(one, left[0]), _runs(other, left[1])
    for key in sorted(runs[0].keys() & runs[1].keys()):
        first, second = runs[0][key], runs[1][key]
        if first and second and not is_one_name(first, second, language):
            yield first[0], second[0]


def _runs(claim: Claim, left: Container[Span]) -> dict[str, Sequence[Token]]:
    """Return for each word of a name that both have the words beside it that only one has."""
    found: dict[str, Sequence[Token]] = {}
    for at, token in enumerate(claim.tokens):
        if token.span in left or not is_name(claim, token):
            continue
        beside = [t for t in claim.tokens[max(0, at - 1) : at + 2] if _adjoins(claim, token, t)]
        found[token.key] = [t for t in beside if t.span in left and is_name(claim, t)]
    return found


def _adjoins(claim: Claim, one: Token, other: Token) -> bool:
    """Tell whether two words stand side by side with but a space between."""
    first, second = sorted((one.span, other.span))
    return claim.article.text[first[1] : second[0]] == " "


def is_name(claim: Claim, token: Token) -> bool:
    """Tell whether a word begins with a capital, and not only because a sentence does."""
    if token.is_value:
        return False
    opens = token.span[0] == claim.statement.spans[0][0]
    return token.is_name or (not opens and claim.surface(token)[:1].isupper())


def is_one_name(one: Sequence[Token], other: Sequence[Token], language: Language | None) -> bool:
    """Tell whether two names are spellings or other names of one."""
    from rapidfuzz.distance import Indel

    if not one or not other:
        return False
    dated = language.weekdays.keys() | language.months.keys() if language else frozenset()
    if one[0].key in dated and other[0].key in dated:
        return one[0].key == other[0].key
    known = language.same_names if language else {}
    whole = [" ".join(token.key for token in side) for side in (one, other)]
    if known.get(whole[0], whole[0]) == known.get(whole[1], whole[1]):
        return True
    pairs = ((a.key, b.key) for a in one for b in other)
    return any(Indel.normalized_similarity(a, b) >= ONE_NAME for a, b in pairs)


def gaps_of(one: Claim, other: Claim) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Yield what stands for one another, in few words, between what both say in one order."""
    sides = one.tokens, other.tokens
    common = in_common(*([stem_of(t.key) for t in side] for side in sides))
    for (a, b), (c, d) in pairwise([(-1, -1), *common, (len(sides[0]), len(sides[1]))]):
        gaps = sides[0][a + 1 : c], sides[1][b + 1 : d]
        if min(map(len, gaps)) > 0 and max(map(len, gaps)) <= NARROW:
            yield gaps
