"""The words by which a language speaks of places, beyond the nouns of ``Language.place_nouns``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceWords:
    """What the rules for places need to know. Words are in lower case.

    Args:
        features: more words for a kind, to the feature they name; they do not make a name a place.
        waters: seas and oceans that go without a word for their kind.
        of: what joins a word for a kind to a name.
        regions: names of regions cut short, as they stand behind a city's: ``ala.``.
    """

    features: Mapping[str, str]
    waters: frozenset[str]
    of: frozenset[str]
    regions: Mapping[str, str]
