"""Statements that are not proved, doubted, or a figure that somebody gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.articles import article
from tests.unit.test_statements import quoted, statements


@pytest.mark.parametrize(
    "sentence",
    [
        "The study does not prove that the dye was harmful.",
        "The study failed to prove that the dye was harmful.",
        "Nobody was unable to work, and there is no evidence that the dye was harmful.",
        "It does not mean that the dye was harmful.",
    ],
)
def test_what_is_not_proved_is_not_affirmed(sentence: str) -> None:
    """The clause of a proof that is denied is denied and open; the clause before is no part."""
    last = statements(article(sentence))[-1]
    assert article(sentence).words(*last.spans) == ("the dye was harmful",)
    assert (last.polarity, last.modality) == ("denied", "possible")


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("The study proved that the dye was harmful.", "affirmed"),
        ("The study proved that the dye was not harmful.", "denied"),
        ("The study, which nobody read, has proved that the dye was harmful.", "affirmed"),
    ],
)
def test_what_is_proved_is_as_it_is_told(sentence: str, polarity: str) -> None:
    """A proof, whatever else is denied before it, leaves its clause as it stands."""
    last = statements(article(sentence))[-1]
    assert (last.polarity, last.modality) == (polarity, "fact")


def test_what_a_holder_says_is_unproved_is_not_affirmed() -> None:
    """Inside what somebody says a clause that is not proved is no claim that it is so."""
    content = "the board had not shown that the dye was harmful"
    made = article(f"Varga ruled that {content}.")
    *_, last = statements(made, quoted(made, content, cue="ruled", speaker="Varga"))
    assert made.words(*last.spans) == ("the dye was harmful",)
    assert (last.polarity, last.modality) == ("denied", "possible")


@pytest.mark.parametrize(
    ("cue", "negated", "polarity"),
    [("doubted", False, "denied"), ("did not doubt", True, "affirmed")],
)
def test_a_doubt_denies(cue: str, negated: bool, polarity: str) -> None:
    """Who doubts a clause does not affirm it; who does not doubt it does."""
    content = "the bridge was safe for trams"
    made = article(f"Varga {cue} that {content}.")
    said = replace(quoted(made, content, cue=cue, speaker="Varga"), negated=negated)
    (statement,) = statements(made, said)
    assert (statement.polarity, statement.modality) == (polarity, "claimed")


@pytest.mark.parametrize(
    ("cue", "content", "held"),
    [
        ("counted", "41 boats at the pier", True),
        ("pointed to", "a loss of 12 million francs", True),
        ("has put", "the bill at 3 million francs", True),
        ("has put", "the bill at risk again in 2 towns", False),
        ("pointed to", "a loss of trade in the harbour", False),
    ],
)
def test_a_figure_that_somebody_gives_is_theirs(cue: str, content: str, held: bool) -> None:
    """Who counts, points to or puts something at a figure holds it; other objects are acts."""
    made = article(f"Varga {cue} {content}.")
    (statement,) = statements(made, quoted(made, content, cue=cue, speaker="Varga"))
    assert (statement.holder is not None) == held
    assert (made.words(*statement.spans) == (content,)) == held
