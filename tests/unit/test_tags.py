"""Tags are read back as they were written, and the best path is the best."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotate.tagging.chain import best_path
from variorum.annotate.tagging.tags import (
    CONTENT_AFTER,
    CUE,
    NAMES,
    ROLES,
    SOURCE_BEFORE,
    Attributed,
    Tagged,
    read_attributions,
    read_tags,
    tags_of,
    write_attributions,
    write_tags,
)


def test_tags_are_o_then_begin_and_inside_of_each_label() -> None:
    """A model scores the tags in one fixed order."""
    assert tags_of(("a", "b")) == ("O", "B-a", "I-a", "B-b", "I-b")


@given(st.lists(st.integers(0, 2 * len(NAMES)), max_size=30))
def test_any_tags_can_be_read(tags: list[int]) -> None:
    """Stretches lie in order within the words, and no tagged word is lost."""
    found = read_tags(tags, NAMES)
    assert all(0 <= t.start < t.end <= len(tags) for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert sum(t.end - t.start for t in found) == sum(tag > 0 for tag in tags)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), max_size=8))
def test_stretches_survive_writing(parts: list[tuple[int, int]]) -> None:
    """What is written as tags is read back as it was."""
    stretches, at = [], 0
    for gap, length in parts:
        stretches.append(Tagged(at + gap, at + gap + length, NAMES[length % len(NAMES)]))
        at += gap + length
    assert read_tags(write_tags(stretches, NAMES, at + 1), NAMES) == stretches


@pytest.mark.parametrize(
    "attributions",
    [
        [Attributed((2, 3), (0, 2), ((4, 9),))],
        [Attributed((6, 7), (7, 9), ((0, 5), (10, 14)))],
        [Attributed((2, 3), (0, 2), ((3, 6),)), Attributed((7, 8), (0, 2), ((8, 9),))],
        [Attributed((5, 7), None, ((0, 4),)), Attributed((12, 13), (11, 12), ((8, 10),))],
    ],
    ids=["preposed", "parted content", "shared source", "no source"],
)
def test_attributions_survive_writing(attributions: list[Attributed]) -> None:
    """Links between cue, source and content are in the tags alone."""
    tagged = write_attributions(attributions)
    assert read_attributions(read_tags(write_tags(tagged, ROLES, 20), ROLES)) == attributions


def test_a_content_without_a_cue_on_its_side_is_left_out() -> None:
    """Tags that point to a cue that is not there make no attribution."""
    cue = Tagged(4, 5, CUE)
    assert read_attributions([Tagged(0, 2, CONTENT_AFTER), cue]) == [Attributed((4, 5), None, ())]
    assert read_attributions([Tagged(0, 2, SOURCE_BEFORE)]) == []


@given(st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_the_best_path_is_the_best_of_all_paths(words: int, seed: int) -> None:
    """No other sequence of tags has a higher score."""
    random = np.random.default_rng(seed)
    scores, steps = random.normal(size=(words, 3)), random.normal(size=(3, 3))
    firsts = random.normal(size=3)

    def total(path: tuple[int, ...]) -> float:
        moves = sum(steps[pair] for pair in itertools.pairwise(path))
        return float(firsts[path[0]] + sum(scores[np.arange(words), path]) + moves)

    best = tuple(best_path(scores, steps, firsts))
    assert total(best) == pytest.approx(max(map(total, itertools.product(range(3), repeat=words))))


def test_no_words_have_no_path() -> None:
    """An empty article has nothing to tag."""
    assert best_path(np.zeros((0, 3)), np.zeros((3, 3)), np.zeros(3)) == []
