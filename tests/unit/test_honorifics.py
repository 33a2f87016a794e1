"""Honorifics that clash within one article."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate.honorifics import find_honorific_clashes
from variorum.annotate.names import find_mentions
from variorum.languages import find
from variorum.model.annotation import Flag
from variorum.model.article import Article

ENGLISH = find("en")


def flags(text: str) -> tuple[Article, tuple[Flag, ...]]:
    """Return an article of one line a sentence, and its honorific clashes."""
    made = article(text)
    sentences = tuple(block.span for block in made.blocks)
    mentions = find_mentions(made, sentences, ENGLISH)
    return made, find_honorific_clashes(made, mentions, ENGLISH)


def test_one_name_with_two_honorifics_is_flagged_once() -> None:
    """Mr and Ms before one surname make one flag on the first two that clash."""
    made, found = flags(
        "The board met.\nMr Varga spoke first.\nMs Varga then left.\nMs Varga is ill."
    )
    (flag,) = found
    assert flag.kind == "honorific-clash"
    assert made.words(*flag.spans) == ("Mr Varga", "Ms Varga")
    assert flag.note == "“Mr Varga” … “Ms Varga”"
    assert flag.id


def test_the_full_name_joins_its_surname() -> None:
    """A full name and its surname are one bearer."""
    made, found = flags("The board met.\nMrs Ilona Varga spoke.\nMr. Varga left.")
    assert [made.words(*flag.spans) for flag in found] == [("Mrs Ilona Varga", "Mr. Varga")]


def test_neutral_and_equal_honorifics_do_not_clash() -> None:
    """Dr has no gender; Mrs and Ms have the same."""
    _, found = flags("The board met.\nMrs Varga spoke.\nDr Varga left.\nMs Varga is ill.")
    assert found == ()


def test_two_people_of_one_surname_with_first_names_do_not_clash() -> None:
    """Whoever is told apart by a first name is not flagged."""
    _, found = flags("The board met.\nMr Peter Varga spoke.\nMrs Anna Varga left.")
    assert found == ()


def test_unknown_language_has_no_honorifics() -> None:
    """Without a language nothing is flagged."""
    made = article("Rat\nMr Varga und Ms Varga")
    assert find_honorific_clashes(made, (), None) == ()


def test_two_bearers_of_a_surname_are_not_flagged() -> None:
    """A surname that the text prints behind two first names may have two honorifics."""
    text = "The board met.\nMr Imre Varga spoke.\nMs Ilona Varga left.\nMr Varga and Ms Varga met."
    assert flags(text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mr and Mrs Varga spoke.\nMr Varga left.",
        "Mr Varga spoke.\nHis wife, Mrs Varga, left.",
        "Mr Varga spoke.\nMr Varga's wife was ill.\nMrs Varga left.",
        "Mr Varga spoke.\nLady Varga left.",
    ],
)
def test_a_couple_and_a_rank_do_not_clash(text: str) -> None:
    """Who is married to the other bearer, or has a title of rank, is another or has gained it."""
    assert flags("The board met.\n" + text)[1] == ()


def test_a_relative_in_another_clause_makes_no_couple() -> None:
    """A sister who moved away says nothing of the name in the next sentence."""
    made, found = flags("The board met.\nSir Lev spoke.\nHis sister moved. Lady Lev left.")
    assert [made.words(*flag.spans) for flag in found] == [("Sir Lev", "Lady Lev")]


def test_an_honorific_of_several_men_is_that_of_each() -> None:
    """``Messrs`` before two names is told of the second one too."""
    made, found = flags("The board met.\nMessrs Hurn and Varga spoke.\nMs Varga left.")
    assert [made.words(*flag.spans) for flag in found] == [("Messrs Hurn and Varga", "Ms Varga")]


def test_an_honorific_of_several_men_ends_at_another_one() -> None:
    """Who has an honorific of their own is none of the men before."""
    assert not flags("The board met.\nMessrs Hurn, Torm and Ms Varga spoke.\nMs Varga left.")[1]


def test_a_couple_of_things_and_a_plural_are_no_family() -> None:
    """A number of weeks is no spouse, and small letters or no ``the`` name no family."""
    met = "The board met.\nMr Varga spoke.\nMrs Varga left {}."
    assert flags(met.format("in a couple of weeks"))[1]
    assert not flags(met.format("with the couple"))[1]
    baked = "The board met.\nMr Baker spoke.\nMrs Baker left {}."
    assert flags(baked.format("the bakers"))[1]


def test_a_couple_in_the_text_has_two_bearers() -> None:
    """``Mrs Varga`` beside a husband, and the plural of a surname, tell of a family."""
    assert not flags("The board met.\nMr Varga spoke.\nMrs Varga left. The couple live here.")[1]
    assert not flags("The Vargas met.\nMr Varga spoke first.\nMs Varga then left.")[1]
