"""Typing the lines of a page that a person copied as plain text.

There is no mark-up to go by. Each line is judged by its shape, by its place among the lines around
it and by how its words lean; the judgement is learned from pages whose article is known. The
way of seeing a page as a sequence of lines with features of their neighbours follows Kohlschütter,
Fankhauser and Nejdl, "Boilerplate detection using shallow text features" (WSDM 2010).
"""

from __future__ import annotations

from itertools import chain

import numpy as np

from variorum.extract.certain_lines import with_closing_line, with_date_line, with_opening_lines
from variorum.extract.last_sentences import with_last_sentences
from variorum.extract.line_context import second_view
from variorum.extract.line_kinds import decide
from variorum.extract.line_menu import is_menu
from variorum.extract.line_model import article_chances, kind_chances, leanings, news_chances
from variorum.extract.line_shape import ShapedLine
from variorum.extract.line_split import Raw, measured, printed_lines
from variorum.extract.line_views import form, pooled, views, wording
from variorum.extract.line_words import mean_leanings
from variorum.extract.lone_titles import with_lone_title
from variorum.extract.no_titles import without_mistaken
from variorum.extract.other_voices import without_comments, without_teasers
from variorum.extract.picture_lines import with_captions
from variorum.extract.post_times import with_posts, without_clocks
from variorum.extract.short_titles import with_short_title
from variorum.model.article import Block

MOST_LINES = 20_000
"""How many lines of a text are judged with care; a page has some hundreds."""

_LONG = 120
"""Characters from which a line far down a huge text is taken for a paragraph."""


def type_lines(text: str, *, language: str | None = None) -> tuple[Block, ...]:
    """Cut copied text into typed blocks, in page order, with only white space between them.

    A block is one visible line, or the lines of one paragraph where the text was wrapped at a
    column. Any string is accepted; the work is linear in its length. Beyond :data:`MOST_LINES`
    lines a line is a paragraph where it is long, and furniture where it is not.

    Args:
        text: the copied text.
        language: its language as a BCP 47 tag where known: that of its dates. What is learned of
            words is of English and says nothing of other languages.
    """
    found = printed_lines(text)
    lines = measured(text, found[:MOST_LINES])
    menus = [is_menu(text[slice(*line.span)]) for line in lines]
    words = [text[slice(*line.span)] for line in lines]
    kinds = without_mistaken(words, _kinds(lines, menus), menus, language)
    kinds = with_short_title(words, kinds, menus, language)
    kinds = with_lone_title(words, kinds, menus, language)
    kinds = with_opening_lines(words, with_date_line(words, kinds, language))
    kinds = with_last_sentences(
        words, with_closing_line(words, kinds), mean_leanings(lines, leanings()), language
    )
    kinds = without_clocks(words, with_posts(words, kinds))
    kinds = with_captions(words, kinds, language)
    kinds = without_teasers(words, without_comments(words, kinds, language), language)
    judged = zip(lines, kinds, strict=True)
    return tuple(
        chain((Block(kind, line.span) for line, kind in judged), map(_far, found[MOST_LINES:]))
    )


def _kinds(lines: list[ShapedLine], menus: list[bool]) -> list[str]:
    if not lines:
        return []
    plain, wide = views(form(lines), *wording(lines, leanings()))
    article = article_chances(plain)
    counts = np.array([line.count for line in lines])
    kinds = kind_chances(second_view(plain, article, counts))
    return decide(lines, pooled(article, news_chances(wide)), kinds, menus)


def _far(line: Raw) -> Block:
    start, end, _, _ = line
    return Block("paragraph" if end - start >= _LONG else "furniture", (start, end))
