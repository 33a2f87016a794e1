"""How much it says that two texts share a word: the rarer the word, the more.

Two texts are too few to count by, so the weight is the inverse document frequency (Spärck Jones
1972) of the word in a large body of news, kept in a table of common words for each language that
has one. Elsewhere function words and the shape of a word have to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from variorum import drawers, languages
from variorum.languages import common_words, find

RARE = 8.0
SMALL_NUMBER = 3.0
SHORT = 2.0


@dataclass(frozen=True, slots=True)
class Rarity:
    """What is known of the words of one language; empty for an unknown one."""

    function_words: frozenset[str]
    common: Mapping[str, float]

    def __call__(self, word: str) -> float:
        """Return what sharing ``word`` weighs, from 0 to ``RARE``.

        Args:
            word: a folded form, as of :class:`variorum.model.words.Word`.
        """
        if word[0].isdigit():
            return SMALL_NUMBER if is_year(word) or len(word) < 3 else RARE
        if word in self.function_words:
            return 0.0
        if not self.common and len(word) < 4 and word.isascii():
            return SHORT
        return self.common.get(word, RARE)


def rarity(language: str | None) -> Rarity:
    """Return the weights of a language by its ISO 639-1 code, None where it is not known."""
    known = find(language)
    return (
        Rarity(known.function_words, common_words(known.code)) if known else Rarity(frozenset(), {})
    )


@lru_cache(maxsize=1 << 16)
def commonness(word: str) -> float:
    """Return the least weight that any known language gives to a word.

    Args:
        word: a folded form, of a text in whatever language.
    """
    return min(weigh(word) for weigh in _all())


@cache
def _all() -> tuple[Rarity, ...]:
    return tuple(rarity(code) for code in drawers.keys(languages))


def is_year(word: str) -> bool:
    """Tell a year, which stands in most reports, from other numbers of four digits."""
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}
