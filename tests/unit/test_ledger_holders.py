"""Who has a place by the rules for rows alone, and which places lie in none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.articles import article
from variorum import languages
from variorum.annotate import Annotate
from variorum.annotate.ledger import find_places
from variorum.annotate.placing.lying import may_lie
from variorum.annotate.placing.scenes import Site

HEAD = "News from the region\nOfficials met in Kesteria and in Torvik on Monday.\n"


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("Hours earlier the breakaway region had annexed Torvik.", "annexed breakaway region"),
        (
            "After two days of fighting, and talks, Kesteria has lost Torvik.",
            "does-not-hold Kesteria",
        ),
        ("The army said on Friday it held Torvik.", "holds army"),
        ("Kesteria's battered army has fled Torvik.", "withdrew Kesteria"),
        ("Soldiers fled the town of Torvik.", "withdrew soldiers"),
        ("Residents fled Torvik.", "evacuated residents"),
    ],
)
def test_no_time_has_a_place_and_armed_people_who_flee_withdraw(sentence: str, row: str) -> None:
    """By the rules alone nobody is called ``hours``, and no army that flees is evacuated."""
    read = Annotate()(article(HEAD + sentence, published="2023-05-09"))
    found = find_places(replace(read, places=()), languages.find("en"))
    told = [f"{p.stance or p.predicate} {p.holder}" for p in found if p.span[0] >= len(HEAD)]
    assert told == [row]


def test_a_known_region_lies_only_in_one_that_it_is_part_of() -> None:
    """In a list of regions none lies in the next one, whatever a model says."""
    utah = Site((0, 4), "Utah", "region", ref="iso3166-2:US-UT")
    colorado = Site((5, 13), "Colorado", "region", ref="iso3166-2:US-CO")
    assert not may_lie(utah, colorado)
    assert may_lie(Site((0, 4), "Orem", "city"), utah)
    cornwall = Site((0, 8), "Cornwall", "region", ref="iso3166-2:GB-CON")
    assert may_lie(cornwall, Site((9, 16), "England", "region", ref="iso3166-2:GB-ENG"))


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The village of Torvik is in the hands of the rebels.", "holds"),
        ("The rebels hold the small village of Torvik.", "holds"),
        ("The rebels hold the suburb of Torvik.", "holds"),
        ("The rebels hold most of the village of Torvik.", "holds-in-part"),
        ("The rebels hold a suburb of Torvik.", "holds-in-part"),
        ("The rebels hold the districts of Torvik.", "holds-in-part"),
        ("The rebels hold two villages in Torvik.", "holds-in-part"),
    ],
)
def test_a_place_by_its_kind_and_name_is_no_part_of_itself(sentence: str, row: str) -> None:
    """``The village of Velm`` is Velm, ``a suburb of Velm`` a part of it."""
    read = Annotate()(article(HEAD + sentence, published="2023-05-09"))
    found = [p for p in read.places if p.span[0] >= len(HEAD)]
    assert [(p.stance, p.holder) for p in found] == [(row, "rebels")]
