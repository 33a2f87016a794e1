"""An occasion that an article dates twice: ``stolen on 2 October … the theft on 12 October``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.flagging.clashing import quote
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag, Time
from variorum.model.spans import Span
from variorum.model.words import Word

# A date stands so near behind the verb or the noun that it dates, in words.
REACH = 8
# So far before a verb is its subject looked for, in words.
SUBJECT = 4
# A sentence with more dates is a list.
MOST = 12
# EDTF of a day, of a month and of a year without anything that leaves it open.
_GRAINS = (4, 7, 10)
YEAR = 4


@dataclass(frozen=True, slots=True)
class _Dated:
    """An occasion, by its noun, with its date and the words from the one to the other."""

    noun: str
    time: Time
    span: Span


def find_redatings(item: AnnotatedArticle, claims: Sequence[Claim]) -> Iterator[Flag]:
    """Yield a flag, without its id, where an occasion is taken up with another date.

    ``The theft on 12 October`` takes up what was told by a verb before. It clashes where one
    date only was told of that occasion, of the same grain, another one. Plans, hedges and
    denials are left alone.

    Args:
        item: the article.
        claims: one for each of its sentences, in order.
    """
    language = languages.find(item.article.language)
    if language is None:
        return
    times = {time.id: time for time in item.times}
    told: dict[str, list[_Dated]] = {}
    for claim in claims:
        dates = sorted((times[t] for t in claim.statement.times if t in times), key=_begin)
        if len(dates) > MOST:
            continue
        dates = [time for time in dates if len(time.edtf) in _GRAINS and time.edtf[:4].isdigit()]
        if not dates:
            continue
        words = list(claim.words)
        for again in _taken_up(words, dates, language):
            yield from (_flag(item, *pair) for pair in _again(told.get(again.noun, []), again))
        for kept in _kept(words, dates, language):
            yield from (
                _flag(item, one, kept)
                for one in _begun(told, language)
                if _off(one, kept, language)
            )
        if not (claim.denies or claim.weakening):
            for one in _told(words, dates, language):
                told.setdefault(one.noun, []).append(one)
            for one in _of_subjects(words, dates, language):
                before = told.setdefault(one.noun, [])
                yield from (_flag(item, *pair) for pair in _again(before, one))
                before.append(one)


def _again(before: Sequence[_Dated], again: _Dated) -> Iterator[tuple[_Dated, _Dated]]:
    """Yield an occasion with the first print of it, if that had one date and another one."""
    if len({one.time.edtf for one in before}) == 1 and _apart(before[0].time, again.time):
        yield before[0], again


def _begin(time: Time) -> Span:
    return time.span


def _told(words: Sequence[Word], dates: Sequence[Time], language: Language) -> Iterator[_Dated]:
    """Yield the occasions that verbs or nouns of a sentence tell, with the date behind each."""
    for noun, forms in language.contrasts.occasions.items():
        for at, word in enumerate(words):
            time = _behind(words, at, dates) if word.form in forms else None
            if time:
                yield _Dated(noun, time, (word.span[0], time.span[1]))
                break
    for at, word in enumerate(words):
        if time := _set_for(words, at, dates, language):
            yield _Dated(word.form, time, (word.span[0], time.span[1]))


def _of_subjects(
    words: Sequence[Word], dates: Sequence[Time], language: Language
) -> Iterator[_Dated]:
    """Yield what happened once to what a noun right before names: ``the school opened in 1962``."""
    forms = {form for told in language.contrasts.occasions.values() for form in told}
    for at, word in enumerate(words):
        time = _behind(words, at, dates) if word.form in forms else None
        before = [w for w in words[max(0, at - SUBJECT) : at] if w.form not in language.be_forms]
        led = len(before) > 1 and _leads(before[-2], language)
        if time and led and before[-1].form not in language.function_words:
            noun = f"{before[-1].form} {word.form}"
            yield _Dated(noun, time, (before[-1].span[0], time.span[1]))


def _set_for(
    words: Sequence[Word], at: int, dates: Sequence[Time], language: Language
) -> Time | None:
    """Return the date of a noun: right behind it, or behind verbs as ``is set for``."""
    time = _behind(words, at, dates)
    light = language.function_words | language.contrasts.scheduling
    between = (w for w in words[at + 1 : at + 1 + REACH] if time and w.span[1] <= time.span[0])
    return time if all(word.form in light for word in between) else None


def _taken_up(words: Sequence[Word], dates: Sequence[Time], language: Language) -> Iterator[_Dated]:
    """Yield the occasions that a definite noun takes up, with the date right behind or before.

    A year before the noun tells it from another: ``the 2018 election``.
    """
    for at, word in enumerate(words):
        if word.form not in language.contrasts.occasions or at == 0:
            continue
        behind = words[at + 1 : at + 3]
        time = next((t for t in dates for w in behind if t.span[0] <= w.span[0] < t.span[1]), None)
        dated = behind and behind[0].form in language.prepositions
        if time and dated and _leads(words[at - 1], language):
            yield _Dated(word.form, time, (word.span[0], time.span[1]))
            continue
        before = words[at - 1].span[0]
        time = next((t for t in dates if t.span[0] <= before < t.span[1]), None)
        if time and len(time.edtf) > YEAR:
            led = [w for w in words[:at] if w.span[1] <= time.span[0]]
            if led and _leads(led[-1], language):
                yield _Dated(word.form, time, (time.span[0], word.span[1]))


def _leads(word: Word, language: Language) -> bool:
    """Tell whether a noun behind a word is known: ``the``, ``its``, ``the poet's``."""
    known = language.times.articles | language.possessives
    return word.form in known or word.form.endswith(("'s", "’s"))


def _kept(words: Sequence[Word], dates: Sequence[Time], language: Language) -> Iterator[_Dated]:
    """Yield the anniversaries of what a sentence is about, with the date behind each."""
    for at, word in enumerate(words):
        own = at > 0 and words[at - 1].form in language.possessives
        time = _behind(words, at, dates) if word.form in language.contrasts.anniversaries else None
        if own and time:
            yield _Dated(word.form, time, (word.span[0], time.span[1]))


def _begun(told: Mapping[str, list[_Dated]], language: Language) -> list[_Dated]:
    """Return the one beginning that is told, none where there are several."""
    found = [one for noun in sorted(language.contrasts.beginnings) for one in told.get(noun, [])]
    return found[:1] if len({one.time.edtf for one in found}) == 1 else []


def _off(one: _Dated, kept: _Dated, language: Language) -> bool:
    """Tell whether an anniversary is kept more than a year beside its day."""
    years = int(kept.time.edtf[:YEAR]) - int(one.time.edtf[:YEAR])
    return abs(years - language.contrasts.anniversaries[kept.noun]) > 1


def _behind(words: Sequence[Word], at: int, dates: Sequence[Time]) -> Time | None:
    """Return the date that begins a few words behind a verb."""
    reach = words[min(at + REACH, len(words) - 1)].span[1]
    return next((t for t in dates if words[at].span[1] <= t.span[0] < reach), None)


def _apart(one: Time, other: Time) -> bool:
    """Tell whether two dates of one grain differ; days of two years are of two occasions."""
    days = len(one.edtf) > YEAR
    same = len(one.edtf) == len(other.edtf) and (not days or one.edtf[:YEAR] == other.edtf[:YEAR])
    return same and one.edtf != other.edtf


def _flag(item: AnnotatedArticle, first: _Dated, second: _Dated) -> Flag:
    return Flag(
        id="",
        kind="date-clash",
        witness=item.article.id,
        spans=(first.time.span, second.time.span),
        note=quote(item.article, (first.span, second.span)),
    )
