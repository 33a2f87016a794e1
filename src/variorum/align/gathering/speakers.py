"""Whether two prints name one speaker: names are compared, never merged."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from variorum import languages
from variorum.align.gathering.owners import Owned, read_owned
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Speaker
from variorum.model.vocabulary import SpeakerHow, SpeakerKind
from variorum.model.words import words_in

Match = Literal["same", "vague", "open", "unlike", "other"]
_Named = tuple[str, SpeakerKind, SpeakerHow]

# Spellings of one name in another alphabet differ by no more than this.
ONE_NAME = 0.75
# Given names are translated more freely, short ones differ by a letter.
GIVEN = 0.65
SHORT_GIVEN = 0.8
SHORT = 6
# A short form of a given name begins like it: so many letters, of at most so many.
BEGINNING = 3
PET_NAME = 6
# Fewer first letters than these stand for many bodies.
INITIALS = 3
# What somebody is stands within so many words of the name ("Ron Poe, chief of the city police").
BESIDE = 6
_BODIES = frozenset({"organisation", "group", "place"})


def match_speakers(one: Speaker | None, other: Speaker | None, language: Language | None) -> Match:
    """Tell how two speakers stand to each other.

    Returns:
        ``same``: the names agree; ``other``: two persons, or two bodies, of different names;
        ``open``: not known of one of them, a mere role ("the judge"), perhaps a short form of a
        given name, or a person beside the body they may speak for. Of two mere roles ``vague``:
        one that several may have ("a resident"); ``unlike``: nothing says that they are one
        ("police", "the operator").
    """
    if one is None or other is None:
        return "open"
    return _match((one.name, one.kind, one.how), (other.name, other.kind, other.how), language)


def are_apart(one: Speaker | None, other: Speaker | None, language: Language | None) -> bool:
    """Tell whether one speaker is a person and the other a body, both named and by other names."""
    if one is None or other is None or match_speakers(one, other, language) != "open":
        return False
    bodies = [s.kind in _BODIES and s.how == "named" for s in (one, other)]
    people = [s.kind == "person" and bool(_names(s.name, language)) for s in (one, other)]
    return any(bodies) and any(people)


def is_somebody_beside(
    one: Speaker | None, other: Speaker | None, language: Language | None
) -> bool:
    """Tell whether one is somebody unnamed ("an engineer", "his aunt"), the other a person.

    Who speaks for that person is nobody else: "a spokesman for Poe".
    """
    if one is None or other is None or language is None or {one.kind, other.kind} != {"person"}:
        return False
    opening = next((word.form for word in words_in(one.name)), "")
    openings = language.variants.indefinite | language.possessives
    unnamed = one.how == "role" and opening in openings and other.how != "role"
    owned = read_owned(one.name, language)
    return unnamed and not (owned and owned.speaks and _is_owner(owned, other, language))


def is_of_another(one: Speaker | None, other: Speaker | None, found: AnnotatedArticle) -> bool:
    """Tell whether an article gives words to a named person and to a body that is not theirs.

    So it is with a role ("a spokesman for the council"). A body speaks through a person, and a role
    is theirs, where a word of what it is called stands beside their name ("police chief Ron Poe").
    """
    language = languages.find(found.article.language)
    if one is None or other is None or match_speakers(one, other, language) != "open":
        return False
    people = [s for s in (one, other) if s.kind == "person" and s.how != "role"]
    people = [person for person in people if _names(person.name, language)]
    if len(people) != 1:
        return False
    person, body = people[0], other if people[0] is one else one
    plain = language.function_words if language else frozenset()
    called = {word.form.removesuffix("'s") for word in words_in(body.name)} - plain
    return called.isdisjoint(_beside(_names(person.name, language)[-1], found))


def _beside(family: str, found: AnnotatedArticle) -> frozenset[str]:
    """Return the words of the sentences with a family name that stand within reach of it."""
    near: set[str] = set()
    for span in found.sentences:
        words = [word.form.removesuffix("'s") for word in words_in(found.article.text, span)]
        for at, form in enumerate(words):
            if family in _plain(form).split("-"):
                near.update(words[max(0, at - BESIDE) : at + BESIDE + 1])
    return frozenset(near)


@lru_cache(maxsize=10_000)
def _match(first: _Named, second: _Named, language: Language | None) -> Match:
    """Match two speakers wherever they are named; a story asks of the same ones many times."""
    one, other = (Speaker(name=n, kind=k, span=None, how=h) for n, k, h in (first, second))
    generations = _generation(one.name, language), _generation(other.name, language)
    found = _match_named(one, other, language)
    if found != "same" or generations[0] == generations[1]:
        return found
    return "other" if all(generations) else "open"


def _match_named(one: Speaker, other: Speaker, language: Language | None) -> Match:
    """Match two speakers, whatever generation of their name they are."""
    if (found := _match_owned(one, other, language)) is not None:
        return found
    names = _names(one.name, language), _names(other.name, language)
    if all(_is_unnamed(*side) for side in zip((one, other), names, strict=True)):
        return _match_roles(one.name, other.name, language)
    if one.name.casefold() == other.name.casefold():
        return "same"
    if not all(names):
        return "open"
    if (one.kind in _BODIES) != (other.kind in _BODIES):
        return "same" if names[0][-1] == names[1][-1] else "open"
    if one.kind in _BODIES:
        return _match_bodies(one, other, *names)
    if _holds(*names):
        return "same"
    if not _alike(names[0][-1], names[1][-1]):
        return "open" if _is_role(one) or _is_role(other) else "other"
    return _match_given(names[0][:-1], names[1][:-1])


def _match_owned(one: Speaker, other: Speaker, language: Language | None) -> Match | None:
    """Match one who is told by whose he is (``Poe's brother``) with Poe, or with another such.

    Who speaks for a person may be that person to a report, and nobody else who is told by them.
    """
    owned = [read_owned(side.name, language) for side in (one, other)]
    if owned[0] and owned[1]:
        return _match_two_owned(owned[0], owned[1], language)
    found, told, whose = (owned[0], one, other) if owned[0] else (owned[1], other, one)
    if found is None or whose.kind != "person":
        return None
    if not _names(found.owner, language) or not _names(whose.name, language):
        return None
    if _is_owner(found, whose, language):
        return "open" if found.speaks else "other"
    return "open" if told.how == "role" else None


def _is_owner(owned: Owned, other: Speaker, language: Language | None) -> bool:
    return _holds(_names(owned.owner, language), _names(other.name, language))


def _match_two_owned(one: Owned, other: Owned, language: Language | None) -> Match | None:
    """Match two by what they are to one person; None where it is not one."""
    names = _names(one.owner, language), _names(other.owner, language)
    if not all(names) or not _holds(*names):
        return None
    if one.what == other.what:
        return "same"
    return "open" if one.what <= other.what or other.what <= one.what else "unlike"


def _is_unnamed(speaker: Speaker, names: tuple[str, ...]) -> bool:
    """Tell a role without a name, be it one word at the start of a sentence ("Police")."""
    body = speaker.kind in _BODIES and len(speaker.name.split()) == 1
    return speaker.how != "named" and (not names or (body and speaker.how == "role"))


def _match_roles(one: str, other: str, language: Language | None) -> Match:
    """Compare what two roles are called; articles and prepositions say nothing."""
    plain = language.function_words if language else frozenset()
    first, second = (
        {form for word in words_in(name) if (form := word.form.removesuffix("'s")) not in plain}
        for name in (one, other)
    )
    if first != second or not first:
        return "open" if first <= second or second <= first else "unlike"
    return "vague" if any(is_one_of_many(name, language) for name in (one, other)) else "same"


def is_one_of_many(name: str, language: Language | None) -> bool:
    """Tell a role that several may have: "a spokesman", "residents"."""
    if language is None:
        return False
    forms = [word.form for word in words_in(name)]
    opening = language.variants.indefinite | language.numbers.keys()
    if not forms or forms[0] in opening:
        return True
    return forms[0] not in language.determiners and language.singular(forms[-1]) is not None


def _holds(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether all parts of one name are parts of the other."""
    return set(one) <= set(other) or set(other) <= set(one)


def _match_bodies(
    one: Speaker, other: Speaker, first: tuple[str, ...], second: tuple[str, ...]
) -> Match:
    if set(first) & set(second) or _abbreviates(first, second) or _abbreviates(second, first):
        return "same"
    return "open" if _is_role(one) or _is_role(other) else "other"


def _abbreviates(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether a name is made of the first letters of another one."""
    return len(full) >= INITIALS and list(short) == ["".join(part[0] for part in full)]


def _is_role(speaker: Speaker) -> bool:
    """Tell "America's top diplomat" from a name: its head is no name."""
    last = speaker.name.split()[-1:]
    return speaker.how == "role" or bool(last and last[0][:1].islower())


@lru_cache(maxsize=10_000)
def _names(name: str, language: Language | None) -> tuple[str, ...]:
    """Return the parts of a name without forms of address; none for a mere role."""
    parts: list[str] = []
    for word in words_in(name):
        shown = name[slice(*word.span)]
        form = word.form.removesuffix("'s")
        titled = language is not None and (
            form in language.honorifics
            or form in language.particles
            or form in language.role_nouns
            or form in language.function_words
        )
        if not titled and not shown[0].islower():
            parts.extend(_plain(form).split("-"))
    generations = language.generations if language else frozenset()
    return tuple(parts[:-1] if len(parts) > 1 and parts[-1] in generations else parts)


def _generation(name: str, language: Language | None) -> str:
    """Return what tells a son from his father: "jr" of "Ron Poe Jr", nothing where nothing does."""
    last = [word.form for word in words_in(name)][1:][-1:]
    return last[0] if language and last and last[0] in language.generations else ""


def _plain(form: str) -> str:
    """Return a word without the marks on its letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))


def _match_given(one: tuple[str, ...], other: tuple[str, ...]) -> Match:
    """Compare what stands before two family names, titles that are not known among them."""
    if not one or not other or any(_given(a, b) for a in one for b in other):
        return "same"
    return "open" if any(_short_form(a, b) for a in one for b in other) else "other"


def _given(one: str, other: str) -> bool:
    """Tell whether two given names may be one: an initial, a short form, another spelling."""
    shorter, longer = sorted((one, other), key=len)
    likeness = SHORT_GIVEN if len(longer) < SHORT else GIVEN
    return longer.startswith(shorter) or _alike(one, other, likeness)


def _short_form(one: str, other: str) -> bool:
    """Tell whether one may be a short form of the other ("Benny" of "Benedikt")."""
    return min(len(one), len(other)) <= PET_NAME and one[:BEGINNING] == other[:BEGINNING]


def _alike(one: str, other: str, least: float = ONE_NAME) -> bool:
    from rapidfuzz.distance import Indel

    return one == other or Indel.normalized_similarity(one, other) >= least
