"""What an article tells twice: fates counted in other words, occasions dated, shares in figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.stated import stated
from variorum.align.claims import claims_of
from variorum.align.flags import find_flags
from variorum.align.relating.fates import fates_of
from variorum.model.annotation import AnnotatedArticle

DAYS = [
    ("2 October", "2031-10-02"),
    ("12 October", "2031-10-12"),
    ("1897", "1897"),
    ("1999", "1999"),
]


def shown(text: str, kind: str) -> list[tuple[str, ...]]:
    """Return the words of each flag of a kind."""
    times = [day for day in DAYS if day[0] in text]
    item = _counting(stated("Board meets again\n" + text, times=times))
    return [item.article.words(*flag.spans) for flag in find_flags([item]) if flag.kind == kind]


def _counting(item: AnnotatedArticle) -> AnnotatedArticle:
    """Return an article whose figures count nothing where no noun stands behind them."""
    told = ("injured", "dead", "were")
    return replace(
        item,
        statements=tuple(
            replace(
                one,
                quantities=tuple(
                    replace(q, unit=None if q.unit in told else q.unit) for q in one.quantities
                ),
            )
            for one in item.statements
        ),
    )


@pytest.mark.parametrize(
    ("line", "fates"),
    [
        ("A slide killed 12 people.", {"killed": "12"}),
        ("The death toll stands at 14.", {"killed": "14"}),
        ("The fire killed 12 and injured 30.", {"killed": "12", "injured": "30"}),
        ("Odd Brenn, 56, was killed.", {}),
        ("Some 12 of the injured went home.", {}),
        ("The ferry carried 12 people.", {}),
    ],
)
def test_the_nearest_word_of_a_fate_tells_what_is_counted(line: str, fates: dict[str, str]) -> None:
    """Verbs, nouns and adjectives tell of one fate; ages and parts are no count of it."""
    item = stated(line)
    (claim,) = (c for c in claims_of([item]) if c.statement.id == item.statements[0].id)
    assert {fate: claim.surface(f.token) for fate, f in fates_of(claim).items()} == fates


def test_a_count_of_one_fate_is_taken_up_in_other_words() -> None:
    """The seven injured are those of whom six were hurt."""
    text = "Some people were hurt.\nA bus slid and 6 people were hurt.\nThe 7 injured went home."
    assert shown(text, "number-clash") == [("6", "7")]
    assert not shown(text.replace("The 7", "Another 7"), "number-clash")
    assert not shown(text.replace("The 7 injured", "The 7 dead"), "number-clash")
    assert not shown(text.replace("went", "so far went"), "number-clash")
    assert not shown(text.replace("The 7", "A seventh fell ill.\nThe 7"), "number-clash")


def test_an_occasion_that_is_dated_twice_is_flagged() -> None:
    """A noun takes up what a verb told, with another date."""
    text = "The picture was stolen on 2 October.\nSince the theft on 12 October a copy hangs there."
    assert shown(text, "date-clash") == [("2 October", "12 October")]
    assert not shown(text.replace("12 October", "2 October"), "date-clash")
    assert not shown(text.replace("the theft", "the premiere"), "date-clash")
    assert not shown(text.replace("stolen", "not stolen"), "date-clash")
    assert shown(text.replace("the theft on", "the painter's theft on"), "date-clash")
    assert not shown(text.replace("the theft on", "a theft on"), "date-clash")


def test_a_year_before_a_noun_tells_it_from_another() -> None:
    """*The 1999 theft* is another one; *the 12 October theft* is the one that was told."""
    text = "The picture was stolen in 1897.\nSince the 1999 theft a copy hangs there."
    assert not shown(text, "date-clash")
    text = "The picture was stolen on 2 October.\nThe 12 October theft was the first."
    assert shown(text, "date-clash") == [("2 October", "12 October")]


def test_what_opened_once_did_not_open_again() -> None:
    """A verb told twice of one noun has one date; of two nouns it may have two."""
    text = "The school opened in 1897.\nThe town grew once the {} opened in 1999."
    assert shown(text.format("school"), "date-clash") == [("1897", "1999")]
    assert not shown(text.format("station"), "date-clash")


def test_a_noun_that_names_no_occasion_is_not_dated_twice() -> None:
    """What stands before two dates is flagged only where it happens once."""
    text = "The state paid the claims on 2 October.\nIt had paid the claims on 12 October."
    assert not shown(text, "date-clash")


def test_an_anniversary_that_does_not_fit_is_flagged() -> None:
    """A centenary is a hundred years after the founding."""
    text = "The mill was founded in 1897.\nThe mill kept its centenary in 1999."
    assert shown(text, "date-clash") == [("1897", "1999")]
    assert not shown(text.replace("centenary", "fair"), "date-clash")


@pytest.mark.parametrize(
    ("text", "clashes"),
    [
        ("Damp is in a third of the flats.\nOf the 90 flats, 52 were wet.", True),
        ("Damp is in a third of the flats.\nOf the 90 flats, 31 were wet.", False),
        ("Damp is in a third of the flats.\nOf the 90 boats, 52 were wet.", False),
        ("Damp is in perhaps a third of the flats.\nOf the 90 flats, 52 were wet.", False),
    ],
)
def test_a_share_that_its_figures_do_not_make_is_flagged(text: str, clashes: bool) -> None:
    """A third of the flats is not 52 of 90; rounding, other things and hedges are left alone."""
    assert bool(shown(text, "number-clash")) == clashes
