"""The examples and golden texts are read as an honest reader reads them."""

from __future__ import annotations

import pytest

from tests.golden.labels import Golden, golden_texts, lost_paragraphs, wrong_lines

TEXTS = golden_texts()

# What the reader of copied text still gets wrong, by text; an entry that no longer holds fails.
LOST: dict[str, list[str]] = {}
MISTAKEN = {
    "consent-wall": 3,
    "japanese": 1,
    "liveblog": 1,
    "rebel-republic": 1,
    "ceasefire-eastbank": 1,
    "recall-ledger": 3,
}
UNREAD_BYLINES = {"liveblog", "rebel-republic"}


def named(golden: Golden) -> str:
    """Return the name of a case."""
    return golden.name


@pytest.mark.parametrize("golden", TEXTS, ids=named)
def test_no_paragraph_is_lost(golden: Golden) -> None:
    """Every paragraph of the body is typed as one, but for those known to be lost."""
    assert lost_paragraphs(golden, golden.read()) == LOST.get(golden.name, [])


@pytest.mark.parametrize("golden", TEXTS, ids=named)
def test_lines_have_their_kind(golden: Golden) -> None:
    """Headline, standfirst, byline, date and furniture are typed as such, but for known lines."""
    wrong = wrong_lines(golden, golden.read())
    assert len(wrong) == MISTAKEN.get(golden.name, 0), wrong


@pytest.mark.parametrize("golden", TEXTS, ids=named)
def test_date_is_read_or_refused(golden: Golden) -> None:
    """The date a page states is read, in a language without a file perhaps to the month only."""
    article = golden.read().article
    if article.published is not None:
        stated = article.published.edtf
        assert golden.expected["date"][: len(stated)] == stated
        assert stated == golden.expected["date"] or article.language != "en"


@pytest.mark.parametrize("golden", TEXTS, ids=named)
def test_byline_is_read(golden: Golden) -> None:
    """The names in an English byline are read, and none is made up."""
    if golden.read().article.language != "en":
        pytest.skip("bylines are read in languages that have a file")
    expected = [] if golden.name in UNREAD_BYLINES else golden.expected["byline"]
    assert list(golden.read().article.byline) == expected
