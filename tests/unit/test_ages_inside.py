"""Two ages of one person in one article."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.flags import find_flags
from variorum.annotate import Annotate


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (
            "Ada Brandt, 47, won the vote. The mayor, Ada Brandt, 46, thanked the town.",
            ["number 47 ≠ 46 (Ada Brandt)"],
        ),
        ("Ada Brandt, 47, won the vote. Ms Brandt, 47, thanked the town.", []),
        ("Ada Brandt, 47, won the vote. Tom Ilvane, 46, thanked the town.", []),
        ("Ada Brandt, 47, won the vote. Tom Brandt, 46, thanked the town.", []),
        ("Ada Brandt, 47, won the vote. Ada Brandt, 19, had lost one long before.", []),
        ("Ada Brandt, aged 47, won. Ms Brandt, 46, wept.", ["number 47 ≠ 46 (Ada Brandt)"]),
        (
            "Ada Brandt, a 47-year-old baker, won. Brandt, who is 46, wept.",
            ["number 47 ≠ 46 (Ada Brandt)"],
        ),
        (
            "Ada Brandt (47) won. The 46-year-old Brandt thanked the town.",
            ["number 47 ≠ 46 (Ada Brandt)"],
        ),
        ("Ada Brandt, 47 years old, won. Brandt, aged 46 when she lost, wept.", []),
        ("Ada Brandt, aged 47, won. Brandt, aged 46, had left Velm in 2019.", []),
        ("Ada Brandt (47), Tom Ilvane (21) and Ada Brandt (52) scored.", []),
    ],
)
def test_one_person_has_one_age(text: str, notes: list[str]) -> None:
    """Two ages behind one full name clash; those of two people, or of two times, do not."""
    found = find_flags([Annotate()(article("Mayor wins\n" + text))])
    assert [flag.note for flag in found if flag.kind == "number-clash"] == notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Ada Vell, 61, and Tom Vell, 58, won. Mr Vell spoke. Mr Vell, 58, sang.", []),
        ("Ms Vell, 61, and Mr Vell, 58, won the cup. Ada Vell, 61, sang.", []),
        ("Mr Vell, 61, and Mrs Vell, 58, won the cup on Monday.", []),
        ("Ada Vell, 61, and her husband Tom, 58, won. Vell, 58, had built the boat.", []),
        ("The Vells won the cup. Ada Vell, 61, sang. Vell, 58, had built the boat.", []),
        ("Ada Vell, 61, and Tom Vell, 58, won. Tom Vell, 59, sang.", ["number 58 ≠ 59 (Tom Vell)"]),
        ("Ms Vell, 61, and Mr Vell, 58, won. Ms Vell, 63, sang.", ["number 61 ≠ 63 (Vell)"]),
    ],
)
def test_who_bears_a_family_name_with_others_is_told_by_first_name_or_title(
    text: str, notes: list[str]
) -> None:
    """A family name alone is nobody's age where two bear it, and the two are no one person."""
    found = find_flags([Annotate()(article("Family wins the cup\n\n" + text))])
    told = [flag.note for flag in found if flag.kind in ("number-clash", "honorific-clash")]
    assert told == notes
