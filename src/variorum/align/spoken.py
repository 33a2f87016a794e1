"""Figures and dates that one speaker is given otherwise by another witness, in the same sentence.

Two short sentences with another number in them may be two acts of speech, so they are no prints
of one; that the numbers differ is told of all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.align.gathering.occasions import are_two_days, day_of
from variorum.align.gathering.speakers import match_speakers
from variorum.align.prints import Print, PrintWord, sentences_in
from variorum.model.annotation import Flag
from variorum.model.story import Utterance
from variorum.model.vocabulary import FlagKind

# A sentence is known again by so many words that are no figures.
LEAST_WORDS = 3
# A sentence that stands in more prints is a formula.
MOST = 50


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of a print with one or more figures or dates in it."""

    row: Print
    values: tuple[PrintWord, ...]


def spoken_clashes(
    prints: Mapping[str, Print], utterances: Sequence[Utterance]
) -> tuple[Flag, ...]:
    """Return a flag a witness for each figure of a sentence that another witness prints otherwise.

    The speaker is the same, all other words are, and neither witness prints both figures. Prints
    of one utterance are left out: a variant tells of them.
    """
    together = {p: u.prints for u in utterances for p in u.prints}
    alike: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for key in sorted(prints):
        for words in sentences_in(prints[key].words):
            values = tuple(word for word in words if _is_value(word))
            shape = tuple("#" if _is_value(word) else word.form for word in words)
            plain = [word for word in words if not _is_value(word)]
            if values and len(plain) >= LEAST_WORDS and any(word.content for word in plain):
                alike[shape].append(_Said(prints[key], values))
    found = [
        flag
        for said in alike.values()
        if 1 < len(said) <= MOST
        for flag in _clashes(said, together)
    ]
    return tuple(dict.fromkeys(found))


def _clashes(said: Sequence[_Said], together: Mapping[str, tuple[str, ...]]) -> Iterator[Flag]:
    for one, other in combinations(said, 2):
        first, second = one.row, other.row
        pairs = [(a, b) for a, b in zip(one.values, other.values, strict=True) if a.form != b.form]
        if first.witness == second.witness or len(pairs) != 1:
            continue
        if second.quotation.id in together.get(first.quotation.id, ()):
            continue
        if not _same_speech(first, second) or _prints_both(said, one, other):
            continue
        (a, b) = pairs[0]
        if a.date == b.date and a.key != b.key:
            kind: FlagKind = "date-clash" if a.date else "number-clash"
            label = kind.removesuffix("-clash")
            shown = first.said([a]), second.said([b])
            for row, word, told in ((first, a, shown), (second, b, shown[::-1])):
                note = f"{label} {' ≠ '.join(told)}"
                yield Flag(id="", kind=kind, witness=row.witness, spans=(word.span,), note=note)


def _same_speech(one: Print, other: Print) -> bool:
    speakers = one.quotation.speaker, other.quotation.speaker
    same = match_speakers(*speakers, one.language or other.language) == "same"
    return same and not are_two_days(day_of(one), day_of(other))


def _prints_both(said: Sequence[_Said], one: _Said, other: _Said) -> bool:
    """Tell whether one of two witnesses prints the sentence with the figures of both."""
    shapes = {side.row.witness: set[tuple[str, ...]]() for side in (one, other)}
    for known in said:
        if known.row.witness in shapes:
            shapes[known.row.witness].add(tuple(word.key for word in known.values))
    return any(len(found) > 1 for found in shapes.values())


def _is_value(word: PrintWord) -> bool:
    return word.is_number or bool(word.date)
