"""Two claims read side by side: likelier related where they tell of one thing."""

from __future__ import annotations

import numpy as np
import pytest

from variorum.align.relating.side_by_side import KINDS, MOST, Rows, beside, read_both, rows_of
from variorum.weights.sentences import encode

DAM = "The dam above Torvane burst at dawn, the mayor said."
ALIKE = "The Torvane dam collapsed early on Monday."
OTHER = "The mayor of Torvane will open a school on Monday."
# A claim stands between two marks.
MARKS = 2


def _whole(text: str) -> Rows:
    (read,) = encode([text])
    return rows_of(read, [(0, len(text))])


def _odds(one: Rows, other: Rows) -> float:
    return read_both(one, other).odds


def test_what_tells_of_one_thing_is_likelier_than_what_shares_names() -> None:
    """Other words for one event count more than the same names about another, either way round."""
    dam, alike, other = map(_whole, (DAM, ALIKE, OTHER))
    assert _odds(dam, alike) > _odds(dam, other)
    assert _odds(alike, dam) > _odds(other, dam)


def test_the_clause_that_is_marked_counts() -> None:
    """Of one sentence what was said and who said it are two claims."""
    (read,) = encode([DAM])
    burst, said = rows_of(read, [(0, 35)]), rows_of(read, [(37, 51)])
    assert len(burst) == len(said)
    assert _odds(burst, _whole(ALIKE)) > _odds(said, _whole(ALIKE))


def test_of_a_long_sentence_what_is_about_the_claim_is_read() -> None:
    """No side is longer than it may be, and none shorter where the sentence has more."""
    text = " ".join(["harbour"] * 90) + " closed " + " ".join(["quay"] * 90)
    (read,) = encode([text])
    at = text.index("closed")
    closed = encode(["closed"])[0].rows[0]
    for spans in ([(at, at + 6)], [(0, 7)], [(len(text) - 4, len(text))], [(0, len(text))]):
        found = rows_of(read, spans)
        assert len(found) <= MOST + MARKS
        assert len(found) == MOST + MARKS or spans == [(0, len(text))]
        assert np.any(np.all(found == closed, axis=1)) == (spans[0][0] == at)


def test_what_has_no_piece_is_read_as_well() -> None:
    """A claim beyond what is read of a text, and an empty one, have an answer."""
    (read,) = encode([DAM])
    for side in (rows_of(read, [(900, 905)]), rows_of(encode([""])[0], [(0, 0)])):
        assert np.isfinite(_odds(side, _whole(ALIKE)))


def test_both_sides_stand_in_one_frame() -> None:
    """The second side begins behind what ends the first, and has a mark of its own."""
    one, other = _whole("A dam."), _whole("A dyke broke.")
    rows, second = beside(one, other)
    assert len(rows) == len(one) + len(other) + 3
    assert second.tolist() == [0] * (len(one) + 2) + [1] * (len(other) + 1)


def test_kinds_are_told_apart() -> None:
    """How likely each kind is sums to one; another count of one thing clashes more than a word."""
    dead, lost, more = map(
        _whole,
        (
            "The landslide at Torvane killed 12 people.",
            "Twelve people died in the landslide at Torvane.",
            "The landslide at Torvane killed 31 people.",
        ),
    )
    same, other = read_both(dead, lost), read_both(dead, more)
    for answer in (same, other):
        assert np.exp(answer.kinds).sum() == pytest.approx(1.0)
    at = KINDS.index(("same", None))
    assert same.kinds[at] > other.kinds[at]
