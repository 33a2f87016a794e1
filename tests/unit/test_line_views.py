"""What the learned parts of line typing are shown of a page."""

from __future__ import annotations

import numpy as np

from variorum.extract.line_kinds import decide, likely
from variorum.extract.line_model import KINDS
from variorum.extract.line_period import period_view
from variorum.extract.line_shape import ShapedLine
from variorum.extract.line_split import measured, printed_lines
from variorum.extract.line_views import form, pooled, views, wording
from variorum.extract.line_words import (
    BUCKETS,
    buckets,
    phrase_buckets,
    phrases_view,
    words_view,
)

STORY = (
    "The ferry to Oxney ran aground on a sandbank shortly after it left the harbour.",
    "All ninety passengers were taken off by lifeboat before noon, and nobody was hurt.",
    "“The tide was lower than the tables said,” Captain Ines Harrow told reporters ashore.",
)
FEED = (
    "Bakery wins prize", "A loaf that takes three days has won the county prize again.",
    "3 May 2021",
    "Old mill to reopen", "The mill on the green will grind its first flour since the war.",
    "4 May 2021", "Choir seeks tenors",
    "Anyone who can hold a tune may come to the hall on Friday.",
    "5 May 2021", "Swans back on lake", "Two pairs have been seen building nests among the reeds.",
    "6 May 2021",
)  # fmt: skip


def shaped(*lines: str) -> list[ShapedLine]:
    """Return the lines of a text with their shapes."""
    text = "\n".join(lines)
    return measured(text, printed_lines(text))


def test_a_feed_has_a_beat_and_prose_has_none() -> None:
    """Titles, summaries and dates in turn match themselves three lines on, paragraphs do not."""
    beat = period_view(shaped(*FEED))
    middle = beat[len(FEED) // 2]
    assert middle[1] > middle[0] + 0.3
    assert middle[2] in (3.0, 6.0)
    assert period_view(shaped(*STORY))[:, 1].max() < 0.3


def test_one_line_has_a_view() -> None:
    """A page of one line has numbers, all finite."""
    lines = shaped(STORY[0])
    table = np.zeros(BUCKETS)
    plain, wide = views(form(lines), *wording(lines, table))
    assert len(plain) == len(wide) == 1
    assert np.isfinite(plain).all()
    assert np.isfinite(wide).all()


def test_words_and_phrases_have_buckets_of_their_own() -> None:
    """A pair of words falls in the upper half of the table, a word in the lower."""
    line = shaped("About the author")[0]
    assert len(buckets(line)) == 3
    assert max(buckets(line)) < BUCKETS // 2
    assert len(phrase_buckets(line)) == 4
    assert min(phrase_buckets(line)) >= BUCKETS // 2


def test_the_leanings_of_a_line_are_read_from_its_buckets() -> None:
    """The mean, least and greatest leaning are those of the words; no word leans nowhere."""
    lines = shaped("calm grey sea", "***")
    table = np.zeros(BUCKETS)
    table[buckets(lines[0])] = (1.0, -2.0, 4.0)
    table[phrase_buckets(lines[0])[0]] = -3.0
    words = words_view(lines, table)
    assert np.allclose(words[0, :5], (1.0, -2.0, 4.0, 1.0, 3.0))
    assert not words[1, :5].any()
    assert phrases_view(lines, table)[0, 0] == -3.0


def test_pooled_chances_lie_between_the_two() -> None:
    """Two chances pool to one between them, alike ones to themselves, opposite ones to a half."""
    one, other = np.array([0.9, 0.3, 0.8, 0.0]), np.array([0.6, 0.3, 0.2, 0.0])
    chance = pooled(one, other)
    assert 0.6 < chance[0] < 0.9
    assert np.allclose(chance[1:], (0.3, 0.5, 0.0))


def test_a_body_does_not_reach_over_a_long_gap() -> None:
    """Of two weighty stretches far apart the first is the body; were they nearer, the heavier."""
    chance = np.array([0.7] * 4 + [0.0] * 13 + [0.7] * 6)
    assert np.flatnonzero(likely(chance, np.ones(len(chance), bool))).tolist() == [0, 1, 2, 3]
    near = np.delete(chance, [4, 5])
    assert likely(near, np.ones(len(near), bool)).sum() == 6


def test_a_body_ends_with_a_sentence_unless_its_last_line_is_sure() -> None:
    """A doubtful last line without a sentence is left out, one inside the body is not."""
    chance = np.array([0.9, 0.5, 0.9, 0.5])
    sentences = np.array([True, False, True, False])
    assert likely(chance, sentences).tolist() == [True, True, True, False]
    assert likely(chance, np.ones(4, bool)).all()
    assert likely(np.array([0.9, 0.7]), np.array([True, False])).all()


def test_a_body_does_not_begin_with_a_doubtful_question() -> None:
    """A film's title above the body is left out; a question inside it, or a sure one, is not."""
    chance = np.array([0.5, 0.9, 0.5, 0.9])
    ends, asks = np.ones(4, bool), np.array([True, False, True, False])
    assert likely(chance, ends, asks).tolist() == [False, True, True, True]
    assert likely(np.array([0.7, 0.9]), np.ones(2, bool), np.array([True, False])).all()


def test_no_likely_line_makes_no_body() -> None:
    """Where no line is likely none is taken."""
    assert not likely(np.full(5, 0.1), np.ones(5, bool)).any()


def test_the_likeliest_line_above_a_body_is_its_title_where_none_is_like_a_headline() -> None:
    """A faint title counts only above the body, with words enough, and from a least chance."""
    body = "The kettle on my shelf was on the list of the office, and so I rang the shop at once."
    page = f"Home\nCheck your kettle tonight at home\n{body}\n{body}"
    lines = measured(page, printed_lines(page))
    kinds = np.zeros((4, len(KINDS)))
    kinds[:, KINDS.index("furniture")] = 0.5
    kinds[1, KINDS.index("headline")] = 0.06
    article = np.array([0.0, 0.1, 0.9, 0.9])
    assert decide(lines, article, kinds, [False] * 4)[1] == "headline"
    kinds[1, KINDS.index("headline")] = 0.04
    assert decide(lines, article, kinds, [False] * 4)[1] == "furniture"
