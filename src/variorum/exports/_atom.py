"""What changed in the stories of a library as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree
from lxml.builder import ElementMaker

from variorum.exports import _labels as labels
from variorum.exports._clean import one_line, picture, visible
from variorum.model.identity import digest_of
from variorum.model.library import StoryChange

_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 has no character for.
_BARRED = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_NEVER = "1970-01-01T00:00:00+00:00"


def feed(rows: Sequence[StoryChange], version: str) -> str:
    """Return a feed of changes, one entry a change, in the order given.

    Args:
        rows: the changes; the first is the latest.
        version: of the program, which the feed names as what made it.
    """
    atom = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})
    root = atom.feed(
        atom.id(_urn("stories")),
        atom.title("Variorum: what changed"),
        atom.updated(rows[0].at if rows else _NEVER),
        atom.author(atom.name("Variorum")),
        atom.generator("Variorum", version=version),
        *(_entry(atom, row) for row in rows),
    )
    etree.indent(root)
    written = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def _entry(atom: ElementMaker, row: StoryChange) -> etree._Element:
    made = (row.story, row.changes.old.digest, row.changes.new.digest, row.at)
    entry: etree._Element = atom.entry(
        atom.id(_urn(*made)),
        atom.title(_plain(one_line(row.title or labels.NO_TITLE))),
        atom.updated(row.at),
        atom.category(term=row.story),
        atom.content(_plain(visible(row.told)), type="text"),
    )
    return entry


def _urn(*parts: str) -> str:
    return f"urn:sha256:{digest_of(parts)}"


def _plain(words: str) -> str:
    """Return words without a character that XML cannot hold."""
    return _BARRED.sub(lambda match: picture(match[0]), words)
