"""Who is meant by the first person between quote marks, beside what another report tells."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.align.claims import Claim, claims_of
from variorum.align.rarity import rarity
from variorum.align.relating.likeness import compare
from variorum.align.relating.told_of_whom import tell_of_others
from variorum.annotate import Annotate


def claims(text: str, source: str) -> list[Claim]:
    """Return the claims of a report with a headline of its own."""
    return list(claims_of([Annotate()(article(f"Fire in Velm\n{text}", source=source))]))


def are_of_others(said: str, told: str) -> bool:
    """Tell whether the last claim of one report is of others than the first in marks of another."""
    one, other = claims(said, "a.txt"), claims(told, "b.txt")
    spoken = next(claim for claim in one if claim.spoken)
    rare = rarity([claim.keys for claim in group] for group in (one, other))
    pair = (spoken, other[-1])
    return tell_of_others(*pair, compare(*pair, rare))


HALM = "“I lost my house in the fire,” said Greta Halm, a baker."
PETRAK = "“We did not cross the river,” the Ostan general Igor Petrak said."


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        ("Greta Halm lost her house in the fire.", False),
        ("A baker lost her house in the fire.", False),
        ("Halm said she had lost her house in the fire.", False),
        ("Tom Quill lost his house in the fire.", True),
        ("Tom Quill said he had lost his house in the fire.", True),
        ("A teacher lost his house in the fire.", True),
        ("Halm’s brother lost his house in the fire.", True),
        ("“I lost my house in the fire,” said Tom Quill.", True),
        ("“I lost my house in the fire,” said Greta Halm.", False),
    ],
)
def test_i_is_the_one_who_speaks(told: str, apart: bool) -> None:
    """Who is named, or called what the speaker is called, may be the speaker; nobody else is."""
    assert are_of_others(HALM, told) is apart


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        ("Ostan did not cross the river.", False),
        ("Troops did not cross the river.", False),
        ("Petrak said they had not crossed the river.", False),
        ("A teacher did not cross the river.", True),
        ("Mat Brenner said that “we did not cross” the river.", True),
        ("The Velm army did not cross the river.", True),
        ("“We did not cross the river,” said Colonel Mat Brenner of the Velm army.", True),
    ],
)
def test_we_are_those_for_whom_the_speaker_speaks(told: str, apart: bool) -> None:
    """A body of another name than the one beside the speaker is not meant."""
    assert are_of_others(PETRAK, told) is apart


def test_what_is_said_of_others_is_of_others_in_any_mouth() -> None:
    """Without the first person nothing is refused."""
    said = "“The baker lost her house in the fire,” said Tom Quill, a teacher."
    assert not are_of_others(said, "Greta Halm lost her house in the fire.")
