"""By which verb a claim is told as somebody's word, and whether that leaves it open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.standing import first
from tests.stated import FILLER, stated
from variorum.align.claims import Claim
from variorum.align.rarity import rarity
from variorum.align.relating.firmness import firmer_of
from variorum.align.relating.likeness import compare
from variorum.align.relating.sayings import is_credited, is_taken_for_granted, leaves_open
from variorum.model.annotation import Speaker


def held(before: str, words: str, behind: str = "", *, holder: str = "Ada Holm") -> Claim:
    """Return a claim that stands between other words of its line, held by who is named there."""
    line = f"{before}{words}{behind}"
    claim = first(stated(line + FILLER, modality="claimed", source="b.txt"))
    start, at = line.index(words), line.index(holder)
    speaker = Speaker(name=holder, kind="person", span=(at, at + len(holder)), how="named")
    statement = replace(claim.statement, spans=((start, start + len(words)),), holder=speaker)
    inside = [w for w in claim.words if start <= w.span[0] < start + len(words)]
    tokens = [t for t in claim.tokens if start <= t.span[0] < start + len(words)]
    return replace(
        claim,
        statement=statement,
        words=tuple(inside),
        tokens=tuple(tokens),
        forms=frozenset(w.form for w in inside),
    )


@pytest.mark.parametrize(
    ("before", "behind", "open_"),
    [
        ("Ada Holm said ", "", True),
        ("Ada Holm, the coach, argued that ", "", True),
        ("", ", according to Ada Holm", True),
        ("", ", alleged Ada Holm", True),
        ("Ada Holm confirmed that ", "", False),
        ("Ada Holm announced that ", "", False),
        ("Ada Holm praised how ", "", False),
        ("Ada Holm urged after ", "", False),
    ],
)
def test_only_who_vouches_leaves_open_whether_it_is_so(
    before: str, behind: str, open_: bool
) -> None:
    """What is said or argued is open; what is confirmed, announced or praised is taken to be so."""
    assert leaves_open(held(before, "the club sold the stadium", behind)) is open_


@pytest.mark.parametrize(
    ("before", "words", "granted"),
    [
        ("Ada Holm said the vote fell ", "which closed the mill", True),
        ("Ada Holm said it rained after ", "the mill closed", True),
        ("Ada Holm said ", "the mill closed", False),
        ("Ada Holm said that after, ", "the mill closed", False),
    ],
)
def test_what_only_says_who_or_when_is_taken_for_granted(
    before: str, words: str, granted: bool
) -> None:
    """A relative clause and one of time are told as known by who reports the speech."""
    assert is_taken_for_granted(held(before, words)) is granted


def test_what_a_heading_credits_is_not_flat() -> None:
    """Behind a name and a colon stands the word of that name."""
    assert is_credited(held("Ada Holm: ", "Stadium sold"))
    assert not is_credited(held("Ada Holm ", "Stadium sold"))


@pytest.mark.parametrize(
    ("line", "doubt"),
    [
        ("The recall may cover 9,000 kettles.", True),
        ("The recall reportedly covers kettles.", True),
        ("The recall largely covers kettles.", False),
        ("The recall covers kettles and may well cost jobs next spring.", False),
    ],
)
def test_a_hedge_counts_where_it_weakens_what_both_say(line: str, doubt: bool) -> None:
    """A word of degree is no doubt, nor is a hedge of something that only one says."""
    one = first(stated("The recall covers kettles." + FILLER, source="a.txt"))
    other = first(stated(line + FILLER, source="b.txt"))
    rare = rarity([[claim.keys] for claim in (one, other)])
    firm, _ = firmer_of(one, other, compare(one, other, rare))
    assert firm == ([one] if doubt else [])
