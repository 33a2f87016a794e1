"""A clause that is called untrue: denied by who says so, and no words of who says it is so."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.stated import relations_of
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.languages import find, judges_report, says_untrue
from variorum.model.annotation import AnnotatedArticle

DENIED = "The claim that the kiln poisoned the river is a lie, its owner said."


def read(body: str, source: str = "a.txt") -> AnnotatedArticle:
    """Return an article of a heading and a body, annotated."""
    return Annotate()(article(f"News of the day\n\n{body}", source=source))


def polarities(body: str) -> dict[str, str]:
    """Return the polarity of each statement of a body by its words."""
    found = read(body)
    words = found.article.words
    return {" … ".join(words(*one.spans)): one.polarity for one in found.statements}


@pytest.mark.parametrize(
    ("body", "polarity"),
    [
        ("It is not true that the kiln poisoned the river.", "denied"),
        ("It was untrue that the kiln poisoned the river.", "denied"),
        ("It isn't the case that the kiln poisoned the river.", "denied"),
        ("It would be wrong to say that the kiln poisoned the river.", "denied"),
        ("The story that the kiln poisoned the river was simply false.", "denied"),
        ("The claim that the kiln poisoned the river is not true, the owner said.", "denied"),
        ("Reports that the kiln poisoned the river are wrong, according to the owner.", "denied"),
        ("The report that the kiln poisoned the river is true, the owner said.", "affirmed"),
        ("It is not untrue that the kiln poisoned the river, the owner said.", "affirmed"),
        ("It is wrong that the kiln poisoned the river.", "affirmed"),
        ("It is not always true that the kiln poisoned the river.", "affirmed"),
        ("The claim that the kiln poisoned the river was made on Monday.", "affirmed"),
    ],
)
def test_what_is_called_untrue_is_denied(body: str, polarity: str) -> None:
    """By ``it is not true that``, or by the verb of a report; two denials affirm."""
    assert polarities(body)["the kiln poisoned the river"] == polarity


def test_a_noun_behind_an_article_says_nothing() -> None:
    """``The claim that …`` is no claim by somebody called ``The``."""
    assert not read("The claim that the kiln poisoned the river was false.").quotations


@pytest.mark.parametrize(
    "denial", [DENIED, "It is not true that the kiln poisoned the river, the owner said."]
)
def test_what_one_says_and_another_calls_untrue_is_incompatible(denial: str) -> None:
    """Two speakers, two acts of speech, and no statement in common."""
    told = "The mayor said the kiln poisoned the river."
    items = read(told), read(denial, "b.txt")
    assert [one.relation for one in relations_of(items)][-1] == "incompatible"
    assert all(len(one.prints) == 1 for one in find_utterances(items))


@pytest.mark.parametrize(
    ("words", "untrue"),
    [
        ("the rumour that the pier is closed is a hoax", True),
        ("it is false that the pier is closed", True),
        ("the rumour that the pier is closed is not a hoax", False),
        ("it is true that the pier is closed and the lock is safe", False),
        ("that is a lie", False),
    ],
)
def test_words_may_call_untrue_what_they_hold(words: str, untrue: bool) -> None:
    """A lie without a clause is of something else."""
    english = find("en")
    assert english is not None
    assert says_untrue(words.split(), english) is untrue


@pytest.mark.parametrize(
    ("before", "behind", "judged"),
    [
        ("the claim that", "was true", True),
        ("the claim that", "was not a hoax", True),
        ("the claim that", "was made", False),
        ("so sure that", "was true", False),
    ],
)
def test_a_verb_may_judge_a_report(before: str, behind: str, judged: bool) -> None:
    """Whether it is so is told of a report, and of no other clause."""
    english = find("en")
    assert english is not None
    assert judges_report(before.split(), behind.split(), english) is judged
