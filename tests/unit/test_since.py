"""What one report denies for now, and another tells as done."""

from __future__ import annotations

import pytest

from tests.stated import related, stated

WAITING = "The divers had not yet reached the two barges near Velm."
DAY, NEXT = "2031-05-04", "2031-05-05"
MORNING, EVENING = "2031-05-04T09:30:00Z", "2031-05-04T17:00:00Z"


def _relations(one: tuple[str, str | None], other: tuple[str, str | None]) -> set[str]:
    """Return the relations of two statements with when they were printed."""
    sides = [
        stated(text, source=source, published=printed)
        for source, (text, printed) in zip(("a.txt", "b.txt"), (one, other), strict=True)
    ]
    return {found.relation for found in related(sides[0], sides[1])}


@pytest.mark.parametrize(
    ("denied", "done", "printed", "kinds"),
    [
        (WAITING, "The divers reached the two barges near Velm.", (None, None), {"incompatible"}),
        (WAITING, "The divers reached the two barges near Velm.", (DAY, DAY), {"incompatible"}),
        (WAITING, "The divers reached the two barges near Velm.", (DAY, NEXT), {"other-time"}),
        (
            "The divers had so far not reached the two barges near Velm.",
            "The divers reached the two barges near Velm.",
            (None, None),
            {"other-time"},
        ),
        (
            "The divers had not reached the two barges near Velm.",
            "The divers have now reached the two barges near Velm.",
            (MORNING, EVENING),
            {"other-time"},
        ),
        (
            "The senate has not approved the new ferry tax.",
            "The senate approved the new ferry tax.",
            (MORNING, EVENING),
            {"other-time"},
        ),
        (
            "The senate has not approved the new ferry tax.",
            "The senate approved the new ferry tax.",
            (EVENING, MORNING),
            {"incompatible"},
        ),
        (
            "The senate has not approved the new ferry tax.",
            "The senate approved the new ferry tax.",
            (MORNING, EVENING.removesuffix("Z")),
            {"other-time"},
        ),
        (
            "The senate did not approve the new ferry tax.",
            "The senate approved the new ferry tax.",
            (MORNING, EVENING),
            {"incompatible"},
        ),
        (
            "The senate has not approved the new ferry tax.",
            "The senate approved the new ferry tax.",
            (None, None),
            {"incompatible"},
        ),
    ],
)
def test_what_was_not_yet_so_is_of_another_time(
    denied: str, done: str, printed: tuple[str | None, str | None], kinds: set[str]
) -> None:
    """A denial that holds for now, or until it was printed, excludes nothing that came after."""
    assert _relations((denied, printed[0]), (done, printed[1])) == kinds
    assert _relations((done, printed[1]), (denied, printed[0])) == kinds
