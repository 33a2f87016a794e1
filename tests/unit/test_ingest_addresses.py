"""Taking in what is at addresses: what is asked when, and what is kept of it."""

from __future__ import annotations

from pathlib import Path

from tests.libraries import FERRY, MILL
from tests.misbehaving import answer
from tests.newsdesk import DAY, HOUR, Desk, feed_of, links, opml, page
from variorum.model.library import Wanted


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


def test_page_itself_goes_before_what_feeds_hold_of_it(desk: Desk) -> None:
    """A summary in a feed is replaced by the page and never replaces it, however often it comes."""
    ferry = desk.server.on("/ferry", page(FERRY))
    feeds = [
        desk.server.on(f"/{name}", answer(feed_of(ferry, words), ETag=f'"{name}"'))
        for name, words in (("one", "The ferry stayed."), ("two", "No ferry today."))
    ]
    changes = []
    for paths in (feeds[:1], [ferry], feeds, feeds, feeds[:1]):
        taken, _ = desk.take(*paths, given=True)
        changes.append((taken.articles, len(taken.stories)))
    assert changes == [(1, 1), (1, 1), (1, 0), (0, 0), (0, 0)]
    with desk.store.reading() as view:
        (current,) = view.captures(ferry)
    assert current.source == ferry


def test_feeds_that_hold_one_page_do_not_take_turns(desk: Desk) -> None:
    """Of two feeds that hold a page, what came last stays, though both are seen again and again."""
    ferry = desk.server.url("/ferry")
    one = desk.server.on("/one", answer(feed_of(ferry, "The ferry stayed.")))
    two = desk.server.on("/two", answer(feed_of(ferry, "No ferry today.")))
    stories = [len(desk.take(one, two, given=True)[0].stories) for _ in range(3)]
    assert stories[1:] == [0, 0]
