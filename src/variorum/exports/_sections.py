"""The page's other tables: shared, single, left out, copies and flags."""

from __future__ import annotations

from variorum.exports import _labels as labels
from variorum.exports._chapters import Chapter
from variorum.exports._markup import Markup, escaped, facts, pick, row, table
from variorum.exports._places import places
from variorum.exports._quotations import quotations
from variorum.exports._times import times
from variorum.model.annotation import Statement
from variorum.model.spans import Spans


def story(page: Markup, chapter: Chapter, *, alone: bool) -> str:
    """Return everything a record says of one story, quotations first."""
    title = "The apparatus" if alone else f"Story {chapter.number}"
    hidden = ' class="vh"' if alone else ""
    told = "" if alone else " " + page.chips(w.id for w in chapter.witnesses)
    why = escaped("; ".join(chapter.story.reasons))
    parts = (quotations, shared, single, omissions, copies, times, places, flags)
    body = "".join(part(page, chapter) for part in parts)
    return (
        f'<section class="story" aria-labelledby="story-{chapter.number}">\n'
        f'<h2 id="story-{chapter.number}"{hidden}>{title}{told}</h2>\n'
        + (f'<p class="facts">together by: {why}</p>\n' if why else "")
        + f"{body}</section>\n"
    )


def shared(page: Markup, chapter: Chapter) -> str:
    """Return how statements of several witnesses stand to one another."""
    rows = []
    for number, relation in enumerate(chapter.relations, 1):
        id_ = f"r-{relation.id}"
        sigla = [page.edition.siglum(r.witness) for r in relation.readings]
        head = pick(id_, f"S{number} {escaped(labels.relation(relation.relation, sigla))}")
        small = facts([labels.counted(relation.origins, "origin")])
        why = f'<p class="why">{escaped("; ".join(relation.reasons))}</p>'
        lights = page.lights((r.witness, r.spans) for r in relation.readings)
        body = page.readings(relation.readings) + why
        rows.append(row(id_, lights, head + small, body, kind=f"relation {relation.relation}"))
    return _titled("Shared", table("Shared", ("Relation", "Readings"), rows), rows)


def single(page: Markup, chapter: Chapter) -> str:
    """Return what only one witness states."""
    if len(chapter.witnesses) < 2:
        return ""
    parts = []
    for witness, statements in chapter.single:
        rows = [_statement(page, s) for s in statements]
        title = f"Only in {escaped(witness.siglum)}"
        body = table(title, ("Held by", "Words"), rows)
        heading = f"Only in {page.chip(witness.id)}"
        parts.append(f"<section>\n<h3>{heading}</h3>\n{body}</section>\n")
    return "".join(parts)


def _statement(page: Markup, statement: Statement) -> str:
    id_ = f"r-{statement.id}"
    holder = escaped(statement.holder.name) if statement.holder else labels.NARRATOR
    lights = page.lights([(statement.witness, statement.spans)])
    body = f'<p class="one">{page.cell(statement.witness, statement.spans)}</p>'
    return row(id_, lights, pick(id_, holder), body)


def omissions(page: Markup, chapter: Chapter) -> str:
    """Return what a witness leaves out that another prints."""
    rows = []
    for omission in chapter.omissions:
        id_ = f"r-{omission.id}"
        head = f"{page.chip(omission.witness)} {pick(id_, escaped(labels.scope(omission.scope)))}"
        body = _line(page, omission.of.witness, omission.of.spans)
        lights = page.lights([(omission.of.witness, omission.of.spans)])
        rows.append(row(id_, lights, head, body))
    return _titled("Left out", table("Left out", ("Left out by", "Words"), rows), rows)


def copies(page: Markup, chapter: Chapter) -> str:
    """Return runs of words that stand in two witnesses."""
    rows = []
    for copy in chapter.copies:
        id_ = f"r-{copy.id}"
        size = labels.counted(page.edition.length(copy.to), "word")
        head = (
            f"{page.chip(copy.from_.witness)} "
            f'<span aria-hidden="true">{labels.direction(copy.basis)}</span>'
            f'<span class="vh">{labels.copied(copy.basis)}</span> '
            f"{page.chip(copy.to.witness)} {pick(id_, size)}"
        )
        small = facts(["credited"]) if copy.credited else ""
        lights = page.lights([(p.witness, (p.span,)) for p in (copy.from_, copy.to)])
        body = f'<p class="one">{page.cell(copy.to.witness, (copy.to.span,))}</p>'
        rows.append(row(id_, lights, head + small, body))
    return _titled("Copies", table("Copies", ("From and to", "Words"), rows), rows)


def flags(page: Markup, chapter: Chapter) -> str:
    """Return what a reader should look at."""
    rows = []
    for number, flag in enumerate(chapter.flags, 1):
        id_ = f"r-{flag.id}"
        head = pick(id_, f"F{number} {escaped(labels.kind(flag.kind))}")
        note = f'<p class="why">{escaped(flag.note)}</p>'
        lights = page.lights([(flag.witness, flag.spans)])
        rows.append(row(id_, lights, head, _line(page, flag.witness, flag.spans) + note))
    return _titled("Flags", table("Flags", ("Flag", "Words"), rows), rows)


def _line(page: Markup, witness: str, spans: Spans) -> str:
    return f'<p class="one">{page.chip(witness)} {page.cell(witness, spans)}</p>'


def _titled(title: str, body: str, rows: list[str]) -> str:
    return f"<section>\n<h3>{title}</h3>\n{body}</section>\n" if rows else ""
