"""Names that stand in one place of two claims and are not one name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.relating.likeness import Likeness, Pair
from variorum.align.subsequence import in_common
from variorum.languages import Language
from variorum.model.spans import Span
from variorum.model.words import stem_of

# What stands in one place is of so few words.
NARROW = 3
# Names this alike are two spellings of one.
ONE_NAME = 0.6

Gap = tuple[Sequence[Token], Sequence[Token]]


def other_names(
    one: Claim, other: Claim, likeness: Likeness, gaps: Iterable[Gap]
) -> Iterator[Pair]:
    """Yield the names that stand for one another, or that share a part and differ in another."""
    language = languages.find(one.article.language)
    for gap in gaps:
        named = all(is_name(one, t) for t in gap[0]) and all(is_name(other, t) for t in gap[1])
        if named and not is_one_name(*gap, language):
            yield gap[0][0], gap[1][0]
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


def _is_short(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Tell whether one name is made of the first letters of the other's words."""
    return len(one) == 1 and one[0].key.replace(".", "") == "".join(t.key[0] for t in other)


def is_one_name(one: Sequence[Token], other: Sequence[Token], language: Language | None) -> bool:
    """Tell whether two names may be of one: by spelling, role, initials, or as land and people."""
    from rapidfuzz.distance import Indel

    if not one or not other:
        return False
    if language is not None:
        dated = [t.key in language.weekdays or t.key in language.months for t in (one[0], other[0])]
        if all(dated):
            return one[0].key == other[0].key
        roles = _roles(language)
        sides = [[t for t in side if t.key not in roles] for side in (one, other)]
        whole = [" ".join(token.key for token in side) for side in sides]
        known = [language.same_names.get(name, name) for name in whole]
        if not all(sides) or known[0] == known[1] or _is_short(*sides) or _is_short(*sides[::-1]):
            return True
        if len({token.key in language.demonyms for side in sides for token in side}) > 1:
            return True
    pairs = ((a.key, b.key) for a in one for b in other)
    return any(Indel.normalized_similarity(a, b) >= ONE_NAME for a, b in pairs)


@cache
def _roles(language: Language) -> frozenset[str]:
    """Return the words that go with a name and are none."""
    return language.role_nouns | language.role_modifiers | language.honorifics.keys()


def gaps_of(one: Claim, other: Claim) -> Iterator[Gap]:
    """Yield what stands for one another, in few words, between what both say in one order."""
    sides = one.tokens, other.tokens
    common = in_common(*([stem_of(t.key) for t in side] for side in sides))
    for (a, b), (c, d) in pairwise([(-1, -1), *common, (len(sides[0]), len(sides[1]))]):
        gaps = sides[0][a + 1 : c], sides[1][b + 1 : d]
        if min(map(len, gaps)) > 0 and max(map(len, gaps)) <= NARROW:
            yield gaps
