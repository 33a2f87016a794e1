"""What numbers written in words amount to."""

from __future__ import annotations

import re
from collections.abc import Mapping


def value_of_words(
    words: str, numbers: Mapping[str, int], scales: Mapping[str, int]
) -> float | None:
    """Add up ``two million three hundred and one``; None for ``dozens`` or ``nineteen ninety``.

    Args:
        words: in lower case, parted by blanks or hyphens.
        numbers: number words to what they count.
        scales: likewise for ``hundred``, ``million`` …
    """
    parts = [p for p in re.split(r"[^\w]+", words) if p not in {"a", "an", "and"}]
    total = current = 0
    if not parts or (parts[0] not in numbers and parts[0] not in scales):
        return None
    for part in parts:
        if part in numbers:
            number = numbers[part]
            if current % 100 if number >= 10 else current % 10 or current % 100 == 10:
                return None
            current += number
        elif part.removesuffix("s") in scales:
            scale = scale_of(part, scales)
            current = max(current, 1) * scale
            if scale >= 1000:
                total, current = total + current, 0
        else:
            return None
    return float(total + current)


def scale_of(word: str, scales: Mapping[str, int]) -> int:
    """Return what a word for hundred, million … stands for, be it a plural."""
    return scales.get(word) or scales[word.removesuffix("s")]
