"""The sentences of GUM as the annotator's words, with their heads and relations (Zeldes, 2017)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1
from itertools import pairwise
from pathlib import Path

import numpy as np

from tests.quality.attributions import Node, treebank
from tests.quality.speakers import remainder
from tests.quality.syntax import mapped
from training.annotator.texts import words_in
from variorum.annotate.annotator import find
from variorum.annotate.syntax import RELATIONS

# One document in so many of those that are not held out watches the training.
WATCHED = 20
# Longer sentences are left out.
MOST = 160


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence ready to train on.

    Args:
        states: of its words, as the annotator tells them.
        heads: the place of each word's head, counted from one; 0 for the root.
        relations: places in ``RELATIONS``.
    """

    states: np.ndarray
    heads: np.ndarray
    relations: np.ndarray


def read_gum(folder: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences to train on, and those that only watch.

    Documents with ``sha1(name) % 5 == 0`` are in neither.

    Args:
        folder: GUM.
    """
    paths = [p for p in (folder / "dep").glob("*.conllu") if remainder(p.stem, 5) != 0]
    paths.sort(key=lambda path: sha1(f"w{path.stem}".encode()).hexdigest())
    count = round(len(paths) / WATCHED)
    watched, trained = sorted(paths[:count]), sorted(paths[count:])
    return [s for p in trained for s in _read(p)], [s for p in watched for s in _read(p)]


def _read(path: Path) -> Iterator[Sentence]:
    text, nodes = treebank(path)
    words = words_in(text)
    syntax = find(words).syntax
    assert syntax is not None
    owners, firsts = mapped(words.spans, nodes)
    roots = _roots(nodes)
    of = np.array([roots[owner] for owner in owners])
    cuts = [0, *(np.flatnonzero(np.diff(of)) + 1).tolist(), len(words)]
    for start, end in pairwise(cuts):
        told = [_hung(word, nodes, owners, firsts) for word in range(start, end)]
        heads = np.array([head + 1 - start if head >= 0 else 0 for head, _ in told])
        if end - start <= MOST and heads.min() >= 0 and heads.max() <= end - start:
            relations = np.array([RELATIONS.index(relation) for _, relation in told])
            yield Sentence(syntax.states[start:end], heads, relations)


def _hung(word: int, nodes: list[Node], owners: list[int], firsts: list[int]) -> tuple[int, str]:
    """Return the head of a word, -1 for none, and its relation."""
    owner = owners[word]
    if firsts[owner] != word:
        return firsts[owner], "inside"
    above = nodes[owner].head
    while above >= 0 and firsts[above] == word:
        above = nodes[above].head
    if above < 0:
        return -1, "root"
    relation = nodes[owner].relation.partition(":")[0]
    return firsts[above], relation if relation in RELATIONS else "dep"


def _roots(nodes: list[Node]) -> list[int]:
    """Return for each token the root of its sentence."""
    roots = []
    for place in range(len(nodes)):
        above = place
        while nodes[above].head >= 0:
            above = nodes[above].head
        roots.append(above)
    return roots
