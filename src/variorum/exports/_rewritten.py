"""Two texts of one page, word by word: what was put in, what was taken out.

Lines that stand once in both texts are anchors (patience diff, Cohen 2004), and between two
anchors the words are compared by their longest common subsequence. Where that would take too long
all words of a stretch are old, and all new: work and memory grow with the texts, no faster.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

Kind = Literal["same", "gone", "new"]
Piece = tuple[Kind, str]

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
# So many pairs of words are compared in one stretch at most.
_MOST = 100_000_000


def rewritten(old: str, new: str) -> list[Piece]:
    """Return two texts in pieces.

    Those that are ``same`` and ``gone`` make the old text, ``same`` and ``new`` the new one.
    What differs on both sides of a space or a point is told as one.
    """
    return list(_closed(_joined(_stretches(old, new))))


def _stretches(old: str, new: str) -> Iterator[Piece]:
    olds, news = old.splitlines(keepends=True), new.splitlines(keepends=True)
    start = end = 0
    for at, place in [*_anchors(olds, news), (len(olds), len(news))]:
        yield from _words("".join(olds[start:at]), "".join(news[end:place]))
        if at < len(olds):
            yield "same", olds[at]
        start, end = at + 1, place + 1


def _anchors(olds: Sequence[str], news: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of lines that stand once in both, as many as rise on both sides."""
    once = [{line for line, count in Counter(side).items() if count == 1} for side in (olds, news)]
    places = {line: at for at, line in enumerate(news) if line in once[1]}
    pairs = [(at, places[m]) for at, m in enumerate(olds) if m in once[0] and m in places]
    return _rising(pairs)


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of pairs, sorted by the first, in which the second rises."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(ends, place)
        before.append(last[at - 1] if at else -1)
        if at == len(ends):
            ends.append(place)
            last.append(number)
        ends[at], last[at] = place, number
    found = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _words(old: str, new: str) -> Iterator[Piece]:
    from rapidfuzz.distance import LCSseq

    olds, news = _TOKEN.findall(old), _TOKEN.findall(new)
    if old == new or len(olds) * len(news) > _MOST:
        yield "same" if old == new else "gone", old
        yield "new", "" if old == new else new
        return
    for code in LCSseq.opcodes(olds, news):
        if code.tag == "equal":
            yield "same", "".join(olds[code.src_start : code.src_end])
        else:
            yield "gone", "".join(olds[code.src_start : code.src_end])
            yield "new", "".join(news[code.dest_start : code.dest_end])


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces without empty ones, those of one kind that follow one another joined."""
    found: list[tuple[Kind, list[str]]] = []
    for kind, words in pieces:
        if words and found and found[-1][0] == kind:
            found[-1][1].append(words)
        elif words:
            found.append((kind, [words]))
    return [(kind, "".join(words)) for kind, words in found]


def _closed(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces, what changed around a mere space or point as one: what is gone, what is new."""
    gone: list[str] = []
    new: list[str] = []
    for at, (kind, words) in enumerate(pieces):
        between = bool(gone or new) and at + 1 < len(pieces)
        if kind == "same" and between and "\n" not in words and not any(map(str.isalnum, words)):
            gone.append(words)
            new.append(words)
        elif kind == "same":
            yield from _change(gone, new)
            gone, new = [], []
            yield kind, words
        else:
            (gone if kind == "gone" else new).append(words)
    yield from _change(gone, new)


def _change(gone: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for kind, words in (("gone", "".join(gone)), ("new", "".join(new))):
        if words:
            yield ("gone" if kind == "gone" else "new"), words
