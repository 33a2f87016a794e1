"""Statements of whole reports: no clause is cut so that it says something else."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate


def stated(text: str) -> list[tuple[str, str | None]]:
    """Return the words of each statement below a headline, and who holds it."""
    found = Annotate()(article(f"News of the day\n{text}", published="2031-05-12"))
    told = [(" | ".join(found.article.words(*s.spans)), s.holder) for s in found.statements]
    return [(words, holder.name if holder else None) for words, holder in told][1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The merger, which must be approved by members and the Port Board, will close in May.",
            [
                ("The merger | will close in May", None),
                ("which must be approved by members and the Port Board", None),
            ],
        ),
        (
            "The deal is subject to approval by members.",
            [("The deal is subject to approval by members", None)],
        ),
        (
            "The members and the Port Council have approved the deal.",
            [("The members and the Port Council have approved the deal", None)],
        ),
    ],
)
def test_who_must_approve_a_thing_says_nothing(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    """A noun phrase before or behind a verb that is none of speech is in nobody's words."""
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cabinet declared a state of siege on Friday.", None),
        ("The cabinet declared victory in the vote on Friday.", None),
        ("The cabinet declared the bridge was safe.", "The cabinet"),
    ],
)
def test_what_is_declared_without_a_verb_is_an_act(text: str, expected: str | None) -> None:
    """Who declares a thing does something; who declares that something is so says it."""
    words = text[:-1] if expected is None else "the bridge was safe"
    assert stated(text) == [(words, expected)]


@pytest.mark.parametrize(
    "dateline",
    [
        "VELM, May 3 2031 (Esk Wire) - ",
        "PORT VELM, Norland (EW) — ",
        "May 3 (Esk Wire) 2031 - ",
        "VELM – ",
    ],
)
@pytest.mark.parametrize("tail", [", officials said", ""])
def test_a_dateline_states_nothing(dateline: str, tail: str) -> None:
    """Place, day and agency before a dash belong neither to a statement nor to a quotation."""
    found = stated(f"{dateline}At least nine people were hurt{tail}.")
    assert [words for words, _ in found] == ["At least nine people were hurt"]


@pytest.mark.parametrize(
    "text",
    ["Velm 3 - 2 Tarn was the score in the end", "Osk Marine - a maker of boats - fell on Friday"],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    """A score and an apposition stay in their statement."""
    assert stated(f"{text}.") == [(text, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fire destroyed the library in Brel, which opened in May.",
            ["The fire destroyed the library in Brel, which opened in May"],
        ),
        (
            "The library, which opened in May, was not closed on Friday.",
            ["The library | was not closed on Friday"],
        ),
        (
            "The 21 residents who are ill were fed by nurses.",
            ["The 21 residents who are ill were fed by nurses"],
        ),
        ("Dr. Odo Renn of Velm University, who led the study, said sleep matters.",
         ["sleep matters"]),
        ("The storm hit Velm, which lost 12 boats.",
         ["The storm hit Velm", "which lost 12 boats"]),
        ("The council met the keeper, who never paid.",
         ["The council met the keeper", "who never paid"]),
        (
            "The council thanked the divers who found the boys in the flooded mine.",
            ["The council thanked the divers", "who found the boys in the flooded mine"],
        ),
    ],
)  # fmt: skip
def test_a_few_words_about_what_is_before_them_are_no_statement(
    text: str, expected: list[str]
) -> None:
    """They go with a statement that ends there; a figure or a denial, or more words, are one."""
    assert [words for words, _ in stated(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A mine went off under a bridge that both towns use.",
            ["A mine went off under a bridge that both towns use"],
        ),
        (
            "The keeper sat in the hall where he worked.",
            ["The keeper sat in the hall where he worked"],
        ),
        (
            "The march is the third this year and, if it lasts, would be the longest since May.",
            ["The march is the third this year", "if it lasts, would be the longest since May"],
        ),
        (
            "Owners should leave the boat, even if the hull feels firm.",
            ["Owners should leave the boat", "the hull feels firm"],
        ),
        (
            "It was not clear whether any boats remain in the harbour.",
            ["It was not clear whether any boats remain in the harbour"],
        ),
        ("What happens next depends on the guild.", ["What happens next depends on the guild"]),
        ("How the harbour was saved.", []),
    ],
)
def test_words_that_lead_a_clause_in_stay_with_it(text: str, expected: list[str]) -> None:
    """A clause too short to stand alone, or that stands for a noun, keeps what leads it in."""
    assert [words for words, _ in stated(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The boat sank at noon, according to its log, and was older than the pier.",
            [("The boat sank at noon", "claimed"), ("was older than the pier", "fact")],
        ),
        ("The boat, according to its log, sank at noon.", [("The boat | sank at noon", "claimed")]),
        (
            "The guild shut the hall, according to the men who run it.",
            [("The guild shut the hall", "claimed")],
        ),
    ],
)
def test_who_is_named_for_a_clause_is_no_part_of_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    """Where no source is known, the clause is claimed, and its credit stands outside."""
    found = Annotate()(article(f"News of the day\n{text}", published="2031-05-12"))
    told = [(" | ".join(found.article.words(*s.spans)), s.modality) for s in found.statements]
    assert told[1:] == expected


def test_what_nor_joins_is_denied() -> None:
    """``nor`` is no bare conjunction: without it the clause would say the opposite."""
    text = "News of the day\nThe boats are not affected, nor are nets sold abroad."
    told = [
        (" ".join(found.article.words(*statement.spans)), statement.polarity)
        for found in [Annotate()(article(text, published="2031-05-12"))]
        for statement in found.statements
    ]
    assert told[-1] == ("nor are nets sold abroad", "denied")
