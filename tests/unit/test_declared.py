"""What an HTML page declares of itself: meta tags, linked data, times."""

from __future__ import annotations

import json

import pytest

from variorum.formats import html
from variorum.model.article import Capture, Metadata, Page
from variorum.model.limits import Limits


def _read(markup: str, limits: Limits | None = None) -> Page:
    capture = Capture(source="page.html", data=markup.encode(), sha256="")
    return html.read(capture, limits or Limits())


def _declared(head: str) -> Metadata:
    return _read(f"<html lang=en-GB><head>{head}</head><body>x").metadata


def test_meta_tags_are_read() -> None:
    """Open Graph and its kin give title, outlet, writers, date and language."""
    found = _declared(
        '<meta property="og:title" content="Ferry &amp; bridge"><meta name=author '
        'content="By Ada Quill and Tom Reed"><meta property="og:site_name" content="Tide Post">'
        '<meta property="article:published_time" content="2031-05-06T07:08:09Z">'
    )
    assert found == Metadata(
        title="Ferry & bridge",
        outlet="Tide Post",
        byline=("Ada Quill", "Tom Reed"),
        published="2031-05-06T07:08:09Z",
        language="en",
    )


def _linked(value: object) -> Metadata:
    return _declared(f"<script type='application/ld+json'>{json.dumps(value)}</script>")


def test_linked_data_in_a_graph_is_resolved() -> None:
    """Authors and publishers may be given by reference within a graph."""
    found = _linked(
        {
            "@graph": [
                {"@type": "WebSite", "name": "no"},
                {
                    "@type": ["NewsArticle"],
                    "headline": "Bridge opens",
                    "author": [{"@id": "#ada"}, {"@type": "Organization", "name": "Desk"}],
                    "publisher": {"@id": "#post"},
                    "datePublished": "2031-05-06",
                },
                {"@id": "#ada", "@type": "Person", "name": "Ada Quill"},
                {"@id": "#post", "name": "Tide Post"},
            ]
        }
    )
    assert (found.title, found.outlet) == ("Bridge opens", "Tide Post")
    assert (found.byline, found.published) == (("Ada Quill",), "2031-05-06")


@pytest.mark.parametrize(
    "script",
    [
        "{not json",
        "[" * 100_000,
        '{"@type":"NewsArticle","headline":["x"],"author":7,"datePublished":{"a":1}}',
        '{"@type":"NewsArticle","n":' + "9" * 6_000 + "}",
        '{"@type":{"a":[]},"@id":[1]}',
        "null",
    ],
)
def test_broken_linked_data_is_passed_over(script: str) -> None:
    """Whatever stands in the script, the page is read."""
    assert _declared(f"<script type='application/ld+json'>{script}</script>").byline == ()


def test_linked_data_with_loose_ends_is_mended() -> None:
    """A trailing comma, a raw line break or a comment around it does not lose the data."""
    script = '<!-- {"@type":"NewsArticle","headline":"One\nline",} -->'
    found = _declared(f"<script type='application/ld+json'>{script}</script>")
    assert found.title == "One line"


@pytest.mark.parametrize("name", ["https://a.example/ada", "ada@post.example", "@ada"])
def test_addresses_are_no_writers(name: str) -> None:
    """A link, an e-mail or a handle is no name."""
    assert _declared(f'<meta name=author content="{name}">').byline == ()


def test_an_outlet_that_signs_is_one_name() -> None:
    """The name of the outlet is not cut where it joins two."""
    head = '<meta name=author content="{0}"><meta property="og:site_name" content="{0}">'
    assert _declared(head.format("Quill & Reed")).byline == ("Quill & Reed",)


def test_a_card_for_other_sites_names_the_writer() -> None:
    """Its first field is the writer where its label says so; it may be the time of reading."""
    card = (
        '<meta name="twitter:label1" content="{}"><meta name="twitter:data1" content="Ada Quill">'
    )
    assert _declared(card.format("Written by")).byline == ("Ada Quill",)
    assert _declared(card.format("Est. reading time")).byline == ()


def test_the_page_around_an_article_says_the_rest() -> None:
    """Linked data of the page gives writer and date where that of the article has none."""
    page = {"@type": "WebPage", "author": {"name": "Ada Quill"}, "datePublished": "2031-05-06"}
    article = {"@type": "Article", "headline": "Ferry stays"}
    found = _linked([page, article])
    assert (found.title, found.byline, found.published) == (
        "Ferry stays",
        ("Ada Quill",),
        "2031-05-06",
    )
    assert _linked([page, article | {"datePublished": "2031-05-04"}]).published == "2031-05-04"
    assert _linked(page).byline == ("Ada Quill",)


def test_an_organisation_writes_where_no_person_does() -> None:
    """Linked data may name a desk as the only author; beside a person it is left out."""
    desk = {"@type": "Organization", "name": "Harbour Desk"}
    assert _linked({"@type": "Article", "author": desk}).byline == ("Harbour Desk",)
    people = [desk, {"name": "Ada Quill"}]
    assert _linked({"@type": "Article", "author": people}).byline == ("Ada Quill",)


def test_escaped_linked_data_is_read() -> None:
    """Some systems escape the quote marks of a script, or what stands in a title twice."""
    script = (
        "{&quot;@type&quot;:&quot;Article&quot;,&quot;datePublished&quot;:&quot;2031-05-06&quot;}"
    )
    found = _declared(f"<script type='application/ld+json'>{script}</script>")
    assert found.published == "2031-05-06"
    assert _declared('<meta property="og:title" content="Ferry &amp;amp; quay">').title == (
        "Ferry & quay"
    )


def test_a_page_says_its_address() -> None:
    """The canonical link, or else the Open Graph address, is where the page says it is."""
    link = '<link rel=canonical href="https://post.example/a">'
    meta = '<meta property="og:url" content="https://post.example/b">'
    assert _declared(link + meta).url == "https://post.example/a"
    assert _declared(meta).url == "https://post.example/b"


def test_time_elements_count_where_they_agree_or_say_so() -> None:
    """One day named by all time elements is the page's; several are not, save one that says so."""
    assert _read("<time datetime=2031-05-06>x</time>").metadata.published == "2031-05-06"
    two = "<time datetime=2031-05-06>x</time><time {}datetime=2031-05-07>y</time>"
    assert _read(two.format("")).metadata.published is None
    assert _read(two.format("class=published ")).metadata.published == "2031-05-07"
