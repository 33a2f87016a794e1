"""A server on loopback that sends, byte by byte, whatever a test says: well behaved or not."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from variorum.capture.fetch import Fetcher
from variorum.capture.policy import Policy
from variorum.model.limits import Limits

PAGE = b"<!doctype html><html><body><h1>Ferry</h1><p>It stays in harbour.</p></body></html>"
Send = Callable[[bytes], None]
Script = Callable[["Request", Send], None]


@dataclass(frozen=True)
class Request:
    """What a client asked: the path, and its headers by names in small letters."""

    path: str
    headers: Mapping[str, str]


def answer(body: bytes = PAGE, status: str = "200 OK", **headers: str) -> bytes:
    """Return an answer; an underscore in the name of a header stands for a hyphen."""
    named = {"Content-Type": "text/html", "Content-Length": str(len(body))}
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


@dataclass
class Server:
    """Answers each path with a script or with bytes, in turn where there are several.

    ``robots.txt`` is absent where no script says otherwise.
    """

    port: int = 0
    paths: dict[str, list[Script | bytes]] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def on(self, path: str, *scripts: Script | bytes) -> str:
        """Say what comes at a path, the last for ever; return its address."""
        self.paths[path] = list(scripts)
        return self.url(path)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of a path."""
        return f"http://{host}:{self.port}{path}"

    def pages(self) -> list[str]:
        """Return the paths asked for, in order, without robots.txt."""
        return [r.path for r in self.asked if r.path != "/robots.txt"]

    def take(self, client: socket.socket) -> None:
        """Read one request and play what is said to come at its path."""
        with client, suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head and (part := client.recv(4_096)):
                head += part
            first, *rest = head.decode("latin-1").split("\r\n")
            named = (line.partition(": ") for line in rest if line)
            request = Request(first.split(" ")[1], {n.lower(): v for n, _, v in named})
            self.asked.append(request)
            scripts = self.paths.get(request.path, [answer(b"none", "404 Not Found")])
            script = scripts.pop(0) if len(scripts) > 1 else scripts[0]
            if isinstance(script, bytes):
                client.sendall(script)
            else:
                script(request, client.sendall)
            client.shutdown(socket.SHUT_WR)


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server on a free port of loopback; what still hangs is let go at the end."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(port=listening.getsockname()[1])
        threads: list[threading.Thread] = []

        def accept() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listening.accept()
                    threads.append(threading.Thread(target=server.take, args=(client,)))
                    threads[-1].start()

        threads.append(threading.Thread(target=accept))
        threads[0].start()
        try:
            yield server
        finally:
            server.closing.set()
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join()


class Clock:
    """A time that does not wait: it only takes down how long it was to sleep."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        """Return the seconds that were slept, and some."""
        return self.now

    def time(self) -> float:
        """Return a moment of 6 May 2031."""
        return 1_936_000_000.0 + self.now

    def sleep(self, seconds: float, /) -> None:
        """Let the time pass at once."""
        self.slept.append(seconds)
        self.now += seconds


def to_loopback(host: str, port: int) -> tuple[str, ...]:
    """Resolve every name to loopback."""
    return ("127.0.0.1",)


def fetcher(
    clock: Clock | None = None, limits: Limits | None = None, **policy: float | str | bool
) -> Fetcher:
    """Return a fetcher that may reach loopback, under any name, and never sleeps."""
    settings: dict[str, object] = {"allow_private": True, "read_seconds": 5.0, **policy}
    return Fetcher(
        Policy(**settings),  # type: ignore[arg-type]
        limits,
        resolve=to_loopback,
        time=clock or Clock(),
        chance=lambda: 1.0,
    )
