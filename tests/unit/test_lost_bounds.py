"""Bounds of a number that a print leaves out, and words that bound none."""

from __future__ import annotations

import pytest

from tests.prints import Said, in_headline, witness
from variorum.align.utterances import find_utterances

FRAME = "The harbour office told us that {} before the ferry came back to port"


def kinds(said: str, told: str, *, headline: bool = False) -> set[str]:
    """Return the kinds of the variants between two direct prints, or one and a headline."""
    one = witness(Said(words=FRAME.format(said)))
    form = "indirect" if headline else "direct"
    other = witness(Said(words=FRAME.format(told), form=form), source="b.txt")
    pair = one, in_headline(other) if headline else other
    return {v.kind for found in find_utterances(pair) for v in found.variants}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("more than 70 crates sank", "70 crates sank"),
        ("fewer than 70 crates sank", "70 crates sank"),
        ("at least seventy crates sank", "seventy crates sank"),
        ("70 crates or more sank", "70 crates sank"),
        ("more than half of the cargo sank", "half of the cargo sank"),
        ("less than a quarter of the cargo sank", "a quarter of the cargo sank"),
        ("over a month of work sank", "a month of work sank"),
        ("up to 70 crates sank", "70 crates sank"),
    ],
)
def test_a_bare_number_lacks_the_bound(said: str, told: str) -> None:
    """Without its bound a number says another thing, and a headline with it more."""
    assert kinds(said, told) == {"broader"}
    assert {"broader", "headline-stronger"} <= kinds(said, told, headline=True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("about 70 crates sank", "70 crates sank"),
        ("about a quarter of the cargo sank", "a quarter of the cargo sank"),
        ("almost half of the cargo sank", "half of the cargo sank"),
        ("at least 70 crates sank", "70 or more crates sank"),
        ("more than 70 crates sank", "over 70 crates sank"),
        ("more than 70 crates sank", "about 70 crates sank"),
        ("70 crates sank under the pier", "70 crates sank near the pier"),
        ("less than a month of work sank", "some work of this month sank"),
        ("more than 70 crates sank", "90 crates sank"),
        ("more than 70 crates sank in 40 boats", "some crates sank in 70 boats"),
    ],
)
def test_what_is_no_lost_bound(said: str, told: str) -> None:
    """An approximate number is a wording, and another bound is no bare number."""
    for headline in (False, True):
        assert not {"broader", "headline-stronger"} & kinds(said, told, headline=headline)
