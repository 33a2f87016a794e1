"""Whether words that exclude one another do so here: who stands on which side of them."""

from __future__ import annotations

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.collating.denied_bounds import bounds_denied
from variorum.align.relating.likeness import Likeness, Pair


def are_exchanged(words: Pair, one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two who are told of changed sides, so that opposites say the same of them.

    "Kelda beat Torp" is no denial of "Torp lost to Kelda", nor of "Torp was beaten by Kelda".

    Args:
        words: two words that exclude one another, that of ``one`` first.
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    shared = [(a, b) for a, b in likeness.pairs if not a.is_value]
    sides = {
        (a.span < words[0].span, b.span < words[1].span, a.is_name and b.is_name) for a, b in shared
    }
    if _by_agent(words[0], one) != _by_agent(words[1], other):
        return any(s[:2] == (True, True) for s in sides) and (False, False, True) in sides
    return any(s[:2] == (True, False) for s in sides) and any(s[:2] == (False, True) for s in sides)


def _by_agent(word: Token, claim: Claim) -> bool:
    """Tell whether a name behind a verb is named as who did it ("beaten by Kelda")."""
    language = languages.find(claim.article.language)
    if language is None:
        return False
    names = {token.span[0] for token in claim.tokens if token.is_name}
    agents = language.contrasts.agents
    behind = [w for w in claim.words if w.span > word.span]
    following = next((at for at, w in enumerate(behind) if w.form in agents), None)
    if following is None:
        return False
    named = [w for w in behind[following + 1 :] if w.form not in language.determiners]
    return bool(named) and named[0].span[0] in names


def tell_of_other_stages(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether each of two claims alone has a stage of what goes on: "leads" and "wins"."""
    language = languages.find(one.article.language)
    if language is None:
        return False
    facing = {token.key for token in likeness.only[1]}
    stages = language.contrasts.stages
    return any(stages.get(t.key, frozenset()) & facing for t in likeness.only[0])


def count_otherwise(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether a claim says how often ("twice") and the other another number, or how often."""
    language = languages.find(one.article.language)
    if language is None:
        return False
    often = language.contrasts.often
    told = [{f"#{often[w.form]}" for w in c.words if w.form in often} for c in (one, other)]
    left = [{t.key for t in only if t.key[0] == "#"} for only in likeness.only]
    counts = [times or values for times, values in zip(told, left, strict=True)]
    return any(told) and all(counts) and counts[0].isdisjoint(counts[1])


def is_apart(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two claims neither say the same nor exclude one another: stage, count, bound."""
    told = tell_of_other_stages(one, other, likeness) or count_otherwise(one, other, likeness)
    return told or deny_a_bound(one, other)


def deny_a_bound(one: Claim, other: Claim) -> bool:
    """Tell whether one of two claims denies a bound that the other has not ("not over 900")."""
    language = languages.find(one.article.language)
    return language is not None and bounds_denied(one.words, other.words, language)


def rest_is_shared(words: Pair, likeness: Likeness) -> bool:
    """Tell whether one of two claims says nothing alone but the word that excludes the other's."""
    return any(only == (word,) for only, word in zip(likeness.only, words, strict=True))
