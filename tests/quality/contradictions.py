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

Each sentence is read as the one paragraph of an article of its own, and each pair answered in two
ways. *Compared*: both are taken to tell of one thing, and only what speaks against it counts
(``align.contradictions``). *In the record*: they stand as two statements of two witnesses, which
are related only where that is well supported (``align.verdicts``); no relation is neither.
"""

from __future__ import annotations

import csv
import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from variorum.align.claims import Claim
from variorum.align.rarity import Rarity, rarity
from variorum.align.relating.contradictions import set_against
from variorum.align.relating.likeness import compare
from variorum.align.relating.verdicts import judge

from ._sentence_claims import claim_of

SCORED = (
    "align",
    "annotate",
    "languages",
    "weights/annotator.onnx",
    "tests/quality/_sentence_claims",
    "tests/quality/labels/harmless.toml",
)
DATA = ("relations/vitaminc", "relations/negation_nli", "relations/factor_news")
FLOORS = {
    "VitaminC test, compared: accuracy": 0.69,
    "VitaminC test, compared: contradicts F1": 0.61,
    "NegNLI MNLI, compared: accuracy": 0.44,
    "NegNLI SNLI, compared: accuracy": 0.41,
    "NegNLI RTE, compared: accuracy": 0.415,
    "FACTOR-news, compared: contradictions found": 0.475,
    "edits, open, compared: harmless called same": 0.96,
    "edits, open, compared: harmful not called same": 0.615,
    "edits, held out, compared: harmless called same": 0.89,
    "edits, held out, compared: harmful not called same": 0.54,
    "edits, open, in the record: harmless called same": 0.705,
    "edits, open, in the record: harmful not called same": 0.68,
    "edits, held out, in the record: harmless called same": 0.68,
    "edits, held out, in the record: harmful not called same": 0.61,
}
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
HALVES = ("open", "held out")
EDITS = Path(__file__).parent / "labels" / "harmless.toml"

Answer = Callable[[Claim, Claim], str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence to be borne out, the sentence it is set against, and what is right."""

    claim: str
    evidence: str
    label: str


def scores(data: Path) -> dict[str, float]:
    """Return every score by name."""
    found: dict[str, float] = {}
    for way, answer in (("compared", compared), ("in the record", recorded)):
        pairs = list(vitaminc(data, held_out=True))
        found |= three_ways(f"VitaminC test, {way}", pairs, answer)
        for name in SETS:
            found |= three_ways(f"NegNLI {name}, {way}", list(negated(data, name)), answer)
        said = Counter(answer_to(pair, answer) for pair in planted(data))
        found[f"FACTOR-news, {way}: contradictions found"] = said["contradicts"] / said.total()
        found[f"FACTOR-news, {way}: called same"] = said["supports"] / said.total()
        for half in HALVES:
            found |= edits_kept(f"edits, {half}, {way}", list(edited(half)), answer)
    return found


def compared(claim: Claim, evidence: Claim) -> str:
    """Return how two sentences stand that tell of one thing."""
    return set_against(claim, evidence, compare(claim, evidence, Rarity({}))).answer()


def recorded(claim: Claim, evidence: Claim) -> str:
    """Return how two sentences stand in a record."""
    verdict = judge(claim, evidence, rarity([[claim.keys], [evidence.keys]]))
    if verdict is None:
        return "neither"
    if verdict.relation == "incompatible":
        return "contradicts"
    weaker = {"same": True, "broader": verdict.one is claim, "stronger": verdict.one is evidence}
    return "supports" if weaker.get(verdict.relation) else "neither"


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


def edited(half: str) -> Iterator[tuple[Pair, bool]]:
    """Yield the edited sentences of a half, and whether the edit is harmless."""
    for row in tomllib.loads(EDITS.read_text("utf-8"))["pair"]:
        if HALVES[int(sha1(row["one"].encode()).hexdigest(), 16) % 2] == half:
            harmless = not row["kind"].startswith("harmful-")
            label = "supports" if harmless else "else"
            yield Pair(row["one"], row["other"], label), harmless


def edits_kept(
    name: str, pairs: Sequence[tuple[Pair, bool]], answer: Answer = compared
) -> dict[str, float]:
    """Return the share of harmless edits called the same, and of harmful ones that are not.

    The same is what each of the two sentences bears out of the other.
    """
    same = Counter(
        harmless
        for pair, harmless in pairs
        if answer_to(pair, answer)
        == answer_to(Pair(pair.evidence, pair.claim, ""), answer)
        == "supports"
    )
    of = Counter(harmless for _, harmless in pairs)
    return {
        f"{name}: harmless called same": same[True] / max(1, of[True]),
        f"{name}: harmful not called same": 1 - same[False] / max(1, of[False]),
    }


def answer_to(pair: Pair, answer: Answer = compared) -> str:
    """Return what is answered to a pair; a sentence that says nothing bears out nothing."""
    claim, evidence = claim_of(pair.claim), claim_of(pair.evidence)
    return answer(claim, evidence) if claim and evidence else "neither"


def three_ways(name: str, pairs: Sequence[Pair], answer: Answer = compared) -> dict[str, float]:
    """Return accuracy and F1 by answer; where labels have but two answers, of these."""
    return figures(name, [pair.label for pair in pairs], [answer_to(p, answer) for p in pairs])


def figures(name: str, labels: Sequence[str], said: Sequence[str]) -> dict[str, float]:
    """Return accuracy and F1 of some answers; with the label ``else`` all but support is that."""
    kinds = ("supports", "else") if "else" in labels else ANSWERS
    told = [answer if answer in kinds else "else" for answer in said]
    both = list(zip(labels, told, strict=True))
    right = Counter(label for label, answer in both if label == answer)
    ends = Counter(labels) + Counter(told)
    found = {f"{name}: accuracy": right.total() / len(both)}
    for kind in kinds:
        found[f"{name}: {kind} F1"] = 2 * right[kind] / max(1, ends[kind])
    return found
