"""Redirects, and what robots.txt says of each address on the way."""

from __future__ import annotations

from typing import Any

import httpcore
import pytest

from tests.misbehaving import PAGE, Clock, Server, answer, fetcher
from variorum.capture.addresses import resolve
from variorum.capture.fetch import Fetcher, Validators
from variorum.capture.policy import Policy
from variorum.errors import InputError, RetryError, VariorumError


def test_redirects_are_followed_to_the_page(server: Server) -> None:
    """The source of a page is where it was in the end; a redirect is no visit that needs a rest."""
    clock = Clock()
    start = server.on("/1", answer(b"", "301 Moved", Location="2?a=b#part"))
    server.on("/2?a=b", answer(b"", "302 Found", Location=server.url("/3", "other.example")))
    server.on("/3", answer())
    found = fetcher(clock).get(start)
    assert found.capture.source == server.url("/3", "other.example")
    assert server.pages() == ["/1", "/2?a=b", "/3"]
    assert not clock.slept


def test_redirects_in_a_circle_are_refused(server: Server) -> None:
    """A page that leads back to itself, or to ever other pages, is left."""
    server.on("/a", answer(b"", "307 Temporary", Location="/b"))
    address = server.on("/b", answer(b"", "308 Permanent", Location="/a"))
    with pytest.raises(InputError, match="in a circle"):
        fetcher().get(address)
    for number in range(20):
        server.on(f"/{number}", answer(b"", "302 Found", Location=f"/{number + 1}"))
    with pytest.raises(InputError, match="more than 10 redirects"):
        fetcher().get(server.url("/0"))
    assert "/11" not in server.pages()


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/",
     "http://10.0.0.1/", "http://localhost/"],
)  # fmt: skip
def test_redirect_into_a_network_is_refused(
    server: Server, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A public page that leads to a private address is followed no further."""
    address = server.on("/", answer(b"", "302 Found", Location=target))

    def first_public(host: str, port: int) -> tuple[str, ...]:
        return ("8.8.8.8",) if host == "pages.example" else resolve(host, port)

    fetch = Fetcher(Policy(attempts=1), resolve=first_public, time=Clock())
    plain = httpcore.SyncBackend.connect_tcp

    def connect(self: httpcore.SyncBackend, host: str, *rest: Any, **options: Any) -> Any:
        assert host == "8.8.8.8"
        return plain(self, "127.0.0.1", *rest, **options)

    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", connect)
    with pytest.raises(InputError, match=r"^http://pages.*not of the public internet"):
        fetch.get(address.replace("127.0.0.1", "pages.example"))
    assert server.pages() == ["/"]


@pytest.mark.parametrize(
    "target",
    ["file:///etc/hosts", "ftp://pages.example/", "http://a:secret@pages.example/", "http://[::1/",
     "javascript:alert(1)", "", "data:,a", "http://a.example:25/", "/" + "a" * 20_000],
)  # fmt: skip
def test_redirect_out_of_the_web_is_refused(server: Server, target: str) -> None:
    """A redirect to a file, another scheme, a user or nowhere is an input error, not followed."""
    address = server.on("/", answer(b"", "301 Moved", Location=target))
    with pytest.raises(InputError, match="which is no page of the web") as told:
        fetcher().get(address)
    assert "secret" not in str(told.value)
    assert len(str(told.value)) < 1_000


def test_validators_go_only_where_they_came_from(server: Server) -> None:
    """An ETag of the page at the end of a redirect is not told to the address that leads there."""
    start = server.on("/old", answer(b"", "301 Moved", Location="/new"))
    end = server.on("/new", answer(b"", "304 Not Modified"))
    fetcher().get(start, Validators(source=end, etag='"a"'))
    by_path = {request.path: request.headers.get("if-none-match") for request in server.asked}
    assert (by_path["/old"], by_path["/new"]) == (None, '"a"')


def robots(server: Server, text: str | bytes, status: str = "200 OK", **headers: str) -> None:
    """Say what the server's robots.txt is."""
    body = text.encode() if isinstance(text, str) else text
    server.on("/robots.txt", answer(body, status, **headers))


def test_robots_are_asked_once_and_obeyed(server: Server) -> None:
    """What robots.txt disallows to all is not read; it is fetched once for a host and a day."""
    robots(server, "User-agent: *\nDisallow: /private\nAllow: /private/open")
    clock = Clock()
    fetch = fetcher(clock)
    for path in ("/private", "/private/x?y"):
        with pytest.raises(InputError, match=r"the robots.txt of 127.0.0.1 asks robots not to"):
            fetch.get(server.on(path, answer()))
    fetch.get(server.on("/private/open", answer()))
    fetch.get(server.on("/else", answer()))
    assert server.pages() == ["/private/open", "/else"]
    assert len(server.asked) == 3
    clock.now += 25 * 3_600
    fetch.get(server.url("/else"))
    assert [r.path for r in server.asked[-2:]] == ["/robots.txt", "/else"]


def test_rules_for_this_program_count_before_those_for_all(server: Server) -> None:
    """A group that names the program stands in place of the group for all."""
    robots(server, "User-agent: *\nDisallow: /\n\nUser-agent: Variorum\nDisallow: /no")
    assert fetcher().get(server.on("/yes", answer())).capture.data == PAGE
    with pytest.raises(InputError, match="asks robots not to"):
        fetcher().get(server.on("/no", answer()))


def test_redirect_to_a_disallowed_page_is_not_followed(server: Server) -> None:
    """The rules count for each address on the way, not only for the first."""
    robots(server, "User-agent: *\nDisallow: /secret")
    server.on("/secret", answer())
    with pytest.raises(InputError, match="asks robots not to"):
        fetcher().get(server.on("/", answer(b"", "302 Found", Location="/secret")))
    assert server.pages() == ["/"]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "401 Unauthorized"])
def test_robots_that_are_not_there_allow_all(server: Server, status: str) -> None:
    """A host that has no robots.txt for us (4xx) may be read (RFC 9309, section 2.3.1.3)."""
    robots(server, "User-agent: *\nDisallow: /", status)
    assert fetcher().get(server.on("/", answer())).capture.data == PAGE


@pytest.mark.parametrize("status", ["500 Internal", "503 Unavailable", "429 Too Many Requests"])
def test_robots_that_cannot_be_had_allow_nothing(server: Server, status: str) -> None:
    """A host whose robots.txt fails (5xx) is left for later (RFC 9309, section 2.3.1.4)."""
    robots(server, "", status)
    with pytest.raises(RetryError, match=rf"robots.txt .* \(status {status[:3]}\).*; try later"):
        fetcher(attempts=2).get(server.on("/", answer()))
    assert server.pages() == []
    robots(server, "")
    assert fetcher().get(server.url("/")).capture.data == PAGE


def test_huge_robots_are_read_up_to_their_limit(server: Server) -> None:
    """Of a robots.txt without end the first 500 KiB count, and no half a line."""
    rule = "User-agent: *\nDisallow: /no\n"
    filler = "# filler\n" * 60_000
    robots(server, rule + filler + "Disallow: /yes\n")
    with pytest.raises(InputError, match="asks robots not to"):
        fetcher().get(server.on("/no", answer()))
    assert fetcher().get(server.on("/yes", answer())).capture.data == PAGE
    most = 500 * 1_024
    robots(server, (rule + "#" * (most - len(rule) - 12) + "\nDisallow: /yes").encode())
    assert fetcher().get(server.url("/yes")).capture.data == PAGE


@pytest.mark.parametrize(
    "text",
    [PAGE, b"\xff\xfe\x00nonsense\x00" * 99, b"Disallow: /", b"User-agent: *\nDisallow:",
     b"User-agent: *\nCrawl-delay: soon", b"User-agent: *\nRequest-rate: 1/0s",
     b"User-agent: *\nVisit-time: 9999-9999", b"User-agent: *\nCrawl-delay: -5"],
)  # fmt: skip
def test_nonsense_in_robots_allows_all(server: Server, text: bytes) -> None:
    """An HTML page, binary data or rules that say nothing in place of robots.txt forbid nothing."""
    robots(server, text)
    assert fetcher().get(server.on("/", answer())).capture.data == PAGE


def test_stars_without_end_in_robots_do_not_run_away(server: Server) -> None:
    """A rule of a thousand stars is matched in time."""
    robots(server, "User-agent: *\nDisallow: /" + "*a" * 1_000 + "$")
    assert fetcher().get(server.on("/" + "a" * 2_000 + "b", answer())).capture.data == PAGE


def test_robots_behind_redirects_count_for_the_host(server: Server) -> None:
    """Five redirects to robots.txt are followed, also to another host; more, and there is none."""
    server.on("/robots.txt", answer(b"", "301 Moved", Location=server.url("/r1", "other.example")))
    for number in range(1, 5):
        server.on(f"/r{number}", answer(b"", "301 Moved", Location=f"/r{number + 1}"))
    server.on("/r5", answer(b"User-agent: *\nDisallow: /"))
    with pytest.raises(InputError, match="asks robots not to"):
        fetcher().get(server.on("/", answer()))
    server.on("/r5", answer(b"", "301 Moved", Location="/r5"))
    assert fetcher().get(server.url("/")).capture.data == PAGE


@pytest.mark.parametrize("target", ["file:///etc/hosts", "http://a:b@x.example/", ""])
def test_robots_that_lead_out_of_the_web_are_none(server: Server, target: str) -> None:
    """A redirect of robots.txt that cannot be followed is not followed, and forbids nothing."""
    server.on("/robots.txt", answer(b"", "301 Moved", Location=target))
    assert fetcher().get(server.on("/", answer())).capture.data == PAGE


def test_crawl_delay_is_kept(server: Server) -> None:
    """A host that asks for a longer rest than ours gets it; a very long one is for later."""
    clock = Clock()
    robots(server, "User-agent: *\nCrawl-delay: 7")
    fetch = fetcher(clock, delay=1.0)
    address = server.on("/", answer())
    fetch.get(address)
    fetch.get(address)
    assert clock.slept == [7.0]
    robots(server, "User-agent: *\nCrawl-delay: 86400")
    fetch = fetcher()
    fetch.get(address)
    with pytest.raises(RetryError, match="left alone for another 86,400 seconds"):
        fetch.get(address)


def test_retry_that_a_crawl_delay_forbids_is_for_later(server: Server) -> None:
    """A fault that would be asked again too late is told as what it is, with when to come back."""
    robots(server, "User-agent: *\nCrawl-delay: 600")
    with pytest.raises(RetryError, match="500") as told:
        fetcher().get(server.on("/", answer(b"", "500 Internal Server Error"), answer()))
    assert (server.pages(), told.value.after) == (["/"], 600.0)


def test_silent_robots_are_for_later(server: Server) -> None:
    """A robots.txt that breaks off is as one that fails: nothing is read."""
    server.on("/robots.txt", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nUser-agent: *")
    with pytest.raises(VariorumError, match="breaks off"):
        fetcher(attempts=2).get(server.on("/", answer()))
    assert server.pages() == []
