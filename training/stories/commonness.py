"""Writes the table of common words that the story stage weighs shared words by.

Run ``python -m training.stories.commonness DATA > src/variorum/languages/en_common.toml``, DATA
being the folder of the data sets. Only the training part of one set is counted (stories whose
name's sha1 is no multiple of five); only counts leave it, rounded to half a nat.
"""

from __future__ import annotations

import hashlib
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from variorum.languages import find
from variorum.model.words import words_in

FOLDS = 5
LEAST_TEXTS = 20
WIDTH = 98


def texts(data: Path) -> Iterator[str]:
    """Yield the texts of the training part."""
    for line in (data / "stories/allsides/stream.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        if int(hashlib.sha1(row["story_id"].encode()).hexdigest(), 16) % FOLDS:
            yield row["text"] or ""


def table(data: Path) -> str:
    """Return the table: one line a weight, the words of that inverse document frequency."""
    seen: Counter[str] = Counter()
    total = 0
    for text in texts(data):
        total += 1
        seen.update({word.form.removesuffix("'s") for word in words_in(text)})
    language = find("en")
    dropped = language.function_words if language else frozenset()
    groups: defaultdict[float, list[str]] = defaultdict(list)
    for word, count in seen.items():
        plain = word.replace("'", "").replace("-", "").isalpha() and word not in dropped
        if count >= LEAST_TEXTS and plain:
            groups[round(math.log(total / count) * 2) / 2].append(word)
    lines = [
        "# Inverse document frequency of common words in English news, in nats,"
        " rounded to half a nat.",
        "# Counts only, of the training part of the allsides set (US news to 2019);"
        " see docs/quality.md.",
    ]
    for weight, words in sorted(groups.items()):
        filled = wrap(" ".join(sorted(words)), WIDTH, break_on_hyphens=False)
        lines += [f'"{weight}" = """', *filled, '"""']
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(table(Path(sys.argv[1])))
