"""Turns: runs of quotations by one speaker, and which of them answers a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.speaking.conversation import Said
from variorum.model.annotation import Quotation

# How many paragraphs may lie from one quotation of a turn to the next.
APART = 2


def link_turns(quotations: Sequence[Quotation], said: Sequence[Said]) -> tuple[Quotation, ...]:
    """Return ``quotations`` with ``turn`` and ``answers`` filled in.

    A turn is a run of quotations by one speaker with at most one paragraph of other words
    between two of them; its id is that of its first quotation. One quotation alone has none,
    and headings are in no turn.

    Args:
        quotations: signed, in the order of the text.
        said: what each was made of.
    """
    linked = list(quotations)
    run: list[int] = []
    for place, quotation in enumerate(quotations):
        draft = said[place].draft
        if draft.heading or quotation.use not in {"speech", "question"}:
            continue
        if quotation.use == "question" or quotation.speaker is None:
            _close(linked, run)
            continue
        apart = draft.block - said[run[-1]].draft.block if run else 0
        if run and not (_same(quotations[run[-1]], quotation) and apart <= APART):
            _close(linked, run)
        run.append(place)
    _close(linked, run)
    for place, one in enumerate(said):
        if one.answers is not None:
            linked[place] = replace(linked[place], answers=quotations[one.answers].id)
    return tuple(linked)


def _same(one: Quotation, other: Quotation) -> bool:
    names = one.speaker and one.speaker.name, other.speaker and other.speaker.name
    return names[0] is not None and names[0] == names[1]


def _close(linked: list[Quotation], run: list[int]) -> None:
    """Give the quotations of a finished run the id of its first, and forget the run."""
    if len(run) > 1:
        for place in run:
            linked[place] = replace(linked[place], turn=linked[run[0]].id)
    run.clear()
