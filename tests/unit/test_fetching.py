"""Fetching from a server of our own that misbehaves; no test asks anything but loopback."""

from __future__ import annotations

import gzip
import hashlib
from functools import reduce

import httpcore
import pytest

from tests.misbehaving import PAGE, Clock, Request, Script, Send, Server, answer, fetcher
from variorum import formats
from variorum.capture.connections import Deadline
from variorum.capture.fetch import Fetcher
from variorum.capture.policy import Policy
from variorum.errors import InputError, LimitError, RetryError
from variorum.model.limits import Limits

FIVEFOLD = reduce(lambda data, _: gzip.compress(data, mtime=0), range(5), PAGE)


def test_page_is_kept_byte_by_byte(server: Server) -> None:
    """A page is a capture: its bytes, their hash, the media type, and its address as source."""
    address = server.on("/ferry?day=1", answer(Content_Type="text/html; charset=utf-8"))
    found = fetcher().get(f"{address}#top").capture
    assert (found.data, found.source) == (PAGE, address)
    assert found.media_type == "text/html; charset=utf-8"
    assert found.sha256 == hashlib.sha256(PAGE).hexdigest()


def test_program_names_itself_and_tells_no_more(server: Server) -> None:
    """Every request names program and contact; no cookie is taken, sent, nor any referrer."""
    address = server.on("/", answer(Set_Cookie="id=1"))
    fetch = fetcher(contact="https://desk.example/robot")
    fetch.get(address)
    fetch.get(address)
    for request in server.asked:
        assert request.headers["user-agent"].startswith("variorum/")
        assert request.headers["user-agent"].endswith("(+https://desk.example/robot)")
        assert not {"cookie", "referer", "authorization", "from"} & set(request.headers)


def _hang(server: Server) -> Script:
    def script(request: Request, send: Send) -> None:
        server.closing.wait(20)

    return script


def _drip(server: Server, head: bytes, drop: bytes) -> Script:
    def script(request: Request, send: Send) -> None:
        send(head)
        while not server.closing.wait(0.02):
            send(drop)

    return script


def test_silent_server_is_left_in_time(server: Server) -> None:
    """A server that takes a request and says nothing is left after the time-out, for later."""
    address = server.on("/", _hang(server))
    with pytest.raises(RetryError, match="does not answer in time"):
        fetcher(read_seconds=0.1, attempts=1).get(address)


def test_silence_ends_with_the_deadline(server: Server) -> None:
    """A silent server is left when the time for a page is up, be the time-out ever so long."""
    address = server.on("/", _hang(server))
    patient = Fetcher(Policy(allow_private=True, read_seconds=15), Limits(seconds=0.3))
    with pytest.raises(LimitError, match="took longer"):
        patient.get(address)


def test_nothing_is_begun_behind_the_deadline() -> None:
    """Once the time is up no wait is allowed, however short."""
    with pytest.raises(httpcore.ReadTimeout):
        Deadline(0, Clock()).cut(1)


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\n", b"A: b\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
    ids=["body", "headers", "interim answers", "chunks"],
)
def test_slow_drip_ends_with_the_deadline(server: Server, head: bytes, drop: bytes) -> None:
    """A server that always sends one more drop is cut off when the time for a page is up."""
    address = server.on("/", _drip(server, head, drop))
    patient = Fetcher(Policy(allow_private=True), Limits(seconds=0.3))
    with pytest.raises(LimitError, match=r"took longer than 0\.3 seconds; .*--max-seconds"):
        patient.get(address)


def test_endless_body_is_cut_at_the_limit(server: Server) -> None:
    """A body without end, chunked or not, is read up to the limit and no further."""

    def endless(request: Request, send: Send) -> None:
        send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not server.closing.is_set():
            send(b"x" * 65_536)

    address = server.on("/", endless)
    with pytest.raises(LimitError, match=r"larger than 100,000 bytes; .*--max-bytes"):
        fetcher(limits=Limits(bytes=100_000)).get(address)


def test_bomb_stops_at_the_limit(server: Server) -> None:
    """What a few compressed bytes unfold to is counted as it is made."""
    brotli = pytest.importorskip("brotli")
    zeros = b"\0" * 5_000_000
    for coding, data in (("gzip", gzip.compress(zeros, mtime=0)), ("br", brotli.compress(zeros))):
        address = server.on(f"/{coding}", answer(data, Content_Encoding=coding))
        with pytest.raises(LimitError, match="unpacks to more than 1,000,000 bytes"):
            fetcher(limits=Limits(unpacked=1_000_000)).get(address)
        with pytest.raises(LimitError, match="larger than 1,000,000 bytes"):
            fetcher(limits=Limits(bytes=1_000_000)).get(address)
        assert fetcher().get(address).capture.data == zeros


def test_coding_of_the_transfer_is_taken_off(server: Server) -> None:
    """A compressed answer is kept as the page it is; a compressed file stays as it is."""
    packed = gzip.compress(PAGE, mtime=0)
    sent = server.on("/a", answer(packed, Content_Encoding="gzip"))
    file = server.on("/b.gz", answer(packed, Content_Type="application/gzip"))
    assert fetcher().get(sent).capture.data == PAGE
    assert fetcher().get(file).capture.data == packed
    assert "gzip" in server.asked[-1].headers["accept-encoding"]


@pytest.mark.parametrize(
    ("data", "coding"),
    [
        (PAGE, "gzip"), (gzip.compress(PAGE, mtime=0)[:-9], "gzip"), (PAGE, "br"), (PAGE, "zstd"),
        (FIVEFOLD, "gzip, gzip, gzip, gzip, gzip"),
    ],
)  # fmt: skip
def test_broken_coding_is_an_input_error(server: Server, data: bytes, coding: str) -> None:
    """What is not compressed as it says, cut off, or compressed in ways unasked, is refused."""
    address = server.on("/", answer(data, Content_Encoding=coding))
    with pytest.raises(InputError, match=r"^http://127.*; (get|save)"):
        fetcher().get(address)


@pytest.mark.parametrize(
    "sent",
    [
        answer(Content_Length=str(len(PAGE) + 50)),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a size\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        b"HTTP/9 what is this\r\n\r\n",
        b"<html>no HTTP at all</html>\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"HTTP/1.1 200 OK\r\nBroken header\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"a" * 300_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: a\r\n" % i for i in range(40_000)) + b"\r\n",
        b"",
    ],
    ids=[
        "longer than sent", "early close in chunks", "garbage chunks", "two lengths",
        "negative length", "close in headers", "garbage status", "no HTTP", "TLS", "no header",
        "huge header", "many headers", "early close",
    ],
)  # fmt: skip
def test_answer_that_is_no_http_is_for_later(server: Server, sent: bytes) -> None:
    """What breaks off or is no HTTP is asked for again, then left; none of it is told."""
    address = server.on("/", sent)
    with pytest.raises(RetryError, match="breaks off or is no HTTP") as told:
        fetcher(attempts=2).get(address)
    assert len(server.pages()) == 2
    assert "hello" not in str(told.value)


def test_no_more_is_read_than_the_length_says(server: Server) -> None:
    """Bytes behind the length that the server names are not part of the page."""
    address = server.on("/", answer(Content_Length=str(len(PAGE) - 14)))
    assert fetcher().get(address).capture.data == PAGE[:-14]


@pytest.mark.parametrize("status", ["200 OK", "204 No Content"])
def test_empty_answer_is_no_page(server: Server, status: str) -> None:
    """An answer without a body is named, and not retried."""
    address = server.on("/", answer(b"", status))
    with pytest.raises(InputError, match=r"empty|204 \(No Content\)"):
        fetcher().get(address)
    assert server.pages() == ["/"]


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("<p>Caf\xe9</p>".encode(), "text/html; charset=iso-8859-1", "Caf\xe9"),
        ("<p>Caf\xe9</p>".encode("latin-1"), "text/html; charset=utf-8", "Caf\xe9"),
        ("<p>Caf\xe9</p>".encode("latin-1"), "text/html; charset=no-such", "Caf\xe9"),
        (PAGE, "application/rss+xml", "Ferry\nIt stays in harbour."),
        (PAGE, "image/png", "Ferry\nIt stays in harbour."),
        (PAGE, "\xff\xfe nonsense", "Ferry\nIt stays in harbour."),
        (PAGE, "", "Ferry\nIt stays in harbour."),
    ],
)
def test_wrong_label_does_not_spoil_a_page(
    server: Server, body: bytes, kind: str, text: str
) -> None:
    """A wrong charset or media type loses no letter: the bytes are believed first."""
    address = server.on("/page", answer(body, Content_Type=kind))
    assert formats.read(fetcher().get(address).capture).text == text


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "403 Forbidden", "999 Odd"])
def test_refusal_is_final(server: Server, status: str) -> None:
    """What is not there, or not for us, is an input error with the number, asked for once."""
    address = server.on("/", answer(status=status))
    with pytest.raises(InputError, match=rf"^{address}: the server answers {status[:3]}"):
        fetcher().get(address)
    assert server.pages() == ["/"]


def test_nothing_of_a_page_is_logged(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """The log names addresses, numbers and hashes, and no word that a server sent."""
    caplog.set_level("DEBUG", logger="variorum")
    fetch = fetcher()
    fetch.get(server.on("/", answer(status="200 Harbour")))
    with pytest.raises(RetryError):
        fetch.get(server.on("/bad", b"It stays in harbour"))
    assert "harbour" not in caplog.text.lower()
