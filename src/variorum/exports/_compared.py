"""Two records side by side for a reader: look-ups over both, and what need not be told.

A witness that only the old record has keeps the letter it had there, with a dagger before it.
Where a witness has changed, much of it stands in its new text word for word; those points are
counted, and not told one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from variorum.exports._apparatus import Edition
from variorum.exports._labels import FORMERLY
from variorum.model.annotation import Quotation, Statement
from variorum.model.changes import Change, Changes, Point
from variorum.model.identity import Reading
from variorum.model.record import Record, Witness

Key = tuple[object, ...]
_TURNS = {"print-gone": "print-new", "reading-gone": "reading-new", "variant-gone": "variant-new"}


def joined(old: Record, new: Record) -> Record:
    """Return the new record with the witnesses, quotations and statements of the old one added."""
    before = {w.id: w for w in old.witnesses}
    witnesses = [_fullest(w, before.pop(w.id, w)) for w in new.witnesses]
    witnesses += [replace(w, siglum=f"{FORMERLY}{w.siglum}") for w in before.values()]
    quotations = {q.id: q for q in (*old.quotations, *new.quotations)}
    statements = {s.id: s for s in (*old.statements, *new.statements)}
    return replace(
        new,
        witnesses=tuple(witnesses),
        quotations=tuple(quotations.values()),
        statements=tuple(statements.values()),
    )


def _fullest(new: Witness, old: Witness) -> Witness:
    """Return a witness with all the words that either record keeps of it."""
    text = old.text if new.text is None else new.text
    return replace(new, text=text, excerpts=() if text else (*new.excerpts, *old.excerpts))


def told(changes: Changes, edition: Edition) -> tuple[tuple[Point, ...], int]:
    """Return the points to tell, and how many stand word for word in a witness's new text."""
    echoes = _Echoes(changes, edition)
    kept: list[Point] = []
    count = 0
    for point in changes.points:
        rest = echoes.without(point.changes)
        count += not rest
        if rest:
            kept.append(replace(point, changes=rest))
    gone = Counter(filter(None, (echoes.key(p, "gone") for p in kept)))
    again = gone & Counter(filter(None, (echoes.key(p, "new") for p in kept)))
    left = {"gone": again.copy(), "new": again.copy()}
    points = [p for p in kept if not echoes.counted(p, left)]
    return tuple(points), count + again.total()


class _Echoes:
    """The words of points, under the present ids of the witnesses that have changed."""

    def __init__(self, changes: Changes, edition: Edition) -> None:
        self.edition = edition
        pairs = [(f.old, f.new) for f in changes.witnesses if f.fate == "changed"]
        self.now = {old.id: new.id for old, new in pairs if old and new}
        self.renewed = {*self.now, *self.now.values()}
        self.facts = {(s.witness, s.spans): _fact(s) for s in edition.statements.values()}
        self.facts |= {(q.witness, q.spans): _fact(q) for q in edition.quotations.values()}

    def without(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return changes but for those that undo one another word for word."""
        kept: list[Change] = list(changes)
        for gone in [c for c in kept if c.kind in _TURNS]:
            key = self._key(gone.readings)
            turned = (
                c for c in kept if c.kind == _TURNS[gone.kind] and self._key(c.readings) == key
            )
            if key and (again := next(turned, None)):
                kept.remove(gone)
                kept.remove(again)
        return tuple(kept)

    def key(self, point: Point, kind: str) -> Key | None:
        """Return what tells whether a point that is new or gone is told again in other places."""
        change = point.changes[0]
        if change.kind not in (("gone",) if kind == "gone" else ("new", "now-differs")):
            return None
        key = self._key(change.readings)
        return (point.array, change.was or change.now, key) if key else None

    def counted(self, point: Point, left: dict[str, Counter[Key]]) -> bool:
        """Tell whether a point is told again, and take it off those that are left."""
        for kind, keys in left.items():
            key = self.key(point, kind)
            if key and keys[key]:
                keys[key] -= 1
                return True
        return False

    def _key(self, readings: tuple[Reading, ...]) -> Key | None:
        """Return witnesses with their words; None without a changed one, or where none are kept."""
        if not any(r.witness in self.renewed for r in readings):
            return None
        words = list(self._words(readings))
        return None if None in words else tuple(sorted(map(str, words)))

    def _words(self, readings: Iterable[Reading]) -> Iterator[object]:
        for reading in readings:
            found = [self.edition.kept(reading.witness, span) for span in reading.spans]
            witness = self.now.get(reading.witness, reading.witness)
            facts = self.facts.get((reading.witness, reading.spans))
            yield None if None in found else (witness, facts, *found)


def _fact(noun: Quotation | Statement) -> Key:
    """Return what is said of words beside the words themselves."""
    if isinstance(noun, Quotation):
        who = noun.speaker and noun.speaker.name
        return (noun.form, noun.use, noun.negated, who)
    return (noun.polarity, noun.modality, noun.holder and noun.holder.name)
