"""Where the phrases of a list stand among words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache


def places_of(phrases: frozenset[str], forms: Sequence[str]) -> list[tuple[int, int]]:
    """Return where phrases stand among case-folded words, as ranges, phrase after phrase.

    Args:
        phrases: of words with a blank between.
        forms: the words.
    """
    listed = _by_opening(phrases)
    found = [
        (phrase, at, at + len(parts))
        for at, form in enumerate(forms)
        for phrase, parts in listed.get(form, ())
        if tuple(forms[at : at + len(parts)]) == parts
    ]
    return [(start, stop) for _, start, stop in sorted(found)]


@lru_cache(maxsize=100)
def _by_opening(phrases: frozenset[str]) -> Mapping[str, list[tuple[str, tuple[str, ...]]]]:
    """Return phrases and their words by the first of these."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for phrase in sorted(phrases):
        parts = tuple(phrase.split())
        found[parts[0]].append((phrase, parts))
    return dict(found)
