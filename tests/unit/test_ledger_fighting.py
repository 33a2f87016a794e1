"""Verbs of war that tell of persons, debates, things and votes give no row of the ledger."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate


def told(text: str) -> list[str]:
    """Return the rows of a text as the whole pipeline reads them: place, what, who."""
    read = Annotate()(article(f"News\n{text}", published="2023-05-09", outlet="Echo"))
    rows = [p for p in read.places if p.predicate != "located-in"]
    return [f"{p.place} {p.stance or p.predicate} {p.holder or ''}".strip() for p in rows]


@pytest.mark.parametrize(
    "sentence",
    [
        "Judges freed Dalby on appeal.",
        "United captured Bexley from Milton for 3 million crowns.",
        "Pundits hammered Weller after the match.",
        "The court cleared Dunn of theft in Torvik.",
        "Police hold Dunn in Torvik.",
        "Velm was attacked by the opposition in parliament.",
        "The senator attacked Kesteria over its taxes, in Kesteria as well.",
        "The union attacked Torvik over pay in Torvik.",
        "The army freed three hostages in Torvik.",
        "Rebels moved their files from Torvik to Velm.",
        "Torvik is free of rain, a hotel in Torvik said.",
        "The Reds lost Torvik by 40 votes.",
        "The Moderates lost Brede by six votes.",
    ],
)
def test_what_is_no_war_gives_no_row(sentence: str) -> None:
    """A person is no place, a debate no attack, and a seat that is lost no land."""
    assert told(sentence) == []


def test_who_loses_a_seat_has_not_won_it() -> None:
    """Nor have the votes."""
    text = "Six parties stood in the election.\nThe party has lost Brede by six votes.\nFew voted."
    assert told(text) == []


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The rebels attacked Torvik.", "Torvik attacks rebels"),
        ("Hamas attacked Israel in October.", "Israel attacks Hamas"),
        ("They attacked Lund at dawn.", "Lund attacks"),
        ("The army freed Torvik after a month.", "Torvik retook army"),
        ("The Sarn Brigade took Torvik.", "Torvik holds Sarn Brigade"),
        ("The army has lost Brin to the Sarn Front.", "Brin does-not-hold army"),
        ("Rebels lost Torvik by nightfall.", "Torvik does-not-hold rebels"),
        ("Torvik, held by rebels, was calm.", "Torvik holds rebels"),
        ("The army captured six villages in Torvik.", "Torvik holds-in-part army"),
        ("Troops left their base in Torvik.", "Torvik withdrew troops"),
        ("The rebels moved their men from Brede to Velm.", "Brede withdrew rebels"),
        ("Torvik is free of rebels.", "Torvik does-not-hold rebels"),
        ("Rebels attacked a poll station in Torvik.", "Torvik attacks rebels"),
    ],
)
def test_what_is_war_keeps_its_row(sentence: str, row: str) -> None:
    """Those in arms, and states, take and leave places."""
    assert told(sentence) == [row]
