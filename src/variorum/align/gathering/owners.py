"""Speakers told by whose they are: ``Poe's brother`` is not Poe, ``a spokesman for Poe`` may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from variorum.languages import Language
from variorum.model.words import Word, words_in

_APOSTROPHES = frozenset("'’")


@dataclass(frozen=True, slots=True)
class Owned:
    """Somebody told by whose they are.

    Args:
        owner: the name of whose they are, as printed.
        what: the words of what they are to the owner, in lower case.
        speaks: whether they speak for the owner: a spokesman, a lawyer for somebody.
    """

    owner: str
    what: frozenset[str]
    speaks: bool


@lru_cache(maxsize=10_000)
def read_owned(name: str, language: Language | None) -> Owned | None:
    """Return whose somebody is and what, None where a name does not tell so.

    Args:
        name: of a speaker, as printed: ``Jo Poe's brother``, ``the lawyer of Jo Poe``.
        language: of the article.
    """
    words = [] if language is None else list(words_in(name))
    for at, word in enumerate(words[:-1]):
        assert language is not None  # noqa: S101 - there are words of a known language only
        end = _end_of_owner(word, name)
        if end is not None:
            return _owned(name[:end], words[at + 1 :], language)
        if at and word.form in language.noun_prepositions:
            owner = _name_behind(words, at, name, language)
            found = _owned(owner, words[:at], language) if owner else None
            acts = found is not None and word.form in language.acting_for
            if found is None or not acts or language.advocates.isdisjoint(found.what):
                return found
            return replace(found, speaks=True)
    return None


def _end_of_owner(word: Word, name: str) -> int | None:
    """Return where a name in the genitive ends, None for another word."""
    end = word.span[1]
    if not _is_raised(word, name):
        return None
    if word.form.endswith("'s"):
        return end - 2
    return end if word.form.endswith("s") and name[end : end + 1] in _APOSTROPHES else None


def _owned(owner: str, words: Sequence[Word], language: Language) -> Owned | None:
    """Return somebody by the words of what they are, up to a preposition (``rival in Esk``)."""
    plain = language.function_words | language.determiners
    what: list[str] = []
    for word in words:
        if word.form in language.prepositions:
            break
        what += [] if word.form in plain else [word.form]
    speaks = not language.voices.isdisjoint(what)
    return Owned(owner, frozenset(what), speaks) if what else None


def _name_behind(words: Sequence[Word], at: int, name: str, language: Language) -> str:
    """Return the name behind a preposition: its raised words, with those that link them."""
    last = at
    for place in range(at + 1, len(words)):
        form = words[place].form
        titled = last == at and form in language.role_nouns | language.determiners
        if _is_raised(words[place], name):
            last = place
        elif form not in language.particles and not titled:
            break
    return name[words[at].span[1] : words[last].span[1]].strip()


def _is_raised(word: Word, name: str) -> bool:
    return name[word.span[0]].isupper()
