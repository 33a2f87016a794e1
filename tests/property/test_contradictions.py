"""What must hold of two claims set against one another, whatever they say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.stated import stated
from variorum.align.claims import Claim, claims_of
from variorum.align.rarity import Rarity
from variorum.align.relating.bounds import figures_of
from variorum.align.relating.contradictions import set_against
from variorum.align.relating.fitting import fit
from variorum.align.relating.likeness import compare

BOUNDS = ("", "over ", "at least ", "under ", "up to ", "nearly ", "about ")
WORDS = ("not", "never", "without", "Corvane", "Torvik", "rose", "fell", "all", "some", "half",
         "mayor", "miller", "thanked", "12", "14", "over", "may", "no", "doubt", "by")  # fmt: skip


def _claim(text: str) -> Claim | None:
    found = claims_of([stated(text)])
    return found[0] if found else None


@given(*[st.tuples(st.sampled_from(BOUNDS), st.integers(2, 40)) for _ in range(2)])
def test_figures_clash_with_one_another(one: tuple[str, int], other: tuple[str, int]) -> None:
    """A figure clashes with another as that does with it, and never with itself."""
    claims = [
        _claim(f"The flood closed {bound}{number} schools.") for bound, number in (one, other)
    ]
    (first,), (second,) = (figures_of(claim) for claim in claims if claim)
    assert (fit(first, second) == "clash") == (fit(second, first) == "clash")
    assert fit(first, first) == "held"


@given(*[st.lists(st.sampled_from(WORDS), min_size=1, max_size=12) for _ in range(2)])
def test_what_speaks_against_two_claims_does_so_both_ways(one: list[str], other: list[str]) -> None:
    """What is denied, swapped or excluded does not depend on which claim comes first."""
    first, second = _claim(" ".join(one)), _claim(" ".join(other))
    if first and second:
        there = set_against(first, second, compare(first, second, Rarity({})))
        back = set_against(second, first, compare(second, first, Rarity({})))
        assert there.turned == back.turned
        assert set(there.opposites) == {(a, b) for b, a in back.opposites}


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_a_claim_does_not_contradict_itself(words: list[str]) -> None:
    """Nothing in a claim speaks against the same words."""
    claim = _claim(" ".join(words))
    if claim:
        assert (
            set_against(claim, claim, compare(claim, claim, Rarity({}))).answer() != "contradicts"
        )
