"""What the network is taught before it reads claims: pairs of sentences that are published."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tests.quality.contradictions import vitaminc
from tests.quality.relations import sts
from training.joining.teach import Example
from variorum import weights
from variorum.align.relating.side_by_side import KINDS, MOST_INSIDE, Rows, marked
from variorum.weights.sentences import WIDTH, rows_of

# Of STS-B's sentences, judged from 0 to 5, these are alike and these are not.
ALIKE, UNLIKE = 3.4, 2.4
# Of VitaminC so many that agree or clash, as many that tell nothing, and so many of other pages.
EACH, APART = 4_500, 1_500
# How far off the evidence is that a claim of another page is put beside.
STEP = 7
SAME, CLASH = KINDS.index(("same", None)), KINDS.index(("incompatible", None))


def lessons(data: Path, seed: int) -> list[Example]:
    """Return pairs of sentences: STS-B's training part, and VitaminC's pages that train."""
    chance = random.Random(seed)
    told: list[tuple[str, str, int | None]] = [
        (one, other, SAME if judged >= ALIKE else None)
        for (one, other), judged in sts(data, "train")
        if judged >= ALIKE or judged <= UNLIKE
    ]
    pages = list(vitaminc(data, held_out=False))
    chance.shuffle(pages)
    bearing = [pair for pair in pages if pair.label != "neither"]
    others = [pair for pair in pages if pair.label == "neither"]
    told += [
        (pair.claim, pair.evidence, SAME if pair.label == "supports" else CLASH)
        for pair in bearing[:EACH]
    ]
    told += [(pair.claim, pair.evidence, None) for pair in others[:EACH]]
    told += [(bearing[n].claim, bearing[n + STEP].evidence, None) for n in range(APART)]
    found = []
    for one, other, kind in told:
        example = Example((_side(one), _side(other)), kind)
        found.append(example if chance.random() < 0.5 else example.turned())
    return found


def _side(text: str) -> Rows:
    """Return the rows of a whole text, as a claim."""
    pieces: Sequence[int] = weights.encode(text).ids[:MOST_INSIDE]
    none = np.zeros((0, WIDTH), dtype=np.float32)
    return marked(none, rows_of(pieces) if pieces else none, none)
