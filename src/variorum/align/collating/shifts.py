"""How reported speech moves the person and the tense of what was said."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

# An auxiliary stands so many content words at most before its verb.
REACH = 2

Words = Sequence[PrintWord]


def shift(pair: tuple[Print, Print], words: tuple[Words, Words], language: Language) -> str | None:
    """Return how reported speech moves the person or the tense of a direct print, if it does.

    Args:
        pair: the prints.
        words: the words of each that stand for one another.
        language: of the prints.
    """
    direct = [one.quotation.form == "direct" for one in pair]
    if all(direct) or any(one.in_headline for one in pair):
        return None
    spoken, told = words if direct[0] else words[::-1]
    return (_other_person(spoken, told, language) if any(direct) else None) or _other_tense(
        spoken, told, language
    )


def _other_person(spoken: Words, told: Words, language: Language) -> str | None:
    """Return the "I" of a direct print that the other one lacks, with a pronoun of its own."""
    forms = {word.form for word in spoken}, {word.form for word in told}
    if {w.key for w in spoken if w.content}.isdisjoint(w.key for w in told):
        return None
    own = language.variants.speaking
    persons = [{form.split("'")[0] for form in side} & own for side in forms]
    if persons[0] and not persons[1] and forms[1] & language.pronouns.keys():
        return f"reported speech: “{min(persons[0])}” is another person"
    return None


def _other_tense(spoken: Words, told: Words, language: Language) -> str | None:
    """Return an auxiliary that one print has in the present and the other in the past.

    It goes with one verb in both: "will stay", "would stay".
    """
    sides = _governed(spoken), _governed(told)
    for present, past in sorted(language.variants.tenses.items()):
        for one, other in (sides, sides[::-1]):
            alone = present in one and past in other and present not in other and past not in one
            if alone and one[present] & other[past]:
                return f"other tense: “{present}” / “{past}”"
    return None


def _governed(words: Words) -> dict[str, set[str]]:
    """Return the keys of the content words right behind each word."""
    found: dict[str, set[str]] = {}
    for at, word in enumerate(words):
        behind = [one.key for one in words[at + 1 :] if one.content][:REACH]
        found.setdefault(word.form, set()).update(behind)
    return found
