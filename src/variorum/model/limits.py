"""How large an input may be. Every limit has a default, a setting and a clear rejection."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on what is read.

    Args:
        bytes: the largest capture, in bytes.
        characters: the longest text of one article, in code points.
        witnesses: how many captures one run takes.
        seconds: how long one document may take in one stage.
    """

    bytes: int = 10_000_000
    characters: int = 2_000_000
    witnesses: int = 50
    seconds: float = 60.0
