"""How a plan stands to another plan, to what may be, and to what is told as done.

What is done is told of another time than the plan of it, whichever report is the later one; that
it is this plan that was carried out the verbs tell: ``will annex``, ``annexed``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.collating.inflections import shifted
from variorum.align.relating.printed import printed, printed_apart
from variorum.align.relating.verdicts import Verdict, facing
from variorum.languages import Language, helping_verbs, noun_openers

# A plan and what is told as done are set against one another from here on.
PLANNED = 0.55


def plans(claim: Claim) -> bool:
    """Tell a plan, also one that speech reports, or that is no fact yet: ``it would open``."""
    language = languages.find(claim.article.language)
    told, shifts = claim.statement.modality, claim.vocabulary.backshifts
    said = language and any(shifts.get(form) in language.planned for form in claim.forms)
    return told == "planned" or (told in ("claimed", "fact") and bool(said))


def are_other_plans(same: Verdict) -> bool:
    """Tell whether of two plans one may be less: a condition, or no plan where the other refuses.

    Of the narrator ``would`` may hang on a condition that stands elsewhere, and who did not plan
    to act may act.

    Args:
        same: that two plans bear on one point.
    """
    language = languages.find(same.one.article.language)
    pair = same.one, same.other
    if sorted(claim.statement.modality for claim in pair) == ["fact", "planned"]:
        return True
    denied = all(claim.statement.polarity == "denied" for claim in pair)
    if language is None or not denied:
        return False
    wills = [language.contrasts.plans.isdisjoint(claim.forms) for claim in pair]
    return wills[0] != wills[1]


def stand_by_plan(same: Verdict, plan: Claim) -> Verdict | None:
    """Return how a plan stands to what is told as done, or to what may be; None where unsure.

    What is no doing of the plan says the same of it (``the bill would tax sugar``, ``the bill
    taxes sugar``).

    Args:
        same: that both bear on one point.
        plan: the one of the two that is a plan.
    """
    if same.score < PLANNED:
        return None
    done = same.other if plan is same.one else same.one
    modality, days = done.statement.modality, printed_apart(same.one.article, same.other.article)
    if modality == "possible" and plan.statement.modality == "fact":
        return None
    if modality == "possible":
        return facing(replace(same, relation="stronger", finding="planned > possible"), plan)
    if acts := carried_out(plan, done):
        shown = f"planned ≠ {modality}: {' ≠ '.join(acts)}"
        shown = f"{shown}; {printed(days)}" if days else shown
        return replace(same, relation="other-time", finding=shown)
    return same


def carried_out(plan: Claim, done: Claim) -> tuple[str, str] | None:
    """Return the verb of a plan and that by which it is told as done, in lower case.

    In a heading what is done stands in the present (``Mayor resigns``).

    Args:
        plan: a claim of what is to be done.
        done: a claim of what is, or was.
    """
    language = languages.find(plan.article.language)
    if language is None:
        return None
    heading = "\n" not in done.article.text[: done.statement.spans[0][0]]
    planned = tuple(_planned_verbs(plan, language))
    for before, word in pairwise(done.words):
        if before.form in noun_openers(language) | language.modals:
            continue
        for verb in planned:
            past = word.form == verb in _pasts(language) or shifted(verb, word.form, language)
            if past or (heading and word.form in (f"{verb}s", f"{verb}es")):
                return verb, word.form
    return None


@cache
def _pasts(language: Language) -> frozenset[str]:
    return language.past | language.times.pasts | language.variants.pasts.keys()


def _planned_verbs(plan: Claim, language: Language) -> Iterator[str]:
    """Yield the verbs behind ``will`` and ``to``, without what only helps them."""
    opening = language.times.infinitive | language.modals
    helping = helping_verbs(language) | language.adverbs | opening
    forms = [word.form for word in plan.words]
    for at, form in enumerate(forms):
        if form in opening:
            behind = (f for f in forms[at + 1 :] if f not in helping and not f.endswith("ly"))
            yield from islice(behind, 1)
