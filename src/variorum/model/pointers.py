"""Every span of a record, with the place it stands at and the witness it points into."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from variorum.model.record import Record, Witness
from variorum.model.spans import Span

Pointer = tuple[str, str, Span]  # place in the record, witness id, span

_ONE = frozenset({"span"})
_SEVERAL = frozenset({"spans", "marks", "cue"})


def spans_of(record: Record) -> Iterator[Pointer]:
    """Yield every span of a record as (place, witness id, span), in the record's order.

    The blocks of a witness are left out: they cover its whole text.
    """
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if isinstance(value, tuple):
            for index, noun in enumerate(value):
                yield from _inside(noun, f"{field.name}[{index}]", "")


def _inside(noun: object, place: str, witness: str) -> Iterator[Pointer]:
    if not dataclasses.is_dataclass(noun):
        return
    witness = noun.id if isinstance(noun, Witness) else getattr(noun, "witness", witness)
    for field in dataclasses.fields(noun):
        value = getattr(noun, field.name)
        here = f"{place}.{field.name.rstrip('_')}"
        if field.name in ("blocks", "excerpts") or value is None:
            continue
        if field.name in _ONE:
            yield (here, witness, value)
        elif field.name in _SEVERAL:
            yield from ((f"{here}[{i}]", witness, span) for i, span in enumerate(value))
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                yield from _inside(part, f"{here}[{index}]", witness)
        else:
            yield from _inside(value, here, witness)
