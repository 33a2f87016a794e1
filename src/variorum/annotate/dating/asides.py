"""Times that tell of a noun, not of what its clause says: ``The hall, built in 1880, will close``.

The parser tells them: a time that hangs on a participle or an apposition which describes a noun.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from variorum.annotate.syntax import RELATIONS, Syntax
from variorum.model.annotation import Time
from variorum.model.spans import Span, Spans

# How many words up a time is followed.
STEPS = 12
_DESCRIBES = frozenset({"acl", "appos"})
# What a clause has that is more than a participle.
_WHOLE = frozenset({"nsubj", "csubj", "aux", "mark"})
_CLAUSES = frozenset({"ccomp", "csubj", "parataxis", "root", "advcl"})
_POINTS = frozenset(",–—(")


@dataclass(frozen=True, slots=True)
class Aside:
    """Where the word stands that describes a noun by a time, and where that noun does."""

    head: int
    noun: int


NO_ASIDES: Mapping[str, Aside] = MappingProxyType({})


def find_asides(text: str, times: Sequence[Time], syntax: Syntax | None) -> Mapping[str, Aside]:
    """Return what the times describe that stand in an aside, by their ids.

    What no comma sets apart counts only where the time is a whole year or longer.

    Args:
        text: of the article.
        times: in it.
        syntax: of its words; None: nothing is known.
    """
    if syntax is None:
        return {}
    found = ((time.id, _aside(text, time, syntax)) for time in times)
    return {key: aside for key, aside in found if aside}


def without_asides(
    times: Iterable[str], asides: Mapping[str, Aside], spans: Spans
) -> tuple[str, ...]:
    """Return the ids of times but those that describe a noun of the same spans."""
    return tuple(
        key
        for key in times
        if key not in asides or not any(start <= asides[key].noun < end for start, end in spans)
    )


def said_of(verb: int, times: Iterable[Time], asides: Mapping[str, Aside]) -> list[Time]:
    """Return the times but those in an aside that the verb which begins at ``verb`` is not in."""
    return [time for time in times if time.id not in asides or _holds(asides[time.id], verb)]


def _holds(aside: Aside, verb: int) -> bool:
    low, high = sorted((aside.head, aside.noun))
    return verb == aside.head or low < verb < high


def _aside(text: str, time: Time, syntax: Syntax) -> Aside | None:
    """Return the aside that a time stands in, None where it is said of its clause."""
    starts = syntax.spans[:, 0]
    for at in _above(time.span, syntax):
        relation, head = RELATIONS[syntax.relations[at]], int(syntax.heads[at])
        place = int(starts[at])
        if relation == "advcl" and _is_participle(text, at, syntax):
            return Aside(place, int(starts[head])) if _is_long(time) else None
        if relation in _CLAUSES or head < 0:
            return None
        if relation in _DESCRIBES and head < at:
            noun = int(starts[head])
            apart = not _POINTS.isdisjoint(text[noun:place])
            return Aside(place, noun) if apart or _is_long(time) else None
    return None


def _above(span: Span, syntax: Syntax) -> Iterator[int]:
    """Yield the words of a time and those above them, from the first that hangs outside it."""
    first, end = np.searchsorted(syntax.spans[:, 0], span).tolist()
    outside = (n for n in range(first, end) if not first <= syntax.heads[n] < end)
    at = next(outside, -1)
    for _ in range(STEPS):
        if at < 0:
            return
        yield at
        at = int(syntax.heads[at])


def _is_participle(text: str, at: int, syntax: Syntax) -> bool:
    """Tell a participle before its main clause: ``Founded in 1911, the bank will close``."""
    below = np.flatnonzero(syntax.heads == at).tolist()
    whole = any(RELATIONS[syntax.relations[one]] in _WHOLE for one in below)
    start, end = syntax.spans[at].tolist()
    return not whole and syntax.heads[at] > at and not text[start:end].endswith("ing")


def _is_long(time: Time) -> bool:
    """Tell a year, or what is longer, from a day, month or season."""
    return "-" not in time.edtf and "T" not in time.edtf
