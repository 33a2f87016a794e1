"""Aligning the lines of a page with the true body of its article, in order."""

from __future__ import annotations

import re
from collections import defaultdict

from rapidfuzz.distance import LCSseq

_TOKEN = re.compile(r"\w+")


def tokens(text: str) -> list[str]:
    """Return the words of ``text`` in lower case."""
    return _TOKEN.findall(text.lower())


def aligned_shares(lines: list[str], body: str) -> list[float]:
    """Return for each line the share of its words that align with ``body``; -1 for no words.

    The alignment is a longest common subsequence of words; of a line's aligned words only those
    count that lie close together in the body, so that scattered function words are no match.
    """
    numbers: dict[str, int] = {}
    sizes = []
    page: list[int] = []
    owner: list[int] = []
    for place, line in enumerate(lines):
        words = [numbers.setdefault(w, len(numbers)) for w in tokens(line)]
        sizes.append(len(words))
        page += words
        owner += [place] * len(words)
    truth = [numbers.setdefault(w, len(numbers)) for w in tokens(body)]
    hits: dict[int, list[int]] = defaultdict(list)
    for step in LCSseq.opcodes(page, truth):
        if step.tag == "equal":
            for n in range(step.src_end - step.src_start):
                hits[owner[step.src_start + n]].append(step.dest_start + n)
    return [_densest(hits[n], size) / size if size else -1.0 for n, size in enumerate(sizes)]


def _densest(places: list[int], size: int) -> int:
    best = first = 0
    for last, place in enumerate(places):
        while place - places[first] + 1 > 1.5 * size + 1:
            first += 1
        best = max(best, last - first + 1)
    return best
