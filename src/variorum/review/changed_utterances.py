"""What is other with the utterances of a record: their prints, their differences, what is known.

Utterances are the same where they have a print in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from variorum.model.annotation import Quotation
from variorum.model.changes import Change, Point
from variorum.model.identity import Reading
from variorum.model.record import Record
from variorum.model.spans import Span
from variorum.model.story import Utterance, Variant
from variorum.review.counterparts import components, counterparts
from variorum.review.facts import changed, regrouping

_FACTS = ("speaker", "edtf", "origins")


def changed_utterances(old: Record, new: Record) -> Iterator[Point]:
    """Yield the utterances that are new, gone, joined, parted, or printed or varied otherwise."""
    spoken = _Spoken(old, new)
    before, after = ([(u.id, *u.prints) for u in r.utterances] for r in (old, new))
    for olds, news in components(before, after):
        was, now = [old.utterances[at] for at in olds], [new.utterances[at] for at in news]
        if changes := tuple(spoken.changes(was, now)):
            yield Point(
                array="utterances",
                old=tuple(u.id for u in was),
                new=tuple(u.id for u in now),
                changes=changes,
            )


class _Spoken:
    """The quotations of both records, and the witnesses of the old one."""

    def __init__(self, old: Record, new: Record) -> None:
        self.quotations = {q.id: q for q in chain(old.quotations, new.quotations)}
        self.heard = {w.id for w in old.witnesses}

    def changes(self, was: Sequence[Utterance], now: Sequence[Utterance]) -> Iterator[Change]:
        """Yield what is other with utterances that hang together by their prints."""
        if not was or not now:
            prints = chain.from_iterable(u.prints for u in (*was, *now))
            yield Change(kind="new" if now else "gone", readings=self._readings(prints))
            return
        olds, news = (sorted(side, key=lambda u: u.prints) for side in (was, now))
        alike = [u.prints for u in olds] == [u.prints for u in news]
        if not alike and (kind := regrouping(len(was), len(now))):
            yield Change(kind=kind, was=str(len(was)), now=str(len(now)))
        yield from self._prints(was, now)
        if alike or len(was) == len(now) == 1:
            for one, other in zip(olds, news, strict=True):
                yield from changed(one, other, _FACTS)
                yield from self._question(one, other)
        yield from _variants(
            [v for u in was for v in u.variants], [v for u in now for v in u.variants]
        )

    def _prints(self, was: Sequence[Utterance], now: Sequence[Utterance]) -> Iterator[Change]:
        before = dict.fromkeys(p for u in was for p in u.prints)
        after = dict.fromkeys(p for u in now for p in u.prints)
        for print_ in after:
            if print_ not in before:
                read = self._readings([print_])
                found = any(reading.witness in self.heard for reading in read)
                kind = "print-found" if found else "print-new"
                yield Change(kind=kind, of=print_, readings=read)
        for print_ in before:
            if print_ not in after:
                yield Change(kind="print-gone", of=print_, readings=self._readings([print_]))

    def _question(self, was: Utterance, now: Utterance) -> Iterator[Change]:
        if was.question != now.question:
            asked = [id_ for id_ in (now.question or was.question,) if id_]
            yield Change(
                kind="changed",
                field="question",
                was=was.question,
                now=now.question,
                readings=self._readings(asked),
            )

    def _readings(self, prints: Iterable[str]) -> tuple[Reading, ...]:
        found = (self.quotations[p] for p in prints if p in self.quotations)
        return tuple(map(_reading, found))


def _reading(quotation: Quotation) -> Reading:
    return Reading(witness=quotation.witness, spans=quotation.spans)


def _variants(olds: Sequence[Variant], news: Sequence[Variant]) -> Iterator[Change]:
    for was, now in counterparts(olds, news, lambda v: v.kind, _places):
        if now is None:
            assert was is not None  # noqa: S101 - a pair has a side
            yield Change(kind="variant-gone", of=was.id, was=was.kind, readings=was.readings)
        elif was is None:
            yield Change(kind="variant-new", of=now.id, now=now.kind, readings=now.readings)
        else:
            yield from changed(was, now, ("weight",), of=now.id)
            yield from _read_otherwise(was, now)


def _read_otherwise(was: Variant, now: Variant) -> Iterator[Change]:
    """Yield the witnesses that a difference has or lacks since; moved columns are no change."""
    before, after = ({r.witness for r in v.readings} for v in (was, now))
    came = tuple(r for r in now.readings if r.witness not in before)
    left = tuple(r for r in was.readings if r.witness not in after)
    if came:
        yield Change(kind="reading-new", of=now.id, now=now.kind, readings=came)
    if left:
        yield Change(kind="reading-gone", of=now.id, was=was.kind, readings=left)


def _places(variant: Variant) -> Iterator[tuple[str, Span]]:
    return ((r.witness, span) for r in variant.readings for span in r.spans)
