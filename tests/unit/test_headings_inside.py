"""Headings against their text: what is left open, counts and denials; amounts and margins."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.flags import find_flags
from variorum.annotate import Annotate

TAIL = " The board of the port meets again in the spring.\nSchools in the valley stay shut."


def shown(text: str, kind: str) -> list[tuple[str, ...]]:
    """Return the words of each flag of a kind."""
    found = Annotate()(article(text, published="2031-05-12"))
    return [found.article.words(*f.spans) for f in find_flags([found]) if f.kind == kind]


@pytest.mark.parametrize(
    "told",
    [
        "Traders in the harbour called on the council to block lorries.",
        "The harbour council is considering whether to block lorries.",
        "The harbour council could block lorries.",
        "The harbour council has been accused of blocking lorries.",
        "The harbour council plans to block lorries.",
    ],
)
def test_a_heading_tells_as_done_what_is_left_open(told: str) -> None:
    """A request, a thought, a chance, an accusation and a plan are weaker than the deed."""
    text = f"Harbour council blocks lorries\n{told}{TAIL}"
    assert [words[0] for words in shown(text, "headline-stronger")] == [
        "Harbour council blocks lorries"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Harbour council may block lorries\nThe harbour council may block lorries.",
        "Harbour council to block lorries\nThe harbour council plans to block lorries.",
        "Harbour council blocks lorries\nThe harbour council blocks lorries, which may annoy.",
        "Harbour council blocks lorries\nThe harbour council may block lorries. It blocked all.",
        "Will harbour council block lorries?\nThe harbour council may block lorries.",
        "Harbour council wants to block lorries\nThe harbour council wants to block lorries.",
    ],
)
def test_a_heading_that_leaves_it_open_too_is_no_stronger(text: str) -> None:
    """Its own hedge, a "to", a deed told elsewhere or a doubt of another thing clear a heading."""
    assert not shown(text + TAIL, "headline-stronger")


def test_a_count_in_a_heading_is_borne_out() -> None:
    """The only count of villages in the text is another one than the heading's."""
    text = "Four villages ask for a bridge\nThe reeve said there would be a bridge. {}" + TAIL
    said = "“The five villages have waited long,” he said."
    assert shown(text.format(said), "standfirst-against-quotation") == [("Four", "five")]
    told = "The five villages have waited long."
    assert shown(text.format(told), "number-clash") == [("Four", "five")]
    assert not shown(text.format("The five villages and four farms waited."), "number-clash")
    assert not shown(text.format("Five villages wait, and two villages do not."), "number-clash")


def test_an_amount_is_taken_up_with_its_figure() -> None:
    """The loss is that of which another amount was told."""
    text = "Mill in the red\nThe mill made a loss of $3.4 million.\n{} was a shock." + TAIL
    words = [("$3.4 million", "$4.3 million")]
    assert shown(text.format("The $4.3 million loss"), "number-clash") == words
    assert not shown(text.format("The $3.4 million loss"), "number-clash")
    assert not shown(text.format("A $4.3 million loss"), "number-clash")
    assert not shown(text.format("The $4.3 million bill"), "number-clash")
    assert not shown(text.format("The $43 million loss"), "number-clash")


def test_an_amount_told_by_a_verb_is_taken_up_by_its_noun() -> None:
    """Who is jailed for fourteen years has no sentence of twelve."""
    text = "Smuggler jailed\nA smuggler was jailed for fourteen years.\nThe {} was just." + TAIL
    assert shown(text.format("12-year sentence"), "number-clash") == [("fourteen", "12")]
    assert not shown(text.format("14-year sentence"), "number-clash")
    assert not shown(text.format("12-year inquiry"), "number-clash")
    assert not shown(text.format("12-year sentence under the old law"), "number-clash")


def test_a_margin_is_that_of_the_only_result() -> None:
    """Three points part 27 from 24, whatever the trainer says."""
    text = "Kick settles match\nTorrin had a 27-24 win on Saturday.\n{} points between us.{}" + TAIL
    assert shown(text.format("Four", ""), "number-clash") == [("27-24", "Four")]
    assert not shown(text.format("Three", ""), "number-clash")
    assert not shown(text.format("Four", " It was 20-16 at the break."), "number-clash")


def test_a_denial_is_of_what_the_heading_tells() -> None:
    """A heading that denies another thing than the quotation tells is left alone."""
    text = "{}\nThe mayor spoke at length. “The ferry is safe,” she said." + TAIL
    kind = "standfirst-against-quotation"
    assert shown(text.format("Ferry is not safe"), kind)
    assert not shown(text.format("Ferry is safe"), kind)
    assert not shown(text.format("Safe ferry to get crew, no question"), kind)


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Reeve jailed over fraud", "The reeve of Osk was charged with fraud on Friday."),
        ("Osk scraps tram line", "Osk is to delay its tram line by two years."),
        ("Nurse stole pills from ward", "A nurse was accused on Friday of taking pills."),
        (
            "Osk to pay for all school meals",
            "A panel has recommended that Osk should pay for meals.",
        ),
        ("Hundreds killed in Osk quake", "At least nine people died when the earth shook in Osk."),
    ],
)
def test_a_heading_tells_a_higher_rung(heading: str, told: str) -> None:
    """What is charged is not jailed; nor are nine hundreds."""
    assert [words[0] for words in shown(f"{heading}\n{told}{TAIL}", "headline-stronger")] == [
        heading
    ]


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        (
            "Reeve jailed over fraud",
            "The reeve was charged in May. He was sent to prison for a year.",
        ),
        ("Reeve charged, not jailed", "The reeve of Osk was charged with fraud on Friday."),
        ("Reeve may be jailed", "The reeve of Osk was charged with fraud on Friday."),
        ("“Scrap it”: Osk tram line", "Osk is to delay its tram line by two years."),
        ("Hundreds killed in Osk quake", "At least 240 people died when the earth shook in Osk."),
        ("Hundreds killed in Osk quake", "Nine died in Velm and hundreds in Osk itself."),
    ],
)
def test_a_heading_on_its_own_rung_is_no_stronger(heading: str, told: str) -> None:
    """The text says it too, or the heading denies, leaves open or quotes it."""
    assert not shown(f"{heading}\n{told}{TAIL}", "headline-stronger")


@pytest.mark.parametrize(
    ("quoted", "said", "clash"),
    [
        ("never liked this town", "I always liked this town", True),
        ("must go before the winter", "may have to go before the winter", True),
        ("a gift to the poor", "a slap to the poor", True),
        ("driven out by three men", "Nobody has driven me out", True),
        ("never liked this town", "I never liked this town", False),
        ("must go before the winter", "they must go before the winter comes", False),
        ("a gift to the poor", "a slap in the face", False),
    ],
)
def test_words_in_marks_are_those_that_were_said(quoted: str, said: str, clash: bool) -> None:
    """A denial, another force and another word are none of the speaker's."""
    heading = f"Ada Poe says the tolls are “{quoted}”"
    text = f"{heading}\nThe reeve of Osk spoke on Friday.\n“{said},” Ada Poe said.{TAIL}"
    assert bool(shown(text, "standfirst-against-quotation")) is clash


@pytest.mark.parametrize(
    ("told", "clash"),
    [
        ("The apology came late.", True),
        ("Neither village has a doctor.", True),
        ("Both brothers sing.", True),
        ("The other two lorries were empty.", True),
        ("The apology of the mayor came late.", False),
        ("The apology that Osk owes is late.", False),
        ("Neither side gives way.", False),
        ("Both men sing.", False),
    ],
)
def test_what_nothing_told_dangles(told: str, clash: bool) -> None:
    """An apology and a group are told before they are taken up; what is general need not be."""
    text = f"New hall for Osk\nThe hall has forty seats and a stage.\n{told}{TAIL}"
    assert bool(shown(text, "dangling-reference")) is clash
    before = "Two brothers from villages drove lorries. The mayor said sorry."
    assert not shown(text.replace("The hall has", f"{before} The hall has"), "dangling-reference")
