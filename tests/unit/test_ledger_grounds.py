"""What is called unlikely, is feared or depends on something else gives no row of the ledger."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate

HEAD = "News from the region\nOfficials met in Kesteria and in Torvik on Monday.\n"


def told(sentence: str) -> list[str]:
    """Return the rows of a sentence as the whole pipeline reads them, with their holders."""
    read = Annotate()(article(HEAD + sentence, published="2023-05-09", outlet="Echo"))
    rows = [p for p in read.places if p.span[0] >= len(HEAD) and p.predicate != "located-in"]
    return [f"{p.stance or p.predicate} {p.holder or ''}".strip() for p in rows]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mara Dell told the council that a raid on Torvik was likely.",
        "The general feared that Torvik would be evacuated.",
        "Officials fear the river has flooded Torvik.",
        "She did not think that Torvik Bridge would be closed.",
        "It is unlikely the port of Torvik will reopen on Monday.",
        "There was no sign that the army had captured Torvik.",
        "Nobody believes that the rebels have left Torvik.",
        "She was not convinced that the rebels had left Torvik.",
        "He said that it would be wrong to think that Torvik was flooded.",
        "The rebels, it is feared, have taken Torvik.",
        "Perhaps the rebels have taken Torvik.",
        "The rebels have perhaps taken Torvik.",
        "Torvik will be evacuated, residents fear.",
        "The town of Torvik will be evacuated if the dam breaks.",
        "Torvik would be evacuated should the dam break.",
        "In case Kesteria attacks Torvik, the schools will be closed.",
        "Unless the snow stops, the airport of Torvik will be closed.",
        "An attack on Torvik was averted on Friday.",
        "The attack on Torvik did not happen.",
        "The fall of Torvik is inevitable, the general told reporters.",
        "An invasion of Torvik was ruled out.",
        "The siege of Torvik was only a rumour.",
        "A raid on Torvik was thought to be imminent.",
        "The mayor asked for the evacuation of Torvik.",
    ],
)
def test_what_is_left_open_gives_no_row(sentence: str) -> None:
    """Neither a clause nor a noun tells what is so where its sentence leaves it open."""
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The mayor said that the rebels held Torvik.", "holds rebels"),
        ("It is true that the rebels hold Torvik.", "holds rebels"),
        ("She said it was a shame that Torvik Bridge was closed.", "closed"),
        ("The general confirmed that Torvik had been evacuated.", "evacuated"),
        ("Officials said the fear of floods grew after the river flooded Torvik.", "flooded"),
        ("Torvik, which officials hope to rebuild, was destroyed by the fire.", "destroyed"),
        ("Rebels captured Torvik, and residents fear for their lives.", "holds rebels"),
        ("The danger is over and Torvik Bridge reopened on Monday.", "reopened"),
        ("The army did not stop until it had captured Torvik.", "holds army"),
        ("The rebels, who were not paid, captured Torvik.", "holds rebels"),
        ("The mayor has disputes with the rebels, who hold Torvik.", "holds rebels"),
        ("The attack on Torvik was condemned by many.", "attacks"),
        ("Kesteria ordered the evacuation of Torvik.", "evacuated Kesteria"),
    ],
)
def test_what_is_so_keeps_its_row(sentence: str, row: str) -> None:
    """Fear and denial of something else in the sentence take nothing away."""
    assert told(sentence) == [row]


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Mara Dell told the council that a raid on Torvik had killed four.", "attacks"),
        ("The minister condemned the attack on Torvik.", "attacks"),
        ("Kesteria blamed Norland for the bombing of Torvik.", "attacks"),
        ("The army launched an attack on Torvik.", "attacks army"),
        ("The rebels renewed their siege of Torvik.", "attacks rebels"),
    ],
)
def test_only_who_attacks_is_named_for_an_attack(sentence: str, row: str) -> None:
    """Who tells of an attack, or condemns it, has not done it."""
    assert told(sentence) == [row]
