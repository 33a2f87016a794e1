"""Cutting from both ends of a body what is set apart from its main paragraphs by its elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from variorum.extract.line_cues import Cues

CLASS_SHARE, FURNITURE_SHARE, CONTAINER_SHARE = 0.5, 0.8, 0.8
"""From which share of the prose on one path a foreign class, furniture, a foreign place is cut."""
_RARE = 2
_COMPARED = 150


def trimmed(
    body: Sequence[bool], paths: Sequence[str], weights: Sequence[int], cues: Sequence[Cues]
) -> list[bool]:
    """Return ``body`` without the foreign lines before and after its main paragraphs.

    Args:
        body: whether each line was found to be body.
        paths: the path of each line.
        weights: the words of each line of prose in the body, 0 for any other line.
        cues: what each path says.

    The main path is the one that holds most prose. From each end, up to the first line on it,
    a line goes when its own class is hardly used, when its elements say furniture, or when it
    lies outside the element that holds the main paragraphs: each only where the main path
    holds so great a share of the prose that the page is clearly of one piece.
    """
    main = Counter[str]()
    for path, weight in zip(paths, weights, strict=True):
        main[path] += weight
    path, held = main.most_common(1)[0] if main else ("", 0)
    if not held:
        return list(body)
    edges = _Edges(path, held / main.total(), Counter(_own(p) for p in _kept(paths, body)))
    inside = [n for n, kept in enumerate(body) if kept]
    ends = (*_up_to(path, paths, inside), *_up_to(path, paths, inside[::-1]))
    cut = {n for n in ends if edges.foreign(paths[n], weights[n] > 0, cues[n])}
    return [kept and n not in cut for n, kept in enumerate(body)]


class _Edges:
    def __init__(self, main: str, share: float, uses: Counter[str]) -> None:
        self._container = main.rpartition("/")[0][-_COMPARED:]
        self._share = share
        self._uses = uses

    def foreign(self, path: str, prose: bool, cue: Cues) -> bool:
        """Tell whether a line at the edge is set apart from the main paragraphs."""
        own = _own(path)
        if self._share >= CLASS_SHARE and "." in own and self._uses[own] <= _RARE:
            return not cue.heading
        if self._share >= FURNITURE_SHARE and not prose and (cue.furniture or cue.link):
            return True
        return self._share >= CONTAINER_SHARE and self._container not in path


def _own(path: str) -> str:
    return path.rpartition("/")[2]


def _kept(paths: Sequence[str], body: Sequence[bool]) -> list[str]:
    return [path for path, kept in zip(paths, body, strict=True) if kept]


def _up_to(main: str, paths: Sequence[str], lines: Sequence[int]) -> list[int]:
    return list(takewhile(lambda n: paths[n] != main, lines))
