"""A TEI P5 document: the utterances as a critical apparatus by parallel segmentation.

It follows the TEI Guidelines, chapter 13 (Critical Apparatus); docs/tei.md says how each part of a
record is written.
"""

from __future__ import annotations

from lxml import etree

from variorum.exports import Surface
from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._chapters import arranged
from variorum.exports._tei_apparatus import add_story
from variorum.exports._tei_draft import Draft
from variorum.exports._tei_elements import add, document, lay_out
from variorum.exports._tei_header import fill_header
from variorum.exports._tei_texts import add_texts
from variorum.model.record import Record

MEDIA_TYPE = "application/tei+xml"


def render(record: Record, surface: Surface) -> str:
    """Return the record's witnesses and utterances as TEI; the surface changes nothing.

    Words of a source are only ever the value of a node, there is no document type and no
    entity, and characters that XML forbids are replaced one for one.
    """
    draft = Draft(Edition(record))
    chapters = arranged(draft.edition)
    root = document()
    header, text = add(root, "teiHeader"), add(root, "text")
    body = add(text, "body")
    for chapter in chapters:
        add_story(body, draft, chapter)
    if not chapters:
        add(body, "p", labels.heading(0, 0))
    add_texts(text, draft)
    fill_header(header, draft, len(chapters))
    lay_out(root)
    written: str = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'
