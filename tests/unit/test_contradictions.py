"""Two claims about one thing: what bears out, what contradicts, and what does neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.stated import stated
from variorum.align.claims import Claim, claims_of
from variorum.align.rarity import Rarity
from variorum.align.relating.bounds import figures_of
from variorum.align.relating.contradictions import Comparison, set_against
from variorum.align.relating.fitting import matched
from variorum.align.relating.likeness import compare


def _claim(text: str, times: Sequence[tuple[str, str]] = ()) -> Claim:
    (found,) = claims_of([stated(text, times=times)])
    return found


def _compared(one: str, other: str) -> Comparison:
    first, second = _claim(one), _claim(other)
    return set_against(first, second, compare(first, second, Rarity({})))


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("more than 12 hikers", "14 hikers", "held"),
        ("fewer than 12 hikers", "14 hikers", "clash"),
        ("at least 12 hikers", "12 hikers", "held"),
        ("over 12 hikers", "12 hikers", "clash"),
        ("12 or more hikers", "15 hikers", "held"),
        ("up to 12 hikers", "15 hikers", "clash"),
        ("about 100 hikers", "98 hikers", "held"),
        ("nearly 100 hikers", "120 hikers", "clash"),
        ("14 hikers", "more than 12 hikers", "open"),
        ("a total of 12 hikers", "14 hikers", "clash"),
        ("more than a total of 12 hikers", "14 hikers", "held"),
    ],
)
def test_a_bound_makes_an_interval_of_a_number(one: str, other: str, fit: str) -> None:
    """The figure of one claim lies within that of the other, outside of it, or may do either."""
    sides = [figures_of(_claim(f"The landslide buried {words}.")) for words in (one, other)]
    (found,) = matched(*sides)
    assert found.fit == fit


def test_a_date_is_set_against_a_date_between_its_bounds() -> None:
    """What began before June is borne out by May; a day without a year is the day of any."""
    early = _claim("The strike began before June 2031.", [("June 2031", "2031-06")])
    for words, edtf, fit in (
        ("4 May 2031", "2031-05-04", "held"),
        ("9 June 2031", "2031-06-09", "clash"),
    ):
        day = _claim(f"The strike began on {words}.", [(words, edtf)])
        assert [m.fit for m in matched(figures_of(early), figures_of(day))] == [fit]
    day = _claim("The strike began on 4 May.", [("4 May", "XXXX-05-04")])
    for words, edtf, fit in (
        ("4 May 2031", "2031-05-04", "held"),
        ("5 May 2031", "2031-05-05", "clash"),
    ):
        dated = _claim(f"The strike began on {words}.", [(words, edtf)])
        assert [m.fit for m in matched(figures_of(day), figures_of(dated))] == [fit]


def test_a_figure_is_set_against_what_counts_the_same() -> None:
    """Of several figures that one is compared whose unit and neighbours are alike."""
    one = _claim("The flood closed 40 schools.")
    other = _claim("The flood closed 12 bridges and 40 schools.")
    (found,) = matched(figures_of(one), figures_of(other))
    assert found.fit == "held"
    assert found.other is not None
    assert found.other.unit == "school"


def test_more_figures_than_can_be_compared_are_none() -> None:
    """A table run into one sentence is not compared."""
    many = " ".join(f"{number} farms" for number in range(100, 113))
    assert figures_of(_claim(f"The flood closed {many}.")) == ()


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Exports of oats rose in spring.", "Exports of oats fell in spring.", "contradicts"),
        ("Exports of oats rose in spring.", "Exports of oats did not fall in spring.", "supports"),
        ("The inquiry blamed the pilot.", "The inquiry did not blame the pilot.", "contradicts"),
        ("The mayor never met the miller.", "The mayor did not meet the miller.", "supports"),
        ("No doubt the mayor met the miller.", "The mayor met the miller.", "supports"),
        ("Police in Corvane freed Ada Holm.", "Police in Torvik freed Ada Holm.", "contradicts"),
        ("Police in Corvane freed Ada Holm.", "Police in Corvane freed Eve Holm.", "contradicts"),
        ("Police in Corvane freed Ana Holm.", "Police in Corvane freed Anna Holm.", "supports"),
        ("The mayor thanked the miller.", "The miller thanked the mayor.", "contradicts"),
        ("The mayor thanked the miller.", "The miller was thanked by the mayor.", "supports"),
        ("Half of the village saw it.", "A quarter of the village saw it.", "contradicts"),
        ("All ferries to Corvane stopped.", "Some ferries to Corvane stopped.", "neither"),
        ("Some ferries to Corvane stopped.", "All ferries to Corvane stopped.", "supports"),
        ("The ferry sank near Corvane.", "The ferry perhaps sank near Corvane.", "neither"),
        ("The comet passed the village.", "A tax on sugar was voted down.", "neither"),
    ],
)  # fmt: skip
def test_what_two_sentences_of_one_thing_answer(one: str, other: str, answer: str) -> None:
    """Opposites, negations, names, parts, places changed and hedges each have their say."""
    assert _compared(one, other).answer() == answer


def test_a_moved_phrase_swaps_nobody() -> None:
    """Where a whole phrase moves, who does what to whom stays."""
    one = "On Monday the mayor of Corvane thanked the miller for the bread."
    other = "The mayor of Corvane thanked the miller for the bread on Monday."
    assert _compared(one, other).answer() == _compared(other, one).answer() == "supports"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "In spring the rust was not noticed in barges near the northern lock",
            "In spring no rust was noticed in tugs or in barges near the northern lock",
        ),
        (
            "At first no goal was allowed after the break in the final match",
            "At first the goal was not allowed in the cup or after the break in the final match",
        ),
    ],
)
def test_a_negation_before_the_subject_denies_what_one_at_the_verb_does(
    one: str, other: str
) -> None:
    """Who says that no rust was noticed does not contradict that rust was not noticed."""
    assert not _compared(one, other).turned
    assert not _compared(other, one).turned


def test_what_a_speaker_denies_stands_beside_its_negation() -> None:
    """A denial told by its verb of speech, which is no part of the words, is no affirmation."""
    told = _claim("The council had falsified the ferry accounts.")
    denied = replace(told, statement=replace(told.statement, polarity="denied"))
    plain = _claim("The council did not falsify the ferry accounts.")
    for one, other, turned in ((denied, plain, False), (plain, denied, False), (told, plain, True)):
        assert set_against(one, other, compare(one, other, Rarity({}))).turned == turned
