"""Taking in what is at addresses: what is asked when, and what is kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.libraries import FERRY, MILL, job
from tests.misbehaving import Clock, Server, answer, fetcher
from variorum.ingest import Net, Taken
from variorum.ingest.checking import faults
from variorum.model.library import Wanted
from variorum.model.limits import Limits
from variorum.stores import Store

HOUR = 3_600.0
DAY = 24 * HOUR
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def page(text: str, **headers: str) -> bytes:
    """Return an answer with a text as a page: its first line is the headline."""
    title, _, rest = text.partition("\n")
    body = "".join(f"<p>{line}</p>" for line in rest.splitlines() if line.strip())
    html = f"<!doctype html><html><body><article><h1>{title}</h1>{body}</article></body></html>"
    return answer(html.encode(), **headers)


def links(*urls: str, **headers: str) -> bytes:
    """Return an answer with a sitemap of some addresses, each with ``|`` and what else is said."""
    rows = "".join(
        f"<url><loc>{url.partition('|')[0]}</loc>{url.partition('|')[2]}</url>" for url in urls
    )
    return answer(f'<urlset xmlns:n="{NEWS}">{rows}</urlset>'.encode(), **headers)


def opml(*urls: str, **headers: str) -> bytes:
    """Return an answer with a list of feeds."""
    rows = "".join(f'<outline xmlUrl="{url}"/>' for url in urls)
    return answer(f"<opml><body>{rows}</body></opml>".encode(), **headers)


class Desk:
    """Takes addresses into a library, run after run, at times that a test sets."""

    def __init__(self, store: Store, server: Server) -> None:
        self.store = store
        self.server = server
        self.clock = Clock()

    def take(
        self, *paths: str, given: bool = False, limits: Limits | None = None
    ) -> tuple[Taken, list[str]]:
        """Run once; return what was taken in and which paths the server was asked for."""
        limits, asked = limits or Limits(), len(self.server.pages())
        net = Net(time=self.clock, fetcher=lambda policy, limits: fetcher(self.clock, limits))
        taken = job(self.store, limits=limits, net=net)(paths, given=given)
        assert list(faults(self.store)) == []
        return taken, self.server.pages()[asked:]


@pytest.fixture
def desk(store: Store, server: Server) -> Desk:
    """Return a desk with an empty library."""
    return Desk(store, server)


def test_page_is_an_article_under_its_address(desk: Desk) -> None:
    """A page is kept under the address that answered in the end; a change is a new version."""
    url = desk.server.on("/ferry", page(FERRY), page(FERRY.replace("Nobody", "One man")))
    short = desk.server.on("/1", answer(b"", "301 Moved", Location=url))
    taken, _ = desk.take(short, given=True)
    assert (taken.asked, taken.files, taken.articles) == (1, 0, 1)
    taken, _ = desk.take(short, given=True)
    assert (taken.articles, len(taken.stories)) == (1, 1)
    with desk.store.reading() as view:
        held = view.page(view.stories(Wanted())[0].story).holdings
    assert [(h.source, h.version, h.current) for h in held] == [(url, 1, False), (url, 2, True)]


def test_page_that_goes_back_is_current_again(desk: Desk) -> None:
    """Bytes that a page had before are its current version once it has them again."""
    url = desk.server.on("/ferry", page(FERRY), page(MILL), page(FERRY))
    taken = [desk.take(url, given=True)[0] for _ in range(3)]
    assert [t.articles for t in taken] == [1, 1, 0]
    with desk.store.reading() as view:
        (line,) = view.stories(Wanted())
        assert line.title == FERRY.partition("\n")[0]


def test_what_lists_name_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    """Lists of lists are followed, whether the first is a file or on the web, in their order."""
    ferry = desk.server.on("/ferry", page(FERRY))
    mill = desk.server.on("/mill", page(MILL))
    one, two = desk.server.on("/one", links(ferry, mill)), desk.server.on("/two", links(mill))
    mine = tmp_path / "mine.opml"
    mine.write_bytes(opml(one, two).partition(b"\r\n\r\n")[2])
    taken, asked = desk.take(str(mine))
    assert asked == ["/one", "/ferry", "/mill", "/two"]
    assert (taken.files, taken.asked, taken.articles, taken.rejected) == (1, 4, 2, [])
    taken, asked = desk.take(str(mine))
    assert (taken.passed_over, asked) == (0, ["/one", "/two"])


def test_unchanged_is_not_sent_again(desk: Desk) -> None:
    """What sent a validator is asked with it, when all that it names was taken in."""
    ferry = desk.server.on("/ferry", page(FERRY, ETag='"f"'), answer(b"", "304 Not Modified"))
    news = desk.server.on("/news", links(ferry, ETag='"n"'), answer(b"", "304 Not Modified"))
    desk.take(news)
    taken, asked = desk.take(news)
    assert (taken.unchanged, asked) == (1, ["/news"])
    assert desk.server.asked[-1].headers["if-none-match"] == '"n"'
    taken, _ = desk.take(ferry, given=True)
    assert (taken.unchanged, taken.articles) == (1, 0)
    assert desk.server.asked[-1].headers["if-none-match"] == '"f"'


def test_list_of_lists_is_always_sent(desk: Desk) -> None:
    """One that names lists is asked in full: they have to be asked, whether it changed or not."""
    ferry = desk.server.on("/ferry", page(FERRY))
    news = desk.server.on("/news", links(ferry))
    mine = desk.server.on("/mine", opml(news, ETag='"m"', Cache_Control="max-age=9999"))
    desk.take(mine)
    assert desk.take(mine)[1] == ["/mine", "/news"]
    assert not any("if-none-match" in request.headers for request in desk.server.asked)


def test_list_that_was_not_done_is_sent_again(desk: Desk) -> None:
    """While a page of a list is still to come, the list is asked in full, and the page too."""
    ferry = desk.server.on("/ferry", *[answer(b"", "503 Service Unavailable")] * 3, page(FERRY))
    news = desk.server.on("/news", links(ferry, ETag='"n"'))
    taken, _ = desk.take(news)
    assert (taken.later, taken.articles, taken.rejected) == (1, 0, [])
    assert desk.take(news)[1] == ["/news"]
    desk.clock.now += HOUR
    taken, asked = desk.take(news)
    assert (taken.articles, asked) == (1, ["/news", "/ferry"])
    assert not any("if-none-match" in request.headers for request in desk.server.asked)
    desk.take(news)
    assert desk.server.asked[-1].headers["if-none-match"] == '"n"'


def test_page_is_asked_again_after_a_day_or_a_change(desk: Desk) -> None:
    """A page that is named again waits for a day, unless its list says that it changed since."""
    url = desk.server.url("/ferry")
    desk.server.on("/ferry", page(FERRY))
    said = [f"{url}|<lastmod>{day}</lastmod>" for day in ("2031-05-06", "2031-05-06", "2031-05-07")]
    news = desk.server.on("/news", *[links(row) for row in said])
    asked = [desk.take(news)[1] for _ in range(4)]
    assert asked == [["/news", "/ferry"], ["/news"], ["/news", "/ferry"], ["/news"]]
    desk.clock.now += DAY
    assert desk.take(news)[1] == ["/news", "/ferry"]


def test_fresh_list_is_left_alone(desk: Desk) -> None:
    """A list is not asked before its server says it may have changed, but by a person."""
    news = desk.server.on(
        "/news", links(desk.server.on("/mill", page(MILL)), Cache_Control="max-age=3600")
    )
    desk.take(news)
    assert desk.take(news)[1] == []
    assert desk.take(news, given=True)[1] == ["/news"]
    desk.clock.now += HOUR
    assert desk.take(news)[1] == ["/news"]


def test_feed_says_when_it_may_be_asked(desk: Desk) -> None:
    """`ttl` and `skipHours` of a feed are kept to, also once it is unchanged."""
    item = f"<item><link>{desk.server.on('/mill', page(MILL))}</link></item>"
    hours = "<skipHours><hour>12</hour><hour>13</hour></skipHours>"
    feed = f"<rss><channel><ttl>60</ttl>{hours}{item}</channel></rss>".encode()
    news = desk.server.on("/news", answer(feed, ETag='"n"'), answer(b"", "304 Not Modified"))
    asked = []
    for _ in range(20):  # from three minutes past ten on
        asked.append(len(desk.take(news)[1]))
        desk.clock.now += HOUR / 4
    assert asked == [2, 0, 0, 0, 1, 0, 0, 0] + [0] * 8 + [1, 0, 0, 0]


def test_what_a_list_says_fills_what_a_page_does_not(desk: Desk) -> None:
    """Date and outlet of a page come from its list on the ground `feed`, where it has none."""
    undated = FERRY.replace("Published: 9 May 2031\n\n", "")
    told = (
        "<n:news><n:publication><n:name>Corran Today</n:name></n:publication>"
        "<n:publication_date>2031-05-08T07:00:00Z</n:publication_date>"
        "<n:title>Another title</n:title></n:news>"
    )
    urls = [desk.server.on("/ferry", page(undated)), desk.server.on("/mill", page(MILL))]
    desk.take(desk.server.on("/news", links(*[f"{url}|{told}" for url in urls])))
    with desk.store.reading() as view:
        records = [view.record(line.story) for line in view.stories(Wanted())]
        kept = view.captures(urls[0])
    dated = {
        w.title: (w.published and (w.published.edtf, w.published.basis), w.outlet)
        for r in records if r for w in r.witnesses
    }  # fmt: skip
    assert dated == {
        FERRY.partition("\n")[0]: (("2031-05-08T07:00:00Z", "feed"), "Corran Today"),
        MILL.partition("\n")[0]: (("2031-05-10", "stated"), "Corran Today"),
    }
    assert kept[0].data == page(undated).partition(b"\r\n\r\n")[2]


def test_each_is_asked_once_in_a_run(desk: Desk) -> None:
    """A list that names itself, or a page twice, leads to one request each."""
    mine = desk.server.url("/mine")
    mill = desk.server.on("/mill", page(MILL))
    desk.server.on("/mine", opml(mine, mill, f"{mill}#top"))
    assert desk.take(mine)[1] == ["/mine", "/mill"]


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
    net = Net(time=desk.clock, fetcher=lambda policy, limits: fetcher(desk.clock))
    work = job(desk.store, net=net, stopped=lambda: "/1" in desk.server.pages())
    taken = work([news])
    assert (taken.articles, taken.stories) == (2, [])
    taken, asked = desk.take(news)
    assert (asked, taken.articles, len(taken.stories)) == (["/news", "/2"], 1, 3)
