"""Invented reports of one event, as many as asked for: copies of a wire, rewrites, own prose."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
_SENTENCE = re.compile(r"(?<=[.!?”])\s+(?=[A-Z“])")
_WORD = re.compile(r"[a-z]{4,}")


def reports(count: int, seed: int = 0) -> list[str]:
    """Return ``count`` reports of some 400 words made of the examples' prose.

    Every third is a wire report cut from the bottom, every third keeps half of its sentences and
    rewrites the others, and every third has sentences of its own and the quotations.
    """
    chance = random.Random(seed)
    wire = [s for name in ("agency", "ledger") for s in _sentences(name)]
    kinds = (_cut, _rewritten, _own)
    return [_page(kinds[at % 3](wire, chance), at) for at in range(count)]


def _sentences(name: str) -> list[str]:
    lines = (EXAMPLES / "recall" / f"{name}.txt").read_text("utf-8").split("\n")
    return [s for line in lines if len(line.split()) > 12 for s in _SENTENCE.split(line)]


def _cut(wire: Sequence[str], chance: random.Random) -> list[str]:
    return list(wire[: chance.randrange(len(wire) // 2, len(wire) + 1)])


def _rewritten(wire: Sequence[str], chance: random.Random) -> list[str]:
    return [
        s if chance.random() < 0.5 else _other_words(s, chance.choice((0.15, 0.5)), chance)
        for s in wire
    ]


def _own(wire: Sequence[str], chance: random.Random) -> list[str]:
    return [s if "“" in s else _other_words(s, 0.6, chance) for s in wire]


def _other_words(sentence: str, share: float, chance: random.Random) -> str:
    """Return a sentence with some of its longer words replaced by invented ones."""

    def other(match: re.Match[str]) -> str:
        if chance.random() > share:
            return match[0]
        return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3))

    return _WORD.sub(other, sentence)


def _page(sentences: Sequence[str], at: int) -> str:
    lines = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
    head = [f"Torvane recalls kettles, report {at}", f"{1 + at % 28} December 2025"]
    return "\n\n".join([*head, *lines]) + "\n"
