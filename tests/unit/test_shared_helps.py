"""Two joined verbs share the helping verb before the first of them, and its negation."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate


def _stated(body: str) -> list[tuple[str, str, str]]:
    found = Annotate()(article(f"Council meets in Velm\n{body}"))
    return [
        (found.article.words(*one.spans)[0], one.modality, one.polarity)
        for one in found.statements[1:]
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The club may fold its team and lease the ground.",
            ("lease the ground", "possible", "affirmed"),
        ),
        (
            "The crew did not turn and search the bay.",
            ("search the bay", "fact", "denied"),
        ),
        (
            "The board will not sack the coach but move him to the youth team.",
            ("move him to the youth team", "planned", "affirmed"),
        ),
        (
            "Voters could reject the plan and keep the old bridge.",
            ("keep the old bridge", "possible", "affirmed"),
        ),
    ],
)
def test_a_joined_verb_is_as_open_as_the_one_before_it(
    body: str, expected: tuple[str, str, str]
) -> None:
    """What may be done, and is done with it, is no fact; what is not done is denied."""
    assert _stated(body)[-1] == expected


def test_a_list_of_verbs_stands_behind_one_helping_verb() -> None:
    """The third verb is told by the helping verb of the first."""
    body = "They will sell the boat, pay the crew and leave the town in May."
    assert [modality for _, modality, _ in _stated(body)] == ["planned"] * 3


@pytest.mark.parametrize(
    "body",
    [
        "The army did not take the hill and withdrew to Velm.",
        "Poe has not paid the fine and lost his seat.",
        "The mayor did not resign and members of the board voted for him.",
        "The dam may burst, and the staff left the valley.",
    ],
)
def test_a_verb_of_its_own_form_is_told_for_itself(body: str) -> None:
    """A past form has no part in what is denied or open before it."""
    assert _stated(body)[-1][1:] == ("fact", "affirmed")
