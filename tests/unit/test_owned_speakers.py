"""Two persons who say the same are two, and whose brother somebody is says not who he is."""

from __future__ import annotations

import pytest

from tests.articles import article
from tests.prints import Said, witness
from variorum import languages
from variorum.align.gathering.speakers import Match, match_speakers
from variorum.align.utterances import find_utterances
from variorum.annotate import Annotate
from variorum.model.annotation import Speaker


def speakers(*bodies: str) -> list[str]:
    """Return who speaks each utterance of some reports."""
    read = Annotate()
    made = [
        read(article(f"The mill\n{body}", source=f"{at}.txt")) for at, body in enumerate(bodies)
    ]
    return sorted(found.speaker or "" for found in find_utterances(made))


@pytest.mark.parametrize("form", ["direct", "indirect"])
def test_two_persons_named_in_both_reports_are_two(form: str) -> None:
    """What one report gives to one person and another to another is not one utterance."""
    words = "that the ward would shut for nine weeks"
    told = [
        witness(
            Said(words=words, by=by, form=form), source=f"{by}.txt", before=f"{absent} was there."
        )
        for by, absent in (("Tove Ranki", "Paul Ebbe"), ("Paul Ebbe", "Tove Ranki"))
    ]
    assert len(find_utterances(told)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Surgeon Tove Ranki said the ward was unsafe. Nurse Paul Ebbe was not heard in Esk.",
            "Nurse Paul Ebbe said the ward was unsafe. Surgeon Tove Ranki was not heard in Esk.",
        ),
        (
            "Ruth Amadi’s mother told the inquest the well had been dry since March.",
            "Ruth Amadi told the inquest the well had been dry since March.",
        ),
        (
            "“The horse is lame,” the trainer of Ned Colver said at the track.",
            "“The horse is lame,” Ned Colver said at the track.",
        ),
        (
            "Ned Colver’s parents said the barn had been locked all week.",
            "Ned Colver said the barn had been locked all week.",
        ),
        (
            "Ned Colver owns the barn. His cousin said it had been locked all week.",
            "Ned Colver said it had been locked all week.",
        ),
    ],
)
def test_who_belongs_to_somebody_is_another(one: str, other: str) -> None:
    """The mother, trainer or parents of somebody are printed as themselves."""
    assert len(set(speakers(one, other))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A spokesman for governor Tove Ranki said the dyke would be raised in May.",
            "Governor Tove Ranki said the dyke would be raised in May.",
        ),
        (
            "“We will appeal at once,” said a lawyer for Ruth Amadi.",
            "“We will appeal at once,” said Ruth Amadi.",
        ),
        (
            "Esk Steel’s chairman said the furnace would close in June.",
            "The chairman of Esk Steel said the furnace would close in June.",
        ),
        (
            "Esk Steel’s chairman said the furnace would close in June.",
            "Esk Steel said the furnace would close in June.",
        ),
    ],
)
def test_who_speaks_for_somebody_may_be_one_with_them(one: str, other: str) -> None:
    """A spokesman, and a body beside its head, print the words of one speaker."""
    assert len(speakers(one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other", "matched"),
    [
        ("Ned Colver’s aunt", "Ned Colver", "other"),
        ("Foss’ aunt", "Lena Foss", "other"),
        ("the lawyer of Mr Ned Colver in Esk", "Colver", "other"),
        ("the lawyer for Ned Colver", "Ned Colver", "open"),
        ("Ned Colver’s office", "Ned Colver", "open"),
        ("Ned Colver’s aunt", "Ida Colver", "open"),
        ("Ned Colver’s aunt", "Colver’s aunt", "same"),
        ("Ned Colver’s aunt", "a great aunt of Ned Colver", "open"),
        ("Ned Colver’s aunt", "Ned Colver’s uncle", "unlike"),
        ("Norvia’s premier", "Ada Brandt", "open"),
    ],
)
def test_whose_somebody_is_is_compared(one: str, other: str, matched: Match) -> None:
    """Two are one by what they are to one person; who belongs to somebody is not that person."""
    first, second = (
        Speaker(name=name, kind="person", span=None, how="named" if name.istitle() else "role")
        for name in (one, other)
    )
    assert match_speakers(first, second, languages.find("en")) == matched
    assert match_speakers(second, first, languages.find("en")) == matched
