"""The page's apparatus of quotations: what was lost in each, then its prints in full."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Row, at_a_glance, major_first
from variorum.exports._chapters import Chapter
from variorum.exports._markup import Markup, escaped, facts, language, pick, row, table
from variorum.model.story import Segment, Utterance, Variant


def quotations(page: Markup, chapter: Chapter) -> str:
    """Return every utterance of a story: compared ones first, then those printed once."""
    parts = [_utterance(page, told, number) for number, told in enumerate(chapter.compared, 1)]
    parts.append(_listed(page, "Printed alike", chapter.printed_alike))
    parts.append(_listed(page, "Printed once", chapter.printed_once))
    body = "".join(parts)
    return f"<section>\n<h3>Quotations</h3>\n{body}</section>\n" if body else ""


def _utterance(page: Markup, told: Utterance, number: int) -> str:
    id_ = f"r-{told.id}"
    prints = [page.edition.quotations[p] for p in told.prints]
    lights = page.lights((q.witness, q.spans) for q in prints)
    speaker = escaped(told.speaker or labels.UNKNOWN_SPEAKER)
    said = [
        escaped(labels.day(told.edtf)) if told.edtf else "",
        labels.counted(len(prints), "print"),
        labels.counted(told.origins, "origin"),
    ]
    variants = major_first(told.variants)
    glance = escaped(at_a_glance(variants))
    lost = (_variant(page, v) for v in variants)
    return (
        f'<article class="utterance" id="{id_}"{lights}>\n'
        f"<header><h4>{pick(id_, f'Q{number}')} {speaker}</h4>{facts(said)}</header>\n"
        + (f'<p class="glance">{labels.MAJOR} {glance}</p>\n' if glance else "")
        + _asked(page, told)
        + (table("What differs", ("Difference", "Readings"), lost, kind="lost") if variants else "")
        + table("The prints in full", ("Witness", "Words"), _prints(page, told), kind="prints")
        + "</article>\n"
    )


def _asked(page: Markup, told: Utterance) -> str:
    asked = page.edition.quotations.get(told.question or "")
    if asked is None:
        return ""
    words = f"{page.chip(asked.witness)} {page.cell(asked.witness, asked.spans)}"
    return f'<p class="asked"><span class="tag">asked</span> {words}</p>\n'


def _variant(page: Markup, variant: Variant) -> str:
    major = variant.weight == "major"
    name = escaped(labels.kind(variant.kind))
    mark = f'<span class="mark" aria-hidden="true">{labels.MAJOR}</span> ' if major else ""
    id_ = f"r-{variant.id}"
    reasons = escaped("; ".join(variant.reasons)) if major else ""
    why = f'<p class="why">{reasons}</p>' if reasons else ""
    return row(
        id_,
        page.lights((r.witness, r.spans) for r in variant.readings),
        f"{mark}{pick(id_, name)}{why}",
        page.readings(variant.readings),
        kind=variant.weight if major else "minor",
    )


def _prints(page: Markup, told: Utterance) -> Iterator[str]:
    for at, found in enumerate(page.edition.rows(told)):
        prints = [page.edition.quotations[p] for p in found.prints]
        lights = page.lights((q.witness, q.spans) for q in prints)
        first = prints[0].witness
        lang = language(page.edition.witnesses[first])
        words = _running(page, told, found)
        yield row(
            f"r-{told.id}-{at}",
            lights,
            page.chips(found.witnesses),
            f'<p class="print" dir="auto"{lang}>{words}</p>',
        )


def _running(page: Markup, told: Utterance, found: Row) -> str:
    """Return a print as running words, those that differ linked and marked, gaps named."""
    marks = page.edition.marks(told)
    witness = found.witnesses[0]
    parts: list[str] = []
    end: int | None = None
    silent: list[Segment] = []
    for at, spans in enumerate(found.cells):
        if not spans:
            silent += [told.segments[at]] if marks[at] else []
            continue
        glue = " " if end is None else page.edition.between(witness, end, spans[0][0])
        parts.append(f"{_gap(told, silent, witness)}{glue}")
        silent, end = [], spans[-1][1]
        words = page.cell(witness, spans)
        kind = marks[at] if marks else ""
        plain = escaped(page.edition.words(witness, spans))
        parts.append(f'<mark class="{kind}">{words}</mark>' if kind else plain)
    parts.append(_gap(told, silent, witness))
    return "".join(parts).strip()


def _gap(told: Utterance, segments: list[Segment], witness: str) -> str:
    """Return the names of what this witness does not print in ``segments``, or a caret."""
    if not segments:
        return ""
    here = {id_ for segment in segments for id_ in segment.variants}
    kinds = [
        labels.kind(variant.kind)
        for variant in told.variants
        if variant.id in here
        and variant.weight == "major"
        and variant.kind in labels.ABSENCES
        and any(r.witness == witness and not r.spans for r in variant.readings)
    ]
    if not kinds:
        return ' <span class="gap" aria-hidden="true">‸</span>'
    names = escaped(", ".join(dict.fromkeys(kinds)))
    return f' <span class="gap major">{labels.MAJOR} {names}</span>'


def _listed(page: Markup, title: str, utterances: tuple[Utterance, ...]) -> str:
    """Return utterances of one reading, a row each."""
    if not utterances:
        return ""
    rows = []
    for told in utterances:
        (found,) = page.edition.rows(told)
        prints = [page.edition.quotations[p] for p in found.prints]
        id_ = f"r-{told.id}"
        speaker = escaped(told.speaker or labels.UNKNOWN_SPEAKER)
        origins = labels.counted(told.origins, "origin") if len(prints) > 1 else ""
        words = page.cell(prints[0].witness, prints[0].spans)
        lights = page.lights((q.witness, q.spans) for q in prints)
        body = f'<p class="one">{page.chips(found.witnesses)} {words}</p>'
        head = pick(id_, speaker) + (facts([origins]) if origins else "")
        rows.append(row(id_, lights, head, body))
    return f"<h4>{title}</h4>\n" + table(title, ("Speaker", "Words"), rows)
