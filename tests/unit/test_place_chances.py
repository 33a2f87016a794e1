"""The reader of places: the ways through a sentence's tree, and what it is asked."""

from __future__ import annotations

import numpy as np

from tests.articles import article
from variorum.annotate import Annotate
from variorum.annotate.placing.chances import (
    ABOVE,
    ASIDE,
    BELOW,
    FARTHEST,
    chances_in,
    head_of,
    paths,
    words_in,
)
from variorum.annotate.placing.scenes import Site
from variorum.annotate.syntax import Syntax

TEXT = "Water in Velm\nThe river spilled into the lower half of Velm before dawn.\n"


def test_steps_are_counted_along_the_tree() -> None:
    """Of a chain of three and a word beside it each has its steps, and is above, below, aside."""
    heads = np.array([1, 3, 1, -1])
    steps, sides = paths(heads, [0, 1])
    assert steps.tolist() == [[0, 1, 2, 2], [1, 0, 1, 1]]
    assert sides.tolist() == [[ASIDE, ABOVE, ASIDE, ABOVE], [BELOW, ASIDE, BELOW, ABOVE]]


def test_a_circle_and_a_head_outside_end() -> None:
    """Words that hang on each other are walked once; a head outside the sentence is none."""
    steps, _ = paths(np.array([1, 0, 7, -4]), [0])
    assert steps.tolist() == [[0, 1, FARTHEST, FARTHEST]]


def test_what_is_far_is_as_far() -> None:
    """No way is longer than the farthest."""
    steps, _ = paths(np.arange(1, 21), [0])
    assert steps.max() == FARTHEST
    assert (np.diff(steps[0]) >= 0).all()


def test_a_name_is_read_by_the_word_its_others_hang_on() -> None:
    """The head of a name of two words is the one whose head lies outside."""
    spans = np.array([[0, 3], [4, 8], [9, 13]])
    syntax = Syntax(spans, np.array([1, 2, -1]), np.zeros(3), np.zeros((3, 1)), np.zeros((3, 1)))
    assert head_of(syntax, range(3), (0, 8)) == 1
    assert head_of(syntax, range(3), (20, 22)) is None


def test_a_word_that_no_list_has_is_read() -> None:
    """A flood is told by a verb that stands in no list, and the word that tells it is named."""
    text = article(TEXT)
    syntax = Annotate().syntax_of(text)
    assert syntax is not None
    at = TEXT.rindex("Velm")
    sentence = (TEXT.index("The river"), len(TEXT) - 1)
    assert words_in(syntax, sentence)
    site = Site((at, at + 4), "Velm", "city")
    found = {one.row: one for one in chances_in(syntax, sentence, [site])}
    best = max(found.values(), key=lambda one: one.chance)
    assert best.row == "flooded"
    assert TEXT[slice(*best.word)] == "spilled"


def test_no_places_ask_nothing() -> None:
    """Without a place in the sentence nothing is told."""
    syntax = Annotate().syntax_of(article(TEXT))
    assert syntax is not None
    assert not list(chances_in(syntax, (14, 60), []))
