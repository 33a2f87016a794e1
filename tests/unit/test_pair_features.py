"""A pair of claims as numbers: what overlaps, and apart from it what the rules find."""

from __future__ import annotations

from tests.stated import stated
from training.pairs.features import FITS, features
from variorum.align.claims import Claim, claims_of


def _claim(text: str) -> Claim:
    (found,) = claims_of([stated(text)])
    return found


def test_a_number_that_clashes_is_a_finding_and_no_part_of_the_overlap() -> None:
    """Pairs that differ in a number alone have one overlap and other findings."""
    claim = _claim("The landslide buried 12 hikers.")
    same = features(claim, _claim("The landslide buried 12 hikers."), 0.5)
    other = features(claim, _claim("The landslide buried 14 hikers."), 0.5)
    assert same[0][:8] == other[0][:8]
    counts = [dict(zip(FITS, found[1], strict=False)) for found in (same, other)]
    assert [count["held"] for count in counts] == [1, 0]
    assert [count["clash"] for count in counts] == [0, 1]


def test_the_cosine_leads_the_overlap_and_names_count_apart() -> None:
    """The first number is the cosine, then the shares of all words, of names and of the rest."""
    text = "In Corvane the young miller {} slept."
    row, _ = features(_claim(text.format("Ada")), _claim(text.format("Eve")), 0.25)
    assert row[:4] == [0.25, 4 / 5, 1 / 2, 1.0]
