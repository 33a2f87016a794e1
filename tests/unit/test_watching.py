"""Watching: rounds at their times, each told in one line, until it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from tests.libraries import FERRY, MILL, job
from tests.misbehaving import Clock, Server, answer, fetcher
from tests.newsdesk import links, opml, page
from variorum.capture.policy import Policy
from variorum.errors import RetryError, SetupError
from variorum.ingest import Net, Taken
from variorum.ingest.watching import watch
from variorum.stores import Store

EVERY = 900.0


def rounds(take_in: Callable[[bool], Taken], most: int, clock: Clock) -> list[str]:
    """Watch until so many rounds are told, and return their lines."""
    lines: list[str] = []
    watch(
        take_in,
        every=EVERY,
        time=clock,
        stopped=lambda: len(lines) >= most,
        tell=lines.append,
    )
    return lines


def test_feeds_are_polled_until_stopped(store: Store, server: Server) -> None:
    """Each round asks lists for what changed, takes in what is new, and composes its stories."""
    clock = Clock()
    ferry, mill = server.on("/ferry", page(FERRY)), server.on("/mill", page(MILL))
    unchanged = answer(b"", "304 Not Modified")
    news = server.on(
        "/news", links(ferry, ETag='"1"'), unchanged, links(mill, ferry, ETag='"2"'), unchanged
    )
    mine = server.on("/mine", opml(news))
    net = Net(policy=Policy(follow=True), time=clock, fetcher=lambda policy, limits: fetcher(clock))
    work = job(store, net=net)
    began = clock.time()
    lines = rounds(lambda first: work([mine], given=first), 4, clock)
    assert [line.partition(" ")[2] for line in lines] == [
        "0 files, 3 addresses asked: 1 articles; 1 stories composed",
        "0 files, 2 addresses asked (1 unchanged): 0 articles; 0 stories composed",
        "0 files, 3 addresses asked: 1 articles; 1 stories composed",
        "0 files, 2 addresses asked (1 unchanged): 0 articles; 0 stories composed",
    ]
    assert server.pages().count("/ferry") == 1
    assert lines[0].startswith("2031-05-08T10:03:20Z ")
    assert clock.time() - began == pytest.approx(3 * EVERY, abs=10)
    assert [r.path for r in server.asked].count("/robots.txt") == 1


def test_rounds_begin_at_their_times() -> None:
    """A round that takes long shortens the pause behind it, and one that overruns has none."""
    clock, begun = Clock(), list[float]()
    lengths = iter([100.0, 2_000.0, 0.0])

    def take_in(first: bool) -> Taken:
        begun.append(clock.now - 1_000.0)
        clock.now += next(lengths)
        return Taken()

    rounds(take_in, 3, clock)
    assert begun == [0.0, EVERY, EVERY + 2_000.0]
    assert max(clock.slept) <= 1.0


def test_only_the_first_round_asks_whatever_is_known() -> None:
    """What a person gave is asked at once; from then on when it is time."""
    told: list[bool] = []

    def take_in(first: bool) -> Taken:
        told.append(first)
        return Taken()

    rounds(take_in, 3, Clock())
    assert told == [True, False, False]


def test_other_writer_costs_one_round() -> None:
    """Where another writes for too long the line says so and the next round goes on."""
    numbers = count()

    def take_in(first: bool) -> Taken:
        if next(numbers) == 0:
            raise RetryError("library.sqlite: another program has been writing to it")
        return Taken(files=1, known=2)

    first, second = rounds(take_in, 2, Clock())
    assert first.endswith("has been writing to it; the next round tries again")
    assert second.endswith("Z 1 files: 0 articles, 2 seen before; 0 stories composed")


def test_library_that_cannot_be_written_ends_it() -> None:
    """A full disk is no matter for the next round."""

    def take_in(first: bool) -> Taken:
        raise SetupError("the disk is full")

    with pytest.raises(SetupError, match="full"):
        rounds(take_in, 2, Clock())
