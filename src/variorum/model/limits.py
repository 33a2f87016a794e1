"""How large an input, and how long a run, may be.

Every limit has a default, a setting and a clear rejection. What exceeds a limit of size is not
read; a call that exceeds its time is stopped (:class:`variorum.engines.Clock` says where
it cannot be).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on what is read and on the time it takes.

    Args:
        bytes: the largest capture, in bytes; also of one that came out of another.
        unpacked: how many bytes may come out of one file, through all its layers.
        depth: how many layers of captures in captures are opened.
        characters: the longest text of one article, in code points.
        blocks: how many lines one article may have.
        addresses: how many addresses one file may name, as lists of feeds and sitemaps do.
        witnesses: how many captures one run takes.
        seconds: how long one document, or one story, may take in one stage.
        run_seconds: how long all documents and stories may take in all stages.
    """

    bytes: int = 10_000_000
    unpacked: int = 100_000_000
    depth: int = 4
    characters: int = 2_000_000
    blocks: int = 50_000
    addresses: int = 50_000
    witnesses: int = 50
    seconds: float = 60.0
    run_seconds: float = 600.0
