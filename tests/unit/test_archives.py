"""Archives and mail: what of them is an article, and as which bytes."""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest

from tests.samples import MAIL, PAGE, WARC, answer, as_json, rss, zipped
from tests.unit.test_feeds import articles
from variorum import formats
from variorum.errors import InputError, SetupError
from variorum.formats import _unpacked
from variorum.model.article import Capture
from variorum.model.limits import Limits

URL = "https://corran.example/ferry"
CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in (PAGE[:30], PAGE[30:])) + b"0\r\n\r\n"
GZIPPED = gzip.compress(PAGE, mtime=0)


def unpacked(data: bytes, source: str = "a.warc") -> tuple[list[Capture], list[tuple[str, str]]]:
    """Return the captures in a file, and what was rejected and why."""
    rejected: list[tuple[str, str]] = []
    capture = Capture(source=source, data=data, sha256="")
    found = formats.unpack(capture, reject=lambda s, e: rejected.append((s, str(e))))
    return list(found), rejected


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (PAGE, ""),
        (GZIPPED, "Content-Encoding: gzip\r\n"),
        (zlib.compress(PAGE), "Content-Encoding: deflate\r\n"),
        (brotli.compress(PAGE), "Content-Encoding: br\r\n"),
        (CHUNKED, "Transfer-Encoding: chunked\r\n"),
        (PAGE, "Transfer-Encoding: chunked\r\n"),
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(GZIPPED), GZIPPED),
         "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
    ],
)  # fmt: skip
def test_page_of_an_archive_is_the_bytes_without_their_codings(body: bytes, more: str) -> None:
    """However an answer was sent and kept, its page has the same bytes and its own address."""
    captures, rejected = unpacked(answer(URL, body, more=more))
    assert not rejected
    assert [(c.source, c.data) for c in captures] == [(f"a.warc#{URL}", PAGE)]


def test_only_pages_of_an_archive_count() -> None:
    """Pictures, and answers other than 200, are passed over without a word."""
    data = (
        answer("https://corran.example/a.png", b"\x89PNG", "image/png")
        + answer("https://corran.example/gone", PAGE, status="404 Not Found")
        + answer(URL, PAGE, "text/html; charset=utf-8")
    )
    captures, rejected = unpacked(data)
    assert [c.source for c in captures] == [f"a.warc#{URL}"]
    assert not rejected


def test_resource_of_an_archive_is_a_page() -> None:
    """A record that holds a page without the head of an answer is read as well."""
    head = (
        f"WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: <{URL}>\r\n"
        "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2031-05-06T07:08:09Z\r\n"
        f"Content-Type: text/html\r\nContent-Length: {len(PAGE)}\r\n\r\n"
    )
    captures, _ = unpacked(head.encode() + PAGE + b"\r\n\r\n")
    assert [(c.source, c.data) for c in captures] == [(f"a.warc#{URL}", PAGE)]


def test_second_answer_of_one_address_is_named_by_its_number() -> None:
    """An address names one part only; a later one has its number in the file."""
    captures, _ = unpacked(answer(URL, PAGE) + answer(URL, PAGE.replace(b"stays", b"sails")))
    assert [c.source for c in captures] == [f"a.warc#{URL}", "a.warc#2"]


@pytest.mark.parametrize(
    "url", ["file:///home/reed/page.html", "https://reed:word@corran.example/", "about:blank"]
)
def test_local_path_or_password_is_no_name(url: str) -> None:
    """Only an address of the web without a user in it stands in a record."""
    captures, _ = unpacked(answer(url, PAGE))
    assert [c.source for c in captures] == ["a.warc#1"]


def test_encoding_an_answer_names_counts() -> None:
    """The encoding in the head of an answer is believed where the bytes are no UTF-8."""
    page = "<!doctype html><p>Ледокол стоит в порту.</p>".encode("koi8-r")
    (capture,), _ = unpacked(answer(URL, page, "text/html; charset=koi8-r"))
    assert formats.read(capture).text == "Ледокол стоит в порту."


def test_media_type_decides_where_the_shape_does_not() -> None:
    """Mark-up that begins as no page does is HTML where the answer says so."""
    body = b"Stay <b>in</b> harbour."
    (capture,), _ = unpacked(answer(URL, body))
    assert formats.read(capture).text == "Stay in harbour."
    (capture,), _ = unpacked(answer(URL, body, "text/plain"))
    assert formats.read(capture).text == body.decode()


def test_feed_in_an_archive_is_opened() -> None:
    """A feed inside an archive gives its items, named by the archive and their addresses."""
    feed = rss(f"<title>Ferry</title><link>{URL}</link><description>It stays.</description>")
    captures, _ = unpacked(answer("https://corran.example/a.html", feed, "application/rss+xml"))
    assert [(c.source, c.date_basis) for c in captures] == [(f"a.warc#{URL}", "feed")]


def test_packaged_archives_are_one_file() -> None:
    """A WACZ gives the pages of all its archives, by the names of those; compressed or not."""
    other = answer("https://corran.example/other", PAGE)
    data = zipped(
        datapackage_json=b"{}",
        archive__b_warc=other,
        archive__a_warc_gz=gzip.compress(WARC, mtime=0),
    )
    captures, rejected = unpacked(data, "c.wacz")
    assert [c.source for c in captures] == [f"c.wacz#{URL}", "c.wacz#https://corran.example/other"]
    assert not rejected
    assert unpacked(zipped(datapackage_json=b"{}"), "c.wacz")[1][0][1].endswith(
        "; give one that does"
    )


def test_members_of_a_gzip_file_are_read_one_after_the_other() -> None:
    """A compressed archive holds a member a record; a compressed page keeps its file's name."""
    members = gzip.compress(WARC, mtime=0) + gzip.compress(
        answer("https://corran.example/2", PAGE), mtime=0
    )
    assert [c.source for c in unpacked(members + b"\x00" * 512, "a.warc.gz")[0]] == [
        f"a.warc.gz#{URL}",
        "a.warc.gz#https://corran.example/2",
    ]
    assert [c.source for c in unpacked(gzip.compress(PAGE, mtime=0), "page.html.gz")[0]] == [
        "page.html.gz"
    ]


def test_cut_answer_is_rejected_and_named() -> None:
    """A page whose end is missing is no page: its words would be fewer than were printed."""
    captures, rejected = unpacked(WARC + answer("https://corran.example/2", PAGE)[:-40])
    assert [c.source for c in captures] == [f"a.warc#{URL}"]
    assert rejected == [("a.warc#2", "https://corran.example/2: is cut off; get the archive again")]


@pytest.mark.parametrize("coding", ["zstd", "gzip, made-up"])
def test_unknown_coding_is_named(coding: str) -> None:
    """A page in a coding that is not read is rejected, and the next page is read."""
    data = answer("https://corran.example/2", PAGE, more=f"Content-Encoding: {coding}\r\n") + WARC
    captures, [(source, reason)] = unpacked(data)
    assert (len(captures), source) == (1, "a.warc#1")
    assert "which is not read; save the page itself" in reason


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the packages for archives, the run stops and says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "fastwarc.warc", None)
    with pytest.raises(SetupError, match=r'fastwarc.*pip install "variorum\[archives\]"'):
        unpacked(WARC)
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    with pytest.raises(SetupError, match=r'brotli.*pip install "variorum\[archives\]"'):
        _unpacked.unbrotlied(b"x", Limits())


def test_mail_is_read_with_its_subject_and_date() -> None:
    """The subject is the headline, the day of sending the date; the sender is nobody's credit."""
    (read,) = articles(MAIL, "letter.eml")
    assert read.text == "Ferry – again\nIt stays in harbour.\nCafé closed."
    assert (read.source, read.outlet, read.byline) == ("letter.eml#1", None, ())
    assert read.published is not None
    assert (read.published.edtf, read.published.basis) == ("2031-05-06T09:00:00+02:00", "metadata")


def test_page_in_a_mail_is_read_before_its_text() -> None:
    """Of the alternatives of one message HTML counts; what is attached does not."""
    data = (
        b"MIME-Version: 1.0\nSubject: Ferry\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>Attached.</p>\n"
        b"--x\nContent-Type: multipart/alternative; boundary=y\n\n"
        b"--y\nContent-Type: text/plain\n\nPlain.\n"
        b"--y\nContent-Type: text/html\n\n<p>It stays in harbour.</p>\n--y--\n--x--\n"
    )
    (read,) = articles(data, "letter")
    assert read.text == "Ferry\nIt stays in harbour."


def test_text_that_begins_like_mail_is_text() -> None:
    """A copied page with a date line and a byline at its top is no message."""
    data = b"From: our correspondent\nDate: 6 May 2031\n\nIt stays in harbour.\n"
    captures, _ = unpacked(data, "page.txt")
    assert [c.source for c in captures] == ["page.txt"]


@pytest.mark.parametrize("broken", [GZIPPED[:-9], GZIPPED[:12] + b"\xff\xff\xff" + GZIPPED[15:]])
def test_broken_gzip_is_rejected(broken: bytes) -> None:
    """Compressed data that ends too soon or holds other bytes gives no text at all."""
    captures, [(_, reason)] = unpacked(broken, "page.html.gz")
    assert not captures
    assert reason.endswith("; get the file again")


def test_file_without_an_article_says_so() -> None:
    """An archive of pictures is named, with a remedy."""
    captures, rejected = unpacked(answer(URL, b"\x89PNG", "image/png"))
    assert not captures
    assert rejected == [("a.warc", "holds no article in a form that is read; give the pages")]


def test_container_is_no_page() -> None:
    """Reading a container as one page is refused, not guessed."""
    with pytest.raises(InputError, match="unpack it first"):
        formats.read(Capture(source="a.jsonl", data=as_json(text="x") + b"\n", sha256=""))
