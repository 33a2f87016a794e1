"""Which data the annotator is trained on, and which part of it watches the training."""

from __future__ import annotations

import hashlib
from pathlib import Path

from training.annotator.names import read_names
from training.annotator.polnear import read_polnear
from training.annotator.texts import Example

# One training document of PolNeAR in so many is kept aside to watch the training.
WATCHED = 20


def training_data(data: Path) -> tuple[list[Example], list[Example]]:
    """Return the examples to train on, and those that only watch.

    The published test files and PolNeAR's development part are in neither.

    Args:
        data: the folder of data sets.
    """
    names = data / "names"
    quoted = list(read_polnear(data / "quotations/polnear/train"))
    watched = [e for e in quoted if _is_watched(e)]
    examples = [
        *(e for e in quoted if not _is_watched(e)),
        *read_names(names / "conll2003/train.txt", word=0, tag=1),
        *read_names(names / "crossner_politics/train.txt", word=0, tag=1),
        *read_names(names / "crossner_politics/dev.txt", word=0, tag=1),
        *read_names(names / "uner_ewt/en_ewt-ud-dev.iob2", word=1, tag=2, others=False),
        *read_names(
            names / "wikigold/CONLL-format/data/wikigold.conll.txt", word=0, tag=1, separator=" "
        ),
    ]
    watched += read_names(names / "conll2003/dev.txt", word=0, tag=1)
    return examples, watched


def _is_watched(example: Example) -> bool:
    return int(hashlib.sha1(example.name.encode()).hexdigest(), 16) % WATCHED == 0
