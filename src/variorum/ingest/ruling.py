"""Rulings on the stories of a library: kept in it, replayed when a story is composed."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.errors import InputError
from variorum.model.rulings import Ruling
from variorum.review.deciding import Decision, rule
from variorum.stores import Store


def decide(store: Store, story: str, decision: Decision, named: Sequence[str]) -> Ruling:
    """Make a ruling on the record of a story, and keep it.

    The stories it is about wait to be composed anew (:func:`variorum.ingest.compose_waiting`).

    Args:
        store: the library.
        story: its id, or the beginning of it.
        decision: who decides what, when and why.
        named: what it is decided on, as :func:`variorum.review.deciding.rule` takes it.

    Raises:
        InputError: there is no such story, it has no record yet, an id is not in that record, or
            no such ruling can be made.
    """
    with store.reading() as view:
        page = view.page(story)
    if page.record is None:
        raise InputError(f"{page.line.story}: not composed yet, so nothing in it can be ruled on")
    made = rule(page.record, decision, named)
    with store.writing() as writer:
        writer.keep_ruling(made)
    return made
