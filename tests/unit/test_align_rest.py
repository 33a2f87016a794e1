"""Origins, omissions and flags, each on its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.prints import Said, witness
from tests.stated import relations_of, stated
from variorum.align import Align
from variorum.align.copies import find_copies
from variorum.align.omissions import Points, find_omissions
from variorum.align.origins import find_origins, ties_of
from variorum.align.spoken import spoken_clashes
from variorum.align.statements import find_single
from variorum.align.utterances import find_utterances, read_prints
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.identity import Reading, sign
from variorum.model.story import Origin, Story, Utterance, Variant

RUN = "The refinery at Lodz Bay leaked crude oil into three rivers and poisoned the nearby wells."
TAIL = "\nFerry traffic resumed before noon.\nSchools in the valley stay shut."


def origins(*articles: AnnotatedArticle) -> tuple[Origin, ...]:
    """Return the origins of the relations of some witnesses."""
    found = find_copies(articles)
    relations = relations_of(articles, found)
    return find_origins((), relations, articles, ties_of(articles, found))


def utterance(articles: tuple[AnnotatedArticle, ...], variants: tuple[Variant, ...]) -> Utterance:
    """Return an utterance printed by the first quotation of each article."""
    prints = tuple(a.quotations[0].id for a in articles)
    bare = Utterance(
        id="", speaker="Mara Quill", edtf="2031-05-04", question=None, prints=prints, origins=1,
        variants=variants,
    )  # fmt: skip
    return sign(bare, {a.article.id: a.article for a in articles})


def test_a_copied_statement_has_one_origin() -> None:
    """Two witnesses of copied words count once, on the ground that they are copied."""
    one, other = stated(f"A\n{RUN}{TAIL}"), stated(f"B\n{RUN}\nMore later.", source="b.txt")
    both = tuple(sorted((one.article.id, other.article.id)))
    assert [(o.witnesses, o.basis) for o in origins(one, other)] == [(both, "copied")]


def test_a_credit_makes_the_ground_firmer() -> None:
    """Where the copier says whom it copied, the ground is the credit."""
    one = stated(f"A\n{RUN}{TAIL}", outlet="Hallmark Gazette")
    other = stated(f"B\n{RUN}\nSource: the Hallmark Gazette.", source="b.txt")
    assert [o.basis for o in origins(one, other)] == ["credit-line"]


def test_other_words_are_origins_of_their_own() -> None:
    """Without copied words each witness is an origin."""
    one = stated(f"A\nCrude oil from the Lodz Bay refinery poisoned three rivers.{TAIL}")
    other = stated(
        "B\nThree rivers were poisoned with crude oil by a refinery in Lodz Bay.\nMore later.",
        source="b.txt",
    )
    assert sorted((len(o.witnesses), o.basis) for o in origins(one, other)) == [
        (1, "independent"),
        (1, "independent"),
    ]


def test_an_utterance_is_one_origin() -> None:
    """However many print it, one speech is one origin."""
    articles = (stated("A\n“Go now.”"), stated("B\n“Go now!”", source="b.txt"))
    spoken = utterance(articles, ())
    (found,) = find_origins((spoken,), (), articles, ties_of(articles, ()))
    assert found.basis == "same-speech"
    assert found.of == (spoken.id,)
    assert set(found.witnesses) == {a.article.id for a in articles}


def test_an_empty_reading_is_a_cut() -> None:
    """What one prints of a shared utterance and the other cuts is an omission of the other."""
    articles = (stated("A\n“Go now. Or never.”"), stated("B\n“Go now.”", source="b.txt"))
    first, second = (a.article.id for a in articles)
    start = articles[0].article.text.index("Or never")
    readings = (
        Reading(witness=first, spans=((start, start + 8),)),
        Reading(witness=second, spans=()),
    )
    cut = Variant(id="v", kind="shortened", weight="major", readings=readings, reasons=())
    ties = ties_of(articles, ())
    (found,) = find_omissions(articles, Points((utterance(articles, (cut,)),), (), ()), ties)
    assert (found.witness, found.of, found.scope) == (second, readings[0], "cut-inside-shared")
    wording = replace(cut, kind="wording")
    points = Points((utterance(articles, (wording,)),), (), ())
    assert find_omissions(articles, points, ties) == ()


@pytest.mark.parametrize(
    ("below", "cuts"),
    [("We know that the dyke will not hold", 0), ("The weir will not, but the dyke may", 1)],
)
def test_a_title_cuts_nothing_that_its_text_prints(below: str, cuts: int) -> None:
    """Words that one print of a witness lacks and another has between the same ones are no cut."""
    one = witness(Said(words="The dyke will not hold"))
    other = witness(Said(words="The dyke will hold"), Said(words=below), source="b.txt")
    at = one.article.text.index("not hold")
    first = Reading(witness=one.article.id, spans=((at, at + 3),))
    second = Reading(witness=other.article.id, spans=())
    cut = Variant(
        id="v", kind="shortened", weight="major", readings=(first, second), reasons=("cut",)
    )
    prints = tuple(q.id for a in (one, other) for q in a.quotations)
    spoken = replace(utterance((one, other), (cut,)), prints=prints)
    points = Points((spoken,), (), ())
    assert len(find_omissions((one, other), points, ties_of((one, other), ()))) == cuts


def silences(*articles: AnnotatedArticle) -> list[tuple[str, str, str]]:
    """Return outlet, words and scope of what each witness leaves out, speech aside."""
    ties = ties_of(articles, find_copies(articles))
    relations = relations_of(articles)
    points = Points((), relations, find_single(articles, relations))
    texts = {a.article.id: a.article for a in articles}
    return [
        (texts[o.witness].outlet or "", texts[o.of.witness].words(*o.of.spans)[0], o.scope)
        for o in find_omissions(articles, points, ties)
    ]


def test_what_a_credited_report_has_and_its_copier_has_not_is_left_out() -> None:
    """The copier had it in front of him; a third witness who prints nothing of it had not."""
    more = "\nDivers sealed a cracked valve beneath the pier while nurses handed out water."
    tears = "The mayor of Lodz Bay wept when she saw the herons on the bank."
    report = f"A\n{RUN}{TAIL}{more}\n{tears}"
    copier = f"B\n{RUN}{TAIL}{more}\nSource: the Hallmark Gazette."
    one = stated(report, outlet="Hallmark Gazette")
    other = stated(copier, source="b.txt", outlet="Ostry Echo")
    third = stated("C\nA goose won the cup.", source="c.txt", outlet="Selm Post")
    whole = (replace(a, sentences=tuple(b.span for b in a.article.blocks)) for a in (one, other))
    found = silences(*whole, third)
    assert ("Ostry Echo", tears, "left-out-of-own-source") in found
    assert {o for o, _, scope in found if scope == "left-out-of-own-source"} == {"Ostry Echo"}


def test_a_shared_point_that_a_witness_never_comes_to_is_another_topic() -> None:
    """Two share it, a third says nothing of it; what only one says is no gap in the others."""
    one = stated(f"A\n{RUN}", outlet="Hallmark Gazette")
    other = stated(f"B\n{RUN}", source="b.txt", outlet="Ostry Echo")
    third = stated("C\nA goose won the cup.", source="c.txt", outlet="Selm Post")
    assert silences(one, other, third) == [("Selm Post", RUN, "other-topic")]


def test_a_clash_between_witnesses_is_a_relation_and_no_flag() -> None:
    """A number that differs is told by a relation; the flags of an article stay its own."""
    one = stated(f"A\nThe landslide near Corvane killed 12 hikers.{TAIL}")
    other = stated("B\nThe landslide near Corvane killed 14 hikers.\nMore later.", source="b.txt")
    own = sign(
        Flag(id="", kind="unbalanced-marks", witness=one.article.id, spans=((0, 1),), note="n"),
        {one.article.id: one.article},
    )
    articles = (replace(one, flags=(own,)), other)
    found = Align()(Story(id="s", witnesses=tuple(a.article.id for a in articles)), articles)
    assert found.flags == (own,)
    (clash,) = (r for r in found.relations if r.relation == "incompatible")
    told = {f"number {a} ≠ {b} (hiker)" for a, b in (("12", "14"), ("14", "12"))}
    assert not told.isdisjoint(clash.reasons)


def spoken(*articles: AnnotatedArticle) -> list[tuple[str, str]]:
    """Return kind and words of the flags for what one speaker is given otherwise."""
    prints = read_prints(articles)
    texts = {a.article.id: a.article for a in articles}
    flags = spoken_clashes(prints, find_utterances(articles, prints))
    return sorted((f.kind, " ".join(texts[f.witness].words(*f.spans))) for f in flags)


QUAY = "Three tugs lay at anchor off the customs house while gulls circled the empty fish market."
HALL = "Councillors heard a long debate about parking charges, school meals and a leaking roof."


def test_a_figure_that_one_speaker_is_given_otherwise() -> None:
    """Two short sentences of one speaker with another number are two utterances, and flagged."""
    words = "We lost {} boats in the storm"
    one = witness(Said(words=words.format(12)), before=QUAY)
    other = witness(Said(words=words.format(40)), source="b.txt", before=HALL)
    assert spoken(one, other) == [("number-clash", "12"), ("number-clash", "40")]
    assert spoken(one, witness(Said(words=words.format(40), by="Tom Ilvane"), source="b")) == []
    both = witness(Said(words=words.format(12)), Said(words=words.format(40)), source="b.txt")
    assert spoken(one, both) == []
    long = "The dredger broke down twice and its repair took {} days in the dry dock of Ilvane"
    pair = (
        witness(Said(words=long.format(12))),
        witness(Said(words=long.format(21)), source="b.txt"),
    )
    assert spoken(*pair) == []


def test_what_both_print_of_one_speaker_is_in_neither_alone() -> None:
    """A statement that is a print of a shared utterance is no single one."""
    articles = (
        stated("A\n“Go now, all of you.”"),
        stated("B\n“Go now, each of you.”", source="b.txt"),
    )
    lone = find_single(articles, ())
    told = find_single(articles, (), (utterance(articles, ()),))
    assert len(lone) == 4
    assert len(told) == 2
