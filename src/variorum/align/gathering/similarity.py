"""How likely two quotations print one act of speech, by the content words in common order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from variorum.align.gathering.denials import are_told_and_withheld
from variorum.align.gathering.evidence import RECALLED, RIVALLED, Shared, features, log_odds
from variorum.align.gathering.profiles import Profile, stands_in
from variorum.align.gathering.speakers import Match, match_speakers
from variorum.align.gathering.two_speakers import are_of_two
from variorum.align.odds import likelihood
from variorum.align.subsequence import in_common
from variorum.model.spans import Span

# Words left out or put in between shared words take this part of their weight off.
GAP = 0.4
# Numbers that differ at one place speak against one act of speech more than they would speak for.
OTHER_NUMBER = 2.0
# No two people say so much in the same words.
NO_CHANCE = 12.0
# nor so much where all that one of them is printed to say stands in the other's words.
NO_CHANCE_WHOLE = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Affinity:
    """A score from 0 to 1, the stretch of words each side shares, and the reasons.

    ``left`` and ``right`` are ranges of positions among the words of the two prints. ``whole``: one
    of them, or all it has in marks, stands in the other word for word. ``evidence`` is what
    was asked of the two, ``odds`` the logarithm of those that the score stands for.
    """

    score: float
    left: range
    right: range
    whole: bool
    reasons: tuple[str, ...]
    evidence: Mapping[str, float] = field(default_factory=dict)
    odds: float = 0.0

    def beaten(self) -> Affinity:
        """Return it as it is where one of the two has a better counterpart in the other witness."""
        return self._known(RIVALLED)

    def recalled(self) -> Affinity:
        """Return it as it is where one of the two alone is told of a time long gone."""
        return self._known(RECALLED)

    def _known(self, name: str) -> Affinity:
        found = {**self.evidence, name: 1.0}
        odds = log_odds(found)
        return replace(self, evidence=found, odds=odds, score=likelihood(odds))


def most_likely(one: Profile, other: Profile) -> float:
    """Return a score that two quotations cannot exceed, whatever the order of their words."""
    keys = [key for key in one.held if key in other.held]
    sides = _held(one, keys), _held(other, keys)
    shared = Shared(*(min(weights) for weights in zip(*sides, strict=True)))
    found = features(one, other, shared, speakers=speakers_of(one, other), whole=True)
    return likelihood(log_odds(found))


def _held(one: Profile, keys: Sequence[str]) -> tuple[float, float]:
    """Return what the words of some keys weigh in a print, and how rare they are in it."""
    held = [one.held[key] for key in keys]
    return sum(weight for weight, _ in held), sum(rarity for _, rarity in held)


def speakers_of(one: Profile, other: Profile) -> Match:
    """Tell how the speakers of two prints stand to each other."""
    first, second = one.of, other.of
    language = first.language or second.language
    return match_speakers(first.quotation.speaker, second.quotation.speaker, language)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of content words in common order: its net weight and the positions shared."""

    weight: float
    pairs: tuple[tuple[int, int], ...]


def affinity(one: Profile, other: Profile) -> Affinity | None:
    """Return how likely two quotations print one act of speech, None where they cannot.

    Words beside the names of two people are of two people, unless so much is the same that one of
    the witnesses has the wrong name; beside two roles also where not both have words in marks, and
    beside the names of a person and of a body unless words in a row are the same. What one speaker
    denies another does not say ("denied that it leaks", "said it leaks"), nor what is left open
    ("would not say whether it leaks"). Of a report by another speaker what it opens with is shared.
    What only names something is said of nothing.
    """
    speakers = speakers_of(one, other)
    best = None if _names_alone(one) or _names_alone(other) else _best(one, other)
    if best is None or are_told_and_withheld(one, other):
        return None
    whole = stands_in(one, other) or stands_in(other, one)
    enough = NO_CHANCE_WHOLE if whole else NO_CHANCE
    if best.weight < enough and are_of_two(one, other, speakers, whole=whole):
        return None
    if speakers != "same" and (_beside_the_point(one, other) or _beside_the_point(other, one)):
        return None
    matched = [one.words[at] for at, _ in best.pairs]
    shared = _weighed(one, other, best)
    evidence = features(one, other, shared, speakers=speakers, whole=whole)
    odds = log_odds(evidence)
    shown = sorted({one.of.article.text[slice(*word.span)] for word in matched})
    reasons = [f"shared words: {', '.join(shown)}"]
    if speakers != "same":
        reasons.append("speaker not named alike")
    first, last = best.pairs[0], best.pairs[-1]
    return Affinity(
        score=likelihood(odds),
        left=range(one.places[first[0]], one.places[last[0]] + 1),
        right=range(other.places[first[1]], other.places[last[1]] + 1),
        whole=whole,
        reasons=tuple(reasons),
        evidence=evidence,
        odds=odds,
    )


def _names_alone(one: Profile) -> bool:
    """Tell whether a print says nothing of what it names, in no marks: "did not mention Brel"."""
    words = one.words
    return not one.in_headline and all(word.is_name and word.marks is None for word in words)


def _weighed(one: Profile, other: Profile, best: _Stretch) -> Shared:
    """Return what the words of a stretch weigh; gaps take off as much of their rarity."""
    gross = sum(one.upto[i + 1] - one.upto[i] for i, _ in best.pairs)
    rarity = sum(min(one.rare[i], other.rare[j]) for i, j in best.pairs)
    return Shared(best.weight, rarity * best.weight / gross)


def _beside_the_point(one: Profile, other: Profile) -> bool:
    """Tell whether a report shares only a later clause: "after judges struck down the tax".

    What opens a report is its point; a clause behind a subordinator, or words behind others that
    are not the speaker's, may be the narrator's.
    """
    row, language = one.of, one.of.language
    if row.quotation.form != "indirect" or row.in_headline or language is None:
        return False
    stop = row.quotation.spans[0][1]
    parting = language.subordinators - language.complementisers
    opening: list[str] = []
    for word in row.words:
        if word.span[0] >= stop or (opening and word.form in parting):
            break
        opening += [word.key] if word.content else []
    return bool(opening) and set(other.keys).isdisjoint(opening)


def _best(one: Profile, other: Profile) -> _Stretch | None:
    """Return the best stretch of a longest common subsequence.

    A word that stands twice may be matched early or late: it is drawn to the words around it.
    """
    keys = one.keys, other.keys
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


def _stretch(one: Profile, other: Profile, pairs: _Pairs) -> _Stretch | None:
    """Return the best stretch of some matches, by a running sum."""
    best, bounds = 0.0, (0, 0)
    running, start = 0.0, 0
    last = (-1, -1)
    for at, (i, j) in enumerate(pairs):
        running -= _lost(one, other, (last[0] + 1, i), (last[1] + 1, j))
        if running <= 0:
            running, start = 0.0, at
        running += one.upto[i + 1] - one.upto[i]
        if running > best:
            best, bounds = running, (start, at + 1)
        last = i, j
    return _Stretch(best, tuple(pairs[slice(*bounds)])) if best else None


def _lost(one: Profile, other: Profile, first: Span, second: Span) -> float:
    """Return what a gap in the shared words takes off, from where to where it is in both."""
    lost = max(
        one.upto[first[1]] - one.upto[first[0]], other.upto[second[1]] - other.upto[second[0]]
    )
    if not one.numbers or not other.numbers or not lost:
        return GAP * lost
    numbers = [
        {side.keys[at] for at in range(*gap) if at in side.numbers}
        for side, gap in ((one, first), (other, second))
    ]
    clash = OTHER_NUMBER if all(numbers) and numbers[0] != numbers[1] else 0.0
    return GAP * lost + clash
