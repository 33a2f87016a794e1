"""The timeline, event by event: what each witness tells of it, and how it dates it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.exports._apparatus import Edition
from variorum.model.annotation import Time
from variorum.model.edtf import certain, is_compatible
from variorum.model.spans import Spans, covers
from variorum.model.story import Event


@dataclass(frozen=True, slots=True)
class Telling:
    """What a witness tells of an event: its words, on whose word, and the times that date it."""

    witness: str
    spans: Spans
    holder: str
    times: tuple[Time, ...]

    def is_told(self, event: Event) -> bool:
        """Tell whether its words hold the time that dates it, and the row has that very date."""
        return all(
            time.edtf == event.edtf and any(covers(span, time.span) for span in self.spans)
            for time in self.times
        )


def tellings(edition: Edition, event: Event) -> list[Telling]:
    """Return what is told of an event, in the order of the witnesses and their texts."""
    return sorted(_told(edition, event), key=lambda one: edition.place_of(one.witness, one.spans))


def differ(event: Event) -> bool:
    """Tell whether witnesses give an event dates that exclude one another."""
    values = sorted({certain(dating.edtf) for dating in event.dates})
    return any(not is_compatible(one, other) for one, other in combinations(values, 2))


def values(event: Event) -> Sequence[str]:
    """Return the dates of an event where they differ, each once; else the one of its row."""
    if not differ(event):
        return (event.edtf,)
    return tuple(dict.fromkeys(dating.edtf for dating in event.dates))


def _told(edition: Edition, event: Event) -> Iterator[Telling]:
    """Yield each statement and print of an event."""
    times: dict[str, list[Time]] = defaultdict(list)
    for dating in event.dates:
        times[dating.of].append(edition.times[dating.time])
    for id_ in event.statements:
        one = edition.statements[id_]
        holder = one.holder.name if one.holder else ""
        yield Telling(one.witness, edition.stated(one), holder, tuple(times[id_]))
    for id_ in event.utterances:
        utterance = edition.utterances[id_]
        for print_ in (edition.quotations[p] for p in utterance.prints):
            holder = print_.speaker.name if print_.speaker else utterance.speaker or ""
            yield Telling(print_.witness, edition.said(print_), holder, tuple(times[print_.id]))
