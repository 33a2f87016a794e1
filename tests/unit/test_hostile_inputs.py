"""Inputs that are made to hurt: bombs, entities, depth, and patterns without end."""

from __future__ import annotations

import gzip
import re
import zipfile
from pathlib import Path

import brotli
import pytest

from tests.samples import WARC, answer, as_json, rss, zipped
from variorum import formats
from variorum.errors import InputError, LimitError
from variorum.formats import _entries, _xml
from variorum.model.article import Capture
from variorum.model.limits import Limits

ZEROS = b"a" * 3_000_000
SMALL = Limits(unpacked=1_000_000)
TEXT = "<description>It stays in harbour.</description>"


def unpacked(
    data: bytes, limits: Limits | None = None, source: str = "file"
) -> tuple[list[Capture], list[tuple[str, InputError]]]:
    """Return the captures in a file, and what was rejected."""
    rejected: list[tuple[str, InputError]] = []
    capture = Capture(source=source, data=data, sha256="")
    found = formats.unpack(capture, limits, reject=lambda s, e: rejected.append((s, e)))
    return list(found), rejected


@pytest.mark.parametrize(
    "bomb",
    [
        gzip.compress(ZEROS, mtime=0),
        gzip.compress(gzip.compress(ZEROS, mtime=0), mtime=0),
        gzip.compress(b"a" * 600_000, mtime=0) * 2,
        zipped(datapackage_json=b"{}", archive__a_warc=ZEROS),
    ],
)
def test_bomb_is_stopped(bomb: bytes) -> None:
    """A small file that unfolds to more than the limit is rejected, whatever wraps it."""
    captures, [(source, error)] = unpacked(bomb, SMALL)
    assert not captures
    assert (source, type(error)) == ("file", LimitError)
    assert "--max-unpacked" in str(error)


@pytest.mark.parametrize(
    ("body", "coding"), [(gzip.compress(ZEROS, mtime=0), "gzip"), (brotli.compress(ZEROS), "br")]
)
def test_bomb_in_an_archive_leaves_the_rest(body: bytes, coding: str) -> None:
    """One answer that unfolds without end is rejected by its name; the next page is read."""
    data = answer("https://a.example/", body, more=f"Content-Encoding: {coding}\r\n") + WARC
    captures, [(source, error)] = unpacked(data, SMALL)
    assert [c.source for c in captures] == ["file#https://corran.example/ferry"]
    assert source == "file#1"
    assert "--max-unpacked" in str(error)


def test_limit_counts_all_that_comes_out_of_a_file() -> None:
    """Many small parts are as much as one large one: those within the limit are kept."""
    lines = b"\n".join(as_json(text=f"{n} " + "word " * 2_000) for n in range(20))
    captures, rejected = unpacked(lines, Limits(unpacked=50_000))
    assert 0 < len(captures) < 20
    assert "--max-unpacked" in str(rejected[-1][1])


def test_part_that_is_too_large_leaves_the_rest() -> None:
    """Of a file one article is larger than any may be: it is refused by its name, and no other."""
    lines = b"\n".join(as_json(text="word " * size) for size in (10, 1_000, 11))
    captures, [(source, error)] = unpacked(lines, Limits(bytes=1_000))
    assert [c.source for c in captures] == ["file#1", "file#3"]
    assert (source, "--max-bytes" in str(error)) == ("file#2", True)


def test_layers_are_limited() -> None:
    """A file in a file in a file is opened as deep as the limit says."""
    data = b"It stays in harbour."
    for _ in range(3):
        data = gzip.compress(data, mtime=0)
    assert len(unpacked(data, Limits(depth=3))[0]) == 1
    captures, [(_, error)] = unpacked(data, Limits(depth=2))
    assert not captures
    assert "more than 2 layers" in str(error)
    assert "--max-depth" in str(error)


def test_parts_are_counted() -> None:
    """Of more articles than the limit the first are read; endless parts of no use end as well."""
    captures, [(_, error)] = unpacked(rss(*[TEXT] * 9), Limits(witnesses=4))
    assert len(captures) == 4
    assert "--max-witnesses" in str(error)
    captures, rejected = unpacked(b"{\n" * 100_000, Limits(witnesses=4), "a.jsonl")
    assert len(rejected) == 5
    assert "more than 4 parts are of no use" in str(rejected[-1][1])


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))


@pytest.mark.parametrize(
    "subset",
    [
        f'<!ENTITY l0 "lol">{LAUGHS}',
        f'<!ENTITY x "{"word " * 20_000}">',
        '<!ENTITY x SYSTEM "file:///etc/hostname">',
        '<!ENTITY x PUBLIC "-//X" "http://127.0.0.1:9/x.txt">',
        '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;',
    ],
    ids=["billion laughs", "quadratic", "file", "network", "parameter"],
)
def test_entities_are_refused(subset: str) -> None:
    """XML that declares entities is refused whole, whether they stand in text or attributes."""
    for use in ("&l9;&x;", '<a href="&l9;&x;"/>'):
        feed = f"<!DOCTYPE rss [{subset}]><rss><channel><item><title>{use}</title>{TEXT}</item>"
        captures, [(_, error)] = unpacked(f"{feed}</channel></rss>".encode())
        assert not captures
        assert "declares entities of its own" in str(error)


def test_fault_in_xml_is_named_with_its_line() -> None:
    """What is not well-formed is refused whole, for half of it would misquote; so is depth."""
    for inside, said in (("<b>\n<i></b>", "line 2: not well-formed XML ("), ("<b>" * 300, "256")):
        captures, [(_, error)] = unpacked(rss(f"<description>{inside}</description>"))
        assert not captures
        assert said in str(error)
        assert "; save" in str(error)


def test_document_type_is_never_fetched(tmp_path: Path) -> None:
    """A DTD beside the feed is not read: its entity stays the letters that name it."""
    (tmp_path / "x.dtd").write_text('<!ENTITY secret "words of another file">')
    feed = f'<!DOCTYPE rss SYSTEM "file://{tmp_path}/x.dtd"><rss><channel><item>'
    feed += "<description>It is &secret; here.</description></item></channel></rss>"
    (capture,), _ = unpacked(feed.encode())
    assert formats.read(capture).text == "It is &secret; here."


def test_inclusions_are_not_followed(tmp_path: Path) -> None:
    """An XInclude of a file brings in nothing."""
    (tmp_path / "x.txt").write_text("words of another file")
    include = f'<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{tmp_path}/x.txt"/>'
    (capture,), _ = unpacked(rss(f"<description>It is {include} here.</description>"))
    assert b"another" not in capture.data


DEEP = 100_000


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("data", "source"),
    [
        (b"<rss>" + b"<a>" * DEEP, "a"),
        (b'{"text":' + b"[" * DEEP + b"]" * DEEP + b"}", "a.jsonl"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * DEEP, "a.jsonfeed"),
        (b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * DEEP, "a.eml"),
        (b"<rss>" + b"<![CDATA[" * DEEP, "a"),
        (b"<rss>" + b"&" * DEEP + b"</rss>", "a"),
        (b"<rss>&" + b"a" * DEEP, "a"),
        (b"<!--" * DEEP + b"<rss>", "a"),
        (b"<?" * DEEP + b"<rss>", "a"),
        (b"<!DOCTYPE rss [" + b"] " * DEEP + b"<rss>", "a"),
        (b"<rss " + b" ".join(b'a%d="x"' % n for n in range(DEEP)) + b"/>", "a"),
        (b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?" * DEEP + b"\n\nwords", "a.eml"),
        (b"MIME-Version: 1.0\nContent-Type: text/plain; " + b'a="' * DEEP + b"\n\nwords", "a.eml"),
        (b"MIME-Version: 1.0\n" + b"boundary=" * DEEP, "a.eml"),
        (b"A: " * DEEP + b"\n" + b" x\n" * DEEP, "a"),
        (b"WARC/1.0\r\n" + b"A: b\r\n" * DEEP, "a.warc"),
        (WARC.replace(b"Content-Length: ", b"Content-Length: 9999999999999999999999"), "a.warc"),
        (answer("https://a.example/", b"1\r\na\r\n" * DEEP, more="Transfer-Encoding: chunked\r\n"),
         "a.warc"),
        (gzip.compress(b"", mtime=0) * DEEP, "a.gz"),
        (b"PK\x03\x04datapackage.json" + b"PK\x01\x02" * DEEP, "a.wacz"),
        (as_json(html="<a " * DEEP, title="<a" * DEEP), "a.jsonl"),
        (as_json(html=" " * DEEP + "<", date="1" * DEEP, url="https://" + "a" * DEEP), "a.jsonl"),
    ],
)  # fmt: skip
def test_nothing_runs_away(data: bytes, source: str) -> None:
    """Depth, repetition and patterns that match at the last moment are read or refused soon."""
    captures, rejected = unpacked(data, source=source)
    for capture in captures:
        try:
            formats.read(capture)
        except InputError as error:
            rejected.append((capture.source, error))
    assert captures or rejected


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["<", "<a", " ", "<?xml ", "&", "&#", "<!--", "; charset=", "\n"])
def test_patterns_of_entries_are_linear(piece: str) -> None:
    """What tells HTML from text and cuts titles takes long strings of any one piece."""
    text = piece * (2_000_000 // len(piece))
    _entries.as_html(text)
    _entries.plain(text)
    _entries.iso_date(text)
    assert _xml.root_of(text.encode()) == ""


def test_overlapping_zip_is_no_way_round_the_limit(tmp_path: Path) -> None:
    """A zip file that lists one archive many times unfolds no further than the limit."""
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for number in range(20):
            package.writestr(f"archive/{number}.warc", WARC + b"\r\n" * 40_000)
    captures, rejected = unpacked(path.read_bytes(), Limits(unpacked=200_000), "a.wacz")
    assert len(captures) < 20
    assert re.search("--max-unpacked", str(rejected[-1][1]))
