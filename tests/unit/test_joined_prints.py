"""What joins two prints: rare words, names of a body, one day, and much of the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.prints import Said, witness
from variorum import languages
from variorum.align.gathering.comparing import compare, profiles
from variorum.align.gathering.occasions import day_of
from variorum.align.gathering.speakers import match_speakers
from variorum.align.utterances import find_utterances, read_prints
from variorum.model.annotation import AnnotatedArticle, Mention, Speaker
from variorum.model.article import Published

LONG = "Nine old ferries lie rotting behind the northern breakwater because nobody dares scrap them"


def rare_shared(before: str) -> float:
    """Return how rare the words are that two prints share, in articles with a line between."""
    one, other = "The Orlan bridge will shut for repairs", "The Orlan bridge cost nine million"
    sides = [
        witness(Said(words=words), *[Said(words="We shall see")] * 3, source=words, before=before)
        for words in (one, other)
    ]
    prints = read_prints(sides)
    found = compare(profiles(prints), dict.fromkeys(prints))
    return max(near.evidence["rare"] for near in found.values())


def test_words_that_all_of_an_article_is_about_tell_little() -> None:
    """Two prints share less where the words they share stand all over their articles."""
    assert rare_shared("Crowds came to the Orlan bridge.") < rare_shared("Crowds came to the quay.")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("NHB", "Norland Harbour Board", True),
        ("NHB", "Norland Bridge Board", False),
        ("HB", "Harbour Board", False),
    ],
)
def test_a_body_by_the_first_letters_of_its_name(one: str, other: str, same: bool) -> None:
    """Three first letters or more name the body whose name they are made of."""
    first, second = (
        Speaker(name=n, kind="organisation", span=None, how="named") for n in (one, other)
    )
    english = languages.find("en")
    assert (match_speakers(first, second, english) == "same") is same
    assert (match_speakers(second, first, english) == "same") is same


@pytest.mark.parametrize(("day", "known"), [("2023-02-24", False), ("2023-03-01", True)])
def test_a_weekday_of_the_week_before_is_no_day(day: str, known: bool) -> None:
    """A bare weekday six days before its page may be the day after it: pages are added to."""
    made = witness(Said(words=LONG, day="Friday"))
    stated = Published(edtf="2023-03-02", precision="day", basis="stated", span=None)
    page = replace(made.article, published=stated)
    times = tuple(replace(time, edtf=day) for time in made.times)
    (one,) = read_prints([replace(made, article=page, times=times)]).values()
    assert (day_of(one) is not None) is known


def joined(*articles: AnnotatedArticle) -> bool:
    """Tell whether all quotations are prints of one utterance."""
    return len(find_utterances(articles)) == 1


def test_a_long_sentence_word_for_word_has_one_speaker() -> None:
    """Of two names beside one long sentence one is wrong; beside half of it they are of two."""
    one, other = Said(words=LONG, by="Pia Morrow"), Said(words=LONG, by="Tom Ilvane")
    assert joined(witness(one), witness(other, source="b.txt"))
    half = replace(other, words="Nine old ferries lie rotting")
    assert not joined(witness(one), witness(half, source="b.txt"))


def test_a_part_may_go_on_beyond_the_print_that_joins_it() -> None:
    """Two quotations are parts of a third also where one of them says more than that prints."""
    first = "The dredger broke down twice in a single winter"
    second = "The repairs to the engine took twelve days in dry dock"
    more = "Who pays is for the owners, the insurers, the town and nine angry skippers to settle"
    whole = witness(Said(words=f"{first}. {second}."))
    parts = witness(Said(words=first), Said(words=f"{second}. {more}."), source="b.txt")
    assert joined(whole, parts)


def test_a_name_is_one_thing_however_long_it_is() -> None:
    """Two statements that share a long name share less than two that share as many other words."""
    named = rare_of("the Orlan Ferry Workers Pension Fund")
    assert named < rare_of("the broken lantern shattered windows") / 2


def rare_of(words: str) -> float:
    """Return how rare the words are that two statements share but for their verbs."""
    sides = [
        witness(Said(words=f"We {verb} {words}"), *[Said(words="We shall see")] * 3, source=verb)
        for verb in ("mended", "praised")
    ]
    prints = read_prints(sides)
    found = compare(profiles(prints), dict.fromkeys(prints))
    return max(near.evidence["rare"] for near in found.values())


def test_a_slip_in_a_date_leaves_it_one_utterance() -> None:
    """One sentence of one speaker and day is one, be a month another; of two days it is not."""
    said = "They knew of the leak in {}"
    one = witness(Said(words=said.format("March"), day="2023-06-02"), before="The lock is shut.")
    for day, same in (("2023-06-02", True), ("2023-06-19", False)):
        slip = Said(words=said.format("April"), day=day)
        found = find_utterances([one, witness(slip, source="b.txt", before="Rain fell all night.")])
        assert (len(found) == 1) is same
        kinds = {variant.kind for utterance in found for variant in utterance.variants}
        assert ("date-changed" in kinds) is same


def test_what_is_only_named_is_no_print() -> None:
    """A name that a verb of speech governs is not what others say of it."""
    one = witness(Said(words="We want the help of Greater Orlan"))
    named = witness(Said(words="Greater Orlan", form="indirect", verb="named"), source="b.txt")
    (place,) = (quotation.spans[0] for quotation in named.quotations)
    mention = Mention(witness=named.article.id, span=place, kind="place", name="Greater Orlan")
    assert not joined(one, replace(named, mentions=(mention,)))
    assert joined(one, witness(Said(words="the help of Greater Orlan"), source="b.txt"))
