"""The record as one page that opens from disk: no request, no framework, nothing that moves.

The page needs no script to be read: every row and every sentence has a fragment of its own. The
script only lights the words of the row at hand in every column.
"""

from __future__ import annotations

from collections.abc import Iterator

from variorum.exports import Parts, Surface, _marked
from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._chapters import arranged
from variorum.exports._columns import columns
from variorum.exports._layers import LAYERS
from variorum.exports._markup import Markup, escaped, language, table
from variorum.exports._page import head, resource
from variorum.exports._proof import spans_line
from variorum.exports._sections import story
from variorum.model.changes import Changes
from variorum.model.record import Record, Witness

MEDIA_TYPE = "text/html"
STYLE = "_page.css"
SCRIPT = "_page.js"
_SKIPS = (
    '<a class="skip" href="#apparatus">Skip to the apparatus</a>\n'
    '<a class="skip" href="#texts">Skip to the witnesses’ words</a>\n'
)


def render(record: Record, surface: Surface) -> str:
    """Return the record as a self-contained page.

    It holds all layers, of which those of the surface are shown at first; width and colour of
    the surface change nothing.

    No word of a source can become mark-up: all pass through one escaping function, and the
    page's policy (Content Security Policy, level 3) allows its own style and script only.
    """
    page = parts(record, surface)
    script = resource(SCRIPT)
    return (
        f"{head(page.heading, resource(STYLE), script)}<body>\n{page.skips}"
        f"<header>\n<h1>{page.heading}</h1>\n{page.witnesses}</header>\n"
        f"<main>\n{page.apparatus}{page.texts}</main>\n"
        f"<footer>\n{page.foot}</footer>\n<script>{script}</script>\n</body>\n</html>\n"
    )


def render_changes(changes: Changes, records: tuple[Record, Record], surface: Surface) -> str:
    """Return what changed as a self-contained page, as :func:`render` makes one of a record.

    Of a page of which other bytes were read both texts stand there, word by word, where both
    records carry them.
    """
    title = "What changed"
    body = _marked.marked(_marked.lines_of(changes, records), 2)
    return (
        f"{head(title, resource(STYLE))}<body>\n<header>\n<h1>{title}</h1>\n</header>\n"
        f'<main id="apparatus">\n{body}{"".join(_rewritten(changes, records))}</main>\n'
        f"<footer>\n<p>{labels.WHOSE_WORDS}</p>\n</footer>\n</body>\n</html>\n"
    )


def _rewritten(changes: Changes, records: tuple[Record, Record]) -> Iterator[str]:
    """Yield the words of each witness that has changed, old and new."""
    texts = [{w.id: w.text for w in record.witnesses} for record in records]
    for fellow in changes.witnesses:
        if fellow.fate == "changed" and fellow.old and fellow.new:
            old, new = texts[0][fellow.old.id], texts[1][fellow.new.id]
            if old is not None and new is not None:
                siglum = escaped(fellow.new.siglum)
                yield f"<h2>The words of {siglum}</h2>\n{_marked.compared(old, new)}"


def parts(record: Record, surface: Surface, desk: str = "") -> Parts:
    """Return the page of a record in its parts.

    Args:
        record: what is shown.
        surface: which layers are shown at first.
        desk: the address of the form that rules on the record, "" where nobody rules.
    """
    page = Markup(Edition(record), desk)
    chapters = arranged(page.edition)
    heading = labels.heading(len(record.witnesses), len(chapters))
    alone = len(chapters) == 1
    apparatus = "".join(story(page, chapter, alone=alone) for chapter in chapters)
    return Parts(
        heading=heading[:1].upper() + heading[1:],
        skips=_SKIPS,
        witnesses=_witnesses(page),
        apparatus=f'<div id="apparatus" tabindex="-1">\n{_layers(surface)}{apparatus}</div>\n',
        texts=_texts(columns(page, chapters)),
        foot=_foot(record, labels.legend(apparatus)),
    )


def _witnesses(page: Markup) -> str:
    rows = (_witness(page, w) for w in page.edition.record.witnesses)
    return table("Witnesses", ("Siglum", "Outlet and date", "Title"), rows, kind="sigla")


def _witness(page: Markup, witness: Witness) -> str:
    edtf, basis = labels.dated(witness)
    outlet = escaped(witness.outlet or labels.UNKNOWN_OUTLET)
    title = escaped(witness.title or labels.NO_TITLE)
    when = " · ".join(escaped(part) for part in (edtf, basis) if part)
    return (
        f'<tr><th scope="row">{page.chip(witness.id)}</th><td>'
        f'<p class="outlet">{outlet}</p><p class="facts">{when}</p></td>'
        f'<td><p class="title"><a class="quiet" href="#w-{escaped(witness.siglum)}" dir="auto"'
        f"{language(witness)}>{title}</a></p></td></tr>\n"
    )


def _layers(surface: Surface) -> str:
    """Return the switches of the layers: they need no script, the style looks at them."""
    switches = (
        f'<label><input type="checkbox" id="layer-{name}" autocomplete="off"'
        f"{' checked' if name in surface.layers else ''}> {name}"
        f' <span class="facts">{told}</span></label>'
        for name, told in LAYERS.items()
    )
    return f'<fieldset class="layers"><legend>Layers</legend>{"".join(switches)}</fieldset>\n'


def _texts(body: str) -> str:
    return (
        '<section id="texts" aria-labelledby="texts-h" tabindex="-1">\n<div class="bar">'
        '<h2 id="texts-h">The witnesses’ words</h2>'
        '<p id="status" role="status" aria-live="polite"></p>'
        '<p id="tools" hidden><a id="back" href="#apparatus">Back to the row</a> '
        '<button type="button" id="clear">Clear <kbd>Esc</kbd></button></p>'
        '<button type="button" id="fill" aria-pressed="false" hidden>Full height</button></div>\n'
        f"{body}</section>\n"
    )


def _foot(record: Record, signs: str) -> str:
    rejected = "".join(
        f"<li>{escaped(r.source)} · {escaped(r.stage)} · {escaped(r.reason)}</li>"
        for r in record.rejected
    )
    out = f"<h2>Rejected</h2>\n<ul>{rejected}</ul>\n" if rejected else ""
    signs = f"<p>{signs}</p>\n" if signs else ""
    digest = escaped(record.made_by.digest)
    return f"{out}{signs}<p>{spans_line(record)} · sha256 <code>{digest}</code></p>\n"
