"""A statement that begins or ends inside quote marks is shown with both marks, or with none."""

from __future__ import annotations

import pytest

from tests.records import Desk, witness
from variorum.exports import Surface, html, markdown, text
from variorum.exports._apparatus import Edition


@pytest.mark.parametrize(
    ("line", "stated", "shown"),
    [
        ("The board “sold the quay in May”, it said.", "board “sold the quay in May", "“…”"),
        ("The board “sold the quay in May.” It rained.", "board “sold the quay in May", "“….”"),
        ('The board "sold the quay in May", it said.', 'board "sold the quay in May', '"…"'),
        ("Le port «ferme en mai», dit-il.", "port «ferme en mai", "«…»"),
        ("It was “cruel” to them and “vile” too.", "was “cruel” to them and “vile", "“…”"),
        ("“Closed” was the quay.", "Closed” was the quay", "“…”"),
        ("The board ‘sold the crew’s hut’, it said.", "board ‘sold the crew’s hut", "‘…’"),
    ],
)
def test_a_mark_right_beside_is_shown(line: str, stated: str, shown: str) -> None:
    """The mark that closes, or opens, right beside the words of a statement stands with them."""
    found = told(line, stated)
    assert found[-1] == shown[-1] or found[0] == shown[0]
    assert found in line
    assert found.strip('“”"«»‘’.') == stated.strip('“”"«»‘’.')


@pytest.mark.parametrize(
    ("line", "stated", "shown"),
    [
        (
            "The board “sold the quay in May and told nobody at all”, it said.",
            "board “sold the quay in May",
            "board sold the quay in May",
        ),
        ("He said “no, not now, the quay” was shut.", "the quay” was shut", "the quay was shut"),
        ("“We sold it", "“We sold it", "We sold it"),
        (
            "The board “sold it” and “left the town to its fate”.",
            "board “sold it” and “left",
            "board “sold it” and left",
        ),
    ],
)
def test_a_mark_without_the_other_is_not_shown(line: str, stated: str, shown: str) -> None:
    """Where the other mark stands further off, or nowhere, neither is shown."""
    assert told(line, stated) == shown


@pytest.mark.parametrize(
    "words",
    [
        "The board “sold” the quay",
        'The crew’s hut is 6" wide',
        "The ‘90s quay was shut",
        "“The ‘tis so’ pub burned”",
        "The quay was shut",
    ],
)
def test_whole_pairs_and_apostrophes_are_left(words: str) -> None:
    """What has its pair, and what is no quote mark, stands as it is printed."""
    assert told(f"{words}, it said.", words) == words


def told(line: str, stated: str) -> str:
    """Return how a statement of a line is shown."""
    on = Desk((witness("A", (("paragraph", line),)),))
    one = on.statement("A", stated)
    edition = Edition(on.record(statements=(one,)))
    return edition.words(one.witness, edition.stated(one))


def test_pages_show_both_marks() -> None:
    """The pages for people have the marks where one witness alone states something."""
    line = "The board “sold the quay in May”, it said."
    on = Desk((witness("A", (("paragraph", line),)), witness("B", (("paragraph", "It rained."),))))
    one = on.statement("A", "The board “sold the quay in May")
    record = on.record(stories=(on.story("AB"),), statements=(one,), single=(one.id,))
    for page in (text.render(record, Surface(width=80)), markdown.render(record, Surface())):
        assert "The board “sold the quay in May”" in page
    assert ">The board “sold the quay in May”</a>" in html.render(record, Surface())
