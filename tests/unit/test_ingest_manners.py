"""Taking in what is at addresses: limits, failures, and runs that stop."""

from __future__ import annotations

from pathlib import Path

from tests.libraries import MILL, job
from tests.misbehaving import answer, fetcher
from tests.newsdesk import DAY, HOUR, Desk, links, opml, page
from variorum.capture.policy import Policy
from variorum.ingest import Net
from variorum.model.limits import Limits


def test_limits_hold_on_the_net(desk: Desk) -> None:
    """Lists behind lists, and addresses, are left where a limit says so, and named."""
    pages = [desk.server.on(f"/{n}", page(f"{MILL}Part {n} of it.")) for n in range(4)]
    inner = desk.server.on("/inner", links(*pages))
    outer = desk.server.on("/outer", opml(inner))
    taken, asked = desk.take(outer, limits=Limits(depth=1))
    assert asked == ["/outer", "/inner"]
    assert [(r.source, r.reason) for r in taken.rejected] == [
        (pages[0], "behind more than 1 layers of lists; raise the limit with --max-depth")
    ]
    taken, asked = desk.take(outer, limits=Limits(addresses=4))
    assert (len(asked), taken.later) == (4, 2)
    assert desk.take(outer)[1] == ["/outer", "/inner", "/2", "/3"]


def test_what_is_no_page_is_named(desk: Desk) -> None:
    """What is refused, is no address, or holds no text is a row, and the rest goes on."""
    empty = desk.server.on("/empty", answer(b"<html></html>", ETag='"e"'))
    mill = desk.server.on("/mill", page(MILL))
    rows = [
        desk.server.url("/gone"),
        "mailto:desk@corran.example",
        "http://a.example/\u200b",
        empty,
    ]
    taken, _ = desk.take(desk.server.on("/mine", opml(*rows, mill)))
    assert [r.stage for r in taken.rejected] == ["capture", "capture", "capture", "read"]
    assert "404" in taken.rejected[0].reason
    assert taken.articles == 1
    desk.clock.now += DAY
    desk.take(empty)
    assert "if-none-match" not in desk.server.asked[-1].headers


def test_failing_host_is_left_alone(desk: Desk) -> None:
    """Two failures in a row rest a host; one broken page among others does not."""
    down = [desk.server.on(f"/{n}", answer(b"", "500 Internal Server Error")) for n in range(4)]
    mill = desk.server.on("/mill", page(MILL))
    taken, asked = desk.take(desk.server.on("/mine", links(down[0], mill, *down[1:])))
    assert list(dict.fromkeys(asked)) == ["/mine", "/0", "/mill", "/1", "/2"]
    assert taken.later == 4
    assert desk.take(mill, given=True)[1] == []
    desk.clock.now += HOUR
    assert desk.take(mill, given=True)[1] == ["/mill"]


def test_host_says_when_to_come_back(desk: Desk) -> None:
    """`Retry-After` is kept between runs."""
    busy = answer(b"", "429 Too Many Requests", Retry_After="7200")
    mill = desk.server.on("/mill", busy, page(MILL))
    assert desk.take(mill, given=True)[0].later == 1
    desk.clock.now += HOUR
    assert desk.take(mill, given=True)[1] == []
    desk.clock.now += HOUR
    assert desk.take(mill, given=True)[0].articles == 1


def test_list_that_is_gone_is_asked_ever_more_seldom(desk: Desk) -> None:
    """A list that answers 404 has a rest that doubles."""
    news = desk.server.on("/news", links(desk.server.on("/mill", page(MILL))), answer(b"", "404 X"))
    desk.take(news)
    asked = []
    for _ in range(8):
        asked.append(len(desk.take(news)[1]))
        desk.clock.now += 301
    assert asked == [1, 1, 0, 1, 0, 0, 0, 1]


def test_forgotten_page_is_sent_anew(desk: Desk) -> None:
    """What was forgotten is not known to the net either: asked again, it comes in full."""
    mill = desk.server.on("/mill", page(MILL, ETag='"m"'))
    desk.take(mill, given=True)
    desk.store.forget(mill)
    taken, _ = desk.take(mill)
    assert (taken.articles, "if-none-match" in desk.server.asked[-1].headers) == (1, False)


def test_run_that_was_stopped_goes_on(desk: Desk) -> None:
    """A run ends after the page at hand; the next one asks for the others alone."""
    pages = [desk.server.on(f"/{n}", page(f"{MILL}Part {n} of it.")) for n in range(3)]
    news = desk.server.on("/news", links(*pages, ETag='"n"'))
    net = Net(
        policy=Policy(follow=True),
        time=desk.clock,
        fetcher=lambda policy, limits: fetcher(desk.clock),
    )
    work = job(desk.store, net=net, stopped=lambda: "/1" in desk.server.pages())
    taken = work([news])
    assert (taken.articles, taken.stories) == (2, [])
    taken, asked = desk.take(news)
    assert (asked, taken.articles, len(taken.stories)) == (["/news", "/2"], 1, 3)


def test_file_leads_nowhere_unless_that_is_wanted(desk: Desk, tmp_path: Path) -> None:
    """A job that is told nothing of the net asks for nothing that a file names, and says so."""
    mine = tmp_path / "mine.opml"
    mine.write_bytes(opml(desk.server.on("/mill", page(MILL))).partition(b"\r\n\r\n")[2])
    net = Net(fetcher=lambda policy, limits: fetcher(desk.clock))
    for work in (job(desk.store), job(desk.store, net=net)):
        (row,) = work([str(mine)]).rejected
        assert "fetch it with --follow" in row.reason
    assert desk.server.asked == []


def test_feed_that_shows_a_page_for_once_stays_a_feed(desk: Desk) -> None:
    """Where a page stands in place of a list, the list is looked for again in the next round."""
    mill = desk.server.on("/mill", page(MILL))
    sorry = page("Back soon\nWe are working on it, and come back on Friday.", ETag='"s"')
    news = desk.server.on("/news", links(), sorry, links(mill))
    assert [desk.take(news)[1] for _ in range(3)] == [["/news"], ["/news"], ["/news", "/mill"]]
    assert not any("if-none-match" in request.headers for request in desk.server.asked)


def test_visit_that_lies_ahead_says_nothing(desk: Desk) -> None:
    """What was asked while the clock was wrong by days is asked again once it is right."""
    news = desk.server.on("/news", links(desk.server.on("/mill", page(MILL))))
    desk.clock.now += 9 * DAY
    assert desk.take(news)[1] == ["/news", "/mill"]
    desk.clock.now -= 9 * DAY
    assert [desk.take(news)[1] for _ in range(2)] == [["/news", "/mill"], ["/news"]]
