"""Words that exclude one another do so only where both sides tell them of the same one."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.prints import Said, witness
from tests.stated import pair
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate


@pytest.mark.parametrize(
    ("one", "other", "relations"),
    [
        ("Voss won the 2028 election.", "Voss lost the 2028 election.", ["incompatible"]),
        (
            "Voss won the 2028 election with 54 percent of the vote.",
            "Voss lost the 2028 election.",
            ["incompatible"],
        ),
        (
            "The Torvik council approved the harbour road after six hours of angry debate.",
            "The Torvik council rejected the harbour road.",
            ["incompatible"],
        ),
        (
            "Ana Voss leads the Torvik mayoral election after the first count.",
            "Ana Voss wins the Torvik mayoral election.",
            [],
        ),
        (
            "Dario Lund scored twice for Kelda in the cup final.",
            "Dario Lund scored four goals for Kelda in the cup final.",
            [],
        ),
        (
            "Prosecutors charged Ana Voss over the harbour fire in Torvik.",
            "Prosecutors convicted Ana Voss over the harbour fire in Torvik.",
            [],
        ),
    ],
)
def test_an_outcome_is_not_the_other_outcome(one: str, other: str, relations: list[str]) -> None:
    """Another outcome, an earlier stage or another count is never the same."""
    assert [r.relation for r in pair(f"{one}\n", f"{other}\n")] == relations


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kelda United beat Torp City 2-0.", "Torp City lost 2-0 to Kelda United."),
        (
            "Torp City were defeated by Kelda United in the cup final.",
            "Torp City lost to Kelda United in the cup final.",
        ),
        (
            "The krone rose against the florin on Monday.",
            "The florin fell against the krone on Monday.",
        ),
    ],
)
def test_opposites_with_the_sides_exchanged_exclude_nothing(one: str, other: str) -> None:
    """Who beats and who loses tell one result from two sides."""
    assert "incompatible" not in {r.relation for r in pair(f"{one}\n", f"{other}\n")}


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("The bridge would not cost more than 3 million", "The bridge would cost 3 million", set()),
        ("We were not paid more than 900 a month", "We were paid 900 a month", set()),
        (
            "We were not paid more than 900 a month",
            "We were paid more than 900 a month",
            {"polarity-reversed"},
        ),
        ("We were not paid 900 a month", "We were paid 900 a month", {"polarity-reversed"}),
    ],
)
def test_a_denied_bound_denies_no_figure(one: str, other: str, kinds: set[str]) -> None:
    """A denied bound leaves the figure open, unless both print the bound."""
    prints = [witness(Said(words=w), source=f"{at}.txt") for at, w in enumerate((one, other))]
    (found,) = find_utterances(prints)
    assert {v.kind for v in found.variants if v.kind == "polarity-reversed"} == kinds
    denied = "incompatible" in {r.relation for r in pair(f"{one}.\n", f"{other}.\n")}
    assert denied == bool(kinds)


@pytest.mark.parametrize(
    ("one", "other", "turned"),
    [
        ("There is no doubt that the dam will hold", "There is doubt that the dam will hold", True),
        (
            "The harbour board met in Torvik today. There is no question of closing it",
            "The harbour board met in Torvik today. There is no doubt about closing it",
            True,
        ),
        ("We have no doubt that the dam holds", "We do not doubt that the dam holds", False),
        ("There is no doubt that the dam holds", "There is no question that the dam holds", False),
    ],
)
def test_a_doubt_is_no_lack_of_doubt(one: str, other: str, *, turned: bool) -> None:
    """What is beyond doubt for one and doubtful for the other is reversed."""
    prints = [witness(Said(words=w), source=f"{at}.txt") for at, w in enumerate((one, other))]
    kinds = {v.kind for found in find_utterances(prints) for v in found.variants}
    assert ("polarity-reversed" in kinds) == turned


def test_opposites_of_the_same_one_exclude_one_another() -> None:
    """Who beats a side has not lost to it."""
    found = pair("Kelda United beat Torp City 2-0.\n", "Kelda United lost 2-0 to Torp City.\n")
    assert [r.relation for r in found] == ["incompatible"]


def test_words_in_marks_of_two_persons_are_two_utterances() -> None:
    """A few words in marks inside a report vouch for who said them as a full quotation does."""
    texts = (
        'Minister Kai Orn spoke.\n\nEngineer Ute Bern said the dam was "old but safe".',
        '"The dam is old but safe," Kai Orn said. Engineer Ute Bern disagreed.',
    )
    read = [Annotate()(article(t, source=f"{at}.txt")) for at, t in enumerate(texts)]
    assert [len(one.quotations) for one in read] == [1, 1]
    assert not [u for u in find_utterances(read) if len(u.prints) > 1]
