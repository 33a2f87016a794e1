"""What is left out, as points and witnesses: who prints a point, who cuts it, who passes it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._chapters import Chapter
from variorum.model.identity import Reading
from variorum.model.spans import Spans, covers, overlap
from variorum.model.story import Omission, Utterance

PRINTED = "printed"
IN_PART = "in-part"
Place = tuple[str, Spans]


@dataclass(frozen=True, slots=True)
class Point:
    """Something that not all witnesses print: its words in one of them, and what each does.

    ``of`` names the row it belongs to, such as ``Q1``; ``cells`` holds for each witness that is
    judged ``printed``, ``in-part`` or the scope of its omission.
    """

    id: str
    of: str
    reading: Reading
    cells: dict[str, str]


def points(edition: Edition, chapter: Chapter) -> list[Point]:
    """Return what is left out, in the order of the page: quotations, relations, the rest.

    What is no more than another topic for all others is no point.
    """
    left: dict[Place, list[Omission]] = defaultdict(list)
    for omission in chapter.omissions:
        left[omission.of.witness, omission.of.spans].append(omission)
    found = []
    for number, told in enumerate(chapter.compared, 1):
        printed = [edition.quotations[p] for p in told.prints]
        taken = _taken(left, [(q.witness, q.spans) for q in printed])
        cut = [omission for place in taken for omission in left[place]]
        for place in taken:
            cells = dict.fromkeys(_printing(told, place), PRINTED) | _beside(place, cut)
            found.append(_point(f"Q{number}", cells, left.pop(place)))
    for number, relation in enumerate(chapter.relations, 1):
        taken = _taken(left, [(r.witness, r.spans) for r in relation.readings])
        omissions = [omission for place in taken for omission in left.pop(place)]
        cells = {r.witness: PRINTED for r in relation.readings}
        found += [_point(f"S{number}", cells, omissions)] if omissions else []
    found += [_point("", {witness: PRINTED}, rest) for (witness, _), rest in left.items()]
    return [
        point
        for point in found
        if not set(point.cells.values()) <= {PRINTED, IN_PART, "other-topic"}
    ]


def graded(chapter: Chapter) -> list[tuple[str, list[tuple[Reading, list[str]]]]]:
    """Return by scope, the gravest first, what is left out and the witnesses that leave it out."""
    known = {scope: at for at, scope in enumerate(labels.SCOPE_ORDER)}
    groups: dict[str, dict[Place, list[Omission]]] = defaultdict(lambda: defaultdict(list))
    for omission in chapter.omissions:
        groups[omission.scope][omission.of.witness, omission.of.spans].append(omission)
    return [
        (scope, [(same[0].of, [o.witness for o in same]) for same in groups[scope].values()])
        for scope in sorted(groups, key=lambda s: (known.get(s, len(known)), s))
    ]


def _taken(left: Iterable[Place], sides: Sequence[Place]) -> list[Place]:
    """Return the places that lie in one of these sides."""
    spans: dict[str, list[Spans]] = defaultdict(list)
    for witness, found in sides:
        spans[witness].append(found)
    return [
        place for place in left if any(_meet(place[1], other) for other in spans.get(place[0], ()))
    ]


def _meet(one: Spans, other: Spans) -> bool:
    return any(overlap(a, b) > 0 for a in one for b in other)


def _printing(told: Utterance, place: Place) -> list[str]:
    """Return the witnesses that have words in the columns a place lies in."""
    witness, spans = place
    here = [
        segment
        for segment in told.segments
        if any(r.witness == witness and _meet(r.spans, spans) for r in segment.readings)
    ]
    speaking = [r.witness for segment in here for r in segment.readings if r.spans]
    return list(dict.fromkeys([witness, *speaking]))


def _beside(place: Place, cut: Iterable[Omission]) -> dict[str, str]:
    """Return what witnesses do that leave out more than a place, or a part of it."""
    witness, spans = place
    found: dict[str, str] = {}
    for omission in cut:
        if omission.of.witness == witness and _holds(spans, omission.of.spans):
            found.setdefault(omission.witness, IN_PART)
        if omission.of.witness == witness and _holds(omission.of.spans, spans):
            found[omission.witness] = omission.scope
    return found


def _holds(outer: Spans, inner: Spans) -> bool:
    return all(any(covers(whole, span) for whole in outer) for span in inner)


def _point(of: str, cells: dict[str, str], omissions: Sequence[Omission]) -> Point:
    cells = cells | {omission.witness: omission.scope for omission in omissions}
    return Point(omissions[0].id, of, omissions[0].of, cells)
