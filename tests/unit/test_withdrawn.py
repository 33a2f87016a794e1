"""Words that a paper says it printed wrongly are no speech."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle

WELL = "“The well was poisoned by the mill,” Ned Colver said."


def read(*bodies: str) -> list[AnnotatedArticle]:
    """Return some reports with what is found in them."""
    made = [article(f"Dry well\n{body}", source=f"{at}.txt") for at, body in enumerate(bodies)]
    return [Annotate()(one) for one in made]


@pytest.mark.parametrize(
    "body",
    [
        "Correction: An earlier version of this article quoted Ned Colver as saying “the well was"
        " poisoned by the mill”.",
        "An earlier version quoted Ned Colver as saying “the well was poisoned by the mill”.",
        "On Friday we wrongly attributed the words “the well was poisoned by the mill” to Ned"
        " Colver.",
        "Ned Colver was misquoted on Friday as saying “the well was poisoned by the mill”.",
        "“The well was poisoned by the mill,” Ned Colver was incorrectly quoted as saying.",
        "A previous version of this story said Ned Colver had called the well poisoned.",
    ],
)
def test_what_a_paper_takes_back_is_no_print(body: str) -> None:
    """Nobody speaks words that are withdrawn, and they join nothing."""
    articles = read(body, WELL)
    assert all(one.use == "scare" and one.speaker is None for one in articles[0].quotations)
    (found,) = find_utterances(articles)
    assert len(found.prints) == 1


@pytest.mark.parametrize(
    ("body", "use"),
    [
        ("Ned Colver said he was misquoted on Friday.", "speech"),
        ("Ned Colver said he was wrongly quoted as saying “the mill is to blame”.", "speech"),
        ("“The mill wrongly quoted my father,” Ned Colver said.", "speech"),
        ("“The mill is to blame,” Ned Colver was quoted as saying.", "speech"),
    ],
)
def test_who_complains_of_being_misquoted_speaks(body: str, use: str) -> None:
    """What somebody says of wrong quoting is his speech."""
    (told,) = read(body)
    quotation = told.quotations[0]
    assert quotation.use == use
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Ned Colver"


def test_what_a_correction_says_instead_is_speech() -> None:
    """The sentence behind that which corrects has the right words."""
    body = (
        "An earlier version of this article misquoted Ned Colver. He said “the well was emptied”."
    )
    (told,) = read(body)
    assert [one.use for one in told.quotations] == ["speech"]
