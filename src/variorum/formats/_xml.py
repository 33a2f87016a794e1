"""XML as data: no entity is expanded, no DTD read, nothing fetched, and no depth without end.

`lxml` parses with every such feature off; a document that declares entities of its own is
refused whole, since what they stand for would be lost from its text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import TYPE_CHECKING

from variorum.errors import InputError, LimitError
from variorum.formats._encoding import text_of
from variorum.model.article import Capture
from variorum.model.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SNIFFED = 4_096
_NAME = re.compile(rb"<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s/>]")
_SUBSET_END = re.compile(rb"\]\s{0,99}>")
_MOST_BEFORE_ROOT = 20
_DECLARATION = re.compile(r"(?:(?<!\s)\s+)?<\?xml[^>]{0,200}\?>")
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
# A section of characters, kept as it is, or a reference, or an ampersand that is none.
_REFERENCES = re.compile(r"<!\[CDATA\[(?:.*?\]\]>|.*)|&(?:(#?\w{1,40});)?", re.DOTALL)
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_VOID = {"br", "hr", "img", "wbr", "source", "track", "col", "input", "embed", "area"}
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def root_of(data: bytes) -> str:
    """Return the local name of the first element in some bytes, empty where there is none."""
    if b"\x00" in data[:64]:  # UTF-16, or no text
        data = data.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    at = 3 * data.startswith(b"\xef\xbb\xbf")
    for _ in range(_MOST_BEFORE_ROOT):
        at += len(data[at : at + _SNIFFED]) - len(data[at : at + _SNIFFED].lstrip())
        if match := _NAME.match(data, at):
            return match[1].decode("latin-1")
        at = _past_other(data, at)
        if at < 0:
            break
    return ""


def _past_other(data: bytes, at: int) -> int:
    """Return where an instruction, comment or DOCTYPE at a place ends, -1 where there is none."""
    if data.startswith(b"<?", at):
        end = data.find(b"?>", at)
        return end + 2 if end >= 0 else -1
    if data.startswith(b"<!--", at):
        end = data.find(b"-->", at)
        return end + 3 if end >= 0 else -1
    if data[at : at + 9].upper() != b"<!DOCTYPE":
        return -1
    end = data.find(b">", at)
    if data.find(b"[", at, end) < 0:
        return end + 1 or -1
    subset = _SUBSET_END.search(data, at)
    return subset.end() if subset else -1


def parse(capture: Capture, limits: Limits) -> Element:
    """Return the root element of an XML capture.

    References that only HTML knows, and ampersands of no reference XML knows, are read as the
    characters they are: so no reference to an entity of the document's own is ever made.

    Raises:
        LimitError: the capture is larger than ``limits.bytes``, or nested too deep.
        InputError: it is not well-formed, with the line, or declares entities.
    """
    from lxml import etree

    named = _ENCODING.search(capture.data[:_SNIFFED])
    text = text_of(capture, limits, declared=named[1].decode("ascii") if named else None)
    text = _DECLARATION.sub("", text, count=1).lstrip()
    data = _REFERENCES.sub(_mended, text).encode("utf-8", "replace")
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False,
        dtd_validation=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "").partition("\n")[0].partition(", line ")[0]
        if reason.startswith("Excessive depth"):
            raise LimitError(
                f"{capture.source}: line {error.lineno}: nested deeper than 256 elements; save"
                " what it holds as pages"
            ) from error
        raise InputError(
            f"{capture.source}: line {error.lineno}: not well-formed XML ({reason});"
            " save it again from its source"
        ) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():
        raise InputError(
            f"{capture.source}: declares entities of its own in its DOCTYPE, and none is"
            " expanded; save it without them"
        )
    return root


def named(parent: Element, *path: str) -> Iterator[Element]:
    """Yield the elements down a path of names, in their order.

    A bare name is one in the namespace of its parent, so that what an extension calls the same
    is told apart; ``{*}name`` is of any namespace, ``{uri}name`` of that one.
    """
    if not path:
        yield parent
        return
    name = path[0] if path[0].startswith("{") else f"{{{_space(parent)}}}{path[0]}"
    for child in parent.iterchildren(name):
        yield from named(child, *path[1:])


def first(parent: Element, *path: str) -> str | None:
    """Return the text of the first element down a path that has any."""
    return next((t for e in named(parent, *path) if (t := text_in(e))), None)


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _space(element: Element) -> str:
    return str(element.tag).rpartition("}")[0].removeprefix("{")


def text_in(element: Element) -> str:
    """Return all characters in an element, trimmed."""
    return "".join(str(part) for part in element.itertext()).strip()


def markup_in(element: Element) -> str:
    """Return what an element holds as HTML, its names without their namespaces.

    It is written here and not by libxml2, for these bytes are hashed and must outlast versions.
    """
    from lxml import etree

    parts: list[str] = []
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        name, outermost = local(inner), inner is element
        if event == "start":
            given = ((key.rpartition("}")[2], value) for key, value in inner.attrib.items())
            told = "".join(f' {key}="{html.escape(value)}"' for key, value in given)
            parts.append(("" if outermost else f"<{name}{told}>") + _written(inner.text))
        elif not outermost:
            closing = "" if name in _VOID else f"</{name}>"
            parts.append(closing + _written(inner.tail))
    return "".join(parts).strip()


def _written(text: str | None) -> str:
    return html.escape(text or "", quote=False)


def _mended(match: re.Match[str]) -> str:
    whole, name = match[0], match[1]
    if whole.startswith("<") or (name and (name in _OF_XML or name.startswith("#"))):
        return whole
    if name and f"{name};" in html5:
        return html.escape(html5[f"{name};"], quote=False)
    return f"&amp;{whole[1:]}"
