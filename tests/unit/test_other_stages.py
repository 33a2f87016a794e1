"""Two stages of one thing, and two things that a counterpart tells apart, are never the same."""

from __future__ import annotations

import pytest

from tests.stated import pair


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The hearing on the Torvik tram began in Kelda.",
            "The hearing on the Torvik tram broke off in Kelda.",
        ),
        (
            "The hearing on the Torvik tram opened in Kelda.",
            "The hearing on the Torvik tram was adjourned in Kelda.",
        ),
        (
            "Senators debated the harbour levy in Torvik.",
            "Senators adopted the harbour levy in Torvik.",
        ),
        (
            "Judges considered the complaint of Dario Lund.",
            "Judges upheld the complaint of Dario Lund.",
        ),
        (
            "The tanker Kelda left Torvik harbour in fog.",
            "The tanker Kelda reached Torvik harbour in fog.",
        ),
        (
            "The cellar hatch of the Torvik museum was shut at dawn.",
            "The cellar hatch of the Torvik museum was smashed at dawn.",
        ),
        (
            "The rent for Torvik stalls fell.",
            "The rent for Torvik stalls was frozen.",
        ),
        (
            "The lower chamber adopted the harbour levy in Torvik.",
            "The upper chamber rejected the harbour levy in Torvik.",
        ),
        (
            "The harbour levy was adopted by the lower chamber in Torvik.",
            "The harbour levy was defeated in the upper chamber in Torvik.",
        ),
    ],
)
def test_other_stages_and_other_things_are_neither_the_same_nor_denied(
    one: str, other: str
) -> None:
    """What began may break off, what is debated be adopted; two chambers may differ."""
    assert pair(f"{one}\n", f"{other}\n") == []


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (
            "The cellar hatch of the Torvik chapel was locked at dawn.",
            "The cellar hatch of the Torvik chapel was open at dawn.",
            "incompatible",
        ),
        (
            "The harbour levy was adopted in Torvik by one vote.",
            "The harbour levy was defeated in Torvik by one vote.",
            "incompatible",
        ),
        (
            "The lower chamber adopted the harbour levy in Torvik.",
            "The lower chamber in Torvik adopted the harbour levy.",
            "same",
        ),
        (
            "Senators debated and adopted the harbour levy in Torvik.",
            "Senators adopted the harbour levy in Torvik.",
            "same",
        ),
    ],
)
def test_one_thing_at_one_stage_is_compared(one: str, other: str, relation: str) -> None:
    """A stage that both have, or one chamber, keeps nothing apart."""
    assert [found.relation for found in pair(f"{one}\n", f"{other}\n")] == [relation]
