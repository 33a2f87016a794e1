"""Quote marks that never close end where the narrator says who speaks."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum import languages
from variorum.annotate import Annotate
from variorum.annotate.cut_marks import cut_at_tags
from variorum.annotate.marks import find_marks


def inside(text: str) -> list[str]:
    """Return what stands in the marks of one paragraph."""
    marked = cut_at_tags(find_marks(text, [(0, len(text))]), text, languages.find("en"))
    return [text[slice(*one.inner)] for one in marked]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The boats are gone, said one pilot, Ann Poe. It rained.", "The boats are gone,"),
        ('"The boats are gone, Ms Poe told her crew. It rained.', "The boats are gone,"),
        ("“The boats are gone, she said. Nobody knew why.", "The boats are gone,"),
        ("“The boats are gone,’’ Poe said in a letter.", "The boats are gone,"),
    ],
)
def test_a_tag_ends_what_never_closes(text: str, words: str) -> None:
    """A name and a verb of speech behind a comma are the narrator's."""
    assert inside(text) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "We ran, said nothing and hid. It was dark.",
        "The mayor came, said the bridge was fine and left again.",
        "We waited for hours, Tom said he would come. He never did.",
        "We waited, and nobody came. It was dark.",
    ],
)
def test_speech_that_tells_of_speech_is_not_cut(words: str) -> None:
    """Who said what inside a speech has a clause behind it, or no name."""
    assert inside(f"“{words}") == [words]


def test_marks_that_close_are_left_alone() -> None:
    """Between two marks any name may be said to speak, and a speech may run over paragraphs."""
    text = "“The boats are gone, Poe said.” It rained."
    assert inside(text) == ["The boats are gone, Poe said."]
    language = languages.find("en")
    told = "“We wait, Poe said.\n“We wait.”"
    marked = find_marks(told, [(0, 19), (20, len(told))])
    assert cut_at_tags(marked, told, language) == marked
    assert cut_at_tags(marked, told, None) == marked


def test_who_speaks_is_who_the_tag_names() -> None:
    """Nobody else is given the words of a speech whose end is missing."""
    text = "The lock\nBo Rand spoke first. “The boats are gone, said a pilot, Ann Poe. It rained."
    read = Annotate()(article(text, published="2031-06-20"))
    (one,) = read.quotations
    assert one.speaker is not None
    assert one.speaker.name == "Ann Poe"
    assert [flag.kind for flag in read.flags] == ["unbalanced-marks"]
