"""Acts told as somebody's, beside reports of words."""

from __future__ import annotations

import re

import pytest

from tests.articles import article
from variorum import languages
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.annotate.acted import is_act
from variorum.annotate.attributing.drafts import Draft

HEAD = "Pool to close\n"


def acts(sentence: str, *, negated: bool = False) -> bool:
    """Tell whether a sentence (``Poe {backs} [the bill]``) tells of an act."""
    places = {}
    text = ""
    for part in re.split(r"([{}\[\]])", sentence):
        if part in "{}[]" and part:
            places[part] = len(text)
        else:
            text += part
    english = languages.find("en")
    assert english is not None
    draft = Draft(
        spans=((places["["], places["]"]),),
        marks=(),
        form="indirect",
        use="speech",
        cue=((places["{"], places["}"]),),
        negated=negated,
    )
    return is_act(text, draft, english)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor {ordered} [the evacuation of the quarter].",
        "The mayor {ordered} [the closure of the site as a precaution].",
        "The court {will hear} [the case in May].",
        "The mill {announced} [the closure of two sites].",
        "Poe {backs} [the bill on school meals].",
        "[The bill] {is backed by} Poe.",
        "The council {plans} [a ban on barbecues].",
        "The board {decided} [to sell the baths].",
        "Roe {refused} [to hand over the keys].",
        "She {defended} [that part of her plan].",
        "The club {accepted} [that offer].",
        "The mayor {ordered} [police patrols in the quarter].",
        "The union {voted for} [a deal that would end the strike].",
        "Senator Roe {blasted} [the owners].",
        "The mayor {praised} [firefighters].",
        "The crash {put} [two people in hospital].",
        "Poe {pointed to} [the map].",
    ],
)
def test_a_thing_for_an_object_is_no_report_of_words(sentence: str) -> None:
    """What one orders, decides, plans or stands for is an act."""
    assert acts(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Police {counted} [41 thefts at the fair].",
        "The union {has put} [the number of strikers at three thousand].",
        "Poe {pointed to} [a loss of 12 million francs].",
        "The mill {announced} [that two sites would close].",
        "The mill {announced} [it would close two sites].",
        "The mayor {ordered} [the crews to leave the quarter].",
        "Poe {made clear} [that she would not resign].",
        "Poe {did not know} [who had paid].",
        "Poe {denied} [any part in the sale].",
        "The mayor {ordered} [that all shops close by noon].",
        "The mayor {ordered} [that police withdraw].",
        "The mayor {ordered} [police stay away].",
        "Poe {rejected} [the idea that the bridge is unsafe].",
        "Poe {rejected} [suggestions she would resign].",
        "The board {rejected} [the claim as absurd].",
        "The judge {dismissed} [the plan as nonsense].",
        "Poe {has often referred to} [the council as a clique].",
        "Poe {voiced concern about} [the fire].",
        "Poe {vowed} [to appeal].",
        "Poe {criticised} [the slow repairs].",
        "Poe {called for} [calm].",
        "{According to} Poe, [no danger at all].",
        "[No danger at all], Poe {reported}.",
    ],
)
def test_a_clause_or_the_object_of_a_verb_of_speech_is_words(sentence: str) -> None:
    """A report of words stays one, whatever its verb does with a thing for its object."""
    assert not acts(sentence)


def test_who_refuses_to_say_is_told_of_by_words() -> None:
    """A refusal to speak is a negated report of words, one to act is an act."""
    assert not acts("Roe {refused} [to say who had paid].", negated=True)
    assert not acts("Roe {declined} [to rule that the levy was void].")
    assert not acts("Roe {refused} [to rule out that she would leave].")
    assert acts("Roe {refused} [to sell the baths].", negated=True)
    assert acts("Roe {refused} [to rule out a strike].")
    assert acts("Roe {declined} [to praise the crew for its work].", negated=True)


def test_an_act_is_kept_and_is_no_utterance() -> None:
    """The record keeps an act with its use; no utterance is made of it."""
    found = Annotate()(article(HEAD + "The mayor, Ana Poe, ordered the evacuation of the quarter."))
    assert [q.use for q in found.quotations] == ["act"]
    assert find_utterances([found]) == ()


def test_words_in_marks_behind_a_verb_of_acts_are_speech() -> None:
    """An order in marks is somebody's words."""
    found = Annotate()(article(HEAD + "The mayor, Ana Poe, ordered: “Leave the quarter tonight.”"))
    assert [q.use for q in found.quotations] == ["speech"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The sale must be approved by members and the Lund Port Authority.",
        "The sale, which must be approved by the Lund Port Authority, will end in May.",
        "The sale is subject to approval by members and regulators.",
    ],
)
def test_what_somebody_has_yet_to_do_is_nobodys(sentence: str) -> None:
    """Neither words nor an act of those on whom a thing waits is read out of a passive."""
    assert Annotate()(article(HEAD + sentence)).quotations == ()
