"""The page's timeline, drawn and as a table of events, and the table of all times printed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from variorum.exports._chapters import Chapter
from variorum.exports._dates import UNREAD, told
from variorum.exports._event_rows import events
from variorum.exports._markup import Markup, escaped, facts, pick, row, table
from variorum.exports._timeline import timeline
from variorum.model.annotation import Time
from variorum.model.edtf import certain, read

_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){1,2}[~?%]?")


def times(page: Markup, chapter: Chapter) -> str:
    """Return the events, and the times the witnesses name, in their order and side by side."""
    if not chapter.times:
        return ""
    drawn = timeline(page, chapter) + events(page, chapter)
    line = f"<section>\n<h3>Timeline</h3>\n{drawn}</section>\n" if drawn else ""
    rows = []
    for number, (edtf, found) in enumerate(_groups(chapter), 1):
        id_ = f"r-time-{chapter.number}-{number}"
        lights = page.lights((t.witness, (t.span,)) for t in found)
        words = told(edtf)
        small = UNREAD if read(edtf) is None else escaped(edtf) if words != edtf else ""
        head = pick(id_, escaped(words)) + (facts([small]) if small else "")
        rows.append(row(id_, lights, head, _beside(page, chapter, edtf, found)))
    body = table("Times", ("Time", "As printed, and why so dated"), rows)
    return f"{line}<section>\n<h3>Times</h3>\n{body}</section>\n"


def _groups(chapter: Chapter) -> Iterator[tuple[str, list[Time]]]:
    """Yield each value with its times; what is certain for one witness only has one row."""
    for value, same in groupby(chapter.times, key=lambda group: certain(group[0])):
        groups = list(same)
        edtf = value if value in dict(groups) else groups[0][0]
        yield edtf, [time for _, times in groups for time in times]


def _beside(page: Markup, chapter: Chapter, edtf: str, found: Sequence[Time]) -> str:
    """Return what each witness prints."""
    printed: dict[str, list[Time]] = defaultdict(list)
    for time in found:
        printed[time.witness].append(time)
    parts = {witness: _printed(page, edtf, same) for witness, same in printed.items()}
    return page.beside(chapter.witnesses, parts)


def _printed(page: Markup, edtf: str, found: Sequence[Time]) -> str:
    """Return a witness's words, each with its ground; the same words again are links only.

    A value that differs from ``edtf``, being uncertain, stands before its ground.
    """
    alike: dict[tuple[str, str], list[Time]] = defaultdict(list)
    for time in found:
        alike[page.edition.words(time.witness, (time.span,)), time.basis].append(time)
    parts = []
    for (words, basis), (first, *others) in alike.items():
        again = "".join(
            f' · <a class="cell" href="#{page.anchor(other.witness, other.span)}"'
            f' aria-label="again: {escaped(words)}">again</a>'
            for other in others
        )
        said = page.cell(first.witness, (first.span,))
        own = "" if first.edtf == edtf else f"{first.edtf} · "
        why = _DATE.sub(r'<span class="date">\g<0></span>', escaped(own + basis))
        parts.append(f'<p class="said">{said}</p><p class="why">{why}{again}</p>')
    return "".join(parts)
