"""Figures that an article tells twice: which clash, and which only look like it."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.flags import find_flags
from variorum.annotate import Annotate

PORT = "The port of Vellin lies on the river Orne. It has a fish market and a chapel."


def clashes(*lines: str) -> list[tuple[str, ...]]:
    """Return the places of each clash of numbers in an article of one block a line."""
    item = Annotate()(article("\n".join(lines), published="2024-06-05"))
    flags = find_flags([item])
    return [item.article.words(*flag.spans) for flag in flags if flag.kind == "number-clash"]


def test_a_win_by_another_margin_than_the_result_is_flagged() -> None:
    """How far apart two sides are may stand before the win or the defeat."""
    result = "Vellin beat Orrin 3-1 on Saturday in heavy rain."
    told = "It was a {}-goal win that nobody had expected."
    assert clashes("Vellin win", result, PORT, told.format("three")) == [("3-1", "three-goal")]
    assert not clashes("Vellin win", result, PORT, told.format("two"))
    over = "The three-goal win over Orrin on Saturday is a record."
    assert clashes("Vellin win", result, PORT, over) == [("3-1", "three-goal")]


@pytest.mark.parametrize(
    "lines",
    [
        ("Vellin win", "Vellin beat Orrin 3-1 on Saturday.", "They are six points clear of Lunt."),
        ("Vellin win", "Vellin beat Orrin 3-1.", "They had come back from a one-goal loss in May."),
        ("Vellin win", "Vellin beat Orrin 3-1.", "It had a five-goal victory over the Lunt side."),
        ("Bank raises rate", "The bank had a 4 percent rate in May.", "The 5 percent rate is new."),
        ("Two hearings", "A judge heard the 52 pleas.", "The 68 pleas were heard by another."),
        ("Three women held", "Two women were held at noon.", PORT, "One woman was held at dawn."),
        ("Forty years of steam", "The last train ran sixty years ago.", PORT),
        (
            "Boats",
            "Three boats put to sea.",
            "A fourth put to sea.",
            "The four boats left the sea.",
        ),
        ("Loan for Orne Glass", "The £4m loan was paid back.", "The £5m loan is to come."),
    ],
)
def test_figures_of_two_things_do_not_clash(lines: tuple[str, ...]) -> None:
    """A table, a rate, two that both have ``the``, a length of time and a row are left alone."""
    assert clashes(*lines) == []
