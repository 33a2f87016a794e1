"""Names that stand for one another in two prints and are not one name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from variorum.align.collating.differences import Difference
from variorum.align.collating.spellings import sounds_alike
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.spans import covers

# Two first names of which one is a short form of the other begin with so many letters alike.
SHORT = 2

Words = Sequence[PrintWord]


def other_names(difference: Difference) -> bool:
    """Tell whether the readings of a place are as many names, of which two are not one name.

    A name against a common noun, or a body's against its seat's of more words, is another wording.
    """
    language = difference.language
    if language is None:
        return False
    sides = difference.words
    names = [[w for w in side if w.is_name and not _is_title(w, language)] for side in sides]
    held = [{w.key for w in side} for side in sides]
    shared = held[0] & held[1]
    plain = [w for s in sides for w in s if w.content and not w.is_name and w.key not in shared]
    if plain or len(names[0]) != len(names[1]):
        return False
    whole = [" ".join(w.form for w in side) for side in names]
    known = language.same_names
    keys = [{w.key for w in side} for side in names]
    if known.get(whole[0], whole[0]) == known.get(whole[1], whole[1]) or keys[0] & keys[1]:
        return False
    rows = difference.one, difference.other
    if _seat_of_one((whole[0], whole[1]), language) and not _placed(difference, language):
        return False
    return any(_differ((a, b), rows, language) for a, b in zip(*names, strict=True))


def _seat_of_one(names: tuple[str, str], language: Language) -> bool:
    """Tell whether one name is where the government of the other sits, which stands for it."""
    known, seats = language.same_names, language.variants.seats
    countries = [known.get(name, name) for name in names]
    return seats.get(names[0]) == countries[1] or seats.get(names[1]) == countries[0]


def _placed(difference: Difference, language: Language) -> bool:
    """Tell whether a name tells where something is: "in Paris"."""
    led = {side[0].form for side in difference.words}
    rows = (difference.one, difference.other)
    led |= {
        row.words[at].form
        for row, at in zip(rows, difference.before, strict=True)
        if at is not None
    }
    return not led.isdisjoint(language.place_prepositions - language.linkers)


def name_changed(
    pair: tuple[Print, Print], words: tuple[Words, Words], language: Language
) -> tuple[Words, Words] | None:
    """Return two names of several words that have one word in common and differ in the other.

    What differs stands nowhere in the other print: "Nether Sill" and "Over Sill".
    """
    keys = [{word.key for word in row.words} for row in pair]
    found = [list(_names(row, side, language)) for row, side in zip(pair, words, strict=True)]
    for (first, second), (third, fourth) in product(*found):
        if second.key == fourth.key:
            changed = first, third
        elif first.key == third.key:
            changed = second, fourth
        else:
            continue
        elsewhere = changed[0].key in keys[1] or changed[1].key in keys[0]
        if not elsewhere and _differ(changed, pair, language):
            return (first, second), (third, fourth)
    return None


def _names(row: Print, words: Words, language: Language) -> Iterator[tuple[PrintWord, PrintWord]]:
    """Yield two words of one name that stand side by side, in text that is no headline."""
    text = row.article.text
    if row.in_headline:
        return
    for one, other in pairwise(words):
        joined = text[one.span[1] : other.span[0]].isspace()
        if joined and all(_named(w, row, language) for w in (one, other)):
            yield one, other


def _named(word: PrintWord, row: Print, language: Language) -> bool:
    """Tell a part of a name, also where it is a common word besides ("Over Sill")."""
    if _is_title(word, language) or word.date or word.is_number:
        return False
    return word.is_name or (row.article.text[word.span[0]].isupper() and _mentioned(word, row))


def _mentioned(word: PrintWord, row: Print) -> bool:
    """Tell whether a word lies in the mention that begins last before it."""
    mentions = row.found.mentions
    at = bisect_right(mentions, word.span[0], key=lambda mention: mention.span[0]) - 1
    return at >= 0 and covers(mentions[at].span, word.span)


def _is_title(word: PrintWord, language: Language) -> bool:
    return (
        word.form in language.honorifics
        or word.form in language.role_nouns
        or word.form in language.role_modifiers
        or word.form in language.demonyms
    )


def _differ(
    names: tuple[PrintWord, PrintWord], rows: tuple[Print, Print], language: Language
) -> bool:
    """Tell whether two names are neither two spellings of one nor its long and its short form.

    Two spellings that one article has side by side are two names to it, a first name and a
    surname that it joins are one.
    """
    one, other = names[0].form, names[1].form
    short, long = sorted((language.singular(form) or form for form in (one, other)), key=len)
    if long.startswith(short) or _short(one, other, language):
        return False
    named = [m.name.casefold().split() for row in rows for m in row.found.mentions]
    if any(one in parts and other in parts for parts in named):
        return False
    both = [
        {part for m in row.found.mentions for part in m.name.casefold().split()} for row in rows
    ]
    return not sounds_alike(one, other, language) or any({one, other} <= parts for parts in both)


def _short(one: str, other: str, language: Language) -> bool:
    """Tell whether two first names may be a long and a familiar form of one."""
    known = {one, other} & language.first_names
    return bool(known) and one[:SHORT] == other[:SHORT]
