"""Clashes inside one article: headings against the text, counts taken up with another figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.articles import article
from tests.stated import stated
from variorum.align.flagging.clashing import flag_clash
from variorum.align.flagging.sentences import by_sentence
from variorum.align.flags import find_flags
from variorum.model.annotation import AnnotatedArticle, Speaker

TAIL = "\nSchools in the valley stay shut."


def shown(item: AnnotatedArticle, kind: str) -> list[tuple[str, ...]]:
    """Return the words of each flag of a kind."""
    flags = find_flags([item])
    return [item.article.words(*flag.spans) for flag in flags if flag.kind == kind]


def hedged(text: str) -> AnnotatedArticle:
    """Return an article whose lines with "may" are possible."""
    item = stated(text)
    statements = tuple(
        replace(s, modality="possible" if "may" in item.article.words(*s.spans)[0] else "fact")
        for s in item.statements
    )
    return replace(item, statements=statements)


def test_a_heading_without_the_hedge_of_its_text_is_stronger() -> None:
    """The heading and the sentence that says it with a hedge are flagged."""
    text = "Harbour loses northern ferry\nThe harbour may lose its northern ferry." + TAIL
    (words,) = shown(hedged(text), "headline-stronger")
    assert words == ("Harbour loses northern ferry", "The harbour may lose its northern ferry.")


def test_an_attributed_heading_is_no_less_strong() -> None:
    """Who is named for a heading is asked for the hedge too."""
    item = hedged(
        "Board: harbour loses ferry\nThe harbour may lose its ferry, the board said." + TAIL
    )
    board = Speaker(name="Board", kind="organisation", span=(0, 5), how="role")
    first, *rest = item.statements
    told = replace(first, holder=board, spans=((7, 26),))
    assert shown(replace(item, statements=(told, *rest)), "headline-stronger")


@pytest.mark.parametrize(
    "text",
    [
        "Harbour may lose northern ferry\nThe harbour may lose its northern ferry.",
        "Harbour loses northern ferry\nThe harbour lost its northern ferry.",
        "Harbour loses northern ferry\nThe harbour may lose a customs house.",
        "Harbour loses northern ferry\nThe harbour may lose its northern ferry."
        "\nThe harbour lost its northern ferry today.",
    ],
)
def test_a_heading_with_the_hedge_or_with_ground_is_not(text: str) -> None:
    """A hedge that is kept, other news, or a sentence without a hedge leave it be."""
    assert not shown(hedged(text + TAIL), "headline-stronger")


def test_a_heading_of_all_above_a_part_is_stronger() -> None:
    """The heading has all of them, the text most, and nowhere all again."""
    text = "All hikers saved from slide\nMost of the hikers were led down through the wood."
    assert shown(stated(text + TAIL), "headline-stronger")
    assert not shown(stated(text + "\nAll hikers were down by noon."), "headline-stronger")
    assert not shown(stated(text.replace("the hikers", "the goats")), "headline-stronger")


def test_a_heading_against_a_quotation_is_flagged() -> None:
    """A quoted clause of the same words that denies stands against the heading."""
    text = "Port dropped the last ferry\n“We have not dropped the last ferry,” said Odd Brenn."
    (words,) = shown(stated(text + TAIL), "standfirst-against-quotation")
    assert words == ("Port dropped the last ferry", "We have not dropped the last ferry")
    agreeing = text.replace("have not", "have")
    assert not shown(stated(agreeing + TAIL), "standfirst-against-quotation")


def test_a_count_taken_up_with_another_figure_is_flagged() -> None:
    """The article before a count takes up the one told before."""
    text = "Slide shuts road\nA slide injured 12 hikers.\nThe 14 hikers were injured at dawn."
    assert shown(stated(text), "number-clash") == [("12", "14")]


def test_other_counts_of_the_like_leave_a_count_clear() -> None:
    """A count with which nothing else is shared, and hours and years, say nothing of a sum."""
    text = (
        "Slide shuts road\nA slide injured 12 hikers.\nThe lodge holds 44 hikers."
        "\nNobody slept for 2 years.\nThe 14 hikers were injured at dawn."
    )
    assert shown(stated(text), "number-clash") == [("12", "14")]


@pytest.mark.parametrize(
    "text",
    [
        "A slide injured 12 hikers.\nThe 12 hikers were injured at dawn.",
        "A slide injured the 12 hikers.\nThe 14 hikers were injured at dawn.",
        "A slide injured 12 hikers.\nA second slide injured 14 hikers.",
        "A slide injured 12 hikers.\nThe 14 drivers were injured at dawn.",
        "A slide injured 12 hikers.\nThe 140 hikers were not injured at all.",
        "A slide injured 12 hikers.\nA fire injured 2 nurses.\nThe 14 hikers were injured.",
    ],
)
def test_counts_that_may_both_hold_are_not(text: str) -> None:
    """Another group, a figure far off, or one that adds up is no clash."""
    assert not shown(stated("Slide shuts road\n" + text), "number-clash")


def test_clauses_of_one_sentence_tell_of_it_together() -> None:
    """An amount and what is said of it may stand in two clauses."""
    item = stated("Slide shuts road\nA slide moved 12 tonnes.\nThe 14 tonnes\nwere moved.")
    title, first, *rest = (block.span for block in item.article.blocks)
    parted = replace(item, sentences=(title, first, (rest[0][0], rest[-1][1])))
    assert shown(parted, "number-clash") == [("12", "14")]
    assert not shown(replace(item, sentences=(title, first, *rest)), "number-clash")
    assert len(by_sentence(parted).statements) == 3


def test_a_denial_before_the_marks_is_the_clauses() -> None:
    """What the narrator denies right before the marks agrees with a heading that denies it."""
    text = "Port has no plans to drop the ferry\nOdd Brenn said it had no plans “{}.”"
    kind = "standfirst-against-quotation"
    assert not shown(stated(text.format("to drop the ferry") + TAIL), kind)
    told = text.replace("had no plans", "had grand plans").format("to drop the ferry")
    assert shown(stated(told + TAIL), kind)


def test_a_flag_holds_its_places_in_the_order_of_the_text() -> None:
    """The note shows two places as they are told, the flag has them as they stand."""
    words = article("Osk counted\nsix boats and nine boats.")
    six, nine = (12, 15), (26, 30)
    told = flag_clash("number-clash", words, (nine, six), "boats")
    assert (told.spans, told.note) == ((six, nine), "number nine ≠ six (boats)")
    quoted = flag_clash("headline-stronger", words, ((0, 15), nine))
    assert quoted.note == "“Osk counted six” … “nine”"
