"""How likely two quotations print one act of speech, by the content words in common order."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.align.prints import Print, PrintWord
from variorum.align.speakers import match_speakers
from variorum.align.subsequence import in_common

# What a shared word weighs; function words weigh nothing. Names stand in most of what is said in
# one story, and weigh no more than another word for being rare.
WORD = 1.0
NAME = 1.0
TELLING = 1.3
LONG = 8
# Words left out or put in between shared words take this part of their weight off.
GAP = 0.4
# Numbers that differ at one place speak against one act of speech more than they would speak for.
OTHER_NUMBER = 2.0
# Each has a number or a date that the other lacks, anywhere in it.
NEED_IF_NUMBERS = 1.0
# The weight needed where the speaker is the same and the shorter print is shared whole, and what
# is needed on top of it.
NEED = 2.2
NEED_IF_PARTLY = 2.5
NEED_IF_OPEN = 1.0
# Who is taken to speak from a pronoun, or from the words before, may be another: so much that
# stands in the other print word for word is more than the guess.
LEAST_IF_INFERRED = 3.0
# A headline says in few words what its report prints at length, and echoes what was said.
LESS_IN_HEADLINE = 2.0
LESS_IF_WHOLE = 1.2
LESS_A_WORD = 0.2
PLAIN_WORDS = 3
# So many words in marks may stand for a print that reports the rest.
LEAST_MARKED = 3
SLOPE = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Affinity:
    """A score from 0 to 1, the stretch of words each side shares, and the reasons.

    ``left`` and ``right`` are ranges of positions among the words of the two prints. ``whole``: one
    of them, or all it has in marks, stands in the other word for word.
    """

    score: float
    left: range
    right: range
    whole: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of content words in common order: its net weight and the positions shared."""

    weight: float
    pairs: tuple[tuple[int, int], ...]


def affinity(one: Print, other: Print) -> Affinity | None:
    """Return how likely two quotations print one act of speech, None where they cannot."""
    speakers = match_speakers(
        one.quotation.speaker, other.quotation.speaker, one.language or other.language
    )
    if speakers == "other" and not _inferred(one, other):
        return None
    left = [at for at, word in enumerate(one.words) if word.content]
    right = [at for at, word in enumerate(other.words) if word.content]
    sides = [one.words[at] for at in left], [other.words[at] for at in right]
    best = _best(*sides)
    if best is None:
        return None
    matched = [one.words[left[at]] for at, _ in best.pairs]
    whole = _stands_in(one, other) or _stands_in(other, one)
    if speakers == "other" and not (whole and best.weight >= LEAST_IF_INFERRED):
        return None
    share = min(1.0, _total(matched) / min(map(_total, sides)))
    need = _need(one, other, share, whole=whole) + NEED_IF_OPEN * (speakers != "same")
    score = 1 / (1 + math.exp(-SLOPE * (best.weight - need)))
    shown = sorted({one.article.text[slice(*word.span)] for word in matched})
    reasons = [f"shared words: {', '.join(shown)}"]
    if speakers != "same":
        reasons.append("speaker not named alike")
    first, last = best.pairs[0], best.pairs[-1]
    return Affinity(
        score=round(score, 3),
        left=range(left[first[0]], left[last[0]] + 1),
        right=range(right[first[1]], right[last[1]] + 1),
        whole=whole,
        reasons=tuple(reasons),
    )


def _inferred(one: Print, other: Print) -> bool:
    """Tell whether a speaker is not named where the words are printed."""
    speakers = (one.quotation.speaker, other.quotation.speaker)
    return any(speaker and speaker.how in ("pronoun", "carried") for speaker in speakers)


def _need(one: Print, other: Print, share: float, *, whole: bool) -> float:
    """Return the weight that two prints of one speaker need; ``share`` is what they share."""
    need = NEED + NEED_IF_PARTLY * (1 - share)
    values = [{w.key for w in side.words if w.is_number or w.date} for side in (one, other)]
    need += NEED_IF_NUMBERS * bool(values[0] - values[1] and values[1] - values[0])
    if whole:
        plain = min(sum(not word.content for word in side.words) for side in (one, other))
        need -= LESS_IF_WHOLE + LESS_A_WORD * min(plain, PLAIN_WORDS)
    return need - LESS_IN_HEADLINE * (one.in_headline or other.in_headline)


def _stands_in(one: Print, other: Print) -> bool:
    """Tell whether all words of a print, or those it has in marks, stand in another unbroken."""
    marked = [word.form for word in one.words if word.marks is not None]
    sought = [[word.form for word in one.words]]
    sought += [marked] if len(marked) >= LEAST_MARKED else []
    field = _lines([word.form for word in other.words])
    return any(_lines(forms) in field for forms in sought)


def _lines(forms: Sequence[str]) -> str:
    return "\n".join(("", *forms, ""))


def weigh(word: PrintWord) -> float:
    """Return what it weighs that two prints share a word, whatever other texts there are."""
    if not word.content:
        return 0.0
    if word.is_name:
        return NAME
    return TELLING if word.is_number or len(word.form) >= LONG else WORD


def _total(words: Sequence[PrintWord]) -> float:
    return sum(weigh(word) for word in words)


def _best(one: Sequence[PrintWord], other: Sequence[PrintWord]) -> _Stretch | None:
    """Return the best stretch of a longest common subsequence.

    A word that stands twice may be matched early or late: it is drawn to the words around it.
    """
    keys = [word.key for word in one], [word.key for word in other]
    pairs = in_common(*keys)
    found = [_stretch(one, other, pairs)]
    if any(len(set(side)) < len(side) for side in keys):
        found.append(_stretch(one, other, _late(_early(pairs, *keys), *keys)))
        found.append(_stretch(one, other, _early(_late(pairs, *keys), *keys)))
    return max(found, key=lambda stretch: stretch.weight if stretch else 0.0)


_Pairs = Sequence[tuple[int, int]]


def _early(pairs: _Pairs, one: Sequence[str], other: Sequence[str]) -> _Pairs:
    """Return the same matches, each as early as the one before it allows."""
    drawn = []
    first = second = -1
    for i, j in pairs:
        first = one.index(one[i], first + 1, i + 1)
        second = other.index(one[i], second + 1, j + 1)
        drawn.append((first, second))
    return drawn


def _late(pairs: _Pairs, one: Sequence[str], other: Sequence[str]) -> _Pairs:
    """Return the same matches, each as late as the one after it allows."""
    ends = len(one) - 1, len(other) - 1
    turned = [(ends[0] - i, ends[1] - j) for i, j in reversed(pairs)]
    drawn = _early(turned, one[::-1], other[::-1])
    return [(ends[0] - i, ends[1] - j) for i, j in reversed(drawn)]


def _stretch(
    one: Sequence[PrintWord], other: Sequence[PrintWord], pairs: _Pairs
) -> _Stretch | None:
    """Return the best stretch of some matches, by a running sum."""
    best, bounds = 0.0, (0, 0)
    running, start = 0.0, 0
    last = (-1, -1)
    for at, (i, j) in enumerate(pairs):
        running -= _lost(one[last[0] + 1 : i], other[last[1] + 1 : j])
        if running <= 0:
            running, start = 0.0, at
        running += weigh(one[i])
        if running > best:
            best, bounds = running, (start, at + 1)
        last = i, j
    return _Stretch(best, tuple(pairs[slice(*bounds)])) if best else None


def _lost(one: Sequence[PrintWord], other: Sequence[PrintWord]) -> float:
    """Return what a gap in the shared words takes off."""
    first, second = {w.key for w in one if w.is_number}, {w.key for w in other if w.is_number}
    clash = OTHER_NUMBER if first and second and first != second else 0.0
    return GAP * max(_total(one), _total(other)) + clash
