"""Short lines whose words say what they are: a date above the body, a sentence that ends it."""

from __future__ import annotations

import pytest

from variorum.extract.certain_lines import with_closing_line, with_date_line, with_opening_lines

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


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("9 January 2025", "date"),
        ("Thursday, January 9, 2025", "date"),
        ("Archive for 9 January 2025", "furniture"),
        ("9 January", "furniture"),
        ("LINDMOUTH, 9 January 2025", "date"),
        ("Ada Quill | 9 January 2025, 10:15", "date"),
        ("By Ada Quill in Lindmouth, 9 January 2025", "byline"),
        ("Sale ends 9 January 2025", "furniture"),
        ("Home News Sport Weather Archive Shop 9 January 2025", "furniture"),
    ],
)
def test_a_line_that_is_a_date_dates_the_article(line: str, kind: str) -> None:
    """A whole date above the body, beside a few names at most, is its date where none was found."""
    lines, kinds = ["Shop to shut", line, BODY], ["headline", "furniture", "paragraph"]
    assert with_date_line(lines, kinds, "en") == ["headline", kind, "paragraph"]
    told = with_date_line(lines, ["headline", "paragraph", "paragraph"], "en")
    assert told[1] == (kind if kind != "furniture" else "paragraph")
    dated = ["9 January 2025", *lines]
    assert with_date_line(dated, ["date", *kinds], "en") == ["date", *kinds]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Judge Ruth Pell said: “We regret it deeply.”", "paragraph"),
        ('"We regret it," Ruth Pell said on Monday.', "paragraph"),
        ("“We regret it deeply.”", "furniture"),
        ("“We regret it deeply” – Ruth Pell", "furniture"),
        ("Ruth Pell regrets “it”.", "furniture"),
    ],
)
def test_a_sentence_that_quotes_opens_the_body(line: str, kind: str) -> None:
    """Right below the head, a whole sentence with words in marks is text, and what follows too."""
    head = ["Talks end", "By Ana Poe", "3 April 2026"]
    kinds = ["headline", "furniture", "date", "furniture", "paragraph"]
    assert with_opening_lines([*head, line, BODY], kinds)[3:] == [kind, "paragraph"]
    lines = [*head[:2], line, line, BODY]
    assert with_opening_lines(lines, [*kinds[:2], *kinds[3:4] * 2, "paragraph"])[2:4] == [kind] * 2


def test_a_sentence_that_quotes_elsewhere_opens_nothing() -> None:
    """Below other furniture, or on a page without a body, it stays what it was taken for."""
    line = "Judge Ruth Pell said: “We regret it deeply.”"
    kinds = ["headline", "furniture", "furniture", "paragraph"]
    assert with_opening_lines(["Talks end", "Most read", line, BODY], kinds) == kinds
    assert with_opening_lines([line], ["furniture"]) == ["furniture"]
    assert with_opening_lines([], []) == []
