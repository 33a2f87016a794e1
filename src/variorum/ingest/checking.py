"""Checks a library from the ground up: pages, hashes, ids, spans, and the proof of every record."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.errors import InputError
from variorum.model.library import Fault
from variorum.review.verify import verify_alone
from variorum.stores import Store


def faults(store: Store) -> Iterator[Fault]:
    """Yield everything in a library that is not as it must be, the ground first."""
    yield from store.faults()
    with store.reading() as view:
        for story in view.composed():
            try:
                record = view.record(story)
                if record is not None:
                    verify_alone(record)
            except InputError as error:
                yield Fault(place=f"records, story {story}", what=str(error))
