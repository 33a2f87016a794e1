"""The verb of speech is part of a print: what one says is denied is not what another says."""

from __future__ import annotations

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances

CLAUSE = "the northern lock had leaked since the frost of last winter"


def told(*said: Said) -> list[tuple[str, str]]:
    """Return kind and weight of the variants between prints of one utterance, a witness each."""
    articles = [witness(one, source=f"{at}.txt") for at, one in enumerate(said)]
    (found,) = find_utterances(articles)
    return [(variant.kind, variant.weight) for variant in found.variants]


def reported(verb: str, words: str = CLAUSE, *, negated: bool = False) -> Said:
    """Return words that a verb reports."""
    return Said(words=words, form="indirect", verb=verb, negated=negated)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("admitted", "denied", [("polarity-reversed", "major")]),
        ("said", "denied", [("polarity-reversed", "major")]),
        ("said", "refused", [("polarity-reversed", "major")]),
        ("admitted", "said", [("wording", "minor")]),
        ("claimed", "said", [("wording", "minor")]),
        ("said", "added", []),
        ("denied", "denied", []),
    ],
)
def test_two_verbs_of_one_clause(one: str, other: str, expected: list[tuple[str, str]]) -> None:
    """Denied against said or admitted turns the words round; admitted is not said."""
    assert told(reported(one), reported(other)) == expected


@pytest.mark.parametrize(
    ("verb", "words", "turned"),
    [
        ("confirmed", "that she would leave the club", True),
        ("said", "she would leave the club", True),
        ("said", "that she could leave the club", False),
        ("said", "that they would leave the club", False),
    ],
)
def test_a_short_clause_is_denied_where_all_words_are_the_same(
    verb: str, words: str, turned: bool
) -> None:
    """Of few words a denial is told where the other print has every one of them."""
    found = told(reported("denied", "that she would leave the club"), reported(verb, words))
    assert ("polarity-reversed" in dict(found)) is turned


def test_a_negated_verb_denies() -> None:
    """Who did not say it is set against who did; two denials by other means agree."""
    assert told(reported("said"), reported("say", negated=True)) == [("polarity-reversed", "major")]
    negative = CLAUSE.replace("had leaked", "had not leaked")
    kinds = [kind for kind, _ in told(reported("denied"), reported("said", negative))]
    assert "polarity-reversed" not in kinds
    assert "wording" in kinds


@pytest.mark.parametrize("opening", ["to say that", "to accept that", "to rule that", ""])
@pytest.mark.parametrize(("other", "negated"), [("said", False), ("say", True)])
def test_who_refuses_to_speak_denies_nothing(opening: str, other: str, negated: bool) -> None:
    """A refusal to say is set against what is not said by no polarity, and is no print of more."""
    verb = "refused" if opening else "refused to say"
    silent = reported(verb, f"{opening} {CLAUSE}".strip(), negated=True)
    sides = [silent, reported(other, negated=negated)]
    found = find_utterances([witness(one, source=f"{at}.txt") for at, one in enumerate(sides)])
    assert len(found) == 1 + (not negated)
    assert "polarity-reversed" not in {v.kind for one in found for v in one.variants}


def test_words_in_marks_are_the_speakers_own() -> None:
    """A verb of denial beside a direct quotation turns nothing round, but is another verb."""
    found = told(Said(words=CLAUSE, verb="denied"), Said(words=CLAUSE))
    assert found == [("wording", "minor")]


def test_a_thing_dismissed_is_no_clause_denied() -> None:
    """To dismiss a report is not to deny words of it, but a claim that may be denied."""
    thing = "the report of the harbour masters as a collection of frozen fairy tales"
    assert "polarity-reversed" not in dict(
        told(reported("dismissed", thing), reported("said", thing))
    )
    clause = f"claims that {CLAUSE}"
    assert "polarity-reversed" in dict(told(reported("rejected", clause), reported("said", clause)))


def test_three_witnesses_are_one_row() -> None:
    """One reversed print among three is one variant, with the verb of each."""
    found = told(reported("said"), reported("said"), reported("denied"))
    assert found == [("polarity-reversed", "major")]
