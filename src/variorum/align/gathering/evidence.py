"""What speaks for and against two prints of one act of speech, and how much.

The weights are those of a logistic regression over labelled pairs (``training.grouping``), so that
a score is a probability among pairs that look alike: half of these are prints of one utterance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from variorum.align.gathering.profiles import Profile
from variorum.align.gathering.speakers import Match
from variorum.align.gathering.surroundings import likeness

# Beyond this weight of shared words there is little doubt left to take away.
ENOUGH_SHARED = 8.0
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "always": -0.40,
        "shared": 0.39,
        "whole": 0.38,
        "runs": 0.18,
        "length": -0.54,
        "left over, both direct": -2.52,
        "neither direct": -0.41,
        "headline, length": 1.20,
        "same speaker": 1.38,
        "other speaker": -0.90,
        "speaker not told": 0.27,
        "other numbers": -0.58,
        "one denies": -0.63,
        "like sentence": 1.81,
        "like surroundings": 2.11,
        "better counterpart": -1.11,
    }
)
# Two words may be shared by any two sentences on one matter. The labelled pairs look alike, so they
# do not show it: without a heading, or all of a print word for word, less than this counts less.
LEAST_SHARED = 3.0
FEW_SHARED = 1.0
# A print of one of the two witnesses is a better counterpart.
RIVALLED = "better counterpart"


def features(
    one: Profile, other: Profile, weight: float, *, speakers: Match, whole: bool
) -> dict[str, float]:
    """Return what is asked of two prints, by the names that ``WEIGHTS`` has.

    Args:
        one: a print.
        other: a print it shares words with.
        weight: of the best stretch of words that they share.
        speakers: whether one person is named in both.
        whole: whether one of them stands in the other word for word.
    """
    direct = [side.of.quotation.form == "direct" for side in (one, other)]
    apart = one.of.witness != other.of.witness
    heading = one.in_headline or other.in_headline
    length = math.log1p(min(len(one.of.words), len(other.of.words)))
    left_over = 1 - min(1.0, weight / min(one.weight, other.weight))
    return {
        "always": 1.0,
        "shared": min(weight, ENOUGH_SHARED),
        "few": float(weight < LEAST_SHARED and not whole and not heading),
        "whole": float(whole),
        "runs": math.log1p(len(one.runs & other.runs)),
        "length": length,
        "left over, both direct": left_over * all(direct),
        "neither direct": float(not any(direct)),
        "headline, length": heading * length,
        "same speaker": float(speakers == "same"),
        "other speaker": float(speakers == "other"),
        "speaker not told": float(None in (one.of.quotation.speaker, other.of.quotation.speaker)),
        "other numbers": float(bool(one.values - other.values and other.values - one.values)),
        "one denies": float(one.denies != other.denies),
        "like sentence": likeness(one.near, other.near) * apart,
        "like surroundings": likeness(one.around, other.around) * apart,
        RIVALLED: 0.0,
    }


def log_odds(found: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that two prints of these features are of one utterance."""
    odds = sum(weight * found[name] for name, weight in WEIGHTS.items())
    return odds - FEW_SHARED * found["few"]


def likelihood(odds: float) -> float:
    """Return the probability of log-odds, to three places."""
    return round(1 / (1 + math.exp(-odds)), 3)
