"""Readings that are made once for an object, however often they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from tests.stated import stated
from variorum.align.claims import Claim, claims_of
from variorum.align.once import once, once_of_words
from variorum.align.prints import PrintWord
from variorum.align.rarity import Rarity
from variorum.align.relating import bounds
from variorum.align.relating.contradictions import set_against
from variorum.align.relating.likeness import compare


@dataclass(frozen=True)
class _Page:
    text: str


def test_a_page_is_read_once_for_each_thing_that_is_asked_of_it() -> None:
    """The same question is answered from what was found, another one is read for."""
    asked: list[str] = []

    @once
    def count(page: _Page, letter: str) -> int:
        asked.append(letter)
        return page.text.count(letter)

    page = _Page("a banana")
    assert [count(page, letter) for letter in "anan"] == [4, 2, 4, 2]
    assert asked == ["a", "n"]


def test_a_run_of_words_is_read_once_and_the_same_words_elsewhere_again() -> None:
    """A run is known by its words, cut out anew or not; a word of another place is another one."""
    here, there = (
        tuple(PrintWord(form=form, key=form, span=(at, at + 3), content=True) for form in "ab")
        for at in (0, 90)
    )
    asked: list[int] = []

    @once_of_words
    def place(words: Sequence[PrintWord]) -> int:
        asked.append(words[0].span[0])
        return words[0].span[0]

    assert [place(words) for words in (here, here[:], list(here), there, here[:1])] == [0] * 3 + [
        90,
        0,
    ]
    assert asked == [0, 90, 0]


def test_an_equal_page_is_read_for_itself() -> None:
    """What is found of one object is not kept for another, and neither is changed by it."""
    asked: list[_Page] = []

    @once
    def length(page: _Page) -> int:
        asked.append(page)
        return len(page.text)

    one, other = _Page("dam"), _Page("dam")
    assert length(one) == length(other) == 3
    assert len(asked) == 2
    assert one == other


def test_the_figures_of_a_claim_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim that is set against many others has its figures read no second time."""
    read: list[Claim] = []
    figure = bounds._figure

    def counted(claim: Claim, *rest: object) -> object:
        read.append(claim)
        return figure(claim, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(bounds, "_figure", counted)
    (claim,) = claims_of([stated("The landslide buried 12 hikers.")])
    others = claims_of([stated("It buried 14 hikers.\nIt buried 9 goats.", source="b.txt")])
    for other in others:
        likeness = compare(claim, other, Rarity({}))
        assert set_against(claim, other, likeness).figures
    assert read.count(claim) == 1
