"""On whose word a reading rests: one speaker of two witnesses, or the outlet of the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.stated import relations_of, stated
from variorum.align.origins import find_origins, ties_of
from variorum.model.annotation import AnnotatedArticle, Speaker

DRY = "The reservoir above Ostry lost eleven million litres through a cracked sluice in April."
SPILT = "A cracked sluice lost the reservoir above Ostry eleven million litres of water in April."


def held(
    text: str, holder: str | None, source: str, *, kind: str = "group", outlet: str | None = None
) -> AnnotatedArticle:
    """Return an article that gives its statement to somebody, by role if no name is told."""
    made = stated(text, source=source, outlet=outlet)
    how = "role" if kind == "group" else "named"
    speaker = Speaker(name=holder, kind=kind, span=None, how=how) if holder else None
    told = tuple(replace(statement, holder=speaker) for statement in made.statements)
    return replace(made, statements=told)


def origins(one: AnnotatedArticle, other: AnnotatedArticle) -> tuple[int, set[str]]:
    """Return how many origins what two articles say has, and on what ground."""
    both = (one, other)
    (relation,) = relations_of(both)
    return relation.origins, {
        o.basis for o in find_origins((), (relation,), both, ties_of(both, ()))
    }


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("police", "the police", "group"),
        ("the water board", "the board", "group"),
        ("the board", "a spokeswoman for the board", "group"),
        ("Ada Morn", "Morn", "person"),
        ("Hilm Power", "Hilm Power Ltd", "organisation"),
    ],
)
def test_one_speaker_is_one_origin(first: str, second: str, kind: str) -> None:
    """Whoever said it said it once, by a shorter name too."""
    one, other = held(DRY, first, "a.txt", kind=kind), held(SPILT, second, "b.txt", kind=kind)
    assert origins(one, other) == (1, {"same-speech"})


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("officials", "Officials", "group"),
        ("residents", "some residents", "group"),
        ("an engineer", "an engineer", "group"),
        ("health officials", "officials", "group"),
        ("Doctors", "Doctors at the clinic", "group"),
        ("a spokesman for the builder", "a spokesman for the council", "group"),
        ("Ada Morn", "Bert Morn", "person"),
    ],
)
def test_who_may_be_somebody_else_is_no_speech_of_one(first: str, second: str, kind: str) -> None:
    """People whom several may be, spokesmen of two bodies and two of one family name are two."""
    one, other = held(DRY, first, "a.txt", kind=kind), held(SPILT, second, "b.txt", kind=kind)
    assert origins(one, other) == (2, {"independent"})


@pytest.mark.parametrize("named", ["the Courier", "Esk Courier", "The Esk Courier"])
def test_what_is_given_to_the_outlet_of_the_other_is_from_there(named: str) -> None:
    """``The Courier reported`` makes no second origin beside the Courier's report."""
    one = held(DRY, None, "a.txt", outlet="The Esk Courier")
    other = held(SPILT, named, "b.txt", kind="organisation", outlet="Selm Post")
    assert origins(one, other) == (1, {"credit-line"})


def test_the_newspaper_is_the_one_that_was_named() -> None:
    """After its name an outlet is a newspaper; where none is named it may be any."""
    one = held(DRY, None, "a.txt", outlet="The Esk Courier")
    other = held(f"{SPILT}\nFish were sold.", "the newspaper", "b.txt", outlet="Selm Post")
    assert origins(one, other) == (2, {"independent"})
    first, last = other.statements
    courier = Speaker(name="the Courier", kind="organisation", span=None, how="role")
    cited = replace(other, statements=(first, replace(last, holder=courier)))
    assert origins(one, cited) == (1, {"credit-line"})
    agency = replace(courier, name="the agency")
    cited = replace(cited, statements=(replace(first, holder=agency), cited.statements[1]))
    assert origins(one, cited) == (2, {"independent"})


def test_a_wire_is_credited_by_its_short_name() -> None:
    """Whose dateline names an agency prints that agency's report."""
    one = held("Levels fall\nOSTRY (AP) - Barges lie in mud.\n" + DRY, None, "a.txt")
    other = held(SPILT, "the Associated Press", "b.txt", kind="organisation")
    assert origins(one, other) == (1, {"credit-line"})


@pytest.mark.parametrize("named", ["the Mercury", "Esk Water", "the agency"])
def test_another_outlet_is_not_the_one_of_the_other(named: str) -> None:
    """The words of a third paper, or of a body with part of the name, are not this one's."""
    one = held(DRY, None, "a.txt", outlet="The Esk Courier")
    other = held(SPILT, named, "b.txt", kind="organisation", outlet="Selm Post")
    assert origins(one, other) == (2, {"independent"})


def test_an_outlet_that_is_mentioned_is_not_the_one_that_is_printed() -> None:
    """A paper that tells of an agency does not carry its report."""
    text = DRY + "\nAn editor of the Associated Press was hurt when the sluice fell on her."
    one = held(text, None, "a.txt", outlet="The Esk Courier")
    other = held(SPILT, "the Associated Press", "b.txt", kind="organisation")
    assert origins(one, other) == (2, {"independent"})
