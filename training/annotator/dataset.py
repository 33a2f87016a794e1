"""Which data the annotator is trained on, and which part of it watches the training."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.quality.speakers import remainder
from training.annotator.gum import read_gum
from training.annotator.names import read_names
from training.annotator.polnear import read_polnear
from training.annotator.texts import Example

# One training document of PolNeAR in so many is kept aside to watch the training.
WATCHED = 20
# How many of the last texts of CoNLL-2003's development part are.
WATCHED_NAMES = 60


def training_data(data: Path) -> tuple[list[Example], list[Example]]:
    """Return the examples to train on, and those that only watch.

    The published test files and PolNeAR's development part are in neither.

    Args:
        data: the folder of data sets.
    """
    quoted = list(read_polnear(data / "quotations/polnear/train"))
    watched = [e for e in quoted if _is_watched(e)]
    news = list(read_names(data / "names/conll2003/dev.txt"))
    watched += news[-WATCHED_NAMES:]
    kept = [e for e in quoted if not _is_watched(e)]
    named = [*news[:-WATCHED_NAMES], *_named(data / "names")]
    return [*kept, *read_gum(data / "gum"), *named], watched


def _named(data: Path) -> Iterator[Example]:
    """Yield the texts that are annotated for names alone."""
    yield from read_names(data / "conll2003/train.txt")
    yield from read_names(data / "crossner_politics/train.txt")
    yield from read_names(data / "crossner_politics/dev.txt")
    yield from read_names(data / "wikigold/CONLL-format/data/wikigold.conll.txt", separator=" ")
    yield from read_names(data / "uner_ewt/en_ewt-ud-dev.iob2", word=1, tag=2, others=False)
    yield from read_names(
        data / "SEC-filings/CONLL-format/data/train/FIN5.txt", tag=3, separator=" "
    )
    for part in "abefgh":
        tweets = data / f"BTC/CONLL-format/data/{part}.conll"
        yield from read_names(tweets, others=False, handles=False)


def _is_watched(example: Example) -> bool:
    return remainder(example.name, WATCHED) == 0
