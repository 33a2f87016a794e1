"""Harnesses: each takes any bytes into one part of Variorum, and fails where a promise is broken.

What a part may raise is caught; whatever else comes out of a harness is a fault.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tests.articles import article
from variorum import codec, drawers, exports, formats
from variorum.errors import InputError
from variorum.model import edtf
from variorum.model.article import Article, Capture, Page
from variorum.model.limits import Limits
from variorum.model.spans import Span, covers
from variorum.review.ruling_files import line_of, read_ruling, read_rulings
from variorum.review.verify import verify, verify_alone

if TYPE_CHECKING:
    from variorum.stores import Store

SMALL = Limits(bytes=20_000, unpacked=100_000, characters=20_000, blocks=500, witnesses=10)
LONGEST = 400
"""Characters of a text that models read: they are slow beside everything else."""


def read_format(name: str, data: bytes) -> None:
    """Unpack bytes that are named as a file of a format, and read what they hold."""
    form = cast(formats.Named, drawers.take(formats, name))
    capture = Capture(source=f"a{form.SUFFIXES[0]}", data=data, sha256="")
    told: list[str] = []
    inner = formats.unpack(capture, SMALL, reject=lambda s, e: told.append(f"{s}: {e}"))
    for count, part in enumerate(inner, 1):
        assert count <= SMALL.witnesses, "more articles than the limit"
        assert len(part.data) <= max(SMALL.bytes, len(data)), "a part larger than the limit"
        told.append(part.source)
        with suppress(InputError):
            _check_page(formats.read(part, SMALL))
    assert told, "neither read nor refused"
    assert all(one.startswith(capture.source) for one in told), "refused under another name"


def extract(data: bytes) -> None:
    """Read an article out of a page of HTML; its blocks are its lines."""
    from variorum.extract import Extract

    capture = Capture(source="a.html", data=data, sha256="0")
    with suppress(InputError):
        found = Extract(limits=SMALL)(capture)
        _check_blocks(found)


def blocks(data: bytes) -> None:
    """Type the lines of a copied text; its blocks hold every visible character."""
    from variorum.extract import copied

    text = _text(data)
    if text.strip():
        made = article(text)
        typed = copied.type_lines(text, language="en")
        kept = "".join(text[slice(*block.span)] for block in typed)
        assert "".join(kept.split()) == "".join(made.text.split()), "words lost"


def marks(data: bytes) -> None:
    """Find the quote marks of a text; stretches lie in one paragraph and never cross."""
    from variorum.annotate.marks import find_marks

    text = data.decode("utf-8", "replace")
    lines = [block.span for block in article(text).blocks]
    found = find_marks(text, lines)
    for one in found:
        assert any(covers(line, one.outer) for line in lines), "out of its paragraph"
        assert covers(one.outer, one.inner), "the words are not between the marks"
    for one, other in pairwise(found):
        assert one.outer[1] <= other.outer[0] or covers(one.outer, other.outer), "crossing"


def times(data: bytes) -> None:
    """Find the times of a text; each has its words and a value in EDTF."""
    from variorum.annotate.times import find_times
    from variorum.languages import find

    made = article(_text(data, 2_000), published="2031-05-09")
    for time in find_times(made, find("en")):
        _check_span(made.text, time.span)
        assert edtf.read(time.edtf) is not None, f"{time.edtf} is no EDTF"


def dates(data: bytes) -> None:
    """Read a value in EDTF; its first moment is before its end."""
    found = edtf.read(data.decode("utf-8", "replace"))
    if found is not None and found.start is not None and found.end is not None:
        assert found.start < found.end, "ends before it begins"


def annotate(data: bytes) -> None:
    """Find everything in a text; every span lies in it."""
    from variorum.annotate import Annotate

    made = article(_text(data), published="2031-05-09")
    found = Annotate()(made)
    for quotation in found.quotations:
        for span in (*quotation.spans, *quotation.marks, *quotation.cue):
            _check_span(made.text, span)
    for statement in found.statements:
        for span in statement.spans:
            _check_span(made.text, span)
    for sentence in found.sentences:
        _check_span(made.text, sentence)


def record(data: bytes) -> None:
    """Read a record back, prove it, and write it in every format; unsound ones are refused."""
    with suppress(InputError):
        found = codec.seal(codec.decode(data))
        codec.unknown_fields(data)
        verify_alone(found)
        verify(found)
        again = codec.decode(codec.encode(found))
        assert again == found, "not the same when written and read"
        for name in exports.names():
            if exports.takes_folder(name):
                exports.render_files(found, name)
            else:
                exports.render(found, name)


def rulings(data: bytes) -> None:
    """Read a file of rulings; each line is a ruling that is written as it was read, or told."""
    found, wrong = read_rulings(data)
    filled = sum(bool(line.strip()) for line in data.split(b"\n"))
    assert len(found) + len(wrong) == filled, "a line is lost"
    for ruling in found:
        assert read_ruling(line_of(ruling).rstrip(b"\n")) == ruling, "not the same when written"


def addresses(data: bytes) -> None:
    """Read an address of the web, and the rules of a host for robots."""
    from protego import Protego

    from variorum.capture.addresses import web_url

    with suppress(InputError):
        url = web_url(data.decode("utf-8", "replace"))
        assert url.scheme in ("http", "https")
        assert not url.userinfo
        assert web_url(str(url)) == url, "its normal form is another address"
        Protego.parse(data.decode("utf-8", "replace")).can_fetch(str(url), "variorum")


def search(data: bytes) -> None:
    """Search a library for any words, with and without the syntax of queries."""
    with _library().reading() as view:
        for syntax in (False, True):
            with suppress(InputError):
                view.search(data.decode("utf-8", "replace"), syntax=syntax)


HARNESSES: Mapping[str, Callable[[bytes], None]] = {
    **{name: partial(read_format, name) for name in formats.names()},
    "extract": extract,
    "blocks": blocks,
    "marks": marks,
    "times": times,
    "dates": dates,
    "annotate": annotate,
    "record": record,
    "rulings": rulings,
    "addresses": addresses,
    "search": search,
}
"""Every harness by its name."""


@cache
def _library() -> Store:
    from tests.libraries import keep
    from variorum.stores import open_store

    folder = Path(tempfile.mkdtemp(prefix="variorum-"))
    store = open_store(folder / "library.sqlite", create=True)
    keep(store, "Well at Lodz Bay sealed\nOfficials sealed 4 wells on Friday.")
    return store


def _text(data: bytes, longest: int = LONGEST) -> str:
    return data.decode("utf-8", "replace")[:longest]


def _check_page(page: Page) -> None:
    at = 0
    for line in page.lines:
        start, end = line.span
        assert at <= start < end <= len(page.text), "lines out of order"
        assert not page.text[at:start].strip(), "words between lines"
        at = end
    assert not page.text[at:].strip(), "words behind the last line"


def _check_blocks(found: Article) -> None:
    at = 0
    for block in found.blocks:
        _check_span(found.text, block.span)
        assert not found.text[at : block.span[0]].strip(), "words between blocks"
        at = block.span[1]
    assert not found.text[at:].strip(), "words behind the last block"
    if found.published and found.published.span:
        _check_span(found.text, found.published.span)


def _check_span(text: str, span: Span) -> None:
    start, end = span
    assert 0 <= start < end <= len(text), f"{span} is no span of the text"
