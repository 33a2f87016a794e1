"""What is other with the single rows of a record: facts, copies, flags and the like."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.model.annotation import Flag, Place
from variorum.model.changes import Change, Point
from variorum.model.identity import Reading
from variorum.model.record import Record, Rejected
from variorum.model.rulings import Ruling
from variorum.model.spans import Span
from variorum.model.story import Copy, Passage
from variorum.review.counterparts import Company, counterparts
from variorum.review.facts import changed

# What an object of one id may say otherwise: its id hangs on its words and places alone.
_FACTS = {
    "witnesses": ("outlet", "title", "language", "published.edtf", "published.basis"),
    "quotations": ("form", "use", "speaker.name", "negated"),
    "statements": ("holder.name", "polarity", "modality"),
    "times": ("edtf",),
    "places": ("edtf",),
    "flags": ("note",),
    "rulings": ("state",),
}
_ROWS = ("places", "flags", "rulings", "rejected")


def changed_facts(old: Record, new: Record, witnesses: Company) -> Iterator[Point]:
    """Yield the objects of one id in both records of which something else is said since.

    A witness that has changed is held beside what it was.
    """
    for array, fields in _FACTS.items():
        before = {witnesses.now(noun.id): noun for noun in getattr(old, array)}
        for noun in getattr(new, array):
            was = before.get(noun.id)
            readings = tuple(r for r in noun.evidence().readings[:1] if r.spans)
            if was and (changes := tuple(changed(was, noun, fields, readings=readings))):
                yield Point(array=array, old=(was.id,), new=(noun.id,), changes=changes)


def changed_rows(old: Record, new: Record) -> Iterator[Point]:
    """Yield the rows that only one of the records has."""
    for array in _ROWS:
        before, after = ({n.id: n for n in getattr(record, array)} for record in (old, new))
        for id_, noun in after.items():
            if id_ not in before:
                change = _row("new", noun)
                yield Point(array=array, old=(), new=(id_,), changes=(change,))
        for id_, noun in before.items():
            if id_ not in after:
                change = _row("gone", noun)
                yield Point(array=array, old=(id_,), new=(), changes=(change,))


def _row(kind: str, noun: Flag | Place | Ruling | Rejected) -> Change:
    what = noun.kind if isinstance(noun, Flag) else getattr(noun, "state", None)
    was, now = (None, what) if kind == "new" else (what, None)
    return Change(kind=kind, was=was, now=now, readings=noun.evidence().readings)


def changed_copies(old: Record, new: Record, witnesses: Company) -> Iterator[Point]:
    """Yield the copied runs that are new, gone, or of another length, ground or credit.

    A run is the same where it lies over the other one in a witness that both records have.
    """

    def kept(copy: Copy) -> frozenset[tuple[str, Span]]:
        sides = (copy.from_, copy.to)
        return frozenset((p.witness, p.span) for p in sides if p.witness in witnesses.kept)

    def pair(copy: Copy) -> frozenset[str]:
        return frozenset(witnesses.now(p.witness) for p in (copy.from_, copy.to))

    for was, now in counterparts(old.copies, new.copies, pair, kept):
        one = now or was
        assert one is not None  # noqa: S101 - a pair has a side
        readings = tuple(_passage(p) for p in (one.from_, one.to))
        changes: list[Change] = []
        if was and now:
            changes += changed(was, now, ("credited", "basis"), readings=readings)
            if kept(was) != kept(now):
                changes.append(Change(kind="changed", field="passages", readings=readings))
        else:
            changes.append(Change(kind="new" if now else "gone", readings=readings))
        if changes:
            old_id, new_id = ((copy.id,) if copy else () for copy in (was, now))
            yield Point(array="copies", old=old_id, new=new_id, changes=tuple(changes))


def _passage(passage: Passage) -> Reading:
    return Reading(witness=passage.witness, spans=(passage.span,))
