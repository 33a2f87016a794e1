"""The timeline as TimelineJS reads it: one slide an event, with what each witness prints of it.

TimelineJS shows its texts as HTML, so every word of a source is escaped here. Its dates are plain
days; what they leave out (``about``, ``perhaps``, dates that differ) stands in ``display_date``.
No address in a source becomes a link (``autolink``).
"""

from __future__ import annotations

import json

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._chapters import Chapter, arranged
from variorum.exports._dates import told
from variorum.exports._events import Telling, differ, tellings, values
from variorum.exports._markup import escaped
from variorum.exports._proof import spans_line
from variorum.exports._slides import dates
from variorum.model.record import Record
from variorum.model.story import Event

MEDIA_TYPE = "application/json"


def render(record: Record, surface: Surface) -> str:
    """Return the events in their order, stories as groups; the surface changes nothing."""
    edition = Edition(record)
    chapters = arranged(edition)
    told_ = {
        "title": {"text": _title(record, len(chapters))},
        "events": [
            _slide(edition, event, chapter if len(chapters) > 1 else None)
            for chapter in chapters
            for event in chapter.events
            if dates(event.edtf)
        ],
        "record": record.record,
        "digest": record.made_by.digest,
    }
    return json.dumps(told_, ensure_ascii=True, indent=1) + "\n"


def _title(record: Record, stories: int) -> dict[str, str]:
    """Return the heading, who the witnesses are, and the proof."""
    lines = [
        " · ".join(
            (w.siglum, w.outlet or labels.UNKNOWN_OUTLET, *labels.dated(w), w.title or "")
        ).strip(" ·")
        for w in record.witnesses
    ]
    lines.append(f"{spans_line(record)} · sha256 {record.made_by.digest}")
    return {
        "headline": labels.heading(len(record.witnesses), stories),
        "text": "".join(f"<p>{escaped(line)}</p>" for line in lines),
    }


def _slide(edition: Edition, event: Event, chapter: Chapter | None) -> dict[str, object]:
    found = tellings(edition, event)
    shown = " · ".join(told(value) for value in values(event))
    if differ(event):
        shown += f" ({labels.DIFFER})"
    slide: dict[str, object] = {
        "unique_id": event.id,
        "autolink": False,
        **dates(event.edtf),
        "display_date": escaped(shown),
        "text": {
            "headline": escaped(_said(edition, found[0])),
            "text": "".join(_paragraph(edition, one) for one in found),
        },
    }
    return slide | ({"group": f"story {chapter.number}"} if chapter else {})


def _said(edition: Edition, one: Telling) -> str:
    """Return a witness's words, after its letter and the name of who says it."""
    head = ", ".join(filter(None, (edition.siglum(one.witness), one.holder)))
    return f"{head}: {edition.quoted(one.witness, one.spans)}"


def _paragraph(edition: Edition, one: Telling) -> str:
    """Return a witness's words, and the time that dates them for it."""
    times = (
        labels.valued(edition.quoted(time.witness, (time.span,)), time.edtf) for time in one.times
    )
    dated = " · ".join(dict.fromkeys(times)) or labels.NO_DATE
    return f"<p>{escaped(_said(edition, one))}<br><small>{escaped(dated)}</small></p>"
