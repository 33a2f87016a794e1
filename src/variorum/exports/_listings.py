"""What a library lists, for a terminal: stories, finds of a search, versions of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports._clean import one_line
from variorum.exports._layout import clipped
from variorum.exports._terminal import NARROWEST, QUIET, TITLE, columns, written
from variorum.model.library import Find, Holding, StoryChange, StoryLine
from variorum.model.spans import Span

# So many characters of an id tell a story from all others, in any library one can keep.
SHORT = 12
_MATCH = "bold"


def listed(rows: Sequence[Any], surface: Surface) -> str:
    """Return rows of one kind, one after the other; ``exports.listed`` says which kinds."""
    lines: list[Text] = []
    for kind, shown in _KINDS.items():
        lines += shown([row for row in rows if isinstance(row, kind)], surface)
    return written(lines, surface)


def _stories(rows: Sequence[StoryLine], surface: Surface) -> Iterable[Text]:
    heads = columns([[_short(r.story), _days(r), str(r.articles)] for r in rows])
    for row, head in zip(rows, heads, strict=True):
        lead = "  ".join(head)
        room = max(NARROWEST, surface.width - len(lead) - 2)
        title = clipped(one_line(row.title or labels.NO_TITLE), room)[0]
        yield Text.assemble((lead, QUIET), "  ", title)


def _finds(rows: Sequence[Find], surface: Surface) -> Iterable[Text]:
    for at, row in enumerate(rows):
        if at:
            yield Text()
        kept = row.holding
        outlet = one_line(kept.outlet or labels.UNKNOWN_OUTLET)
        day = kept.day or labels.UNDATED
        stories = ", ".join(map(_short, row.stories))
        told = [outlet, day, one_line(kept.source), *([f"story {stories}"] if stories else [])]
        version = "" if kept.current else f"an earlier version ({kept.version})"
        yield Text(" · ".join([*told, *([version] if version else [])]), style=QUIET)
        yield from _marked(row).wrap(Console(), surface.width)


def _marked(row: Find) -> Text:
    """Return the words of a find, what matches in bold."""
    line = Text("  ")
    at = row.span[0]
    for match in (*row.matches, (row.span[1], row.span[1])):
        line.append(_inside(row, (at, match[0])))
        line.append(_inside(row, match), style=_MATCH)
        at = match[1]
    return line


def _inside(row: Find, span: Span) -> str:
    """Return words of a find on one line, the spaces at their ends kept as one."""
    words = row.words[span[0] - row.span[0] : span[1] - row.span[0]]
    before = " " if words[:1].isspace() else ""
    after = " " if words[-1:].isspace() and words.strip() else ""
    return f"{before}{one_line(words)}{after}"


def _changes(rows: Sequence[StoryChange], surface: Surface) -> Iterable[Text]:
    for at, row in enumerate(rows):
        if at:
            yield Text()
        title = one_line(row.title or labels.NO_TITLE)
        lead = f"{row.at}  {_short(row.story)}  "
        room = max(NARROWEST, surface.width - len(lead))
        yield Text(lead + clipped(title, room)[0], style=TITLE)
        yield from map(Text, row.told.splitlines())


def _holdings(rows: Sequence[Holding], surface: Surface) -> Iterable[Text]:
    """Yield the versions of each page that has more than one."""
    latest = {row.address: row.version for row in rows if row.address}
    several = [row for row in rows if row.address and latest[row.address] > 1]
    if several:
        yield Text()
        yield Text("REVISIONS", style=TITLE)
    for row in several:
        state = "current" if row.current else "earlier"
        told = f"version {row.version} of {latest[row.address or '']}, {state}"
        day = row.day or labels.UNDATED
        yield Text(f"  {one_line(row.address or '')} · {told} · {day} · sha256 {row.sha256[:8]}")


def _short(story: str) -> str:
    return story[:SHORT]


def _days(row: StoryLine) -> str:
    if row.first is None:
        return labels.UNDATED
    return row.first if row.first == row.last else f"{row.first}/{row.last}"


_KINDS: dict[type, Callable[[Sequence[Any], Surface], Iterable[Text]]] = {
    StoryLine: _stories,
    Find: _finds,
    StoryChange: _changes,
    Holding: _holdings,
}
