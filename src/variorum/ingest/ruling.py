"""Rulings on the stories of a library: kept in it, replayed when a story is composed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.errors import InputError
from variorum.model.record import Record
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
    return decide_across(store, (story,), decision, named)


def decide_across(
    store: Store, stories: Sequence[str], decision: Decision, named: Sequence[str]
) -> Ruling:
    """Make one ruling on parts of several stories, and keep it.

    In each of them it waits for the witnesses of the others, and is told; it holds where they
    come to stand together.

    Args:
        store: the library.
        stories: their ids, or the beginnings of them.
        decision: who decides what, when and why.
        named: on what, in all of them.

    Raises:
        InputError: as ``decide`` does.
    """
    with store.reading() as view:
        pages = [view.page(story) for story in dict.fromkeys(stories)]
    records = []
    for page in pages:
        if page.record is None:
            told = "not composed yet, so nothing in it can be ruled on"
            raise InputError(f"{page.line.story}: {told}")
        records.append(page.record)
    made = rule(_together(records), decision, named)
    with store.writing() as writer:
        writer.keep_ruling(made)
    return made


def _together(records: Sequence[Record]) -> Record:
    """Return records as one that has all the quotations, for a ruling to point at."""
    quotations = {q.id: q for record in records for q in record.quotations}
    return replace(records[0], quotations=tuple(quotations.values()))
