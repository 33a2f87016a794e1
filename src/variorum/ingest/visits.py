"""When an address is asked, and what is kept of the answer for the next time."""

from __future__ import annotations

import time as _time
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from variorum.capture import fetcher
from variorum.capture.policy import Policy, Time
from variorum.errors import RetryError
from variorum.model.address import Address
from variorum.model.limits import Limits
from variorum.model.visit import HostRest, Timetable, Visit
from variorum.stores import Store

if TYPE_CHECKING:
    from variorum.capture.fetch import Fetched, Fetcher, NotModified

DAY = 86_400.0
_HOUR = 3_600.0
_HOURS = 24
# A page that could not be had so often in a row is asked again when a list says that it is newer,
# or when it is time for any page.
GIVEN_UP = 5
# A list that was asked so much of a round ago was asked by another worker in its own round.
_OF_A_ROUND = 0.75
_FIRST_REST = 300.0
_DOUBLED = 8
_LONGEST_REST = 30 * DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """How addresses are asked.

    Args:
        policy: under what name, how patiently, and whether what lists name is asked for too: if
            nothing is said it is not, and a file from anywhere leads to no request.
        revisit: after how many seconds a page that a list names again is asked again.
        every: how many seconds lie between two rounds of a watch; 0 where nothing is watched.
        time: tells the time, and waits.
        fetcher: makes what fetches, when the first address is met.
    """

    policy: Policy = field(default_factory=Policy)
    revisit: float = DAY
    every: float = 0.0
    time: Time = _time
    fetcher: Callable[[Policy, Limits], Fetcher] = fetcher


class Visits:
    """What a library knows of addresses, and what follows for the next visit.

    Args:
        store: the library.
        net: how addresses are asked.
        run: in whose name it is written.
    """

    def __init__(self, store: Store, net: Net, run: int) -> None:
        self._store = store
        self._net = net
        self._run = run
        self._began = net.time.time()

    def claim(self, address: Address) -> AbstractContextManager[bool]:
        """Keep an address from other workers while it is asked; see :class:`Store`."""
        return self._store.claim(f"address {address.shown}")

    def is_of_this_run(self, last: Visit | None) -> bool:
        """Tell whether an address was asked since the run began, be it by another worker."""
        return last is not None and self._began < last.asked <= self._net.time.time()

    def last(self, address: Address) -> Visit | None:
        """Return the last visit to an address, None where there was none."""
        with self._store.reading() as view:
            return view.visit(address.shown)

    def is_due(self, address: Address, last: Visit | None) -> bool:
        """Tell whether it is time to ask for an address that a list names.

        A list is asked unless its server said that it need not be yet, or another worker that
        watches asked it lately; a page after ``revisit``, or where the list says that it changed
        since; what failed after a rest that doubles. A visit that lies ahead was written down by a
        clock that was wrong, and says nothing.
        """
        now = self._net.time.time()
        if last is None or last.asked > now:
            return True
        if last.due is not None and now < last.due:
            return False
        if last.listing:
            return now - last.asked >= _OF_A_ROUND * self._net.every
        if 0 < last.failures < GIVEN_UP:
            return True
        changed = _seconds(address.updated)
        newer = changed is not None and changed > (last.updated or last.asked)
        return newer or now - last.asked >= self._net.revisit

    def is_resting(self, address: Address) -> bool:
        """Tell whether the host of an address is to be left alone."""
        with self._store.reading() as view:
            rest = view.host_rest(_host(address))
        return rest is not None and self._net.time.time() < rest.until

    def had(
        self,
        address: Address,
        last: Visit | None,
        answer: Fetched | NotModified,
        *,
        listing: bool,
        whole: bool,
        timetable: Timetable | None = None,
    ) -> None:
        """Keep that an address answered.

        Args:
            address: what was asked.
            last: the visit before.
            answer: what it answered.
            listing: whether it is a list, or holds several articles.
            whole: whether all that is behind it was taken in, so that only what changes need be
                sent from now on.
            timetable: when it asks to be read.
        """
        visit = self._now(address, last, listing=listing)
        said = timetable or Timetable()
        if whole:
            known = answer.validators
            told = known.etag or known.last_modified
            visit = replace(
                visit,
                answered=known.source if told else None,
                etag=known.etag,
                last_modified=known.last_modified,
                ttl=said.ttl,
                skip_hours=said.skip_hours,
                due=_due(visit.asked, answer.fresh, said) if listing else None,
            )
        with self._store.writing(self._run) as writer:
            writer.keep_visit(visit)
            writer.clear_host(_host(address))

    def refused(self, address: Address, last: Visit | None) -> None:
        """Keep that there is nothing for us at an address; a list is asked again after a rest."""
        visit = self._now(address, last, listing=last is not None and last.listing)
        if last is not None and last.listing:
            failures = last.failures + 1
            visit = replace(visit, failures=failures, due=visit.asked + _rest(failures))
        with self._store.writing(self._run) as writer:
            writer.keep_visit(visit)
            writer.clear_host(_host(address))

    def failed(self, address: Address, last: Visit | None, error: RetryError) -> bool:
        """Keep that an address could not be had now; tell whether it is given up for long.

        Where the server said when to come back, its host is left alone until then. Else the
        address has a rest, and its host too if another of it failed just before.
        """
        now = self._net.time.time()
        host = _host(address)
        with self._store.writing(self._run) as writer:
            rest = writer.host_rest(host) or HostRest(host=host, until=now)
            if error.after is not None:
                until = now + min(error.after, _LONGEST_REST)
                writer.keep_host_rest(replace(rest, until=until))
                return False
            until = now + (_rest(rest.failures) if rest.failures else 0)
            writer.keep_host_rest(replace(rest, until=until, failures=rest.failures + 1))
            visit = last or Visit(url=address.shown, asked=now)
            failures = visit.failures + 1
            due = now + _rest(failures)
            writer.keep_visit(replace(visit, asked=now, failures=failures, due=due))
        return not visit.listing and failures >= GIVEN_UP

    def _now(self, address: Address, last: Visit | None, *, listing: bool) -> Visit:
        """Return a visit of this moment of which nothing is known but what lists say."""
        changes = [last.updated if last else None, _seconds(address.updated)]
        updated = max((at for at in changes if at is not None), default=None)
        now = self._net.time.time()
        return Visit(url=address.shown, asked=now, listing=listing, updated=updated)


def is_settled(last: Visit | None) -> bool:
    """Tell whether a page that is not due needs no visit until it is named anew."""
    return last is not None and not last.listing and not 0 < last.failures < GIVEN_UP


def _due(asked: float, fresh: int, said: Timetable) -> float | None:
    """Return when a list may be asked again, as its server and the list itself have it."""
    due = asked + min(float(max(fresh, said.ttl)), DAY)
    for _ in range(_HOURS):
        if not said.skip_hours >> datetime.fromtimestamp(due, UTC).hour & 1:
            break
        due = (due // _HOUR + 1) * _HOUR
    return due if due > asked else None


def _rest(failures: int) -> float:
    return float(_FIRST_REST * 2 ** min(failures - 1, _DOUBLED))


def _host(address: Address) -> str:
    with suppress(ValueError):
        return urlsplit(address.url).hostname or ""
    return ""


def _seconds(date: str | None) -> float | None:
    """Return a point in time in ISO 8601 as seconds since 1970; a day is its beginning in UTC."""
    try:
        found = datetime.fromisoformat((date or "").strip()[:40])
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
