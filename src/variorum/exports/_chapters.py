"""The stories of a record, arranged for a reader: the order in which every human export shows it.

Quotations come first, those with most to see at their head; then what the witnesses share, what
only one has, what was left out, copies, events, times, places, flags and rulings. Nothing is
decided here: records are looked up, grouped and sorted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from variorum.exports._apparatus import Edition
from variorum.exports._events import tellings
from variorum.exports._labels import RELATION_ORDER
from variorum.exports._layers import LAYERS, layer_of
from variorum.model.annotation import Flag, Place, Statement, Time
from variorum.model.edtf import order
from variorum.model.record import Witness
from variorum.model.rulings import Ruling
from variorum.model.spans import Span, Spans, overlap
from variorum.model.story import Copy, Event, Omission, Relation, Story, Utterance


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One story and everything a record says of it, in the order a reader wants it."""

    number: int
    story: Story
    witnesses: tuple[Witness, ...]
    compared: tuple[Utterance, ...] = ()
    printed_alike: tuple[Utterance, ...] = ()
    printed_once: tuple[Utterance, ...] = ()
    relations: tuple[Relation, ...] = ()
    single: tuple[tuple[Witness, tuple[Statement, ...]], ...] = ()
    omissions: tuple[Omission, ...] = ()
    copies: tuple[Copy, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[tuple[str, tuple[Time, ...]], ...] = ()
    places: tuple[Place, ...] = ()
    flags: tuple[Flag, ...] = ()
    rulings: tuple[Ruling, ...] = ()


def arranged(edition: Edition, layers: frozenset[str] = frozenset(LAYERS)) -> tuple[Chapter, ...]:
    """Return the stories of the record in the order of their first witness, in ``layers`` only."""
    told = {w for story in edition.record.stories for w in story.witnesses}
    apart = tuple(Story(id="", witnesses=(w,)) for w in edition.witnesses if w not in told)
    stories = sorted(
        edition.record.stories + apart, key=lambda s: sorted(map(edition.index, s.witnesses))
    )
    chapters = (_chapter(edition, number, story) for number, story in enumerate(stories, 1))
    return tuple(_within(chapter, layers) for chapter in chapters)


def _within(chapter: Chapter, layers: frozenset[str]) -> Chapter:
    """Return a chapter without what belongs to other layers; its numbers stay what they are."""
    if layers >= LAYERS.keys():
        return chapter
    compared = tuple(
        replace(told, variants=tuple(v for v in told.variants if layer_of(v.kind) in layers))
        for told in chapter.compared
    )
    chapter = replace(chapter, compared=compared)
    if "substance" not in layers:
        chapter = replace(chapter, relations=(), single=(), omissions=())
    return chapter if "attribution" in layers else replace(chapter, copies=())


def _chapter(edition: Edition, number: int, story: Story) -> Chapter:
    inside = frozenset(story.witnesses)
    record = edition.record
    spoken = [u for u in record.utterances if _speaks_in(edition, u, inside)]
    compared, alike, once = _by_interest(edition, spoken)
    return Chapter(
        number=number,
        story=story,
        witnesses=tuple(w for w in record.witnesses if w.id in inside),
        compared=compared,
        printed_alike=alike,
        printed_once=once,
        relations=_relations(edition, inside),
        single=_single(edition, inside, shown(edition, spoken)),
        omissions=tuple(
            sorted(
                (o for o in record.omissions if o.witness in inside),
                key=lambda o: (
                    edition.place_of(o.of.witness, o.of.spans),
                    edition.index(o.witness),
                ),
            )
        ),
        copies=tuple(c for c in record.copies if c.to.witness in inside),
        events=_events(edition, inside),
        times=_times(edition, inside),
        places=tuple(p for p in record.places if p.witness in inside),
        flags=tuple(
            sorted(
                (f for f in record.flags if f.witness in inside),
                key=lambda f: (edition.place_of(f.witness, f.spans), f.kind),
            )
        ),
        rulings=tuple(r for r in record.rulings if _concerns(r, inside, edition)),
    )


def _concerns(ruling: Ruling, inside: frozenset[str], edition: Edition) -> bool:
    """Tell whether a ruling is about a witness of a chapter, or about no witness that is here."""
    here = edition.witnesses.keys()
    return not inside.isdisjoint(ruling.witnesses) or here.isdisjoint(ruling.witnesses)


def _speaks_in(edition: Edition, utterance: Utterance, inside: frozenset[str]) -> bool:
    return any(edition.quotations[p].witness in inside for p in utterance.prints)


def _by_interest(
    edition: Edition, utterances: list[Utterance]
) -> tuple[tuple[Utterance, ...], tuple[Utterance, ...], tuple[Utterance, ...]]:
    """Return utterances whose prints differ, those printed alike, and those printed once."""

    def at(utterance: Utterance) -> tuple[int, Spans]:
        return min(
            edition.place_of(q.witness, q.spans)
            for q in (edition.quotations[p] for p in utterance.prints)
        )

    def interest(utterance: Utterance) -> tuple[int, int, int]:
        major = sum(v.weight == "major" for v in utterance.variants)
        return (-major, -len(utterance.prints), -len(utterance.variants))

    compared: list[Utterance] = []
    alike: list[Utterance] = []
    once: list[Utterance] = []
    for utterance in sorted(utterances, key=at):
        if utterance.variants or len(edition.rows(utterance)) > 1:
            compared.append(utterance)
        else:
            (alike if len(utterance.prints) > 1 else once).append(utterance)
    return tuple(sorted(compared, key=interest)), tuple(alike), tuple(once)


def _relations(edition: Edition, inside: frozenset[str]) -> tuple[Relation, ...]:
    def rank(relation: Relation) -> tuple[int, list[tuple[int, Spans]]]:
        known = relation.relation in RELATION_ORDER
        order = RELATION_ORDER.index(relation.relation) if known else len(RELATION_ORDER)
        return order, [edition.place_of(r.witness, r.spans) for r in relation.readings]

    found = (r for r in edition.record.relations if any(s.witness in inside for s in r.readings))
    return tuple(sorted(found, key=rank))


def shown(edition: Edition, utterances: Iterable[Utterance]) -> dict[str, list[Span]]:
    """Return the stretches of each witness that stand among the quotations, in order."""
    shown: dict[str, list[Span]] = defaultdict(list)
    for utterance in utterances:
        for print_ in (edition.quotations[p] for p in utterance.prints):
            shown[print_.witness] += print_.spans
    return {witness: sorted(spans) for witness, spans in shown.items()}


def _single(
    edition: Edition, inside: frozenset[str], shown: dict[str, list[Span]]
) -> tuple[tuple[Witness, tuple[Statement, ...]], ...]:
    """Return what only one witness states, but for what stands among the quotations."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for id_ in edition.record.single:
        statement = edition.statements[id_]
        spoken = statement.holder and touches(statement, shown.get(statement.witness, []))
        if statement.witness in inside and not spoken:
            groups[statement.witness].append(statement)
    return tuple(
        (edition.witnesses[w], tuple(sorted(groups[w], key=lambda s: s.spans)))
        for w in sorted(groups, key=edition.index)
    )


def touches(statement: Statement, spans: list[Span]) -> bool:
    """Tell whether a statement lies over one of ``spans``, which stand in their order."""
    return any(
        0 <= at < len(spans) and overlap(spans[at], span) > 0
        for span in statement.spans
        for at in (bisect_right(spans, span), bisect_right(spans, span) - 1)
    )


def _events(edition: Edition, inside: frozenset[str]) -> tuple[Event, ...]:
    """Return the events of a story by date, those of one date in the order of the witnesses."""
    found = [
        (min(edition.place_of(one.witness, one.spans) for one in told), event)
        for event in edition.record.events
        if (told := tellings(edition, event)) and told[0].witness in inside
    ]
    return tuple(event for _, event in sorted(found, key=lambda e: (order(e[1].edtf), e[0])))


def _times(edition: Edition, inside: frozenset[str]) -> tuple[tuple[str, tuple[Time, ...]], ...]:
    groups: dict[str, list[Time]] = defaultdict(list)
    for time in edition.record.times:
        if time.witness in inside:
            groups[time.edtf].append(time)
    return tuple(
        (
            edtf,
            tuple(sorted(groups[edtf], key=lambda t: edition.place_of(t.witness, (t.span,)))),
        )
        for edtf in sorted(groups, key=order)
    )
