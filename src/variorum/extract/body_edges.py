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
    a line goes when its class is hardly used in the body (opening paragraphs often have one of
    their own and stay), when its elements say furniture, or when it lies outside the element
    that holds the main paragraphs: each only where the main path holds so great a share of the
    prose that the page is clearly of one piece. Notes of correction stay. Of a page without any
    prose, only what its elements call furniture, and lines of links, go.
    """
    main = Counter[str]()
    for path, weight in zip(paths, weights, strict=True):
        main[path] += weight
    path, held = main.most_common(1)[0] if main else ("", 0)
    if not held:
        pairs = zip(body, cues, strict=True)
        return [kept and not (cue.furniture or cue.link) for kept, cue in pairs]
    edges = _Edges(path, held / main.total(), [p for p, b in zip(paths, body, strict=True) if b])
    inside = [n for n, kept in enumerate(body) if kept]
    cut = {
        n
        for last, lines in ((False, inside), (True, inside[::-1]))
        for n in takewhile(lambda n: paths[n] != path, lines)
        if edges.foreign(paths[n], weights[n] > 0, cues[n], last=last)
    }
    return [kept and n not in cut for n, kept in enumerate(body)]


class _Edges:
    def __init__(self, main: str, share: float, kept: Sequence[str]) -> None:
        self._container = main.rpartition("/")[0][-_COMPARED:]
        self._share = share
        self._uses = Counter(self._own(path) for path in kept)

    def foreign(self, path: str, prose: bool, cue: Cues, *, last: bool) -> bool:
        """Tell whether a line at the edge is set apart from the main paragraphs."""
        if cue.correction:
            return False
        own = self._own(path)
        rare = "." in own and self._uses[own] <= _RARE and not cue.heading
        if self._share >= CLASS_SHARE and rare and (last or not prose):
            return True
        if self._share >= FURNITURE_SHARE and not prose and (cue.furniture or cue.link):
            return True
        return self._share >= CONTAINER_SHARE and self._container not in path

    def _own(self, path: str) -> str:
        """Return a line's element right below the main one's parent, or else its innermost."""
        if not self._container:
            return path.rpartition("/")[2]
        _, found, below = path.rpartition(self._container)
        return below[1:].partition("/")[0] if found else path.rpartition("/")[2]
