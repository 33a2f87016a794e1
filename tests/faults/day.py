"""A day of feeds in some minutes: ``python -m tests.faults.day [HOURS [EVENTS]]``, 24 and 360.

A server of ours plays the outlets and a clock of ours lets the time pass, midnight and a clock
that is set wrong included. At the end what was sent must be what is kept; neither memory nor the
work of a round may have grown.
"""

from __future__ import annotations

import gc
import hashlib
import resource
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.faults.outlets import LISTED, Outlets
from tests.misbehaving import Clock, fetcher, serving
from tests.newsdesk import DAY, HOUR
from variorum.capture.policy import Policy
from variorum.ingest import Net, Stages, Taken, streaming
from variorum.ingest.checking import faults
from variorum.ingest.watching import watch
from variorum.model.library import Wanted
from variorum.model.limits import Limits
from variorum.stores import Store, open_store

HOURS = 24
EVERY = 900.0
REVISIT = 2 * HOUR
PATIENCE = 4 * HOUR
"""How long an edition may stand in a list before it is asked for, whatever the troubles."""
MEMORY, WORK = 1.1, 1.5
"""How many times that of the second quarter the last one may take."""
EVENTS = 360
EVENING = 1_936_029_600.0  # 8 May 2031, 18:00 UTC
# From which part of the day on the clock is wrong by how much.
_WRONG = ((0.2, -HOUR), (0.25, 0.0), (0.4, 2 * DAY), (0.42, 0.0))


class DayClock(Clock):
    """A clock that does not wait, begins in the evening, and is set wrong twice.

    Args:
        hours: how long the day is.
    """

    def __init__(self, hours: float) -> None:
        super().__init__()
        self.now = 0.0
        self._wrong = [(part * hours * HOUR, shift) for part, shift in _WRONG]

    def time(self) -> float:
        """Return what the clock on the wall shows."""
        shift = [shift for since, shift in self._wrong if since <= self.now]
        return EVENING + self.now + (shift[-1] if shift else 0.0)

    def sleep(self, seconds: float, /) -> None:
        """Let the time pass at once."""
        self.now += seconds


@dataclass(frozen=True, slots=True)
class Round:
    """What one round took in and took: megabytes held after it, seconds of this processor."""

    at: float
    taken: Taken
    megabytes: float
    seconds: float


class Quarter(NamedTuple):
    """What a quarter of the day took: the megabytes held, the milliseconds for each article."""

    articles: int
    megabytes: float
    milliseconds: float


@dataclass
class Lived:
    """A day that is over: what the outlets sent, what was kept of it, and round after round."""

    outlets: Outlets
    store: Store
    ended: float
    rounds: list[Round]

    def quarter(self, number: int) -> Quarter:
        """Return what a quarter of the day took, the first being number 0."""
        part = [each for each in self.rounds if int(each.at / self.ended * 4) == number]
        articles = sum(each.taken.articles for each in part)
        return Quarter(
            articles,
            statistics.median(each.megabytes for each in part),
            sum(each.seconds for each in part) / max(1, articles) * 1_000,
        )

    def total(self, name: str) -> int:
        """Return a count of all rounds together."""
        counts = (getattr(each.taken, name) for each in self.rounds)
        return sum(c if isinstance(c, int) else len(c) for c in counts)


@contextmanager
def lived(hours: float, events: int) -> Iterator[Lived]:
    """Watch outlets for so many hours, as ``ingest --watch`` does; yield what became of it."""
    clock, ended = DayClock(hours), hours * HOUR
    with (
        serving() as server,
        tempfile.TemporaryDirectory() as folder,
        closing(open_store(Path(folder) / "library.sqlite", create=True)) as store,
    ):
        outlets = Outlets(server, EVENING, lambda: clock.now, ended, events)
        yield Lived(outlets, store, ended, _rounds(store, outlets, clock, ended))


def _rounds(store: Store, outlets: Outlets, clock: DayClock, ended: float) -> list[Round]:
    """Let the time pass, and take down what each round took."""
    limits = Limits()
    net = Net(
        policy=Policy(follow=True),
        revisit=REVISIT,
        time=clock,
        fetcher=lambda policy, limits: fetcher(clock, limits, attempts=1, read_seconds=60.0),
    )
    job = streaming(store, Stages(store, limits=limits), limits=limits, most=100, net=net)
    rounds: list[Round] = []

    def take_in(first: bool) -> Taken:
        at, started = clock.now, time.thread_time()
        taken = job(outlets.lists(), given=first)
        spent = time.thread_time() - started
        gc.collect()
        rounds.append(Round(at, taken, megabytes(), spent))
        outlets.server.asked.clear()
        return taken

    watch(
        take_in, every=EVERY, time=clock, stopped=lambda: clock.now >= ended, tell=lambda line: None
    )
    return rounds


def check_counts(day: Lived) -> None:
    """See that each answer was counted once, as what it was.

    Raises:
        AssertionError: what was sent and what was counted differ.
    """
    sent = day.outlets.sent
    status = Counter(one.status for one in sent)
    pages = [one for one in sent if one.sha256]
    assert day.total("asked") == len(sent), "not every answer was asked for once"
    assert day.total("unchanged") == status[304], "unchanged"
    assert day.total("rejected") == status[410], "refused"
    assert day.total("later") >= status[429] + status[0] > 0, "left for later"
    assert day.total("articles") == len({one.sha256 for one in pages}), "each page once"
    assert day.total("articles") + day.total("known") == len(pages), "taken in, or seen before"


def check_kept(day: Lived) -> None:
    """See that every version of every page is kept in its order, in one story, and proved.

    Raises:
        AssertionError: something is lost, kept twice, or not as it must be.
    """
    assert list(faults(day.store)) == []
    sent: dict[str, list[str]] = {}
    for one in day.outlets.sent:
        if one.sha256:
            sent.setdefault(one.path, []).append(one.sha256)
    shared = Counter(digest for digests in sent.values() for digest in set(digests))
    with day.store.reading() as view:
        assert view.stale() == ()
        lines = view.stories(Wanted(most=1_000_000))
        standing = [h.article for line in lines for h in view.page(line.story).holdings]
        assert len(standing) == len(set(standing)) == len(shared), "each in one story"
        for piece in day.outlets.every_piece():
            digests = list(dict.fromkeys(sent.get(piece.path, ())))
            assert all(view.has_capture(digest) for digest in digests), "bytes that were sent"
            if digests and max(shared[digest] for digest in digests) == 1:
                versions = view.witness(digests[0]).versions
                assert [v.sha256 for v in versions] == digests, f"the versions of {piece.path}"


def check_all_had(day: Lived) -> None:
    """See that each edition that stood in a list for long enough was asked for.

    Raises:
        AssertionError: a page, or a change of it, was missed.
    """
    had = {one.sha256 for one in day.outlets.sent}
    for piece in day.outlets.every_piece():
        last = min(piece.gone, piece.published + LISTED, day.ended)
        since, data = piece.editions[-1]
        if last - since > PATIENCE:
            assert hashlib.sha256(data).hexdigest() in had, f"{piece.path} was missed"


def check_flat(second: Quarter, last: Quarter) -> None:
    """See that neither memory nor the work of an article grew from the second quarter on.

    Raises:
        AssertionError: one of them grew by more than its bound.
    """
    more = last.megabytes / second.megabytes
    assert more < MEMORY, f"memory grew {more:.2f} times"
    longer = last.milliseconds / second.milliseconds
    assert longer < WORK, f"the work of an article grew {longer:.2f} times"


def megabytes() -> float:
    """Return what this process holds in memory; 0 where the system does not say."""
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return 0.0
    return int(statm.read_text("ascii").split()[1]) * resource.getpagesize() / 1e6


def main(hours: float, events: int) -> None:
    """Let a day pass, see what became of it, and print its figures."""
    with lived(hours, events) as day:
        tell(day)
        for check in (check_counts, check_kept, check_all_had):
            check(day)
        check_flat(day.quarter(1), day.quarter(3))
    print("every answer counted once, every version kept, memory and work flat")


def tell(day: Lived) -> None:
    """Print what was sent, and what the second quarter and the last one took."""
    status = Counter(one.status for one in day.outlets.sent)
    print(
        f"{len(day.rounds)} rounds: {len(day.outlets.sent)} answers"
        f" ({', '.join(f'{count} of {code}' for code, count in sorted(status.items()))}),"
        f" {day.total('articles')} articles, {day.total('stories')} times a story composed,"
        f" {len({story for each in day.rounds for story in each.taken.stories})} stories"
    )
    for number in range(4):
        part = day.quarter(number)
        print(f"quarter {number + 1}: {part.articles} articles, {part.megabytes:.0f} MB,"
              f" {part.milliseconds:.0f} ms of one processor for each", flush=True)  # fmt: skip


if __name__ == "__main__":
    given = sys.argv[1:]
    main(float(given[0]) if given else HOURS, int(given[1]) if given[1:] else EVENTS)
