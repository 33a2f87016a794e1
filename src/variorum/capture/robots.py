"""What hosts ask of robots: ``robots.txt`` as RFC 9309 has it, read by `protego`."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import httpx
from protego import Protego

from variorum.capture.addresses import web_url
from variorum.capture.connections import Deadline
from variorum.capture.policy import PRODUCT
from variorum.capture.wire import Answer, Wire
from variorum.errors import InputError, RetryError

# RFC 9309, sections 2.5, 2.4 and 2.3.1.2.
_MOST = 500 * 1_024
_KEPT_SECONDS = 24 * 3_600
_REDIRECTS = 5
_MOST_HOSTS = 1_000
_TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host asks: which addresses may be read, and how long it is to be left alone."""

    _rules: Protego
    read_at: float

    def allow(self, url: httpx.URL) -> bool:
        """Tell whether an address may be read."""
        return bool(self._rules.can_fetch(str(url), PRODUCT))

    @property
    def delay(self) -> float:
        """How many seconds its ``Crawl-delay`` asks for; 0 where it asks for none."""
        return max(0.0, float(self._rules.crawl_delay(PRODUCT) or 0))


class Robots:
    """The rules of all hosts, each kept for a day.

    Args:
        wire: sends the requests.
    """

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._lock = threading.Lock()
        self._rules: dict[str, Rules] = {}

    def rules(self, url: httpx.URL, deadline: Deadline) -> Rules:
        """Return the rules for an address.

        Where a host has none (an answer of 4xx), all may be read; where it does not tell
        (5xx, no answer), nothing.

        Raises:
            RetryError: the host does not tell.
            InputError: it may not be reached.
        """
        origin = str(url.copy_with(raw_path=b"/robots.txt"))
        now = self._wire.time.monotonic()
        kept = self._rules.get(origin)
        if kept is None or now - kept.read_at > _KEPT_SECONDS:
            kept = Rules(Protego.parse(self._text(web_url(origin), deadline)), now)
            with self._lock:
                if len(self._rules) >= _MOST_HOSTS:
                    self._rules.pop(next(iter(self._rules)))
                self._rules[origin] = kept
        return kept

    def _text(self, url: httpx.URL, deadline: Deadline) -> str:
        host = url.host
        for _ in range(_REDIRECTS + 1):
            answer = self._wire.ask(url, {}, deadline=deadline, most=_MOST)
            target = _target(answer)
            if target is None:
                return _lines(answer, host)
            url = target
        return ""


def _target(answer: Answer) -> httpx.URL | None:
    """Return where an answer points, None where it is no redirect that can be followed."""
    place = answer.headers.get("Location")
    if not 300 <= answer.status < 400 or not place:
        return None
    try:
        return web_url(str(answer.url.join(place)))
    except (InputError, httpx.InvalidURL):
        return None


def _lines(answer: Answer, host: str) -> str:
    """Return the text of rules; a line that is cut off at the limit does not count."""
    if answer.status >= 500 or answer.status == _TOO_MANY_REQUESTS:
        raise RetryError(
            f"the robots.txt of {host} cannot be read (status {answer.status}), so nothing of it"
            " is; try later"
        )
    if not 200 <= answer.status < 300:
        return ""
    body = answer.body
    if len(body) > _MOST:
        body = body[: body.rfind(b"\n") + 1]
    return body.decode("utf-8-sig", "replace")
