"""A claim and its denial: incompatible only where both are asserted, and of one thing."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.standing import FIRST_DAY, joined, told
from tests.stated import relations_of
from variorum.annotate import Annotate

DAYS = (FIRST_DAY, FIRST_DAY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council approved the tunnel.", "The council did not approve the tunnel."),
        ("Kelda signed Odo Renn.", "Kelda has never signed Odo Renn."),
    ],
)
def test_what_is_told_and_denied_of_one_day_is_incompatible(one: str, other: str) -> None:
    """Both are asserted, of one day and in the same words."""
    assert told(joined(one, other, published=DAYS)) == ("incompatible", 0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Holm will vote against the levy.", "Ada Holm will vote no on the levy."),
        ("After the court upheld the levy.", "The court had not upheld the levy."),
        ("Ada Holm's sister was at the mill.", "Ada Holm was not at the mill."),
    ],
)
def test_what_denies_as_much_in_other_words_is_not_incompatible(one: str, other: str) -> None:
    """To be against is to vote no, a clause of time asserts nothing, a sister is another one."""
    found = joined(one, other, published=DAYS)
    assert found is None or found.relation != "incompatible"


def test_a_denial_of_what_may_be_is_not_incompatible() -> None:
    """What is only possible is not excluded by what is not so."""
    pair = "The council approved the tunnel.", "The council did not approve the tunnel."
    assert joined(*pair, modality=("possible", "fact"), published=DAYS) is None


def test_whom_two_claims_tell_of_is_not_what_they_tell() -> None:
    """Two denials of one man share his name and office, and no word of what he denies."""
    lines = (
        "The port minister of Velm, Odo Renn, rejected the charge.",
        "Odo Renn, the port minister of Velm, does not accept this.",
    )
    items = [
        Annotate()(article(f"Talks at Velm\n\n{line}\n\n{more}", source=f"{at}.txt"))
        for at, (line, more) in enumerate(zip(lines, ("Rain fell.", "Bread is dear."), strict=True))
    ]
    assert "incompatible" not in [found.relation for found in relations_of(items)]
