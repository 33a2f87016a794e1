"""How plain statements stand that differ in one thing: a time, a part, an order, who acts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.standing import FIRST_DAY, LATER, NEXT_DAY, joined, told
from tests.stated import FILLER, pair, related, stated
from variorum.align.claims import claims_of
from variorum.align.relating.leading import count_alike
from variorum.align.relating.verdicts import Verdict
from variorum.model.annotation import AnnotatedArticle
from variorum.model.story import Relation


def _on_one_day(one: str, other: str) -> Verdict | None:
    return joined(one, other, published=(FIRST_DAY, FIRST_DAY))


def test_figures_of_a_time_gone_by_and_of_today() -> None:
    """A figure of a year gone by may be true beside one of today, and one of another year."""
    one, other = "The mill employed 40 weavers in 2001.", "The mill now employs 60 weavers."
    times = [("2001", "2001")]
    found = joined(
        one, f"{other}\n2001 was dry.", published=(FIRST_DAY, FIRST_DAY), times=times, certain=0.9
    )
    assert told(found) == ("other-time", 0)
    assert found is not None
    assert found.finding == "sentences alike: 0.90; number 40 ≠ 60; 2001; now"


@pytest.mark.parametrize(
    ("one", "other", "days", "relation"),
    [
        ("The fishermen are on strike.", "The fishermen ended their strike.", LATER, "other-time"),
        ("The fishermen are on strike.", "The fishermen ended their strike.", FIRST_DAY, None),
        ("The strike was called off.", "The strike is in its third week.", LATER, None),
    ],
)
def test_what_has_ended(one: str, other: str, days: str, relation: str | None) -> None:
    """What went on has ended by a later report; of one day, or the other way round, nothing."""
    found = joined(one, other, published=(FIRST_DAY, days))
    assert (found and found.relation) == relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("All 6 kilns were cold.", "6 kilns were cold.", "same"),
        ("All kilns in the valley were cold.", "6 kilns in the city were cold.", "other-scope"),
        ("All kilns were cold.", "6 kilns were cold.", "stronger"),
        ("All kilns were cold.", "6 of the 12 kilns were cold.", "incompatible"),
        ("Bread is dear throughout the province.", "Bread is dear in the town of Velm.", "broader"),
    ],
)
def test_all_beside_some(one: str, other: str, relation: str) -> None:
    """All of a kind is more than some of them, excludes some of so many, or is of another place."""
    found = _on_one_day(one, other)
    assert found is not None
    assert found.relation == relation


def test_an_order_is_stronger_than_a_request() -> None:
    """Who is ordered to go is also asked to; who orders something else is not compared."""
    one, other = "The mayor urged tenants to leave.", "The mayor ordered tenants to leave."
    assert told(_on_one_day(one, other)) == ("stronger", 1)
    assert told(_on_one_day(other, one)) == ("stronger", 0)
    found = _on_one_day(one, "The mayor ordered tenants to pay.")
    assert found is None or found.relation != "stronger"


def test_an_irregular_verb_is_denied_as_a_regular_one() -> None:
    """What is denied in another tense is the same act."""
    both = "The guard saw the thief.", "The guard did not see the thief."
    assert told(_on_one_day(*both)) == ("incompatible", 0)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Potters earn 40 crowns.", "Weavers earn 60 crowns.", None),
        ("12 people were killed in the fire.", "14 people were killed.", "incompatible"),
        ("12 people were killed in a barn.", "14 people were killed.", None),
    ],
)
def test_figures_of_others_exclude_nothing(one: str, other: str, relation: str | None) -> None:
    """Nor do those of a place that one tells alone; what the report is about is no place."""
    found = _on_one_day(one, other)
    assert (found and found.relation) == relation


def test_figures_of_two_groups_are_of_other_scopes() -> None:
    """Where all but a group and its figure is shared, neither figure excludes the other."""
    one = "Rents rose by 12 crowns among tenants in spring."
    found = pair(one, "Rents among widows rose by 14 crowns in spring.")
    assert [relation.relation for relation in found] == ["other-scope"]


def test_what_may_have_changed_overnight_is_no_clash() -> None:
    """A count that is told as it is now may be another one on the next day."""
    both = "The fire has burned 300 barns.", "The fire has burned 390 barns."
    found = joined(*both, published=(FIRST_DAY, NEXT_DAY))
    assert found is None or found.relation != "incompatible"


def _shown(item: AnnotatedArticle, relations: Sequence[Relation]) -> list[str]:
    text = item.article.text
    rows = [r for one in relations for r in one.readings if r.witness == item.article.id]
    return [text[start:end] for row in rows for start, end in row.spans]


def test_two_reports_that_lead_with_a_toll_count_one_event() -> None:
    """The first counts of one fate are joined in whatever words, another event's are not."""
    one = stated(f"A slide buried an inn.{FILLER}12 people died.", source="a.txt")
    other, far = (
        stated(f"The ice left {toll} dead.\nAn inn is gone.{FILLER}", source="b.txt")
        for toll in (14, 90)
    )
    assert "The ice left 14 dead." in _shown(other, related(one, other))
    assert "The ice left 90 dead." not in _shown(far, related(one, far))


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("They hired 12 weavers.", "14 weavers found work.", True),
        ("They hired 12 weavers.", "30 weavers found work.", False),
        ("They hired 12 weavers.", "14 potters found work.", False),
        ("They waited 12 days.", "It took 14 days.", False),
    ],
)
def test_what_each_counts_but_once(one: str, other: str, *, alike: bool) -> None:
    """What both count once, and nearly alike, may be one thing; lengths of time are many things."""
    claims = claims_of((stated(one, source="a.txt"), stated(other, source="b.txt")))
    assert count_alike((0,), (1,), claims) == (frozenset({(0, 1)}) if alike else frozenset())


def test_a_toll_that_rose_is_of_another_time() -> None:
    """A count that is told to have grown is not the bound that it outgrew."""
    one = "The death toll rose to 85.", "The flood killed at least 84 people."
    assert told(joined(*one)) == ("other-time", 0)
    assert told(joined("The death toll is 85.", one[1])) != ("other-time", 0)


def test_a_count_on_the_way_excludes_no_other() -> None:
    """Of votes that are still counted each report tells another part."""
    one = "With 64% of votes counted by noon the Reds led in the whole valley."
    assert pair(one, one.replace("64", "37")) == []


def test_figures_of_a_place_that_one_tells_alone_exclude_nothing() -> None:
    """Shops in the harbour, and guests from abroad, may be some that the other counts."""
    for one, other in (
        ("Bolan will close 12 shops in the harbour.", "Bolan will close 40 shops."),
        ("Velm had 300 guests from abroad.", "Velm had 900 guests."),
    ):
        assert "incompatible" not in [found.relation for found in pair(one, other)]
