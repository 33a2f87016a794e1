"""Headings without an attribution that echo what their article quotes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.articles import article
from tests.growth import growth
from tests.prints import Said, witness
from variorum import languages
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.annotate.echoes import find_echoes
from variorum.model.annotation import AnnotatedArticle

HEADING = "Strait will close, no question"
SAID = "The strait will close, there is no question about it, if the talks fail"


def echoing(found: AnnotatedArticle) -> AnnotatedArticle:
    """Return an article with the headings that echo its quotations."""
    echoes = find_echoes(found, languages.find("en"))
    return replace(found, quotations=(*echoes, *found.quotations))


def test_a_heading_is_a_print_of_what_it_echoes() -> None:
    """The heading joins the utterance without a speaker; without the condition it is stronger."""
    found = echoing(witness(Said(words=SAID), headline=HEADING))
    (echo, _) = found.quotations
    assert (echo.use, echo.speaker, found.article.words(*echo.spans)) == ("echo", None, (HEADING,))
    other = witness(Said(words="The strait will close if the talks fail"), source="b.txt")
    (told,) = find_utterances([found, other])
    assert len(told.prints) == 3
    assert "headline-stronger" in {variant.kind for variant in told.variants}


def test_a_heading_does_not_make_two_prints_more_alike() -> None:
    """The score of an utterance is that of its other prints."""
    plain = witness(Said(words=SAID), headline=HEADING)
    other = witness(Said(words="The strait closes if the talks fail"), source="b.txt")
    scores = [find_utterances([one, other])[0].score for one in (plain, echoing(plain))]
    assert scores[0] == scores[1]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (
            "Nine ferries laid up in the strait",
            (Said(words="Eight ferries are laid up in the strait"),),
        ),
        (HEADING, (Said(words=SAID), Said(words=SAID, by="Tom Ilvane"))),
        (HEADING, (Said(words=SAID, negated=True),)),
        (HEADING, (Said(words=SAID, by=None),)),
        ("Strait quiet", (Said(words=SAID),)),
        (f"Harbour: {HEADING}", (Said(words=SAID),)),
    ],
    ids=["another number", "two speakers", "denied", "nobody", "few words", "a label"],
)
def test_what_is_no_echo(heading: str, said: tuple[Said, ...]) -> None:
    """Another number, a second speaker, a denial or too few words in common make no echo."""
    assert find_echoes(witness(*said, headline=heading), languages.find("en")) == ()


MINED = "Divers mined the outer harbour wall"


@pytest.mark.parametrize(
    "said",
    [
        "It is a lie that divers mined the outer harbour wall",
        "Nobody thinks that divers mined the outer harbour wall",
        "You ask me whether divers mined the outer harbour wall",
        "They claim that divers mined the outer harbour wall",
        "If divers mined the outer harbour wall, we shall resign",
        "Had the divers mined the outer harbour wall, we should know",
        "Divers mined the outer harbour wall, that was a false report",
        "Divers failed to find who mined the outer harbour wall",
        "Divers mined the outer harbour wall?",
        "The outer harbour wall mined divers",
        "Divers mined by the outer harbour wall",
    ],
)
def test_what_a_quotation_does_not_assert_is_no_echo(said: str) -> None:
    """Words denied, doubted, asked, supposed, laid to others or in another order are none."""
    english = languages.find("en")
    assert find_echoes(witness(Said(words=said), headline=MINED), english) == ()
    assert find_echoes(witness(Said(words=f"I say that {MINED}"), headline=MINED), english)


@pytest.mark.parametrize(
    "line",
    [
        "Ina Feld said it was false that divers mined the outer harbour wall.",
        "Ina Feld denied that divers mined the outer harbour wall.",
        "“Divers mined the outer harbour wall,” Ina Feld read. “That is a lie.”",
    ],
)
def test_what_is_called_false_is_no_echo(line: str) -> None:
    """The words that call it false may stand at the narrator's, or in the sentence behind."""
    found = Annotate()(article(f"{MINED}\n{line}"))
    assert "echo" not in {one.use for one in found.quotations}


def test_a_denial_in_both_is_an_echo() -> None:
    """A heading that denies echoes words that deny the same, and none that assert it."""
    english = languages.find("en")
    heading = "Divers never mined outer harbour wall"
    denied = witness(Said(words="Divers did not mine the outer harbour wall"), headline=heading)
    assert find_echoes(denied, english)
    assert find_echoes(witness(Said(words=MINED), headline=heading), english) == ()


def test_what_the_narrator_tells_is_no_echo() -> None:
    """A heading that the narrator repeats in the article is the narrator's."""
    found = witness(
        Said(words=SAID), headline=HEADING, before="The strait will close, no question."
    )
    assert find_echoes(found, languages.find("en")) == ()


def test_the_work_grows_with_the_article() -> None:
    """Four times as many quotations take some four times as long."""

    def asked(count: int) -> AnnotatedArticle:
        said = [Said(words=f"The strait will close on quay {at}") for at in range(count)]
        return witness(*said, headline=HEADING, before="The gulls circled.")

    few, many = asked(250), asked(1000)
    english = languages.find("en")
    assert growth(lambda: find_echoes(few, english), lambda: find_echoes(many, english), 9) < 9


def test_a_heading_echoes_whom_it_names() -> None:
    """Of two speakers it echoes the one whom it names, be the other's words nearer to it."""
    heading = "Ilvane: strait will close, no question"
    plain = witness(
        Said(words=SAID), Said(words="The strait will close", by="Tom Ilvane"), headline=heading
    )
    first, second = plain.quotations
    (echo,) = find_echoes(witness(Said(words=SAID), headline=HEADING), languages.find("en"))
    start = plain.article.text.index("strait")
    moved = replace(
        echo, witness=plain.article.id, spans=((start, len(heading)),), marks=(), sources=(), cue=()
    )
    found = replace(plain, quotations=(moved, first, second))
    of = {
        key: utterance.prints for utterance in find_utterances([found]) for key in utterance.prints
    }
    assert moved.id in of[second.id]
    assert moved.id not in of[first.id]


def test_who_is_told_of_in_a_heading_need_not_speak() -> None:
    """A name inside the echoed words picks no speaker: the nearest print is echoed."""
    heading = "Ilvane has no plans to close the strait"
    plain = witness(
        Said(words="I like the harbour in spring", by="Tom Ilvane"),
        Said(words="Ilvane has no plans to close the strait", by="Ada Roe"),
        headline=heading,
    )
    first, second = plain.quotations
    (echo,) = find_echoes(witness(Said(words=SAID), headline=HEADING), languages.find("en"))
    whole = ((0, len(heading)),)
    moved = replace(echo, witness=plain.article.id, spans=whole, marks=(), sources=(), cue=())
    (group,) = (
        u.prints
        for u in find_utterances([replace(plain, quotations=(moved, first, second))])
        if moved.id in u.prints
    )
    assert second.id in group
    assert first.id not in group
