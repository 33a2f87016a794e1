"""The terminal's timeline: an event a row, under it each witness's words and its own date."""

from __future__ import annotations

from rich.text import Text

from variorum.exports import _labels as labels
from variorum.exports._chapters import Chapter
from variorum.exports._dates import remark
from variorum.exports._events import Telling, differ, tellings, values
from variorum.exports._terminal import LOUD, QUIET, TITLE, Terminal, heading
from variorum.model.story import Event


def event_table(page: Terminal, chapter: Chapter) -> list[Text]:
    """Return the events of a chapter; dates that exclude one another are said to differ.

    Witnesses with the same words, holder and date stand together.
    """
    lines = heading("Timeline") if chapter.events else []
    for event in chapter.events:
        dates = (" ".join(filter(None, (page.line(v), remark(v)))) for v in values(event))
        lines += page.hanging([], " · ".join(dates), indent=2, style=TITLE)
        if differ(event):
            lines.append(Text(f"    {labels.MAJOR} {labels.DIFFER.upper()}", style=LOUD))
        same: dict[tuple[str, str], list[str]] = {}
        for told in tellings(page.edition, event):
            same.setdefault((_said(page, told), _dated(page, event, told)), []).append(told.witness)
        for (said, dated), witnesses in same.items():
            head = [("    ", ""), *page.sigla(witnesses)]
            lines += page.hanging(head, said, indent=7, lines=2)
            lines += page.hanging([], dated, indent=7, style=QUIET) if dated else []
    return lines


def _said(page: Terminal, told: Telling) -> str:
    """Return what a witness prints, after the name of who says it."""
    held = f"{page.line(told.holder)}: " if told.holder and "attribution" in page.layers else ""
    return held + page.words(told.witness, told.spans)


def _dated(page: Terminal, event: Event, told: Telling) -> str:
    """Return the time that dates it where its words or the row do not show it."""
    if not told.times:
        return labels.NO_DATE
    if told.is_told(event):
        return ""
    times = ((page.words(t.witness, (t.span,)), page.line(t.edtf)) for t in told.times)
    return " · ".join(dict.fromkeys(labels.valued(words, edtf) for words, edtf in times))
