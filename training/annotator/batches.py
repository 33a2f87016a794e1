"""Batches: windows of similar length, padded, as tensors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from random import Random

import numpy as np
import torch
from torch import Tensor

from training.annotator.texts import UNKNOWN, UNTAUGHT, Example
from variorum.annotate.annotator import NO_WORD, inputs_of
from variorum.annotate.tagging.tags import NAMES, ROLES, tags_of
from variorum.annotate.tagging.windows import Window, windows_of

Placed = tuple[Example, Window]
# The vocabulary's number for padding.
NOTHING = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as the model takes them, and the tags each word may have."""

    pieces: Tensor
    owners: Tensor
    firsts: Tensor
    hints: Tensor
    seen: Tensor
    real: Tensor
    roles: Tensor | None
    names: Tensor | None
    syntax: Tensor | None

    def to(self, device: torch.device) -> Batch:
        """Return the same batch on another device."""
        parts = {f.name: getattr(self, f.name) for f in fields(self)}
        return Batch(**{n: None if t is None else t.to(device) for n, t in parts.items()})


def windows_in(examples: list[Example]) -> list[Placed]:
    """Return all windows of all examples."""
    return [(e, window) for e in examples for window in windows_of(e.words)]


def grouped(windows: list[Placed], pieces: int, random: Random) -> list[list[Placed]]:
    """Return groups of at most so many pieces, padding included, in random order.

    Windows of one group have the same tasks, and about the same length.
    """
    keyed = sorted(
        windows,
        key=lambda w: (_tasks(w[0]), _length(*w) + random.randint(0, 12), random.random()),
    )
    groups: list[list[Placed]] = []
    longest = 0
    for item in keyed:
        longest = max(longest, _length(*item))
        same = bool(groups) and _tasks(groups[-1][0][0]) == _tasks(item[0])
        if not same or longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            longest = _length(*item)
        groups[-1].append(item)
    random.shuffle(groups)
    return groups


def _tasks(example: Example) -> tuple[bool, bool]:
    return example.roles is None, example.names is None


def _length(example: Example, window: Window) -> int:
    firsts = example.words.firsts
    return int(firsts[window.end] - firsts[window.start]) + 2


def collated(group: list[Placed]) -> Batch:
    """Return windows as one batch."""
    count = len(group)
    long = max(_length(*w) for w in group)
    most = max(w.end - w.start for _, w in group)
    pieces = np.full((count, long), NOTHING)
    owners = np.full((count, long), most)
    firsts = np.zeros((count, most), dtype=np.int64)
    hints = np.tile(np.array(NO_WORD), (count, most + 1, 1))
    for row, (example, window) in enumerate(group):
        one = inputs_of(example.words, window)
        size, number = one["pieces"].shape[1], window.end - window.start
        pieces[row, :size] = one["pieces"]
        owners[row, 1 : size - 1] = one["owners"][0, 1:-1]
        firsts[row, :number] = one["firsts"]
        hints[row, : number + 1] = one["hints"]
    seen = torch.from_numpy(pieces != NOTHING)
    return Batch(
        pieces=torch.from_numpy(pieces),
        owners=torch.from_numpy(owners),
        firsts=torch.from_numpy(firsts),
        hints=torch.from_numpy(hints),
        seen=seen[:, None, None, :],
        real=torch.from_numpy(firsts > 0),
        roles=_allowed(group, "roles", len(tags_of(ROLES)), most),
        names=_allowed(group, "names", len(tags_of(NAMES)), most),
        syntax=_syntax(group, most),
    )


def _syntax(group: list[Placed], words: int) -> Tensor | None:
    """Return what is known of the words' syntax, shape (texts, words, 2); None: nothing."""
    if all(example.syntax is None for example, _ in group):
        return None
    known = np.full((len(group), words, 2), UNTAUGHT)
    for row, (example, window) in enumerate(group):
        if example.syntax is not None:
            known[row, : window.end - window.start] = example.syntax[window.start : window.end]
    return torch.from_numpy(known)


def _allowed(group: list[Placed], task: str, tags: int, words: int) -> Tensor | None:
    """Return which tags each word may have; None where a batch is not annotated for a task."""
    if getattr(group[0][0], task) is None:
        return None
    allowed = np.zeros((len(group), words, tags), dtype=bool)
    for row, (example, window) in enumerate(group):
        gold = np.array(getattr(example, task)[window.start : window.end])
        allowed[row, np.arange(len(gold)), gold] = True
        allowed[row, : len(gold)][gold == UNKNOWN] = True
        if task == "names" and not example.others:
            allowed[row, : len(gold), -2:] |= allowed[row, : len(gold), :1]
        _open_cut(allowed[row], gold)
    return torch.from_numpy(allowed)


def _open_cut(allowed: np.ndarray, gold: np.ndarray) -> None:
    """Let a stretch that a window's beginning cuts begin there."""
    if len(gold) and gold[0] > 0 and gold[0] % 2 == 0:
        allowed[0, gold[0] - 1] = True
        allowed[0, gold[0]] = False


def batched_in_order(
    examples: list[Example],
) -> Iterator[tuple[Placed, Batch]]:
    """Yield each window of each example, in order, as a batch of its own."""
    for item in windows_in(examples):
        yield item, collated([item])
