"""Prints of one report: told from reports that share only an event, or words that were spoken."""

from __future__ import annotations

from tests.stated import relations_of, stated
from variorum.align.rewrites import find_rewrites

REPORT = """Slide shuts valley road
A slide of mud and rock shut the road between Corvane and Torvik early on Friday morning.
Rangers led eleven hikers down through the forest and counted three damaged barns.
The council will send two diggers and hopes to clear one lane before the market opens.
Engineers found a broken drain above the quarry, which had been repaired with planks."""
REWORDED = """Mud blocks way to Torvik
A slide of mud and rock blocked the road between Corvane and Torvik early on Friday.
Rangers led eleven hikers down through the woods and counted three damaged barns.
The council sends two diggers and hopes to clear one lane before the market opens.
Engineers found a broken drain above the quarry, once repaired with planks."""
OWN = """Villagers walk to market
Petra Lunde carried her cheeses over the pass, because no bus came from Torvik on Friday.
She had heard the slide at night and thought of thunder, like everybody in her street.
Shops in Corvane ran out of bread by noon, and the baker lent his mule to the doctor.
Nobody could say when the bus company would drive again or who would pay for taxis."""


def test_a_reworded_print_is_the_same_report() -> None:
    """Words changed here and there leave runs of three and most rarer words."""
    one, other = stated(REPORT), stated(REWORDED, source="b.txt")
    pair = tuple(sorted((one.article.id, other.article.id)))
    assert find_rewrites([one, other]) == find_rewrites([other, one]) == {pair}


def test_another_report_of_the_event_is_not() -> None:
    """Places and days in common make no print of one report; nor do few words."""
    one = stated(REPORT)
    assert not find_rewrites([one, stated(OWN, source="b.txt")])
    assert not find_rewrites([stated("Slide\nMud fell."), stated("Slide!\nMud fell.")])


def test_words_inside_quotation_marks_are_left_out() -> None:
    """Two reporters who print one speech make two reports."""
    speech = " ".join(REPORT.split("\n")[1:])
    one = stated(OWN + f"\n“{speech}”")
    other = stated(f"Road closed\nMayor Odd Brenn spoke on the square.\n“{speech}”", source="b.txt")
    assert not find_rewrites([one, other])


def test_what_prints_of_one_report_share_has_one_origin() -> None:
    """A relation of two prints of one report counts one origin, in whatever words."""
    found = relations_of((stated(REPORT), stated(REWORDED, source="b.txt")))
    assert found
    assert {relation.origins for relation in found} == {1}
