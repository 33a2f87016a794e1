"""Several records as a folder that opens from disk: a page each, and one that lists them."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._chapters import arranged
from variorum.exports._markup import Markup, escaped, facts, language, table
from variorum.exports._page import head, resource
from variorum.exports.html import render
from variorum.model.record import Record

INDEX = "index.html"
NOTICE = "The words of the witnesses belong to their outlets."


def render_site(records: Mapping[str, Record], surface: Surface) -> dict[str, bytes]:
    """Return the files of a site by their names: ``index.html``, and a page for each record.

    Args:
        records: the records by the names of their pages, without an ending.
        surface: which layers are shown at first.
    """
    pages = {f"{name}.html": render(record, surface) for name, record in records.items()}
    rows = "".join(_row(name, record) for name, record in records.items())
    title = labels.counted(len(records), "record")
    index = (
        f"{head(title, resource('_page.css'))}<body>\n<header><h1>{title}</h1></header>\n<main>\n"
        f"{table('Records', ('Record', 'Witnesses'), [rows])}</main>\n"
        f"<footer><p>{NOTICE}</p></footer>\n</body>\n</html>\n"
    )
    files = {INDEX: index} | pages
    return {name: page.encode("utf-8", "replace") for name, page in files.items()}


def _row(name: str, record: Record) -> str:
    page = Markup(Edition(record))
    stories = len(arranged(page.edition))
    told = labels.heading(len(record.witnesses), stories)
    quoted = labels.counted(len(record.utterances), "utterance")
    link = f'<a class="pick" href="{escaped(name)}.html">{escaped(name)}</a>'
    witnesses = "".join(
        f'<p class="one">{page.chip(w.id)} {escaped(w.outlet or labels.UNKNOWN_OUTLET)} · '
        f'{escaped(labels.dated(w)[0])} <span dir="auto"{language(w)}>'
        f"{escaped(w.title or labels.NO_TITLE)}</span></p>"
        for w in record.witnesses
    )
    small = facts(map(escaped, (told, quoted, record.made_by.digest[:16])))
    return f'<tr><th scope="row">{link}{small}</th><td>{witnesses}</td></tr>\n'
