"""Which lines of a page stand in an extract of it, in the extract's order.

The extract may join or split lines, drop words inside them, and repeat what the page prints
twice. Each line proposes places in the extract where its word trigrams lie on one diagonal;
the heaviest chain of places that runs forward in both texts is kept. The chain is a weighted
longest increasing subsequence over a Fenwick tree: n log n, as in sparse dynamic programming
for alignment (Eppstein, Galil, Giancarlo and Italiano, 1992).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

SIZE = 3
_REPEATS = 8
_PROPOSALS = 4
_DRIFT = 12
_GAP = 12

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Proposal:
    """Line number ``line`` holds ``weight`` words of the extract between two places in it."""

    line: int
    first: int
    end: int
    weight: int


def shares(lines: Sequence[Words], extract: Sequence[Words]) -> list[float]:
    """Return for each line which share of its words the extract holds at its place in the chain.

    Args:
        lines: the words of each line of the page, in page order.
        extract: the words of each line of the extract, in its order.

    A line of fewer than :data:`SIZE` words counts where it is a whole line of the extract, or
    where its words follow on those of the line before it.
    """
    places = _Places(extract)
    proposals = [p for line, words in enumerate(lines) for p in places.proposals(line, words)]
    found = [0.0] * len(lines)
    chain = _chain(proposals, len(places.words))
    for proposal in chain:
        found[proposal.line] = min(1.0, proposal.weight / len(lines[proposal.line]))
    for line in places.between(chain, lines):
        found[line] = 1.0
    return found


class _Places:
    """Where the trigrams and the short lines of an extract stand."""

    def __init__(self, extract: Sequence[Words]) -> None:
        self.grams: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self.short: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self.words: list[str] = []
        for words in extract:
            if len(words) < SIZE:
                self.short[tuple(words)].append(len(self.words))
            self.words += words
        for place in range(len(self.words) - SIZE + 1):
            self.grams[tuple(self.words[place : place + SIZE])].append(place)

    def proposals(self, line: int, words: Words) -> Iterator[_Proposal]:
        """Yield where in the extract a line may stand."""
        if len(words) < SIZE:
            for place in self.short.get(tuple(words), ())[:_REPEATS] if words else ():
                yield _Proposal(line, place, place + len(words), len(words))
            return
        lanes: dict[int, dict[int, int]] = defaultdict(dict)
        for offset in range(len(words) - SIZE + 1):
            for place in self.grams.get(tuple(words[offset : offset + SIZE]), ())[:_REPEATS]:
                lanes[(place - offset) // _DRIFT].setdefault(offset, place)
        joined = [lanes.get(n + 1, {}) | lanes[n] for n in sorted(lanes)]
        for hits in sorted(joined, key=len, reverse=True)[:_PROPOSALS]:
            places = hits.values()
            yield _Proposal(line, min(places), max(places) + SIZE, len(hits) + SIZE - 1)

    def between(self, chain: Sequence[_Proposal], lines: Sequence[Words]) -> Iterator[int]:
        """Yield the short lines whose words stand in the gaps of the chain, in order."""
        for one, other in pairwise(chain):
            at = one.end
            for line in range(one.line + 1, other.line):
                words = list(lines[line])
                for place in range(at, min(at + _GAP, other.first - len(words) + 1)):
                    if words and self.words[place : place + len(words)] == words:
                        yield line
                        at = place + len(words)
                        break


def _chain(proposals: Sequence[_Proposal], size: int) -> list[_Proposal]:
    """Return the heaviest chain that runs forward in the page and in the extract."""
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    before: list[int] = []
    top = (0, -1)
    for _, group in groupby(enumerate(proposals), key=lambda item: item[1].line):
        ready = []
        for number, proposal in group:
            best = _best_up_to(tree, proposal.first)
            before.append(best[1])
            ready.append((proposal.first + 1, (best[0] + proposal.weight, number)))
        for place, value in ready:
            _raise(tree, place, value)
            top = max(top, value)
    chain = []
    at = top[1]
    while at >= 0:
        chain.append(proposals[at])
        at = before[at]
    return chain[::-1]


def _best_up_to(tree: list[tuple[int, int]], place: int) -> tuple[int, int]:
    best = (0, -1)
    while place > 0:
        best = max(best, tree[place])
        place -= place & -place
    return best


def _raise(tree: list[tuple[int, int]], place: int, value: tuple[int, int]) -> None:
    while place < len(tree):
        tree[place] = max(tree[place], value)
        place += place & -place
