"""What is other with the statements of a record: how they relate, and which stand alone.

Relations are the same where they hold two statements in common, one of them perhaps told by a
witness whose text has changed since.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence

from variorum.model.annotation import Statement
from variorum.model.changes import Change, Point
from variorum.model.identity import Reading
from variorum.model.record import Record
from variorum.model.story import Relation, StatementReading
from variorum.review.counterparts import Company, by_id
from variorum.review.facts import changed

# So many relations of one statement are looked at: more than fifty witnesses give.
MOST = 64
ENOUGH = 2
_ORDERED = frozenset({"stronger", "broader"})


def changed_relations(old: Record, new: Record, witnesses: Company) -> Iterator[Point]:
    """Yield the relations that are new, gone, of another kind or held by other witnesses."""
    stood = {s.id for s in old.statements}
    for was, now in _pairs(old.relations, new.relations, witnesses):
        changes = tuple(_relation_changes(was, now, stood))
        if changes:
            yield Point(
                array="relations",
                old=(was.id,) if was else (),
                new=(now.id,) if now else (),
                changes=changes,
            )


def changed_single(old: Record, new: Record) -> Iterator[Point]:
    """Yield the statements that one witness alone has since, or no longer has."""
    before, after = set(old.single), set(new.single)
    was, now = ({s.id: s for s in record.statements} for record in (old, new))
    fellows = _fellows(new.relations)
    for id_ in dict.fromkeys((*old.single, *new.single)):
        statement = now.get(id_) or was.get(id_)
        if statement is None or (id_ in before and id_ in after):
            continue
        if id_ not in now or id_ not in was:
            kind = "gone" if id_ not in now else "new"
            change = Change(kind=kind, readings=_own(statement))
        elif id_ in before:
            readings = _readings(fellows.get(id_, ()))
            change = Change(kind="no-longer-single", readings=readings)
        else:
            change = Change(kind="now-single", readings=_own(statement))
        here = (id_,)
        yield Point(
            array="single",
            old=here if id_ in was else (),
            new=here if id_ in now else (),
            changes=(change,),
        )


def _own(statement: Statement) -> tuple[Reading, ...]:
    return (Reading(witness=statement.witness, spans=statement.spans),)


def _fellows(relations: Iterable[Relation]) -> dict[str, list[StatementReading]]:
    """Return for each statement the readings of others that it is related to."""
    found: dict[str, dict[str, StatementReading]] = defaultdict(dict)
    for relation in relations:
        for reading in relation.readings[:MOST]:
            for other in relation.readings[:MOST]:
                if other.statement != reading.statement:
                    found[reading.statement][other.statement] = other
    return {statement: list(others.values()) for statement, others in found.items()}


def _pairs(
    olds: Sequence[Relation], news: Sequence[Relation], witnesses: Company
) -> Iterator[tuple[Relation | None, Relation | None]]:
    """Yield each relation beside its counterpart: the same id, else most statements in common."""
    pairs = by_id(olds, news)
    taken = set(pairs.values())
    shared = _shared(
        [(at, r) for at, r in enumerate(olds) if at not in pairs],
        [(at, r) for at, r in enumerate(news) if at not in taken],
    )

    def worth(pair: tuple[int, int]) -> tuple[bool, int]:
        one, other = olds[pair[0]], news[pair[1]]
        renewed = {witnesses.successor.get(r.witness) for r in one.readings}
        again = sum(r.witness in renewed for r in other.readings)
        return one.relation == other.relation, shared[pair] + again

    worths = {pair: worth(pair) for pair in shared}
    for at, other in sorted(worths, key=lambda p: (not worths[p][0], -worths[p][1], p)):
        if worths[at, other][1] >= ENOUGH and at not in pairs and other not in taken:
            pairs[at] = other
            taken.add(other)
    yield from ((old, news[pairs[at]] if at in pairs else None) for at, old in enumerate(olds))
    yield from ((None, new) for at, new in enumerate(news) if at not in taken)


def _shared(
    olds: Iterable[tuple[int, Relation]], news: Iterable[tuple[int, Relation]]
) -> Counter[tuple[int, int]]:
    """Return how many statements two relations have in common, for those that have any."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, relation in news:
        for statement in {r.statement for r in relation.readings}:
            holders[statement].append(at)
    counts: Counter[tuple[int, int]] = Counter()
    for at, relation in olds:
        for statement in {r.statement for r in relation.readings}:
            counts.update((at, other) for other in holders.get(statement, ())[:MOST])
    return counts


def _relation_changes(
    was: Relation | None, now: Relation | None, stood: Container[str]
) -> Iterator[Change]:
    if now is None:
        assert was is not None  # noqa: S101 - a pair has a side
        yield Change(kind="gone", was=was.relation, readings=_readings(was.readings))
        return
    if was is None:
        old = any(r.statement in stood for r in now.readings)
        kind = "now-differs" if old and now.relation != "same" else "new"
        yield Change(kind=kind, now=now.relation, readings=_readings(now.readings))
        return
    yield from changed(was, now, ("relation", "origins"))
    before, after = ([r.statement for r in relation.readings] for relation in (was, now))
    if was.relation == now.relation in _ORDERED and before[:1] != after[:1] and after[0] in before:
        yield Change(kind="changed", field="first", was=before[0], now=after[0])
    for reading in now.readings:
        if reading.statement not in before:
            yield Change(kind="reading-new", of=reading.statement, readings=_readings([reading]))
    for reading in was.readings:
        if reading.statement not in after:
            yield Change(kind="reading-gone", of=reading.statement, readings=_readings([reading]))


def _readings(readings: Iterable[StatementReading]) -> tuple[Reading, ...]:
    return tuple(Reading(witness=r.witness, spans=r.spans) for r in readings)
