"""Elements of a TEI document: built one by one, so that no word of a source can become mark-up."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TypeAlias

from lxml import etree

from variorum.exports._clean import picture

Element: TypeAlias = etree._Element

NAMESPACE = "http://www.tei-c.org/ns/1.0"
EDTF = "https://www.loc.gov/standards/datetime/"
_XML = "{http://www.w3.org/XML/1998/namespace}"
# All that is no Char of XML 1.0 (fifth edition, section 2.2).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9.-]+")
_NOT_IN_EDTF = re.compile(r"[^A-Za-z0-9.:+?~%/-]+")
_LAID_OUT = frozenset(
    (
        *("TEI", "teiHeader", "fileDesc", "titleStmt", "publicationStmt", "notesStmt"),
        *("sourceDesc", "listWit", "witness", "bibl", "encodingDesc", "appInfo", "application"),
        *("editorialDecl", "normalization", "quotation", "segmentation", "interpretation"),
        *("classDecl", "taxonomy", "category", "profileDesc", "particDesc", "listPerson"),
        *("person", "personGrp", "org", "text", "body", "back", "div", "ab", "app", "cit", "note"),
    )
)


def document() -> Element:
    """Return the empty root of a TEI document."""
    return etree.Element(f"{{{NAMESPACE}}}TEI", nsmap={None: NAMESPACE})


def printable(words: str) -> str:
    """Return ``words`` with each character that XML forbids replaced, one for one.

    A control character becomes its picture (U+2400 to U+241F), any other U+FFFD: positions
    stay what they are. What XML allows is as printed, marks of direction included.
    """
    return _FORBIDDEN.sub(lambda match: picture(match[0]), words)


def token(value: str) -> str:
    """Return ``value`` as one word that may stand in a name, anything unusual in it as a hyphen."""
    return _NOT_IN_A_NAME.sub("-", value)


def add(parent: Element, tag: str, words: str = "", **attributes: str | None) -> Element:
    """Add an element with ``words`` in it; attributes without a value are left out.

    ``xml_id`` is written ``xml:id``, ``when_custom`` is written ``when-custom``.
    """
    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    if words:
        child.text = printable(words)
    for name, value in attributes.items():
        if value:
            known = _XML + name[4:] if name.startswith("xml_") else name.replace("_", "-")
            child.set(known, printable(value))
    return child


def write(parent: Element, words: str) -> None:
    """Add words at the end of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + printable(words)
    else:
        parent.text = (parent.text or "") + printable(words)


def add_date(parent: Element, edtf: str, **attributes: str | None) -> Element:
    """Add a date: as EDTF, and in the form of XML Schema where it can be said in it."""
    return add(
        parent, "date", edtf, when=_in_xml_schema(edtf),
        when_custom=_NOT_IN_EDTF.sub("-", edtf), datingMethod=EDTF, **attributes,
    )  # fmt: skip


def _in_xml_schema(edtf: str) -> str | None:
    """Return a date that has one value both as EDTF and in XML Schema, or None."""
    try:
        if re.fullmatch(r"[0-9]{4}", edtf):
            return edtf if int(edtf) else None
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}", edtf):
            date.fromisoformat(f"{edtf}-01")
        elif re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", edtf):
            date.fromisoformat(edtf)
        elif re.fullmatch(r"[0-9-]{10}T[0-9:]{8}(Z|[+-][01][0-9]:[0-5][0-9])?", edtf):
            datetime.fromisoformat(edtf)
        else:
            return None
    except ValueError:
        return None
    return edtf


def lay_out(element: Element, depth: int = 0) -> None:
    """Indent what holds elements only; words, and white space that is kept, stay as they are.

    Between the segments of an apparatus a space becomes a line break; where there is none, no
    witness has one.
    """
    if element.get(f"{_XML}space") == "preserve":
        return
    inner, outer = ("\n" + " " * deep for deep in (depth + 1, depth))
    whole = _name(element) in _LAID_OUT and len(element) and not element.text
    for child in element:
        lay_out(child, depth + 1)
        if whole or (child.tail == " " and _name(child) == "app"):
            child.tail = inner
    if whole:
        element.text = inner
        element[-1].tail = outer


def _name(element: Element) -> str:
    return str(etree.QName(element).localname)
