"""What changed between two records: quotations first, as in the record itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._changed_points import Told, relations, utterances
from variorum.exports._changed_rows import listed, rows
from variorum.exports._compared import joined, told
from variorum.exports._layout import cells, padded
from variorum.exports._lines import Line, hung
from variorum.exports._terminal import LOUD, NARROWEST, QUIET, TITLE, Part, Terminal, written
from variorum.model.changes import Changes, Fellow, Point
from variorum.model.record import MadeBy, Record

_FATES = {"kept": "", "new": "NEW", "gone": "GONE", "changed": "CHANGED"}
_MAKERS = {
    "variorum": "variorum",
    "reader": "reader",
    "weights_sha256": "set of weights",
    "rulings_sha256": "list of rulings",
}


def render_changes(changes: Changes, records: tuple[Record, Record], surface: Surface) -> str:
    """Return what changed from the first of two records to the second, as a page."""
    page = Terminal(Edition(joined(*records)), max(surface.width, NARROWEST))
    lines = hung(page, told_lines(page, changes, records))
    lines += hung(page, footer(changes, "\n".join(line.plain for line in lines)))
    return written(lines, surface)


def told_lines(page: Terminal, changes: Changes, records: tuple[Record, Record]) -> list[Line]:
    """Return what changed, line by line, for a page over both records joined."""
    points, echoes = told(changes, page.edition)
    book = Told(page, *records)
    lines = [*_opening(page, changes), *_makers(page, changes), *_stories(page, points)]
    for part in (utterances, relations, rows, listed):
        lines += part(book, points)
    if echoes:
        again = labels.counted(echoes, "more point")
        stand = "stands" if echoes == 1 else "stand"
        words = f"{again} of changed witnesses {stand} there word for word"
        lines += [Line(), Line(head=((words, ""),))]
    return lines


def _opening(page: Terminal, changes: Changes) -> list[Line]:
    fates = [f.fate for f in changes.witnesses]
    was, now = len(fates) - fates.count("new"), len(fates) - fates.count("gone")
    nothing = not changes.points and set(fates) <= {"kept"}
    counts = labels.counted_witnesses(now)
    if was != now:
        counts = f"{labels.counted_witnesses(was)} → {counts}"
    title = f"{'nothing changed' if nothing else 'what changed'} · {counts}"
    lines = [Line(head=((title.upper(), TITLE),)), Line(head=(("OLD  NEW", QUIET),))]
    outlets = [page.line(_outlet(page, f)) for f in changes.witnesses]
    widest = min(max(map(cells, outlets), default=0), 24)
    for fellow, outlet in zip(changes.witnesses, outlets, strict=True):
        lines.append(_fellow(page, fellow, padded(outlet, widest)))
    return lines


def _outlet(page: Terminal, fellow: Fellow) -> str:
    seen = fellow.new or fellow.old
    assert seen is not None  # noqa: S101 - a fellow has a side
    return page.edition.witnesses[seen.id].outlet or labels.UNKNOWN_OUTLET


def _fellow(page: Terminal, fellow: Fellow, outlet: str) -> Line:
    head: list[Part] = []
    for side, place in ((fellow.old, 5), (fellow.new, 5)):
        letter = side.siglum if side else labels.ABSENT
        style = page.siglum(side.id)[1] if side else QUIET
        head += [(letter, style), (" " * max(1, place - cells(letter)), "")]
    fate = _FATES.get(fellow.fate, fellow.fate.upper())
    head += [(padded(fate, 9), LOUD), (f"{outlet}  ", "")]
    seen = fellow.new or fellow.old
    source = page.line(seen.source) if seen else ""
    if fellow.fate == "changed" and fellow.old and fellow.new:
        same = fellow.old.sha256 == fellow.new.sha256
        source += ": the same bytes, read otherwise" if same else ": other bytes than before"
    return Line(head=tuple(head), words=source, indent=12, most=2, style=QUIET)


def _makers(page: Terminal, changes: Changes) -> list[Line]:
    """Say whether the two records were made by one program: else it may be what changed."""
    lines = []
    for name, called in _MAKERS.items():
        was, now = (_value(getattr(side, name)) for side in (changes.old, changes.new))
        if was != now:
            told_ = page.line(f"made with another {called}: {was} → {now}")
            lines.append(Line(words=told_, style=QUIET))
    return [Line(), *lines] if lines else []


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(str(part)[:8] for part in value) or labels.ABSENT
    return labels.ABSENT if value is None else str(value)


def _stories(page: Terminal, points: Iterable[Point]) -> list[Line]:
    lines = [line for p in points if p.array == "stories" for line in _story(page, p)]
    return [Line(), *lines] if lines else []


def _story(page: Terminal, point: Point) -> Iterator[Line]:
    for change in point.changes:
        sigla = page.sigla(
            r.witness for r in change.readings if r.witness in page.edition.witnesses
        )
        counts = f": {change.was} → {change.now} stories" if change.was else ""
        words = labels.STORY_CHANGES.get(change.kind, change.kind) + counts
        yield Line(head=(("STORY  ", TITLE), *sigla), words=words, indent=7)


def footer(changes: Changes, shown: str) -> list[Line]:
    """Return what the signs in the words ``shown`` mean, and the digests of both records."""
    same = changes.old.digest == changes.new.digest
    lines = [Line()]
    if not same and not changes.points and "NOTHING CHANGED" in shown:
        lines.append(Line(words=labels.NOT_COMPARED, style=QUIET))
    signs = labels.legend(shown)
    if {"gone", "changed"} & {f.fate for f in changes.witnesses}:
        formerly = f"{labels.FORMERLY} {labels.FORMERLY_MEANS}"
        signs = f"{formerly} · {signs}" if signs else formerly
    if signs:
        lines.append(Line(words=signs, style=QUIET))
    digests = (f"{name} sha256 {_digest(side)}" for name, side in _sides(changes))
    return [*lines, Line(words=" · ".join(digests), style=QUIET)]


def _sides(changes: Changes) -> tuple[tuple[str, MadeBy], tuple[str, MadeBy]]:
    return (("old", changes.old), ("new", changes.new))


def _digest(side: MadeBy) -> str:
    return f"{side.digest[:4]}… {side.digest[-4:]}" if side.digest else "(unsealed)"
