"""What the annotator found, mended where the words right beside it tell more.

A source is the pronoun between commas before its cue (``The firm, she said, “lied”``), never a
bare relative clause (``[voters] who left said``); a content begins behind a clause about its source
(``According to Poe, who was there, it fell``), no circumstance in which it was said (``Leaving the
hall, Poe said: “It fell”``), and a lone pronoun is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from variorum.annotate.annotator import Found
from variorum.annotate.attributing.cues import is_verb
from variorum.annotate.tokens import tokens_in
from variorum.languages import Language
from variorum.model.spans import Span
from variorum.model.words import words_in

_INSERTED = re.compile(r",[ \u00a0](\w+)[ \u00a0]\Z")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]*[ \u00a0]\Z")
_DOING = "ing"
# How far back a word is looked for, in code points.
WORD = 40


def mended(text: str, found: Iterable[Found], language: Language) -> Iterator[Found]:
    """Yield each attribution with its own source and content, none that says nothing.

    Args:
        text: of the article.
        found: what the annotator found.
        language: of the article.
    """
    for one in found:
        source = one.source and _source(text, one, one.source, language)
        told = _without_circumstance(text, one.content, source, language)
        content = tuple(_behind_clause(text, part, source, language) for part in told)
        if not _is_pronoun(text, content, language):
            yield replace(one, source=source, content=content)


def _source(text: str, one: Found, source: Span, language: Language) -> Span:
    start = one.cue[0]
    inserted = _INSERTED.search(text, max(source[1], start - WORD), start)
    if inserted and inserted[1].lower() in language.subject_pronouns:
        return inserted.span(1)
    words = list(words_in(text, source))
    if len(words) > 1 and words[0].form in language.relatives:
        return _noun_before(text, source[0], language), source[1]
    ahead = list(words_in(text, (max(0, source[0] - WORD), source[0])))[-2:]
    inside = len(ahead) == 2 and ahead[0].form in language.relatives
    if (
        inside
        and ahead[1].form not in language.relatives
        and "," not in text[ahead[0].span[0] : source[0]]
    ):
        return _noun_before(text, ahead[0].span[0], language), source[1]
    return source


def _noun_before(text: str, start: int, language: Language) -> int:
    """Return where the noun before a relative clause begins, with its article."""
    noun = _WORD_BEFORE.search(text, max(0, start - WORD), start)
    if noun is None:
        return start
    article = _WORD_BEFORE.search(text, max(0, noun.start() - WORD), noun.start())
    known = article is not None and article[0].strip().lower() in language.determiners
    return article.start() if article is not None and known else noun.start()


def _behind_clause(text: str, part: Span, source: Span | None, language: Language) -> Span:
    """Return a stretch of content without a relative clause about the source before it."""
    first = next((w.form for w in words_in(text, part)), "")
    if (
        source is None
        or first not in language.relatives
        or text[source[1] : part[0]].strip() != ","
    ):
        return part
    end = text.find(", ", part[0], part[1])
    return part if end < 0 else (end + 2, part[1])


def _without_circumstance(
    text: str, content: tuple[Span, ...], source: Span | None, language: Language
) -> tuple[Span, ...]:
    """Return content without what the source is doing (``Sentencing him, Judge Poe said: …``)."""
    if source is None or len(content) < 2 or content[0][1] > source[0]:
        return content
    tokens = tokens_in(text, content[0], ())
    doing = bool(tokens) and tokens[0].form.endswith(_DOING)
    verbs = any(is_verb(token, language) for token in tokens)
    beside = text[content[0][1] : source[0]].strip() == ","
    return content[1:] if doing and beside and not verbs else content


def _is_pronoun(text: str, content: tuple[Span, ...], language: Language) -> bool:
    forms = [w.form for part in content for w in words_in(text, part)]
    pronouns = language.object_pronouns | language.subject_pronouns | language.relatives
    return len(forms) == 1 and forms[0] in pronouns
