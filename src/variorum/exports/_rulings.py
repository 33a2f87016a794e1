"""What persons ruled: templates filled with the words that a ruling is about, and with theirs."""

from __future__ import annotations

from variorum.exports._apparatus import Edition
from variorum.model.rulings import Ruling
from variorum.model.spans import Spans

_SUBJECTS = {
    "quotation": ("quotation", "quotations"),
    "speaker": ("speaker", "speakers"),
    "print": ("prints", "prints"),
    "relation": ("relation", "relations"),
    "origin": ("origin", "origins"),
    "ruling": ("ruling", "rulings"),
}
_VERDICTS = {
    "accept": "accepted",
    "reject": "rejected",
    "split": "split",
    "merge": "merged",
    "relabel": "relabelled",
    "note": "noted on",
    "undo": "undone",
}
_STATES = {
    "undone": "undone since",
    "superseded": "superseded by a later ruling",
    "waiting": "waits for another witness",
    "stale": "no longer applies",
}
LOUD = frozenset({"stale"})


def title(ruling: Ruling) -> str:
    """Return what was ruled: ``prints merged``, ``speaker relabelled: Mara Hollis``."""
    one, several = _SUBJECTS.get(ruling.subject, (ruling.subject, ruling.subject))
    subject = one if len(ruling.targets) == 1 else several
    verdict = _VERDICTS.get(ruling.verdict, ruling.verdict)
    return f"{subject} {verdict}" + (f": {ruling.to}" if ruling.to else "")


def state(edition: Edition, ruling: Ruling) -> str:
    """Return what became of a ruling, with the reason; nothing where it simply holds.

    Other rulings that the reason names by their ids have the number here that they are shown by.
    """
    if ruling.state in (None, "applied"):
        return ""
    told = _STATES.get(ruling.state, ruling.state)
    reason = ruling.reason or ""
    for id_, number in numbered(edition).items():
        reason = reason.replace(id_, f"R{number}")
    return f"{told} ({reason})" if reason else told


def numbered(edition: Edition) -> dict[str, int]:
    """Return the number that each ruling of the record is shown by."""
    return {ruling.id: number for number, ruling in enumerate(edition.record.rulings, 1)}


def byline(ruling: Ruling) -> str:
    """Return who ruled, and when."""
    return f"{ruling.who}, {ruling.when}"


def readings(edition: Edition, ruling: Ruling) -> list[tuple[str, Spans]]:
    """Return the witness and the words of each target that the record still holds."""
    found = []
    for target in ruling.targets:
        noun = edition.quotations.get(target) or edition.statements.get(target)
        if noun is not None:
            found.append((noun.witness, noun.spans))
        elif target in edition.witnesses:
            found.append((target, ()))
    return found
