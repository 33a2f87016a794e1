"""What is planned and what is told as done: one deed by its verb, of two times."""

from __future__ import annotations

import pytest

from tests.standing import first, joined, told
from tests.stated import FILLER, stated
from variorum.align.relating.deeds import carried_out


@pytest.mark.parametrize(
    ("due", "done", "acts"),
    [
        ("The court will rule on the levy.", "The court ruled on the levy.", ("rule", "ruled")),
        ("The firm is set to recall kettles.", "Kettles were recalled.", ("recall", "recalled")),
        ("Mayor to resign", "The mayor has quietly resigned.", ("resign", "resigned")),
        ("The mayor plans to resign.", "Mayor resigns", ("resign", "resigns")),
        ("Kelda will be fined.", "Kelda was fined in May.", ("fined", "fined")),
        ("Kelda will sell Odo Renn.", "Kelda sold Odo Renn.", ("sell", "sold")),
        ("The bill would tax sugar.", "Bill taxes sugar", None),
        ("The mayor will resign.", "The mayor is due to resign.", None),
        ("The firm will recall kettles.", "The recalled kettles burnt.", None),
        ("The court will rule on the levy.", "The court heard the levy.", None),
    ],
)
def test_a_deed_is_known_by_its_verb(due: str, done: str, acts: tuple[str, str] | None) -> None:
    """The planned verb stands in the past, or in the present of a heading, and is not due again."""
    one, other = (first(stated(line + FILLER)) for line in (due, done))
    assert carried_out(one, other) == acts


def test_what_a_plan_holds_is_the_same_in_the_present() -> None:
    """What a bill would do and what it does is one thing, neither firmer nor of another time."""
    pair = "The bill would tax sugar in drinks.", "The bill puts a tax on the sugar of drinks."
    assert told(joined(*pair, modality=("planned", "fact"))) == ("same", 0)
