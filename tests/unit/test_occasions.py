"""Claims in like words that tell of two occasions are not joined."""

from __future__ import annotations

from tests.standing import FIRST_DAY, NEXT_DAY, joined


def test_others_who_do_it_to_others_do_another_thing() -> None:
    """Where no name is shared, names on both sides of the verb part two claims."""
    one = "In the end Adler won the hills around Velm."
    assert joined(one, "Late at night Quill won most of Brenn.") is None
    assert joined(one, "Late at night Adler won most of Velm.") is not None


def test_what_has_just_come_about_is_of_no_year_gone_by() -> None:
    """The present perfect tells of no flood of 2019, a plain past may."""
    dated, days = "In 2019 three people died in the flood.", (FIRST_DAY, NEXT_DAY)
    times = [("2019", "2019")]
    assert (
        joined(
            dated, "Three people have died.\nThe last one was in 2019.", published=days, times=times
        )
        is None
    )
    assert (
        joined(dated, "Three people died.\nThe last one was in 2019.", published=days, times=times)
        is not None
    )


def test_an_order_that_was_given_and_lifted_is_told_in_two_stages() -> None:
    """That an order was issued neither says nor denies that it was lifted."""
    pair = "The order for Velm was issued at noon.", "The order for Velm was lifted."
    assert joined(*pair) is None
