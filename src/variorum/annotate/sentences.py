"""Sentences, by a library, made aware of quote marks.

A sentence is the smallest unit whose words may be aligned: the sentences of a long quotation
are told apart, while a quotation and the words that attribute it stay one (``“Go!” he said.``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from variorum.annotate.marks import Marked
from variorum.languages import Language
from variorum.model.article import Article
from variorum.model.spans import Span, Spans, strip

_CLOSERS = frozenset(")]}")
# What the library would pair over long distances, or cannot take.
_MASKED = re.compile(
    "[\"'“”„‟«»‹›‘’‚‛「」『』`()\\[\\]{}\n\r\x0b\x0c\x85\u2028\u2029\ud800-\udfff]"
)
_NUMERALS = frozenset("IVXLCDM")
_INSIDE = frozenset("'’`")
# How many words after a closing mark may stand before the verb of speech.
_NEAR = 5


def find_sentences(article: Article, marked: Sequence[Marked], language: Language | None) -> Spans:
    """Return the sentences of the body blocks, in order, without white space at their edges."""
    sentences: list[Span] = []
    place = 0
    for block in article.body():
        while place < len(marked) and marked[place].outer[1] <= block.span[0]:
            place += 1
        here = place
        while here < len(marked) and marked[here].outer[0] < block.span[1]:
            here += 1
        sentences.extend(_split(article, block.span, marked[place:here], language))
    return tuple(sentences)


def join_inside_marks(sentences: Sequence[Span], marked: Sequence[Marked]) -> Spans:
    """Return ``sentences`` with those joined that end inside an outermost stretch in marks."""
    joined: list[Span] = []
    stretches = [m.outer for m in marked if m.level == 0]
    place = 0
    for start, end in sentences:
        while place < len(stretches) and stretches[place][1] <= start:
            place += 1
        inside = place < len(stretches) and stretches[place][0] < start
        if inside and joined and joined[-1][1] > stretches[place][0]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def sentence_at(sentences: Sequence[Span], place: int) -> int:
    """Return the number of the last sentence that begins at a place or before, -1 for none.

    Args:
        sentences: whole ones, in order.
        place: in code points of their text.
    """
    return bisect_right(sentences, place, key=lambda sentence: sentence[0]) - 1


def _split(
    article: Article, span: Span, marked: Sequence[Marked], language: Language | None
) -> Iterator[Span]:
    """Yield the sentences of one block."""
    text = article.text
    closing = {m.outer[1] - 1 for m in marked if m.closed}
    start = span[0]
    gaps = {*_gaps(text, span, article.language or "en"), *_behind_whole(text, span, language)}
    for end, following in sorted(gaps):
        closers = [at for at in range(end, following) if at in closing or text[at] in _CLOSERS]
        boundary = closers[-1] + 1 if closers else end
        after_mark = any(at in closing for at in closers)
        if closers and text[following].islower():
            continue
        if _goes_on(text, (end, span[1]), following, after_mark=after_mark, language=language):
            continue
        yield from _told((start, boundary), text)
        start = boundary
    yield from _told((start, span[1]), text)


def _told(span: Span, text: str) -> Iterator[Span]:
    span = strip(text, span)
    if span[0] < span[1]:
        yield span


def _gaps(text: str, span: Span, code: str) -> Iterator[Span]:
    """Yield the stretches of white space and marks between what the library calls sentences."""
    import sentencex

    masked = _masked(text[slice(*span)])
    found: list[dict[str, Any]] = sentencex.get_sentence_boundaries(code, masked)
    end = None
    for sentence in found:
        start, stop = strip(masked, (sentence["start_index"], sentence["end_index"]))
        if start == stop:
            continue
        if end is not None:
            yield (span[0] + end, span[0] + start)
        end = stop


def _behind_whole(text: str, span: Span, language: Language | None) -> Iterator[Span]:
    """Yield the gaps behind a whole word that the library takes for a short one.

    An answer (``voted no. Rep. Poe left``) is short before a number (``in no. 4``, ``at no.
    Seven``, ``in no. IV``); the name of a month is not (``shut in May. Poe left``).
    """
    if language is None or not language.refusals | language.months.keys():
        return
    for match in _whole_words(language).finditer(text, *span):
        word = match["next"]
        numeral = len(word) > 1 and _NUMERALS.issuperset(word)
        numbered = match["answer"] and (numeral or word.lower() in language.numbers)
        if word[0].isupper() and not numbered:
            yield match.end("word") + 1, match.start("next")


@cache
def _whole_words(language: Language) -> re.Pattern[str]:
    months = language.months.keys() - language.abbreviations
    answer, month = (
        "|".join(sorted(map(re.escape, words)))
        for words in (language.refusals, {*months, *map(str.title, months)})
    )
    return re.compile(
        rf"(?<![\w.])(?P<word>(?P<answer>{answer or '(?!)'})|{month or '(?!)'})\."
        r"[\"”’')»]{0,3}[ \u00a0]{1,4}[\"“‘'(«]{0,3}(?P<next>[^\W\d_]\w{0,30})"
    )


def _masked(words: str) -> str:
    """Return ``words`` with quote marks, brackets and line ends as blanks, apostrophes kept."""
    return _MASKED.sub(
        lambda match: (
            match[0]
            if match[0] in _INSIDE
            and words[match.start() - 1 : match.start()].isalnum()
            and words[match.end() : match.end() + 1].isalnum()
            else " "
        ),
        words,
    )


def _goes_on(
    text: str, rest: Span, following: int, *, after_mark: bool, language: Language | None
) -> bool:
    """Tell whether a sentence goes on after what looks like its end."""
    ahead = re.findall(r"\w+", text[following : min(rest[1], following + 80)])[: _NEAR + 1]
    if not ahead:
        return False
    if after_mark and text[rest[0] - 1] in "?!," and _attributes(ahead, language):
        return True
    if language is None:
        return False
    before = re.search(r"[\w.]+$", text[max(0, rest[0] - 12) : rest[0]])
    last = before[0].rstrip(".").lower() if before else ""
    dated = ahead[0].lower() in language.weekdays or ahead[0].lower() in language.months
    if last in language.abbreviations and "(" in text[rest[0] : following]:
        return True
    titled = last in language.honorifics and text[rest[0] - 1] == "."
    return titled or (dated and last in language.abbreviations)


def _attributes(ahead: Sequence[str], language: Language | None) -> bool:
    """Tell whether the words after a closing mark say who spoke."""
    if language is None:
        return False
    for place, word in enumerate(ahead):
        cue = language.cues.get(word.lower())
        if cue is not None and word.islower():
            return cue.form in {"past", "third"} and place <= _NEAR
        if place and word.lower() in language.function_words:
            return False
    return False
