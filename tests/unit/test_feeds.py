"""Feeds: what an entry's page says, and on whose word."""

from __future__ import annotations

import pytest

from tests.samples import as_json, atom, newsml, rss
from variorum import formats
from variorum.errors import InputError
from variorum.extract import Extract
from variorum.model.article import Article, Capture
from variorum.model.visit import Timetable

WORDS = "<description>The ferry stays in harbour after a fire.</description>"


def articles(data: bytes, source: str = "feed.xml") -> list[Article]:
    """Return the articles in a feed; nothing in it may be rejected."""
    rejected: list[tuple[str, InputError]] = []
    capture = Capture(source=source, data=data, sha256="")
    found = formats.unpack(capture, reject=lambda s, e: rejected.append((s, e)))
    read = [Extract()(inner) for inner in found]
    assert not rejected
    return read


def test_item_of_rss_has_its_credits() -> None:
    """Title, writer, date, address and text of an item are those of its own fields."""
    (read,) = articles(
        rss(
            "<title>Ferry &amp;amp; fire</title><link>https://corran.example/ferry</link>"
            "<dc:creator>Anna Reed</dc:creator><pubDate>Fri, 09 May 2031 10:00:00 +0100</pubDate>"
            "<description>Teaser</description>"
            "<content:encoded><![CDATA[<p>The ferry stays.</p><p>Nobody was hurt.</p>]]>"
            "</content:encoded>",
            channel="<title>Corran Today</title><language>en-gb</language>",
        )
    )
    assert read.text == "Ferry & fire\nThe ferry stays.\nNobody was hurt."
    assert (read.source, read.title) == ("feed.xml#https://corran.example/ferry", "Ferry & fire")
    assert (read.outlet, read.byline, read.language) == ("Corran Today", ("Anna Reed",), "en")
    assert read.published is not None
    assert (read.published.edtf, read.published.basis) == ("2031-05-09T10:00:00+01:00", "feed")
    assert (read.title_basis, read.byline_basis) == ("feed", "feed")
    assert [b.kind for b in read.blocks] == ["headline", "paragraph", "paragraph"]


def test_source_of_an_item_is_its_true_publisher() -> None:
    """What an aggregator lists is of the outlet that its source names, not of the aggregator."""
    own = f"<title>One</title>{WORDS}"
    taken = f'{own}<source url="https://esk.example/rss">The Esk Courier</source>'
    assert [a.outlet for a in articles(rss(own, taken))] == ["Corran Today", "The Esk Courier"]


def test_author_of_rss_is_the_name_beside_the_address() -> None:
    """An address is no name; the name in brackets behind it is."""
    named = f"<author>reed@corran.example (Anna Reed)</author>{WORDS}"
    bare = f"<author>desk@corran.example</author>{WORDS}"
    assert [a.byline for a in articles(rss(named, bare))] == [("Anna Reed",), ()]


def test_extensions_of_rss_are_told_apart() -> None:
    """The title and description of a picture are not those of the item that shows it."""
    media = '<m:title xmlns:m="m">Photo</m:title><m:description xmlns:m="m">A quay.</m:description>'
    (read,) = articles(rss(f"{media}<title>Ferry</title>{WORDS}"))
    assert read.text == "Ferry\nThe ferry stays in harbour after a fire."


def test_rss_of_version_1_is_read() -> None:
    """Items beside the channel, with a date of Dublin Core, are items as well."""
    data = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<channel><title>Corran Today</title></channel>"
        f"<item><title>Ferry</title><dc:date>2031-05-09</dc:date>{WORDS}</item></rdf:RDF>"
    )
    (read,) = articles(data.encode())
    assert read.outlet == "Corran Today"
    assert read.published is not None
    assert read.published.edtf == "2031-05-09"


@pytest.mark.parametrize(
    "content",
    [
        "<content type='html'>&lt;p&gt;It &lt;b&gt;stays&lt;/b&gt;.&lt;/p&gt;</content>",
        "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'>"
        "<x:p>It <x:b>stays</x:b>.</x:p></x:div></content>",
        "<content type='text'>It stays.</content>",
        "<summary>It stays.</summary><content src='https://corran.example/'/>",
    ],
)
def test_text_of_atom_is_read_in_each_of_its_types(content: str) -> None:
    """Text, HTML and XHTML give the same words; content elsewhere gives the summary."""
    (read,) = articles(atom(content))
    assert read.text == "Ferry\nIt stays."


def test_markup_is_written_the_same_by_any_version() -> None:
    """XHTML inside XML becomes HTML byte by byte as written here: its hash is in records."""
    xhtml = (
        "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p class='a&quot;'>"
        "It &lt;stays&gt;<x:br/>in &#8220;harbour&#8221;.</x:p> Then <x:b/>left.</x:div></content>"
    )
    capture = Capture(source="feed.xml", data=atom(xhtml), sha256="")
    (entry,) = formats.unpack(capture, reject=lambda source, error: None)
    body = '<div><p class="a&quot;">It &lt;stays&gt;<br>in “harbour”.</p> Then <b></b>left.</div>'
    assert body.encode() in entry.data


def test_entry_of_atom_has_the_credits_of_its_source() -> None:
    """A republished entry is of the feed it names as its source, and written by its authors."""
    (read,) = articles(
        atom(
            "<source><title>The Esk Courier</title><author><name>Ben Lane</name></author></source>"
            "<link rel='self' href='https://x.example/'/><link href='https://esk.example/1'/>"
            "<published>2031-05-09T10:00:00Z</published><updated>2031-06-01T00:00:00Z</updated>"
            "<summary>It stays.</summary>"
        )
    )
    assert (read.outlet, read.byline) == ("The Esk Courier", ("Ben Lane",))
    assert read.source == "feed.xml#https://esk.example/1"
    assert read.published is not None
    assert read.published.edtf == "2031-05-09T10:00:00Z"


def test_date_of_change_is_no_date_of_publication() -> None:
    """An entry that says only when it was updated, or modified, stays undated."""
    (first,) = articles(atom("<updated>2031-05-09T10:00:00Z</updated><summary>It.</summary>"))
    item = {"content_text": "It stays.", "date_modified": "2031-05-09T10:00:00Z"}
    (second,) = articles(as_json(version="https://jsonfeed.org/version/1", items=[item]))
    assert first.published is second.published is None


def test_item_of_json_feed_has_its_credits() -> None:
    """Names of writers come from the item or else the feed; HTML is read before text."""
    feed = as_json(
        version="https://jsonfeed.org/version/1.1",
        title="Corran Today",
        language="en",
        authors=[{"name": "Anna Reed"}],
        items=[
            {"title": "Ferry", "content_html": "<p>It <b>stays</b>.</p>", "content_text": "Other.",
             "url": "https://corran.example/1", "date_published": "2031-05-09T10:00:00+01:00"},
            {"content_text": "One < two.\nThree.", "authors": [{"name": "Ben Lane"}]},
        ],
    )  # fmt: skip
    first, second = articles(feed, "feed.json")
    assert first.text == "Ferry\nIt stays."
    assert (first.byline, second.byline) == (("Anna Reed",), ("Ben Lane",))
    assert second.text == "One < two.\nThree."
    assert (first.source, second.source) == ("feed.json#https://corran.example/1", "feed.json#2")
    assert first.published is not None
    assert first.published.basis == "feed"


NITF = (
    '<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head/><body>'
    "<body.head><hedline><hl1>Ferry</hl1></hedline></body.head>"
    "<body.content><p>It stays.</p></body.content></body></nitf></inlineXML>"
)


@pytest.mark.parametrize("content", [NITF, "<inlineData>It stays.</inlineData>"])
def test_news_item_is_read_with_its_credits(content: str) -> None:
    """NewsML-G2: headline, writer, provider, first date and language, around NITF or plain text."""
    about = "<by>Anna Reed</by><headline>Ferry</headline><language tag='en-GB'/>"
    item = newsml(about, content)
    message = b"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>"
    for data in (item, message + item + b"</itemSet></newsMessage>"):
        (read,) = articles(data)
        assert read.text == "Ferry\nIt stays."
        assert (read.outlet, read.byline) == ("Corran Agency", ("Anna Reed",))
        assert read.published is not None
        assert read.published.edtf == "2031-05-06T07:00:00Z"
        assert (read.published.basis, read.language) == ("metadata", "en")


def test_references_stand_for_their_characters() -> None:
    """What only HTML names, a lone ampersand and an unknown name lose no character."""
    (read,) = articles(rss("<description>Caf&eacute; &amp; Marks & Spencer &x;</description>"))
    assert read.text == "Café & Marks & Spencer &x;"
    (told,) = articles(rss("<title>A &amp;lt;b&amp;gt; tag</title>" + WORDS))
    assert told.title == "A <b> tag"


def test_feed_may_have_any_encoding() -> None:
    """A feed is read in the encoding that it declares, or that its byte order mark tells."""
    text = rss("<description>Café à Corran.</description>").decode()
    for encoding in ("utf-16", "iso-8859-1"):
        data = text.replace("UTF-8", encoding).encode(encoding)
        assert [a.text for a in articles(data)] == ["Café à Corran."]


@pytest.mark.parametrize(
    ("channel", "told"),
    [
        ("<ttl>60</ttl>", Timetable(ttl=3_600)),
        ("<skipHours><hour>1</hour><hour>24</hour></skipHours>", Timetable(skip_hours=0b11)),
        ("<ttl>-1</ttl><skipHours><hour>25</hour><hour>x</hour></skipHours>", Timetable()),
        ("<ttl>99999999999999999999</ttl>", Timetable()),
        ("<ttl>²</ttl>", Timetable()),
        ("<skipHours>" + "<hour>3</hour>" * 9 + "</skipHours>", Timetable(skip_hours=0b1000)),
        ("<ttl>60", Timetable()),
    ],
)
def test_feed_says_when_it_may_be_read(channel: str, told: Timetable) -> None:
    """`ttl` and `skipHours` are numbers, or nothing is said."""
    feed = Capture(source="feed.xml", data=rss("", channel=channel), sha256="")
    assert formats.timetable(feed) == told
    assert formats.timetable(Capture(source="a.txt", data=b"Ferry", sha256="")) == Timetable()
