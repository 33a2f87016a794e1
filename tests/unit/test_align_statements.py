"""Relations of statements: found where well supported, refused where unsure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.stated import FILLER, pair, related, relations_of, stated
from variorum.align.claims import claims_of
from variorum.align.rarity import rarity
from variorum.align.relating.verdicts import judge
from variorum.align.statements import find_single
from variorum.model.annotation import AnnotatedArticle, Quotation


def test_the_same_news_in_other_words_is_one_relation() -> None:
    """Rare words in common make two statements one, with reasons that can be checked."""
    (found,) = pair(
        "Halvorsen recalled 4 batches of goat cheese on Friday.",
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


@pytest.mark.parametrize("hedge", ["may have poisoned", "perhaps poisoned", "reportedly poisoned"])
def test_a_hedge_on_one_side_is_not_the_same(hedge: str) -> None:
    """Who does not hedge is the stronger, whatever kind of statement it is."""
    one = stated(f"The refinery at Lodz Bay {hedge} three rivers." + FILLER, modality="claimed")
    other = stated(
        "The refinery at Lodz Bay poisoned three rivers.\nMore later.",
        source="b.txt",
        modality="claimed",
    )
    (found,) = related(one, other)
    assert found.relation == "stronger"
    assert found.readings[0].witness == other.article.id
    assert found.reasons[-1].startswith("hedge on one side only: ")


def test_a_month_of_may_is_no_hedge() -> None:
    """A dated May weakens nothing, nor does "would" for "will"."""
    one = stated("The refinery at Lodz Bay will close in May." + FILLER, times=[("May", "2031-05")])
    other = stated("The refinery at Lodz Bay would close.\nMore later.\nMay came.", source="b.txt")
    assert [r.reasons[-1] for r in related(one, other) if "hedge" in r.reasons[-1]] == []
    other = stated("In May the refinery at Lodz Bay would close.\nMore later.", source="b.txt",
                   times=[("May", "2031-05")])  # fmt: skip
    assert [r.relation for r in related(one, other)] == ["same"]


def test_what_only_one_goes_on_to_say_parts_no_two() -> None:
    """What the other passes over is no other answer to the question that both answer."""
    (found,) = pair(
        "Inspectors checked the trapdoor of the theatre in Corvane.",
        "Inspectors checked the trapdoor of the theatre in Corvane and thought it sound.",
    )
    assert found.relation == "same"


def test_two_that_go_on_differently_share_only_who_spoke() -> None:
    """One word beside the names, and each goes on to something else: words alone say nothing."""
    texts = (
        "Torvane was disappointed, a spokesman for Torvane Chemicals said, and will pay the fine.",
        "A spokesman for Torvane Chemicals was disappointed but ruled out an appeal to judges.",
    )
    claims = claims_of([stated(text, source=text) for text in texts])
    rare = rarity([[claim.keys] for claim in claims])
    assert judge(claims[0], claims[1], rare) is None


def test_denied_and_admitted_are_incompatible() -> None:
    """The verbs that differ are what makes them so."""
    one = stated("The firm admitted its directors knew of the leak." + FILLER)
    other = stated("The firm denied its directors knew of the leak.\nMore later.", source="b.txt")
    turned = replace(other.statements[0], polarity="denied")
    other = replace(other, statements=(turned, *other.statements[1:]))
    assert [r.relation for r in related(one, other)] == ["incompatible"]


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


def test_a_statement_inside_a_much_longer_one_is_the_same() -> None:
    """However much one goes on to say, it says all of the other."""
    short = "Rescuers freed the trapped divers from the flooded cave."
    (found,) = pair(
        short[:-1] + " after a nine hour operation with pumps, generators, ropes, sledges,"
        " helicopters and doctors flown in from neighbouring provinces overnight.",
        short,
    )
    assert found.relation == "same"
    assert ((0, len(short)),) in [reading.spans for reading in found.readings]


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
    found = relations_of(articles)
    assert [len(relation.readings) for relation in found] == [4]
    assert found == relations_of(articles[::-1])


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
    assert relations_of((alone,)) == ()
    assert len(find_single((alone,), ())) == len(alone.statements)
    assert relations_of(()) == ()
    assert find_single((), ()) == ()


def test_an_unknown_language_still_finds_equal_statements() -> None:
    """Without word lists long words carry the comparison."""
    text = "Viljandi linnavalitsus sulges reedel kolm lasteaeda."
    one = stated(text + "\nTeine lause siin.", language="et")
    other = stated(text + "\nKolmas asi oli muu.", source="b.txt", language="et")
    assert [r.relation for r in related(one, other)] == ["same"]


def test_the_name_of_who_spoke_is_no_other_name() -> None:
    """Two sources of one piece of news do not part it."""
    news = "the baker Ilo Marsh died of burns in the clinic at Corvane."
    one = _told_by("Doctor Sten Halvard said ", news, "a.txt")
    other = _told_by("Coroner Petra Lunde said ", news, "b.txt")
    found = [relation for relation in related(one, other) if relation.score < 1]
    assert [relation.relation for relation in found] == ["same"]


def _told_by(source: str, news: str, name: str) -> AnnotatedArticle:
    item = stated(f"{source}{news}\nNothing else is known.", source=name, modality="claimed")
    start = len(source)
    quotation = Quotation(
        id="", witness=item.article.id, spans=((start, start + len(news)),), marks=(),
        form="indirect", use="speech", speaker=None, cue=((start - 5, start - 1),),
        sources=((0, start - 6),),
    )  # fmt: skip
    return replace(item, quotations=(quotation,))


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Exports of oats rose in Corvane.", "Exports of oats fell in Corvane.", "incompatible"),
        ("Mara Quill beat Odd Brenn in Corvane.", "Mara Quill defeated Odd Brenn in Corvane.",
         "same"),
        ("The storm closed 12 rural clinics in the province.",
         "The storm closed 14 rural clinics in the country.", "other-scope"),
        ("All ferries to Corvane sank.", "Some ferries to Corvane sank.", "stronger"),
        ("Guards did not open the gate.", "Guards never opened the gate.", "same"),
        ("Yusuf Tarn crossed the lake.", "Yousef Tarn crossed the lake.", "same"),
    ],
)  # fmt: skip
def test_a_word_can_turn_what_two_statements_share(one: str, other: str, relation: str) -> None:
    """Opposites exclude, all is more than some, and two negations or spellings change nothing."""
    (found,) = pair(one, other)
    assert found.relation == relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Guards open the old gate to lorries on Tuesday.",
         "Guards open the old gate to lorries on Wednesday."),
        ("Guards open the old gate to lorries by the end of the week.",
         "Guards open the old gate to lorries by the end of the month."),
        ("Ada Holm did not attend the vote on dues.", "Ada Holm was absent from the vote on dues."),
        ("The mayor thanked the miller for bread.", "The miller thanked the mayor for bread."),
        ("Guards sealed the mill of Ada Holm.", "Guards sealed the mill of Eve Holm."),
    ],
)  # fmt: skip
def test_what_may_be_another_thing_is_not_related(one: str, other: str) -> None:
    """Other days, a negation in other words, a change of places and another name are refused."""
    assert not [r for r in pair(one, other) if all(p.spans[0][0] == 0 for p in r.readings)]


def test_one_word_for_a_day_on_two_sides_of_midnight_is_one_day() -> None:
    """``Yesterday``, printed a day apart in the same words, is one date; a week apart it is not."""
    line = "The refinery at Lodz Bay leaked crude oil into three rivers yesterday."
    one = stated(line + FILLER, published="2031-05-04", times=[("yesterday", "2031-05-03")])
    kinds = []
    for printed, day in (("2031-05-05", "2031-05-04"), ("2031-05-11", "2031-05-10")):
        text = f"{line}\nNothing else was printed here today."
        other = stated(text, source="b.txt", published=printed, times=[("yesterday", day)])
        kinds += [r.relation for r in related(one, other)]
    assert kinds == ["same", "incompatible"]


def test_what_bounds_a_figure_alone_is_no_doubt() -> None:
    """A bound on a number that the other leaves out makes neither the stronger."""
    one = stated("At least four tanks rolled through the gate at Lodz Bay." + FILLER)
    other = stated("Tanks rolled through the gate at Lodz Bay.\nMore later.", source="b.txt")
    assert [r.relation for r in related(one, other)] == ["same"]
