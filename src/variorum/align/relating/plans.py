"""How a plan stands to another plan, to what may be, and to what is told as done.

What is done is told of another time than the plan of it, whichever report is the later one; that
it is this plan that was carried out the verbs tell: ``will annex``, ``annexed``.
"""

from __future__ import annotations

from dataclasses import replace

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.relating.deeds import carried_out
from variorum.align.relating.printed import printed, printed_apart
from variorum.align.relating.verdicts import Verdict, facing

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
        shown = f"planned ≠ {modality}"
        shown += f": {' ≠ '.join(acts)}" if acts[0] != acts[1] else ""
        shown = f"{shown}; {printed(days)}" if days else shown
        return replace(same, relation="other-time", finding=shown)
    return same
