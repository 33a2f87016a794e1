"""What looks like one act of speech and is two: of two speakers, about two things, on two days."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle
from variorum.model.story import Utterance


def read(body: str, source: str, day: str = "2031-05-06") -> AnnotatedArticle:
    """Return an annotated report of one headline."""
    return Annotate()(article(f"Quay news\n{body}", source=source, published=day))


def told(*bodies: str, days: tuple[str, str] = ("2031-05-06", "2031-05-06")) -> list[Utterance]:
    """Return the utterances of two reports."""
    names = ("a.txt", "b.txt")
    found = [read(*row) for row in zip(bodies, names, days, strict=True)]
    return list(find_utterances(found))


LEAK = "“The pipe burst in the frost,” plumber Ida Volk said."


@pytest.mark.parametrize(
    "other",
    [
        "The water board said the pipe did not burst in the frost.",
        "A spokesman for the museum said the pipe had burst in the frost.",
        "Police said the pipe had burst in the frost.",
    ],
)
def test_a_body_beside_a_person_is_another_speaker(other: str) -> None:
    """What one report gives to a person and to a body that is not theirs is said by two."""
    found = told(f"{LEAK}\n{other}", LEAK)
    assert sorted(len(one.prints) for one in found) == [1, 2]
    assert not any(one.variants for one in found)


def test_a_body_speaks_through_its_own() -> None:
    """A word of its name beside the person's says that a body speaks through them."""
    quoted = "“The pipe burst in the frost,” water board engineer Ida Volk said."
    (found,) = told(f"{quoted}\nThe water board said the pipe had burst in the frost.", quoted)
    assert len(found.prints) == 3


HELD = "Harbour master Jon Rask said {}."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the older ferry had been repaired in the yard", "the younger ferry had not been"),
        ("six crates had been lifted from the first wreck", "ten crates had been"),
        ("the northern pier had been closed to anglers", "the southern pier had been"),
    ],
)
def test_two_things_told_side_by_side_are_two(one: str, other: str) -> None:
    """What one report tells of two things in one wording is no variant of the other."""
    ends = {"older": "repaired in the yard", "six": "lifted from the second wreck"}
    end = next((end for word, end in ends.items() if word in one), "closed to anglers")
    found = told(f"{HELD.format(one)}\nRask said {other} {end}.", HELD.format(one))
    assert sorted(len(said.prints) for said in found) == [1, 2]
    assert not any(said.variants for said in found)


def test_other_numbers_of_two_stated_days_are_two() -> None:
    """A count of one day and a count of the next are two acts of speech, and no clash."""
    body = "Mayor Elsa Wynn said on {} that {} families were homeless."
    days = ("2031-05-06", "2031-05-07")
    found = told(body.format("Tuesday", 20), body.format("Wednesday", 35), days=days)
    assert [len(one.prints) for one in found] == [1, 1]


def test_the_same_words_of_two_stated_days_are_one() -> None:
    """Two places may date one act of speech a day apart."""
    body = "Mayor Elsa Wynn said on {} that 20 families were homeless after the flood."
    days = ("2031-05-06", "2031-05-07")
    found = told(body.format("Tuesday"), body.format("Wednesday"), days=days)
    assert [len(one.prints) for one in found] == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coach Tim Olsen said he would not retire.", "Coach Tim Olsen said he would retire."),
        (
            "“We do not rule out selling the ferry to Orrin,” minister Ada Krohn said.",
            "Minister Ada Krohn ruled out selling the ferry to Orrin.",
        ),
        (
            "Minister Ada Krohn refused to rule out a sale of the ferry.",
            "Minister Ada Krohn ruled out a sale of the ferry.",
        ),
    ],
)
def test_plain_reversals_are_paired(one: str, other: str) -> None:
    """A short answer and its denial, an act and the words that name it, are one utterance."""
    (found,) = told(one, other)
    assert ("polarity-reversed", "major") in {(v.kind, v.weight) for v in found.variants}


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("We do not rule out a walkout", True),
        ("We don't rule out a walkout", True),
        ("We rule out a walkout", False),
        ("We do not rule out a merger", False),
    ],
)
def test_an_act_that_is_denied_is_named_by_fewer_words(said: str, same: bool) -> None:
    """Who “did not rule out a walkout” said “We do not rule out a walkout”."""
    found = told(
        f"“{said},” steward Ada Krohn said.", "Steward Ada Krohn did not rule out a walkout."
    )
    assert [len(one.prints) for one in found] == ([2] if same else [1])


def test_an_act_joins_no_other_speech() -> None:
    """What somebody else says of an act is no print of it."""
    found = told(
        "“We do not rule out selling the ferry to Orrin,” minister Ada Krohn said.",
        "Minister Bo Lund ruled out selling the ferry to Orrin.",
    )
    assert [len(one.prints) for one in found] == [1]
