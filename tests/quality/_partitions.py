"""How well a partition fits the true one: pairwise F1, B-cubed F1, adjusted Rand index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

Partition = Mapping[str, str]


def b_cubed(truth: Partition, parted: Partition) -> float:
    """Return B-cubed F1 (Bagga and Baldwin 1998)."""
    both = Counter((truth[w], parted[w]) for w in truth)
    by_truth, by_part = Counter(truth.values()), Counter(parted[w] for w in truth)
    precision = sum(n * n / by_part[part] for (_, part), n in both.items()) / len(truth)
    recall = sum(n * n / by_truth[label] for (label, _), n in both.items()) / len(truth)
    return 2 * precision * recall / (precision + recall)


def pairwise(truth: Partition, parted: Partition) -> float:
    """Return the F1 of the pairs that are kept together."""
    right, said, true = _pairs(truth, parted)
    return 2 * right / (said + true) if said + true else 0.0


def rand(truth: Partition, parted: Partition) -> float:
    """Return the adjusted Rand index (Hubert and Arabie 1985)."""
    right, said, true = _pairs(truth, parted)
    by_chance = said * true / max(1, _chosen([len(truth)]))
    most = (said + true) / 2
    return (right - by_chance) / (most - by_chance) if most != by_chance else 1.0


def several(truth: Partition) -> dict[str, str]:
    """Return the true stories of more than one article."""
    counts = Counter(truth.values())
    return {one: story for one, story in truth.items() if counts[story] > 1}


def _pairs(truth: Partition, parted: Partition) -> tuple[int, int, int]:
    """Return how many pairs are together in both, in the partition, and in truth."""
    both = Counter((truth[w], parted[w]) for w in truth)
    said = Counter(parted[w] for w in truth)
    return _chosen(both.values()), _chosen(said.values()), _chosen(Counter(truth.values()).values())


def _chosen(counts: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in counts)
