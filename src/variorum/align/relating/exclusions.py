"""Whether words that exclude one another do so here: who stands on which side of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.collating.denied_bounds import denied_bounds, lacks
from variorum.align.once import once
from variorum.align.opposites import other_sides
from variorum.align.prints import read_words
from variorum.align.relating.likeness import Likeness, Pair
from variorum.languages import Language
from variorum.model.phrases import places_of
from variorum.model.spans import covers

# What each of two sides has in a score.
_SIDES = re.compile(r"\d+")


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
    """Tell whether each of two claims alone has a stage of what goes on: "leads" and "wins".

    Not where they tell of two outcomes besides ("approved after a debate", "rejected").
    """
    language = languages.find(one.article.language)
    if language is None:
        return False
    facing = _stages(other, likeness.only[1], language)
    stages = language.contrasts.stages
    told = any(stages[term] & facing for term in _stages(one, likeness.only[0], language))
    return told and not _tell_two_outcomes(likeness, language)


def _tell_two_outcomes(likeness: Likeness, language: Language) -> bool:
    """Tell whether two claims have words alone that exclude one another and are no stages."""
    terms = language.contrasts
    facing = {token.key for token in likeness.only[1]}
    return any(
        (terms.opposites.get(token.key, frozenset()) - terms.stages.get(token.key, frozenset()))
        & facing
        for token in likeness.only[0]
    )


def _stages(claim: Claim, alone: Iterable[Token], language: Language) -> frozenset[str]:
    """Return the words and phrases for stages (``broke down``) that a claim has alone."""
    listed, words = language.contrasts.stages, claim.words
    places = places_of(_stage_phrases(language), [word.form for word in words])
    spans = {(words[a].span[0], words[b - 1].span[1]): (a, b) for a, b in places}
    found = set()
    for token in alone:
        inside = next((place for span, place in spans.items() if covers(span, token.span)), None)
        if inside is not None:
            found.add(" ".join(word.form for word in words[slice(*inside)]))
        elif token.key in listed:
            found.add(token.key)
    return frozenset(found)


@cache
def _stage_phrases(language: Language) -> frozenset[str]:
    return frozenset(term for term in language.contrasts.stages if " " in term)


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


def take_other_sides(one: Claim, other: Claim) -> bool:
    """Tell whether a claim tells only of who is for something, and the other who is against it."""
    language = languages.find(one.article.language)
    if language is None:
        return False
    sides = language.contrasts.favouring, language.contrasts.against
    first, second = ([_has(claim, side) for side in sides] for claim in (one, other))
    if sum(first) == sum(second) == 1 and first != second:
        return True
    if first[1] == second[1]:
        return False
    words = [read_words(c.article, c.statement.spans, language) for c in (one, other)]
    return other_sides(words[0], words[1], language) is not None


def _has(claim: Claim, phrases: Iterable[str]) -> bool:
    said = f" {' '.join(word.form for word in claim.words)} "
    return any(f" {phrase} " in said for phrase in phrases)


def is_apart(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two claims neither say the same nor exclude one another: side, stage, count.

    Nor do they where each tells another score, unless it is all in which they differ.
    """
    told = tell_of_other_stages(one, other, likeness) or count_otherwise(one, other, likeness)
    told = told or take_other_sides(one, other)
    return told or tell_other_results(one, other, likeness) or deny_a_bound(one, other)


def other_scores(one: Claim, other: Claim) -> tuple[str, str] | None:
    """Return the one score that each of two claims tells, as printed, None where it may be one.

    ``3-1`` and ``1-3`` are one score from two sides.
    """
    if len(one.scores) != 1 or len(other.scores) != 1:
        return None
    (first,), (second,) = one.scores.values(), other.scores.values()
    told = [sorted(_SIDES.findall(shown)) for shown in (first, second)]
    return (first, second) if told[0] != told[1] else None


def tell_other_results(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two claims tell other scores, or one a score and the other a number alone."""
    scores = one.scores, other.scores
    if all(scores):
        return other_scores(one, other) is not None
    counts = [any(t.key[0] == "#" for t in only) for only in likeness.only]
    return bool((scores[0] and counts[1]) or (scores[1] and counts[0]))


def only_scores_differ(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether one of two claims says nothing alone but its score."""
    sides = zip((one, other), likeness.only, strict=True)
    return any(
        all(any(covers(score, t.span) for score in claim.scores) for t in only)
        for claim, only in sides
    )


def deny_a_bound(one: Claim, other: Claim) -> bool:
    """Tell whether one of two claims denies a bound that the other has not ("not over 900")."""
    language = languages.find(one.article.language)
    if language is None:
        return False
    sides = _bounds_denied(one, language), _bounds_denied(other, language)
    return lacks(sides[0], other.words) or lacks(sides[1], one.words)


@once
def _bounds_denied(claim: Claim, language: Language) -> frozenset[str]:
    return denied_bounds(claim.words, language)


def rest_is_shared(words: Pair, likeness: Likeness) -> bool:
    """Tell whether one of two claims says nothing alone but what excludes the other's."""
    sides = zip(likeness.only, words, strict=True)
    return any(only and all(covers(word.span, t.span) for t in only) for only, word in sides)
