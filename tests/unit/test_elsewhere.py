"""Before words are told to be missing, the whole witness is looked through."""

from __future__ import annotations

from tests.growth import growth
from tests.prints import Said, witness
from variorum.align.omissions import Points, find_omissions
from variorum.align.origins import ties_of
from variorum.align.utterances import find_utterances
from variorum.model.annotation import AnnotatedArticle
from variorum.model.story import Omission, Utterance

FIRST = "This is a turning point"
SECOND = "Nobody can hide any longer behind the frozen ground of the outer harbour"


def utterances(*articles: AnnotatedArticle) -> list[Utterance]:
    """Return the utterances with more than one print."""
    return [found for found in find_utterances(articles) if len(found.prints) > 1]


def kinds(*articles: AnnotatedArticle) -> list[tuple[str, str]]:
    """Return kind and weight of all variants; what is printed elsewhere is no omission."""
    found = utterances(*articles)
    told = [(v.kind, v.weight) for one in found for v in one.variants]
    if "major" not in dict(told).values():
        assert omissions(*articles) == ()
    return told


def omissions(*articles: AnnotatedArticle) -> tuple[Omission, ...]:
    """Return what is cut from the utterances with more than one print."""
    return find_omissions(articles, Points(utterances(*articles), (), ()), ties_of(articles, ()))


def test_two_sentences_in_another_order() -> None:
    """A short sentence that only changed places is one minor variant with both readings."""
    one = witness(Said(words=f"{FIRST}. {SECOND}."))
    other = witness(Said(words=f"{SECOND}. {FIRST}."), source="b.txt")
    assert kinds(one, other) == [("wording", "minor")]
    (found,) = utterances(one, other)
    (variant,) = found.variants
    assert variant.reasons == (f"printed at another place: “{FIRST}”",)
    assert [
        a.article.words(*r.spans)
        for r in variant.readings
        for a in (one, other)
        if a.article.id == r.witness
    ] == [(FIRST,), (FIRST,)]


def test_a_sentence_that_is_a_quotation_of_its_own() -> None:
    """Two quotations with narration between are prints of the answer that joins them."""
    one = witness(Said(words=f"{FIRST}, all of it. {SECOND}."))
    other = witness(
        Said(words=f"{FIRST}, all of it."),
        Said(words="the fire began at night", by="police", kind="group", form="indirect"),
        Said(words=f"{SECOND}."),
        source="b.txt",
    )
    assert kinds(one, other) == []


def test_a_sentence_in_the_narrators_words() -> None:
    """What the witness tells itself is a minor cut; what another says there is none of its own."""
    one = witness(Said(words=f"We shall open the lock in the spring. {SECOND}."))
    told = witness(
        Said(words=SECOND),
        headline="“We shall open the lock in the spring”",
        source="b.txt",
    )
    assert kinds(one, told) == [("shortened", "minor")]
    others = witness(
        Said(words=SECOND),
        Said(words="We shall open the lock in the spring", by="Tom Ilvane"),
        source="c.txt",
    )
    assert ("shortened", "major") in kinds(one, others)


def test_a_sentence_that_says_the_contrary_is_not_it() -> None:
    """A like sentence with a negation or another number leaves the gap a gap."""
    one = witness(Said(words=f"We shall open the lock in 12 weeks. {SECOND}."))
    for headline in (
        "“We shall not open the lock in 12 weeks”",
        "“We shall open the lock in 20 weeks”",
    ):
        other = witness(Said(words=SECOND), headline=headline, source="b.txt")
        assert ("shortened", "major") in kinds(one, other)


def test_a_long_repetitive_answer_is_looked_for_in_time() -> None:
    """Neither a sentence without an end nor one that stands everywhere takes long."""

    def compared(count: int) -> None:
        endless = "and the old mill by the lower weir burned down again last night " * count
        often = "The old mill by the lower weir burned down. " * count
        one = witness(Said(words=f"{SECOND}. {endless}"))
        other = witness(Said(words=SECOND), headline=often, source="b.txt")
        again = witness(Said(words=f"{SECOND}. {often}"), source="c.txt")
        utterances(one, other)
        utterances(again, other)

    assert growth(lambda: compared(100), lambda: compared(400), 20) < 20


def test_one_cut_is_one_omission() -> None:
    """A hedge inside a sentence that is cut is no second omission."""
    one = witness(Said(words=f"At least nobody has drowned in the lock. {SECOND}."))
    other = witness(Said(words=SECOND), source="b.txt")
    assert sorted(kinds(one, other)) == [("hedge-absent", "major"), ("shortened", "major")]
    assert len(omissions(one, other)) == 1
