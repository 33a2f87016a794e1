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
    ],
)
def test_one_person_has_one_age(text: str, notes: list[str]) -> None:
    """Two ages behind one full name clash; those of two people, or of two times, do not."""
    found = find_flags([Annotate()(article("Mayor wins\n" + text))])
    assert [flag.note for flag in found if flag.kind == "number-clash"] == notes
