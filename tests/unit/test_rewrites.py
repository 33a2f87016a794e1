"""Prints of one report: told from reports that share only an event, or words that were spoken."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.articles import article
from tests.stated import relations_of, stated
from variorum.align.origins import find_origins, ties_of
from variorum.align.tracing.retellings import Measures, Telling, measures, retells
from variorum.align.tracing.rewrites import find_rewrites, wordings
from variorum.annotate import Annotate
from variorum.model.annotation import AnnotatedArticle, Mention

REPORT = """Slide shuts valley road
A slide of mud and rock shut the road between Corvane and Torvik early on Friday morning.
Rangers led twelve hikers down through the forest and counted six damaged barns.
The council will send two diggers and hopes to clear one lane before the market opens.
Engineers found a broken drain above the quarry, which had been repaired with planks."""
REWORDED = """Mud blocks way to Torvik
A slide of mud and rock blocked the road between Corvane and Torvik early on Friday.
Rangers led twelve hikers down through the woods and counted six damaged barns.
The council sends two diggers and hopes to clear one lane before the market opens.
Engineers found a broken drain above the quarry, once repaired with planks."""
OWN = """Villagers walk to market
Petra Lunde carried her cheeses over the pass, because no bus came from Torvik on Friday.
She had heard the slide at night and thought of thunder, like everybody in her street.
Shops in Corvane ran out of bread by noon, and the baker lent his mule to the doctor.
Nobody could say when the bus company would drive again or who would pay for taxis."""


NAMES = r"Corvane|Torvik|Jana Tove|Lower Selm|Pit Arno|Ada Morn|Hilm|Bert Falk|Ostry"


def told(text: str, source: str = "a.txt") -> AnnotatedArticle:
    """Return an article of which every line is a sentence, with its names."""
    one = stated(text, source=source)
    names = tuple(
        Mention(witness=one.article.id, span=found.span(), kind="place", name=found[0])
        for found in re.finditer(NAMES, text)
    )
    sentences = tuple(block.span for block in one.article.blocks)
    return replace(one, sentences=sentences, mentions=names)


def test_a_reworded_print_is_the_same_report() -> None:
    """Words changed here and there leave runs of three and most rarer words."""
    one, other = told(REPORT), told(REWORDED, "b.txt")
    pair = tuple(sorted((one.article.id, other.article.id)))
    assert find_rewrites([one, other]) == find_rewrites([other, one]) == {pair}


RETOLD = """Ramblers trapped as hillside gives way
Boots were the only way out of Torvik for twelve ramblers once mud had shut the lane from Corvane.
A battering for six farm sheds, wardens reckon after guiding the party through the trees.
Two excavators are on order from the town hall, whose hope is a single track by market time.
Somebody had patched a cracked pipe above the quarry with planks, inspectors say."""


def test_a_report_retold_in_other_words_is_the_same_report() -> None:
    """Who has no name and no figure of his own, and tells all in one order, retells."""
    one, other = told(REPORT), told(RETOLD, "b.txt")
    assert find_rewrites([one, other]) == {tuple(sorted((one.article.id, other.article.id)))}


def test_a_retelling_keeps_the_order() -> None:
    """The same matter in another order is told by another reporter."""
    title, *lines = RETOLD.split("\n")
    turned = "\n".join([title, *reversed(lines)])
    assert not find_rewrites([told(REPORT), told(turned, "b.txt")])


def test_a_retelling_has_no_names_of_its_own() -> None:
    """A reporter who knows people that the other does not was there."""
    own = RETOLD.replace("wardens reckon", "Jana Tove and Pit Arno of Lower Selm reckon")
    assert not find_rewrites([told(REPORT), told(own, "b.txt")])


def test_reporters_who_each_know_somebody_else_are_two() -> None:
    """Who retells leaves people out, and adds none; a name in another spelling is no other."""
    (first, *_), (second, *_) = wordings([told(REPORT)]), wordings([told(RETOLD, "b.txt")])
    one, other = first.telling, second.telling
    tove = replace(one, people=frozenset({"tovesson"}), words=one.words | {"tovesson"})
    arno = replace(other, people=frozenset({"arno"}), words=other.words | {"arno"})
    assert retells(tove, other)
    assert retells(one, arno)
    assert not retells(tove, arno)
    assert not retells(arno, tove)
    both = replace(arno, words=arno.words | {"tovesen"})
    assert retells(tove, both)


def test_people_are_those_who_are_named_in_full() -> None:
    """One word may be a place or a first name; a title is no part of a name."""
    text = "Slide\nCouncillor Jana Tove’s digger came; Arno came with it."
    made = told(text)
    named = [("Jana Tove", "person"), ("Arno", "person"), ("Corvane Hill", "place")]
    found = [Mention(witness=made.article.id, span=(0, 5), kind=k, name=n) for n, k in named]
    (wording,) = wordings([replace(made, mentions=tuple(found))])
    assert wording.telling.people == {"tove"}
    assert "tove" in wording.telling.words


def test_shared_furniture_is_no_report() -> None:
    """Two pages that print the same lines around their news name other people in it."""
    lines = "\n".join(REPORT.split("\n")[3:])
    one = f"Kite stuck\nAda Morn of Hilm lost her kite in a tree.\n{lines}".replace("Torvik", "")
    other = f"Goose won\nBert Falk of Ostry took home a goose.\n{lines}".replace("Corvane", "")
    assert not find_rewrites([told(one), told(other, "b.txt")])


def test_another_report_of_the_event_is_not() -> None:
    """Places and days in common make no print of one report; nor do few words."""
    one = stated(REPORT)
    assert not find_rewrites([one, stated(OWN, source="b.txt")])
    assert not find_rewrites([stated("Slide\nMud fell."), stated("Slide!\nMud fell.")])


def test_one_official_in_two_short_reports_does_not_make_one() -> None:
    """A title, a name and a verb of speech that both have, and a place or two, are no report."""
    said = "The head of the Lower Selm Roads Department, Jana Tove, said that"
    one = f"""Slide shuts valley road
A big slide of mud shut the valley of Corvane on Friday night, and two cows were killed.
{said} diggers were coming.
The lane from Corvane to Torvik was buried under mud."""
    other = f"""Cracks found in quarry wall
Inspectors have found cracks in the quarry above the valley of Corvane, hit by mud on Friday.
Five cows are now thought to be dead.
{said} she would go.
The lane to Corvane is still buried."""
    found = [Annotate()(article(one)), Annotate()(article(other, source="b.txt"))]
    assert not find_rewrites(found)


def test_three_prints_of_one_report_are_all_one() -> None:
    """A copy, a cut copy and a reworded one are tied two by two."""
    cut = told(REPORT.rsplit("\n", 1)[0], "c.txt")
    assert len(find_rewrites([told(REPORT), told(REWORDED, "b.txt"), cut])) == 3


LONG = """A week in the valley
Corvane slept badly: a slide of mud and rock had come down on the road to Torvik on Friday.
In Torvik the early market was to open as ever: the council hopes to clear one lane between them.
Twelve people walked the forest path, hikers from the coast, and rangers counted them off the hill.
Six damaged barns stand at Lower Selm, and Jana Tove has lost the roof of a seventh.
Two years ago a drain above her field broke, and she repaired it herself, with planks and a rope.
Engineers will send two diggers to the quarry before the rain comes in the morning.
Ada Morn keeps the inn, and she let forty guests sleep on straw, and charged nobody."""


def test_a_long_text_that_holds_the_words_of_a_short_one_is_another_report() -> None:
    """On one subject a long report has most words of any short one, and is like none of it."""
    brief = told("\n".join(REPORT.split("\n")[:4]))
    assert not find_rewrites([brief, told(LONG, "b.txt")])


def test_a_match_is_the_best_of_both_sentences() -> None:
    """Two sentences that are nearest to one of the other text are one match, and not two."""
    first = frozenset({"ranger", "count", "barns", "valley"})
    again = frozenset({"ranger", "count", "sheep", "evening"})
    other = frozenset({"council", "hires", "digger", "monday"})
    names = frozenset({"torvik", "corvane"})
    one = Telling(names, frozenset({"6", "12"}), (first, other, again))
    brief = Telling(names, frozenset({"6"}), (first, other))
    assert measures(one, one) == Measures(1.0, 1.0, 1.0, 1.0)
    assert measures(one, brief) == measures(brief, one) == Measures(1.0, 1.0, 1.0, 1.0)
    twice = Telling(names, frozenset(), (first, again))
    assert measures(twice, Telling(names, frozenset(), (first, other))).matched == 0.5
    assert measures(twice, Telling(frozenset(), frozenset(), ())) == Measures(0.0, 0.0, 0.0, 0.0)


def test_two_sentences_are_too_few_for_a_retelling() -> None:
    """Briefs of two sentences on one subject have its names, and tell them in an order."""
    lines = (
        frozenset({"ranger", "count", "barns"}),
        frozenset({"council", "hires", "digger"}),
        frozenset({"drain", "broken", "planks"}),
    )
    names = frozenset({"torvik", "corvane"})
    assert retells(*[Telling(names, frozenset({"6"}), lines)] * 2)
    assert not retells(*[Telling(names, frozenset({"6"}), lines[:2])] * 2)


def test_words_inside_quotation_marks_are_left_out() -> None:
    """Two reporters who print one speech make two reports."""
    speech = " ".join(REPORT.split("\n")[1:])
    one = stated(OWN + f"\n“{speech}”")
    other = stated(f"Road closed\nMayor Odd Brenn spoke on the square.\n“{speech}”", source="b.txt")
    assert not find_rewrites([one, other])


def test_a_post_that_one_of_them_prints_without_marks_is_left_out() -> None:
    """Words that a witness has in marks are somebody's, wherever they stand."""
    speech = " ".join(REPORT.split("\n")[1:])
    one = stated(OWN + f"\nOdd Brenn of Torvik wrote:\n{speech}")
    other = stated(f"Road closed\nMayor Odd Brenn of Torvik wrote “{speech}”", source="b.txt")
    assert not find_rewrites([one, other])


def test_what_prints_of_one_report_share_has_one_origin() -> None:
    """A relation of two prints of one report counts one origin, in whatever words."""
    both = (told(REPORT), told(REWORDED, "b.txt"))
    found = relations_of(both)
    assert found
    assert {relation.origins for relation in found} == {1}
    origins = find_origins((), found, both, ties_of(both, ()))
    assert {origin.basis for origin in origins} == {"rewritten"}
