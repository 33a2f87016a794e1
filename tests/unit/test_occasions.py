"""Clauses that tell when somebody spoke are the narrator's."""

from __future__ import annotations

import pytest

from variorum import languages
from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.attributing.occasions import without_occasions


def contents(sentence: str) -> list[str]:
    """Return what is kept of the contents, in brackets, of ``{source}`` and ``<cue>``."""
    text, opened = "", 0
    places: dict[str, list[tuple[int, int]]] = {"]": [], "}": [], ">": []}
    for sign in sentence:
        if sign in "[{<":
            opened = len(text)
        elif sign in places:
            places[sign].append((opened, len(text)))
        else:
            text += sign
    english = languages.find("en")
    assert english is not None
    draft = Draft(
        spans=tuple(places["]"]),
        marks=(),
        form="indirect",
        use="speech",
        cue=tuple(places[">"]),
        source=places["}"][0],
    )
    (kept,) = without_occasions([draft], text, english)
    return [text[start:end] for start, end in kept.spans]


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        (
            "{Poe} <said> [that the council will sell the baths, hours after residents met].",
            "that the council will sell the baths",
        ),
        (
            "{Poe} <vowed> [to appeal, just two weeks before the court closed its office].",
            "to appeal",
        ),
        (
            "{Poe} <said> [the party plans a new vote, a day after its leader stepped down].",
            "the party plans a new vote",
        ),
        (
            "[Hours after fans staged a protest], {Poe} <said> [the club would move].",
            "the club would move",
        ),
        ("[When the vote was lost], {Poe} <said> [she would leave].", "she would leave"),
    ],
)
def test_what_tells_when_one_spoke_is_no_content(sentence: str, kept: str) -> None:
    """A past event that a thing to come cannot follow, and a clause before the tag, are told."""
    assert contents(sentence) == [kept]


@pytest.mark.parametrize(
    "sentence",
    [
        "{Poe} <said> [the pipe had burst, two days after it was tested].",
        "{Poe} <said> [the pipe would have burst, two days after it was tested].",
        "{Poe} <said> [the shop will open, two days after the road is clear].",
        "{Poe} <said> [the shop will open, days after the road was mended, and that it will stay].",
        "[If the vote is lost], {Poe} <said> [she would leave].",
        "[It leaks], {Poe} <said>, [days after it was mended].",
    ],
)
def test_a_time_of_what_is_told_stays(sentence: str) -> None:
    """What was or will be may have a time of its own in the speaker's words."""
    before = sentence.translate({ord(sign): None for sign in "{}<>"})
    assert contents(sentence) == [part.split("]")[0] for part in before.split("[")[1:]]
