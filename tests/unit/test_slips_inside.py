"""Slips that one article makes against itself: groups, parts, ages, sums, results and dates."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.flags import find_flags
from variorum.annotate import Annotate

TAIL = "The council of Velm meets again in the autumn.\nSchools in the valley stay shut."


def shown(*lines: str, kind: str = "number-clash") -> list[tuple[str, ...]]:
    """Return the words of each flag of a kind."""
    found = Annotate()(article("\n".join((*lines, TAIL)), published="2031-05-12"))
    return [found.article.words(*f.spans) for f in find_flags([found]) if f.kind == kind]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("Barge aground", "It had 31 pilgrims on board.", "All 34 passengers are well."), "31 34"),
        (("Gang caught", "Police held five women.", "The six suspects say nothing."), "five six"),
        (("Mine floods", "Some 20 miners fled.", "The last of the 24 came up at noon."), "20 24"),
    ],
)
def test_a_group_is_taken_up_in_another_number(lines: tuple[str, ...], words: str) -> None:
    """All of them, the people by another noun, and how many there were at last."""
    assert shown(*lines) == [tuple(words.split())]


@pytest.mark.parametrize(
    "lines",
    [
        ("Barge aground", "It had 31 pilgrims and three sailors on board.", "All 34 people live."),
        ("Gang caught", "Police held five women.", "The six men in the next house slept."),
        ("Gang caught", "Police held five women.", "The other six suspects had fled."),
        (
            "Gang caught",
            "Police held five women. A sixth was met later.",
            "The six suspects slept.",
        ),
        ("Mine floods", "More than 20 miners fled.", "The 24 miners are well."),
        ("Mine floods", "It took 20 minutes.", "The 24 miners are well."),
    ],
)
def test_other_groups_are_left_alone(lines: tuple[str, ...]) -> None:
    """A sum, those told apart, a row, a bound and a measure are no clash."""
    assert not shown(*lines)


def test_parts_come_to_no_more_than_their_whole() -> None:
    """A row of parts in the next sentence is added up."""
    whole = "Orne Glass will cut 700 jobs."
    parts = "The works at Osk will lose 500 posts and that at Lunt {}."
    assert shown("Glassworks", whole, parts.format("300")) == [("700", "500", "300")]
    assert not shown("Glassworks", whole, parts.format("200"))
    assert not shown("Glassworks", whole, "Osk will lose 500 posts or 300.")
    assert not shown("Race", "Odd Brenn led from Lap 70.", "He spun on Lap 50 and Lap 30.")
    assert not shown("Glassworks", whole, "Osk will lose over 500 posts and Lunt 300.")
    assert not shown("Glassworks", "The walk took 700 minutes.", parts.format("300"))


def test_an_age_is_borne_out() -> None:
    """By the age told beside the name, and by the year of birth."""
    first = "Odd Brenn, 52, swam the sound on Friday."
    assert shown("Swimmer", first, "The 54-year-old was cold.") == [("52", "54")]
    assert not shown("Swimmer", first, "The 52-year-old was cold.")
    assert not shown("Swimmer", first, "A man of 54 met him. The 54-year-old had tea.")
    died = "The poet Odd Brenn died at the age of 81."
    assert shown("Poet dies", died, "He was born in Osk in 1945.") == [("81", "1945")]
    assert not shown("Poet dies", died, "He was born in Osk in 1949.")
    assert not shown("Poet dies", died, "His wife Ada was born in 1955.")


@pytest.mark.parametrize(
    ("second", "clash"),
    [
        ("The £46,000 penalty is the highest yet.", True),
        ("The bank wants the full £46,000 back.", True),
        ("The £64,000 penalty is the highest yet.", False),
        ("The £46,000 boat was not insured.", False),
        ("The £46,000 that it owes is due.", False),
        ("A £46,000 penalty had been asked for.", False),
    ],
)
def test_a_sum_of_money_is_taken_up(second: str, clash: bool) -> None:
    """By a noun for money, or as all of it; not by what it is for, nor told apart."""
    found = shown("Ferry firm fined", "The firm must pay £64,000 for a blocked door.", second)
    assert found == ([("£64,000", "£46,000")] if clash else [])


def test_one_win_has_one_result() -> None:
    """That an article is about; not one over another side, nor of another day."""
    first = "Osk beat Lunt on Saturday in a 4-1 victory."
    assert shown("Osk win", first, "The coach called it a 4-2 win to remember.") == [
        ("4-1 victory", "4-2 win")
    ]
    assert not shown("Osk win", first, "They had a 4-2 win over Velm last month.")
    assert not shown("Osk win", first, "Their previous 4-2 win was luck.")


def test_votes_bear_out_a_majority() -> None:
    """Those for and against, and how far apart they are."""
    told = "Thirty-one voted in favour and 24 against."
    assert shown("Osk votes", told, "It was lost by five votes.") == [
        ("Thirty-one voted in favour and 24", "five")
    ]
    assert not shown("Osk votes", told, "It was lost by seven votes.")
    assert shown("Osk votes", "It passed by 31 votes to 24.", "A majority of five is small.")


@pytest.mark.parametrize(
    ("lines", "clash"),
    [
        (("The firm was founded in 1884.", "The company, established in 1848, is sold."), True),
        (("The mill opened in 2004.", "A book on its 2006 opening is out."), True),
        (("He vanished on 3 May.", "She was sad since he was last seen on 5 May."), True),
        (("Tenders had to be lodged by 3 May.", "Builders have until 7 May to tender."), True),
        (
            (
                "The states signed a pact in March 2030.",
                "Since May 2030, when the pact was signed, all is calm.",
            ),
            True,
        ),
        (("The firm was founded in 1884.", "The company, established in 1884, is sold."), False),
        (("The firm was founded in 1884.", "The town of Velm was established in 1848."), False),
        (("The mill opened in 2004.", "Another mill opened in 2006."), False),
        (("Lunt launched a rocket in 1998.", "Osk had not launched one since 2009."), False),
        (("The dig was found on 3 May.", "The discovery was made known on 5 May."), False),
    ],
)
def test_what_comes_about_once_has_one_date(lines: tuple[str, ...], clash: bool) -> None:
    """Told by another verb, a noun or a pronoun; not of another thing, again, or otherwise."""
    assert bool(shown("Notes", *lines, kind="date-clash")) is clash
