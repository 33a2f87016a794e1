"""What two sequences of words have in common order."""

from __future__ import annotations

from collections.abc import Sequence


def in_common(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return the positions of a longest common subsequence, fast also for long sequences.

    Bit-parallel, after Hyyrö (2004), as in rapidfuzz.
    """
    from rapidfuzz.distance import LCSseq

    return [
        (op.src_start + step, op.dest_start + step)
        for op in LCSseq.opcodes(one, other)
        if op.tag == "equal"
        for step in range(op.src_end - op.src_start)
    ]
