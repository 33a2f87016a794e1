"""The page's table of events: a row an event, what each witness prints of it side by side."""

from __future__ import annotations

from collections import defaultdict

from variorum.exports import _labels as labels
from variorum.exports._chapters import Chapter
from variorum.exports._dates import told as in_words
from variorum.exports._events import Telling, differ, tellings, values
from variorum.exports._markup import Markup, escaped, facts, pick, row, table
from variorum.model.story import Event


def events(page: Markup, chapter: Chapter) -> str:
    """Return the events of a chapter as a table; nothing where there is none."""
    rows = [_event(page, chapter, event, at) for at, event in enumerate(chapter.events, 1)]
    return table("Timeline", ("Event", "As each witness tells and dates it"), rows) if rows else ""


def _event(page: Markup, chapter: Chapter, event: Event, number: int) -> str:
    id_ = f"r-event-{chapter.number}-{number}"
    told = tellings(page.edition, event)
    dates = values(event)
    head = pick(id_, "<br>".join(escaped(in_words(value)) for value in dates))
    small = [escaped(value) for value in dates if in_words(value) != value]
    head += facts(small)
    if differ(event):
        head += f'<p class="tag">{labels.MAJOR} {labels.DIFFER}</p>'
    lights = page.lights((one.witness, one.spans) for one in told)
    return row(id_, lights, head, _beside(page, chapter, event, told))


def _beside(page: Markup, chapter: Chapter, event: Event, told: list[Telling]) -> str:
    by_witness: dict[str, list[str]] = defaultdict(list)
    for one in told:
        by_witness[one.witness].append(_told(page, event, one))
    return page.beside(chapter.witnesses, {w: "".join(parts) for w, parts in by_witness.items()})


def _told(page: Markup, event: Event, told: Telling) -> str:
    """Return a witness's words, and the time that dates them where that is another's."""
    held = f'<span class="facts attribution">{escaped(told.holder)}:</span> ' if told.holder else ""
    said = f'<p class="said">{held}{page.cell(told.witness, told.spans)}</p>'
    dated = [
        labels.valued(page.cell(time.witness, (time.span,)), escaped(time.edtf))
        for time in told.times
        if not told.is_told(event)
    ]
    why = " · ".join(dated) if told.times else labels.NO_DATE
    return said + (f'<p class="why">{why}</p>' if why else "")
