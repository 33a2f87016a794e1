"""What is denied where a noun for words stands for it, or names the report that is untrue."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum import languages
from variorum.annotate import Annotate
from variorum.annotate.annotator import Found
from variorum.annotate.attributing.mending import mended


def _stated(text: str) -> list[tuple[str, str]]:
    """Return the words of each statement, and whether it is affirmed or denied."""
    made = article(text)
    found = Annotate()(made).statements
    return [(" … ".join(made.text[slice(*span)] for span in s.spans), s.polarity) for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "Painter Ida Volk sued dealer Bo Roe on Monday. Roe denied the claim. “I paid,” he said.",
        "Cooks took the Orley inn to court. The inn denies the allegations. “We paid,” it said.",
    ],
)
def test_a_denied_claim_is_not_the_fact_that_was_told_before(text: str) -> None:
    """Who denies the claim in a lawsuit does not deny that there is one."""
    assert {polarity for _, polarity in _stated(text)} == {"affirmed"}


def test_what_is_denied_is_denied() -> None:
    """The clause behind the verb is what is denied."""
    found = _stated("Roe denied that the inn had sold the painting of the port.")
    assert found == [("the inn had sold the painting of the port", "denied")]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Rebel claims that they took Orley are false, the army said.", ["they took Orley"]),
        (
            "The union claim that the mill had closed is a lie, the owners said.",
            ["the mill had closed"],
        ),
        ("Roe claims that the men who left are wrong, the army said.", []),
        ("Roe claims that what they told her is false, the army said.", []),
    ],
)
def test_the_noun_of_a_report_is_no_verb(text: str, denied: list[str]) -> None:
    """``Rebel claims that … are false`` denies what is claimed; ``Roe claims that`` does not."""
    assert [words for words, polarity in _stated(text) if polarity == "denied"] == denied


@pytest.mark.parametrize(
    ("cue", "parts"),
    [("denied", ["the claim"]), ("repeated", ["Ida Volk sued Bo Roe", "the claim"])],
)
def test_a_noun_for_words_that_are_denied_stands_for_no_sentence(
    cue: str, parts: list[str]
) -> None:
    """Only of a denial is the sentence before taken off: who repeats a claim denies nothing."""
    english = languages.find("en")
    assert english is not None
    text = f"Ida Volk sued Bo Roe. Ada Brill {cue} the claim."
    spans = [
        (text.index(words), text.index(words) + len(words))
        for words in ("Ida Volk sued Bo Roe", "Ada Brill", cue, "the claim")
    ]
    (one,) = mended(text, [Found(spans[2], spans[1], (spans[0], spans[3]))], english)
    assert [text[slice(*span)] for span in one.content] == parts
