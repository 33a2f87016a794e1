"""What speaks for and against two prints of one act of speech, and how much.

The weights are those of a logistic regression over labelled pairs (``training.grouping``), so that
a score is a probability among pairs that look alike: half of these are prints of one utterance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from variorum.align.gathering.profiles import Profile
from variorum.align.gathering.speakers import Match
from variorum.align.gathering.surroundings import likeness

# Beyond this sum of rarities of shared words there is little doubt left to take away.
ENOUGH_SHARED = 8.0
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "always": -3.84,
        "rare": 0.80,
        "cover": 1.57,
        "whole": 0.76,
        "runs": 0.30,
        "length": -0.65,
        "left over, both direct": -2.93,
        "neither direct": -0.44,
        "headline, length": 0.63,
        "same speaker": 1.74,
        "other speaker": -1.23,
        # Fitted, it is a quarter of this: half of the invented pairs were written with a slip.
        "other numbers": -1.50,
        "like sentence": 3.55,
        "like surroundings": 4.56,
        "better counterpart": -0.06,
        # Set by hand: in the open half twelve of fifteen that scored .4 are of two occasions.
        "one of long ago": -2.50,
    }
)
_WEIGHTS = tuple(WEIGHTS.items())
# What stands around two prints of one witness says nothing: they count as most pairs are alike.
BESIDE = 0.25
# A print of one of the two witnesses is a better counterpart.
RIVALLED = "better counterpart"
# One of the two is told of a time long gone.
RECALLED = "one of long ago"


@dataclass(frozen=True, slots=True)
class Shared:
    """What the words weigh that two prints share, and how rare they are in their articles."""

    weight: float
    rarity: float


def features(
    one: Profile, other: Profile, shared: Shared, *, speakers: Match, whole: bool
) -> dict[str, float]:
    """Return what is asked of two prints, by the names that ``WEIGHTS`` has.

    Args:
        one: a print.
        other: a print it shares words with.
        shared: what the words weigh that they share in the best stretch.
        speakers: whether one person is named in both.
        whole: whether one of them stands in the other word for word.
    """
    direct = one.is_direct, other.is_direct
    apart = one.of.witness != other.of.witness
    heading = one.in_headline or other.in_headline
    length = math.log1p(min(len(one.of.words), len(other.of.words)))
    left_over = 1 - min(1.0, shared.weight / min(one.weight, other.weight))
    return {
        "always": 1.0,
        "rare": min(shared.rarity, ENOUGH_SHARED),
        "cover": min(1.0, shared.rarity / min(one.rarity, other.rarity)),
        "whole": float(whole),
        "runs": math.log1p(len(one.runs & other.runs)),
        "length": length,
        "left over, both direct": left_over * all(direct),
        "neither direct": float(not any(direct)),
        "headline, length": heading * length,
        "same speaker": float(speakers == "same"),
        "other speaker": float(speakers == "other"),
        "other numbers": float(bool(one.values - other.values and other.values - one.values)),
        "like sentence": likeness(one.near, other.near) if apart else BESIDE,
        "like surroundings": likeness(one.around, other.around) if apart else BESIDE,
        RIVALLED: 0.0,
        RECALLED: 0.0,
    }


def log_odds(found: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that two prints of these features are of one utterance."""
    return sum(weight * found[name] for name, weight in _WEIGHTS)
