"""What a model finds in examples, and how much of it is right."""

from __future__ import annotations

import numpy as np
import torch

from training.annotator.batches import batched_in_order
from training.annotator.model import Annotator
from training.annotator.texts import Example
from variorum.annotate.tagging.chain import best_path
from variorum.annotate.tagging.tags import NAMES, ROLES, read_attributions, read_tags


def found_in(model: Annotator, examples: list[Example], task: str) -> list[list[int]]:
    """Return the tags of each example's words.

    Args:
        model: to run.
        examples: to read.
        task: ``roles`` or ``names``.
    """
    model.eval()
    chain = getattr(model, task).chain
    steps, firsts = (part.detach().cpu().numpy() for part in (chain.steps(), chain.firsts()))
    device = chain.step.device
    tags: dict[int, list[int]] = {id(e): [] for e in examples}
    with torch.no_grad():
        for (example, window), whole in batched_in_order(examples):
            batch = whole.to(device)
            scores = model(batch.pieces, batch.owners, batch.firsts, batch.hints, seen=batch.seen)
            mine = scores[0 if task == "roles" else 1][0].cpu().numpy().astype(np.float64)
            path = best_path(mine, steps, firsts)
            tags[id(example)].extend(path[window.core - window.start :])
    model.train()
    return [tags[id(e)] for e in examples]


def report(model: Annotator, examples: list[Example]) -> dict[str, float]:
    """Return the F1 of contents, cues, sources and whole attributions, and of names."""
    quoted = [e for e in examples if e.roles is not None]
    named = [e for e in examples if e.names is not None]
    gold: dict[str, set[object]] = {}
    ours: dict[str, set[object]] = {}
    for side, sequences in (
        (gold, [e.roles or [] for e in quoted]),
        (ours, found_in(model, quoted, "roles")),
    ):
        for place, tags in enumerate(sequences):
            for one in read_attributions(read_tags(tags, ROLES)):
                if one.content:
                    side.setdefault("content", set()).add((place, one.content))
                    side.setdefault("whole", set()).add((place, one))
                side.setdefault("cue", set()).add((place, one.cue))
                if one.source:
                    side.setdefault("source", set()).add((place, one.source))
    for side, sequences in (
        (gold, [e.names or [] for e in named]),
        (ours, found_in(model, named, "names")),
    ):
        for place, tags in enumerate(sequences):
            side.setdefault("names", set()).update((place, t) for t in read_tags(tags, NAMES))
    return {key: _f1(gold[key], ours.get(key, set())) for key in gold}


def _f1(gold: set[object], ours: set[object]) -> float:
    return round(2 * len(gold & ours) / (len(gold) + len(ours)), 4)
