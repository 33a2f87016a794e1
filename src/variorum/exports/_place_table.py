"""The terminal's places: a place, and under it what each witness prints of it."""

from __future__ import annotations

from rich.text import Text

from variorum.exports._chapters import Chapter
from variorum.exports._places import grouped, says, when
from variorum.exports._terminal import QUIET, Terminal, heading


def place_table(page: Terminal, chapter: Chapter) -> list[Text]:
    """Return each place with its rows, what a witness repeats once, and how the rows stand."""
    if not chapter.places:
        return []
    lines = heading("Places")
    for place in grouped(page.edition, chapter.places):
        head = [("  ", ""), (page.line(place.name), "")]
        lines += page.hanging(head, page.line(place.told), indent=4, style=QUIET)
        for witness, alike in place.witnesses.items():
            for first, *others in alike:
                facts = [says(first)]
                facts += [f"as {first.said_by.name} says"] if first.said_by else []
                facts += [when(page.edition, first)] if first.edtf else []
                facts += [f"{len(others) + 1} times"] if others else []
                told = page.line(" · ".join(facts))
                lines += page.hanging([("    ", ""), page.siglum(witness)], told, indent=7)
        for sign, words in place.related(page.edition):
            head = [(f"    {sign}", QUIET)]
            lines += page.hanging(head, page.line(words), indent=7, style=QUIET)
    return lines
