"""Kinds of two prints that say one thing in two forms, and of those that only look so."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from tests.quality.passages import types_given
from tests.unit.test_other_words import GRAVE, kinds
from variorum.align.utterances import find_utterances


def weights(one: str, other: str) -> set[tuple[str, str]]:
    """Return kinds and weights of two direct prints that are joined."""
    found = find_utterances(
        [witness(Said(words=one)), witness(Said(words=other), source="b.txt")],
    )
    assert len(found) == 1, "the prints are not joined"
    return {(variant.kind, variant.weight) for variant in found[0].variants}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # An attitude in another person, tense or word.
        ("We fear the lock will burst in spring", "she feared the lock would burst in spring"),
        ("I think Orla will chair the board", "he thought Orla would chair the board"),
        ("I believe the crane is too old", "the crane, she thought, was too old"),
        ("We expect the catch to double", "the port was expecting the catch to double"),
        ("We suspect that a key was copied", "detectives suspect that a key was copied"),
        ("I truly think the quay is too low", "I think the quay is too low"),
        ("There is a chance that the crew swam ashore", "the crew might have swum ashore"),
        ("Perhaps the pump froze in the night", "it was possible that the pump froze in the night"),
        # A condition that another word opens.
        ("We sell the barge if the price holds", "the barge is sold should the price hold"),
        ("We sell the barge if the price holds", "they sold the barge provided the price held"),
        ("We do not know if the mast will hold", "it was not known whether the mast would hold"),
        # What is no doubt at all.
        ("We could hear the chain snap", "they heard the chain snap"),
        (
            "The lock gates will be mended as soon as possible",
            "the lock gates would be mended soon",
        ),
        ("She did everything she could to free the barge", "she did everything to free the barge"),
        ("I swam to the buoy as hard as I could", "he swam to the buoy"),
        ("It was the best possible day for the regatta", "it was the best day for the regatta"),
        (
            "I expect an answer from the harbour board",
            "she wanted an answer from the harbour board",
        ),
        ("At least we saved the boats", "they saved the boats"),
    ],
)
def test_hedge_in_another_form_is_not_absent(one: str, other: str) -> None:
    """A hedge, or what only looks like one, is not missed where the other print has its own."""
    assert not kinds(one, other) & GRAVE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We fear the lock will burst in spring", "the lock would burst in spring"),
        ("We expect the catch to double", "the catch would double"),
        ("I fear raids from the north on the port", "there would be raids on the port"),
        ("There is a chance that the crew swam ashore", "the crew swam ashore"),
        ("The fish market could shut in May", "the fish market will shut in May"),
        ("The chemical could harm the herring", "the chemical harmed the herring"),
        ("We sell the barge if the price holds", "the barge would be sold"),
        ("I don't think the lock is safe for barges", "the lock was not safe for barges"),
        ("We do not intend to shut the fish market", "they would not shut the fish market"),
    ],
)
def test_hedge_is_absent(one: str, other: str) -> None:
    """A doubt, a condition and a denied belief are missed where nothing stands for them."""
    assert "hedge-absent" in kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ladder is not stable and must go", "the ladder was unstable and had to go"),
        ("The letters about the fee are not true", "the letters about the fee were false"),
        ("I do not agree with the cut in the fee", "she disagreed with the cut in the fee"),
        ("You must not forget the crew of the barge", "all must remember the crew of the barge"),
        (
            "Our talks with the port failed in May",
            "their talks with the port did not succeed in May",
        ),
        ("He has not paid the harbour fee", "he had yet to pay the harbour fee"),
        (
            "We sail on Friday if the fog does not return",
            "they sailed on Friday unless the fog returned",
        ),
        ("The quay will not open before August", "the quay would only open in August"),
        (
            "We are against the new toll on the bridge",
            "they did not support the new toll on the bridge",
        ),
        ("Who would buy a bridge without a road?", "nobody would buy a bridge without a road"),
        ("I never thought the old crane would reach Velm", "the old crane reached Velm"),
        # Another thing that is done.
        ("The port would study fees for yachts in the bay", "the port would ban yachts in the bay"),
        (
            "They were drawing up plans for fishing in the bay",
            "they would avoid fishing in the bay",
        ),
    ],
)
def test_denial_in_another_form_reverses_nothing(one: str, other: str) -> None:
    """A denial in other words is no reversal, nor is something else that is done to a thing."""
    assert not kinds(one, other) & GRAVE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The vote does not mean that Orn was guilty of theft", "Orn was guilty of theft"),
        ("There is no evidence that herring heals burns", "herring heals burns"),
        ("It would be wrong to say that the pilot slept on watch", "the pilot slept on watch"),
        ("I do not believe that the board wants a strike", "the board wanted a strike"),
        ("He has yet to pay the harbour fee", "he has paid the harbour fee"),
        ("We are against the new toll on the bridge", "they supported the new toll on the bridge"),
        ("The quay will not open before August", "the quay would open before August"),
        ("He did not call the watch before the fire", "he called the watch before the fire"),
    ],
)
def test_reversal_is_told(one: str, other: str) -> None:
    """What one print denies or leaves open and the other one asserts is a reversal."""
    assert "polarity-reversed" in kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry sails at 7pm", "the ferry sailed at 19:00"),
        ("The ferry sails at 6.45 a.m.", "the ferry sailed at 06:45"),
        ("Three quarters of the nets are torn", "75% of the nets were torn"),
        ("Two thirds of the nets are torn", "66 per cent of the nets were torn"),
        ("One in four of the nets is torn", "25% of the nets were torn"),
        ("The oil covers 500 hectares of the bay", "the oil covered 1,235 acres of the bay"),
        ("Keep 200 metres away from the seals", "they must keep 200m away from the seals"),
        ("Last May Norway closed the cod banks", "last May Oslo closed the cod banks"),
    ],
)
def test_one_amount_in_two_notations_is_the_same(one: str, other: str) -> None:
    """A time, a part of a whole, a measure and a country are the same in another notation."""
    assert not kinds(one, other) & GRAVE


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The ferry sails at 7pm", "the ferry sailed at 20:00", "number-changed"),
        ("Three quarters of the nets are torn", "55% of the nets were torn", "number-changed"),
        (
            "The oil covers 500 hectares of the bay",
            "the oil covered 800 acres of the bay",
            "number-changed",
        ),
        (
            "Last May Norway closed the cod banks",
            "last May Rome closed the cod banks",
            "name-changed",
        ),
        ("500 hectares are under oil", "515 hectares were under oil", "number-changed"),
        ("At 7pm it was 12 metres", "at 19:00 it was 21 metres", "number-changed"),
        ("Up to 90 berths will go", "90 berths would go", "broader"),
        ("Most boats in the bay leak", "boats in the bay leaked", "broader"),
    ],
)
def test_other_amount_is_told(one: str, other: str, kind: str) -> None:
    """An amount that is another one, and a bound or a part that is dropped, are told."""
    assert kind in kinds(one, other)


def test_approximate_number_is_a_wording() -> None:
    """A number that one print says to be approximate is the same in other words."""
    found = kinds("About 90 berths will go", "90 berths would go")
    assert "wording" in found
    assert not found & GRAVE


def test_words_that_stress_are_removed_lightly() -> None:
    """An intensifier taken out of the marks weighs little, an adjective much."""
    said = "It was {} a hard winter for the harbour"
    told = weights(said.format("really"), said.replace("{} ", ""))
    assert ("words-removed", "minor") in told
    said = "It was a {} winter for the harbour and its boats"
    told = weights(said.format("ruinous"), said.replace("{} ", ""))
    assert ("words-removed", "major") in told


def test_other_fate_excludes() -> None:
    """Who was hurt was not killed."""
    told = weights("Nine sailors were hurt on the quay", "Nine sailors were killed on the quay")
    assert ("wording", "major") in told


def test_contrary_that_is_denied_excludes_nothing() -> None:
    """What is not stable is unstable."""
    told = weights(
        "The ladder on the quay is not stable, said the crew",
        "The ladder on the quay is unstable, said the crew",
    )
    assert {weight for _, weight in told} == {"minor"}


def test_statement_with_a_question_mark_can_be_reversed() -> None:
    """What is asked in the form of a statement is denied or not, as a statement is."""
    sides = (
        witness(Said(words="So you say the lock could not be shut that night?")),
        witness(Said(words="So you say the lock could be shut that night?"), source="b.txt"),
    )
    first, second = (side.quotations[0].spans for side in sides)
    assert "polarity-reversed" in types_given(sides, (first, second))
