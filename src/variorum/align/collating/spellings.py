"""Words that are one, written in two ways: short, with a slip of the keys, in other letters."""

from __future__ import annotations

import unicodedata

from variorum.align.prints import PrintWord
from variorum.languages import Language

# Shorter words are other words by a letter; where the last letters differ, the ending does.
LEAST = 4
ENDING = 1
# From so many letters on another letter in the midst is a slip.
LONG = 6
# So many consonants of one name, spelt in two ways, sound alike.
CONSONANTS = 2
_VOWELS = frozenset("aeiouyj")


def respelt(one: PrintWord, other: PrintWord, language: Language) -> str | None:
    """Return how two words of other letters are one, ``spelling`` or ``same``; else None.

    Points in an abbreviation and hyphens between words make no other spelling.
    """
    forms = one.form, other.form
    values = [word.rank or (word.key if word.is_number else "") for word in (one, other)]
    if any(word.is_number and not word.date for word in (one, other)):
        # "One" is a pronoun besides, and a number in the place of "1".
        values = [
            f"#{language.numbers[form]}" if form in language.numbers else value
            for form, value in zip(forms, values, strict=True)
        ]
    if any(values):
        return "spelling" if values[0] == values[1] else None
    if forms[0].replace(".", "") == forms[1].replace(".", ""):
        return "same"
    if language.variants.articles.issuperset(forms):
        return "same"
    if min(map(len, forms)) >= LEAST and folded(forms[0], language) == folded(forms[1], language):
        return "spelling"
    short = language.variants.short_forms
    if short.get(forms[0]) == forms[1] or short.get(forms[1]) == forms[0]:
        return "spelling"
    named = (one.is_name or other.is_name) and one.content and other.content
    alike = named and sounds_alike(*forms, language)
    return "spelling" if alike or slipped(*forms) else None


def folded(form: str, language: Language | None) -> str:
    """Return what two spellings of one word share."""
    bare = _letters(form)
    for written, plain in language.variants.spellings.items() if language else ():
        bare = bare.replace(written, plain)
    return "".join(c for at, c in enumerate(bare) if not at or c != bare[at - 1])


def sounds_alike(one: str, other: str, language: Language) -> bool:
    """Tell whether two names may be one, brought over from other letters in two ways.

    Their consonants sound the same in order, as in Soundex (Russell 1918) with finer classes;
    names with other consonants are other names, however few letters differ.
    """
    first, second = _sounds(one, language), _sounds(other, language)
    return first == second and len(first) >= CONSONANTS


def _sounds(form: str, language: Language) -> str:
    bare = _letters(form)
    for written, plain in language.variants.sounds.items():
        bare = bare.replace(written, plain)
    heard = "".join(c for c in bare if c not in _VOWELS)
    return "".join(c for at, c in enumerate(heard) if not at or c != heard[at - 1])


def _letters(form: str) -> str:
    bare = unicodedata.normalize("NFKD", form)
    return "".join(c for c in bare if c.isalnum())


def slipped(first: str, second: str) -> bool:
    """Tell whether two words differ by one letter in their midst, or by two that changed places.

    At the ends of a word a letter makes another word or form: "lock" and "block", "lock" and
    "locks"; in short words anywhere.
    """
    from rapidfuzz.distance import OSA

    if min(len(first), len(second)) < LEAST or first[0] != second[0]:
        return False
    if first[-ENDING:] != second[-ENDING:] or OSA.distance(first, second) != 1:
        return False
    return sorted(first) == sorted(second) or min(len(first), len(second)) >= LONG
