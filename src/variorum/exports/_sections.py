"""The page's other tables: shared, single, left out, copied, places, flags and rulings."""

from __future__ import annotations

from variorum.exports import _labels as labels
from variorum.exports import _rulings as ruled
from variorum.exports._chapters import Chapter
from variorum.exports._markup import Markup, escaped, facts, pick, row, table
from variorum.exports._matrix import omissions
from variorum.exports._origins import copies_under, origins_told, runs
from variorum.exports._place_rows import places
from variorum.exports._quotations import quotations
from variorum.exports._relations import Numbered, by_kind, dates, gist
from variorum.exports._tied import origins as drawn
from variorum.exports._times import times
from variorum.model.annotation import Statement
from variorum.model.spans import Spans
from variorum.model.story import Relation

_SHARED = "plain relations"


def story(page: Markup, chapter: Chapter, *, alone: bool) -> str:
    """Return everything a record says of one story, quotations first."""
    title = "The apparatus" if alone else f"Story {chapter.number}"
    hidden = ' class="vh"' if alone else ""
    told = "" if alone else " " + page.chips(w.id for w in chapter.witnesses)
    why = escaped("; ".join(chapter.story.reasons))
    parts = (quotations, shared, single, omissions, origins, copies, times, places, flags, rulings)
    body = "".join(part(page, chapter) for part in parts)
    return (
        f'<section class="story" aria-labelledby="story-{chapter.number}">\n'
        f'<h2 id="story-{chapter.number}"{hidden}>{title}{told}</h2>\n'
        + (f'<p class="facts">together by: {why}</p>\n' if why else "")
        + f"{body}</section>\n"
    )


def shared(page: Markup, chapter: Chapter) -> str:
    """Return how statements of several witnesses stand to one another, by relation."""
    told_in = _told_in(chapter)
    parts = []
    for kind, relations in by_kind(chapter.relations):
        sign, name = labels.relations(kind)
        rows = [_relation(page, numbered, told_in) for numbered in relations]
        title = f'<span class="sign" aria-hidden="true">{sign}</span> {escaped(name)}'
        body = table(f"Shared, {escaped(name)}", ("Relation", "Readings"), rows, kind=_SHARED)
        parts.append(f'<h4 class="kind {escaped(kind)}">{title}</h4>\n{body}')
    return _titled("Shared", "".join(parts), kind="substance")


def _relation(page: Markup, numbered: Numbered, told_in: dict[str, str]) -> str:
    number, relation = numbered
    edition = page.edition
    id_ = f"r-{relation.id}"
    sigla = [edition.siglum(r.witness) for r in relation.readings]
    head = pick(id_, f"S{number} {escaped(gist(edition, relation.readings))}".strip())
    head += page.ruled(relation.id, f"S{number}")
    told = (labels.relation(relation.relation, sigla), dates(edition, relation))
    small = facts(map(escaped, told)) + _origins(page, relation, told_in)
    why = f'<p class="why">{escaped("; ".join(relation.reasons))}</p>'
    lights = page.lights((r.witness, r.spans) for r in relation.readings)
    kind = f"relation {escaped(relation.relation)}"
    return row(id_, lights, head + small, page.readings(relation.readings) + why, kind=kind)


def _origins(page: Markup, relation: Relation, told_in: dict[str, str]) -> str:
    """Return the count of origins; where a copied run is the reason, it leads to the run."""
    told = escaped(origins_told(page.edition, relation.id, relation.origins))
    under = [c for c in copies_under(page.edition, relation) if c.id in told_in]
    if not under or relation.origins >= len(relation.readings):
        return f'<p class="facts attribution">{told}</p>'
    lights = page.lights((side.witness, (side.span,)) for c in under for side in (c.from_, c.to))
    link = f'<a class="origin" href="#r-{told_in[under[0].id]}"{lights}>{told}</a>'
    return f'<p class="facts attribution">{link}</p>'


def single(page: Markup, chapter: Chapter) -> str:
    """Return what only one witness states."""
    if len(chapter.witnesses) < 2:
        return ""
    parts = []
    for witness, statements in chapter.single:
        rows = [_statement(page, s) for s in statements]
        title = f"Only in {escaped(witness.siglum)}"
        body = table(title, ("Held by", "Words"), rows)
        parts.append(_titled(f"Only in {page.chip(witness.id)}", body, kind="substance"))
    return "".join(parts)


def _statement(page: Markup, statement: Statement) -> str:
    id_ = f"r-{statement.id}"
    holder = escaped(statement.holder.name) if statement.holder else labels.NARRATOR
    lights = page.lights([(statement.witness, statement.spans)])
    body = f'<p class="one">{page.cell(statement.witness, page.edition.stated(statement))}</p>'
    return row(id_, lights, pick(id_, holder), body)


def origins(page: Markup, chapter: Chapter) -> str:
    """Return who prints whom, and who is tied to no other."""
    return _titled("Origins", drawn(page, chapter, _told_in(chapter)), kind="attribution")


def _told_in(chapter: Chapter) -> dict[str, str]:
    """Return the row that tells each copied run, by its first copy."""
    return {c.id: run.copies[0].id for run in runs(chapter.copies) for c in run.copies}


def copies(page: Markup, chapter: Chapter) -> str:
    """Return the runs of words that stand in two witnesses, and whether the copier says so."""
    rows = []
    for run in runs(chapter.copies):
        id_ = f"r-{run.copies[0].id}"
        sides = [*(copy.from_ for copy in run.copies), run.to]
        lights = page.lights((side.witness, (side.span,)) for side in sides)
        head = f"{page.chip(run.to.witness)} {pick(id_, escaped(run.told(page.edition)))}"
        body = f'<p class="one">{page.cell(run.to.witness, (run.to.span,))}</p>'
        rows.append(row(id_, lights, head, body))
    body = table("Copied", ("Run", "Words"), rows) if rows else ""
    return _titled("Copied", body, kind="attribution")


def flags(page: Markup, chapter: Chapter) -> str:
    """Return what a reader should look at, each flagged stretch as a link to its sentence."""
    rows = []
    for number, flag in enumerate(chapter.flags, 1):
        id_ = f"r-{flag.id}"
        head = pick(id_, f"F{number} {escaped(labels.flag(flag.kind))}")
        note = f'<p class="why">{escaped(flag.note)}</p>'
        lights = page.lights([(flag.witness, flag.spans)])
        rows.append(row(id_, lights, head, _line(page, flag.witness, flag.spans) + note))
    return _titled("Flags", table("Flags", ("Flag", "Words"), rows) if rows else "")


def rulings(page: Markup, chapter: Chapter) -> str:
    """Return what persons ruled, in the order they did, and what became of it."""
    rows = []
    number = ruled.numbered(page.edition)
    for ruling in chapter.rulings:
        id_ = f"r-{escaped(ruling.id)}"
        on = ruled.readings(page.edition, ruling)
        head = pick(id_, f"R{number[ruling.id]} {escaped(ruled.title(ruling))}")
        if ruling.state != "undone" and ruling.verdict != "undo":
            head += page.ruled(ruling.id, f"R{number[ruling.id]}")
        small = facts(map(escaped, (ruled.byline(ruling), ruled.state(page.edition, ruling))))
        why = f'<p class="why">{escaped(ruling.why)}</p>' if ruling.why else ""
        words = "".join(
            _line(page, w, spans) if spans else f'<p class="one">{page.chip(w)}</p>'
            for w, spans in on
        )
        kind = f"ruling {escaped(ruling.state or '')}"
        rows.append(row(id_, page.lights(on), head + small, words + why, kind=kind))
    return _titled("Rulings", table("Rulings", ("Ruling", "Words"), rows) if rows else "")


def _line(page: Markup, witness: str, spans: Spans) -> str:
    words = f" {labels.BROKEN_OFF} ".join(page.cell(witness, (span,)) for span in spans)
    return f'<p class="one">{page.chip(witness)} {words or page.cell(witness, ())}</p>'


def _titled(title: str, body: str, *, kind: str = "") -> str:
    """Return a section under its heading; none where it has nothing."""
    layer = f' class="{kind}"' if kind else ""
    return f"<section{layer}>\n<h3>{title}</h3>\n{body}</section>\n" if body else ""
