"""Which of two claims of one content is told more firmly: more flatly, or with fewer hedges."""

from __future__ import annotations

from collections.abc import Container

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.relating.deeds import carried_out, is_due
from variorum.align.relating.likeness import Likeness
from variorum.align.relating.sayings import is_credited, is_taken_for_granted, leaves_open
from variorum.model.phrases import places_of
from variorum.model.spans import Span

# How flatly a statement is told, the flattest last.
_FLAT = ("possible", "claimed", "fact")
_MARKS = frozenset('"“”„«»‘')
# A hedge weakens what stands so near behind it, in words.
REACH = 4

Spans = Container[Span]
Pair = tuple[Claim, Claim]


def firmer_of(one: Claim, other: Claim, likeness: Likeness) -> tuple[list[Claim], str | None]:
    """Return which of two claims is firmer, both where each is in its way, and how.

    Args:
        one: a claim.
        other: another claim of the same content.
        likeness: of the two; a hedge counts where it weakens what both say.
    """
    shared = {a.span for a, _ in likeness.pairs}, {b.span for _, b in likeness.pairs}
    sides = ((one, other), shared[0]), ((other, one), shared[1])
    hedged = [pair for pair, spans in sides if _is_weakened(pair, spans)]
    found, told = [], []
    if firm := _flatter(one, other, [pair[0] for pair in hedged]):
        weak = other if firm is one else one
        found.append(firm)
        told.append(f"{firm.statement.modality} > {weak.statement.modality}")
    if len(hedged) == 1 and not _is_open(hedged[0][1]):
        weak, bare = hedged[0]
        found += [bare] if bare not in found else []
        told.append(f"hedge on one side only: {weak.weakened(bare)}")
    return found, "; ".join(told) or None


def _is_weakened(pair: Pair, shared: Spans) -> bool:
    """Tell whether a hedge that the second claim has not weakens words of the first that both say.

    A word of degree (``largely``) or of a habit (``typically``) leaves nothing open.
    """
    claim, beside = pair
    language = languages.find(claim.article.language)
    hedge = claim.weakened(beside).casefold()
    if language is None or not hedge:
        return bool(hedge)
    if hedge in language.variants.degrees:
        return False
    parts = hedge.split()
    forms = [word.form for word in claim.words]
    ends = [at + len(parts) for at in range(len(forms)) if forms[at : at + len(parts)] == parts]
    behind = [claim.words[end : end + REACH] for end in ends]
    return any(word.span in shared for words in behind for word in words)


def _flatter(one: Claim, other: Claim, hedged: Container[Claim]) -> Claim | None:
    """Return which of two claims is told more flatly; None where they are equal, or one is open."""
    ranks = [
        _FLAT.index(claim.statement.modality.replace("planned", "claimed"))
        for claim in (one, other)
    ]
    if ranks[0] == ranks[1]:
        return None
    flat, weak = (one, other) if ranks[0] > ranks[1] else (other, one)
    if _is_open(flat) or is_credited(flat) or _tells_who_spoke(flat, weak):
        return None
    if weak.spoken and _is_marked(flat):
        return None
    if weak.statement.modality == "possible":
        told = weak in hedged or (not weak.weakening and not is_due(weak))
        return flat if told or carried_out(weak, flat) else None
    return flat if leaves_open(weak) and not is_taken_for_granted(weak) else None


def _is_marked(claim: Claim) -> bool:
    """Tell whether some words of a claim stand in quote marks: the narrator vouches for none."""
    spans = ((max(0, start - 1), end + 1) for start, end in claim.statement.spans)
    return any(not _MARKS.isdisjoint(claim.article.text[start:end]) for start, end in spans)


def _is_open(claim: Claim) -> bool:
    """Tell whether the narrator leaves something open: ``would`` and ``should`` are no fact."""
    shifts = claim.vocabulary.backshifts
    return claim.statement.modality == "fact" and not claim.forms.isdisjoint(shifts)


def _tells_who_spoke(claim: Claim, held: Claim) -> bool:
    """Tell whether a claim of the narrator tells of the words of who holds the other one.

    ``Poe called the toll unfair`` commits to no more than ``Poe said the toll was unfair``; nor
    does who ``ruled out a toll``.
    """
    holder = held.statement.holder
    language = languages.find(claim.article.language)
    if language is None or holder is None or not holder.name:
        return False
    bars = places_of(language.contrasts.barring, [word.form for word in claim.words])
    named = holder.name.split()[-1].casefold() in claim.forms
    return bool(bars) or (named and not claim.forms.isdisjoint(language.cues))
