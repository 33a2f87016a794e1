"""Numbers: values, units and what is no quantity."""

from __future__ import annotations

import pytest

from variorum.annotate.stating.numbers import find_quantities
from variorum.languages import find

ENGLISH = find("en")


def quantities(text: str) -> list[tuple[str, float, str | None]]:
    """Return words, value and unit of each quantity in a text."""
    found = find_quantities(text, (0, len(text)), ENGLISH)
    return [(text[slice(*q.span)], q.value, q.unit) for q in found]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("four bridges", "four", 4, "bridge"),
        ("twenty-one people", "twenty-one", 21, "person"),
        ("two hundred and fifty thousand votes", "two hundred and fifty thousand", 250_000, "vote"),
        ("a dozen boats", "a dozen", 12, "boat"),
        ("a million times", "a million", 1_000_000, "time"),
        ("half a million votes", "half a million", 500_000, "vote"),
        ("a quarter of a million homes", "a quarter of a million", 250_000, "home"),
        ("three quarters of a million", "three quarters of a million", 750_000, None),
        ("a half-million pounds", "a half-million", 500_000, "GBP"),
        ("half a dozen boats", "half a dozen", 6, "boat"),
        ("two and a half million jars", "two and a half million", 2_500_000, "jar"),
        ("£2 and a half billion", "£2 and a half billion", 2_500_000_000, "GBP"),
        ("a million and a half trams", "a million and a half", 1_500_000, "tram"),
        ("one and a quarter hours", "one and a quarter", 1.25, "hour"),
        ("a $3-million fine", "$3-million", 3_000_000, "USD"),
        ("a 15-minute delay", "15", 15, "minute"),
        ("two and a half of the boats", "two", 2, None),
        ("1,234,567 homes", "1,234,567", 1_234_567, "home"),
        ("2.5 million jars", "2.5 million", 2_500_000, "jar"),
        ("5m people", "5m", 5_000_000, "person"),
        ("20%", "20%", 20, "%"),
        ("3.5 per cent", "3.5 per cent", 3.5, "%"),
        ("$3.5 million", "$3.5 million", 3_500_000, "USD"),
        ("€20bn", "€20bn", 20_000_000_000, "EUR"),
        ("100 euros", "100", 100, "EUR"),
        ("5 US dollars", "5", 5, "USD"),
        ("a five-year plan", "five", 5, "year"),
        ("15 badly damaged trams", "15", 15, "tram"),
        ("three of the boats", "three", 3, "boat"),
        ("one tram", "one", 1, "tram"),
        ("10 km away", "10", 10, "km"),
        ("2000 homes", "2000", 2000, "home"),
    ],
)
def test_quantities_are_read(text: str, words: str, value: float, unit: str) -> None:
    """Digits and words give the same kind of value, with what they count."""
    assert quantities(text) == [(words, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "in 2019",
        "the 2019 vote",
        "on 9 December 2022 and February 24",
        "at 04:25 GMT, at 9pm",
        "the 3rd boat came second",
        "one of them, no one, that one",
        "dozens of boats",
        "nineteen ninety-four",
        "Route 66",
        "they won 2-1",
        "G7, covid-19, v1.2.3, 10.0.0.1",
        "12/05",
        "9" * 400,
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    """Dates, times, ordinals, names, scores and unclear words are no quantities."""
    assert quantities(text) == []


def test_two_numbers_of_one_phrase() -> None:
    """Each number has its own row."""
    assert quantities("three of the four flooded regions") == [
        ("three", 3, "region"),
        ("four", 4, "region"),
    ]


def test_only_the_span_is_read() -> None:
    """What lies outside the span is no part of the answer, and spans count in the whole text."""
    text = "two boats, three trams, four cars"
    (found,) = find_quantities(text, (11, 22), ENGLISH)
    assert (text[slice(*found.span)], found.value) == ("three", 3)


def test_unknown_language_reads_digits() -> None:
    """Without a language digits and percent signs are read, and what may be a year is not."""
    text = "20 % von 12 und 2019 und four"
    found = find_quantities(text, (0, len(text)), None)
    assert [(q.value, q.unit) for q in found] == [(20, "%"), (12, None)]


@pytest.mark.parametrize(
    "piece",
    ["one ", "1,1", "$", "a hundred ", "two and ", "two and a half ", "half a ", "1 ", "x "],
)
def test_numbers_are_found_in_linear_time(piece: str) -> None:
    """Text made to mislead costs no more than its length."""
    quantities(piece * (100_000 // len(piece)))
