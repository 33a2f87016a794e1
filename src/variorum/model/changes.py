"""What is other in one record than in an earlier one: the nouns of `variorum diff`."""

from __future__ import annotations

from dataclasses import dataclass

from variorum.model.identity import Reading
from variorum.model.record import MadeBy
from variorum.model.vocabulary import ChangeKind, Fate

CHANGES_FORM = "variorum-changes/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A witness as one of the two records names it."""

    id: str
    siglum: str
    source: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fellow:
    """One witness in both records, with the letter it has in each.

    ``kept``: the same bytes, read alike; ``changed``: other bytes from a source of the same name,
    or the same bytes read differently; ``new`` and ``gone`` stand in one record only.
    """

    fate: Fate
    old: Seen | None
    new: Seen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is other at a point.

    Args:
        kind: what happened.
        of: the id of what it happened to inside the point: a print, a variant; None: the point.
        field: with ``changed``, the field that has another value.
        was: the value before; of what is gone, its kind where it has one.
        now: the value since; of what is new, its kind likewise.
        readings: where it can be read; a witness's id tells in which record, for it hangs on the
            bytes and the text alone.
    """

    kind: ChangeKind
    of: str | None = None
    field: str | None = None
    was: str | None = None
    now: str | None = None
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One object of the records' ``array`` and what is other with it.

    ``old`` and ``new`` are its ids in each record: none where it is new or gone, several where
    objects were joined or parted. In ``single`` they are ids of statements, as there.
    """

    array: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that is other in one record than in an earlier one.

    ``old`` and ``new`` say what made the records, with their digests. ``points`` stand in the
    order of the arrays of a record, within one in the order of the new record, what is gone last.
    """

    changes: str
    old: MadeBy
    new: MadeBy
    witnesses: tuple[Fellow, ...]
    points: tuple[Point, ...]
