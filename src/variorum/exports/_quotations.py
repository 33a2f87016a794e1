"""The page's apparatus of quotations: the prints in columns, then what differs in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.exports import _labels as labels
from variorum.exports._bands import bands, tag, tags
from variorum.exports._chapters import Chapter
from variorum.exports._layers import layer_of
from variorum.exports._markup import Markup, escaped, facts, language, pick, row, table
from variorum.exports._origins import origins_told
from variorum.exports._ranked import at_a_glance, major_first
from variorum.model.annotation import Quotation
from variorum.model.story import Utterance, Variant


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
        f'1 utterance<span class="attribution"> · {_origins(page, told)}</span>',
    ]
    variants = major_first(told.variants)
    glance = " ".join(tag(first, name) for name, first in at_a_glance(variants))
    return (
        f'<article class="utterance" id="{id_}"{lights}>\n'
        f"<header><h4>{pick(id_, f'Q{number}')} {speaker}{page.ruled(told.id, f'Q{number}')}</h4>"
        f"{facts(said)}</header>\n"
        + (f'<p class="glance">{glance}</p>\n' if glance else "")
        + _asked(page, told)
        + bands(page, told, number)
        + _differences(page, variants)
        + "</article>\n"
    )


def _origins(page: Markup, told: Utterance) -> str:
    return escaped(origins_told(page.edition, told.id, told.origins))


def _asked(page: Markup, told: Utterance) -> str:
    """Return the question, and under it the prints whose words are its."""
    asked = page.edition.quotations.get(told.question or "")
    if asked is None:
        return ""
    lights = page.lights([(asked.witness, asked.spans)])
    rows = [row(f"r-{told.id}-q", lights, _asked_by(page, asked), _question(page, asked))]
    for at, (variant, reading) in enumerate(page.edition.echoes(told)):
        lights = page.lights([(reading.witness, reading.spans)])
        said = f"{page.cell(reading.witness, reading.spans)} {tags([variant])}"
        head = page.chip(reading.witness)
        rows.append(row(f"r-{told.id}-q-{at}", lights, head, said, kind="attribution"))
    return table("The question", ("Witness", "Words"), rows, kind="band asks")


def _asked_by(page: Markup, asked: Quotation) -> str:
    return f'<span class="facts">asked</span> {page.chip(asked.witness)}'


def _question(page: Markup, asked: Quotation) -> str:
    lang = language(page.edition.witnesses[asked.witness])
    return f'<p class="question" dir="auto"{lang}>{page.cell(asked.witness, asked.spans)}</p>'


def _differences(page: Markup, variants: list[Variant]) -> str:
    """Return what differs: the major variants, and the minor ones folded away."""
    head = ("Difference", "Readings")
    major = [v for v in variants if v.weight == "major"]
    minor = [v for v in variants if v.weight != "major"]
    out = table("Major differences", head, _told(page, major), kind="lost") if major else ""
    if minor:
        body = table("Minor differences", head, _told(page, minor), kind="lost")
        layers = {layer_of(v.kind) for v in minor}
        only = f" {layers.pop()}" if len(layers) == 1 else ""
        out += f'<details class="minor{only}"><summary>minor differences</summary>{body}</details>'
    return out


def _told(page: Markup, variants: Iterable[Variant]) -> Iterator[str]:
    for variant in variants:
        major = variant.weight == "major"
        name = escaped(labels.kind(variant.kind))
        mark = f'<span class="mark" aria-hidden="true">{labels.MAJOR}</span> ' if major else ""
        id_ = f"r-{variant.id}"
        reasons = escaped("; ".join(variant.reasons)) if major else ""
        why = f'<p class="why">{reasons}</p>' if reasons else ""
        yield row(
            id_,
            page.lights((r.witness, r.spans) for r in variant.readings),
            f"{mark}{pick(id_, name)}{why}",
            page.readings(variant.readings),
            kind=f"{'major' if major else 'minor'} {layer_of(variant.kind)}",
        )


def _listed(page: Markup, title: str, utterances: tuple[Utterance, ...]) -> str:
    """Return utterances of one reading, a row each, with the question that one answers."""
    if not utterances:
        return ""
    rows = []
    for told in utterances:
        prints = [page.edition.quotations[p] for p in told.prints]
        witnesses = sorted({q.witness for q in prints}, key=page.edition.index)
        first = next(q for q in prints if q.witness == witnesses[0])
        id_ = f"r-{told.id}"
        speaker = escaped(told.speaker or labels.UNKNOWN_SPEAKER)
        origins = _origins(page, told) if len(prints) > 1 else ""
        words = page.cell(first.witness, page.edition.said(first))
        lights = page.lights((q.witness, q.spans) for q in prints)
        body = f'<p class="one">{page.chips(witnesses)} {words}</p>'
        asked = page.edition.quotations.get(told.question or "")
        if asked is not None:
            body = f"{_asked_by(page, asked)} {_question(page, asked)}{body}"
        small = facts([f'<span class="attribution">{origins}</span>']) if origins else ""
        head = pick(id_, speaker) + page.ruled(told.id, speaker) + small
        rows.append(row(id_, lights, head, body))
    return f"<h4>{title}</h4>\n" + table(title, ("Speaker", "Words"), rows)
