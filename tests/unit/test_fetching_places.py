"""Where fetching goes: addresses, hosts, and the connection to them."""

from __future__ import annotations

import socket
import ssl
import threading

import httpcore
import pytest

from tests.misbehaving import PAGE, Clock, Server, answer, fetcher
from variorum.capture.addresses import is_public, resolve
from variorum.capture.fetch import Fetcher
from variorum.capture.policy import Policy
from variorum.errors import InputError, RetryError

NOT_PUBLIC = [
    "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1",
    "169.254.169.254", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1",
    "255.255.255.255", "192.88.99.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1",
    "fd12::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::7f00:1",
    "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "2002:7f00:1::", "2001::1",
    "2001:db8::1", "3fff::1", "100::1", "no address", "",
]  # fmt: skip


@pytest.mark.parametrize("host", NOT_PUBLIC)
def test_address_that_is_not_public_is_known(host: str) -> None:
    """Private, local, reserved and group addresses, and IPv4 dressed as IPv6, are not public."""
    assert not is_public(host)


@pytest.mark.parametrize("host", ["1.1.1.1", "8.8.8.8", "2606:4700::1111", "2a00:1450:4001::1"])
def test_public_address_is_known(host: str) -> None:
    """An address of the public internet is one."""
    assert is_public(host)


def strict(*found: str) -> Fetcher:
    """Return a fetcher that may reach the public internet only, where names resolve as told."""
    answers = iter(found)
    return Fetcher(Policy(attempts=1), resolve=lambda host, port: (next(answers),), time=Clock())


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0177.0.0.1", "[::1]",
     "[::ffff:127.0.0.1]", "127.0.0.1."],
)  # fmt: skip
def test_loopback_is_refused_however_it_is_written(server: Server, host: str) -> None:
    """Whatever way the system's resolver understands a host, the address it means is judged."""
    address = server.on("/", answer())
    with pytest.raises(InputError, match=r"not of the public|no address|no such"):
        Fetcher(Policy(attempts=1)).get(address.replace("127.0.0.1", host))
    assert not server.asked


def test_name_is_resolved_once_for_each_connection(server: Server) -> None:
    """A name that turns to loopback after it was judged is judged again before it is used."""
    fetch = strict("169.254.169.254", "127.0.0.1")
    for _ in range(2):
        with pytest.raises(InputError, match=r"pages\.example is not of the public internet"):
            fetch.get(server.url("/", "pages.example"))
    assert not server.asked


def test_connection_goes_to_the_address_that_was_judged(server: Server) -> None:
    """No second look-up of the name comes between the judgement and the connection."""
    asked: list[str] = []

    def once(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("127.0.0.1",)

    address = server.on("/", answer())
    fetch = Fetcher(Policy(allow_private=True), resolve=once, time=Clock())
    fetch.get(address.replace("127.0.0.1", "pages.invalid"))
    assert asked == ["pages.invalid"] * 2  # robots.txt and the page
    assert server.asked[-1].headers["host"] == f"pages.invalid:{server.port}"


def test_only_public_addresses_of_a_host_are_tried(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several addresses of a name those that are private are passed over."""
    tried: list[str] = []

    def connect(self: object, host: str, *rest: object, **options: object) -> None:
        tried.append(host)
        raise httpcore.ConnectError

    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", connect)
    found = ("127.0.0.1", "8.8.8.8", "::ffff:127.0.0.1", "1.1.1.1")
    fetch = Fetcher(Policy(attempts=1), resolve=lambda host, port: found, time=Clock())
    with pytest.raises(RetryError, match="cannot be connected to"):
        fetch.get(server.url("/", "pages.example"))
    assert tried == ["8.8.8.8", "1.1.1.1"]


def test_next_address_is_tried_where_the_first_does_not_answer(server: Server) -> None:
    """A host with an address that is down is reached through the other one."""
    fetch = Fetcher(
        Policy(allow_private=True, attempts=1),
        resolve=lambda host, port: ("::1", "127.0.0.1"),
        time=Clock(),
    )
    assert fetch.get(server.on("/", answer())).capture.data == PAGE


def test_hanging_connection_is_left_in_time() -> None:
    """A host whose queue is full, so that it never accepts, is left after the time-out."""
    with socket.socket() as full, socket.socket() as first, socket.socket() as second:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        for waiting in (first, second):
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())
        port = full.getsockname()[1]
        with pytest.raises(RetryError, match=r"in time|connected to"):
            fetcher(connect_seconds=0.1, read_seconds=0.1, attempts=1).get(
                f"http://127.0.0.1:{port}/"
            )


def test_closed_port_is_for_later() -> None:
    """A host that refuses the connection is named, with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(RetryError, match="cannot be connected to; try later"):
        fetcher(attempts=2).get(f"http://127.0.0.1:{port}/")


def test_tls_keeps_the_name_of_the_host() -> None:
    """The greeting of TLS names the host, not the address; what is no TLS is for later."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            for _ in range(2):
                client, _ = listening.accept()
                with client:
                    heard.append(client.recv(4_096))

        thread = threading.Thread(target=listen)
        thread.start()
        port = listening.getsockname()[1]
        with pytest.raises(RetryError, match="cannot be connected to"):
            fetcher(attempts=2).get(f"https://pages.example:{port}/")
        thread.join()
    assert all(b"pages.example" in hello for hello in heard)


class _Stranger(httpcore.NetworkStream):
    """A connection to a host that shows the certificate of another."""

    def start_tls(self, *rest: object, **options: object) -> httpcore.NetworkStream:
        raise httpcore.ConnectError from ssl.SSLCertVerificationError()


def test_host_that_is_not_who_it_says_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that is not trusted is no fault that passes: it is told, and not retried."""
    monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", lambda *a, **b: _Stranger())
    with pytest.raises(InputError, match="its certificate is not trusted"):
        fetcher().get("https://pages.example/")


@pytest.mark.parametrize(
    "address",
    [
        "ftp://pages.example/", "file:///etc/hosts", "gopher://x.example", "http://", "http:///a",
        "https://user:secret@pages.example/", "http://user@pages.example/", "http://a.example:22/",
        "http://a.example:99999/", "http://a.example:0/", "http://a.example:x/", "http://[::1/",
        "data:text/html,hi", "javascript:alert(1)", "http://" + "a" * 9_000, "//pages.example/",
        "http://a\x00b/", "http://exa mple/", "http://\u2024/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(address: str) -> None:
    """Other schemes, users in addresses, odd ports and nonsense are refused before any look-up."""
    fetch = Fetcher(resolve=lambda host, port: pytest.fail("looked up"), time=Clock())
    with pytest.raises(InputError) as told:
        fetch.get(address)
    assert "secret" not in str(told.value)


def test_name_without_a_host_is_an_input_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that no resolver knows is said to be none; a resolver in trouble is for later."""
    with pytest.raises(InputError, match="no such host"):
        resolve("a" * 70 + ".invalid", 80)
    for number, kind in ((socket.EAI_NONAME, InputError), (socket.EAI_AGAIN, RetryError)):

        def fail(*asked: object, number: int = number, **more: object) -> None:
            raise socket.gaierror(number, "")

        monkeypatch.setattr(socket, "getaddrinfo", fail)
        with pytest.raises(kind, match=r"no such host|try later"):
            resolve("pages.example", 80)
