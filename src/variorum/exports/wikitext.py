"""Citations for an encyclopedia: ``{{cite news}}`` with the exact quotation, a line a print.

What a source prints stands in the values only, every character that MediaWiki would act on written
as an entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from variorum.exports import Surface
from variorum.exports._addresses import url
from variorum.exports._apparatus import Edition
from variorum.exports._clean import one_line
from variorum.exports._proof import spans_line
from variorum.model.record import Record, Witness
from variorum.model.spans import Spans

MEDIA_TYPE = "text/x-wiki"
# Marks of templates, links, tags, emphasis, signatures and magic words, and of bare addresses.
_ACTS = re.compile(r"[&<>{}\[\]|'~_=\"#*;]|(?<=:)/(?=/)|(?<=/)/")
_IN_ADDRESSES = ":/?#@!$&()*+,;=%~-._"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def render(record: Record, surface: Surface) -> str:
    """Return a citation for each print and each shared statement; the surface changes nothing."""
    edition = Edition(record)
    lines = list(_citations(edition))
    proof = f"variorum {spans_line(record)} · sha256 {record.made_by.digest}"
    return "".join(f"* {line}\n" for line in lines) + f"<!-- {proof} -->\n"


def _citations(edition: Edition) -> Iterator[str]:
    for told in edition.record.utterances:
        for print_ in (edition.quotations[key] for key in told.prints):
            speaker = told.speaker or (print_.speaker.name if print_.speaker else "")
            yield _said(speaker) + _cite(edition, print_.witness, edition.said(print_))
    for relation in edition.record.relations:
        for reading in relation.readings:
            cited = _cite(edition, reading.witness, edition.shown(reading))
            yield _said(edition.holder(reading)) + cited


def _said(name: str) -> str:
    return f"{_value(name)}: " if name else ""


def _cite(edition: Edition, witness: str, spans: Spans) -> str:
    told = edition.witnesses[witness]
    values = {
        "title": told.title,
        "url": url(told),
        "work": told.outlet,
        "date": _date(told),
        "author": "; ".join(told.byline),
        "language": told.language,
        "quote": edition.quoted(witness, spans),
    }
    written = {name: _value(value) for name, value in values.items() if value}
    if values["url"]:
        written["url"] = quote(values["url"], safe=_IN_ADDRESSES)
    named = "".join(f" |{name}={value}" for name, value in written.items())
    return f"{{{{cite news{named}}}}}"


def _date(witness: Witness) -> str | None:
    """Return the day of publication, or the whole value where it is no day."""
    edtf = witness.published.edtf if witness.published else ""
    day = _DAY.match(edtf)
    return day.group() if day else edtf or None


def _value(words: str) -> str:
    return _ACTS.sub(lambda found: f"&#{ord(found.group())};", one_line(words))
