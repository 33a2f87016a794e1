"""Fit the judge of pairs and print the figures of rules, classifier and both."""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from lightgbm import LGBMClassifier

from tests.quality import contradictions as scored
from tests.quality import statements
from tests.quality._sentence_claims import claim_of
from tests.quality.contradictions import ANSWERS, Pair
from training.pairs.features import features
from variorum.weights.sentences import vectors

_FIXED: dict[str, Any] = {
    "n_estimators": 250, "learning_rate": 0.04, "num_leaves": 15, "min_child_samples": 30,
    "colsample_bytree": 0.6, "subsample": 0.8, "subsample_freq": 1, "n_jobs": 1,
    "random_state": 7, "deterministic": True, "force_row_wise": True, "verbose": -1,
}  # fmt: skip
SHUFFLE = 0
RELATIONS = {"same": "supports", "stronger": "supports", "broader": "supports",
             "incompatible": "contradicts"}  # fmt: skip

Row = np.ndarray[tuple[int], np.dtype[np.float32]]
Answer = Callable[[Sequence[Pair]], list[str]]


@cache
def _vector(text: str) -> Row:
    row: Row = vectors([text])[0]
    return row


@cache
def _numbers(pair: Pair) -> tuple[list[float], list[float]] | None:
    claim, evidence = claim_of(pair.claim), claim_of(pair.evidence)
    if claim is None or evidence is None:
        return None
    return features(claim, evidence, float(_vector(pair.claim) @ _vector(pair.evidence)))


def _row(pair: Pair, *, with_findings: bool) -> list[float] | None:
    found = _numbers(pair)
    return None if found is None else [*found[0], *(found[1] if with_findings else [])]


def rules(pairs: Sequence[Pair]) -> list[str]:
    """Return what the rules answer."""
    return [scored.answer_to(pair) for pair in pairs]


def fitted(pairs: Sequence[Pair], *, with_findings: bool) -> Answer:
    """Return boosted trees that have learned some pairs, with or without the rules' findings."""
    rows = [(_row(p, with_findings=with_findings), p.label) for p in pairs]
    known = [(row, ANSWERS.index(label)) for row, label in rows if row is not None]
    trees = LGBMClassifier(**_FIXED)
    trees.fit(np.array([row for row, _ in known]), np.array([label for _, label in known]))

    def answer(asked: Sequence[Pair]) -> list[str]:
        found = [_row(pair, with_findings=with_findings) for pair in asked]
        told = trees.predict(np.array([row for row in found if row is not None]))
        each = iter(told)
        return ["neither" if row is None else ANSWERS[int(next(each))] for row in found]

    return answer


def _rules_first(trees: Answer) -> Answer:
    """Return what the rules find to be contradicted, and of all else what trees say."""

    def answer(asked: Sequence[Pair]) -> list[str]:
        told = zip(rules(asked), trees(asked), strict=True)
        return [first if first == "contradicts" else second for first, second in told]

    return answer


def labelled(data: Path) -> list[Pair]:
    """Return the labelled pairs of statements of the open halves; the weaker is the claim."""
    found = []
    for pair in (*statements.real(data), *statements.invented()):
        if pair.part.endswith("open"):
            texts = [
                " ".join(one.text[slice(*span)] for span in spans)
                for one, spans in zip(pair.articles, pair.spans, strict=True)
            ]
            weaker = {"stronger": "b", "broader": "a"}.get(pair.relation)
            first = weaker is None or pair.direction == weaker
            claim, evidence = texts if first else texts[::-1]
            found.append(Pair(claim, evidence, RELATIONS.get(pair.relation, "neither")))
    return found


def report(answer: Answer, data: Path) -> Mapping[str, float]:
    """Return every figure of one way to answer."""
    found: dict[str, float] = {}
    sets = {"VitaminC test": list(scored.vitaminc(data, held_out=True))}
    sets |= {f"NegNLI {part}": list(scored.negated(data, part)) for part in scored.SETS}
    sets["statements, open"] = labelled(data)
    for part, pairs in sets.items():
        found |= scored.figures(part, [pair.label for pair in pairs], answer(pairs))
    said = Counter(answer(list(scored.planted(data))))
    found["FACTOR-news: contradictions found"] = said["contradicts"] / said.total()
    found["FACTOR-news: called same"] = said["supports"] / said.total()
    for half in scored.HALVES:
        edits = list(scored.edited(half))
        back = [Pair(p.evidence, p.claim, p.label) for p, _ in edits]
        both = zip(answer([p for p, _ in edits]), answer(back), edits, strict=True)
        same = [(a == b == "supports", harmless) for a, b, (_, harmless) in both]
        kept = [told for told, harmless in same if harmless]
        apart = [not told for told, harmless in same if not harmless]
        found[f"edits, {half}: harmless called same"] = sum(kept) / len(kept)
        found[f"edits, {half}: harmful not called same"] = sum(apart) / len(apart)
    return found


def main() -> None:
    """Fit on training pages, answer every set in each way, and print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--pairs", type=int, default=8000, help="how many training pairs")
    given = options.parse_args()
    pairs = list(scored.vitaminc(given.data, held_out=False))
    random.Random(SHUFFLE).shuffle(pairs)
    pairs = pairs[: given.pairs]
    informed = fitted(pairs, with_findings=True)
    ways: dict[str, Answer] = {
        "rules": rules,
        "classifier": fitted(pairs, with_findings=False),
        "informed": informed,
        "both": _rules_first(informed),
    }
    table = {way: report(answer, given.data) for way, answer in ways.items()}
    print(f"{'':44}" + "".join(f"{way:>12}" for way in table))
    for key in next(iter(table.values())):
        print(f"{key:44}" + "".join(f"{found[key]:12.3f}" for found in table.values()))


if __name__ == "__main__":
    main()
