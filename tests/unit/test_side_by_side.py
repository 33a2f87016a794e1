"""Two claims read side by side: likelier related where they tell of one thing, in any order."""

from __future__ import annotations

import numpy as np
import pytest

from variorum.align.relating.side_by_side import MOST, Pieces, odds_of, pieces_of
from variorum.weights.sentences import encode

DAM = "The dam above Torvane burst at dawn, the mayor said."
ALIKE = "Torvane's barrier gave way early on Monday."
OTHER = "The mayor of Torvane will open a school on Monday."


def _whole(text: str) -> Pieces:
    (read,) = encode([text])
    return pieces_of(read, [(0, len(text))])


def test_what_tells_of_one_thing_is_likelier_than_what_shares_names() -> None:
    """Other words for one event count more than the same names about another."""
    dam, alike, other = map(_whole, (DAM, ALIKE, OTHER))
    assert odds_of(dam, alike) > odds_of(dam, other)


def test_which_claim_comes_first_changes_nothing() -> None:
    """Only the last digits may differ, as products are rounded together."""
    dam, alike = _whole(DAM), _whole(ALIKE)
    assert odds_of(dam, alike) == pytest.approx(odds_of(alike, dam), abs=0.1)


def test_the_clause_that_is_marked_counts() -> None:
    """Of one sentence what was said and who said it are two claims."""
    (read,) = encode([DAM])
    burst, said = pieces_of(read, [(0, 35)]), pieces_of(read, [(37, 51)])
    assert burst.inside.sum() > said.inside.sum() > 0
    assert odds_of(burst, _whole(ALIKE)) > odds_of(said, _whole(ALIKE))


def test_of_a_long_sentence_what_is_about_the_claim_is_read() -> None:
    """The window holds the claim, is never longer than it may be and shorter only at need."""
    text = " ".join(["harbour"] * 90) + " closed " + " ".join(["quay"] * 90)
    (read,) = encode([text])
    at = text.index("closed")
    for spans in ([(at, at + 6)], [(0, 7)], [(len(text) - 4, len(text))]):
        found = pieces_of(read, spans)
        assert len(found.states) == MOST
        assert found.inside.sum() == 1
    assert not pieces_of(read, [(len(text) + 5, len(text) + 9)]).inside.any()
    assert np.isfinite(odds_of(pieces_of(encode([""])[0], [(0, 0)]), _whole(DAM)))
