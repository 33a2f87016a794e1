"""Manners of fetching: retries, rests, and asking only for what has changed."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest

from tests.misbehaving import PAGE, Clock, Request, Send, Server, answer, fetcher
from variorum.capture import Intake
from variorum.capture.fetch import Fetched, NotModified, Validators
from variorum.capture.policy import Policy
from variorum.errors import InputError, RetryError
from variorum.model.limits import Limits


def test_fault_that_passes_is_asked_again(server: Server) -> None:
    """After 500 the page is asked for again, each time after a longer rest."""
    bad = answer(b"", "500 Internal Server Error")
    clock = Clock()
    address = server.on("/", bad, answer(b"", "503 Service Unavailable"), answer())
    assert fetcher(clock, delay=0.5).get(address).capture.data == PAGE
    assert clock.slept == [1.0, 2.0]
    gone = server.on("/bad", bad)
    with pytest.raises(RetryError, match=r"500 \(Internal Server Error\); try later"):
        fetcher(attempts=3).get(gone)
    assert server.pages().count("/bad") == 3


def test_retry_after_is_honoured(server: Server) -> None:
    """A server that says when to come back is asked then, be it in seconds or as a date."""
    clock = Clock()
    at = datetime.fromtimestamp(clock.time() + 9, UTC)
    for value, slept in (("7", 7.0), (format_datetime(at, usegmt=True), 9.0)):
        busy = answer(b"", "429 Too Many Requests", Retry_After=value)
        address = server.on("/", busy, answer())
        clock = Clock()
        fetcher(clock).get(address)
        assert clock.slept == [pytest.approx(slept, abs=1.0)]


def test_what_may_come_later_is_of_no_use_to_this_run(server: Server) -> None:
    """For one reading a page that is not there now is rejected, under its address, as any other."""
    address = server.on("/", answer(b"", "503 Service Unavailable", Retry_After="3600"))
    intake = Intake(Limits(), Policy(allow_private=True))
    with pytest.raises(InputError, match=rf"^{address}: the server answers 503 .*try later"):
        intake(f"{address}#top")


def test_long_retry_after_leaves_the_host_alone(server: Server) -> None:
    """A wait that is too long is no wait: the error says when, and the host is not asked again."""
    address = server.on("/", answer(b"", "503 Service Unavailable", Retry_After="3600"), answer())
    fetch = fetcher()
    with pytest.raises(RetryError, match="503") as told:
        fetch.get(address)
    assert told.value.after == 3600
    with pytest.raises(RetryError, match="left alone for another 3,600 seconds"):
        fetch.get(server.on("/other", answer()))
    assert server.pages() == ["/"]


def test_polite_waits_are_not_on_the_account_of_the_page(server: Server) -> None:
    """A page whose host needs a longer rest than the page may take is read all the same."""
    address = server.on("/", answer())
    fetch = fetcher(limits=Limits(seconds=5), delay=20.0)
    fetch.get(address)
    assert fetch.get(address).capture.data == PAGE


def test_waits_for_one_page_are_limited_together(server: Server) -> None:
    """A server that says "in a moment" time and again is not waited for without end."""
    busy = answer(b"", "503 Service Unavailable", Retry_After="20")
    clock = Clock()
    with pytest.raises(RetryError, match="503") as told:
        fetcher(clock, attempts=9).get(server.on("/", busy))
    assert (clock.slept, told.value.after) == ([20.0], 20.0)


@pytest.mark.parametrize("value", ["-5", "soon", "9" * 400, "Mon, 99 Foo 2031", "\u0665"])
def test_nonsense_in_retry_after_is_no_wait(server: Server, value: str) -> None:
    """A Retry-After that is no number or date, or beyond all reason, neither hangs nor raises."""
    busy = answer(b"", "503 Service Unavailable", Retry_After=value.encode().decode("latin-1"))
    clock = Clock()
    with suppress(RetryError):
        fetcher(clock).get(server.on("/", busy, answer()))
    assert sum(clock.slept) <= 30


def test_changed_page_is_told_by_its_validators(server: Server) -> None:
    """What was sent with a page is asked with the next time; 304 needs no body."""
    modified = "Tue, 06 May 2031 09:00:00 GMT"
    address = server.on(
        "/", answer(ETag='"a1"', Last_Modified=modified), answer(b"", "304 Not Modified"), answer()
    )
    fetch = fetcher()
    first = fetch.get(address)
    assert first.validators == Validators(source=address, etag='"a1"', last_modified=modified)
    assert fetch.get(address, first.validators) == NotModified(first.validators)
    assert server.asked[-1].headers["if-none-match"] == '"a1"'
    assert server.asked[-1].headers["if-modified-since"] == modified
    assert isinstance(fetch.get(address, first.validators), Fetched)


def test_304_renews_what_is_known(server: Server) -> None:
    """Another ETag in an answer of 304 takes the place of the one that was asked with."""
    address = server.on("/", answer(b"", "304 Not Modified", ETag='"new"'))
    known = Validators(source=address, etag='"old"', last_modified="then")
    found = fetcher().get(address, known)
    assert found.validators == Validators(source=address, etag='"new"', last_modified="then")


def test_304_that_was_not_asked_for_is_no_page(server: Server) -> None:
    """A server that says "as it was" to one who knows nothing, or of another page, is refused."""
    address = server.on("/", answer(b"", "304 Not Modified"))
    for known in (None, Validators(source=server.url("/other"), etag='"a"')):
        with pytest.raises(InputError, match=r"304 \(Not Modified\)"):
            fetcher().get(address, known)
    assert "if-none-match" not in server.asked[-1].headers


@pytest.mark.parametrize("etag", ["a" * 5_000, "\xe9\xff", ""])
def test_etag_of_no_use_is_not_kept(server: Server, etag: str) -> None:
    """An ETag that is too long or no plain ASCII is as good as none."""
    assert fetcher().get(server.on("/", answer(ETag=etag))).validators.etag is None


def test_known_etag_cannot_smuggle_a_header(server: Server) -> None:
    """What was kept outside and came back with a line break in it is not sent."""
    address = server.on("/", answer())
    fetcher().get(address, Validators(source=address, etag='"a"\r\nCookie: b'))
    assert "if-none-match" not in server.asked[-1].headers
    assert "cookie" not in server.asked[-1].headers


def test_one_host_is_asked_one_at_a_time(server: Server) -> None:
    """Threads that share a fetcher wait for one another at one host, with a rest in between."""
    running = most = 0
    lock = threading.Lock()

    def watched(request: Request, send: Send) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1
        send(answer())

    addresses = [server.on(f"/{number}", watched) for number in range(4)]
    clock = Clock()
    fetch = fetcher(clock, delay=2.0)
    threads = [threading.Thread(target=fetch.get, args=(address,)) for address in addresses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most, len(server.pages())) == (1, 4)
    assert clock.slept == [2.0, 2.0, 2.0]
    fetch.get(server.url("/0", "other.example"))
    assert clock.slept == [2.0, 2.0, 2.0]


@pytest.mark.parametrize(
    ("said", "fresh"),
    [
        ("max-age=600, public", 600),
        ('private, Max-Age="60"', 60),
        ("max-age=600, no-cache", 0),
        ("s-maxage=600", 0),
        ("max-age=-5", 0),
        ("max-age=²", 0),
        ("max-age=9999999999999999999999", 999999999),
        ("", 0),
    ],
)
def test_how_long_an_answer_is_fresh_is_told(server: Server, said: str, fresh: int) -> None:
    """`max-age` says how long a page need not be asked again; nonsense, or `no-cache`, nothing."""
    sent = answer(Cache_Control=said)
    assert fetcher().get(server.on("/", sent)).fresh == fresh
