"""What changed with the single rows of a record, and what one witness alone adds or takes away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from variorum.exports import _labels as labels
from variorum.exports import _rulings as ruled
from variorum.exports._changed_points import Told, values
from variorum.exports._chapters import shown, touches
from variorum.exports._lines import GONE, NEW, OTHER, Line, part
from variorum.exports._terminal import QUIET, TITLE, Part
from variorum.model.changes import Change, Point
from variorum.model.identity import Reading
from variorum.model.record import Rejected
from variorum.model.rulings import Ruling
from variorum.model.spans import Span
from variorum.model.story import Copy, Omission

Writer = Callable[[Told, Sequence[Point]], list[Line]]

_SIGNS = {"new": NEW, "gone": GONE, "filled": GONE}


def rows(book: Told, points: Sequence[Point]) -> list[Line]:
    """Return omissions, copies, times, places, flags and other facts that changed."""
    parts: tuple[tuple[str, tuple[str, ...], Writer], ...] = (
        ("No longer single", ("single",), _each(_turned)),
        ("Left out", ("omissions",), _each(_omission)),
        ("Copies", ("copies",), _copies),
        ("Witnesses", ("witnesses",), _each(_facts)),
        ("Times", ("times",), _each(_facts)),
        ("Read otherwise", ("quotations", "statements"), _each(_facts)),
        ("Places", ("places",), _each(_place)),
        ("Flags", ("flags",), _each(_flag)),
        ("Rulings", ("rulings",), _each(_ruling)),
        ("Rejected", ("rejected",), _each(_rejected)),
    )
    lines: list[Line] = []
    for title, arrays, written in parts:
        if found := written(book, [p for p in points if p.array in arrays]):
            lines += [part(title), *found]
    return lines


def _each(written: Callable[[Told, Point], list[Line]]) -> Writer:
    """Return what writes one point after another."""
    return lambda book, points: [line for point in points for line in written(book, point)]


def _turned(book: Told, point: Point) -> list[Line]:
    """Return a statement that is single no longer, or since, where no relation tells it."""
    change = point.changes[0]
    if change.kind not in ("no-longer-single", "now-single") or change.readings:
        return []
    own = book.page.edition.statements[point.new[0]]
    reading = Reading(witness=own.witness, spans=own.spans)
    return book.line(OTHER, change.kind.replace("-", " "), [reading])


def _omission(book: Told, point: Point) -> list[Line]:
    change = point.changes[0]
    omission = book.noun(point)
    assert isinstance(omission, Omission)  # noqa: S101 - the array says so
    if (omission.witness, omission.of.witness, omission.of.spans) in book.lost:
        return []
    state = {"gone": ": no longer", "filled": ": filled since"}.get(change.kind, "")
    if change.kind == "changed":
        state = ": other words than before"
    words = f"{labels.scope(omission.scope)}{state}"
    sign = _SIGNS.get(change.kind, OTHER)
    head = ((" ", ""), book.page.siglum(omission.witness), (f"  {words}", ""))
    return [Line(sign=sign, head=head), *book.read([omission.of])]


def _copies(book: Told, points: Sequence[Point]) -> list[Line]:
    """Return copied runs, a line for all that two witnesses have come to share, or no longer do."""
    groups: dict[tuple[object, ...], list[Copy]] = {}
    for point in points:
        copy = book.noun(point)
        assert isinstance(copy, Copy)  # noqa: S101 - the array says so
        changed_ = tuple(values(c) for c in point.changes if c.kind == "changed")
        sign = _SIGNS.get(point.changes[0].kind, OTHER)
        key = (sign, copy.from_.witness, copy.to.witness, copy.basis, copy.credited, changed_)
        groups.setdefault(key, []).append(copy)
    return [line for key, runs in groups.items() for line in _run(book, key, runs)]


def _run(book: Told, key: tuple[object, ...], runs: Sequence[Copy]) -> list[Line]:
    page, first = book.page, runs[0]
    sign, *_, changed_ = key
    assert isinstance(changed_, tuple)  # noqa: S101 - made above
    size = labels.counted(sum(page.edition.length(run.to) for run in runs), "word")
    facts = [f"{len(runs)} runs, {size}" if len(runs) > 1 else size]
    facts += ["credited"] if first.credited else []
    head: tuple[Part, ...] = (
        (" ", ""),
        page.siglum(first.from_.witness),
        (f" {labels.direction(first.basis)} ", QUIET),
        page.siglum(first.to.witness),
        (f"  {', '.join([*facts, *changed_])} ", ""),
    )
    words = page.words(first.to.witness, (first.to.span,))
    return [Line(sign=str(sign), head=head, words=words, indent=20, most=1)]


def _facts(book: Told, point: Point) -> list[Line]:
    lines: list[Line] = []
    for change in point.changes:
        witness = getattr(book.noun(point), "witness", point.new[0])
        words = [book.page.words(r.witness, r.spans) for r in change.readings]
        told = "  ".join([*words, book.page.line(values(change))])
        head = ((" ", ""), book.page.siglum(witness))
        lines.append(Line(sign=OTHER, head=head, words=told, indent=7, most=2))
    return lines


def _place(book: Told, point: Point) -> list[Line]:
    change = point.changes[0]
    place = book.noun(point)
    says = labels.stance(getattr(place, "stance", None) or getattr(place, "predicate", None) or "")
    name = f"{getattr(place, 'holder', None) or ''} {says}".strip()
    return _row(book, change, name)


def _flag(book: Told, point: Point) -> list[Line]:
    flag = book.noun(point)
    return _row(book, point.changes[0], labels.kind(getattr(flag, "kind", "")).upper())


def _row(book: Told, change: Change, name: str) -> list[Line]:
    if change.kind == "changed":
        name = f"{name} {values(change)}"
    return book.line(_SIGNS.get(change.kind, OTHER), book.page.line(name), change.readings[:1])


def _ruling(book: Told, point: Point) -> list[Line]:
    ruling, change = book.noun(point), point.changes[0]
    assert isinstance(ruling, Ruling)  # noqa: S101 - the array says so
    facts = [ruled.title(ruling), ruled.byline(ruling)]
    facts += [values(change)] if change.kind == "changed" else []
    facts += [told for told in (ruled.state(book.page.edition, ruling),) if told]
    words = book.page.line(" · ".join(facts))
    return [Line(sign=_SIGNS.get(change.kind, OTHER), words=words, indent=4)]


def _rejected(book: Told, point: Point) -> list[Line]:
    row = book.noun(point)
    assert isinstance(row, Rejected)  # noqa: S101 - the array says so
    words = book.page.line(f"{row.source} · {row.stage} · {row.reason}")
    return [Line(sign=_SIGNS[point.changes[0].kind], words=words, indent=4)]


def listed(book: Told, points: Sequence[Point]) -> list[Line]:
    """Return what is new or gone as a whole with one witness: quotations, then statements."""
    lines: list[Line] = []
    order = book.page.edition.index
    spoken = shown(book.page.edition, (*book.old.utterances, *book.new.utterances))
    for kind, title in (("new", "NEW IN "), ("gone", "GONE FROM ")):
        found: dict[str, list[Point]] = {}
        for point in points:
            change = point.changes[0]
            if point.array in ("utterances", "single") and change.kind == kind:
                for witness in dict.fromkeys(r.witness for r in change.readings):
                    found.setdefault(witness, []).append(point)
        for witness in sorted(found, key=order):
            head = ((title, TITLE), book.page.siglum(witness))
            lines.append(Line(head=head, level=1))
            telling = _Telling(book, witness, kind, spoken.get(witness, []))
            lines += telling.lines(found[witness])
    return lines


@dataclass(frozen=True, slots=True)
class _Telling:
    """What is new or gone with one witness, and where its quotations stand."""

    book: Told
    witness: str
    fate: str
    spoken: list[Span]

    def lines(self, points: Sequence[Point]) -> list[Line]:
        """Return quotations with their speakers and statements with their holders, a line each."""
        page = self.book.page
        found: list[Line] = []
        for point in points:
            if point.array == "utterances":
                name = getattr(self.book.noun(point), "speaker", None)
                speaker = f"({page.line(name)})" if name else labels.UNKNOWN_SPEAKER
                readings = [r for r in point.changes[0].readings if r.witness == self.witness]
                words = " · ".join(page.words(r.witness, r.spans) for r in readings)
                found.append(self._line(words, speaker))
        for point in points:
            if point.array == "single":
                statement = page.edition.statements[(point.new or point.old)[0]]
                if not (statement.holder and touches(statement, self.spoken)):
                    found.append(self._line(page.words(statement.witness, statement.spans)))
        return found

    def _line(self, words: str, before: str = "") -> Line:
        return Line(
            sign="·",
            head=(("", QUIET),),
            before=before,
            words=words,
            indent=4,
            most=2,
            fate=self.fate,
        )
