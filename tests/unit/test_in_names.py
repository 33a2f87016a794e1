"""Names of places that are part of another name."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate.placing.in_names import held_in_names
from variorum.languages import find
from variorum.model.annotation import Mention
from variorum.model.vocabulary import MentionKind


def held(text: str, *names: str, body: str | None = None) -> list[str]:
    """Return those names that are part of another one; ``body``: the name of one in the text."""
    made = article(f"Quay reopened\n{text}")
    kinds = [(name, "place") for name in names] + ([(body, "organisation")] if body else [])
    mentions = sorted(
        (
            Mention(witness=made.id, span=(at, at + len(name)), kind=kind, name=name)
            for name, kind in kinds
            for at in (made.text.index(name),)
        ),
        key=lambda one: one.span,
    )
    return [mentions[at].name for at in held_in_names(made, mentions, mentions, find("en"))]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Velm Border Agency said no.", None),
        ("Six Velm Senate Radicals left.", None),
        ("The Velm Morning Star wrote of it.", None),
        ("It breaks the Velm Constitution.", None),
        ("She cheers for the Velm Red Kites.", "Red Kites"),
        ("He sits in the National Assembly for Velm.", "National Assembly"),
        ("He asked the Supreme Court of the Velm.", "Supreme Court"),
    ],
)
def test_a_place_in_the_name_of_a_body_is_none(text: str, body: str | None) -> None:
    """Of an agency, a chamber, a paper, a law, a team, and what is called after its place."""
    assert held(text, "Velm", body=body) == ["Velm"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Velm Mayor Ada Orrin said no.", None),
        ("The Velm Hospital burnt.", None),
        ("The Velm court said no.", None),
        ("They shut the Velm NATO base.", "NATO"),
        ("It was Orrin against Velm TV time.", None),
        ("A man from Ostry Bank of Velm left.", "Ostry Bank"),
        ("Ostry Bank left Velm.", "Ostry Bank"),
    ],
)
def test_a_place_beside_another_name_stays_one(text: str, body: str | None) -> None:
    """Before an office, a building, a word in small letters or an abbreviation."""
    assert held(text, "Velm", body=body) == []


def test_a_place_in_the_name_of_a_day_is_none() -> None:
    """Nor is what only looks like one; other things of a place leave it one."""
    assert held("They met on New Year's Eve.", "New Year") == ["New Year"]
    assert held("They met on Velm's Eve.", "Velm") == []


def test_a_headline_tells_nothing_of_names() -> None:
    """All its words may have capitals."""
    text = "Velm Court Frees Two\nTwo left Velm."
    made = article(text)
    name = Mention(witness=made.id, span=(0, 4), kind="place", name="Velm")
    assert not held_in_names(made, [name], [name], find("en"))


def test_an_office_holds_words_for_bodies() -> None:
    """``Velm Press Secretary`` is no paper; ``Velm Attorney General's Office`` is a body."""
    text = (
        "Quay reopened\nVelm Press Secretary Ada Orrin left. Velm Attorney General's Office knew."
    )
    made = article(text)
    names = ["Velm", "Press Secretary", "Velm", "Attorney General"]
    starts = [text.index(name, at) for name, at in zip(names, (0, 0, 20, 0), strict=True)]
    spans = [(start, start + len(name)) for start, name in zip(starts, names, strict=True)]
    kinds: list[MentionKind] = ["place", "role", "place", "role"]
    mentions = [
        Mention(witness=made.id, span=span, kind=kind, name=text[slice(*span)])
        for span, kind in zip(spans, kinds, strict=True)
    ]
    places = mentions[::2]
    assert held_in_names(made, places, mentions, find("en")) == {1}
