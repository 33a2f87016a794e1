"""Articles → stories: which texts report one event.

Every pair of texts is scored by the rare words their bodies share
(:mod:`variorum.cluster.likeness`), and texts are joined by average linkage (Sokal and Michener
1958) while the mean score between two groups stays at or over a threshold. Two unrelated texts
are two stories; texts dated far apart are never one. A pair's score never depends on the other
texts of a run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.cluster.likeness import Likeness, Profile, compare, profile, shared_by
from variorum.cluster.linkage import average_linkage
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import sign
from variorum.model.story import Story

NAMED_REASONS = 6
NEVER = float("-inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The stage that sorts articles into stories, run on all of them together.

    Args:
        least: the mean score, 0 to 1, at which two groups of texts are one story.
    """

    least: float = 0.5

    def __call__(self, articles: Sequence[AnnotatedArticle]) -> tuple[Story, ...]:
        """Return the stories of ``articles``; every article is a witness of exactly one.

        Args:
            articles: any number of them, in any order; an id given twice counts once.
        """
        profiles = sorted(
            {found.article.id: profile(found) for found in articles}.values(),
            key=lambda known: known.witness,
        )
        scores: dict[tuple[int, int], Likeness] = {}
        for right in range(len(profiles)):
            for left in range(right):
                scores[left, right] = compare(profiles[left], profiles[right])
        linked = {pair: NEVER if found.apart else found.score for pair, found in scores.items()}
        groups = average_linkage(len(profiles), linked, self.least)
        stories = (self._story(group, profiles, scores) for group in groups)
        return tuple(sorted(stories, key=lambda story: story.witnesses))

    def _story(
        self,
        group: tuple[int, ...],
        profiles: Sequence[Profile],
        scores: dict[tuple[int, int], Likeness],
    ) -> Story:
        if len(group) > 1:
            reasons = _together([profiles[at] for at in group], scores, group)
        else:
            near = [found for pair, found in scores.items() if group[0] in pair]
            reasons = _alone(near, self.least)
        witnesses = tuple(profiles[at].witness for at in group)
        return sign(Story(id="", witnesses=witnesses, reasons=reasons), {})


def _together(
    told: Sequence[Profile], scores: dict[tuple[int, int], Likeness], group: tuple[int, ...]
) -> tuple[str, ...]:
    """Say what holds the witnesses of a story together."""
    pairs = [scores[pair].score for pair in combinations(group, 2)]
    shared = [shared_by(one, other) for one, other in combinations(told, 2)]
    mean = sum(pairs) / len(pairs)
    reasons = [f"score {mean:.2f}" + (", mean of its pairs" if len(pairs) > 1 else "")]
    for label, words in (
        ("names", [found.names for found in shared]),
        ("numbers", [found.numbers for found in shared]),
        ("rare words", [found.words for found in shared]),
    ):
        counted = _most_shared(words)
        if counted:
            reasons.append(f"shared {label}: {', '.join(counted)}")
    return tuple(reasons)


def _most_shared(lists: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the words that most pairs share, the weightiest first."""
    ranks: dict[str, tuple[int, int]] = {}
    for words in lists:
        for at, word in enumerate(words):
            count, place = ranks.get(word, (0, 0))
            ranks[word] = (count - 1, place + at)
    best = sorted(ranks, key=lambda word: (ranks[word], word))
    return best[:NAMED_REASONS]


def _alone(pairs: Sequence[Likeness], least: float) -> tuple[str, ...]:
    """Say why a text stands alone: how near the nearest other text came."""
    if not pairs:
        return ()
    nearest = max(pairs, key=lambda pair: (pair.score, pair.against))
    told = f"nearest other text scores {nearest.score:.2f}, below {least:.2f}"
    return (told, *nearest.against)
