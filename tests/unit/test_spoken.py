"""Statements in direct speech: which clauses are stated, on whose word, and where they count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.articles import article
from variorum.align import Align
from variorum.align.flagging.sentences import by_sentence
from variorum.annotate import Annotate
from variorum.annotate.statements import find_statements
from variorum.languages import find
from variorum.model.annotation import AnnotatedArticle, Quotation, Speaker, Statement
from variorum.model.article import Article
from variorum.model.spoken import spoken_in
from variorum.model.story import Alignment, Relation, Story

ENGLISH = find("en")


def said(made: Article, content: str, *, cue: str = "said", use: str = "speech") -> Quotation:
    """Return direct speech of Varga in an article."""
    start = made.text.index(content)
    who = made.text.index("Varga")
    verb = made.text.index(cue)
    return Quotation(
        id=content,
        witness=made.id,
        spans=((start, start + len(content)),),
        marks=((start, start + len(content)),),
        form="direct",
        use=use,
        speaker=Speaker(name="Varga", kind="person", span=(who, who + 5), how="named"),
        cue=((verb, verb + len(cue)),),
        sources=((who, who + 5),),
    )


def stated(speech: str, tail: str = " Varga said.", *, cue: str = "said") -> list[Statement]:
    """Return the statements of a line of direct speech."""
    made = article(f"Bridge shut\n“{speech}”{tail}")
    found = find_statements(
        made,
        sentences=(made.blocks[1].span,),
        quotations=(said(made, speech, cue=cue),),
        times=(),
        language=ENGLISH,
    )
    return list(found)


def read(text: str, source: str, published: str = "2031-06-09") -> AnnotatedArticle:
    """Return an article as the program reads it."""
    return Annotate()(article(text, source=source, published=published))


def aligned(*texts: str) -> tuple[list[AnnotatedArticle], Alignment]:
    """Return articles and what they share."""
    articles = [read(text, f"{at}.txt") for at, text in enumerate(texts)]
    ids = tuple(sorted(one.article.id for one in articles))
    return articles, Align()(Story(id="", witnesses=ids), articles)


def told(articles: list[AnnotatedArticle], relations: tuple[Relation, ...]) -> set[tuple[str, ...]]:
    """Return relations as their kind and the words of their readings, in order."""
    by_id = {one.article.id: one.article for one in articles}
    return {
        (
            relation.relation,
            *sorted(" ".join(by_id[r.witness].words(*r.spans)) for r in relation.readings),
        )
        for relation in relations
    }


@pytest.mark.parametrize(
    ("speech", "polarity", "modality"),
    [
        ("The crew checked the pumps,", "affirmed", "claimed"),
        ("The crew did not check the pumps,", "denied", "claimed"),
        ("We will sell the mill in May,", "affirmed", "planned"),
        ("The mill may be sold in May,", "affirmed", "possible"),
    ],
)
def test_what_is_said_is_claimed(speech: str, polarity: str, modality: str) -> None:
    """What somebody says is no fact; plans, doubts and negations are told as anywhere."""
    (one,) = stated(speech)
    assert (one.polarity, one.modality) == (polarity, modality)
    assert one.holder is not None
    assert one.holder.name == "Varga"


@pytest.mark.parametrize(
    "speech",
    [
        "Sell the mill at once!",
        "Stay away from the river,",
        "A terrible day for all of us,",
        "Who closed the mill in March?",
        "I hope that the council keeps the mill,",
        "I doubt that the mill was sold,",
        "I did not say that the mill was sold,",
        "They told us that the mill was sold,",
        "We cannot say whether the mill was sold,",
    ],
)
def test_what_a_speaker_does_not_hold_is_stated_by_none(speech: str) -> None:
    """Commands, fragments, questions, hopes, doubts and the words of others state nothing."""
    assert stated(speech) == []


def test_a_denial_by_the_verb_turns_nothing_in_marks() -> None:
    """Who denied with these words said them."""
    (one,) = stated("We never sold the mill,", " Varga denied.", cue="denied")
    assert one.polarity == "denied"
    assert not stated("We sold the mill,", " Varga declined to say.", cue="declined to say")


def test_what_was_never_said_is_stated_by_none() -> None:
    """Nor is what was asked."""
    made = article("Bridge shut\nVarga never said “we sold the mill to Esk”.")
    speech = said(made, "we sold the mill to Esk")
    for one in (replace(speech, negated=True), replace(speech, use="question")):
        found = find_statements(
            made,
            sentences=(made.blocks[1].span,),
            quotations=(one,),
            times=(),
            language=ENGLISH,
        )
        assert not spoken_in(found, (speech,))


def test_each_sentence_of_a_speech_is_stated_by_itself() -> None:
    """The point and mark at the end of a sentence are no part of what it states."""
    text = (
        "Mill to close\n“The mill made a loss last year,” Anna Poe, its owner, said. "
        "“Nobody wanted to buy it. The workers leave in May!”"
    )
    one = read(text, "a.txt")
    spoken = spoken_in(one.statements, one.quotations)
    words = [" ".join(one.article.words(*s.spans)) for s in one.statements if s.id in spoken]
    assert words == [
        "The mill made a loss last year",
        "Nobody wanted to buy it",
        "The workers leave in May",
    ]
    assert {s.holder.name for s in one.statements if s.id in spoken and s.holder} == {"Anna Poe"}


SPOKEN = (
    "Plant to close\nThe carmaker Ostan lost 40 million crowns last year.\n"
    "“We will close the Kelm plant in March,” said its chief executive, Anna Weber."
)
TOLD = "Carmaker in trouble\nOstan will close its plant in Kelm in March. Shares rose on Tuesday."
AGAIN = (
    "Weber speaks\nReporters met the head of Ostan on Monday.\n"
    "“We will close the Kelm plant in March,” Anna Weber said."
)


def test_direct_speech_is_related_to_what_others_tell() -> None:
    """It is compared with what the narrator of another report states."""
    articles, found = aligned(SPOKEN, TOLD)
    assert (
        "same",
        "Ostan will close its plant in Kelm in March",
        "We will close the Kelm plant in March",
    ) in told(articles, found.relations)


def test_prints_of_one_utterance_are_no_relation() -> None:
    """What two reports print of one speech is told once, with the utterance."""
    articles, found = aligned(SPOKEN, AGAIN)
    assert any(len(utterance.prints) == 2 for utterance in found.utterances)
    spoken = {s for one in articles for s in spoken_in(one.statements, one.quotations)}
    assert spoken
    assert not any({r.statement for r in one.readings} <= spoken for one in found.relations)
    assert spoken.isdisjoint(found.single)


def test_direct_speech_raises_no_flag_and_no_point_of_its_own() -> None:
    """Flags are of what a report tells itself; the timeline tells of speech that others tell."""
    articles, found = aligned(SPOKEN, "Bus line\nThe number 9 bus no longer stops at the market.")
    spoken = {s for one in articles for s in spoken_in(one.statements, one.quotations)}
    assert spoken
    assert not spoken & {s.id for one in articles for s in by_sentence(one).statements}
    assert not spoken & {id_ for event in found.events for id_ in event.statements}
    together, shared = aligned(SPOKEN, TOLD)
    dated = {id_ for event in shared.events for id_ in event.statements}
    assert dated & {s for one in together for s in spoken_in(one.statements, one.quotations)}


def test_words_in_marks_are_no_firmer_than_the_speech() -> None:
    """Who repeats somebody's words in quote marks does not vouch for them."""
    speech = "Storm hits Velm\n“The new sea wall is a total failure,” said Ana Roe, an engineer."
    marked = "Sea wall\nThe new sea wall is “a total failure”. Work on it began in 2019."
    plain = "Sea wall\nThe new sea wall is a total failure. Work on it began in 2019."
    firmer = [
        relation.relation
        for other in (marked, plain)
        for relation in aligned(speech, other)[1].relations
    ]
    assert firmer == ["same", "stronger"]
