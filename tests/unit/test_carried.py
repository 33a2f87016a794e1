"""What the record ties a witness to is not left out by it."""

from __future__ import annotations

import pytest

from tests.growth import growth
from tests.stated import stated
from variorum.align.carried import carried
from variorum.align.omissions import Points, find_omissions
from variorum.align.origins import ties_of
from variorum.align.statements import find_single
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import Reading
from variorum.model.spans import Span
from variorum.model.story import Copy, Passage, Relation, StatementReading, Utterance, Variant

GATE = "The lock keeper opened the eastern gate at dusk"
TOLD = "Someone let the water through that evening"
THIRD = "A goose won the cup"


def witnesses(*lines: str) -> tuple[AnnotatedArticle, ...]:
    """Return one witness a line."""
    return tuple(stated(f"Head {n}\n{line}", source=f"{n}.txt") for n, line in enumerate(lines))


def at(item: AnnotatedArticle, words: str) -> Span:
    """Return where words stand in a witness."""
    start = item.article.text.index(words)
    return (start, start + len(words))


def relation(*sides: tuple[AnnotatedArticle, str]) -> Relation:
    """Return a relation of some words of witnesses."""
    readings = tuple(
        StatementReading(statement="", witness=item.article.id, spans=(at(item, words),))
        for item, words in sides
    )
    return Relation(
        id="", relation="same", readings=readings, origins=1, score=0.9, reasons=("shared",)
    )


def left_out(
    articles: tuple[AnnotatedArticle, ...],
    relations: tuple[Relation, ...],
    *,
    utterances: tuple[Utterance, ...] = (),
    copies: tuple[Copy, ...] = (),
) -> set[str]:
    """Return the heads of the witnesses that pass by the first relation's point."""
    points = Points(utterances, relations, ())
    texts = {item.article.id: item.article.text for item in articles}
    spans = relations[0].readings[0].spans
    return {
        texts[o.witness][:6]
        for o in find_omissions(articles, points, ties_of(articles, copies))
        if o.of.spans == spans
    }


def test_a_relation_with_most_of_the_words_refutes_an_omission() -> None:
    """Who says a point by one relation leaves it out by none, in whatever words."""
    one, other, third, _ = articles = witnesses(GATE, GATE, TOLD, THIRD)
    same = relation((one, GATE), (other, GATE))
    assert left_out(articles, (same,)) == {"Head 2", "Head 3"}
    tied = relation((one, GATE[4:]), (third, TOLD))
    assert left_out(articles, (same, tied)) == {"Head 3"}
    by_the_other = relation((third, TOLD), (other, GATE[4:]))
    assert left_out(articles, (same, by_the_other)) == {"Head 3"}


def test_a_shared_subject_refutes_nothing() -> None:
    """Two clauses of one subject are two points: a relation of the one is none of the other."""
    one, other, third = articles = witnesses(GATE, GATE, TOLD)
    subject = relation((one, "The lock keeper"), (third, TOLD))
    assert left_out(articles, (relation((one, GATE), (other, GATE)), subject)) == {"Head 2"}


def test_a_copied_run_refutes_an_omission() -> None:
    """A copier has the words that its run holds most of, not those that it only touches."""
    one, other, third = articles = witnesses(GATE, GATE, TOLD)
    same = relation((one, GATE), (other, GATE))

    def run(words: str) -> tuple[Copy, ...]:
        sides = ((one, words), (third, TOLD))
        passages = [Passage(witness=i.article.id, span=at(i, words)) for i, words in sides]
        return (Copy(id="", from_=passages[0], to=passages[1], credited=True),)

    assert left_out(articles, (same,), copies=run(GATE)) == set()
    assert left_out(articles, (same,), copies=run("at dusk")) == {"Head 2"}


def test_an_utterance_and_a_heading_beside_it_refute_an_omission() -> None:
    """Who prints an utterance, or tells of it in a heading, does not pass its point by."""
    one, other, third = articles = witnesses(f"“{GATE}”", GATE, f"“{TOLD}”")
    same = relation((one, GATE), (other, GATE))
    prints = (one.quotations[0].id, third.quotations[0].id)
    told = Utterance(
        id="", speaker=None, edtf=None, question=None, prints=prints, origins=1, variants=()
    )
    assert left_out(articles, (same,), utterances=(told,)) == set()
    readings = tuple(
        Reading(witness=item.article.id, spans=(at(item, words),))
        for item, words in ((one, GATE), (third, TOLD))
    )
    echo = Variant(
        id="", kind="headline-stronger", weight="major", readings=readings, reasons=("may",)
    )
    alone = Utterance(
        id="", speaker=None, edtf=None, question=None, prints=prints[:1], origins=1,
        variants=(echo,),
    )  # fmt: skip
    assert left_out(articles, (same,), utterances=(alone,)) == set()


@pytest.mark.parametrize(
    ("line", "silent"),
    [
        (f"Nobody denies it: the rest is known. {GATE}, he wrote.", False),
        ("The lock keeper opened the eastern gate at dawn", True),
        ("The lock keeper slept; at dusk, the eastern gate opened", True),
    ],
)
def test_words_that_stand_in_a_text_are_not_left_out(line: str, silent: bool) -> None:
    """All words of a point in their order are it, though no statement was made of them."""
    one, other, _ = articles = witnesses(GATE, GATE, line)
    assert left_out(articles, (relation((one, GATE), (other, GATE)),)) == (
        {"Head 2"} if silent else set()
    )


def test_a_point_within_another_is_no_omission_of_its_own() -> None:
    """The clause inside a clause that is left out is told with it; one beside it by itself."""
    one, other, third = articles = witnesses(f"{GATE}. {TOLD}", f"{GATE}. {TOLD}", THIRD)
    told = [relation((one, words), (other, words)) for words in (GATE[16:], GATE, "opened", TOLD)]
    found = find_omissions(articles, Points((), told, ()), ties_of(articles, ()))
    assert {o.witness for o in found} == {third.article.id}
    texts = {item.article.id: item.article for item in articles}
    assert [texts[o.of.witness].words(*o.of.spans) for o in found] == [(GATE,), (TOLD,)]


def test_words_that_stand_in_two_texts_are_in_neither_alone() -> None:
    """A clause that the other prints within a longer sentence is not only in its witness."""
    longer = f"As everybody in Ostry knows, {GATE[0].lower()}{GATE[1:]} because of the flood"
    one, other = witnesses(f"{GATE}\n{THIRD}", longer)
    singles = {s.id: one.article.words(*s.spans)[0] for s in one.statements}
    found = find_single((one, other), ())
    assert [singles[id_] for id_ in found if id_ in singles and GATE in singles[id_]] == []
    assert THIRD in [singles.get(id_) for id_ in found]


def test_the_work_grows_with_the_texts() -> None:
    """What is tied is looked up by place, however much of it there is."""

    def looked(count: int) -> None:
        lines = [f"{GATE} {n}" for n in range(count)]
        one, other = pair = witnesses("\n".join(lines), "\n".join(lines[::-1]))
        relations = [relation((one, line), (other, line)) for line in lines]
        known = carried(pair, (), relations, {})
        for line in lines:
            assert known.has(other.article.id, one.article.id, (at(one, line),))

    assert growth(lambda: looked(100), lambda: looked(400), 8) < 8
