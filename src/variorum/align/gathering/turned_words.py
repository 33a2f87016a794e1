"""Prints of one speaker that are alike but for a word and its contrary."""

from __future__ import annotations

from variorum.align.gathering.profiles import Profile
from variorum.align.opposites import are_other_hours, opposites
from variorum.align.prints import PrintWord
from variorum.languages import Language

# So many words are one short sentence.
SHORT = 15
# Where no day is known, so much of what stands around both is the same.
BESIDE = 0.75


def differ_in_one_word(one: Profile, other: Profile) -> bool:
    """Tell whether two witnesses print one short sentence with a word and one that excludes it.

    "My client is guilty", "my client is innocent"; "in the morning", "in the evening".
    """
    if len(one.keys) != len(other.keys) or len(one.keys) == 1:
        return False
    language = one.of.language
    sides = one.of, other.of
    if language is None or one.of.witness == other.of.witness:
        return False
    pairs = zip(one.keys, other.keys, strict=True)
    differing = [at for at, (key, facing) in enumerate(pairs) if key != facing]
    if len(differing) != 1 or max(len(row.words) for row in sides) > SHORT:
        return False
    led = language.prepositions | language.determiners
    plain = [[w.form for w in row.words if not (w.content or w.form in led)] for row in sides]
    turned = one.words[differing[0]], other.words[differing[0]]
    return plain[0] == plain[1] and _exclude(*turned, language)


def _exclude(one: PrintWord, other: PrintWord, language: Language) -> bool:
    """Tell whether two words exclude one another, as contraries or as times of the day."""
    first, second = (language.variants.hours.get(word.form) for word in (one, other))
    if first and second:
        return are_other_hours(first, second, language)
    return other.key in opposites(language).get(one.key, ())


def are_told_alike(one: Profile, other: Profile) -> bool:
    """Tell whether the sentences of two prints say the same around them: who spoke, to whom."""
    around = [side.near.difference(side.keys) for side in (one, other)]
    return len(around[0] & around[1]) >= BESIDE * max(1, *map(len, around))
