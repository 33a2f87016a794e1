"""Which prints belong together: pairs that score enough, joined from the best pair down.

A pair's score depends on its two quotations only, so no other witness changes it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.align.occasions import exclude_days
from variorum.align.prints import Print
from variorum.align.similarity import Affinity, affinity
from variorum.align.speakers import match_speakers
from variorum.model.annotation import Speaker

ENOUGH = 0.5
# A fragment is a print of an utterance from this many words on.
LEAST_FRAGMENT = 3
LEAST_SHARED = 2
# Parts of one answer stand apart in the print that joins them: at most this share in common.
APART = 0.5
# and so much of each, in words, stands there.
MOSTLY = 0.6

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Exchange:
    """The prints of one story by quotation id, their links, and the questions asked."""

    prints: Mapping[str, Print]
    links: Mapping[Pair, Affinity]
    questions: Mapping[str, Print]
    days: Mapping[str, str | None]

    def question(self, group: tuple[str, ...]) -> str | None:
        """Return the id of the question that a print of the group answers."""
        asked = (self.prints[key].quotation.answers for key in group)
        return min((key for key in asked if key and key in self.questions), default=None)

    def link(self, one: str, other: str) -> Affinity | None:
        """Return how two prints are linked, None where they are not."""
        return self.links.get((min(one, other), max(one, other)))

    def shared(self, of: str, with_: str) -> range:
        """Return the stretch of print ``of`` that it shares with another one."""
        found = self.link(of, with_)
        assert found is not None  # noqa: S101 - asked of linked prints only
        return found.left if of < with_ else found.right


def find_links(prints: Mapping[str, Print], days: Mapping[str, str | None]) -> dict[Pair, Affinity]:
    """Return the pairs of prints that score enough; prints of equal words are scored once."""
    sides = {key: _side(one) for key, one in prints.items()}
    known: dict[object, Affinity | None] = {}
    links = {}
    for one, other in _candidates(prints):
        if exclude_days(days[one], days[other]):
            continue
        turned = sides[other] < sides[one]
        first, second = (other, one) if turned else (one, other)
        pair = sides[first], sides[second]
        if pair not in known:
            known[pair] = affinity(prints[first], prints[second])
        found = known[pair]
        if found is None or found.score < ENOUGH:
            continue
        if _allowed(prints[one], prints[other], found):
            swapped = replace(found, left=found.right, right=found.left)
            links[one, other] = swapped if turned else found
    return links


def _side(one: Print) -> tuple[object, ...]:
    """Return all of a print that its score depends on."""
    speaker = one.quotation.speaker
    named = (speaker.name, speaker.kind) if speaker else ("", "")
    return (*named, bool(one.quotation.marks), tuple(w.form for w in one.words))


def _candidates(prints: Mapping[str, Print]) -> Iterator[Pair]:
    """Yield the pairs of prints that share at least two content words."""
    places: dict[str, list[str]] = defaultdict(list)
    for key in sorted(prints):
        for word in sorted({w.key for w in prints[key].words if w.content}):
            places[word].append(key)
    counts: Counter[Pair] = Counter()
    for found in places.values():
        counts.update(combinations(found, 2))
    yield from sorted(pair for pair, shared in counts.items() if shared >= LEAST_SHARED)


def _allowed(one: Print, other: Print, found: Affinity) -> bool:
    """Tell whether a fragment, or words that one witness prints twice, are there word for word.

    Words that one witness gives to two sources are two acts of speech to it.
    """
    fragment = "fragment" in (one.quotation.use, other.quotation.use)
    again = one.witness == other.witness
    if not fragment and not again:
        return True
    if fragment and min(len(one.words), len(other.words)) < LEAST_FRAGMENT:
        return False
    speakers = one.quotation.speaker, other.quotation.speaker
    matched = match_speakers(*speakers, one.language or other.language)
    return found.whole and not (again and matched == "open" and None not in speakers)


def grouped(story: Exchange) -> list[tuple[str, ...]]:
    """Join linked prints from the best pair down; two groups that exclude each other stay apart."""
    of: dict[str, tuple[str, ...]] = {key: (key,) for key in story.prints}
    ranked = sorted(story.links.items(), key=lambda link: (-link[1].score, link[0]))
    for (one, other), _ in ranked:
        left, right = of[one], of[other]
        if left == right or not _compatible(left, right, story):
            continue
        joined = tuple(sorted(left + right))
        for key in joined:
            of[key] = joined
    return sorted(set(of.values()))


def _compatible(left: tuple[str, ...], right: tuple[str, ...], story: Exchange) -> bool:
    """Tell whether no print of one group excludes a print of another."""
    speakers = [_speakers(side, story) for side in (left, right)]
    languages = (story.prints[key].language for key in left + right)
    language = next((known for known in languages if known), None)
    if any(match_speakers(a, b, language) == "other" for a in speakers[0] for b in speakers[1]):
        return False
    days = [{story.days[key] for key in side} for side in (left, right)]
    if any(exclude_days(a, b) for a in days[0] for b in days[1]):
        return False
    return all(
        story.link(one, other) is not None or _parts(one, other, left + right, story)
        for one in left
        for other in right
        if story.prints[one].witness == story.prints[other].witness
    )


def _speakers(group: tuple[str, ...], story: Exchange) -> list[Speaker | None]:
    """Return the speakers a group names, each name once."""
    found = {}
    for key in group:
        speaker = story.prints[key].quotation.speaker
        found[(speaker.name, speaker.kind) if speaker else None] = speaker
    return list(found.values())


def _parts(one: str, other: str, group: tuple[str, ...], story: Exchange) -> bool:
    """Tell whether two prints of one witness are parts of an answer that another prints joined.

    Each of them stands in that print for the most part, and the two at different places.
    """
    for whole in group:
        if story.link(one, whole) is None or story.link(other, whole) is None:
            continue
        first, second = story.shared(whole, one), story.shared(whole, other)
        common = min(first.stop, second.stop) - max(first.start, second.start)
        inside = all(
            len(story.shared(part, whole)) >= MOSTLY * len(story.prints[part].words)
            for part in (one, other)
        )
        if inside and common <= APART * min(len(first), len(second)):
            return True
    return False
