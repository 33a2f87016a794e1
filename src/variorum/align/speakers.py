"""Whether two prints name one speaker: names are compared, never merged."""

from __future__ import annotations

from typing import Literal

from variorum.languages import Language
from variorum.model.annotation import Speaker
from variorum.model.words import words_in

Match = Literal["same", "open", "other"]

# Spellings of one name in another alphabet differ by no more than this.
ONE_NAME = 0.75
# Given names are translated more freely, short ones differ by a letter.
GIVEN = 0.65
SHORT_GIVEN = 0.8
SHORT = 6
_BODIES = frozenset({"organisation", "group", "place"})


def match_speakers(one: Speaker | None, other: Speaker | None, language: Language | None) -> Match:
    """Tell how two speakers stand to each other.

    Returns:
        ``same``: the names agree; ``other``: two persons, or two bodies, of different names;
        ``open``: not known of one of them, or a person beside the body they may speak for.
    """
    if one is None or other is None:
        return "open"
    if one.name.casefold() == other.name.casefold():
        return "same"
    first, second = _names(one, language), _names(other, language)
    if not first or not second:
        return "open"
    if (one.kind in _BODIES) != (other.kind in _BODIES):
        return "same" if first[-1] == second[-1] else "open"
    if one.kind in _BODIES:
        return "same" if set(first) & set(second) else "other"
    if not _alike(first[-1], second[-1]):
        return "other"
    if len(first) > 1 and len(second) > 1 and not _given(first[0], second[0]):
        return "other"
    return "same"


def _names(speaker: Speaker, language: Language | None) -> list[str]:
    """Return the parts of a name without forms of address; none for a mere role."""
    parts = []
    for word in words_in(speaker.name):
        shown = speaker.name[slice(*word.span)]
        form = word.form.removesuffix("'s")
        titled = language is not None and (
            form in language.honorifics or form in language.role_nouns
        )
        if not titled and not shown[0].islower():
            parts.append(form)
    return parts


def _given(one: str, other: str) -> bool:
    """Tell whether two given names may be one: an initial, a short form, another spelling."""
    shorter, longer = sorted((one, other), key=len)
    likeness = SHORT_GIVEN if len(longer) < SHORT else GIVEN
    return longer.startswith(shorter) or _alike(one, other, likeness)


def _alike(one: str, other: str, least: float = ONE_NAME) -> bool:
    from rapidfuzz.distance import Indel

    return one == other or Indel.normalized_similarity(one, other) >= least
