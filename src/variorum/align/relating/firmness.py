"""Which of two claims of one content is told more firmly: more flatly, or with fewer hedges."""

from __future__ import annotations

from variorum import languages
from variorum.align.claims import Claim

# How flatly a statement is told, the flattest last.
_FLAT = ("possible", "claimed", "fact")


def firmer_of(one: Claim, other: Claim) -> tuple[list[Claim], str | None]:
    """Return which of two claims is firmer, both where each is in its way, and how.

    Args:
        one: a claim.
        other: another claim of the same content.
    """
    firm = _flatter(one, other)
    bare = [claim for claim in (one, other) if not claim.weakened(other if claim is one else one)]
    found, told = [], []
    if len(firm) == 1:
        weak = other if firm[0] is one else one
        found.append(firm[0])
        told.append(f"{firm[0].statement.modality} > {weak.statement.modality}")
    if len(bare) == 1 and not _is_open(bare[0]):
        weak = other if bare[0] is one else one
        found += [bare[0]] if bare[0] not in found else []
        told.append(f"hedge on one side only: {weak.weakened(bare[0])}")
    return found, "; ".join(told) or None


def _flatter(one: Claim, other: Claim) -> list[Claim]:
    """Return which of two claims is told more flatly; none where they are equal, or one is open."""
    ranks = [
        _FLAT.index(claim.statement.modality.replace("planned", "claimed"))
        for claim in (one, other)
    ]
    if ranks[0] == ranks[1]:
        return []
    flat, weak = (one, other) if ranks[0] > ranks[1] else (other, one)
    return [] if _is_open(flat) or _tells_who_spoke(flat, weak) else [flat]


def _is_open(claim: Claim) -> bool:
    """Tell whether the narrator leaves something open: ``would`` and ``should`` are no fact."""
    shifts = claim.vocabulary.backshifts
    return claim.statement.modality == "fact" and not claim.forms.isdisjoint(shifts)


def _tells_who_spoke(claim: Claim, held: Claim) -> bool:
    """Tell whether a claim of the narrator tells of the words of who holds the other one.

    ``Poe called the toll unfair`` commits to no more than ``Poe said the toll was unfair``.
    """
    holder = held.statement.holder
    language = languages.find(claim.article.language)
    if language is None or holder is None or not holder.name:
        return False
    return holder.name.split()[-1].casefold() in claim.forms and not claim.forms.isdisjoint(
        language.cues
    )
