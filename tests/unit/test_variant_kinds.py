"""Kinds of variants that are told by whole sentences, each with look-alikes that are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.growth import growth
from tests.prints import Said, in_headline, witness
from variorum.align.collating.numerals import figures_in
from variorum.align.prints import read_print
from variorum.align.utterances import find_utterances
from variorum.languages import find
from variorum.model.annotation import AnnotatedArticle, Mention

FRAME = "The council of the old harbour town told reporters and ferrymen that {}, and went home"


def kinds(*articles: AnnotatedArticle) -> set[str]:
    """Return the kinds of the variants of all utterances."""
    return {v.kind for found in find_utterances(articles) for v in found.variants}


def against(one: str, other: str, *, form: str = "direct", other_form: str = "direct") -> set[str]:
    """Return the kinds of the variants between two prints."""
    first = witness(Said(words=one, form=form))
    return kinds(first, witness(Said(words=other, form=other_form), source="b.txt"))


def framed(one: str, other: str, *, form: str = "direct") -> set[str]:
    """Return the kinds of the variants between two clauses in one frame."""
    return against(FRAME.format(one), FRAME.format(other), other_form=form)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("the dredger sinks by breakfast", "the dredger sinks by lunchtime", "date-changed"),
        ("it ends by the end of the month", "it ends by the end of the year", "date-changed"),
        ("the lock opens by Easter", "the lock opens by Christmas", "date-changed"),
        ("it left in late March 2016", "it left in late 2016", "date-changed"),
        ("the bill was 2,114 crowns", "the bill was 2,141 crowns", "number-changed"),
        ("one hundred and twelve barges sank", "121 barges sank", "number-changed"),
        ("the mills at Nether Sill burn", "the mills at Upper Sill burn", "name-changed"),
        ("they will ask Malikova", "they will ask Malinovska", "name-changed"),
        ("the new levy is lawful", "the new levy is unlawful", "polarity-reversed"),
        ("visibility at the quay was good", "visibility at the quay was poor", "polarity-reversed"),
        ("every barge was searched", "some barges were searched", "narrower"),
        ("farms in Brel and Ostry are lost", "farms in Brel are lost", "narrower"),
        ("it is one of the worst gales", "it is the worst gale", "broader"),
        ("nobody under twelve will pay", "nobody will pay", "broader"),
        ("two of the wards will shut", "the wards will shut", "broader"),
        ("half of the barges are lost", "the barges are lost", "broader"),
        ("two of the five wards will shut", "the wards will shut", "broader"),
        ("one of our barges sank", "our barges sank", "broader"),
        ("nearly all barges were searched", "all barges were searched", "broader"),
        ("every third barge was searched", "every barge was searched", "broader"),
        ("pilots, cooks and sailors will strike", "cooks will strike", "narrower"),
        ("they failed to reach the barge", "they reached the barge", "polarity-reversed"),
        ("the barge came from Brel", "the barge had come from Ostry", "name-changed"),
        ("it is conceivable that it sank", "it sank", "hedge-absent"),
        ("the ferry seems to have sunk", "the ferry has sunk", "hedge-absent"),
        ("it sinks unless it is mended", "it sinks", "hedge-absent"),
    ],
)
def test_what_is_done_to_the_meaning(one: str, other: str, kind: str) -> None:
    """Times, figures, names, contraries, extents and doubts that differ are told of."""
    assert kind in framed(one, other)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("the dredger sinks by breakfast", "by breakfast the dredger sinks", "date-changed"),
        ("it ends in the year 2016", "it ends in 2016", "date-changed"),
        ("one hundred and twelve barges sank", "112 barges sank", "number-changed"),
        ("4.2 million crowns were lost", "4.2m crowns were lost", "number-changed"),
        ("at about 6.15 a.m. it sank", "at about 6.15am it sank", "number-changed"),
        ("they will ask Mr Szulek", "they will ask Mr Sulek", "name-changed"),
        ("they will ask Torbjørg", "they will ask Torbjorg", "name-changed"),
        ("they will ask the mayor", "they will ask Karst", "name-changed"),
        ("no barge is lawful", "every barge is unlawful", "polarity-reversed"),
        ("who does not pay must leave, we fear", "we fear they must leave", "polarity-reversed"),
        ("it opens in June, not before May", "it opens in June", "polarity-reversed"),
        ("every barge was searched", "each barge was searched", "narrower"),
        ("farms in Brel and Ostry are lost", "Brel and Ostry lost farms", "narrower"),
        ("it is the worst gale", "this is the worst gale", "broader"),
        ("two of the wards will shut", "two wards will shut", "broader"),
        ("two barges are lost", "the barges are lost", "broader"),
        ("we shall sail in March", "we shall sail", "broader"),
        (
            "if it rains, the ferry is late",
            "the ferry is late when it rains, if it is",
            "hedge-absent",
        ),
        ("long, cold and wet days sank it", "wet days sank it", "narrower"),
        ("it is quite bad", "it is bad", "hedge-absent"),
        ("nearly a third were lost", "about a third were lost", "hedge-absent"),
        ("it may have sunk", "it has possibly sunk", "hedge-absent"),
        ("orders that suggest a delay", "orders that mean a delay", "hedge-absent"),
    ],
)
def test_what_only_looks_like_it(one: str, other: str, kind: str) -> None:
    """The same told in other words or letters is no change of the meaning."""
    assert kind not in framed(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("they will ask Mr Szulek", "they will ask Mr Sulek"),
        ("the ferry cannot sink", "the ferry can't sink"),
        ("it is late", "it's late"),
        ("one hundred and twelve barges", "112 barges"),
        ("it cost five per cent more", "it cost 5% more"),
        ("we paid 5 per cent", "we paid 5%"),
        ("forty km away", "forty kilometres away"),
        ("Sen. Karst is coming", "Senator Karst is coming"),
        ("the cell phone rang", "the cellphone rang"),
        ("pay to to the ferryman", "pay to the ferryman"),
    ],
)
def test_two_spellings(one: str, other: str) -> None:
    """Transliterations, contractions, signs, short forms and slips are spellings of one word."""
    assert "spelling" in framed(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("the F.B.I. came", "the FBI came"), ("a half-hearted try", "a half hearted try")],
)
def test_points_and_hyphens_make_no_spelling(one: str, other: str) -> None:
    """Points of an abbreviation, and a hyphen for a blank, are no variant at all."""
    assert framed(one, other) == set()


def test_two_spellings_that_one_article_tells_apart_are_two_names() -> None:
    """Names that sound alike are other names where one witness has both."""
    words = FRAME.format("they will ask {} about the dredger")
    one, other = (
        witness(Said(words=words.format("Sulek"))),
        witness(Said(words=words.format("Szulek")), headline="Sulek and Szulek", source="b.txt"),
    )
    assert "name-changed" not in kinds(one, other)
    both = tuple(
        Mention(witness=other.article.id, span=span, kind="person", name=name)
        for span, name in (((0, 5), "Sulek"), ((10, 16), "Szulek"))
    )
    assert "name-changed" in kinds(one, replace(other, mentions=both))


def test_a_hedge_on_what_the_other_has_not_is_not_lost() -> None:
    """A doubt about a detail that is not shared weakens nothing that the other states."""
    said = FRAME.format("the lock is shut, and rats might gnaw the ropes")
    assert "hedge-absent" not in against(said, FRAME.format("the lock is shut"))
    assert "hedge-absent" in against(
        FRAME.format("rats might gnaw the ropes"), FRAME.format("rats gnaw the ropes")
    )


@pytest.mark.parametrize(
    ("said", "told", "stronger"),
    [
        ("The harbour council should close the northern lock", "Close the northern lock", True),
        ("Thieves failed to rob the northern lock house", "Thieves rob northern lock house", True),
        ("The harbour council will close the northern lock", "Close the northern lock", False),
        ("Thieves tried to rob the lock house", "Thieves try to rob lock house", False),
        ("We plan on closing the northern lock", "Council set on closing northern lock", False),
        ("The council should close the northern lock", "No sign council closes lock", False),
        ("The council should close the northern lock", "Council might close lock", False),
    ],
)
def test_a_headline_that_says_it_is_done(said: str, told: str, stronger: bool) -> None:
    """What should be, or was tried only, is stated in a headline as if it were so."""
    heading = in_headline(witness(Said(words=told, form="indirect"), source="b.txt"))
    assert ("headline-stronger" in kinds(witness(Said(words=said)), heading)) is stronger


@pytest.mark.parametrize(
    ("told", "wider"), [("Pumps failed at northern lock", True), ("Pump failed at lock", False)]
)
def test_a_headline_that_makes_one_thing_several(told: str, wider: bool) -> None:
    """One thing that a headline has in the plural is broader, and the headline stronger."""
    heading = in_headline(witness(Said(words=told, form="indirect"), source="b.txt"))
    found = kinds(witness(Said(words="A pump failed at the northern lock, that is all")), heading)
    assert ("broader" in found) is ("headline-stronger" in found) is wider


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Had it rained, the old lock were shut", "The old lock were shut if it had rained"),
        ("If you ask me why, no, I sleep: the old lock is shut", "The old lock is shut"),
    ],
)
def test_a_condition_on_what_the_other_has_not_is_not_lost(one: str, other: str) -> None:
    """A condition in other words is kept, and one on another clause is none of what is shared."""
    assert "hedge-absent" not in against(one, other)


def test_a_hedge_on_the_sentence_before() -> None:
    """A sentence that takes back the one before is a hedge as a whole; one with a doubt is not."""
    head = "There is no question of closing the northern lock to the ferries of Ostry"
    assert "hedge-absent" in against(f"{head}. At least, nobody has asked for it", head)
    assert "hedge-absent" not in against(f"{head}. Perhaps the barges will sink", head)


@pytest.mark.parametrize(
    ("told", "values"),
    [
        ("We lost one hundred and twelve barges and 3.5 million crowns", [112, 3_500_000]),
        ("One of us paid 4.2m crowns in May 2016, at 6.15am", [4_200_000, 6.15]),
        ("The first of two", [2]),
        ("Nineteen ninety", []),
        ("Half a million, a quarter of a million", [500_000, 250_000]),
        ("Two and a half million, 2 and a half", [2_500_000, 2.5]),
        ("One and a half thousand and half the town", [1_500]),
        ("A million and a half, three-quarters of a million", [1_500_000, 750_000]),
        ("Nineteen ninety and a half", []),
    ],
)
def test_figures_by_value(told: str, values: list[float]) -> None:
    """Figures are read in digits, words, parts and with scales; ordinals and dates are none."""
    found = witness(Said(words=told))
    words = read_print(found.quotations[0], found).words
    assert [figure.value for figure in figures_in(words, find("en"))] == values


def test_a_relative_clause_stands_for_one_item_of_a_list() -> None:
    """The sentence of a relative clause tells which item of a list it stands for."""
    said = "I mean a part of Brel, as well as barns by the weir, and was drained by old ferrymen"
    told = "which was drained by old ferrymen"
    one = witness(Said(words=said))
    for before, cut in (("It was Brel that mattered, ", True), ("She spoke of it, ", False)):
        other = witness(Said(words=told, form="indirect"), headline=before, source="b.txt")
        text = other.article.text
        joined = replace(other, sentences=((0, len(text)),))
        assert ("narrower" in kinds(one, joined)) is cut


@pytest.mark.parametrize(
    ("one", "other", "retold"),
    [
        (
            "Admiral Terzan left our harbour for Ilvane, I wished the fellow a good journey, meant "
            "each word and shall send flowers to his old mother",
            "Admiral Terzan is gone from the harbour to Ilvane, he had my best wishes for a good "
            "journey, nobody here doubted that they came from an open heart",
            True,
        ),
        (
            "Admiral Terzan left our harbour for Ilvane, I wished the fellow a good journey",
            "Admiral Terzan left our harbour for Ilvane, I wished the fellow a fine journey",
            False,
        ),
    ],
)
def test_one_thing_in_other_words_throughout(one: str, other: str, retold: bool) -> None:
    """Two direct quotations with hardly a word in common cannot both be what was said."""
    assert ("paraphrase-in-marks" in against(one, other)) is retold


def test_marks_turned_the_wrong_way() -> None:
    """An opening mark where one should close is a fault; one that opens anew is none."""
    said = FRAME.format("the lock is shut")
    good = witness(Said(words=said))
    wrong = witness(Said(words=said), headline="The old lock", source="b.txt")
    text = wrong.article.text.replace("home” ", "home“ ")
    turned = replace(wrong, article=replace(wrong.article, text=text))
    assert "unbalanced-marks" not in kinds(good, wrong)
    assert "unbalanced-marks" in kinds(good, turned)


def test_had_is_a_tense_and_that_is_nothing() -> None:
    """A perfect in reported speech is another tense; the word that brings it in is no variant."""
    one = FRAME.format("the barge sank last night")
    other = FRAME.format("the barge had sunk last night")
    assert against(one, other, other_form="indirect") == {"person-or-tense"}
    that = f"that {one[0].lower()}{one[1:]}"
    assert against(one, that, other_form="indirect") == set()


def test_many_doubts_are_told_in_time() -> None:
    """Four times as many doubtful sentences take no more than the square of that in time."""

    def compared(count: int) -> set[str]:
        said = [f"At least mill number {n} may not sink, I think it seems" for n in range(count)]
        told = [s.replace("may not", "will") if n % 3 else f"Day {n}" for n, s in enumerate(said)]
        return against(". ".join(said), ". ".join(told))

    assert "hedge-absent" in compared(200)
    assert growth(lambda: compared(50), lambda: compared(200), 20) < 20
