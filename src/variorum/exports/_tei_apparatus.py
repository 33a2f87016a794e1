"""The utterances of a story as a TEI apparatus by parallel segmentation.

An ``app`` is one segment of an utterance; in each, every print of the utterance has one ``rdg``.
No print is the base text, so there is no ``lem`` (TEI P5, chapter 13, Critical Apparatus).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Row
from variorum.exports._chapters import Chapter
from variorum.exports._ranked import major_first
from variorum.exports._tei_draft import Draft
from variorum.exports._tei_elements import Element, add, add_date, token, write
from variorum.model.annotation import Quotation
from variorum.model.spans import Spans, overlap
from variorum.model.story import Utterance, Variant


@dataclass(frozen=True, slots=True)
class Told:
    """An utterance in the document: its xml:id, its rows with their names, how it differs."""

    name: str
    utterance: Utterance
    rows: tuple[tuple[str, Row], ...]
    variants: tuple[Variant, ...]
    marks: tuple[str, ...]


def add_story(body: Element, draft: Draft, chapter: Chapter) -> None:
    """Add a story: its utterances in the order in which every export shows them."""
    witnesses = " ".join(f"#{draft.name(w.id)}" for w in chapter.witnesses)
    name = f"s{chapter.number}"
    story = add(body, "div", type="story", xml_id=name, corresp=witnesses)
    for reason in chapter.story.reasons:
        add(story, "note", reason, type="reason")
    groups = (
        ("compared", chapter.compared),
        ("alike", chapter.printed_alike),
        ("once", chapter.printed_once),
    )
    numbered = ((kind, told) for kind, group in groups for told in group)
    for number, (kind, utterance) in enumerate(numbered, 1):
        told = Told(
            f"{name}.q{number}",
            utterance,
            tuple(_named(draft, utterance)),
            tuple(major_first(utterance.variants)),
            _marks(draft, utterance),
        )
        _add_utterance(story, draft, told, kind)


def _marks(draft: Draft, utterance: Utterance) -> tuple[str, ...]:
    """Return for each segment how it differs: ``major``, ``minor`` or nothing."""
    weights = {v.id: v.weight for v in utterance.variants}
    marks = []
    for segment in utterance.segments:
        here = {weights[v] for v in segment.variants if v in weights}
        differs = here or draft.edition.differs(segment)
        marks.append("major" if "major" in here else "minor" if differs else "")
    return tuple(marks)


def _named(draft: Draft, utterance: Utterance) -> list[tuple[str, Row]]:
    """Return the rows of an utterance in the order of the texts, each under a name of its own."""

    def place(row: Row) -> tuple[int, list[Spans]]:
        return (draft.edition.index(row.witnesses[0]), sorted(filter(None, row.cells)))

    seen: dict[str, int] = defaultdict(int)
    named = []
    for row in sorted(draft.edition.breaths(utterance), key=place):
        witness = row.witnesses[0]
        seen[witness] += 1
        named.append((draft.name(witness, seen[witness]), row))
    return named


def _add_utterance(story: Element, draft: Draft, told: Told, kind: str) -> None:
    utterance = told.utterance
    prints = [draft.edition.quotations[p] for p in utterance.prints]
    div = add(story, "div", type="utterance", subtype=kind, xml_id=told.name, n=utterance.id)
    spoken = [q.speaker for q in prints if q.speaker]
    who = f"#{draft.speaker(utterance.speaker, spoken)}" if utterance.speaker else None
    _add_head(div, utterance, who)
    asked = draft.edition.quotations.get(utterance.question or "")
    if asked is not None:
        question = add(div, "ab", type="question", n=asked.id)
        draft.add_quotation(question, asked.witness, asked.spans)
    said = add(
        add(div, "ab", type="apparatus"), "said",
        who=who, direct=_direct(prints), xml_lang=draft.language(q.witness for q in prints),
    )  # fmt: skip
    for at in range(len(told.rows[0][1].cells)):
        _add_segment(said, draft, told, at)
    for number, variant in enumerate(told.variants, 1):
        _add_variant(div, draft, told, (number, variant))
    for name, row in told.rows:
        for id_ in row.prints:
            _add_print(div, draft, told, (name, draft.edition.quotations[id_]))


def _add_head(div: Element, utterance: Utterance, who: str | None) -> None:
    head = add(div, "head")
    add(head, "name", utterance.speaker or labels.UNKNOWN_SPEAKER, ref=who)
    if utterance.edtf:
        write(head, " · ")
        add_date(head, utterance.edtf, type="occasion")
    prints = labels.counted(len(utterance.prints), "print")
    write(head, f" · {prints} · {labels.counted(utterance.origins, 'origin')}")


def _direct(prints: Sequence[Quotation]) -> str:
    """Return whether all prints are direct speech; ``unknown`` where some are and some are not."""
    forms = {q.form for q in prints}
    if len(forms) > 1:
        return "unknown"
    return {"direct": "true", "indirect": "false"}.get(min(forms), "unknown")


def _add_segment(said: Element, draft: Draft, told: Told, at: int) -> None:
    here = _variants_at(told, at)
    draft.kinds |= {v.kind for v in here}
    app = add(
        said, "app", type=_type(told, at), xml_id=f"{told.name}.a{at + 1}",
        subtype=token(here[0].kind) if here else None,
        ana=" ".join(dict.fromkeys(f"#{kind_name(v.kind)}" for v in here)),
    )  # fmt: skip
    if _spaced(draft, told, at):
        app.tail = " "
    groups: dict[str, list[tuple[str, Row]]] = defaultdict(list)
    for name, row in told.rows:
        groups[draft.edition.likeness(row.witnesses[0], row.cells[at])].append((name, row))
    for same in groups.values():
        readings = [(row.witnesses[0], row.cells[at]) for _, row in same]
        witness, spans = readings[0]
        cause = next((token(v.kind) for v in here if _concerns(v, readings)), None)
        wit = " ".join(f"#{name}" for name, _ in same)
        rdg = add(app, "rdg", wit=wit, type=None if spans else "absent", cause=cause)
        draft.quote(rdg, witness, spans)
        draft.cite(rdg, readings)


def kind_name(kind: str) -> str:
    """Return the xml:id of a kind of variants."""
    return f"kind.{token(kind)}"


def _variants_at(told: Told, at: int) -> list[Variant]:
    if not told.utterance.segments:
        return []
    ids = told.utterance.segments[at].variants
    return [v for v in told.variants if v.id in ids]


def _type(told: Told, at: int) -> str:
    """Return how a segment differs; ``agreed`` where at most points and capitals do."""
    if told.marks and told.marks[at]:
        return told.marks[at]
    if len(told.rows) == 1:
        return "single"
    return "agreed" if all(row.cells[at] for _, row in told.rows) else "partial"


def _concerns(variant: Variant, readings: Sequence[tuple[str, Spans]]) -> bool:
    """Tell whether a variant is the cause of these readings: where one is silent, of its alone."""
    silent = {side.witness for side in variant.readings if not side.spans}
    if silent:
        return any(witness in silent and not spans for witness, spans in readings)
    return any(
        side.witness == witness and overlap(one, other)
        for side in variant.readings
        for witness, spans in readings
        for one in side.spans
        for other in spans
    )


def _spaced(draft: Draft, told: Told, at: int) -> bool:
    """Tell whether any print has a space, or anything, between this segment and its next words."""
    for _, row in told.rows:
        later = next((spans for spans in row.cells[at + 1 :] if spans), None)
        if row.cells[at] and later:
            end, start = row.cells[at][-1][1], later[0][0]
            if draft.edition.between(row.witnesses[0], end, start):
                return True
    return False


def _add_variant(div: Element, draft: Draft, told: Told, numbered: tuple[int, Variant]) -> None:
    """Add a note that says what differs, why it is said, and what each witness has."""
    number, variant = numbered
    draft.kinds.add(variant.kind)
    segments = enumerate(told.utterance.segments, 1)
    places = [f"#{told.name}.a{at}" for at, s in segments if variant.id in s.variants]
    note = add(
        div, "note", type=token(variant.weight), subtype=token(variant.kind),
        xml_id=f"{told.name}.v{number}", n=variant.id, ana=f"#{kind_name(variant.kind)}",
        target=" ".join(places or [f"#{told.name}"]),
    )  # fmt: skip
    add(note, "label", labels.kind(variant.kind))
    for reason in variant.reasons:
        add(note, "desc", reason)
    for reading in variant.readings:
        if reading.spans:
            draft.add_quotation(note, reading.witness, reading.spans)
        else:
            silent = f"{draft.edition.siglum(reading.witness)} {labels.ABSENT}"
            add(note, "ref", silent, type="absent", target=f"#{draft.name(reading.witness)}")


def _add_print(div: Element, draft: Draft, told: Told, named: tuple[str, Quotation]) -> None:
    """Add where a print stands and in which form, with the words that say who speaks."""
    name, print_ = named
    detail = add(
        div, "witDetail", type=token(print_.form), subtype=token(print_.use),
        wit=f"#{name}", target=f"#{told.name}", n=print_.id,
    )  # fmt: skip
    draft.cite(detail, [(print_.witness, print_.spans)])
    named_at = print_.speaker.span if print_.speaker else None
    sources = print_.sources or ((named_at,) if named_at else ())
    negated = "negated" if print_.negated else None
    for kind, subtype, spans in (("source", None, sources), ("cue", negated, print_.cue)):
        if spans:
            write(detail, " " if len(detail) else "")
            seg = add(detail, "seg", type=kind, subtype=subtype)
            draft.quote(seg, print_.witness, spans)
            draft.cite(seg, [(print_.witness, spans)])
