"""What must hold of how alike two claims are, whatever their words."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stated import stated
from variorum.align.claims import Claim, claims_of
from variorum.align.rarity import Rarity
from variorum.align.relating.likeness import Likeness, compare, is_stem

WORDS = ("mill", "mills", "miller", "millers", "milling", "miles", "milestone", "rose", "roses",
         "rosette", "dam", "dams", "damage", "damaged", "12", "14", "Corvane")  # fmt: skip

Lines = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)
_RARE = Rarity({"mill": 0.1, "rose": 0.4})


def _claim(words: list[str]) -> Claim:
    (found,) = claims_of([stated(" ".join(words))])
    return found


def _likeness(one: list[str], other: list[str]) -> Likeness:
    return compare(_claim(one), _claim(other), _RARE)


@given(Lines, Lines)
def test_equal_words_are_matched_before_those_of_one_stem(one: list[str], other: list[str]) -> None:
    """As many words are matched as equals as both have; the others are of one stem."""
    found = _likeness(one, other)
    keys = (Counter(_claim(words).keys) for words in (one, other))
    equal = Counter(a.key for a, b in found.pairs if a.key == b.key)
    first, second = keys
    assert equal == first & second
    assert all(a.key == b.key or is_stem(a.key, b.key) for a, b in found.pairs)


@given(Lines, Lines)
def test_each_word_is_matched_or_left_over(one: list[str], other: list[str]) -> None:
    """No word is lost; and where none is matched, no two are of one stem."""
    found = _likeness(one, other)
    assert len(found.pairs) + len(found.only[0]) == len(_claim(one).tokens)
    assert len(found.pairs) + len(found.only[1]) == len(_claim(other).tokens)
    if not found.pairs:
        assert (found.score, found.words, found.covered, found.shared) == (0, 0, (0, 0), 0)
        sides = found.only
        assert not any(is_stem(a.key, b.key) for a in sides[0] for b in sides[1] if not a.is_value)


@given(Lines, Lines)
def test_likeness_is_the_same_both_ways(one: list[str], other: list[str]) -> None:
    """What two claims share does not depend on which comes first."""
    there, back = _likeness(one, other), _likeness(other, one)
    assert there.score == pytest.approx(back.score)
    assert there.covered == pytest.approx(back.covered[::-1])
    assert len(there.pairs) == len(back.pairs)
