"""Differences between prints are typed by what they do to the meaning."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.prints import Said, witness
from variorum.align.utterances import find_utterances
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.identity import identity, sign
from variorum.model.story import Variant

Found = tuple[str, str, tuple[str, ...]]


def variants(*articles: AnnotatedArticle) -> tuple[Variant, ...]:
    """Return the variants of the only utterance."""
    (found,) = find_utterances(articles)
    return found.variants


def told(*articles: AnnotatedArticle) -> list[Found]:
    """Return kind, weight and the words of each reading, in the order of the sources."""
    texts = {a.article.id: a.article for a in articles}
    return [
        (
            v.kind,
            v.weight,
            tuple(
                " ".join(texts[r.witness].words(*r.spans))
                for r in sorted(v.readings, key=lambda r: texts[r.witness].source)
            ),
        )
        for v in variants(*articles)
    ]


def pair(one: str, other: str, *, form: str = "direct") -> list[Found]:
    """Return the variants between two prints of one speech."""
    return told(
        witness(Said(words=one, form=form)), witness(Said(words=other, form=form), source="b.txt")
    )


def test_a_long_answer_and_its_last_sentence() -> None:
    """Another verb of duty is minor; the two sentences left out at the head are major."""
    head = "We are not thinking of that. At least, nobody has asked us to."
    last = "nevertheless a great deal of dredging ahead; in the outer basins there are wrecks that"
    found = pair(
        f"{head} But there is {last} have to be raised.",
        f"But still there is {last.removeprefix('nevertheless ')} must be raised",
    )
    assert ("wording", "minor", ("have to", "must")) in found
    assert ("shortened", "major", (head.rstrip("."), "")) in found
    assert ("hedge-absent", "major", ("At least, nobody has asked us to", "")) in found
    assert {kind for kind, weight, _ in found if weight == "major"} == {"shortened", "hedge-absent"}


BASE = "The repairs to the northern lock {} in the spring, the harbour master told the council"


@pytest.mark.parametrize(
    ("one", "other", "kind", "weight"),
    [
        ("will take 12 weeks", "will take 20 weeks", "number-changed", "major"),
        ("will begin in March", "will begin in April", "date-changed", "major"),
        ("will be led by Ilvane", "will be led by Karst", "name-changed", "major"),
        ("will not be finished", "will be finished", "polarity-reversed", "major"),
        (
            "can be no question of delay",
            "can be no doubt about delay",
            "polarity-reversed",
            "major",
        ),
        ("could be finished", "will be finished", "hedge-absent", "major"),
        ("must be finished", "have to be finished", "wording", "minor"),
        ("were re-opened", "were reopened", "spelling", "minor"),
        ("were organised", "were organized", "spelling", "minor"),
        ("delay us", "delayed us", "person-or-tense", "minor"),
        ("cost much, we say,", "cost much, they say,", "person-or-tense", "minor"),
        ("and the crane were finished", "were finished", "words-removed", "major"),
        ("take 4 weeks", "take four weeks", "spelling", "minor"),
        ("end in the first half", "end in the second half", "number-changed", "major"),
        ("cost half of it", "cost a quarter of it", "number-changed", "major"),
        ("are paid for by Britain", "are paid for by the UK", "wording", "minor"),
    ],
)
def test_a_difference_within_a_sentence(one: str, other: str, kind: str, weight: str) -> None:
    """Each change of a few words gets its one kind and weight."""
    found = pair(BASE.format(one), BASE.format(other))
    assert [(k, w) for k, w, _ in found] == [(kind, weight)]


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("may have begun", "began", ["hedge-absent"]),
        ("could perhaps begin", "would begin", ["hedge-absent"]),
        ("could begin", "would begin", ["hedge-absent"]),
        ("would begin", "will begin", []),
        ("could begin", "can begin", []),
        ("might begin", "may begin", []),
    ],
)
def test_hedges_of_reported_speech(one: str, other: str, kinds: list[str]) -> None:
    """What reporting makes of "will", "can" and "may" is no hedge beside them; the rest is."""
    found = pair(BASE.format(one), BASE.format(other), form="indirect")
    assert [kind for kind, _, _ in found if kind == "hedge-absent"] == kinds


def test_a_hedge_taken_out_of_the_marks_is_removed_too() -> None:
    """Nothing shows the reader of a direct quotation that its doubt was taken out."""
    found = pair(BASE.format("will probably be finished"), BASE.format("will be finished"))
    assert [(k, w) for k, w, _ in found] == [("hedge-absent", "major"), ("words-removed", "minor")]
    found = pair(
        BASE.format("will probably be finished"), BASE.format("will be finished"), form="indirect"
    )
    assert [kind for kind, _, _ in found] == ["hedge-absent"]


def test_words_outside_the_marks_are_not_removed() -> None:
    """Nobody takes words out of a quotation that the other prints outside its marks."""
    whole = "The harbour plan was worse than feared by most of the masons, and dearer"
    part = "the council's plan for the harbour was “worse than feared by most of the masons”"
    found = told(witness(Said(words=whole)), witness(Said(words=part, form="mixed"), source="b"))
    assert "words-removed" not in {kind for kind, _, _ in found}


def test_words_in_another_order_are_not_removed() -> None:
    """A word that stands elsewhere in the same sentence was moved."""
    found = pair(
        "The masons nevertheless finished the northern lock before the frost came back",
        "The masons finished the northern lock nevertheless before the frost came back",
    )
    assert "words-removed" not in {kind for kind, _, _ in found}


def test_a_print_that_ends_earlier_has_nothing_removed_inside() -> None:
    """Two words after the end of the other print are cut, not taken out of the marks."""
    found = pair(
        "The northern lock will open in the spring to all the ferries, as promised",
        "The northern lock will open in the spring to all the ferries",
    )
    assert [(kind, weight) for kind, weight, _ in found] == [("shortened", "minor")]


def test_a_common_noun_is_no_other_name() -> None:
    """Who is called the company here and by name there is not another."""
    found = pair(BASE.format("will be paid by the company"), BASE.format("will be paid by Ilvane"))
    assert "name-changed" not in {kind for kind, _, _ in found}


def test_an_absent_hedge_is_told_of_once_to_each() -> None:
    """A hedge that one print rewords and another cuts with its sentence is absent from both."""
    head = "{} such plan for the northern lock has been drawn. "
    tail = "But the harbour master wants the wrecks out of the outer basins by the spring"
    found = told(
        witness(Said(words=head.format("At least no") + tail)),
        witness(Said(words=head.format("No") + tail), source="b.txt"),
        witness(Said(words=tail), source="c.txt"),
    )
    hedges = [one for one in found if one[0] == "hedge-absent"]
    assert hedges == [
        ("hedge-absent", "major", ("At least", "")),
        ("hedge-absent", "major", (head.format("At least no").rstrip(". "), "")),
    ]
    assert [weight for kind, weight, _ in found if kind == "shortened"] == ["major"]


def test_two_absent_hedges_are_two_rows() -> None:
    """Another hedge of the same sentence has a row of its own."""
    found = pair(BASE.format("will perhaps begin soon"), BASE.format("will begin soon"))
    assert [kind for kind, _, _ in found if kind != "words-removed"] == ["hedge-absent"]
    found = pair(
        "Perhaps the northern lock of the harbour will for the time being stay shut to ferries",
        "The northern lock of the harbour will stay shut to ferries",
    )
    assert [told for kind, _, told in found if kind == "hedge-absent"] == [
        ("Perhaps", ""),
        ("for the time being", ""),
    ]


@pytest.mark.parametrize("limiter", ["so far", "until now", "to date", "as yet", "thus far"])
def test_another_limiter_is_no_absent_hedge(limiter: str) -> None:
    """A limiter of time stands for another: only its loss is a hedge that is absent."""
    with_one = BASE.format("have up to now been delayed")
    found = pair(with_one, BASE.format(f"have {limiter} been delayed"))
    assert "hedge-absent" not in {kind for kind, _, _ in found}
    lost = pair(with_one, BASE.format("have been delayed"))
    assert ("hedge-absent", "major", ("up to now", "")) in lost


def test_an_ellipsis_tells_of_the_cut() -> None:
    """Words left out at an ellipsis are minor, a splice over a sentence is major."""
    found = pair(
        "The lock is safe today. I have walked along it. If the water rises we shall close it",
        "The lock is safe ... if the water rises we shall close it",
    )
    assert ("ellipsis-spliced", "minor", ("today", "")) in found
    assert ("ellipsis-spliced", "major", ("I have walked along it", "")) in found


def test_a_clause_cut_at_the_end() -> None:
    """A clause that a direct print lacks at its end is a minor cut; a whole sentence is major."""
    found = pair(
        "The northern lock will open in the spring, whatever the frozen ground does to masons",
        "The northern lock will open in the spring",
    )
    assert found == [
        ("shortened", "minor", ("whatever the frozen ground does to masons", "")),
    ]
    found = pair(
        "The northern lock will open in the spring. The frozen ground is kind to masons",
        "The northern lock will open in the spring",
    )
    assert found == [("shortened", "major", ("The frozen ground is kind to masons", ""))]


def test_reported_speech_need_not_be_complete() -> None:
    """What an indirect print leaves out is minor."""
    whole = "The northern lock will open in the spring. Nobody need worry about the ferries."
    part = "the northern lock will open in the spring"
    found = told(witness(Said(words=whole)), witness(Said(words=part, form="indirect"), source="b"))
    assert [(kind, weight) for kind, weight, _ in found] == [("shortened", "minor")]


def test_a_moved_sentence_is_not_cut() -> None:
    """A sentence printed at another place is told of as moved, and minor."""
    first, second = "The crane fell into the basin at noon", "Divers searched the wreck for hours"
    found = pair(f"{first}. {second}.", f"{second}. {first}.")
    assert {(kind, weight) for kind, weight, _ in found} == {("wording", "minor")}


def test_negation_moved_within_a_sentence_turns_nothing() -> None:
    """Two sentences that both deny are of one polarity, wherever the "no" stands."""
    found = pair(
        "No such permit for the northern lock has been issued by the council so far",
        "Such a permit for the northern lock has not been issued by the council so far",
    )
    assert "polarity-reversed" not in {kind for kind, _, _ in found}


def test_what_a_headline_echoes_is_missing_nowhere() -> None:
    """A witness that prints part of an answer a second time has not shortened it."""
    answer = "The northern lock will open in the spring. Nobody need worry about the ferries."
    one = witness(Said(words=answer), Said(words="Nobody need worry about the ferries"))
    other = witness(Said(words=answer), source="b.txt")
    assert told(one, other) == []


def test_marks_that_never_close_are_told_of() -> None:
    """A print whose marks were flagged has a minor variant of its own, and no other witness."""
    one = witness(Said(words=BASE.format("must be finished")))
    other = witness(Said(words=BASE.format("must be finished")), source="b.txt", headline="Lock")
    opened = other.quotations[0].marks[0][0] - 1
    unsigned = Flag(
        id="",
        kind="unbalanced-marks",
        witness=other.article.id,
        spans=((opened, opened + 1),),
        note="opened and never closed",
    )
    flag = sign(unsigned, {other.article.id: other.article})
    (found,) = variants(one, replace(other, flags=(flag,)))
    assert (found.kind, found.weight) == ("unbalanced-marks", "minor")
    assert [reading.witness for reading in found.readings] == [other.article.id]


def test_three_prints_two_of_which_agree() -> None:
    """A variant has a reading of every witness; the odd one out is told from the others."""
    words = [BASE.format(f"will take {n} weeks") for n in (12, 20, 12)]
    found = told(
        *(
            witness(Said(words=w), source=f"{at}.txt", headline=f"Lock {at}")
            for at, w in enumerate(words)
        )
    )
    assert found == [("number-changed", "major", ("12", "20", "12"))]


def test_ids_are_those_of_kind_and_readings() -> None:
    """Each variant is signed over its texts, and lies in a segment that names it."""
    one = witness(Said(words=BASE.format("must be finished")))
    other = witness(Said(words=BASE.format("have to be finished")), source="b.txt")
    sources = {a.article.id: a.article for a in (one, other)}
    (found,) = find_utterances([one, other])
    assert [identity(v, sources) for v in found.variants] == [v.id for v in found.variants]
    assert {v for s in found.segments for v in s.variants} == {v.id for v in found.variants}


def test_a_language_without_lists_is_collated_all_the_same() -> None:
    """No word list is needed to align two prints and to see a number change."""
    words = "Severna brana luky bude zavrena {} tydnu kvuli opravam jerabu"
    one = witness(Said(words=words.format(12)), language="cs")
    other = witness(Said(words=words.format(20)), source="b.txt", language="cs")
    assert [kind for kind, _, _ in told(one, other)] == ["number-changed"]
