"""How well statements that say the same are told from those that do not.

* ``sts_dev``: Spearman's rank correlation of the likeness of two sentences with the people's
  judgement, on the development split of the STS benchmark (Cer et al. 2017).
* ``superpal_*``: a span of a source against a proposition of a summary of the same topic
  (SuperPAL, Ernst et al. 2021); every pair of a topic that is not annotated counts as different,
  so that a pair the annotators missed lowers the precision.
* ``vitaminc_*``: of the claims and evidence we relate as same, broader or stronger, the part
  that supports, and of the supporting pairs the part we relate (Schuster et al. 2021). Refuting
  pairs differ in as little as a word: chance is .63.

The articles these sentences stand in are not at hand; each is read as an article of its own.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from variorum.align.claims import Claim
from variorum.align.rarity import Rarity, rarity
from variorum.align.relating.likeness import compare
from variorum.align.relating.verdicts import judge

from ._sentence_claims import claim_of

SCORED = (
    "align",
    "annotate",
    "languages",
    "weights/annotator.onnx",
    "tests/quality/_sentence_claims",
)
DATA = ("relations/stsbenchmark", "relations/superpal", "relations/vitaminc")
FLOORS = {
    "sts_dev_spearman": 0.78,
    "superpal_precision": 0.92,
    "superpal_recall": 0.12,
    "vitaminc_precision": 0.86,
    "vitaminc_recall": 0.14,
}
# VitaminC is large: every so manieth pair is enough.
EVERY = 40
AGREE = frozenset({"same", "broader", "stronger"})

Pair = tuple[Claim, Claim]


def scores(data: Path) -> dict[str, float]:
    """Return every score by name."""
    return {**_sts(data), **_superpal(data), **_vitaminc(data)}


def _both(first: str, second: str) -> Pair | None:
    one, other = claim_of(first), claim_of(second)
    return (one, other) if one and other else None


def _rarity(claims: Sequence[Claim]) -> Rarity:
    once = {claim.article.id: claim.keys for claim in claims}
    return rarity([list(once.values())])


def _sts(data: Path) -> dict[str, float]:
    judged = [(_both(*pair), score) for pair, score in sts(data, "dev")]
    rare = _rarity([claim for pair, _ in judged if pair for claim in pair])
    ours = [compare(*pair, rare).score if pair else 0.0 for pair, _ in judged]
    return {"sts_dev_spearman": spearman(ours, [gold for _, gold in judged])}


def _superpal(data: Path) -> dict[str, float]:
    path = data / "relations" / "superpal" / "dev_MN_only.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: row["topic"])
    right = claimed = known = 0
    for _, group in groupby(rows, key=lambda row: row["topic"]):
        gold = {(row["docSpanText"], row["scuText"]) for row in group}
        pairs = [(d, s) for d in sorted({d for d, _ in gold}) for s in sorted({s for _, s in gold})]
        claims = [(_both(*pair), pair in gold) for pair in pairs]
        rare = _rarity([claim for pair, _ in claims if pair for claim in pair])
        said = [same for pair, same in claims if pair and judge(*pair, rare)]
        right, claimed, known = right + sum(said), claimed + len(said), known + len(gold)
    return {"superpal_precision": right / max(1, claimed), "superpal_recall": right / known}


def _vitaminc(data: Path) -> dict[str, float]:
    judged = [(_both(claim, evidence), same) for claim, evidence, same in _supported(data)]
    rare = _rarity([claim for pair, _ in judged if pair for claim in pair])
    said = []
    for pair, same in judged:
        verdict = judge(*pair, rare) if pair else None
        if verdict and verdict.relation in AGREE:
            said.append(same)
    known = sum(same for _, same in judged)
    return {
        "vitaminc_precision": sum(said) / max(1, len(said)),
        "vitaminc_recall": sum(said) / known,
    }


def _supported(data: Path) -> Iterator[tuple[str, str, bool]]:
    path = data / "relations" / "vitaminc" / "vitaminc_real.jsonl"
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line) if number % EVERY == 0 else {"label": "NOT ENOUGH INFO"}
            if row["label"] != "NOT ENOUGH INFO":
                yield row["claim"], row["evidence"], row["label"] == "SUPPORTS"


def sts(data: Path, part: str) -> list[tuple[tuple[str, str], float]]:
    """Return the pairs of sentences of a part of the STS benchmark, with people's judgement."""
    path = data / "relations" / "stsbenchmark" / "stsbenchmark" / f"sts-{part}.csv"
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [((row[5], row[6]), float(row[4])) for row in rows]


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Spearman's rank correlation of two lists."""
    first, second = _ranks(one), _ranks(other)
    mean = (len(one) + 1) / 2
    top = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True))
    spread = [sum((rank - mean) ** 2 for rank in ranks) for ranks in (first, second)]
    return float(top / (spread[0] * spread[1]) ** 0.5)


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value; equal values share the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    at = 0
    for _, group in groupby(order, key=values.__getitem__):
        members = list(group)
        for index in members:
            ranks[index] = at + (len(members) + 1) / 2
        at += len(members)
    return ranks
