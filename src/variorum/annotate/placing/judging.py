"""Which rows stand: what the rules and the model say of a place, weighed together.

The rules are exact where they know a word and miss the words that no list has; the model has read
many, and is less sure. A row stands where both together make it likely (a logistic regression,
fitted beside the model by ``training/ledger``). What a rule says of a noun for several places
(``those regions``) the model is not asked.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from variorum.annotate.placing.act_frames import NO_ONE, Act
from variorum.annotate.placing.act_nouns import around
from variorum.annotate.placing.chances import LEAST, Chance, chances_in
from variorum.annotate.placing.doers import doer_at
from variorum.annotate.placing.scenes import Scene, Site
from variorum.annotate.syntax import Syntax
from variorum.model.spans import Span, overlap

# A row as the rules and the model have it: the span of its place, and its stance or predicate.
Key = tuple[Span, str]
# The weights of ``evidence``, and how likely a row has to be.
WEIGHTS = (-1.2, 0.79, 2.64, -0.69, 0.22, 0.35, -0.54)
LIKELY = 0.35
# No chance is nearer to nought or one than this.
_EDGE = 0.001


class Judge:
    """Tells which rows of a sentence stand.

    Args:
        syntax: of the article.
        threads: on how many threads the model runs.
    """

    def __init__(self, syntax: Syntax, *, threads: int = 1) -> None:
        self.syntax, self.threads = syntax, threads

    def standing(
        self, scene: Scene, sentence: Span, ruled: Collection[Key]
    ) -> dict[Key, Chance | None]:
        """Return the rows that stand, with what the model says of them.

        Args:
            scene: the sentence.
            sentence: its span.
            ruled: what the rules say of the places in it.
        """
        sites = [site for _, (site, _) in sorted(scene.at.items()) if not site.members]
        found = list(chances_in(self.syntax, sentence, sites, threads=self.threads))
        seen = {(sites[one.site].span, one.row): one for one in found}
        chance = {key: one.chance for key, one in seen.items()}
        keys = dict.fromkeys([*ruled, *seen])
        return {k: seen.get(k) for k in keys if _likely(evidence(k, ruled, chance))}

    def act(self, scene: Scene, site: Site, one: Chance) -> Act | None:
        """Return what the model sees said of a place, as the rules would have it."""
        tokens = enumerate(scene.tokens)
        at = next((k for k, token in tokens if overlap(token.span, one.word)), None)
        if at is None:
            return None
        doer = NO_ONE if at in scene.inside else doer_at(scene, self.syntax, at)
        return Act(site, one.row, doer, around(scene, at), at)


def evidence(key: Key, ruled: Collection[Key], chance: dict[Key, float]) -> tuple[float, ...]:
    """Return what speaks for a row, a figure for each of ``WEIGHTS``.

    Args:
        key: the row.
        ruled: what the rules say of the places of the sentence.
        chance: what the model says of them.
    """
    span, row = key
    seen = min(max(chance.get(key, LEAST / 2), _EDGE), 1 - _EDGE)
    others = (one for (site, name), one in chance.items() if site == span and name != row)
    named, lies = key in ruled, row == "located-in"
    elsewise = not named and any(site == span for site, _ in ruled)
    odds = math.log(seen / (1 - seen))
    return (1, odds, named, named and lies, lies, max(others, default=0.0), elsewise)


def place_at(scene: Scene, word: Span) -> Site | None:
    """Return the place in whose name a word stands."""
    return next((site for site, _ in scene.at.values() if overlap(site.span, word)), None)


def _likely(figures: Sequence[float]) -> bool:
    total = sum(weight * figure for weight, figure in zip(WEIGHTS, figures, strict=True))
    return 1 / (1 + math.exp(-total)) >= LIKELY
