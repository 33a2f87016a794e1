"""Fields of one object that have another value in the new record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.model.changes import Change
from variorum.model.identity import Reading


def changed(
    was: object,
    now: object,
    fields: Iterable[str],
    *,
    of: str | None = None,
    readings: tuple[Reading, ...] = (),
) -> Iterator[Change]:
    """Yield the fields whose values are other.

    Args:
        was: an object of the old record.
        now: the same of the new one.
        fields: their names; a dot leads into an object that may be missing (``speaker.name``).
        of: as in :class:`variorum.model.changes.Change`.
        readings: likewise.
    """
    for field in fields:
        before, after = _value(was, field), _value(now, field)
        if before != after:
            yield Change(
                kind="changed", of=of, field=field, was=before, now=after, readings=readings
            )


def regrouping(was: int, now: int) -> str | None:
    """Return what happened where so many objects became so many, None where one stayed one."""
    if was == now:
        return None if was == 1 else "regrouped"
    return "joined" if was > now else "parted"


def _value(noun: object, field: str) -> str | None:
    for name in field.split("."):
        noun = getattr(noun, name, None)
    return None if noun is None else str(noun)
