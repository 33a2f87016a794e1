"""The timeline: what has a date, merged over witnesses where they are known to tell one thing.

Nothing is compared anew here. Statements stand together by their relations, prints by their
utterance; a statement with two dates stands under each. Dates are only set beside one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from variorum.align.gathering.occasions import time_of
from variorum.align.prints import Print
from variorum.model.annotation import AnnotatedArticle, Time
from variorum.model.edtf import certain, is_compatible, order, read
from variorum.model.identity import sign
from variorum.model.spoken import spoken_in
from variorum.model.story import Dating, Event, Relation, Utterance

# Relations of statements that tell one event; the others are of another time or scope.
_OF_ONE = frozenset({"same", "stronger", "broader", "incompatible"})

# A statement under one of its dates; "" where it has none.
_Node = tuple[str, str]


def find_events(
    articles: Sequence[AnnotatedArticle],
    prints: Mapping[str, Print],
    utterances: Sequence[Utterance],
    relations: Sequence[Relation],
) -> tuple[Event, ...]:
    """Return what has a date, an event a row, with the date that each witness gives.

    Args:
        articles: the witnesses of one story.
        prints: their quotations, by id.
        utterances: of them; an utterance is dated by the sentences that say who spoke.
        relations: of their statements.
    """
    stated = _Stated.of(articles, {r.statement for one in relations for r in one.readings})
    groups = _groups(stated, relations)
    found = [_event(stated.told(nodes), stated.dated(nodes), ()) for nodes in groups]
    for utterance in utterances:
        if dates := _spoken(utterance, prints):
            found.append(_event((), dates, (utterance.id,)))
    return tuple(sorted(found, key=lambda event: (order(event.edtf), event.id)))


@dataclass(frozen=True, slots=True)
class _Stated:
    """The statements of a story: the place of each in content order, and its dates by value."""

    places: Mapping[str, int]
    dates: Mapping[str, Mapping[str, Dating]]

    @classmethod
    def of(cls, articles: Sequence[AnnotatedArticle], related: Set[str]) -> _Stated:
        """Return them; what stands in direct speech is one of them where it is related only."""
        places: dict[str, int] = {}
        dates: dict[str, dict[str, Dating]] = {}
        for item in sorted(articles, key=lambda a: a.article.id):
            times = {time.id: time for time in item.times}
            alone = spoken_in(item.statements, item.quotations).keys() - related
            told = (s for s in item.statements if s.id not in alone)
            for statement in sorted(told, key=lambda s: (s.spans, s.id)):
                places[statement.id] = len(places)
                known = [times[id_] for id_ in statement.times if id_ in times]
                mine = dates[statement.id] = {}
                for time in sorted(known, key=lambda t: t.span):
                    if _is_placed(time.edtf):
                        mine.setdefault(certain(time.edtf), _dating(statement.id, time))
        return cls(places, dates)

    def nodes(self) -> Iterator[_Node]:
        """Yield each statement under each of its dates."""
        yield from ((id_, value) for id_, dates in self.dates.items() for value in dates)

    def told(self, nodes: Iterable[_Node]) -> tuple[str, ...]:
        """Return the statements, in content order."""
        return tuple(sorted({id_ for id_, _ in nodes}, key=self.places.__getitem__))

    def dated(self, nodes: Iterable[_Node]) -> list[Dating]:
        """Return the dates, in the order of their statements."""
        known = [self.dates[id_][value] for id_, value in nodes if value]
        return sorted(known, key=lambda d: (self.places[d.of], d.edtf))


def _groups(stated: _Stated, relations: Iterable[Relation]) -> list[tuple[_Node, ...]]:
    """Return what tells one event, by the relations of statements."""
    above: dict[_Node, _Node] = {}

    def top(node: _Node) -> _Node:
        while (over := above.get(node, node)) != node:
            above[node] = above.get(over, over)
            node = over
        return node

    for relation in relations:
        if relation.relation in _OF_ONE:
            first, *others = (r.statement for r in relation.readings)
            for other in others:
                for pair in _matched(stated, first, other):
                    one, two = sorted(map(top, pair))
                    above[two] = one
    groups: dict[_Node, list[_Node]] = defaultdict(list)
    for node in {*stated.nodes(), *above, *above.values()}:
        groups[top(node)].append(node)
    return [tuple(sorted(nodes)) for _, nodes in sorted(groups.items())]


def _matched(stated: _Stated, one: str, other: str) -> Iterator[tuple[_Node, _Node]]:
    """Yield the dates of two statements that go together.

    Those that do not exclude one another do; two that do, where each statement has but one date;
    and the only date of a statement with none of the other.
    """
    sides = [list(stated.dates.get(id_, ())) for id_ in (one, other)]
    if not any(sides):
        return
    single = max(map(len, sides)) == 1
    for a in sides[0] or ([""] if single else []):
        for b in sides[1] or ([""] if single else []):
            if single or is_compatible(a, b):
                yield (one, a), (other, b)


def _spoken(utterance: Utterance, prints: Mapping[str, Print]) -> list[Dating]:
    """Return when each print of an utterance says that it was made."""
    known = ((prints[id_], id_) for id_ in utterance.prints if id_ in prints)
    return [_dating(id_, time) for one, id_ in known if (time := time_of(one))]


def _dating(of: str, time: Time) -> Dating:
    return Dating(witness=time.witness, of=of, edtf=time.edtf, time=time.id)


def _is_placed(edtf: str) -> bool:
    """Tell whether a value has a place in time."""
    value = read(edtf)
    return value is not None and (value.start is not None or value.end is not None)


def _event(
    statements: tuple[str, ...], dates: Sequence[Dating], utterances: tuple[str, ...]
) -> Event:
    edtf = _joint({d.edtf for d in dates})
    unsigned = Event(
        id="", edtf=edtf, statements=statements, utterances=utterances, dates=tuple(dates)
    )
    return sign(unsigned, {})


def _joint(values: Iterable[str]) -> str:
    """Return the narrowest of some values, or the set of those that exclude one another."""
    kept: list[str] = []
    for edtf in sorted(values, key=_by_length):
        if all(not is_compatible(edtf, other) for other in kept):
            kept.append(edtf)
    if len(kept) == 1:
        return kept[0]
    parts = (edtf.strip("[]{}").replace("/", "..").replace("....", "..") for edtf in kept)
    return f"[{','.join(sorted(parts, key=order))}]"


def _by_length(edtf: str) -> tuple[bool, int, bool, str]:
    """Return a key that sorts the narrowest first, the certain before the uncertain."""
    value = read(edtf)
    if value is None or value.start is None or value.end is None:
        return (True, 0, False, edtf)
    return (False, value.end - value.start, value.uncertain, edtf)
