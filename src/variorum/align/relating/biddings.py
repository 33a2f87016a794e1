"""What somebody is told to do in two claims: an order commits to more than a request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.once import once
from variorum.align.relating.verdicts import Verdict, facing
from variorum.model.spans import Span

# So many words behind a verb of asking or ordering stands what is to be done.
REACH = 6


def stand_by_bidding(same: Verdict) -> Verdict | None:
    """Return that one claim orders what the other only asks for, None where not so.

    ``Ordered them to leave`` is stronger than ``urged them to leave``.

    Args:
        same: that both bear on one point.
    """
    language = languages.find(same.one.article.language)
    if language is None or same.one.denies != same.other.denies:
        return None
    terms = language.contrasts
    for first, second in same.pairs:
        told = _bidden(same.one).get(first.span, ""), _bidden(same.other).get(second.span, "")
        for verbs, claim in ((told, same.one), (told[::-1], same.other)):
            if verbs[0] in terms.orders and verbs[1] in terms.requests:
                shown = f"{verbs[0]} > {verbs[1]}"
                return facing(replace(same, relation="stronger", finding=shown), claim)
    return None


@once
def _bidden(claim: Claim) -> Mapping[Span, str]:
    """Return the verbs of asking and ordering, by where what is to be done stands."""
    language = languages.find(claim.article.language)
    found: dict[Span, str] = {}
    if language is None:
        return found
    terms, words = language.contrasts, claim.words
    for at, word in enumerate(words):
        if word.form not in terms.orders | terms.requests:
            continue
        for place in range(at + 1, min(at + 1 + REACH, len(words) - 1)):
            if words[place].form in language.times.infinitive:
                found[words[place + 1].span] = word.form
                break
    return found
