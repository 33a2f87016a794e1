"""What comes about once, dated twice: ``founded in 1874 … the company, established in 1847``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum import languages
from variorum.align.flagging.clashing import quote
from variorum.align.relating.likeness import is_stem
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag, Time
from variorum.model.phrases import places_of
from variorum.model.spans import Span, covers
from variorum.model.words import Word, words_in

# A date stands so near behind what it dates, in words; and what it dates behind "when".
REACH = 12
BEHIND = 6
# A date that a noun has stands right behind it: "the robbery on 5 April".
NOUN = 3
# So far before a verb is its subject looked for, in words.
SUBJECT = 4
# What both tell of stands so near, in words.
BESIDE = 5
# EDTF of a day, of a month and of a year without anything that leaves it open.
_GRAINS = (4, 7, 10)
YEAR = 4
# Years further apart than this are of two things.
FAR = 40
_WHEN = "when"


@dataclass(frozen=True, slots=True)
class _Dated:
    """What comes about, by the number of its row, with its date and its words.

    ``known``: it is taken up, by a noun with ``the`` or by a pronoun; ``subject``: the noun before
    the verb, empty for a noun; ``keys``: the other content words beside it.
    """

    row: int
    time: Time
    span: Span
    known: bool
    subject: str
    keys: frozenset[str]


def find_dated_twice(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield a flag, without its id, where what comes about once has two dates of one grain.

    The later print takes up the earlier one: by a noun (``the robbery``) or a pronoun, by its
    subject (``the firm``), or by a word that stands beside both. No third date is told of the
    kind. What happens again (``another``), on another day than was said, or not, is left alone.

    Args:
        item: the article.
    """
    language = languages.find(item.article.language)
    if language is None:
        return
    told = [one for sentence in item.sentences for one in _dated(item, sentence, language)]
    for row in {one.row: None for one in told}:
        same = [one for one in told if one.row == row]
        if len({one.time.edtf for one in same}) != 2:
            continue
        first, again = next(
            pair for pair in combinations(same, 2) if pair[0].time.edtf != pair[1].time.edtf
        )
        if _are_apart(first.time, again.time) and _is_one(first, again, language):
            yield Flag(
                id="",
                kind="date-clash",
                witness=item.article.id,
                spans=tuple(sorted((first.time.span, again.time.span))),
                note=quote(item.article, (first.span, again.span)),
            )


def _dated(item: AnnotatedArticle, sentence: Span, language: Language) -> Iterator[_Dated]:
    """Yield what a sentence tells with a date, one of each kind."""
    text = item.article.text
    words = list(words_in(text, sentence))
    forms = [word.form for word in words]
    times = [one for one in item.times if covers(sentence, one.span) and _is_plain(one, text)]
    if not times or any(map(language.negates, forms)):
        return
    for row, phrases in enumerate(language.flags.happenings):
        for start, stop in places_of(phrases, forms):
            time = _date(words, (start, stop), times, language)
            if time is not None and not _is_anew(words, (start, stop), time, language):
                known, subject = _lead(words, start, language)
                behind = [one.form for one in words[stop : stop + 2]]
                if behind[:1] and behind[0] in language.determiners:
                    subject = next((f for f in behind[1:] if f in language.flags.bodies), subject)
                known |= covers(time.span, words[max(0, start - 1)].span)
                span = (
                    min(words[start].span[0], time.span[0]),
                    max(words[stop - 1].span[1], time.span[1]),
                )
                near = (*words[max(0, start - BESIDE) : start], *words[stop : stop + BESIDE])
                own = frozenset(
                    word.form
                    for word in near
                    if word.form not in language.function_words and not covers(time.span, word.span)
                )
                yield _Dated(row, time, span, known, subject, own)
                break


def _is_anew(words: Sequence[Word], place: tuple[int, int], time: Time, language: Language) -> bool:
    """Tell whether the words about a happening tell of another one, or leave it open."""
    start, stop = place
    first = words[max(0, start - SUBJECT)].span[0]
    last = max(words[stop - 1].span[1], time.span[1])
    own = {w.form for w in (*words[:start], *words[stop:]) if first <= w.span[0] < last}
    own -= {w.form for w in words if covers(time.span, w.span)}
    return not own.isdisjoint(language.flags.anew | language.contrasts.possible)


def _is_plain(time: Time, text: str) -> bool:
    """Tell whether a date is told by its figures, and is one day, month or year."""
    figures = any(sign.isdigit() for sign in text[slice(*time.span)])
    return figures and len(time.edtf) in _GRAINS and time.edtf[:YEAR].isdecimal()


def _date(
    words: Sequence[Word], place: tuple[int, int], times: Sequence[Time], language: Language
) -> Time | None:
    """Return the date behind words, before ``when`` and these, or between ``its`` and a noun."""
    start, stop = place
    reach = words[min(stop + REACH, len(words)) - 1].span[1]
    behind = next((t for t in times if words[start].span[1] <= t.span[0] < reach), None)
    if behind is not None:
        between = [w.form for w in words[stop:] if w.span[1] <= behind.span[0]]
        noun = _lead(words, start, language)[0] and words[start - 1].form not in (
            language.subject_pronouns
        )
        bounds = language.contrasts.since | language.contrasts.until | language.contrasts.before
        bounded = not bounds.isdisjoint(between[-1:])
        return None if bounded or (noun and len(between) > NOUN) else behind
    for time in times:
        after = [w for w in words if w.span[0] >= time.span[1]][: BEHIND + 1]
        if after and after[0].form == _WHEN and any(w is words[start] for w in after):
            return time
        before = [w.form for w in words if w.span[1] <= time.span[0]][-1:]
        if after and after[0] is words[start] and before and before[0] in language.possessives:
            return time
    return None


def _lead(words: Sequence[Word], at: int, language: Language) -> tuple[bool, str]:
    """Return whether a word takes up what is known, and the noun that it is said of."""
    light = language.be_forms | language.auxiliaries
    before = [w.form for w in words[max(0, at - SUBJECT) : at] if w.form not in light]
    if not before:
        return False, ""
    known = language.times.articles | language.possessives | language.subject_pronouns
    if before[-1] in known or before[-1].endswith("'s"):
        return True, ""
    return False, before[-1] if before[-1] not in language.function_words else ""


def _are_apart(one: Time, other: Time) -> bool:
    """Tell whether two dates of one grain differ, yet by less than parts two of a kind."""
    years = abs(int(one.edtf[:YEAR]) - int(other.edtf[:YEAR]))
    whole = len(one.edtf) == YEAR
    return len(one.edtf) == len(other.edtf) and (years <= FAR if whole else years <= 1)


def _is_one(first: _Dated, again: _Dated, language: Language) -> bool:
    """Tell whether two prints tell of one thing."""
    subjects = {first.subject, again.subject}
    bodies = language.flags.bodies | {""}
    taken = again.known or first.known
    one_body = subjects <= bodies or len(subjects) == 1
    alike = len(again.time.edtf) > YEAR and any(
        a == b or is_stem(a, b) for a in first.keys for b in again.keys
    )
    return taken or (one_body and subjects != {""}) or alike
