"""Walks a record: every noun that has an id, and every span with the witness it points into."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

from variorum.model.identity import Noun
from variorum.model.record import Record, Witness
from variorum.model.spans import Span
from variorum.model.story import Utterance

Pointer = tuple[str, str, Span]  # place in the record, witness id, span

# Their spans cover a text, or the words kept of it.
_COVERING = frozenset({"blocks", "excerpts"})
_ONE = frozenset({"span"})
_SEVERAL = frozenset({"spans", "marks", "cue", "sources"})


def nouns_of(record: Record) -> Iterator[tuple[str, Noun]]:
    """Yield every noun of a record's arrays as (place, noun), in the record's order."""
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if isinstance(value, tuple) and field.name != "single":
            yield from ((f"{field.name}[{index}]", noun) for index, noun in enumerate(value))


def signed_in(place: str, noun: Noun) -> Iterator[tuple[str, Noun]]:
    """Yield a noun and the nouns inside it that have ids of their own, the inner ones first."""
    if isinstance(noun, Utterance):
        yield from ((f"{place}.variants[{i}]", inner) for i, inner in enumerate(noun.variants))
    yield (place, noun)


def spans_of(record: Record) -> Iterator[Pointer]:
    """Yield every span of a record as (place, witness id, span), in the record's order.

    The blocks of a witness are left out: they cover its whole text.
    """
    for place, noun in nouns_of(record):
        yield from spans_in(noun, place)


def spans_in(noun: object, place: str = "", witness: str = "") -> Iterator[Pointer]:
    """Yield every span inside a noun as (place, witness id, span).

    Args:
        noun: a noun, or a part of one.
        place: where it stands in its record.
        witness: the witness its spans point into, where it does not say so itself.
    """
    kind: Any = type(noun)
    fields = _fields_of(kind)
    if not fields:
        return
    witness = noun.id if isinstance(noun, Witness) else getattr(noun, "witness", witness)
    for name, shown in fields:
        value = getattr(noun, name)
        if value is None or isinstance(value, str):
            continue
        here = f"{place}.{shown}"
        if name in _ONE:
            yield (here, witness, value)
        elif name in _SEVERAL:
            yield from ((f"{here}[{i}]", witness, span) for i, span in enumerate(value))
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                yield from spans_in(part, f"{here}[{index}]", witness)
        else:
            yield from spans_in(value, here, witness)


@cache
def _fields_of(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields that may hold spans, each with its name in JSON; none but of nouns."""
    if not dataclasses.is_dataclass(kind):
        return ()
    names = (field.name for field in dataclasses.fields(kind))
    return tuple((name, name.rstrip("_")) for name in names if name not in _COVERING)
