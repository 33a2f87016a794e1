"""Addresses, and what they name, layer by layer: each asked when it is time for it.

Nothing of this is held in memory beyond one run. A list is asked only for what changed once all
that it names was taken in, so that a run that was stopped goes on where it was; one that names
other lists is always asked in full, for these have to be asked whether it changed or not. Of
several workers on one library one asks for an address: the others go on to the next.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum.errors import InputError, LimitError, RetryError
from variorum.ingest.taken import Taken
from variorum.ingest.visits import Visits, is_settled
from variorum.model.address import Address
from variorum.model.article import Capture
from variorum.model.limits import Limits
from variorum.model.visit import Timetable, Visit

if TYPE_CHECKING:
    from variorum.capture.fetch import Fetched, Fetcher, NotModified

log = logging.getLogger("variorum")

_LONGEST = 2_000
_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What came of one capture.

    Args:
        named: the addresses that it names.
        single: it is one article.
        some: something came out of it, or is named in it.
        whole: nothing in it was of no use.
        timetable: when it asks to be read.
    """

    named: tuple[Address, ...] = ()
    single: bool = False
    some: bool = True
    whole: bool = True
    timetable: Timetable | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list that was sent, what was known of it before, and what it names."""

    address: Address
    last: Visit | None
    answer: Fetched
    opened: Opened


Open = Callable[[Capture, Address], Opened]
Refuse = Callable[[str, InputError], None]


class Following:
    """Asks for addresses and for those that they name, each at most once.

    Args:
        visits: what is known of addresses.
        fetcher: returns what fetches; it is called when the first of them is asked.
        limits: ``depth`` is that of lists of lists, ``addresses`` how many are asked in all.
        taken: counts what is asked.
        open_it: takes in what was sent, which a list named so.
        refuse: is told of each address that is of no use, and why.
        stopped: tells whether to end before the next address.
    """

    def __init__(
        self,
        visits: Visits,
        fetcher: Callable[[], Fetcher],
        limits: Limits,
        *,
        taken: Taken,
        open_it: Open,
        refuse: Refuse,
        stopped: Callable[[], bool],
    ) -> None:
        self._visits = visits
        self._fetcher = fetcher
        self._limits = limits
        self._taken = taken
        self._open = open_it
        self._refuse = refuse
        self._stopped = stopped
        self._asked: set[str] = set()

    def __call__(self, named: Iterable[Address], depth: int, *, given: bool = False) -> bool:
        """Ask for addresses that stand in one list.

        Args:
            named: the addresses.
            depth: how many lists are before this one, this one counted.
            given: they were given by a person, and are asked whatever was known of them.

        Returns:
            Whether all are pages, and none needs another visit before it is named anew.
        """
        settled = True
        for address in named:
            if self._stopped():
                return False
            if depth > self._limits.depth:
                told = f"behind more than {self._limits.depth} layers of lists"
                self._refuse(address.shown, LimitError(f"{told}; raise the limit with --max-depth"))
                return False
            settled &= self._follow(address, depth, given=given)
        return settled

    def _follow(self, address: Address, depth: int, *, given: bool) -> bool:
        """Ask for one address, if it is time; tell whether it is settled, as a call does."""
        if len(address.url) > _LONGEST or not address.url.isprintable():
            self._refuse(address.shown[:_SHOWN], InputError("is no address of the web; check it"))
            return True
        with self._visits.claim(address) as mine:
            if mine:
                found = self._once(address, given=given)
            else:
                self._leave(address, "another worker asks for it just now", loud=given)
                found = False
        return self._through(found, depth) if isinstance(found, _List) else found

    def _once(self, address: Address, *, given: bool) -> _List | bool:
        """Ask for an address, if it is time and nobody did since the run began.

        Returns:
            Whether it is settled, or the list that it is.
        """
        last = self._visits.last(address)
        again = address.shown in self._asked or self._visits.is_of_this_run(last)
        if again or not (given or self._visits.is_due(address, last)):
            return is_settled(last)
        if self._visits.is_resting(address):
            self._leave(address, "its host is to be left alone for now", loud=given)
            return False
        if len(self._asked) >= self._limits.addresses:
            self._leave(
                address, "the run has asked for as many as --max-addresses says", loud=given
            )
            return False
        self._asked.add(address.shown)
        return self._ask(address, last, given=given)

    def _ask(self, address: Address, last: Visit | None, *, given: bool) -> _List | bool:
        self._taken.asked += 1
        try:
            answer = self._answer(address, last)
        except RetryError as error:
            self._leave(address, str(error).removeprefix(f"{address.shown}: "), loud=given)
            return self._visits.failed(address, last, error)
        except InputError as error:
            self._refuse(address.shown, error)
            self._visits.refused(address, last)
            return last is None or not last.listing
        return self._take(address, last, answer)

    def _answer(self, address: Address, last: Visit | None) -> Fetched | NotModified:
        fetcher = self._fetcher()  # first, for it says what is not installed
        from variorum.capture.fetch import Validators

        if last is None or last.answered is None:
            return fetcher.get(address.url)
        known = Validators(source=last.answered, etag=last.etag, last_modified=last.last_modified)
        return fetcher.get(address.url, known)

    def _take(
        self, address: Address, last: Visit | None, answer: Fetched | NotModified
    ) -> _List | bool:
        """Take in what was sent; what was a list once is asked like one."""
        from variorum.capture.fetch import NotModified

        listing = last is not None and last.listing
        if isinstance(answer, NotModified):
            self._taken.unchanged += 1
            said = Timetable(ttl=last.ttl, skip_hours=last.skip_hours) if last else None
            self._visits.had(address, last, answer, listing=listing, whole=True, timetable=said)
            return not listing
        opened = self._open(answer.capture, address)
        if opened.single:
            whole = opened.whole and not listing
            self._visits.had(address, last, answer, listing=listing, whole=whole)
            return not listing
        self._visits.had(address, last, answer, listing=True, whole=False)
        return _List(address, last, answer, opened)

    def _through(self, found: _List, depth: int) -> bool:
        """Ask for what a list names; a list is never settled."""
        if self(found.opened.named, depth + 1) and found.opened.some:
            self._visits.had(
                found.address,
                found.last,
                found.answer,
                listing=True,
                whole=True,
                timetable=found.opened.timetable,
            )
        return False

    def _leave(self, address: Address, why: str, *, loud: bool) -> None:
        """Say that an address is left for later; of those that lists name in the log alone."""
        self._taken.later += 1
        log.log(logging.WARNING if loud else logging.INFO, "%s: %s; left", address.shown, why)
