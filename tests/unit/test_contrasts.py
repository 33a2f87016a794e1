"""What tells a print from the fullest one, in whole sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.model.annotation import AnnotatedArticle

SAID = "I think the northern lock will be mended before the herring fleet comes home"


def kinds(*articles: AnnotatedArticle) -> set[str]:
    """Return the kinds of the variants of all utterances."""
    return {v.kind for found in find_utterances(articles) for v in found.variants}


def against(one: str, other: str, form: str = "indirect") -> set[str]:
    """Return the kinds of the variants between a direct print and one of another form."""
    second = witness(Said(words=other, form=form), source="b.txt")
    return kinds(witness(Said(words=one)), second)


def test_an_opinion_is_a_doubt() -> None:
    """What a speaker thinks is reported as a fact, or is not."""
    told = "the northern lock would be mended before the herring fleet came home"
    assert "hedge-absent" in against(SAID, told)
    assert "hedge-absent" not in against(SAID, f"as if {told}")


def test_a_condition_is_absent_from_a_report() -> None:
    """What is to happen on a condition is reported as a fact."""
    said = "If the council agrees, the northern lock will be mended before the herring comes"
    told = "the northern lock would be mended before the herring came"
    assert "hedge-absent" in against(said, told)
    assert "hedge-absent" not in against(said, f"{told} if the council agreed")


def test_a_headline_without_the_doubt_is_stronger() -> None:
    """A print in a headline that drops the doubt of the quotation is stronger than it."""
    body = witness(
        Said(words="northern lock to be mended before herring comes", form="indirect"),
        source="b.txt",
    )
    line = replace(body.article.blocks[1], kind="headline")
    heading = replace(body, article=replace(body.article, blocks=(body.article.blocks[0], line)))
    doubtful = SAID.replace("I think", "Perhaps")
    assert "headline-stronger" in kinds(witness(Said(words=doubtful)), heading)
    assert "headline-stronger" not in kinds(witness(Said(words=doubtful)), body)
    plain = SAID.removeprefix("I think the").strip()
    assert "headline-stronger" not in kinds(witness(Said(words=plain)), heading)


def test_some_for_all_is_narrower() -> None:
    """A part of a kind where the fuller print has all of it."""
    said = "Every ferry of the northern line will stay in port until the lock is mended, I promise"
    told = "some ferries of the northern line would stay in port until the lock was mended"
    assert "narrower" in against(said, told)
    assert "broader" in against(said.replace("Every ferry", "Some ferries"), f"all{told[4:]}")


@pytest.mark.parametrize(
    ("told", "moved"),
    [
        ("she would mend the northern lock before the herring fleet comes", True),
        ("I will mend the northern lock before the herring fleet comes", False),
    ],
)
def test_reported_speech_moves_person_and_tense(told: str, moved: bool) -> None:
    """Another person or tense in reported speech is told of."""
    said = "I will mend the northern lock before the herring fleet comes"
    assert ("person-or-tense" in against(said, told)) is moved


def test_words_in_both_marks_that_cannot_both_be_spoken() -> None:
    """Three words replaced inside both marks: one of the two prints is a paraphrase."""
    rest = "In the autumn gale the northern lock, the herring quay and two barges were"
    one = f"{rest} wrecked overnight by careless drunken skippers"
    other = f"{rest} smashed overnight by reckless boozy captains"
    assert "paraphrase-in-marks" in against(one, other, form="direct")
    assert "paraphrase-in-marks" not in against(one, one.replace("wrecked", "smashed"))


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("I'm", "I am", "spelling"),
        ("isn't", "is not", "spelling"),
        ("the sixth from", "the sixth form", "spelling"),
        ("the sixth", "the 6th", "spelling"),
        ("lock", "bridge", "wording"),
    ],
)
def test_one_word_in_two_spellings(one: str, other: str, kind: str) -> None:
    """Contractions, ordinals in digits and slips of the keys are spellings of one word."""
    frame = "Tonight {} mending harbours with ferries, herring boats and barges all around"
    assert against(frame.format(one), frame.format(other), form="direct") == {kind}


def test_function_words_may_be_removed_inside_marks() -> None:
    """A word of little content that is left out inside marks is removed all the same."""
    one = "What kind of a skipper would leave the northern lock open overnight"
    assert against(one, one.replace("of a", "of"), form="direct") == {"words-removed"}


def test_only_an_inferred_speaker_gives_way_to_the_same_words() -> None:
    """A few words that stand in another print are one utterance, whoever a pronoun meant."""
    few = "the northern lock will be mended"
    first = witness(Said(words=few))
    second = witness(Said(words=few, by="Tom Ilvane"), source="b.txt")
    (quotation,) = second.quotations
    assert quotation.speaker is not None
    guessed = replace(quotation, speaker=replace(quotation.speaker, how="pronoun"))
    assert len(find_utterances([first, second])) == 2
    assert len(find_utterances([first, replace(second, quotations=(guessed,))])) == 1
