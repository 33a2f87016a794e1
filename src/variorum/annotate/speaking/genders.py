"""Whether somebody is a man or a woman, as far as names and nouns tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.spans import Span
from variorum.model.words import words_in

# How far before a name its honorific may begin, in code points.
TITLE = 9
# How far before a name the noun for its bearer may begin, and how many words an aside behind it
# has up to that noun (``Jo Poe, the first woman to``).
NOUN = 20
# How many words behind a subject may tell what it has.
OWNS = 10
ASIDE = 4


def gender_by_first_name(name: str, language: Language) -> str:
    """Return ``m`` or ``f`` by the first of several words of a name; ``""`` for unknown."""
    first = name.split()[0].lower() if " " in name else ""
    if first in language.women_names:
        return "f"
    if first in language.men_names:
        return "m"
    if first not in language.first_names - language.either_names:
        return ""
    return "f" if first in language.feminine_names else "m"


def titled(text: str, mentions: Sequence[Mention], language: Language) -> Iterator[tuple[str, str]]:
    """Yield each name with the gender of an honorific before it or at its head."""
    for mention in mentions:
        words = text[max(0, mention.span[0] - TITLE) : mention.span[1]].lower()
        for word in words.split():
            gender = language.honorifics.get(word.rstrip("."))
            if gender:
                yield mention.name, gender


def gender_of_noun(noun: str, language: Language) -> str:
    """Return ``m`` or ``f`` of a noun that says so of whoever it describes (``queen``)."""
    return "" if noun in language.either_nouns else language.people.get(noun, "")


def gender_of_description(name: str, language: Language) -> str:
    """Return the gender of somebody by the noun in what they are called.

    That is the chief noun, or one before a name: ``the queen of Esk``, ``Prince Odo``.
    """
    chief, named = "", False
    words = (word for word in words_in(name) if word.form not in language.determiners)
    for word in words:
        if word.form in language.prepositions:
            break
        named = named or (bool(chief) and name[word.span[0]].isupper())
        chief = chief if named else word.form
    return gender_of_noun(chief, language)


def gender_behind(text: str, behind: Span, language: Language) -> str:
    """Return the gender by what its owner has: ``Poe came with her dog``, ``Poe met his wife``.

    A person in between may be the owner, and ``met her`` owns nothing.

    Args:
        text: of the article.
        behind: what its sentence tells behind the name of its subject, up to another name.
        language: of the text.
    """
    words = list(islice(words_in(text, behind), OWNS))
    forms = [word.form for word in words]
    persons = language.people.keys() | language.person_nouns | language.role_nouns
    for before, form, noun in zip(forms, forms[1:], [*forms[2:], ""], strict=False):
        if form in persons or before in persons:
            return ""
        gender = language.pronouns.get(form, "")
        if form in language.possessives and gender in {"m", "f"}:
            joined = before in language.prepositions | language.conjunctions
            owned = form not in language.object_pronouns or joined or noun in persons
            return gender if owned and noun not in language.function_words else ""
    return ""


def gender_beside(text: str, name: Span, language: Language) -> str:
    """Return the gender by the noun before a name or in the aside behind it; ``""`` for none.

    (``actress Jo Poe``; ``her aunt, Jo Poe,``; ``Jo Poe, a mother of two,``)

    Args:
        text: of the article.
        name: where the name stands.
        language: of the text.
    """
    start = max(0, name[0] - NOUN)
    before = list(words_in(text, (start, name[0])))[-1:]
    joint = text[before[0].span[1] : name[0]].strip(" \u00a0") if before else ""
    if before and (not joint or joint == text[name[1] : name[1] + 1] == ","):
        found = gender_of_noun(before[0].form, language)
        if found:
            return found
    if not text.startswith(", ", name[1]):
        return ""
    return _gender_in_aside(text, name[1] + 1, language)


def _gender_in_aside(text: str, start: int, language: Language) -> str:
    words = list(islice(words_in(text, (start, len(text))), ASIDE))
    end = next(
        (at for at, word in enumerate(words) if _ends(text, start, word.span[0])), len(words)
    )
    forms = [word.form for word in words[:end]]
    forms = list(takewhile(lambda form: form not in language.prepositions, forms))
    ranked = forms[:1] == ["the"] and len(forms) > 1 and forms[1] in language.ordinals
    if not ranked and not language.variants.indefinite.intersection(forms[:1]):
        return ""
    return next((found for form in forms if (found := gender_of_noun(form, language))), "")


def _ends(text: str, start: int, place: int) -> bool:
    """Tell whether a sign stands between the opening of an aside and a word of it."""
    return any(sign in text[start:place] for sign in ",.;:!?()\n")
