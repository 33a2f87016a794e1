"""Readings of a claim, a print or a run of words, made once whatever else it is compared with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import TypeVar, TypeVarTuple

Owner = TypeVar("Owner")
Item = TypeVar("Item")
Found = TypeVar("Found")
Rest = TypeVarTuple("Rest")

# So many runs of words are known at a time: more than the prints of one utterance have.
RUNS = 4096


def once(read: Callable[[Owner, *Rest], Found]) -> Callable[[Owner, *Rest], Found]:
    """Make a function of a frozen object one that runs once for the object.

    What is found is kept with the object itself, as ``functools.cached_property`` does for the
    methods of a class, and goes when it goes; an equal object is read for itself.

    Args:
        read: gives what nobody changes. Its first argument is an object without slots, the
            others, by which answers are told apart, are hashed.
    """
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def kept(of: Owner, *rest: *Rest) -> Found:
        known: dict[tuple[*Rest], Found] | None = vars(of).get(name)
        if known is None:
            known = vars(of)[name] = {}
        if rest not in known:
            known[rest] = read(of, *rest)
        return known[rest]

    return kept


def once_of_words(
    read: Callable[[Sequence[Item], *Rest], Found],
) -> Callable[[Sequence[Item], *Rest], Found]:
    """Make a function of a run of words one that reads a run once, while it is among the last.

    Args:
        read: gives what nobody changes. Its other arguments, by which answers are told apart, are
            hashed.
    """
    kept = lru_cache(maxsize=RUNS)(read)

    @wraps(read)
    def found(words: Sequence[Item], *rest: *Rest) -> Found:
        return kept(tuple(words), *rest)

    return found
