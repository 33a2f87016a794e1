"""Clauses of a sentence: cut at commas, conjunctions and openers, taken up behind an insertion."""

from __future__ import annotations

import pytest

from variorum.annotate.stating.clauses import clauses_of
from variorum.annotate.tokens import tokens_in
from variorum.languages import Language, find


def english() -> Language:
    """Return English."""
    found = find("en")
    assert found is not None
    return found


def cut(text: str) -> list[str]:
    """Return the clauses of a sentence as printed; ``|`` parts what other words stand between."""
    tokens = tokens_in(text, (0, len(text)), ())
    return [
        " | ".join(text[tokens[a].span[0] : tokens[b - 1].span[1]] for a, b in clause.parts)
        for clause in clauses_of(tokens, english())
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "The ferry hit the pier and nine people were hurt.",
            ["The ferry hit the pier", "nine people were hurt"],
        ),
        ("The fire may kill as many as 300 people.", ["The fire may kill as many as 300 people"]),
        ("As many as $3m may be lost.", ["As many as $3m may be lost"]),
        (
            "The pier is shut, and boats between Velm and Sand are late.",
            ["The pier is shut", "boats between Velm and Sand are late"],
        ),
        (
            "Talks between Velm and the union failed and boats were stopped.",
            ["Talks between Velm and the union failed", "boats were stopped"],
        ),
        (
            "The firm is recalling 400 Petrel 2 and Petrel 3 boats sold in Velm.",
            ["The firm is recalling 400 Petrel 2 and Petrel 3 boats sold in Velm"],
        ),
        (
            "Roe said that as few as ten came, as Poe knew.",
            ["Roe said", "that as few as ten came", "as Poe knew"],
        ),
        (
            "The ferry hit the pier, injuring nine and killing a cook.",
            ["The ferry hit the pier", "injuring nine", "killing a cook"],
        ),
        (
            "The cook, who left the galley late, was hurt.",
            ["The cook | was hurt", "who left the galley late"],
        ),
        (
            "The cook who left the galley late was hurt badly.",
            ["The cook | was hurt badly", "who left the galley late"],
        ),
        (
            "After the ferry hit the pier, the mayor closed the port.",
            ["After the ferry hit the pier", "the mayor closed the port"],
        ),
        (
            "Two were killed and nine hurt when the ferry hit the pier.",
            ["Two were killed", "nine hurt", "when the ferry hit the pier"],
        ),
        (
            "The board ruled that the pier was unsafe.",
            ["The board ruled", "that the pier was unsafe"],
        ),
        (
            "The port closed, because the mayor, Bo Roe, had lost the key.",
            ["The port closed", "because the mayor, Bo Roe, had lost the key"],
        ),
        (
            "One man was badly hurt; a woman, 32, less so.",
            ["One man was badly hurt", "a woman, 32, less so"],
        ),
        (
            "The baker left at once, even though the pier was shut.",
            ["The baker left at once", "even though the pier was shut"],
        ),
        (
            "The man who was hurt is safe.",
            ["The man | is safe", "who was hurt"],
        ),
        (
            "The port paid £20,000 for nets, two of which were torn.",
            ["The port paid £20,000 for nets", "two of which were torn"],
        ),
    ],
)
def test_a_sentence_is_cut_at_its_clauses(text: str, clauses: list[str]) -> None:
    """Coordinated, relative, adverbial, participle and content clauses stand apart."""
    assert cut(text) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "A man with a rod and a grudge against the port walked into the hall.",
        "On 4 May, 2031, the two boats, both new, were sold.",
        "The robbers shot and wounded a cook.",
        "The port closed after the storm of May.",
        "The port closed because of the storm.",
        "A cook, found alone on the pier, was taken to the clinic.",
        "The port remained open so far.",
        "The list names boats of two kinds, in steel and in white, made in Velm.",
        "The board is asking whether the boats were safe.",
        "What annoys the baker is the price.",
    ],
)
def test_what_has_one_verb_stays_whole(text: str) -> None:
    """Lists, appositions, dates, and two verbs with one object make no clause of their own."""
    assert cut(text) == [text[:-1]]


def test_a_long_sentence_is_cut_in_linear_time() -> None:
    """Twenty thousand clauses in one endless sentence take seconds, not minutes."""
    text = "the ferry, which was late, hit the pier and " * 5_000
    assert len(cut(text)) >= 10_000
