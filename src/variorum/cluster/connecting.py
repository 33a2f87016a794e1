"""Links → connected groups, by alternating stars: nothing has to hold all links at once.

Kiveris et al. 2014 (Connected Components in MapReduce and Beyond). In a *large star* each node
links its larger neighbours to the smallest it knows, in a *small star* the smaller ones and
itself. Each step only needs the neighbours of one node together; links die out or point to
smaller nodes, until each group is one star around its smallest node.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from variorum.errors import InputError

Link = tuple[str, str]
"""Two nodes that belong together, the larger first."""


@dataclass(frozen=True, slots=True)
class Star:
    """The links of a node after a step, and how many were not there before."""

    links: tuple[Link, ...]
    changed: int


@dataclass(frozen=True, slots=True)
class LargeStar:
    """The step that links each larger neighbour of a node to the smallest it knows."""

    def __call__(self, node: str, neighbours: Sequence[str]) -> Star:
        """Return the links of a node's larger neighbours.

        Args:
            node: any node.
            neighbours: all it is linked with, in any order, any number of times.
        """
        least = min(node, *neighbours)
        larger = sorted({one for one in neighbours if one > node})
        links = tuple((one, least) for one in larger)
        return Star(links, len(links) if least != node else 0)


@dataclass(frozen=True, slots=True)
class SmallStar:
    """The step that links a node and its smaller neighbours to the smallest of them."""

    def __call__(self, node: str, neighbours: Sequence[str]) -> Star:
        """Return the links of a node and its smaller neighbours.

        Args:
            node: any node.
            neighbours: the smaller ones it is linked with, in any order, any number of times.
        """
        smaller = sorted({one for one in neighbours if one < node})
        if not smaller:
            return Star((), 0)
        least, *others = smaller
        return Star(tuple((one, least) for one in (*others, node)), len(others))


class Group(Protocol):
    """The verb ``group`` of an engine."""

    def __call__(
        self,
        stage: Callable[[str, Sequence[str]], Star],
        records: Mapping[str, Sequence[str]],
        *,
        reject: Callable[[str, InputError], None],
    ) -> Iterator[Star]:
        """Yield the star of each node."""


def connect(links: Iterable[tuple[str, str]], group: Group) -> dict[str, str]:
    """Return the smallest node of its group for each node that has a link to another.

    Args:
        links: pairs of nodes, in any order, any number of times.
        group: the verb of an engine.
    """
    found = {(max(link), min(link)) for link in links if link[0] != link[1]}
    changed = 1
    while changed:
        found, large = _step(LargeStar(), both_ways(found), group)
        found, small = _step(SmallStar(), found, group)
        changed = large + small
    return dict(found) | {least: least for _, least in found}


def both_ways(links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """Yield each link from either end: what a large star looks at."""
    for one, other in links:
        yield one, other
        yield other, one


def neighbours_of(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return all that stand second, by what stands first."""
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
    return found


def _step(
    stage: LargeStar | SmallStar, pairs: Iterable[tuple[str, str]], group: Group
) -> tuple[set[Link], int]:
    stars = list(group(stage, neighbours_of(pairs), reject=_refuse))
    return {link for star in stars for link in star.links}, sum(star.changed for star in stars)


def _refuse(node: str, error: InputError) -> None:
    raise error
