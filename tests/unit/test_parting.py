"""Claims that share most of their words and tell of two things are not the same, nor stronger."""

from __future__ import annotations

import pytest

from tests.standing import FIRST_DAY, joined, told
from tests.stated import pair

SURE = 0.9


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Orley hall was opened by the queen.", "The Orley hall was opened by the mayor."),
        ("The duty on sugar will double in May.", "The duty on paint will double in May."),
        ("The statue was lent by the Orn Trust.", "The statue was lent by the bank Velmco."),
        ("The drowned man was named as Odd Brenn.", "The drowned man was named as Ivo Tarn."),
        ("Ada Brill bought a villa in Velm.", "Ada Brill bought a house and a villa in Orley."),
        ("The owner of the quarry was fined.", "The manager of the quarry was fined."),
        ("Kelda lost a man in the 12th minute.", "Kelda lost a man in the 21st minute."),
        ("Torp won the first leg of the tie.", "Torp lost the second leg of the tie."),
        ("4 barns were flooded at Orley.", "4 lanes were flooded at Orley."),
        ("The Orley blast hurt 12 clerks.", "The Orley blast killed 14 cooks."),
        ("Rebels tried to storm the Orley barracks.", "Rebels stormed the Orley barracks."),
        ("Rebels tried to enter Orley.", "Rebels came close to seizing Orley."),
    ],
)
def test_two_things_in_one_place_are_no_one_statement(one: str, other: str) -> None:
    """Another agent, object, person, head, rank, count, fate, or what was only tried, parts two."""
    days = FIRST_DAY, FIRST_DAY
    assert joined(one, other, published=days, certain=SURE) is None
    held = joined(one, other, published=days, certain=SURE, modality=("fact", "claimed"))
    assert held is None
    assert pair(f"{one}\n", f"{other}\n") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Odd Brenn died in the Orley blast.", "Odd Brenn died in the Orley explosion."),
        ("A driver was shot by police on Monday.", "A driver was shot by officers on Monday."),
        ("The 9th court upheld the ban on kites.", "The ninth court upheld the ban on kites."),
        ("The match on Friday was won by Torp.", "The match was won by Torp in the rain."),
    ],
)
def test_one_thing_under_two_words_is_still_one(one: str, other: str) -> None:
    """An occasion, a body or a rank in other words, and what only one tells, part nothing."""
    assert told(joined(one, other, certain=SURE)) == ("same", 0)


def test_figures_of_two_things_are_of_other_scopes() -> None:
    """What rises by one figure for one group and by another for another group does not clash."""
    found = joined(
        "The fee for divers is 14 florins.", "The fee for rowers is 19 florins.", certain=SURE
    )
    assert told(found) == ("other-scope", 0)
    assert found is not None
    assert found.finding is not None
    assert found.finding.endswith("divers ≠ rowers")


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The Orley mill was spared.", "The Orley mill was torn down.", "incompatible"),
        ("Judges upheld the ban.", "Judges struck down the ban.", "incompatible"),
        ("Members voted down a merger.", "Members approved a merger.", "incompatible"),
        ("Orley well is clean.", "Orley well is foul.", "incompatible"),
        ("Ada Brill will stay at work.", "Ada Brill will leave work.", "incompatible"),
        ("Ada Brill was arrested.", "Ada Brill was released.", None),
        ("The talks in Orley began.", "The talks in Orley ended.", None),
        ("Ada Brill will stay at the works.", "Ada Brill stood down at the works.", None),
    ],
)
def test_phrases_exclude_one_another_and_stages_do_not(
    one: str, other: str, relation: str | None
) -> None:
    """What is said by a phrase excludes as a word does; of two stages neither denies the other."""
    plans = tuple("planned" if " will " in text else "fact" for text in (one, other))
    found = joined(
        one, other, modality=(plans[0], plans[1]), published=(FIRST_DAY, FIRST_DAY), certain=SURE
    )
    assert (found and found.relation) == relation
