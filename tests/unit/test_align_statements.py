"""Relations of statements: found where well supported, refused where unsure."""

from __future__ import annotations

from tests.stated import stated
from variorum.align.statements import find_relations, find_single
from variorum.model.annotation import AnnotatedArticle
from variorum.model.story import Relation

FILLER = """
Ferry traffic on the northern line resumed before noon.
A museum in the old harbour opens its doors next spring.
The mayor thanked volunteers for cleaning the beaches.
Schools in the valley stay shut until the road is repaired.
"""


def related(one: AnnotatedArticle, other: AnnotatedArticle) -> list[Relation]:
    """Return the relations of two witnesses, without copies."""
    return list(find_relations((one, other), ()))


def pair(first: str, second: str) -> list[Relation]:
    """Return the relations of two lines, each in an article with other lines around it."""
    one = stated(first + FILLER, source="a.txt")
    other = stated(second + "\nNothing else was printed here today.", source="b.txt")
    return related(one, other)


def test_the_same_news_in_other_words_is_one_relation() -> None:
    """Rare words in common make two statements one, with reasons that can be checked."""
    (found,) = pair(
        "The dairy Halvorsen recalled 4 batches of goat cheese on Friday.",
        "Halvorsen has recalled four batches of its goat cheese.",
    )
    assert found.relation == "same"
    assert {"number 4 = four", "number four = 4"} & set(found.reasons)
    assert found.score == round(found.score, 3)
    assert any(reason.startswith("shared words: ") for reason in found.reasons)


def test_common_words_alone_relate_nothing() -> None:
    """Two statements that share little but function words stay apart."""
    assert not pair("The council voted on the budget.", "The storm was at sea on the day.")


def test_names_and_who_spoke_are_no_statement_in_common() -> None:
    """One person said two things: what is shared is only who it was."""
    assert not pair(
        "Mediator Sten Halvard of the Lakes Council praised the ferrymen.",
        "The mediator, Sten Halvard of the Lakes Council, met two generals in Brenn.",
    )


def test_one_number_that_differs_is_incompatible() -> None:
    """All else equal, another number of the same unit is a clash, shown in the reasons."""
    (found,) = pair(
        "The landslide near Corvane killed 12 hikers.",
        "The landslide near Corvane killed 14 hikers.",
    )
    assert found.relation == "incompatible"
    assert found.reasons[-1] in ("number 12 ≠ 14 hiker", "number 14 ≠ 12 hiker")


def test_numbers_of_different_things_are_no_clash() -> None:
    """Twelve hikers and fourteen villages do not contradict one another."""
    assert not pair(
        "The landslide near Corvane hit 12 hikers.", "The landslide near Corvane hit 14 villages."
    )


def test_a_bound_is_not_the_number_itself() -> None:
    """Over 12 and 14 may both be true; over 12 and under 12 are not the same."""
    assert not pair(
        "The landslide near Corvane killed over 12 hikers.",
        "The landslide near Corvane killed 14 hikers.",
    )
    assert not pair(
        "The landslide near Corvane buried over 12 hikers.",
        "The landslide near Corvane buried under 12 hikers.",
    )


def test_a_negation_turns_the_same_words_round() -> None:
    """Affirmed by one and denied by the other: incompatible, and said so."""
    (found,) = pair(
        "The refinery at Lodz Bay will close in spring.",
        "The refinery at Lodz Bay will not close in spring.",
    )
    assert found.relation == "incompatible"
    assert found.reasons[-1] in ("affirmed ≠ denied", "denied ≠ affirmed")


def test_another_name_in_the_same_words_is_another_event() -> None:
    """The same sentence about another town is not the same statement."""
    assert not pair(
        "The fire destroyed the grain market of Velmar at night.",
        "The fire destroyed the grain market of Torvik at night.",
    )


def test_two_names_that_change_places_are_not_the_same() -> None:
    """Who beat whom matters."""
    assert not pair(
        "In the final the side of Oberau defeated Kirchdorf clearly.",
        "In the final the side of Kirchdorf defeated Oberau clearly.",
    )


def test_a_date_days_apart_clashes_and_one_a_year_apart_is_another_time() -> None:
    """A look-alike sentence of another year is no print of the same news."""
    one = stated(
        "Inspectors sealed the Brenna chemical plant on 4 May." + FILLER,
        times=[("4 May", "2031-05-04")],
    )
    for edtf, relation in (("2031-05-06", "incompatible"), ("2030-05-04", "other-time")):
        other = stated(
            "Inspectors sealed the Brenna chemical plant on 6 May.\nNo more was said.",
            source="b.txt",
            times=[("6 May", edtf)],
        )
        (found,) = related(one, other)
        assert found.relation == relation
        assert found.reasons[-1].startswith("date ")


def test_a_month_holds_its_days() -> None:
    """A date within the other's month is no clash."""
    one = stated("Inspectors sealed the Brenna chemical plant in May." + FILLER,
                 times=[("May", "2031-05")])  # fmt: skip
    other = stated("Inspectors sealed the Brenna chemical plant on 6 May.\nNo more was said.",
                   source="b.txt", times=[("6 May", "2031-05-06")])  # fmt: skip
    (found,) = related(one, other)
    assert found.relation == "same"


def test_a_statement_inside_a_longer_one_is_the_broader() -> None:
    """The short statement comes first in the relation: it says less, so it covers more."""
    short = "Rescuers freed the trapped divers from the flooded cave."
    (found,) = pair(
        short[:-1] + " after a nine hour operation with pumps, generators, ropes, sledges,"
        " helicopters and doctors flown in from neighbouring provinces overnight.",
        short,
    )
    assert found.relation == "broader"
    assert found.readings[0].spans == ((0, len(short)),)


def test_a_fact_is_stronger_than_a_claim() -> None:
    """What one witness states and the other attributes is stronger in the first."""
    text = "The refinery at Lodz Bay poisoned three rivers."
    one = stated(text + FILLER, holder="Mara Quill", modality="claimed")
    other = stated(text + "\nNothing else was printed.", source="b.txt")
    (found,) = related(one, other)
    assert found.relation == "stronger"
    assert found.readings[0].witness == other.article.id


def test_three_witnesses_of_one_statement_are_one_relation() -> None:
    """A statement that all print is grouped, in whatever order the witnesses come."""
    text = "The dairy Halvorsen recalled goat cheese from nine shops."
    articles = [stated(f"{text}\n{line}", source=f"{n}.txt") for n, line in
                enumerate(FILLER.strip().split("\n"))]  # fmt: skip
    found = find_relations(articles, ())
    assert [len(relation.readings) for relation in found] == [4]
    assert found == find_relations(articles[::-1], ())


def test_two_camps_clash_once() -> None:
    """Where two say one number and two another, there are two groups and one clash."""
    text = "The landslide near Corvane killed {} hikers."
    articles = [
        stated(f"{text.format(number)}\n{line}", source=f"{number}.txt")
        for number, line in zip((12, 12, 14, 14), FILLER.strip().split("\n"), strict=True)
    ]
    found = [(r.relation, len(r.readings)) for r in find_relations(articles, ())]
    assert sorted(found) == [("incompatible", 2), ("same", 2), ("same", 2)]


def test_a_headline_and_its_sentence_both_find_their_fellow() -> None:
    """A statement that a witness prints twice leaves neither print single."""
    one = stated("Halvorsen recalls goat cheese\nHalvorsen recalls goat cheese." + FILLER)
    other = stated("Halvorsen recalled its goat cheese.\nNo more was said.", source="b.txt")
    relations = related(one, other)
    single = find_single((one, other), relations)
    assert one.statements[0].id not in single
    assert one.statements[1].id not in single
    assert one.statements[2].id in single


def test_one_speaker_is_one_origin() -> None:
    """Two outlets that quote one person have one origin, two narrators have two."""
    text = "The refinery at Lodz Bay poisoned three rivers."
    by_narrator = [stated(text + FILLER), stated(text + "\nNo more was said.", source="b.txt")]
    by_speaker = [
        stated(text + FILLER, holder="Mara Quill"),
        stated(text + "\nNo more was said.", source="b.txt", holder="Quill"),
    ]
    assert [r.origins for r in related(*by_narrator)] == [2]
    assert next(r for r in related(*by_speaker) if r.readings[0].spans[0][0] == 0).origins == 1


def test_one_witness_or_none_relates_nothing() -> None:
    """Alone, every statement is single; without witnesses there is nothing."""
    alone = stated("The dairy Halvorsen recalled goat cheese." + FILLER)
    assert find_relations((alone,), ()) == ()
    assert len(find_single((alone,), ())) == len(alone.statements)
    assert find_relations((), ()) == ()
    assert find_single((), ()) == ()


def test_an_unknown_language_still_finds_equal_statements() -> None:
    """Without word lists long words carry the comparison."""
    text = "Viljandi linnavalitsus sulges reedel kolm lasteaeda."
    one = stated(text + "\nTeine lause siin.", language="et")
    other = stated(text + "\nKolmas asi oli muu.", source="b.txt", language="et")
    assert [r.relation for r in related(one, other)] == ["same"]
