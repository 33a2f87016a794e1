"""Quote marks of every convention, apostrophes told apart, lost marks recovered."""

from __future__ import annotations

import pytest

from variorum.annotate.marks import Marked, find_marks
from variorum.model.spans import Span


def paragraphs(text: str) -> list[Span]:
    """Return the spans of the lines of a text."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def read(text: str) -> list[Marked]:
    """Return the marked stretches of a text of one paragraph a line."""
    return list(find_marks(text, paragraphs(text)))


def inner(text: str) -> list[str]:
    """Return the words of each stretch."""
    return [text[slice(*m.inner)] for m in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It leaks,” she said. “Badly.”", ["It leaks,", "Badly."]),
        ("‘It leaks,’ she said.", ["It leaks,"]),
        ('"It leaks," she said. "Badly."', ["It leaks,", "Badly."]),
        ("'It leaks,' she said.", ["It leaks,"]),
        ("``It leaks,'' she said.", ["It leaks,"]),
        ("''It leaks,'' she said.", ["It leaks,"]),
        ("« Ça fuit », dit-elle.", ["Ça fuit"]),
        ("«Протекает», — сказала она.", ["Протекает"]),
        ("»Es tropft«, sagte sie.", ["Es tropft"]),
        ("„Es tropft“, sagte sie.", ["Es tropft"]),
        ("”Det droppar”, sa hon.", ["Det droppar"]),
        ("‹Es tropft›, sagte sie.", ["Es tropft"]),
        ("彼女は「漏れている」と言った。", ["漏れている"]),
        ("Sie sagte ‚so‘ dazu.", ["so"]),
        ('" It leaks , " she said .', ["It leaks ,"]),
    ],
)
def test_each_convention_is_read(text: str, expected: list[str]) -> None:
    """Every pair of marks in use gives its words without the marks."""
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The players’ strike didn’t end; the boss’s offer wasn't theirs.",
        "In the ’90s, 'til the end, rock ’n’ roll was Mary's.",
        'The pipe is 5\' 10" long and 6" wide.',
        "Mary 's cat and the boys ' dog .",
        "Qur’an, Hawai‘i and O'Brien.",
    ],
)
def test_apostrophes_and_primes_are_no_marks(text: str) -> None:
    """Possessives, contractions, elisions, feet and inches open nothing."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("City set on ‘saving’ the players’ ground", ["saving"]),
        ("‘The players’ strike is over,’ he said.", ["The players’ strike is over,"]),
        ("He said 'it is the players' fault' and left", ["it is the players' fault"]),
        ("‘Reforms’ and the players’ strike", ["Reforms"]),
    ],
)
def test_single_marks_are_told_from_apostrophes(text: str, expected: list[str]) -> None:
    """A single closing mark is found beside plural possessives."""
    assert inner(text) == expected


def test_nested_marks_have_levels() -> None:
    """A quotation in a quotation is a stretch of its own, one level down."""
    text = "“He said ‘no’ twice,” she said."
    assert [(m.level, text[slice(*m.inner)]) for m in read(text)] == [
        (0, "He said ‘no’ twice,"),
        (1, "no"),
    ]


def test_paragraphs_that_each_open_are_joined() -> None:
    """Where each paragraph opens and only the last closes, nothing is unbalanced."""
    found = read("“One.\n“Two.\n“Three,” she said.\n“Four.”")
    assert [(m.joins, m.carries_on) for m in found] == [
        (False, True),
        (True, True),
        (True, False),
        (False, False),
    ]
    assert all(m.balanced for m in found)


def test_a_closing_mark_never_printed_is_recovered_to_the_paragraph_end() -> None:
    """A stretch that never closes ends with its paragraph and is unbalanced."""
    text = "He said “it leaks badly.\nNobody came."
    assert inner(text) == ["it leaks badly."]
    assert [(m.opened, m.closed, m.balanced) for m in read(text)] == [(True, False, False)]


def test_an_opening_mark_lost_is_recovered_from_the_sentence_before() -> None:
    """A stretch that never opens begins after the last sentence that is surely outside."""
    text = "“It leaks,” he said. It leaks badly.”"
    assert inner(text) == ["It leaks,", "It leaks badly."]
    assert [m.balanced for m in read(text)] == [True, False]
    assert inner("It leaks,” he said.") == ["It leaks,"]


def test_a_second_opening_mark_ends_a_stretch_that_never_closed() -> None:
    """Double marks do not nest in themselves: the first stretch ends where the second opens."""
    text = "“It leaks, he said. “Badly.”"
    assert inner(text) == ["It leaks, he said.", "Badly."]
    assert [m.balanced for m in read(text)] == [False, True]


def test_marks_never_pair_across_paragraphs() -> None:
    """An opening mark in one paragraph and a closing one in the next are two lost mates."""
    assert [m.balanced for m in read("He said “it leaks\nand more” it did.")] == [False, False]


def test_deep_nesting_is_left_alone() -> None:
    """A flood of opening marks makes few stretches and no error."""
    assert len(read("«" * 1000)) < 10


def test_a_mark_never_closed_does_not_take_in_the_next_speech() -> None:
    """A speech over paragraphs that tells its own speaker is parted from the words before it."""
    found = read("Poe said “it is shut. She left.\n“We are many,\n“and strong,” said Roe.")
    assert [(m.joins, m.balanced) for m in found] == [(False, False), (False, True), (True, True)]


def test_a_speech_that_is_told_at_its_end_only_stays_one() -> None:
    """Where the first paragraph names nobody, its words are those of who is named at the end."""
    found = read("“It is shut.\n“We are many,” said Roe.")
    assert [(m.joins, m.balanced) for m in found] == [(False, True), (True, True)]


@pytest.mark.parametrize(
    "text",
    [
        'Poe wrote: <post author="@poe" date="3 May">It leaks.</post>',
        'Poe wrote: <post author="@poe" date="3\n">It leaks.',
        '<a href="x">The pool</a> is closed.',
    ],
)
def test_the_values_in_a_tag_are_not_quoted(text: str) -> None:
    """Marks in a tag that a page's source left in a text hold nobody's words."""
    assert inner(text) == []


def test_words_beside_a_tag_are_quoted() -> None:
    """Marks around and beside a tag are read as ever."""
    text = '"It <b>leaks</b>," she said. <i class="x">"Badly."</i>'
    assert inner(text) == ["It <b>leaks</b>,", "Badly."]
