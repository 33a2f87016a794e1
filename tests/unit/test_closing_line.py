"""A short closing sentence stays in the article if it names whom the article names."""

from __future__ import annotations

import pytest

from variorum.extract.closing_line import with_closing_line

BODY = "The shop, which Alan Webb has run for forty years, will shut in May."


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Mr Webb declined to comment.", "paragraph"),
        ("A word from Webb is awaited", "furniture"),
        ("Read our Privacy policy.", "furniture"),
        ("Webb.", "furniture"),
    ],
)
def test_a_whole_sentence_with_a_known_name_closes_the_article(line: str, kind: str) -> None:
    """Only a whole sentence with a name that the body prints is taken for its end."""
    lines, kinds = ["Shop to shut", BODY, line, "Contact us"], ["headline", "paragraph"]
    found = with_closing_line(lines, [*kinds, "furniture", "furniture"])
    assert found == [*kinds, kind, "furniture"]


def test_a_page_without_a_body_has_no_closing_line() -> None:
    """Nothing is said of a page that has no paragraph, or nothing behind it."""
    assert with_closing_line([], []) == []
    assert with_closing_line([BODY], ["paragraph"]) == ["paragraph"]
    assert with_closing_line(["Home"], ["furniture"]) == ["furniture"]
