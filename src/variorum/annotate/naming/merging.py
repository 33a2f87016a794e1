"""One name for one bearer: the fullest form an article prints, for its shorter forms too.

A short form is taken with a full one only where no second full form could be meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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


def _bearers(people: Iterable[Key], generations: Collection[str]) -> dict[Key, Key]:
    """Return the full name of each shorter form that only one person has.

    Who is told with a generation and without one may be two: ``Ron Poe``, ``Ron Poe Jr``.
    """
    ends_of = {key: _ends(key, generations) for key in people}
    by_ends: dict[Key, Key] = {}
    for key, ends in ends_of.items():
        if len(without_generation(key, generations)) > 1:
            by_ends[ends] = max(by_ends.get(ends, key), key, key=len)
    found: dict[Key, set[Key]] = defaultdict(set)
    for (_, surname, *generation), full in by_ends.items():
        found[surname,].add(full)
        if generation:
            found[surname, *generation].add(full)
    surnames = {key[0] for key in found}
    for full in by_ends.values():
        if full[0] not in surnames:
            found[full[:1]].add(full)
    short = {key: next(iter(full)) for key, full in found.items() if len(full) == 1}
    return {key: by_ends[ends] for key, ends in ends_of.items() if ends in by_ends} | short


def _ends(key: Key, generations: Collection[str]) -> Key:
    """Return the first name of a person, the surname, and the generation where one is told."""
    plain = without_generation(key, generations)
    return (plain[0], plain[-1], *key[len(plain) :])


def _defined(text: str, pieces: Sequence[Piece]) -> Iterator[tuple[Key, Key]]:
    """Yield short and full form of each ``Full Name (FN)`` whose capitals agree."""
    for full, short in pairwise(pieces):
        start, end = short.run.span
        if text[full.run.span[1] : start] == " (" and text[end : end + 1] == ")":
            capitals = "".join(t.word[0] for t in full.run.tokens if t.capital)
            if short.words == capitals:
                yield short.key, full.key
