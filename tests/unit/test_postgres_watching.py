"""Several workers that watch the same lists for one library in PostgreSQL."""

from __future__ import annotations

import pytest

from tests import postgresql
from tests.libraries import FERRY, LATER, MILL, job
from tests.misbehaving import Clock, Request, Send, Server, fetcher
from tests.newsdesk import links, page
from variorum.capture.policy import Policy
from variorum.ingest import Net, Taken
from variorum.model.library import Wanted
from variorum.stores import Store, open_store

pytestmark = pytest.mark.postgres

EVERY = 900.0
# While a page is sent the other worker does its round, however slow the machine.
PATIENCE = 100.0


class Ticking(Clock):
    """A clock that is never asked twice at the same moment."""

    def time(self) -> float:
        """Return a moment later than the last."""
        self.now += 0.001
        return super().time()


def watching(store: Store, clock: Clock, lists: list[str], *, first: bool = False) -> Taken:
    """Do one round of a watch."""
    net = Net(
        policy=Policy(follow=True),
        time=clock,
        every=EVERY,
        fetcher=lambda policy, limits: fetcher(clock, limits, read_seconds=PATIENCE),
    )
    return job(store, net=net)(lists, given=first)


def test_workers_ask_for_each_page_once(postgres_server: postgresql.Server, server: Server) -> None:
    """While one asks for a page another passes it by, and what that one had is not asked again."""
    address = postgres_server.database()
    one, other = (open_store(address, create=True) for _ in range(2))
    clock, meanwhile = Ticking(), list[Taken]()

    def slowly(request: Request, send: Send) -> None:
        meanwhile.append(watching(other, clock, [news], first=True))
        send(page(FERRY))

    pages = [server.on("/ferry", slowly), server.on("/mill", page(MILL))]
    news = server.on("/news", links(*pages, server.on("/later", page(LATER))))
    taken = watching(one, clock, [news], first=True)
    assert server.pages() == ["/news", "/ferry", "/news", "/mill", "/later"]
    assert [(t.articles, t.asked, t.later) for t in (taken, *meanwhile)] == [(1, 2, 0), (2, 3, 1)]
    with one.reading() as view:
        assert sum(line.articles for line in view.stories(Wanted())) == 3
    for store in (one, other):
        assert store.faults() == ()
        store.close()


def test_list_is_asked_once_a_round(postgres_server: postgresql.Server, server: Server) -> None:
    """Whoever's round it is: another that comes soon after finds the list asked."""
    address = postgres_server.database()
    one, other = (open_store(address, create=True) for _ in range(2))
    clock = Ticking()
    news = server.on("/news", links(server.on("/mill", page(MILL))))
    watching(one, clock, [news], first=True)
    for worker, later in ((other, 0.5), (one, 0.5), (other, 0.5), (one, 0.5)):
        clock.now += later * EVERY
        watching(worker, clock, [news])
    assert server.pages() == ["/news", "/mill", "/news", "/news"]
    for store in (one, other):
        store.close()
