"""Score the rules on the training labels and list their errors.

``python -m training.uses.errors --data ../shared/data``. Errors are read here, never on the
development part, which ``tests/quality/uses.py`` scores.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from tests.quality.quotations import documents
from tests.quality.uses import by_marks, labelled, use_at

_LABELS = Path(__file__).parent / "labels" / "polnear_train.tsv"
_AROUND = 60


def main() -> None:
    """Print each error in its context, then how often each label is given each use."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, required=True)
    table: Counter[tuple[str, str]] = Counter()
    for name, text, _ in documents(options.parse_args().data / "quotations/polnear/train"):
        rows = labelled(_LABELS, name, text)
        found = by_marks(text)[1] if rows else []
        for span, label in rows:
            ours = use_at(found, span)
            table[label, ours] += 1
            if ours != label:
                print(f"{label} → {ours}: {_shown(text, *span)}")
    for (label, ours), count in sorted(table.items()):
        print(f"{count:4}  {label} → {ours}")


def _shown(text: str, start: int, end: int) -> str:
    before, inner, after = text[:start], text[start:end], text[end:]
    return " ".join(f"{before[-_AROUND:]}[[{inner[:_AROUND]}]]{after[:_AROUND]}".split())


if __name__ == "__main__":
    main()
