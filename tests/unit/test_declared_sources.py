"""Whose report a page says it is, in its mark-up."""

from __future__ import annotations

import pytest

from variorum.formats import html
from variorum.model.article import Capture
from variorum.model.limits import Limits


@pytest.mark.parametrize(
    ("head", "sources"),
    [
        (
            '<meta name="syndication-source" content="https://www.calder.example/a">',
            ["calder.example"],
        ),
        ('<meta name="original-source" content="Calder Wire">', ["Calder Wire"]),
        (
            '<meta property="og:url" content="https://tide.example/b">'
            '<link rel="canonical" href="https://calder.example/a">',
            ["calder.example"],
        ),
        (
            '<meta property="og:url" content="https://tide.example/b">'
            '<link rel="canonical" href="https://www.tide.example/b">',
            [],
        ),
        ('<link rel="canonical" href="https://[broken">', []),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "isBasedOn":'
            ' {"@type": "NewsArticle", "url": "https://calder.example/a"}}</script>',
            ["calder.example"],
        ),
        (
            '<meta property="og:site_name" content="Tide Post"><script type="application/ld+json">'
            '{"@type": "NewsArticle", "publisher": {"name": "Tide Post"},'
            ' "sourceOrganization": {"name": "Calder Wire"}}</script>',
            ["Calder Wire"],
        ),
    ],
)
def test_whose_report_a_page_says_it_is(head: str, sources: list[str]) -> None:
    """Mark-up names another source, by name or address; the page's own names are none."""
    markup = f"<html lang=en><head>{head}</head><body>x"
    page = html.read(Capture(source="page.html", data=markup.encode(), sha256=""), Limits())
    assert list(page.metadata.sources) == sources
