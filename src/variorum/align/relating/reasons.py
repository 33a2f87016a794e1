"""Why two statements are set side by side: fixed templates, filled with the witnesses' words."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.align.rarity import Rarity
from variorum.align.relating.likeness import Pair
from variorum.align.relating.verdicts import Verdict

WORDS_SHOWN = 8


def reasons_of(verdict: Verdict, rarity: Rarity) -> Iterator[str]:
    """Yield what a person can check: shared words, names, numbers and dates, then what decided.

    Of the shared words the rarest are shown, in the order of the first statement; words that
    the two print differently as ``first/second``.
    """
    words = [p for p in verdict.pairs if not p[0].is_value and not p[0].is_name]
    rarest = sorted(words, key=lambda p: (-rarity(p[0].key), p[0].span))[:WORDS_SHOWN]
    names = [p for p in verdict.pairs if p[0].is_name]
    if rarest:
        in_order = sorted(rarest, key=lambda p: p[0].span)
        yield "shared words: " + ", ".join(_shown(verdict, pair) for pair in in_order)
    if names:
        yield "shared names: " + ", ".join(_shown(verdict, pair) for pair in names)
    for first, second in verdict.pairs:
        if first.key[0] == "#":
            yield f"number {verdict.one.surface(first)} = {verdict.other.surface(second)}"
        elif first.key[0] == "@" and "X" not in first.key:
            yield f"both {first.key[1:]}"
    if verdict.finding:
        yield verdict.finding


def _shown(verdict: Verdict, pair: Pair) -> str:
    first, second = verdict.one.surface(pair[0]), verdict.other.surface(pair[1])
    return first if first.casefold() == second.casefold() else f"{first}/{second}"
