"""Answers to one question: cut short, or a yes or no beside a report of what it stands for.

"Asked whether the mill would be sold, Poe said: “No.”" prints what "Poe said the mill would not be
sold" reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from variorum.align.gathering.occasions import exclude_days
from variorum.align.gathering.similarity import Affinity
from variorum.align.gathering.speakers import match_speakers
from variorum.align.odds import likelihood
from variorum.align.prints import Print, PrintWord, read_print

# How sure it is that two answers to one question are one, as log-odds.
ODDS = 2.0
# Two prints of one question share so much of what either says beside names.
ASKED = 0.75
# A shortened answer keeps so many words at least, or all that is said with a yes or no.
KEPT = 3
ENDS = frozenset(".!?")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Answer:
    """A print with the words of the question it answers, those of content by their keys."""

    key: str
    of: Print
    asked: Sequence[PrintWord]
    about: Set[str]


def answer_links(
    prints: Mapping[str, Print], days: Mapping[str, str | None]
) -> dict[Pair, Affinity]:
    """Return the links of prints of two witnesses that only the question they answer tells of.

    Args:
        prints: the words of each quotation, by its id.
        days: when each was said, as far as known.
    """
    answers = list(_answers(prints))
    found: dict[Pair, Affinity] = {}
    for one, other in combinations(answers, 2):
        if _may_be_one((one.of, other.of), (days[one.key], days[other.key])) and _cut(one, other):
            short, long = sorted((one.of, other.of), key=lambda row: len(row.words))
            found |= _link(long, short, len(short.words))
    held: dict[str, list[str]] = defaultdict(list)
    for key, row in prints.items() if answers else ():
        for word in () if row.in_headline else _about(row.words):
            held[word].append(key)
    for answer in answers:
        near = sorted({key for word in answer.about for key in held.get(word, ())})
        for key in near:
            if _may_be_one((answer.of, prints[key]), (days[answer.key], days[key])):
                words = len(opening_of(answer.of))
                told = _stands_for(answer, prints[key])
                found |= _link(answer.of, prints[key], words) if told else {}
    return found


def stands_for(answer: Print, one: Print) -> bool:
    """Tell whether an answer is a yes or no that another print reports with its question's words.

    ``“No, it will not”``, asked whether the mill would be sold, stands for ``the mill would not be
    sold``.
    """
    return any(_stands_for(found, one) for found in _answers({answer.quotation.id: answer}))


def _answers(prints: Mapping[str, Print]) -> Iterator[_Answer]:
    """Yield the prints that answer a question of their witness."""
    for key, one in sorted(prints.items()):
        asked = one.quotation.answers
        question = next((q for q in one.found.quotations if q.id == asked), None) if asked else None
        if question is not None and one.quotation.form == "direct":
            words = read_print(question, one.found).words
            yield _Answer(key, one, words, _about(words))


def _about(words: Sequence[PrintWord]) -> set[str]:
    return {word.key for word in words if word.content and not word.is_name}


def _may_be_one(pair: tuple[Print, Print], days: tuple[str | None, str | None]) -> bool:
    """Tell whether one speaker of two witnesses said two prints, on no two days."""
    one, other = pair
    speakers = one.quotation.speaker, other.quotation.speaker
    same = match_speakers(*speakers, one.language or other.language) == "same"
    return same and one.witness != other.witness and not exclude_days(*days)


def _cut(one: _Answer, other: _Answer) -> bool:
    """Tell whether two witnesses print one question, and of one the beginning of its answer."""
    shared = len(one.about & other.about)
    if not shared or shared < ASKED * max(len(one.about), len(other.about)):
        return False
    short, long = sorted((row.of.words for row in (one, other)), key=len)
    begins = [word.form for word in short] == [word.form for word in long[: len(short)]]
    return begins and (len(short) >= KEPT or _assent(one.of) is not None)


def _assent(one: Print) -> bool | None:
    """Return True for an answer that opens with a yes, False for one with a no, else None."""
    language, words = one.language, one.words
    if language is None or not words:
        return None
    form, end = words[0].form, words[0].span[1]
    alone = len(words) == 1 or not one.article.text[end : words[1].span[0]].isspace()
    if not alone or form not in language.refusals | language.assents:
        return None
    return form in language.assents


def opening_of(answer: Print) -> Sequence[PrintWord]:
    """Return the first sentence of an answer, be it no more than its yes or no."""
    words, text = answer.words, answer.article.text
    if len(words) > 1 and _assent(answer) is not None:
        parted = text[words[0].span[1] : words[1].span[0]]
        if not ENDS.isdisjoint(parted):
            return words[:1]
    ended = next((at for at, word in enumerate(words) if word.ends), len(words))
    return words[: ended + 1]


def _stands_for(answer: _Answer, one: Print) -> bool:
    """Tell whether a report has all that an answer and its question say, as the answer turns it."""
    assent, language = _assent(answer.of), one.language
    content, rest = _about(one.words), _about(opening_of(answer.of)[1:])
    if assent is None or language is None or one.quotation.answers:
        return False
    whole = bool(answer.about) and answer.about <= content <= answer.about | rest
    if not whole or not rest <= content | answer.about or one.quotation.negated:
        return False
    denied = [sum(language.negates(w.form) for w in row) % 2 for row in (answer.asked, one.words)]
    denies = not language.cues_of("deny").isdisjoint(_cue(one))
    affirmed = (denied[1] == 1) == denies
    return not denied[0] and affirmed == assent


def _cue(one: Print) -> list[str]:
    return [form.casefold() for form in one.article.words(*one.quotation.cue)]


def _link(one: Print, other: Print, words: int | None = None) -> dict[Pair, Affinity]:
    """Return the link of two prints; of the first, so many words are shared, or all."""
    shared = {one.quotation.id: range(len(one.words) if words is None else words)}
    shared[other.quotation.id] = range(len(other.words))
    first, second = sorted(shared)
    link = Affinity(
        score=likelihood(ODDS),
        left=shared[first],
        right=shared[second],
        whole=True,
        reasons=("one question answered",),
        odds=ODDS,
    )
    return {(first, second): link}
