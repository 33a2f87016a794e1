"""Kinds of two prints of which one says the other's matter in words of its own."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from tests.quality.passages import types_given

GRAVE = {
    "broader",
    "date-changed",
    "hedge-absent",
    "narrower",
    "name-changed",
    "number-changed",
    "polarity-reversed",
}


def kinds(one: str, other: str, *, form: str = "indirect", verb: str = "said") -> frozenset[str]:
    """Return the kinds of a direct print and one of another form, set side by side."""
    sides = (
        witness(Said(words=one)),
        witness(Said(words=other, form=form, verb=verb), source="b.txt"),
    )
    first, second = (side.quotations[0].spans for side in sides)
    return types_given(sides, (first, second))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Words of all and figures of other things.
        ("Three boats were out, and I sold every one of them", "three vessels had put to sea"),
        ("Two of the nine captains wanted a full refit", "nine wished for a whole new engine"),
        ("Eleven mills bear his name", "all eleven mills of that owner were named after him"),
        # Hedges that count, permit, compare or tell how often, and verbs that are none.
        ("We counted seven cracks in the lock, at least seven", "there were seven cracks and more"),
        ("A price nobody believed in was in the harbour budget", "the harbour budget was fantasy"),
        ("The harbour question will appear on the form", "a form with the harbour question"),
        ("Anyone may read the list of the harbour gifts", "the list of harbour gifts was open"),
        ("The lock burst, it is unclear how, in the night", "the lock burst in the night"),
        ("The noise was as if iron tore", "it sounded like the tearing of iron"),
        ("The new cranes can lift it as far as Velm", "the cranes lift it to Velm"),
        ("We know how often the lock leaks", "the lock leaks"),
        ("I know the lock, and I have mended some", "I know the lock, and he saw them all"),
        # Conditions that the other print has in words of its own.
        ("If they touch the first crane, we stop work", "the day they touch a crane work stops"),
        ("If you have a shed, open it", "everyone with a shed should open it"),
        # Denials that the other print has besides, and those of a part of the sentence.
        ("I do not call it theft. I call it bad post", "Bad post I call it. Theft I do not say."),
        (
            "It was a crane we asked for. He can keep the fee",
            "they had asked for a crane, not a fee",
        ),
        ("He has neither seen nor read the harbour plan", "he had not seen it and had not read it"),
        ("Her party moves to withdraw confidence", "they would bring a motion of no confidence"),
        # Times that are the same in other words.
        ("Every shop was clear by noon on Sunday", "the shops were cleared by midday on Sunday"),
        ("We have paid for it since May", "they had paid for it since the spring"),
        ("Ask me in the autumn", "the question might be put after the summer"),
        ("We dug for 24 months", "they had dug for two years"),
        ("They were gone for eleven weeks", "they had been gone for three months"),
    ],
)
def test_other_words_are_no_grave_difference(one: str, other: str) -> None:
    """What a print says in its own words takes nothing from the other one."""
    assert not kinds(one, other) & GRAVE


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Some ferries will stay in port", "every ferry would stay in port", "broader"),
        ("Everyone gets the money back in May", "some guests would get the money back", "narrower"),
        ("The new lock serves some", "the new lock serves all", "broader"),
        ("The lock leaks sometimes", "the lock leaks", "broader"),
        (
            "He is charged with bank fraud, wire fraud and breaches of the harbour rules",
            "he was charged with bank fraud",
            "narrower",
        ),
        (
            "They marched with the Ostry guards, the Brel riders, farmers and other friends",
            "the Ostry guards and farmers had marched",
            "narrower",
        ),
        ("I believe the lock will hold", "the lock would hold", "hedge-absent"),
        ("If the council agrees, the lock will open", "the lock would open", "hedge-absent"),
        (
            "I told nobody, not even the pilot",
            "she had told nobody but the pilot",
            "polarity-reversed",
        ),
        # Who believes it, and who may be one of all.
        ("Pilots believe Poe sank the ferry", "Poe sank the ferry", "hedge-absent"),
        ("Everyone may be infected", "everyone was infected", "hedge-absent"),
        ("All could lose their boats", "all would lose their boats", "hedge-absent"),
        ("He, not Poe, sank the ferry", "Poe sank the ferry", "polarity-reversed"),
        # Months make up years, so that near is not the same.
        ("We dug for 20 months", "they had dug for two years", "number-changed"),
        # What both deny in another sentence makes up for nothing.
        (
            "I will not sell the lock. I have done nothing wrong",
            "he would sell the lock. He had done nothing wrong",
            "polarity-reversed",
        ),
        (
            "Poe did not sink the ferry. He has no boat at all",
            "Poe sank the ferry. He has no boat at all",
            "polarity-reversed",
        ),
        (
            "We saw no evidence of fraud. Nobody was hurt",
            "they saw fraud. Nobody was hurt",
            "polarity-reversed",
        ),
    ],
)
def test_what_is_grave_in_other_words_too(one: str, other: str, kind: str) -> None:
    """A part of a kind, a list that is cut, a hedge that is gone and a denial are told."""
    assert kind in kinds(one, other)


def test_a_could_of_the_report_before_the_very_verb_weakens() -> None:
    """What could cause burns causes none yet; another verb may tell of an ability."""
    for one, lacks in (("The tar causes burns", True), ("Burns come of the tar", False)):
        found = kinds(one, "the tar could cause burns")
        assert ("hedge-absent" in found) is lacks


def test_a_time_in_the_print_or_beside_it_is_no_condition() -> None:
    """A "when" stands for "if" only before a word of the condition."""
    one = "If the council agrees, the lock will open"
    told = "said when he left the council"
    assert "hedge-absent" in kinds(one, "the lock would open", verb=told)
    assert "hedge-absent" in kinds(one, "the lock would open when the frost ends")
    assert "hedge-absent" not in kinds(one, "the lock would open once the council agreed")


def test_a_condition_beside_the_print_is_printed() -> None:
    """Where the sentence goes on with the condition behind the print, it is not absent."""
    condition = "If the council agrees, the northern lock will be open by Easter"
    lacking = "You will see an open lock by Easter"
    assert "hedge-absent" in kinds(condition, lacking, form="indirect")
    told = "provided that the council agreed, said"
    assert "hedge-absent" not in kinds(condition, lacking, form="indirect", verb=told)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "Chestnuts and a cold bath, that was all",
            "he had lived on nuts in icy water",
            {"wording"},
        ),
        ("Forty thousand homes will go", "40,000 homes would be gone", {"spelling"}),
        ("We open it from day one", "it would be opened from day 1", {"spelling"}),
        ("I will mend it", "she would mend it", {"person-or-tense"}),
        ("We mend pumps, you know, and boats", "they sell boats", {"wording"}),
    ],
)
def test_light_kinds_of_other_words(one: str, other: str, told: set[str]) -> None:
    """Other words throughout are wording, wherever they stand; figures may be spelt out."""
    assert told <= kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Without that man we would still be looking", "the case needed him"),
    ],
)
def test_no_other_person_in_words_of_another_thing(one: str, other: str) -> None:
    """The pronoun of another thing is no shift."""
    assert "person-or-tense" not in kinds(one, other)


def test_what_an_editor_puts_in_brackets_is_not_removed() -> None:
    """An explanation in brackets, a title and a first name are another wording inside marks."""
    one = "We have seen what his [the mayor's] plans have done to the harbour and to our boats"
    other = "We have seen what his plans have done to the harbour and to our boats"
    assert kinds(one, other, form="direct") == {"wording"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Mayor Imre ", "wording"),
        ("Ostry and ", "words-removed"),
        ("Ostry, not ", "words-removed"),
        ("Ostry, Mill Bay, ", "words-removed"),
    ],
)
def test_what_stands_before_a_name_inside_marks(words: str, told: str) -> None:
    """A title and a first name are another form of a name, another name beside it is gone."""
    one, other = (f"We know that {before}Brel shelled the town at dawn" for before in (words, ""))
    found = kinds(one, other, form="direct") & {"wording", "words-removed"}
    assert found == {told}


def test_a_deputy_inside_marks_is_another_office() -> None:
    """What makes an office a lesser one is no part of the name."""
    one = "We met Deputy Governor Brel in the town at dawn"
    assert "words-removed" in kinds(one, one.replace("Deputy ", ""), form="direct")


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("We held the grandest herring fair of all", "We opened the finest herring fair", True),
        (
            "The rank-and-file crews like the healthcare plan of the harbour board",
            "The rank and file crews like the health care plan of the harbour board",
            False,
        ),
        (
            "The crews of the harbour like the new herring plan that the board has shown",
            "The crews of the harbour love the new herring plan that the board has shown",
            False,
        ),
    ],
)
def test_a_third_of_the_words_in_both_marks(one: str, other: str, told: bool) -> None:
    """Words of which a good part differs are a paraphrase; one word, or other spelling, is not."""
    assert ("paraphrase-in-marks" in kinds(one, other, form="direct")) is told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "It was opened in May 2015. It was named for a guard who died on the quay in 1986",
            "the 2015 opening of the quay named for a guard",
        ),
        (
            "The board has 40 boats. It sold 12 boats of the northern line in the gale",
            "40 boats of the northern line had been in the gale",
        ),
    ],
)
def test_a_figure_that_stands_in_another_sentence(one: str, other: str) -> None:
    """A year or a number that the other print has elsewhere is no other one."""
    assert not kinds(one, other) & {"date-changed", "number-changed"}
