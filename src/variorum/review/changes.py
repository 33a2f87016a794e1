"""What is other in a record than in an earlier one: what a new witness did to each point.

The two records are read as they stand; nothing is aligned again. Scores, reasons and what is
derived from the rest (events, origins) are not compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.model.changes import CHANGES_FORM, Change, Changes, Point
from variorum.model.identity import Reading
from variorum.model.record import Record
from variorum.model.story import Story
from variorum.review.changed_omissions import changed_omissions
from variorum.review.changed_rows import changed_copies, changed_facts, changed_rows
from variorum.review.changed_statements import changed_relations, changed_single
from variorum.review.changed_utterances import changed_utterances
from variorum.review.counterparts import Company, company, components
from variorum.review.facts import regrouping

# The arrays that are compared, in the order in which a record has them.
_ORDER = (
    *("witnesses", "stories", "quotations", "utterances", "statements", "relations", "single"),
    *("copies", "omissions", "times", "places", "flags", "rulings", "rejected"),
)


def compare(old: Record, new: Record) -> Changes:
    """Return what is other in ``new`` than in ``old``; a record beside itself has no points."""
    witnesses = company(old, new)
    points = [
        *changed_facts(old, new, witnesses),
        *_changed_stories(old, new, witnesses),
        *changed_utterances(old, new),
        *changed_relations(old, new, witnesses),
        *changed_single(old, new),
        *changed_copies(old, new, witnesses),
        *changed_omissions(old, new, witnesses),
        *changed_rows(old, new),
    ]
    return Changes(
        changes=CHANGES_FORM,
        old=old.made_by,
        new=new.made_by,
        witnesses=witnesses.fellows,
        points=_in_order(points, old, new),
    )


def _in_order(points: Iterable[Point], old: Record, new: Record) -> tuple[Point, ...]:
    """Sort points by array, then by place in the new record; what is gone stands last."""
    places = [_places(old), _places(new)]

    def key(point: Point) -> tuple[object, ...]:
        side = 1 if point.new else 0
        first = min(places[side][point.array, id_] for id_ in (point.old, point.new)[side])
        return (_ORDER.index(point.array), not point.new, first)

    return tuple(sorted(points, key=key))


def _places(record: Record) -> dict[tuple[str, str], int]:
    """Return where each object stands; what is single stands where its statement does."""
    return {
        (array, noun.id): at
        for array in _ORDER
        for at, noun in enumerate(getattr(record, "statements" if array == "single" else array))
    }


def _changed_stories(old: Record, new: Record, witnesses: Company) -> Iterator[Point]:
    before = [(s.id, *map(witnesses.now, s.witnesses)) for s in old.stories]
    after = [(s.id, *s.witnesses) for s in new.stories]
    for olds, news in components(before, after):
        was, now = [old.stories[at] for at in olds], [new.stories[at] for at in news]
        if changes := tuple(_story_changes(was, now, witnesses)):
            yield Point(
                array="stories",
                old=tuple(story.id for story in was),
                new=tuple(story.id for story in now),
                changes=changes,
            )


def _story_changes(was: list[Story], now: list[Story], witnesses: Company) -> Iterator[Change]:
    before = tuple(w for story in was for w in story.witnesses)
    after = tuple(w for story in now for w in story.witnesses)
    if not was or not now:
        yield Change(kind="new" if now else "gone", readings=_bare(before + after))
        return
    alike = sorted(s.witnesses for s in was) == sorted(s.witnesses for s in now)
    if not alike and (kind := regrouping(len(was), len(now))):
        yield Change(kind=kind, was=str(len(was)), now=str(len(now)), readings=_bare(after))
    came = [w for w in after if w not in {witnesses.now(w) for w in before}]
    left = [w for w in before if witnesses.now(w) not in after]
    if came:
        yield Change(kind="reading-new", readings=_bare(came))
    if left:
        yield Change(kind="reading-gone", readings=_bare(left))


def _bare(witnesses: Iterable[str]) -> tuple[Reading, ...]:
    return tuple(Reading(witness=w, spans=()) for w in witnesses)
