"""The rows of the ledger of places as the rules read them, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.articles import article
from tests.growth import growth
from variorum import languages
from variorum.annotate import Annotate
from variorum.annotate.ledger import find_places
from variorum.annotate.sentences import find_sentences
from variorum.model.annotation import AnnotatedArticle, Mention, Place

HEAD = "News from the region\nOfficials met in Kesteria and in Torvik on Monday.\n"
ROWS = [
    ("Torvik is claimed by Kesteria.", "claims Kesteria"),
    ("Kesteria regards Torvik as part of its territory.", "claims Kesteria"),
    ("Kesteria lays claim to Torvik.", "claims Kesteria"),
    ("Torvik was annexed by Kesteria in 2014.", "annexed Kesteria"),
    ("Kesteria's annexation of Torvik in 2014 was condemned.", "annexed Kesteria"),
    ("Kesteria announced the annexation of Torvik.", "proclaims-annexed Kesteria"),
    ("Kesteria declared Torvik its territory.", "proclaims-annexed Kesteria"),
    ("Torvik, which has been held by separatists since 2014, was calm.", "holds separatists"),
    ("The rebel-held town of Torvik was quiet.", "holds rebels"),
    ("Torvik, a rebel stronghold, had no water.", "holds rebels"),
    ("Kesterian forces captured Torvik on Tuesday.", "holds Kesteria"),
    ("Rebels took over Torvik on Friday.", "holds rebels"),
    ("Torvik was taken over by Kesteria in 2014.", "holds Kesteria"),
    ("Rebels control most of Torvik.", "holds-in-part rebels"),
    ("Half of Torvik is in rebel hands.", "holds-in-part rebels"),
    ("Kesteria does not control all of Torvik.", "holds-in-part Kesteria"),
    ("The army has lost control of Torvik.", "does-not-hold army"),
    ("Government troops have driven the rebels out of Torvik.", "does-not-hold rebels"),
    ("Torvik is no longer in the hands of rebels.", "does-not-hold rebels"),
    ("Torvik fell on Friday.", "does-not-hold"),
    ("The withdrawal of Kesterian troops from Torvik was complete.", "withdrew Kesteria"),
    ("Rebels abandoned Torvik on Monday.", "withdrew rebels"),
    ("After retaking Torvik, the army rested.", "retook army"),
    ("The army regained control of Torvik.", "retook army"),
    ("Rockets were fired at Torvik from the hills.", "attacks"),
    ("Gunmen stormed a hotel in Torvik, killing five.", "attacks gunmen"),
    ("1,500 soldiers stormed Torvik.", "attacks 1,500 soldiers"),
    ("A drone strike killed three in Torvik.", "attacks"),
    ("Torvik has been under siege since March.", "attacks"),
    ("Hurricane Bert made landfall in Torvik.", "struck Hurricane Bert"),
    ("A magnitude 6 quake rattled Torvik.", "struck"),
    ("Much of Torvik lay under water.", "flooded"),
    ("Dozens of homes in Torvik were flooded.", "flooded"),
    ("A bridge in Torvik was badly damaged.", "damaged"),
    ("Torvik Bridge suffered heavy damage.", "damaged"),
    ("The blaze reduced the mill in Torvik to ashes.", "destroyed"),
    ("More than 300 homes were destroyed in Torvik.", "destroyed"),
    ("Residents of Torvik were ordered to leave their homes.", "evacuated"),
    ("Officials ordered the evacuation of Torvik.", "evacuated officials"),
    ("Thousands of residents of Torvik fled their homes on Sunday.", "evacuated"),
    ("Wildfires forced 300 people from their homes in Torvik.", "evacuated"),
    ("Families were told to leave Torvik.", "evacuated"),
    ("Schools in Torvik stayed closed.", "closed"),
    ("The fire consumed 30 houses in Torvik.", "destroyed"),
    ("The quake toppled chimneys in Torvik.", "damaged"),
    ("A tornado touched down in Torvik.", "struck"),
    ("Floodwaters rose in Torvik overnight.", "flooded"),
    ("Kesterian forces surrounded Torvik.", "attacks Kesteria"),
    ("The firm will close its factory in Torvik in June.", "closed firm"),
    ("Work at the mine in Torvik has stopped.", "closed"),
    ("The museum in Torvik opened its doors in May.", "opened"),
    ("Torvik Bridge is open again.", "reopened"),
    ("Schools in Torvik reopened on Monday.", "reopened"),
    ("Farmers blocked roads in Torvik.", "blocked farmers"),
    ("Torvik has been cut off by snow.", "blocked"),
    ("The Greens lead in Torvik with 40 per cent of the vote in the election.", "leads Greens"),
    ("Ulla slammed into Torvik a day after Hurricane Ulla was named.", "struck Ulla"),
    ("The quake-hit town of Torvik was calm.", "struck"),
    ("Ulla was the worst storm to hit Torvik in years.", "struck"),
    ("A suicide attack in Torvik killed three.", "attacks"),
    ("Dozens of shells fell in Torvik.", "attacks"),
    ("Grenades were thrown from Lund into Torvik.", "attacks"),
    ("The army resumed its bombardment of Torvik.", "attacks army"),
    ("Torvik, annexed by Kesteria in 2014, was calm.", "annexed Kesteria"),
    ("The Echo's offices in Torvik were evacuated.", "evacuated"),
    ("Families were forced to flee their homes in Torvik.", "evacuated"),
    ("Anna Bell was elected mayor of Torvik in the election.", "won Anna Bell"),
]
PLACED = [
    "The village of Torvik in Kesteria is small.",
    "Torvik, a town in northern Kesteria, is small.",
    "Kesteria, which includes Torvik, is large.",
    "Torvik lies in Kesteria.",
    "Kesteria's second city, Torvik, is small.",
    "Torvik is the capital of Kesteria.",
]
NOTHING = [
    "The Kesterian army could take Torvik.",
    "The army denied that it had shelled Torvik.",
    "Kesteria may annex Torvik.",
    "Kesteria has not annexed Torvik.",
    "The army wants to retake Torvik.",
    "If the rebels take Torvik, the road is lost.",
    "The army was accused of planning to bomb Torvik.",
    "The general warned that the rebels would attack Torvik.",
    "Torvik could be flooded.",
    "Torvik was not damaged.",
    "The storm passed near Torvik.",
    "The minister called for the evacuation of Torvik.",
    "Claims for damage in May rose in Torvik.",
    "The bank opened talks in Torvik.",
    "He opened a bottle in Torvik.",
    "The market in Torvik closed higher.",
    "Police took a man in Torvik to a cell.",
    "The police seized drugs in Torvik.",
    "The minister held a meeting in Torvik.",
    "The court in Torvik struck down the law.",
    "Anna Bell left Torvik for Lund.",
    "A man was attacked in Torvik.",
    "She won a lottery in Torvik.",
    "About 500 dock workers went on strike in Torvik over pay.",
    "A strike over pay hit Torvik on Monday.",
    "Mine collapse kills three in Torvik.",
    "A storm killed three people in Torvik.",
    "A hurricane is expected to make landfall in Torvik.",
    "A man had a heart attack in Torvik.",
    "The army plans to launch an attack on Torvik.",
    "He claimed the rent of a Torvik flat.",
    "Critics flooded Torvik with letters.",
    "Torvik is surrounded by water.",
    "A bomb went off ten miles west of Torvik.",
    "The talks took place in Torvik while rebels took part.",
    "Kesteria announced the withdrawal of its troops from Torvik.",
    "The minister urged the rebels to allow peace by a withdrawal of troops from Torvik.",
    "The hospital in Torvik opened a canteen.",
    "The defeat left Torvik with a choice.",
]


def read(sentence: str) -> AnnotatedArticle:
    """Return a text of one sentence behind a few that name its places."""
    found = Annotate()(article(HEAD + sentence, published="2023-05-09", outlet="Echo"))
    return replace(found, places=find_places(found, languages.find("en")))


def rows(sentence: str) -> list[Place]:
    """Return the rows of a sentence."""
    return [place for place in read(sentence).places if place.span[0] >= len(HEAD)]


def told(sentence: str) -> list[str]:
    """Return stances and predicates with their holders, without where the places lie."""
    kinds = [(p.stance or p.predicate or "", p.holder or "") for p in rows(sentence)]
    return [" ".join(filter(None, pair)) for pair in kinds if pair[0] != "located-in"]


@pytest.mark.parametrize(("sentence", "row"), ROWS)
def test_a_sentence_gives_its_row(sentence: str, row: str) -> None:
    """Each stance and predicate is read in several of its wordings, with who has the place."""
    assert told(sentence) == [row]


@pytest.mark.parametrize("sentence", PLACED)
def test_a_place_lies_in_another(sentence: str) -> None:
    """The words that put one named place in another make a row."""
    found = [(p.place, p.holder) for p in rows(sentence) if p.predicate == "located-in"]
    assert found == [("Torvik", "Kesteria")]


def test_what_a_city_lies_in_may_end_a_list() -> None:
    """A comma between a city and its region makes a pair also where a conjunction follows."""
    found = rows("The mills stand near Waco, Texas, and Ogden, Utah.")
    assert [(p.place, p.holder) for p in found] == [("Waco", "Texas"), ("Ogden", "Utah")]


def test_a_dateline_in_capitals_puts_no_place_in_another() -> None:
    """Where a text was written is no row, whatever sign follows."""
    assert rows("TORVIK, Kesteria The council met.") == []


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_look_alike_gives_no_row(sentence: str) -> None:
    """What may be, is wished, denied or only near, and other senses of the verbs, give none."""
    assert told(sentence) == []


def test_a_common_noun_with_a_capital_is_no_place() -> None:
    """A word that the text has in small letters too is no name at the head of a headline."""
    body = "The housing {} fell on Thursday."
    made = [article(f"Rebels seize Levy\n{body.format(word)}") for word in ("levy", "tax")]
    assert [[p.place for p in Annotate()(one).places] for one in made] == [[], ["Levy"]]


def test_two_states_that_claim_a_place_have_a_row_each() -> None:
    """Nothing is merged: both claims stand side by side."""
    assert told("Kesteria and Norland both claim Torvik.") == ["claims Kesteria", "claims Norland"]


def test_a_noun_stands_for_the_places_listed_before_it() -> None:
    """What is said of ``those regions`` is said of each of the places in the list."""
    listed = "Rebels met in the regions of Orsa, Pell, Mirrow and Tarn. "
    places = rows(listed + "Kesteria proclaimed it had annexed those regions.")
    found = [p.place for p in places if p.stance == "proclaims-annexed"]
    assert sorted(found) == ["Mirrow", "Orsa", "Pell", "Tarn"]
    assert len({p.id for p in places}) == len(places)


def test_a_row_names_its_source_and_time() -> None:
    """The speaker of the attribution around a clause says it, the clause's own time dates it."""
    (row,) = rows("Rebels seized Torvik on Friday, Mayor Jan Bo said.")
    assert row.said_by is not None
    assert (row.said_by.name, row.edtf) == ("Jan Bo", "2023-05-05")


def test_what_is_part_of_a_state_is_a_claim_of_the_one_who_says_so() -> None:
    """In a quotation it is a claim, in the narrator's words it is where the place lies."""
    assert told('"Torvik is part of Kesteria," the minister, Jan Bo, said.') == ["claims Kesteria"]
    (row,) = rows("Torvik is part of Kesteria.")
    assert row.predicate == "located-in"


def test_statements_name_their_rows() -> None:
    """A statement holds the ids of the rows whose places lie in its words."""
    found = read("Rebels seized Torvik on Friday.")
    (row,) = found.places
    assert [s.places for s in found.statements][-1] == (row.id,)


def test_an_unread_language_gives_no_rows() -> None:
    """Without the words of a language nothing is said of its places."""
    text = article("Nachrichten\nDie Rebellen haben Torvik eingenommen.", language="de")
    assert Annotate()(text).places == ()


@pytest.mark.parametrize(
    "piece",
    [
        "Rebels seized Torvik and ",
        "annexed ",
        "the annexation of Torvik, ",
        "Torvik, ",
        "Torvik in ",
        "those regions – ",
        "under the control of ",
        "It said that it held Torvik. ",
        "Kesterian troops left Torvik. ",
        "“Torvik is ours,” Jan Bo said. ",
    ],
)
def test_rows_are_found_in_linear_time(piece: str) -> None:
    """Three times the text takes about three times as long, however it is made."""

    def rows(count: int) -> Callable[[], object]:
        found = replace(read(""), places=(), statements=())
        text = HEAD + piece * count
        long = article(text, published="2023-05-09")
        sentences = find_sentences(long, (), languages.find("en"))
        mentions = tuple(
            Mention(witness=long.id, span=match.span(), kind="place", name=match[0])
            for match in re.finditer("Torvik|Kesterian|Jan Bo", text)
        )
        item = replace(found, article=long, sentences=sentences, mentions=mentions, quotations=())
        return lambda: find_places(replace(item, times=()), languages.find("en"))

    rows(10)()
    assert growth(rows(500), rows(1500), 8, floor=0.025) < 8


def test_a_firm_that_takes_over_another_holds_no_place() -> None:
    """A name that is no place, no people and nothing armed takes over a firm, not a town."""
    found = Annotate()(article("News\nOsk Foods has taken over Velm, a rival, for $2m."))
    assert not find_places(found, languages.find("en"))


def test_no_town_lies_in_a_street() -> None:
    """A street in a town is no place around it."""
    for town in ("Torvik", "Port Torvik"):
        found = read(f"In {town}, the advice centre in Quay Street helps on Mondays.")
        assert not [place for place in found.places if place.predicate == "located-in"]
