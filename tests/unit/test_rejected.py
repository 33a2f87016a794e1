"""What somebody rejects, denies or refuses to say: who holds it, and whether it is stated."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.languages import find, withholds


@pytest.mark.parametrize(
    "told",
    [
        "refused to say that it leaks badly",
        "declined to rule that the pool was unsafe",
        "refused to rule out that the pool was unsafe",
        "did not deny that the pool was unsafe",
        "did not reject the claim that the pool was unsafe",
        "could not say whether the pool was unsafe",
        "mocked the idea that the pool was unsafe",
        "called the claim that the pool was unsafe absurd",
        "rejected the claims that the unsafe sect made in court",
        "denied that she had rejected claims that the pool was unsafe",
        "said there was no truth in reports that the pool was unsafe",
    ],
)
def test_what_is_left_open_is_no_statement(told: str) -> None:
    """What somebody refuses to say, does not deny or mocks is stated by nobody."""
    found = Annotate()(article(f"Pool shut\nThe mayor, Jo Roe, {told}."))
    words = " ".join(w for s in found.statements for w in found.article.words(*s.spans))
    assert not {"unsafe", "leaks"} & set(words.split())


@pytest.mark.parametrize(
    "told",
    [
        "dismissed reports that",
        "rejected the idea that",
        "denied rumours that",
        "rejected long-standing allegations that",
        "dismissed suggestions that",
    ],
)
def test_what_somebody_rejects_is_denied_by_them(told: str) -> None:
    """The clause of a claim, an idea or a rumour is held by who rejects it, as denied."""
    made = article(f"Pool shut\nThe mayor, Jo Roe, {told} the pool was unsafe in May.")
    found = Annotate()(made).statements[-1]
    assert found.holder is not None
    assert (found.holder.name, found.polarity) == ("Jo Roe", "denied")
    assert made.words(*found.spans) == ("the pool was unsafe in May",)


def test_a_second_verb_before_what_is_rejected_is_stated() -> None:
    """“The board shut the pool and mocked the idea that …” tells that it was shut."""
    made = article(
        "Pool shut\nThe board shut the old pool on Friday and mocked the idea that it was unsafe."
    )
    words = [w for s in Annotate()(made).statements for w in made.words(*s.spans)]
    assert any("shut the old pool" in one for one in words)
    assert not any("it was unsafe" in one for one in words)


@pytest.mark.parametrize(
    ("cue", "content", "silent"),
    [
        ("declined", "to rule that the levy was void", True),
        ("declined to rule", "that the levy was void", True),
        ("refused to rule out", "that the levy was void", True),
        ("refused to say", "that the levy was void", True),
        ("refused", "to pay the levy", False),
        ("refused to pay", "the levy", False),
        ("denied", "that the levy was void", False),
    ],
)
def test_a_refusal_to_speak_is_one_wherever_its_verb_stands(
    cue: str, content: str, silent: bool
) -> None:
    """The verb of what is refused stands in the cue, or begins the content: it says the same."""
    english = find("en")
    assert english is not None
    assert withholds(cue.split(), content.split(), english) is silent
