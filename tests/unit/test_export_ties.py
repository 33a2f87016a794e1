"""The origins drawn: who prints whom, and who stands apart."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.hostile import hostile
from tests.pages import page, render
from tests.records import Desk, witness
from variorum.model.record import Record
from variorum.model.story import Copy, Origin

HOLD, RAIN = "We hold the weir and four barges wait.", "Rain is due on Monday."
OUTLETS = ("Velm Today", "The Courier", None, "Aune Wire")


def desk(letters: str = "ABCD") -> Desk:
    """Return witnesses that all print the same two sentences."""
    made = (
        witness(letter, [("paragraph", f"{letter}. {HOLD} {RAIN}")], outlet=OUTLETS[at % 4])
        for at, letter in enumerate(letters)
    )
    return Desk(tuple(made))


def record(on: Desk, *copies: Copy, origins: tuple[Origin, ...] = ()) -> Record:
    """Return one story of all witnesses of a desk."""
    story = on.story("".join(on.by_siglum))
    return on.record(stories=(story,), copies=copies, origins=origins)


def drawn(of: Record) -> tuple[list[str], str]:
    """Return the kinds of the arcs that are drawn, and the words of the list below them."""
    markup = render(of)
    arcs = re.findall(r'<g class="tie (\w+)">', markup)
    (figure,) = re.findall(r'<figure class="ties">.*?</figure>', markup, re.S)
    words = re.sub(r"<[^>]+>", "", figure.partition("<figcaption>")[2])
    return arcs, words


def test_who_prints_whom_is_drawn_and_told() -> None:
    """A credited run is an arc with a head; one of unknown direction has none."""
    on = desk()
    first = replace(on.copy("A", "B", HOLD), credited=True, basis="credit")
    second = on.copy("B", "C", RAIN)
    of = record(on, first, second)
    arcs, words = drawn(of)
    assert arcs == ["credited", "copied"]
    assert render(of).count('class="head"') == 1
    assert "8 words, copied from A, credited" in words
    assert "5 words, same run of words as in B, not credited" in words
    assert words.endswith("D tied to no other")


def test_the_list_leads_to_the_run() -> None:
    """Each tie of the list is a link to the row that tells the run."""
    on = desk()
    of = record(on, on.copy("A", "B", HOLD))
    found = page(of)
    (tie,) = [a["href"] for a in found.all("a") if a["href"] == f"#r-{of.copies[0].id}"][:1]
    assert tie.removeprefix("#") in {a.get("id") for a in found.all("tr")}


def test_an_origin_ties_where_no_run_does() -> None:
    """Witnesses that are ruled of one origin are tied; two prints of one speech are not."""
    on = desk("AB")
    both = tuple(w.id for w in on.witnesses)
    ruled, spoken = (
        on.signed(Origin(id="", witnesses=both, basis=basis, of=("x",)))
        for basis in ("ruled", "same-speech")
    )
    assert drawn(record(on, origins=(ruled,))) == (["other"], "B ruled one origin, with A")
    assert drawn(record(on, origins=(spoken,))) == ([], "A B tied to no other")


def test_many_copies_of_one_report_are_no_thicket() -> None:
    """Of all ties of twenty copies as many are drawn as hold them together; the others counted."""
    on = desk("ABCDEFGHIJKLMNOPQRST")
    letters = list(on.by_siglum)
    every = [on.copy(a, b, HOLD) for at, a in enumerate(letters) for b in letters[at + 1 :]]
    arcs, words = drawn(record(on, *every))
    assert len(arcs) == 19
    assert f"{190 - 19} further ties" in words


def test_one_witness_has_no_graph() -> None:
    """A single witness has nobody to be tied to."""
    assert 'class="ties"' not in render(record(desk("A")))


def test_the_drawing_speaks() -> None:
    """It is an image with a name and a description, and what it shows stands in the list."""
    (image,) = page(record(desk())).all("svg")
    assert image["role"] == "img"
    assert {image["aria-labelledby"], image["aria-describedby"]} == {"ties-1-t", "ties-1-d"}
    assert "Four witnesses tied to no other." in render(record(desk()))


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "\u202e\x00"])
def test_words_of_sources_stay_words(words: str) -> None:
    """The name of an outlet is no mark-up in the drawing."""
    markup = render(hostile(words))
    assert 'class="ties"' in markup
    assert words not in markup
