"""What somebody said and others hand on: who said it first is who speaks."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle


def _read(body: str) -> AnnotatedArticle:
    return Annotate()(article(f"Ferry firm in Lindmouth\n{body}"))


def _said(body: str) -> list[tuple[str | None, str]]:
    found = _read(body)
    return [
        (q.speaker.name if q.speaker else None, " ".join(found.article.words(*q.spans)))
        for q in found.quotations
    ]


@pytest.mark.parametrize(
    ("body", "speaker", "content"),
    [
        (
            "The ferry will be sold in June, Callard said, according to the Tide Post.",
            "Callard",
            "The ferry will be sold in June",
        ),
        (
            "Callard said the crew would be paid, the Tide Post reported.",
            "Callard",
            "the crew would be paid",
        ),
        (
            "The engine failed at noon, said the captain, the Tide Post reported.",
            "the captain",
            "The engine failed at noon",
        ),
        (
            "The letter, first reported by the Tide Post, said the ferry was unsafe.",
            "The letter",
            "the ferry was unsafe",
        ),
        (
            "“We will sell her,” Callard wrote in a letter, first reported by the Tide Post.",
            "Callard",
            "We will sell her,",
        ),
        (
            "Guards warned the owners, a clerk told the Tide Post.",
            "a clerk",
            "Guards warned the owners",
        ),
    ],
)
def test_who_said_it_first_speaks(body: str, speaker: str, content: str) -> None:
    """A paper that hands it on does not; who tells the news itself does."""
    assert _said(body) == [(speaker, content)]


@pytest.mark.parametrize(
    "body",
    [
        "“We will sell her,” Callard wrote in a letter, first reported by the Tide Post.",
        "Callard said the crew would be paid in June, the Tide Post first reported.",
    ],
)
def test_who_reported_it_is_no_statement(body: str) -> None:
    """The clause says nothing of what happened."""
    found = _read(body)
    told = [" ".join(found.article.words(*one.spans)) for one in found.statements]
    assert not any("reported" in words for words in told)


def test_what_was_reported_is_a_statement() -> None:
    """A clause with what it tells says more than who reported it."""
    found = _read("The club announced the sale of its ground. The loss was reported in May.")
    told = [" ".join(found.article.words(*one.spans)) for one in found.statements[1:]]
    assert told == ["The club announced the sale of its ground", "The loss was reported in May"]
