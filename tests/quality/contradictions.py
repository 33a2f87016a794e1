"""Whether two sentences agree, contradict one another or neither: rules on other people's pairs.

The splits were fixed before anything was scored:

* *VitaminC* (Schuster et al. 2021, its pairs of real revisions): the pages with
  sha1(page) % 5 == 0 are the test part; all others are there to derive and to train on. No page
  stands in both. The claim is set against the evidence; it is supported where the evidence says
  no less.
* *NegNLI* (Hossain et al. 2020, a negation put into RTE, SNLI and MNLI) and *FACTOR-news*
  (Muhlgay et al. 2024, a sentence beside three with a planted error): only scored. RTE tells
  entailment from all else. FACTOR has contradictions only, so beside its recall one must read:
* *harmless* edits, invented (``labels/harmless.toml``): pairs of sentences that say the same in
  other words, spelling, order or signs, and beside each kind as many look-alikes that do not. The
  parity of the sha1 of the first sentence parts them into an open half and one held out.

Each sentence is read as the one paragraph of an article of its own.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from variorum.align.claims import Claim
from variorum.align.rarity import rarity
from variorum.align.verdicts import judge

from ._sentence_claims import claim_of

SCORED = (
    "align",
    "annotate",
    "languages",
    "weights/annotator.onnx",
    "tests/quality/_sentence_claims",
)
DATA = ("relations/vitaminc", "relations/negation_nli", "relations/factor_news")
FLOORS: dict[str, float] = {}
LABELS = {
    "SUPPORTS": "supports",
    "REFUTES": "contradicts",
    "NOT ENOUGH INFO": "neither",
    "entailment": "supports",
    "contradiction": "contradicts",
    "neutral": "neither",
    "not_entailment": "else",
}
ANSWERS = ("supports", "contradicts", "neither")
FOLDS = 5
SETS = ("MNLI", "SNLI", "RTE")
PLANTED = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence to be borne out, the sentence it is set against, and what is right."""

    claim: str
    evidence: str
    label: str


def scores(data: Path) -> dict[str, float]:
    """Return every score by name."""
    found = _three_ways("VitaminC test", list(vitaminc(data, held_out=True)))
    for name in SETS:
        found |= _three_ways(f"NegNLI {name}", list(negated(data, name)))
    said = Counter(answer_to(pair) for pair in planted(data))
    found["FACTOR-news: contradictions found"] = said["contradicts"] / said.total()
    found["FACTOR-news: called same"] = said["supports"] / said.total()
    return found


def vitaminc(data: Path, *, held_out: bool) -> Iterator[Pair]:
    """Yield the pairs of the pages that are held out, or of all others."""
    path = data / "relations" / "vitaminc" / "vitaminc_real.jsonl"
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if (fold_of(row["page"]) == 0) is held_out:
                yield Pair(row["claim"], row["evidence"], LABELS[row["label"]])


def fold_of(page: str) -> int:
    """Return the part of VitaminC that a page belongs to; 0 is the test part."""
    return int(sha1(page.encode()).hexdigest(), 16) % FOLDS


def negated(data: Path, name: str) -> Iterator[Pair]:
    """Yield the pairs of a part of NegNLI."""
    path = data / "relations" / "negation_nli" / f"{name}.txt"
    with path.open(encoding="cp1252", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Pair(row["Hypothesis"], row["Text"], LABELS[row["gold_label"]])


def planted(data: Path) -> Iterator[Pair]:
    """Yield each sentence of FACTOR-news beside each of its false ones."""
    path = data / "relations" / "factor_news" / "news_factor.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for number in range(PLANTED):
                yield Pair(row[f"contradiction_{number}"], row["completion"], "contradicts")


def answer_to(pair: Pair) -> str:
    """Return what the record's rules say of a pair."""
    one, other = claim_of(pair.claim), claim_of(pair.evidence)
    return _answer(one, other) if one and other else "neither"


def _answer(claim: Claim, evidence: Claim) -> str:
    verdict = judge(claim, evidence, rarity([[claim.keys], [evidence.keys]]))
    if verdict is None:
        return "neither"
    if verdict.relation == "incompatible":
        return "contradicts"
    weaker = {"same": True, "broader": verdict.one is claim, "stronger": verdict.one is evidence}
    return "supports" if weaker.get(verdict.relation) else "neither"


def _three_ways(name: str, pairs: Sequence[Pair]) -> dict[str, float]:
    """Return accuracy and F1 by answer; where labels have but two answers, of these."""
    labels = [pair.label for pair in pairs]
    kinds = ("supports", "else") if "else" in labels else ANSWERS
    said = [answer_to(pair) for pair in pairs]
    said = [answer if answer in kinds else "else" for answer in said]
    both = list(zip(labels, said, strict=True))
    right = Counter(label for label, answer in both if label == answer)
    ends = Counter(labels) + Counter(said)
    found = {f"{name}: accuracy": right.total() / len(both)}
    for kind in kinds:
        found[f"{name}: {kind} F1"] = 2 * right[kind] / max(1, ends[kind])
    return found
