"""The timeline drawn: a drawing that needs no script, no colour and no request.

Horizontal places are in percent and everything else in pixels, so that the line is as wide as its
page while words and marks keep their size. What its marks mean stands below it in words, and all
it shows stands in the tables after it. A dashed line leads from the date that a witness gives an
event to another one that a fellow gives the same event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from variorum.exports import _labels as labels
from variorum.exports._axis import Axis, Mark, Tick, axis, legible, stacked
from variorum.exports._chapters import Chapter
from variorum.exports._dates import lapse, told
from variorum.exports._events import differ
from variorum.exports._figure import figure, letter
from variorum.exports._markup import Markup, escaped
from variorum.model.record import Witness

_ROW, _PAD, _WORDS = 16, 6, 36
# How wide the line is at least, in pixels, where the style of this name shows its words.
_WIDTHS = {"narrow": 236, "middle": 520, "wide": 880}
# From how many values on marks are small and have no sign inside.
_MANY = 60
_STROKES = '<path class="hole" d="M-4 5 0-5h4L0 5z"/><path d="M-4 5 0-5M0 5 4-5"/>'
_BAR = '<rect x="1" y="2" width="22" height="10" rx="2"/>'
_SAMPLES = {
    "a day or a moment": '<circle cx="12" cy="7" r="6"/>',
    "longer": _BAR,
    "about then": f'<g class="about">{_BAR}<text x="12" y="11">~</text></g>',
    "perhaps then": f'<g class="perhaps">{_BAR}<text x="12" y="11">?</text></g>',
    "no end given": '<rect x="1" y="2" width="14" height="10"/>'
    '<path class="end" d="M14-1 24 7 14 15z"/>',
    "dates differ": '<line class="differ" x2="24" y1="7" y2="7"/>',
    "time left out": f'<svg x="12" y="7">{_STROKES}</svg>',
}


def timeline(page: Markup, chapter: Chapter) -> str:
    """Return the line of a chapter's times, a lane a witness; nothing where no time has a place."""
    line = axis(edtf for edtf, _ in chapter.times)
    if not line.marks:
        return ""
    named: dict[str, set[str]] = defaultdict(set)
    for edtf, times in chapter.times:
        for time in times:
            named[time.witness].add(edtf)
    lanes = []
    for witness in chapter.witnesses:
        marks = [mark for mark in line.marks if mark.edtf in named[witness.id]]
        lanes.append(_Lane(witness, marks, stacked(marks)))
    return _drawn(page, line, lanes, chapter)


@dataclass(frozen=True, slots=True)
class _Lane:
    """A witness and the marks of its times, in rows that take ``height`` pixels."""

    witness: Witness
    marks: Sequence[Mark]
    rows: Sequence[Sequence[Mark]]

    @property
    def height(self) -> int:
        """Return how many pixels the rows take."""
        return max(1, len(self.rows)) * _ROW + 2 * _PAD

    def places(self, top: int) -> dict[tuple[str, str], tuple[float, int]]:
        """Return where the middle of each mark is, by its witness and value."""
        return {
            (self.witness.id, mark.edtf): (mark.middle, top + _middle(row))
            for row, marks in enumerate(self.rows)
            for mark in marks
        }

    def described(self) -> str:
        """Return how many times the witness names, and the first and last of them."""
        count = labels.counted(len(self.marks), "time")
        if not self.marks:
            return f"{self.witness.siglum}: {count}."
        ends = dict.fromkeys(told(mark.edtf) for mark in (self.marks[0], self.marks[-1]))
        return f"{self.witness.siglum}: {count}, {' … '.join(ends)}."


def _drawn(page: Markup, line: Axis, lanes: Sequence[_Lane], chapter: Chapter) -> str:
    *tops, foot = accumulate((lane.height for lane in lanes), initial=0)
    described = " ".join(lane.described() for lane in lanes)
    small = len(line.marks) >= _MANY
    drawn = (_lane(page, lane, top, small=small) for lane, top in zip(lanes, tops, strict=True))
    places: dict[tuple[str, str], tuple[float, int]] = {}
    for lane, top in zip(lanes, tops, strict=True):
        places |= lane.places(top)
    joins = "".join(_joins(chapter, places))
    breaks = (
        f'<svg x="{_percent(at.at)}" y="{foot}"><title>{lapse(at.seconds)} left out</title>'
        f"{_STROKES}</svg>"
        for at in line.breaks
    )
    kind = "times many" if small else "times"
    return figure(
        "line",
        f"line-{chapter.number}",
        f'{_words(line, foot)}{joins}{"".join(drawn)}<line class="axis" x2="100%" y1="{foot}"'
        f' y2="{foot}"/>{"".join(breaks)}',
        title="Times on a line, a lane a witness",
        described=f"{described} All of them stand in the tables below.",
        caption=_caption(chapter, line),
        given=f'class="{kind}" height="{foot + _WORDS}"',
    )


def _joins(chapter: Chapter, places: Mapping[tuple[str, str], tuple[float, int]]) -> Iterable[str]:
    """Yield a line between each two dates in a row that differ, of what fellows tell as one."""
    for event in filter(differ, chapter.events):
        ends = {places[key] for d in event.dates if (key := (d.witness, d.edtf)) in places}
        for (x, y), (to_x, to_y) in pairwise(sorted(ends, key=lambda end: (end[1], end[0]))):
            yield (
                f'<line class="differ" x1="{_percent(x)}" y1="{y}" x2="{_percent(to_x)}"'
                f' y2="{to_y}"><title>{labels.DIFFER}</title></line>'
            )


def _words(line: Axis, foot: int) -> str:
    """Return the words below the line, with a thin rule up from each, for every width of page."""
    groups = []
    for name, width in _WIDTHS.items():
        body = "".join(_tick(tick, foot) for tick in legible(line.ticks, width))
        groups.append(f'<g class="{name}">{body}</g>')
    return "".join(groups)


def _tick(tick: Tick, foot: int) -> str:
    at = _percent(tick.at)
    told_ = ((tick.words, foot + 16), (tick.rest, foot + 30))
    words = (f'<text x="{at}" y="{y}">{escaped(words)}</text>' for words, y in told_ if words)
    return f'<line x1="{at}" x2="{at}" y2="{foot + 4}"/>{"".join(words)}'


def _lane(page: Markup, lane: _Lane, top: int, *, small: bool) -> str:
    colour = page.colour(lane.witness.id)
    siglum = escaped(lane.witness.siglum)
    rows = (
        _mark(mark, siglum, _middle(row), small=small)
        for row, marks in enumerate(lane.rows)
        for mark in marks
    )
    return (
        f'<g class="lane {colour}" transform="translate(0 {top})"><line x2="100%"/>'
        f"{letter(lane.witness.siglum, -31, lane.height // 2)}"
        f"{''.join(rows)}</g>"
    )


def _mark(mark: Mark, siglum: str, middle: int, *, small: bool) -> str:
    value = mark.value
    doubt = " ".join(_doubts(mark))
    if mark.point:
        body = f'<circle cx="{_percent(mark.middle)}" cy="{middle}" r="{3 if small else 6}"/>'
    else:
        body = (
            f'<rect x="{_percent(mark.left)}" y="{middle - 5}" height="10" rx="2"'
            f' width="{_percent(mark.right - mark.left)}"/>'
        )
    if value.end is None:
        body += f'<svg x="100%" y="{middle}"><path class="end" d="M-1-8 9 0-1 8z"/></svg>'
    if value.start is None:
        body += f'<svg y="{middle}"><path class="end" d="M1-8-9 0 1 8z"/></svg>'
    sign = {"": "", "about": "~", "perhaps": "?"}.get(doubt, "?")
    if sign and not small:
        body += f'<text x="{_percent(mark.middle)}" y="{middle + 4}">{sign}</text>'
    kind = f' class="{doubt}"' if doubt else ""
    return f"<g{kind}><title>{siglum}: {escaped(told(mark.edtf))}</title>{body}</g>"


def _middle(row: int) -> int:
    """Return how far below the top of its lane a row of marks has its middle, in pixels."""
    return _PAD + row * _ROW + _ROW // 2


def _doubts(mark: Mark) -> Iterable[str]:
    if mark.value.approximate:
        yield "about"
    if mark.value.uncertain:
        yield "perhaps"


def _caption(chapter: Chapter, line: Axis) -> str:
    """Return in words what the signs mean that are on the line."""
    both = {mark.point for mark in line.marks} == {True, False}
    values = [mark.value for mark in line.marks]
    occurs = {
        "a day or a moment": both,
        "longer": both,
        "about then": any(value.approximate for value in values),
        "perhaps then": any(value.uncertain for value in values),
        "no end given": any(value.start is None or value.end is None for value in values),
        "dates differ": any(map(differ, chapter.events)),
        "time left out": bool(line.breaks),
    }
    keys = "".join(
        f'<span class="key"><svg aria-hidden="true" width="24" height="14">{_SAMPLES[words]}</svg>'
        f" {words}</span> "
        for words, shown in occurs.items()
        if shown
    )
    missing = len(chapter.times) - len(line.marks)
    off = f"Not on the line: {labels.counted(missing, 'value')} without a year or a date."
    scale = "In order of time, not to scale. " if len(line.marks) > 1 else ""
    return f"{scale}{keys}{off if missing else ''}".strip()


def _percent(place: float) -> str:
    return f"{place:.2f}".rstrip("0").rstrip(".") + "%"
