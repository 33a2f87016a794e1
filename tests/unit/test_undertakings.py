"""What is agreed, ordered, due or announced by a heading: no fact, and weaker than what is done."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.stated import FILLER, relations_of
from variorum.annotate import Annotate
from variorum.model.annotation import Statement
from variorum.model.story import Relation


def first_statement(text: str) -> Statement:
    """Return the first statement of a text."""
    return Annotate()(article(f"{text}\n")).statements[0]


def told(one: str, other: str) -> list[tuple[str, str]]:
    """Return the relations of two reports' first lines, each with the one that comes first."""
    made = [
        Annotate()(article(one + FILLER, source="a.txt")),
        Annotate()(article(other + "\nA library in Marle opened a room.", source="b.txt")),
    ]
    texts = {item.article.id: item.article.text for item in made}
    return [
        (found.relation, _first(found, texts))
        for found in relations_of(made)
        if all("\n" not in texts[r.witness][: r.spans[0][0]] for r in found.readings)
    ]


def _first(found: Relation, texts: dict[str, str]) -> str:
    reading = found.readings[0]
    return " ".join(texts[reading.witness][slice(*span)] for span in reading.spans)


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The firm agrees to buy the Esk ferry line.", "planned"),
        ("The union agreed to end the strike.", "planned"),
        ("The union agreed to a deal on pay.", "fact"),
        ("The council offered to pay for the bridge.", "planned"),
        ("The court ordered the firm to recall 4,000 kettles.", "planned"),
        ("Court orders firm to recall 4,000 kettles", "planned"),
        ("The yard won orders to build two ferries.", "fact"),
        ("Kelda United agreed to sell Odo Renn to Torp.", "planned"),
        ("Kelda United offers to sell Odo Renn to Torp.", "planned"),
        ("The board withdrew its offer to pay for the bridge.", "fact"),
    ],
)
def test_what_is_agreed_or_ordered_is_not_done(sentence: str, modality: str) -> None:
    """Who agrees, offers or is ordered to do a thing has not done it; a deal is agreed to."""
    assert first_statement(sentence).modality == modality


@pytest.mark.parametrize(
    ("heading", "modality"),
    [
        ("Velm to close two schools", "planned"),
        ("Velm To Close Two Schools", "planned"),
        ("Velm not to close two schools", "planned"),
        ("Mayor to step down", "planned"),
        ("Mayor of Velm to step down", "planned"),
        ("Kelda United to face Torp in final", "planned"),
        ("Two men to stand trial", "planned"),
        ("Velm to Brel ferry resumes", "fact"),
        ("Velm To Brel Ferry Resumes", "fact"),
        ("Train from Velm to coast halted", "fact"),
        ("The road to recovery in Velm", "fact"),
        ("Plan to close two schools rejected", "fact"),
        ("Velm struggles to keep two schools open", "fact"),
        ("First woman to lead Velm", "fact"),
        ("Senators flee committee to protest vote", "fact"),
        ("Two mayors head to court in Velm", "fact"),
    ],
)
def test_a_heading_of_what_is_to_be_done_is_a_plan(heading: str, modality: str) -> None:
    """A subject, ``to`` and a verb alone tell of what is to come, a way to a place does not."""
    assert first_statement(heading).modality == modality


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The sale must be approved by the council.", "possible"),
        ("The regulator should approve the sale.", "possible"),
        ("The bridge needs to be closed for repairs.", "possible"),
        ("The council needs a plan for the bridge.", "fact"),
        ("The council had to close the pool.", "fact"),
        ("The vote shows a strong need to close the pool.", "fact"),
        ("It was a must win game for Kelda.", "fact"),
        ("The council will have to close the pool.", "planned"),
    ],
)
def test_what_must_be_is_no_fact(sentence: str, modality: str) -> None:
    """What must, should or needs to be so is not so yet; what had to be done was done."""
    assert first_statement(sentence).modality == modality


@pytest.mark.parametrize(
    ("weak", "done"),
    [
        (
            "Torvald Shipping agrees to buy the Esk ferry line for 12 million crowns.",
            "Torvald Shipping buys the Esk ferry line for 12 million crowns.",
        ),
        (
            "The union agreed to end the strike at the Brel mill.",
            "The union ended the strike at the Brel mill.",
        ),
        (
            "The court ordered the firm to recall 4,000 kettles.",
            "The firm recalled 4,000 kettles.",
        ),
        ("Velm to close two schools", "Velm closed two schools in March."),
    ],
)
def test_what_is_done_is_of_another_time_than_the_undertaking(weak: str, done: str) -> None:
    """Nothing that is only agreed, ordered or announced is the same as what is done."""
    assert [kind for kind, _ in told(weak, done)] == ["other-time"]
    assert [kind for kind, _ in told(done, weak)] == ["other-time"]


@pytest.mark.parametrize(
    ("weak", "done"),
    [
        (
            "The sale of the harbour must be approved by the council.",
            "The council has approved the sale of the harbour.",
        ),
        (
            "Kelda United should sell the striker Odo Renn to Torp.",
            "Kelda United sold the striker Odo Renn to Torp.",
        ),
    ],
)
def test_what_is_done_is_stronger(weak: str, done: str) -> None:
    """Nothing that is only due is the same as what is done."""
    assert told(weak, done) == [("stronger", done.rstrip("."))]
    assert told(done, weak) == [("stronger", done.rstrip("."))]
