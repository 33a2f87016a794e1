"""One name for one bearer: the fullest form an article prints, for its shorter forms too.

A short form is taken with a full one only where no second full form could be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from variorum.annotate.naming.pieces import Piece

Key = tuple[str, ...]


def fullest_names(
    text: str, pieces: Sequence[Piece], kinds: Mapping[Key, str], generations: Collection[str]
) -> dict[Key, tuple[str, str]]:
    """Return kind and name for each key: of a surname, those of the one full name it ends.

    Args:
        text: of the article.
        pieces: the names in it, in the order of the text.
        kinds: the kind of each by its own evidence.
        generations: what follows a surname and is none: ``jr``.
    """
    printed: dict[Key, str] = {}
    for piece in pieces:
        printed.setdefault(piece.key, piece.words)
    names = {key: (kinds[key], words) for key, words in printed.items()}
    names |= {short: (kinds[full], printed[full]) for short, full in _defined(text, pieces)}
    people = sorted(key for key in printed if kinds[key] == "person" and len(key) > 1)
    bearers = _bearers(people, generations)
    for key in printed:
        full = bearers.get(key)
        if full and kinds[key] in {"person", "other"}:
            names[key] = ("person", printed[full])
    return names


def without_generation(key: Key, generations: Collection[str]) -> Key:
    """Return a name without what tells a son from his father: ``Ron Poe`` of ``Ron Poe Jr``."""
    return key[:-1] if len(key) > 1 and key[-1] in generations else key


def _bearers(people: Sequence[Key], generations: Collection[str]) -> dict[Key, Key]:
    """Return the full name of each shorter form that only one person has."""
    ends_of = _ends_of(people, generations)
    by_ends: dict[Key, Key] = {}
    for key, ends in ends_of.items():
        by_ends[ends] = max(by_ends.get(ends, key), key, key=len)
    found: dict[Key, set[Key]] = defaultdict(set)
    for full in by_ends.values():
        found[without_generation(full, generations)[-1:]].add(full)
    surnames = set(found)
    for full in by_ends.values():
        if full[:1] not in surnames:
            found[full[:1]].add(full)
    short = {key: next(iter(full)) for key, full in found.items() if len(full) == 1}
    return {key: by_ends[ends] for key, ends in ends_of.items()} | short


def _ends_of(people: Sequence[Key], generations: Collection[str]) -> dict[Key, Key]:
    """Return the ends of each name, by which it is one with others, and a generation if any.

    Who is told without one is the one person of that name, where there are not two.
    """
    ends = {key: (key[0], without_generation(key, generations)[-1]) for key in people}
    told: dict[Key, set[str]] = defaultdict(set)
    for key in people:
        told[ends[key]].update({key[-1]} & set(generations))
    several = {key for key in people if len(told[ends[key]]) > 1}
    return {
        key: (*ends[key], key[-1]) if key in several and key[-1] in generations else ends[key]
        for key in people
    }


def _defined(text: str, pieces: Sequence[Piece]) -> Iterator[tuple[Key, Key]]:
    """Yield short and full form of each ``Full Name (FN)`` whose capitals agree."""
    for full, short in pairwise(pieces):
        start, end = short.run.span
        if text[full.run.span[1] : start] == " (" and text[end : end + 1] == ")":
            capitals = "".join(t.word[0] for t in full.run.tokens if t.capital)
            if short.words == capitals:
                yield short.key, full.key
