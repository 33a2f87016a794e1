"""Sentences that look alike: of other speakers refused, of one speaker and day joined."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.prints import Said, witness
from variorum.align.gathering.speakers import match_speakers
from variorum.align.utterances import find_utterances
from variorum.languages import find
from variorum.model.annotation import AnnotatedArticle, Mention, Speaker
from variorum.model.article import Published

VOW = "that {} would not step down although the high court had overturned the licence scheme"
QUAY = "Three tugs lay at anchor off the customs house while gulls circled the empty fish market."
HALL = "Councillors heard a long debate about parking charges, school meals and a leaking roof."


def together(*articles: AnnotatedArticle) -> bool:
    """Tell whether all quotations are prints of one utterance."""
    return len(find_utterances(articles)) == 1


def printed(found: AnnotatedArticle, day: str) -> AnnotatedArticle:
    """Return a page that says on which day it was published."""
    stated = Published(edtf=day, precision="day", basis="stated", span=None)
    return replace(found, article=replace(found.article, published=stated))


def naming(found: AnnotatedArticle, name: str) -> AnnotatedArticle:
    """Return an article that names somebody in its headline."""
    one = Mention(witness=found.article.id, span=(0, 3), kind="person", name=name)
    return replace(found, mentions=(one,))


def test_one_report_of_two_speakers_is_two_utterances() -> None:
    """A report in the same words of another named person is refused, were it ever so like."""
    one = witness(Said(words=VOW.format("he"), form="indirect", by="Lenk Ardal"))
    other = Said(words=VOW.format("she"), form="indirect", by="Pia Morrow")
    assert not together(one, witness(other, source="b.txt"))


def test_who_is_named_in_both_speaks_for_himself() -> None:
    """Where either article knows the other's speaker too, they are two all the same."""
    one = witness(Said(words=VOW.format("he"), form="indirect", by="Lenk Ardal"))
    other = Said(words=VOW.format("he"), form="indirect", by="Pia Morrow")
    sides = naming(one, "Pia Morrow"), naming(witness(other, source="b.txt"), "Lenk Ardal")
    assert not together(*sides)


def test_a_clause_of_circumstance_is_not_the_point() -> None:
    """What stands behind "after" in a report is no print of what another one is quoted with."""
    court = Said(
        words="that articles 4 and 9 of the Mooring Act are void",
        form="indirect",
        by="Harbour Court",
        kind="organisation",
    )
    vow = Said(
        words="resigning after judges struck down articles 4 and 9 of the Mooring Act",
        form="indirect",
        by="Odo Senne",
    )
    assert not together(witness(court), witness(vow, source="b.txt"))


SOLD = "We sold 48,000 of them in four years"


@pytest.mark.parametrize(
    ("told", "day", "same"),
    [
        ("We sold 84,000 of them in four years", "2026-02-09", True),
        ("We sold 84,000 of them in four years", "2026-03-09", False),
        ("We burnt 84,000 old nets in four days", "2026-02-09", False),
    ],
)
def test_another_number_in_one_sentence_of_one_day(told: str, day: str, same: bool) -> None:
    """One speaker's sentence of one day with another number is one speech; of another day not."""
    one = printed(witness(Said(words=SOLD), before=QUAY), "2026-02-09")
    other = printed(witness(Said(words=told), source="b.txt", before=HALL), day)
    assert together(one, other) is same


@pytest.mark.parametrize(
    ("words", "form", "same"),
    [
        ("they had waited nine long weeks", "indirect", True),
        ("we had waited nine long weeks", "direct", False),
        ("they had waited nine dull weeks", "indirect", False),
    ],
)
def test_a_report_of_another_number_shifts_its_tense(words: str, form: str, same: bool) -> None:
    """A report has another person and tense; two that are quoted have not."""
    sides = [Said(words="We have waited six long weeks"), Said(words=words, form=form)]
    one, other = (
        printed(witness(said, source=f"{at}.txt", before=before), "2026-02-09")
        for at, (said, before) in enumerate(zip(sides, (QUAY, HALL), strict=True))
    )
    assert together(one, other) is same


@pytest.mark.parametrize(
    ("verb", "words", "same"),
    [("did not want", "to comment", True), ("did not want", "to stay", False)],
)
def test_two_refusals_of_one_word_are_one(verb: str, words: str, same: bool) -> None:
    """Who declined to comment did not want to."""
    one = witness(Said(words="to comment", form="indirect", verb="declined", negated=True))
    told = Said(words=words, form="indirect", verb=verb, negated=True)
    assert together(one, witness(told, source="b.txt")) is same


def test_other_numbers_are_no_paraphrase() -> None:
    """Two numbers that differ in words that are the same are told of as numbers only."""
    one, other = (
        printed(witness(Said(words=words), source=f"{at}.txt"), "2026-02-09")
        for at, words in enumerate(("We sold 48,000 in four years", "We sold 84,000 in five years"))
    )
    (found,) = find_utterances([one, other])
    assert {variant.kind for variant in found.variants} == {"number-changed"}


@pytest.mark.parametrize(
    ("one", "other"), [("Bela de Vries", "De Vries"), ("Ada Brandt Osmere", "Ada Brandt")]
)
def test_a_name_within_a_longer_one_is_the_same(one: str, other: str) -> None:
    """A family name with its particle, and a name with more behind it, name one person."""
    pair = [Speaker(name=name, kind="person", span=None, how="named") for name in (one, other)]
    assert match_speakers(pair[0], pair[1], find("en")) == "same"
