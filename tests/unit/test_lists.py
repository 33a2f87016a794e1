"""Lists of addresses: what they say of each, and what is fetched of them."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Iterator

import pytest

from tests.samples import PAGE, TEXT, as_json, atom, rss
from variorum import formats
from variorum.capture.gathering import Fetch, gather
from variorum.errors import InputError, LimitError
from variorum.model.address import Address
from variorum.model.article import Capture
from variorum.model.limits import Limits

NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def capture(data: bytes, source: str = "list.xml") -> Capture:
    """Return bytes as a capture."""
    return Capture(source=source, data=data, sha256=hashlib.sha256(data).hexdigest())


def addresses(data: bytes) -> list[Address]:
    """Return what a list names; nothing in it may be rejected."""
    rejected: list[InputError] = []
    named: list[Address] = []
    found = formats.unpack(capture(data), reject=lambda s, e: rejected.append(e), note=named.append)
    assert (list(found), rejected) == ([], [])
    return named


def sitemap(*entries: str, root: str = "urlset") -> bytes:
    """Return a sitemap, or an index of sitemaps."""
    return f'<{root} xmlns="{SITEMAP}" xmlns:n="{NEWS}">{"".join(entries)}</{root}>'.encode()


def page_of(name: str) -> bytes:
    """Return a page with a name in its text."""
    return PAGE.replace(b"harbour", name.encode())


def test_opml_names_feeds_in_groups() -> None:
    """The feeds of a list are found however deep its groups are, with title and language."""
    listed = (
        b'<opml version="2.0"><head><title>Mine</title></head><body><outline text="North">'
        b'<outline text="C" title="Corran Today" language="en" xmlUrl=" https://a.example/rss "'
        b' htmlUrl="https://a.example/"/><outline text="Empty"/></outline>'
        b'<outline type="link" text="Page" url="https://b.example/page"/></body></opml>'
    )
    assert addresses(listed) == [
        Address(url="https://a.example/rss", title="Corran Today", language="en"),
        Address(url="https://b.example/page", title="Page"),
    ]


def test_news_sitemap_says_what_it_knows() -> None:
    """Title, outlet, language and date stand in a sitemap of news; lastmod is a change."""
    news = (
        "<url><loc>https://a.example/ferry</loc><lastmod>2031-05-09</lastmod><n:news>"
        "<n:publication><n:name>Corran Today</n:name><n:language>en</n:language></n:publication>"
        "<n:publication_date>2031-05-06T07:08:09Z</n:publication_date>"
        "<n:title>Ferry &amp; fire</n:title></n:news></url>"
    )
    plain = "<url><loc>https://a.example/b</loc><lastmod>2031-05-09</lastmod></url>"
    known = Address(
        url="https://a.example/ferry",
        title="Ferry & fire",
        outlet="Corran Today",
        published="2031-05-06T07:08:09Z",
        language="en",
        updated="2031-05-09",
    )
    listed = sitemap(news, plain, "<url><priority>1</priority></url>")
    changed = Address(url="https://a.example/b", updated="2031-05-09")
    assert addresses(listed) == [known, changed]
    assert addresses(gzip.compress(listed, mtime=0)) == addresses(listed)


def test_index_names_its_sitemaps() -> None:
    """An index of sitemaps is a list of lists."""
    listed = sitemap("<sitemap><loc>https://a.example/1.xml</loc></sitemap>", root="sitemapindex")
    assert addresses(listed) == [Address(url="https://a.example/1.xml")]


def test_item_without_a_text_is_an_address() -> None:
    """An item of any feed that has only a link says where its article is, and what is known."""
    known = {"url": "https://a.example/ferry", "title": "Ferry", "outlet": "The Esk Courier"}
    item = (
        "<title>Ferry</title><link>https://a.example/ferry</link>"
        '<source url="https://esk.example/">The Esk Courier</source>'
        "<pubDate>Fri, 09 May 2031 10:00:00 +0100</pubDate>"
    )
    assert addresses(rss(item)) == [Address(**known, published="2031-05-09T10:00:00+01:00")]
    entry = "<link href='https://a.example/ferry'/><published>2031-05-09T10:00:00Z</published>"
    (found,) = addresses(atom(entry, "<title>The Esk Courier</title>"))
    assert found == Address(**known, published="2031-05-09T10:00:00Z", language="en")
    feed = as_json(
        version="https://jsonfeed.org/version/1", title="The Esk Courier",
        items=[{"id": "1", "url": "https://a.example/ferry", "title": "Ferry"}],
    )  # fmt: skip
    assert addresses(feed) == [Address(**known)]


def test_link_that_is_none_of_the_web_is_no_address() -> None:
    """An item whose link is a script, a path or names a user is of no use, as one without."""
    rejected: list[str] = []
    links = ("javascript:alert(1)", "/ferry", "https://a:b@a.example/")
    feed = rss(*(f"<title>Ferry</title><link>{link}</link>" for link in links))
    found = formats.unpack(capture(feed), reject=lambda s, e: rejected.append(str(e)))
    assert list(found) == []
    assert all(reason.startswith("holds no text of an article") for reason in rejected)
    assert len(rejected) == 3


def test_long_list_is_cut_with_the_flag() -> None:
    """A list that names more addresses than the limit gives as many, and says so."""
    rejected: list[InputError] = []
    named: list[Address] = []
    listed = sitemap(*(f"<url><loc>https://a.example/{n}</loc></url>" for n in range(5)))
    assert not list(
        formats.unpack(
            capture(listed), Limits(addresses=3),
            reject=lambda s, e: rejected.append(e), note=named.append,
        )
    )  # fmt: skip
    assert len(named) == 3
    assert "--max-addresses" in str(rejected[0])
    assert isinstance(rejected[0], LimitError)


def test_text_beside_links_is_kept_and_the_links_are_told() -> None:
    """A feed with some texts gives these; how many of its items are only links is told once."""
    rejected: list[tuple[str, str]] = []
    item = "<title>Ferry</title><link>https://a.example/{}</link>"
    feed = rss(f"<description>{TEXT}</description>", *(item.format(n) for n in range(5)))
    found = list(formats.unpack(capture(feed), reject=lambda s, e: rejected.append((s, str(e)))))
    assert [c.source for c in found] == ["list.xml#1"]
    [(source, told)] = rejected
    assert source == "list.xml"
    assert "names 5 addresses (https://a.example/0, https://a.example/1, " in told
    assert "https://a.example/3" not in told


class Web:
    """A net of a few pages: fetches them, and takes down what was asked."""

    def __init__(self, **pages: bytes) -> None:
        self._pages = {f"https://a.example/{name}": data for name, data in pages.items()}
        self.asked: list[str] = []

    def fetch(self, wanted: Iterable[Address]) -> Iterator[Capture]:
        """Yield the pages that are there."""
        for address in wanted:
            self.asked.append(address.url.removeprefix("https://a.example/"))
            if address.url in self._pages:
                yield capture(self._pages[address.url], address.url)


def gathered(
    data: bytes, fetch: Fetch | None, limits: Limits | None = None, *more: bytes
) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the sources of the articles in files, and what was rejected."""
    rejected: list[tuple[str, str]] = []

    def each(opened, files):  # type: ignore[no-untyped-def]
        return map(opened, files)

    found = gather(
        [capture(file) for file in (data, *more)], limits or Limits(), each=each,
        reject=lambda s, e: rejected.append((s, str(e))), fetch=fetch,
    )  # fmt: skip
    return [c.source.removeprefix("https://a.example/") for c in found], rejected


def listing(*names: str) -> bytes:
    """Return a list of pages of the net."""
    lines = "".join(f'<outline xmlUrl="https://a.example/{name}"/>' for name in names)
    return f"<opml><body>{lines}</body></opml>".encode()


def test_lists_are_followed_layer_by_layer() -> None:
    """A list of a feed and an index of sitemaps leads to the articles, each asked for once."""
    index = sitemap("<sitemap><loc>https://a.example/map</loc></sitemap>", root="sitemapindex")
    pages = (
        "<url><loc>https://a.example/page</loc></url><url><loc>https://a.example/own</loc></url>"
    )
    feed = rss("<link>https://a.example/own</link>", f"<description>{TEXT}</description>")
    web = Web(
        index=index, map=gzip.compress(sitemap(pages), mtime=0), feed=feed, page=page_of("one"),
        own=page_of("two"),
    )  # fmt: skip
    found, rejected = gathered(listing("feed", "index", "feed", "gone"), web.fetch)
    assert found == ["feed#2", "own", "page"]
    assert web.asked == ["feed", "index", "gone", "own", "map", "page"]
    assert rejected == []


def test_lists_in_a_circle_come_to_an_end() -> None:
    """Lists that name each other are asked for once; so is a page that is in both."""
    web = Web(one=listing("two", "page"), two=listing("one", "page"), page=PAGE)
    assert gathered(listing("one"), web.fetch)[0] == ["page"]
    assert web.asked == ["one", "two", "page"]


def test_depth_of_lists_is_limited() -> None:
    """Behind as many layers of lists as the limit says nothing is fetched, and that is told."""
    chain = {f"l{n}": listing(f"l{n + 1}") for n in range(9)}
    web = Web(**chain)
    _, rejected = gathered(listing("l0"), web.fetch, Limits(depth=3))
    assert web.asked == ["l0", "l1", "l2"]
    assert rejected[-1][0] == "https://a.example/l3"
    assert "--max-depth" in rejected[-1][1]


def test_number_of_fetched_pages_is_limited() -> None:
    """Of a long list as many pages are fetched as are read together; the rest is counted."""
    web = Web(**{f"p{n}": page_of(f"p{n}") for n in range(9)})
    found, rejected = gathered(
        listing(*(f"p{n}" for n in range(9))), web.fetch, Limits(witnesses=4)
    )
    assert found == web.asked == ["p0", "p1", "p2", "p3"]
    [(source, told)] = rejected
    assert (source, told.startswith("5 addresses")) == ("https://a.example/p4", True)
    assert "--max-witnesses" in told


def test_following_ends_once_there_are_enough_articles() -> None:
    """Where the first layer has as many articles as are read together, no further one is asked."""
    feed = rss(*(f"<description>{TEXT} {n}</description>" for n in range(5)))
    web = Web(feed=feed, more=listing("page"), page=PAGE)
    found, rejected = gathered(listing("feed", "more"), web.fetch, Limits(witnesses=3))
    assert (len(found), web.asked) == (3, ["feed", "more"])
    assert "--max-witnesses" in rejected[-1][1]
    files = [rss(*(f"<description>{TEXT} {n}{m}</description>" for n in "ab")) for m in "cde"]
    found, _ = gathered(listing("page"), web.fetch, Limits(witnesses=2), *files)
    assert (len(found), web.asked) == (2, ["feed", "more"])


def test_nothing_is_fetched_that_is_not_wanted() -> None:
    """Without following, a list is named with the first of its addresses and what to do."""
    found, [(source, told)] = gathered(listing("one", "two"), None)
    assert (found, source) == ([], "list.xml")
    assert "fetch it with --follow" in told


def test_equal_pages_at_two_addresses_are_one_witness() -> None:
    """The same bytes fetched twice are one capture; the other address is told."""
    found, [(source, told)] = gathered(listing("one", "two"), Web(one=PAGE, two=PAGE).fetch)
    assert (found, source) == (["one"], "https://a.example/two")
    assert "the same bytes as https://a.example/one" in told


@pytest.mark.parametrize("data", [b"<opml/>", sitemap()])
def test_list_of_nothing_is_told(data: bytes) -> None:
    """A list that names no address holds nothing, and that is said."""
    found, [(source, told)] = gathered(data, Web().fetch)
    assert (found, source) == ([], "list.xml")
    assert told.startswith("holds no article")


def test_shown_address_has_no_user_and_no_fragment() -> None:
    """What is shown of an address is what may stand in a record."""
    assert Address(url="https://a:b@pages.example/x?y=1#z").shown == "https://pages.example/x?y=1"
    assert Address(url="http://[::1/").shown == "address"


def test_user_in_an_address_is_not_told() -> None:
    """The password of a feed that is only for its readers stands in no rejection."""
    _, [(_, told)] = gathered(
        b'<opml><outline xmlUrl="https://a:secret@a.example/rss"/></opml>', None
    )
    assert "(https://a.example/rss)" in told
