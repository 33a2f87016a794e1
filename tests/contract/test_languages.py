"""One test over the whole drawer of languages."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest

from variorum import languages
from variorum.drawers import keys
from variorum.languages import Language

CODES = keys(languages)
NAMES = [field.name for field in dataclasses.fields(Language)]


def language_of(code: str) -> Language:
    """Return a language of the drawer."""
    found = languages.find(code)
    assert found is not None
    return found


@pytest.mark.parametrize("code", CODES)
def test_file_defines_its_language(code: str) -> None:
    """A file's name is the code of the language it defines."""
    assert language_of(code).code == code


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", NAMES)
def test_words_are_lower_case_without_points_or_white_edges(code: str, name: str) -> None:
    """Every list holds words in lower case, as the rules look them up."""
    value = getattr(language_of(code), name)
    words = value if isinstance(value, (frozenset, Mapping)) else ()
    bad = [w for w in words if not w or w != w.lower() or w != w.strip(" .") or "  " in w]
    assert not bad


@pytest.mark.parametrize("code", CODES)
def test_calendar_is_whole(code: str) -> None:
    """Each month, weekday and season has a name."""
    language = language_of(code)
    assert set(language.months.values()) == set(range(1, 13))
    assert set(language.weekdays.values()) == set(range(7))
    assert set(language.seasons.values()) == {21, 22, 23, 24}


@pytest.mark.parametrize("code", CODES)
def test_lists_are_not_empty(code: str) -> None:
    """A language that leaves a list out says so by no file at all."""
    language = language_of(code)
    empty = [
        name
        for name in NAMES
        if isinstance(value := getattr(language, name), (frozenset, Mapping)) and not value
    ]
    assert not empty


@pytest.mark.parametrize("code", CODES)
def test_every_cue_knows_its_lemma(code: str) -> None:
    """The lemma of an inflected cue is a cue of the same language."""
    cues = language_of(code).cues
    assert all(cue.lemma in cues for cue in cues.values())


@pytest.mark.parametrize("code", CODES)
def test_genders_are_known_ones(code: str) -> None:
    """Honorifics and pronouns have the genders that the rules compare."""
    language = language_of(code)
    assert set(language.honorifics.values()) <= {"m", "f", ""}
    assert set(language.pronouns.values()) <= {"m", "f", "n", "p"}
