"""Addresses → captures: pages and feeds from the net, politely.

Each request waits its host's turn, asks what its ``robots.txt`` allows, and goes only where the
policy lets; redirects are followed one by one under the same rules.
"""

from __future__ import annotations

import hashlib
import logging
import random
import time as _time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import overload

import httpx

from variorum import formats
from variorum.capture.addresses import Resolve, resolve, web_url
from variorum.capture.connections import Deadline
from variorum.capture.policy import Policy, Time
from variorum.capture.robots import Robots
from variorum.capture.turns import TooSoonError, Turns
from variorum.capture.wire import Answer, Wire
from variorum.errors import InputError, LimitError, RetryError, SetupError, VariorumError
from variorum.model.address import Address
from variorum.model.article import Capture
from variorum.model.limits import Limits

log = logging.getLogger("variorum")

_REDIRECTS = (301, 302, 303, 307, 308)
# Faults that pass (RFC 9110, section 15; RFC 6585, section 4; RFC 8470, section 5.2).
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_LONGEST_HEADER = 500
_FIRST_BACKOFF = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """By what a server can tell whether a page has changed (RFC 9110, section 8.8).

    ``source`` is the address that sent them: to no other one they are told.
    """

    source: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that was sent, and what to ask with the next time.

    ``fresh`` is for how many seconds it need not be asked again, as the server says (``max-age``
    of RFC 9111, section 5.2.2.1); 0 where it does not say.
    """

    capture: Capture
    validators: Validators
    fresh: int = 0


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that the page is as it was; ``fresh`` as of :class:`Fetched`."""

    validators: Validators
    fresh: int = 0


class Fetcher:
    """Reads pages and feeds from the net; may be used by several threads.

    Args:
        policy: how the net is asked.
        limits: ``bytes`` and ``unpacked`` bound an answer, ``seconds`` the time for one address.
        resolve: gives the IP addresses of a host.
        time: tells the time, and waits.
        chance: gives a number from 0 to 1, so that retries do not come all at once.
    """

    def __init__(
        self,
        policy: Policy | None = None,
        limits: Limits | None = None,
        *,
        resolve: Resolve = resolve,
        time: Time = _time,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._policy = policy or Policy()
        self._limits = limits or Limits()
        self._time = time
        self._chance = chance
        self._wire = Wire(self._policy, resolve=resolve, time=time)
        self._robots = Robots(self._wire)
        self._turns = Turns(time, self._policy.longest_wait)

    @overload
    def get(self, address: str, known: None = None) -> Fetched: ...

    @overload
    def get(self, address: str, known: Validators | None) -> Fetched | NotModified: ...

    def get(self, address: str, known: Validators | None = None) -> Fetched | NotModified:
        """Return what is at an address, or that it is as it was.

        The source of the capture is the address that answered in the end.

        Args:
            address: an address of the web.
            known: what was sent with the page the last time.

        Raises:
            InputError: it is no address, may not be read, or is not there.
            LimitError: it is too large, or too slow.
            RetryError: it may be there later; ``after`` says when, where that is known.
        """
        source = Address(url=address).shown
        deadline = Deadline(self._limits.seconds, self._time)
        try:
            answer = self._at_the_end_of_redirects(web_url(address), known, deadline)
            return self._read(answer, known)
        except VariorumError as error:
            error.args = (f"{source}: {error}",)
            raise

    def _at_the_end_of_redirects(
        self, url: httpx.URL, known: Validators | None, deadline: Deadline
    ) -> Answer:
        seen: list[httpx.URL] = []
        while True:
            seen.append(url)
            answer = self._patiently(url, known, deadline)
            if answer.status not in _REDIRECTS:
                return answer
            url = _target(answer)
            if url in seen:
                raise InputError("its redirects run in a circle; give the page itself")
            if len(seen) > self._policy.redirects:
                raise InputError(f"more than {self._policy.redirects} redirects; give the page")

    def _patiently(self, url: httpx.URL, known: Validators | None, deadline: Deadline) -> Answer:
        """Ask again after a fault that passes, each time after a longer rest (with jitter)."""
        fault: RetryError | None = None
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._once(url, known, deadline)
            except TooSoonError as error:
                if fault is None:
                    raise
                fault.after = error.after
                raise fault from error
            except RetryError as error:
                fault = error
                log.info("%s: %s (attempt %d)", url, error, attempt)
                with self._turns.of(url.host) as turn:
                    turn.rest(_FIRST_BACKOFF * 2 ** (attempt - 1) * (1 + self._chance()) / 2)
                if attempt >= self._policy.attempts:
                    raise

    def _once(self, url: httpx.URL, known: Validators | None, deadline: Deadline) -> Answer:
        with self._turns.of(url.host) as turn:
            turn.wait(deadline)
            rules = self._robots.rules(url, deadline)
            if not rules.allow(url):
                raise InputError(f"the robots.txt of {url.host} asks robots not to read it")
            answer = self._wire.ask(
                url, _asked_with(url, known), deadline=deadline, most=self._limits.bytes
            )
            log.info("%s: status %d", url, answer.status)
            if answer.status not in _REDIRECTS:
                turn.rest(max(self._policy.delay, rules.delay))
            if answer.status in _PASSING:
                after = _retry_after(answer, self._time)
                turn.rest(after or 0)
                raise RetryError(f"{_phrase(answer.status)}; try later", after=after)
            return answer

    def _read(self, answer: Answer, known: Validators | None) -> Fetched | NotModified:
        source = str(answer.url)
        if answer.status == HTTPStatus.NOT_MODIFIED and known and known.source == source:
            return NotModified(_validators(answer, known), _fresh(answer))
        if answer.status != HTTPStatus.OK:
            raise InputError(f"{_phrase(answer.status)}; check the address")
        data = self._within(self._decoded(answer))
        if not data:
            raise InputError("the answer is empty; give the page itself")
        sha256 = hashlib.sha256(data).hexdigest()
        kind = _kept(answer.headers.get("Content-Type"))
        log.info("%s: sha256 %s", source, sha256)
        capture = Capture(source=source, data=data, sha256=sha256, media_type=kind)
        return Fetched(capture, _validators(answer), _fresh(answer))

    def _decoded(self, answer: Answer) -> bytes:
        coding = answer.headers.get("Content-Encoding", "")
        try:
            return formats.decoded(self._within(answer.body), coding, self._limits)
        except SetupError as error:  # a coding that was not asked for
            raise InputError(str(error)) from error

    def _within(self, data: bytes) -> bytes:
        most = self._limits.bytes
        if len(data) > most:
            raise LimitError(f"larger than {most:,} bytes; raise the limit with --max-bytes")
        return data


def _target(answer: Answer) -> httpx.URL:
    place = answer.headers.get("Location")
    try:
        return web_url(str(answer.url.join(place)) if place else "")
    except (InputError, httpx.InvalidURL) as error:
        where = Address(url=place or "").shown[:_LONGEST_HEADER] or "nowhere"
        raise InputError(f"redirects to {where}, which is no page of the web") from error


def _asked_with(url: httpx.URL, known: Validators | None) -> dict[str, str]:
    headers = {"Accept-Encoding": ", ".join(formats.codings())}
    if known is not None and known.source == str(url):
        if etag := _kept(known.etag):
            headers["If-None-Match"] = etag
        if last_modified := _kept(known.last_modified):
            headers["If-Modified-Since"] = last_modified
    return headers


def _validators(answer: Answer, known: Validators | None = None) -> Validators:
    """Return what an answer gives to ask with; one of 304 need not repeat what is known."""
    source = str(answer.url)
    known = known or Validators(source=source)
    return Validators(
        source=source,
        etag=_kept(answer.headers.get("ETag")) or known.etag,
        last_modified=_kept(answer.headers.get("Last-Modified")) or known.last_modified,
    )


def _kept(value: str | None) -> str | None:
    """Return the value of a header, None where it is none to keep: too long, or no plain ASCII."""
    value = (value or "").strip()
    plain = value.isascii() and value.isprintable() and len(value) <= _LONGEST_HEADER
    return value if value and plain else None


def _fresh(answer: Answer) -> int:
    """Return for how many seconds an answer is fresh; one that is not to be stored never is."""
    said = answer.headers.get("Cache-Control", "")[:_LONGEST_HEADER].lower()
    rules = [rule.strip() for rule in said.split(",")]
    ages = [rule.removeprefix("max-age=").strip('"') for rule in rules if rule[:8] == "max-age="]
    if {"no-cache", "no-store"} & set(rules) or not ages:
        return 0
    return int(ages[0][:9]) if ages[0].isascii() and ages[0].isdecimal() else 0


def _retry_after(answer: Answer, time: Time) -> float | None:
    """Return how many seconds a server asks to wait (RFC 9110, section 10.2.3)."""
    value = answer.headers.get("Retry-After", "").strip()[:_LONGEST_HEADER]
    if value.isdecimal() and value.isascii():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _phrase(status: int) -> str:
    try:
        return f"the server answers {status} ({HTTPStatus(status).phrase})"
    except ValueError:
        return f"the server answers {status}"
