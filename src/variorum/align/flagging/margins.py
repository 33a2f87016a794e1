"""A margin that the result does not bear out: ``a 27-24 win … four points between the sides``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum import languages
from variorum.align.claims import Claim
from variorum.languages import Language, value_of_words
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.spans import Span, covers
from variorum.model.words import Word, words_in

# Words from a figure to the word that makes it a margin.
REACH = 3
# The result that an article is about stands in one of its first sentences.
LEAD = 2
_WIN = re.compile(r"\b(\d{1,3})[-–](\d{1,3}) ([^\W\d_]+)")
# No margin has more digits.
LONGEST = 6


@dataclass(frozen=True, slots=True)
class _Figure:
    """How far apart two sides are, as their result or a margin tells it."""

    value: int
    span: Span


def find_margin_clashes(item: AnnotatedArticle, claims: Sequence[Claim]) -> Iterator[Flag]:
    """Yield a flag, without its id, where a margin is not that of the only result told.

    Nothing where an article tells of two results: one of them may be of another day, or half time.

    Args:
        item: the article.
        claims: one for each of its sentences, in order.
    """
    language = languages.find(item.article.language)
    if language is None:
        return
    yield from _other_wins(item, language)
    results = [result for claim in claims for result in _results(claim, language)]
    if len({one.value for one in results}) != 1:
        return
    for block in item.article.blocks:
        words = list(words_in(item.article.text, block.span))
        told = (*_wins(words, language), *_margins(words, language))
        for margin in told if block.kind == "paragraph" else ():
            apart = margin.value != results[0].value
            if apart and not _is_another(margin, results[0], item, language):
                yield _flag(item, results[0], margin)


def _other_wins(item: AnnotatedArticle, language: Language) -> Iterator[Flag]:
    """Yield two results of the win that an article is about: ``a 3-1 victory … A 2-0 win``.

    The first stands in the first sentence or two; the other one tells of no day and no other side.
    """
    text = item.article.text
    told = [
        (number, _Figure(abs(int(found[1]) - int(found[2])), found.span(0)), found)
        for number, sentence in enumerate(item.sentences)
        for found in _WIN.finditer(text, *sentence)
        if found[3].lower() in language.contrasts.wins
    ]
    for number, one, found in told[1:]:
        first = told[0]
        around = {word.form for word in words_in(text, item.sentences[number])}
        same = language.flags.elsewhere.isdisjoint(around) and first[0] < LEAD
        apart = found.group(1, 2) != first[2].group(1, 2)
        if same and apart and not _is_another(one, first[1], item, language):
            yield _flag(item, first[1], one)


def _results(claim: Claim, language: Language) -> Iterator[_Figure]:
    """Yield the results of a sentence: ``3-1``, ``by 23 votes to 19``."""
    for span, printed in claim.scores.items():
        first, second = (int(side) for side in printed.replace("–", "-").split("-"))
        yield _Figure(abs(first - second), span)
    words = list(claim.words)
    yield from _divisions(words, language)
    for at, word in enumerate(words[:-1]):
        if word.form not in language.contrasts.agents:
            continue
        row = [one for one in words[at + 1 : at + 5] if one.form not in language.contrasts.points]
        if len(row) > 2 and row[1].form in language.times.infinitive:
            sides = [_value(one.form, language) for one in (row[0], row[2])]
            if sides[0] and sides[1]:
                yield _Figure(abs(sides[0] - sides[1]), (row[0].span[0], row[2].span[1]))


def _divisions(words: Sequence[Word], language: Language) -> Iterator[_Figure]:
    """Yield ``26 voted in favour and 21 against``."""
    sides = {at for at, word in enumerate(words) if word.form in language.contrasts.against}
    counted = [(at, value) for at, w in enumerate(words) if (value := _value(w.form, language))]
    for (one, first), (other, second) in pairwise(counted):
        for_ = any(word.form in language.flags.favour for word in words[one:other])
        if for_ and not sides.isdisjoint(range(other + 1, other + 1 + REACH)):
            yield _Figure(abs(first - second), (words[one].span[0], words[other].span[1]))


def _wins(words: Sequence[Word], language: Language) -> Iterator[_Figure]:
    """Yield ``a four-point win``."""
    units = {language.singular(plural) for plural in language.contrasts.points}
    for word, ahead in pairwise(words):
        number, _, unit = word.form.partition("-")
        won = _value(number, language)
        if won and unit in units and ahead.form in language.contrasts.wins:
            yield _Figure(won, word.span)


def _is_another(win: _Figure, result: _Figure, item: AnnotatedArticle, language: Language) -> bool:
    """Tell a win of another day or against others: ``a two-goal defeat by Lunt last week``."""
    text = item.article.text
    own, told = (
        next(one for one in (*item.sentences, (0, len(text))) if covers(one, figure.span))
        for figure in (win, result)
    )
    days, known = ({t.edtf for t in item.times if covers(one, t.span)} for one in (own, told))
    if not days <= known:
        return True
    behind = list(words_in(text, (win.span[1], own[1])))[1:]
    if not behind or behind[0].form not in language.contrasts.versus:
        return False
    named = [word for word in behind[1:] if word.form not in language.times.articles][:1]
    forms = {word.form for word in words_in(text, told)}
    return any(text[word.span[0]].isupper() and word.form not in forms for word in named)


def _margins(words: Sequence[Word], language: Language) -> Iterator[_Figure]:
    """Yield ``four points between``, ``by four votes``, ``a majority of four``."""
    for at, word in enumerate(words):
        value = _value(word.form, language)
        if value is None:
            continue
        behind = [one.form for one in words[at + 1 : at + REACH]]
        before = [one.form for one in words[max(0, at - REACH) : at]]
        counted = bool(behind) and behind[0] in language.contrasts.points
        parted = counted and len(behind) > 1 and behind[1] in language.contrasts.margins
        led = any(form in language.contrasts.margins for form in before)
        by = counted and _decides(before, language) and not _is_result(behind, language)
        if parted or by or (led and before[-1] in language.variants.partitive):
            yield _Figure(value, word.span)


def _decides(before: Sequence[str], language: Language) -> bool:
    """Tell whether words say that something is won or lost by what follows: ``lost by``."""
    agents, decided = language.contrasts.agents, language.flags.decided
    return len(before) > 1 and before[-1] in agents and before[-2] in decided


def _is_result(behind: Sequence[str], language: Language) -> bool:
    """Tell whether a count of points is the first of two: ``by 23 votes to 19``."""
    return len(behind) > 1 and behind[1] in language.times.infinitive


def _value(form: str, language: Language) -> int | None:
    if form.isdecimal() and len(form) <= LONGEST:
        return int(form)
    value = value_of_words(form, language.numbers, {})
    return None if value is None else int(value)


def _flag(item: AnnotatedArticle, result: _Figure, margin: _Figure) -> Flag:
    first, second = item.article.words(result.span, margin.span)
    return Flag(
        id="",
        kind="number-clash",
        witness=item.article.id,
        spans=tuple(sorted((result.span, margin.span))),
        note=f"number {first} makes {result.value} ≠ {second}",
    )
