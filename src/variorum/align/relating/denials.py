"""How a claim stands to one that denies it: incompatible, or denied only before it came about.

Refused where the denial may be of something else, or where either claim may not be asserted.
"""

from __future__ import annotations

from dataclasses import replace

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.relating.bounds import figures_of
from variorum.align.relating.contradictions import Comparison
from variorum.align.relating.printed import printed, printed_apart
from variorum.align.relating.sayings import is_taken_for_granted
from variorum.align.relating.since import came_about
from variorum.align.relating.tolls import CERTAIN, OCCASION
from variorum.align.relating.verdicts import Verdict
from variorum.model.words import words_in

# So much alike in words are a claim and its denial.
DENIED = 0.5
# So far before a claim, in code points and in words, a negation may still be of it.
REACH = 80
WORDS_BEFORE = 8
_ENDS = frozenset(".!?\n")


def stand_by_denial(same: Verdict, beside: Comparison) -> Verdict | None:
    """Return that one of two claims denies the other, None where it may deny something else.

    What was denied before it was said may have come about since.

    Args:
        same: that both bear on one point.
        beside: how the words of one stand to those of the other.
    """
    if not beside.turned or beside.likeness.words < DENIED or _both_deny(same):
        return None
    days = printed_apart(same.one.article, same.other.article)
    denying = next((c for c in (same.one, same.other) if c.denies), same.one)
    if days and (days[0] < days[1]) == (denying is same.one):
        return replace(same, relation="other-time", finding=f"denied at first; {printed(days)}")
    telling = same.other if denying is same.one else same.one
    if since := came_about(denying, telling):
        return replace(same, relation="other-time", finding=since)
    if same.score < CERTAIN or (days and abs((days[0] - days[1]).days) > OCCASION):
        return None
    if all(any(token.is_name for token in only) for only in beside.likeness.only):
        return None
    if not all(map(_is_asserted, (denying, telling))) or _deny_as_much(same, telling):
        return None
    shown = " ≠ ".join("denied" if c is denying else "affirmed" for c in (same.one, same.other))
    return replace(same, relation="incompatible", finding=shown)


def _both_deny(same: Verdict) -> bool:
    """Tell whether each of two claims denies something by its own words, so none what both say."""
    return all(c.denies and c.statement.polarity == "denied" for c in (same.one, same.other))


def _is_asserted(claim: Claim) -> bool:
    """Tell a claim that stands by itself: behind no negation or condition, in no clause of time."""
    return (
        claim.statement.modality != "possible"
        and not is_taken_for_granted(claim)
        and not _is_denied_before(claim)
    )


def _is_denied_before(claim: Claim) -> bool:
    """Tell whether a negation stands before a claim in its sentence (``no reason to think``)."""
    language = languages.find(claim.article.language)
    if language is None:
        return True
    text, start = claim.article.text, claim.statement.spans[0][0]
    begin = max(0, start - REACH)
    begin = max((at + 1 for at in range(begin, start) if text[at] in _ENDS), default=begin)
    before = [*words_in(text, (begin, start))][-WORDS_BEFORE:]
    return any(language.negates(word.form) for word in before)


def _deny_as_much(same: Verdict, telling: Claim) -> bool:
    """Tell whether what denies nothing by a negation denies as much by other words.

    Who is against a thing votes no, what is the first since a day had not been since then; and
    somebody's wife is not he.
    """
    language = languages.find(telling.article.language)
    if language is None:
        return True
    if not language.contrasts.against.isdisjoint(telling.forms):
        return True
    since = [
        {f.token.span for f in figures_of(claim) if f.kind == "@" and f.bound == "least"}
        for claim in (same.one, same.other)
    ]
    if any(a.span in since[0] and b.span in since[1] for a, b in same.pairs):
        return True
    owners = (
        (_owns(same.one, a.span[1]), _owns(same.other, b.span[1]))
        for a, b in same.pairs
        if a.is_name and b.is_name
    )
    return any(first != second for first, second in owners)


def _owns(claim: Claim, end: int) -> bool:
    """Tell whether a name that ends there is in the possessive."""
    text = claim.article.text
    return text[max(0, end - 2) : end] in ("'s", "’s") or text[end : end + 2] in ("'s", "’s")
