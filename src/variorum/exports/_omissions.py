"""What is left out, as points and witnesses: who prints a point, who cuts it, who passes it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._chapters import Chapter
from variorum.exports._relations import gist
from variorum.model.identity import Reading
from variorum.model.spans import Spans, covers, overlap
from variorum.model.story import Omission, Utterance

PRINTED = "printed"
IN_PART = "in-part"
Place = tuple[str, Spans]
Left = dict[str, dict[Spans, list[Omission]]]


@dataclass(frozen=True, slots=True)
class Point:
    """Something that not all witnesses print: its words in one of them, and what each does.

    ``cells`` holds for each witness that is judged ``printed``, ``in-part`` or the scope of its
    omission.
    """

    id: str
    reading: Reading
    cells: dict[str, str]


def points(edition: Edition, chapter: Chapter) -> list[tuple[str, list[Point]]]:
    """Return what is left out, in the order of the page, under the names of what it belongs to.

    What is no more than another topic for all others is no point.
    """
    left: Left = defaultdict(dict)
    for omission in chapter.omissions:
        left[omission.of.witness].setdefault(omission.of.spans, []).append(omission)
    found = [
        (f"Q{number} {told.speaker or labels.UNKNOWN_SPEAKER}", _in_utterance(edition, told, left))
        for number, told in enumerate(chapter.compared, 1)
    ]
    for number, relation in enumerate(chapter.relations, 1):
        taken = _taken(left, [(r.witness, r.spans) for r in relation.readings])
        omissions = [omission for _, here in taken for omission in here]
        cells = {r.witness: PRINTED for r in relation.readings}
        name = f"S{number} {gist(edition, relation.readings)}".strip()
        found.append((name, [_point(cells, omissions)] if omissions else []))
    rest = [_point({w: PRINTED}, here) for w, places in left.items() for here in places.values()]
    found.append(("", rest))
    grave = ((name, [p for p in here if _is_grave(p)]) for name, here in found)
    return [(name, here) for name, here in grave if here]


def _is_grave(point: Point) -> bool:
    return not set(point.cells.values()) <= {PRINTED, IN_PART, "other-topic"}


def _in_utterance(edition: Edition, told: Utterance, left: Left) -> list[Point]:
    printed = [edition.quotations[p] for p in told.prints]
    taken = _taken(left, [(q.witness, q.spans) for q in printed])
    cut = [omission for _, here in taken for omission in here]
    found = []
    for place, here in taken:
        cells = dict.fromkeys(_printing(told, place), PRINTED) | _beside(place, cut)
        found.append(_point(cells, here))
    return found


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


def unread(chapter: Chapter) -> list[str]:
    """Return the witnesses of which nobody can tell what they leave out: their language."""
    return list(dict.fromkeys(f.witness for f in chapter.flags if f.kind == labels.UNREAD))


def _taken(left: Left, sides: Sequence[Place]) -> list[tuple[Place, list[Omission]]]:
    """Take out what is left out at places that lie in one of these sides."""
    spans: dict[str, list[Spans]] = defaultdict(list)
    for witness, found in sides:
        spans[witness].append(found)
    places = [
        (witness, place)
        for witness in spans
        for place in left.get(witness, ())
        if any(_meet(place, other) for other in spans[witness])
    ]
    return [(place, left[place[0]].pop(place[1])) for place in sorted(places)]


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


def _point(cells: dict[str, str], omissions: Sequence[Omission]) -> Point:
    cells = cells | {omission.witness: omission.scope for omission in omissions}
    return Point(omissions[0].id, omissions[0].of, cells)
