"""A note on a text in a language that has no file: how little of it is read."""

from __future__ import annotations

from variorum.languages import Language
from variorum.model.annotation import Flag
from variorum.model.article import Article
from variorum.model.identity import sign

NOTE = (
    "no file for this language: only words in quote marks, names by capital letters, "
    "numbers and ISO dates are read; what it leaves out or alone has is not told"
)


def find_unread(article: Article, language: Language | None) -> tuple[Flag, ...]:
    """Return a flag at the beginning of an article whose language has no file.

    Args:
        article: the text.
        language: of the article; None: none is known, or it has no file.
    """
    body = article.body()
    if language is not None or not body:
        return ()
    flag = Flag(
        id="",
        kind="language-without-file",
        witness=article.id,
        spans=(body[0].span,),
        note=NOTE,
    )
    return (sign(flag, {article.id: article}),)
