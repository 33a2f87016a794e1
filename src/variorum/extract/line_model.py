"""The learned part of line typing: one small ONNX file of a word table and three tree ensembles."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from variorum.extract.line_words import BUCKETS
from variorum.weights import session

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = "blocks.onnx"
KINDS = ("furniture", "paragraph", "section", "standfirst", "headline", "byline", "date", "caption")
"""The kinds of line, in the order of the columns of :func:`kind_chances`."""

_BATCH = 512


@cache
def leanings() -> NDArray[np.float64]:
    """Return the learned leaning of every bucket of words."""
    table = _run("leaning", bucket=np.arange(BUCKETS, dtype=np.int64))
    table.flags.writeable = False
    return table


def article_chances(context: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return for each line the chance that it is article text, from its plain view."""
    return _batched("chance", "context", context)[:, 0]


def news_chances(wide: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the same chance as told by trees that learned on short pages, from the wide view."""
    return _batched("news", "wide", wide)[:, 0]


def kind_chances(guesses: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return for each line the chance of each of :data:`KINDS`, from its second view."""
    return _batched("kind", "guesses", guesses)


def _batched(output: str, name: str, rows: NDArray[np.float32]) -> NDArray[np.float64]:
    """Run in batches of one size, the last filled up, so that no result hangs on the batch."""
    results = []
    for start in range(0, len(rows), _BATCH):
        part = rows[start : start + _BATCH]
        full = np.zeros((_BATCH, rows.shape[1]), dtype=np.float32)
        full[: len(part)] = part
        results.append(_run(output, **{name: full})[: len(part)])
    return np.concatenate(results)


def _run(output: str, **given: NDArray[Any]) -> NDArray[np.float64]:
    """Ask the model for one output; the inputs of the others are left empty."""
    model = session(WEIGHTS)
    feed = {
        i.name: np.zeros(
            (0, *i.shape[1:]), dtype=np.int64 if i.type == "tensor(int64)" else np.float32
        )
        for i in model.get_inputs()
    }
    feed.update(given)
    return np.asarray(model.run([output], feed)[0], dtype=np.float64)
