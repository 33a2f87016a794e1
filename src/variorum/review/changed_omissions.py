"""What is other with the omissions of a record: cuts new, gone, longer, shorter or filled."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from variorum.model.changes import Change, Point
from variorum.model.identity import Reading
from variorum.model.record import Record
from variorum.model.spans import Span, Spans
from variorum.model.story import Omission
from variorum.review.counterparts import Company, counterparts


def changed_omissions(old: Record, new: Record, witnesses: Company) -> Iterator[Point]:
    """Yield the cuts that are new, gone, of another extent, or filled.

    A cut is the same where one witness lacks the same words of any that prints them. It is filled
    where the witness that made it has changed and no longer lacks them.
    """
    before, after = _printed_in(old), _printed_in(new)
    known = {id(o): before(o) for o in old.omissions} | {id(o): after(o) for o in new.omissions}

    def cut(omission: Omission) -> tuple[str, str]:
        return witnesses.now(omission.witness), omission.scope

    def words(omission: Omission) -> list[tuple[str, Span]]:
        return known[id(omission)]

    for was, now in counterparts(old.omissions, new.omissions, cut, words):
        change = _change(was, now, witnesses)
        if change:
            yield Point(
                array="omissions",
                old=(was.id,) if was else (),
                new=(now.id,) if now else (),
                changes=(change,),
            )


def _printed_in(record: Record) -> Callable[[Omission], list[tuple[str, Span]]]:
    """Return what finds where all the witnesses print the words that one of them lacks."""
    printed: dict[tuple[str, str, Spans], list[tuple[str, Span]]] = {}
    for utterance in record.utterances:
        for variant in utterance.variants:
            has = [r for r in variant.readings if r.spans]
            everywhere = [(r.witness, span) for r in has for span in r.spans]
            for silent in (r.witness for r in variant.readings if not r.spans):
                for reading in has:
                    printed.setdefault((silent, reading.witness, reading.spans), everywhere)

    def places(omission: Omission) -> list[tuple[str, Span]]:
        own = [(omission.of.witness, span) for span in omission.of.spans]
        return printed.get((omission.witness, omission.of.witness, omission.of.spans), own)

    return places


def _change(was: Omission | None, now: Omission | None, witnesses: Company) -> Change | None:
    if now is None:
        assert was is not None  # noqa: S101 - a pair has a side
        filled = was.witness in witnesses.successor and was.of.witness in witnesses.kept
        return Change(kind="filled" if filled else "gone", readings=_lack(was))
    if was is None:
        return Change(kind="new", readings=_lack(now))
    if was.of.witness == now.of.witness and was.of.spans != now.of.spans:
        return Change(kind="changed", field="of", readings=_lack(now))
    return None


def _lack(omission: Omission) -> tuple[Reading, ...]:
    """Return the silent witness, with no spans, and what it lacks."""
    return (Reading(witness=omission.witness, spans=()), omission.of)
