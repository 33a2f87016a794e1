"""The record as Markdown (CommonMark with tables) for a wiki, an issue or a notebook.

What a source prints is text only: every character that Markdown would act on is escaped, and no
address in it becomes a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports import _rulings as ruled
from variorum.exports._addresses import url
from variorum.exports._apparatus import Edition
from variorum.exports._breaths import said_in
from variorum.exports._chapters import Chapter, arranged
from variorum.exports._clean import one_line
from variorum.exports._dates import told as told_date
from variorum.exports._events import tellings, values
from variorum.exports._omissions import graded
from variorum.exports._origins import origins_told, runs
from variorum.exports._proof import spans_line
from variorum.exports._ranked import major_first
from variorum.exports._relations import by_kind
from variorum.model.record import Record, Witness
from variorum.model.spans import Spans
from variorum.model.story import Utterance

MEDIA_TYPE = "text/markdown"
_ACTS = re.compile(r"[\\`*_\[\]<>|~&$@!#{}()]|(?<=:)/(?=/)|(?<=www)\.", re.IGNORECASE)


def render(record: Record, surface: Surface) -> str:
    """Return the record as a page of Markdown; the surface shows some of its layers."""
    edition = Edition(record)
    chapters = arranged(edition, surface.layers)
    lines = [f"# {labels.heading(len(record.witnesses), len(chapters))}", ""]
    lines += _table(("", "outlet", "published", "title"), map(_witness, record.witnesses))
    for chapter in chapters:
        if len(chapters) > 1:
            lines += [f"## Story {chapter.number}", ""]
        for title, body in _sections(edition, chapter):
            if body:
                lines += [f"## {title}", "", *body, ""]
    if signs := labels.legend("\n".join(lines)):
        lines += [_text(signs), ""]
    lines += [f"{spans_line(record)} · sha256 `{record.made_by.digest}`"]
    return "\n".join(lines) + "\n"


def _sections(edition: Edition, chapter: Chapter) -> Iterator[tuple[str, list[str]]]:
    for number, told in enumerate(chapter.compared, 1):
        facts = [told.speaker or labels.UNKNOWN_SPEAKER, told.edtf and labels.day(told.edtf)]
        facts += [labels.counted(len(told.prints), "print")]
        facts += [origins_told(edition, told.id, told.origins)]
        title = " · ".join(_text(fact) for fact in facts if fact)
        yield f"Utterance {number} · {title}", _apparatus(edition, told)
    printed = (*chapter.printed_alike, *chapter.printed_once)
    yield "Printed alike, or once", [line for told in printed for line in _listed(edition, told)]
    yield "Shared", _shared(edition, chapter)
    for witness, statements in chapter.single:
        told_here = [f"- {_words(edition, s.witness, edition.stated(s))}" for s in statements]
        yield f"Only in {_text(witness.siglum)}", told_here
    yield "Left out", _left_out(edition, chapter)
    yield "Copied", _copied(edition, chapter)
    yield "Timeline", _timeline(edition, chapter)
    flags = (
        f"- {_words(edition, f.witness, f.spans)} · **{labels.flag(f.kind)}** {_text(f.note)}"
        for f in chapter.flags
    )
    yield "Flags", list(flags)
    yield "Rulings", [_ruling(edition, chapter, at) for at in range(len(chapter.rulings))]


def _witness(witness: Witness) -> tuple[str, ...]:
    title = _text(witness.title or labels.NO_TITLE)
    address = url(witness)
    linked = f"[{title}](<{address}>)" if address else title
    dated = " ".join(filter(None, labels.dated(witness)))
    return witness.siglum, _text(witness.outlet or labels.UNKNOWN_OUTLET), _text(dated), linked


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    titles = list(head)
    lines = [titles, ["---"] * len(titles), *rows]
    return [*(f"| {' | '.join(line)} |" for line in lines), ""]


def _apparatus(edition: Edition, told: Utterance) -> list[str]:
    lines = [part for asked in _asked(edition, told) for part in (asked, "")]
    lines += _prints(edition, told)
    variants = major_first(told.variants)
    lines += [""] if variants else []
    for variant in variants:
        name = labels.kind(variant.kind)
        name = f"**{labels.MAJOR} {name.upper()}**" if variant.weight == "major" else name
        readings = " · ".join(_words(edition, r.witness, r.spans) for r in variant.readings)
        lines.append(f"- {name}: {readings}" + _why(variant.reasons))
    return lines


def _asked(edition: Edition, told: Utterance) -> list[str]:
    """Return the question that an utterance answers, where its witness prints it."""
    asked = edition.quotations.get(told.question or "")
    return [f"asked: {_words(edition, asked.witness, asked.spans)}"] if asked else []


def _listed(edition: Edition, told: Utterance) -> list[str]:
    return [*(f"- {asked}" for asked in _asked(edition, told)), *_prints(edition, told)]


def _prints(edition: Edition, told: Utterance) -> list[str]:
    lines = []
    for row in edition.rows(told):
        sigla = " ".join(edition.siglum(w) for w in row.witnesses)
        where = f" {labels.heading_of(row.heading)}" if row.heading else ""
        words = _text(edition.words(row.witnesses[0], said_in(edition, row)))
        lines.append(f"- **{sigla}**{where} {words}")
    return lines


def _shared(edition: Edition, chapter: Chapter) -> list[str]:
    lines = []
    for kind, relations in by_kind(chapter.relations):
        sign, name = labels.relations(kind)
        lines += [f"### {_text(sign)} {_text(name)}", ""]
        for number, relation in relations:
            told = labels.relation(kind, [edition.siglum(r.witness) for r in relation.readings])
            origins = origins_told(edition, relation.id, relation.origins)
            lines.append(f"- S{number} · {_text(told)} · {_text(origins)}{_why(relation.reasons)}")
            for reading in relation.readings:
                holder = edition.holder(reading)
                held = f" ({_text(holder)})" if holder else ""
                lines.append(
                    f"  - {_words(edition, reading.witness, edition.shown(reading))}{held}"
                )
        lines.append("")
    return lines


def _left_out(edition: Edition, chapter: Chapter) -> list[str]:
    return [
        f"- {labels.scope(scope)}: **{' '.join(edition.siglum(w) for w in silent)}** · in"
        f" {_words(edition, of.witness, of.spans)}"
        for scope, found in graded(chapter)
        if scope != "other-topic"
        for of, silent in found
    ]


def _copied(edition: Edition, chapter: Chapter) -> list[str]:
    return [
        f"- {_words(edition, run.to.witness, (run.to.span,))} · {_text(run.told(edition))}"
        for run in runs(chapter.copies)
    ]


def _timeline(edition: Edition, chapter: Chapter) -> list[str]:
    lines = []
    for event in chapter.events:
        dates = " · ".join(_text(told_date(value)) for value in values(event))
        lines.append(f"- {dates}")
        for one in tellings(edition, event):
            lines.append(f"  - {_words(edition, one.witness, one.spans)}")
    return lines


def _ruling(edition: Edition, chapter: Chapter, at: int) -> str:
    ruling = chapter.rulings[at]
    number = ruled.numbered(edition)[ruling.id]
    told = (ruled.title(ruling), ruled.byline(ruling), ruled.state(edition, ruling), ruling.why)
    return f"- R{number} {_text(' · '.join(filter(None, told)))}"


def _why(reasons: Iterable[str]) -> str:
    told = "; ".join(reasons)
    return f" *{_text(told)}*" if told.strip() else ""


def _words(edition: Edition, witness: str, spans: Spans) -> str:
    words = _text(edition.words(witness, spans)) if spans else labels.ABSENT
    return f"**{edition.siglum(witness)}** {words}"


def _text(words: str) -> str:
    """Return words as text of Markdown, which acts on no character of it."""
    return _ACTS.sub(lambda found: f"\\{found.group()}", one_line(words))
