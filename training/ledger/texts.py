"""The documents whose sentences ``rows.tsv`` labels, by set, story and name.

Stories are read as the scores read them, none of which has a label in ``tests/quality/labels``.
CoNLL-2003's training part is told in words: a text begins at the line above that of place and day,
and its words are put together as print has them. Of the corpora of times and of re3d the plain text
is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.articles import article
from tests.quality import _labelled_stories as stories
from variorum.model.article import Article

# So many lines of a text of CoNLL-2003 are read, and code points of the others.
LINES = 30
LONGEST = {"re3d": 8_000, "tbaq": 9_000, "wikiwars": 40_000}
_TAG = re.compile(r"<[^>]+>")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOSING = re.compile(r" ([.,;:?!%)]|'s\b|n't\b|'re\b|'ve\b|'ll\b|'d\b|'m\b)")
Place = tuple[str, str, str]


def texts(data: Path, wanted: set[Place]) -> dict[Place, Article]:
    """Return the documents that are wanted.

    Args:
        data: the folder of data sets.
        wanted: set, story and name of each.
    """
    sets = {Path(name).name for name in stories.SETS}
    told = stories.printed(data, {one for one in wanted if one[0] in sets})
    for read in (_conll, _re3d, _tbaq, _wikiwars):
        for place, text in read(data):
            if place in wanted:
                told[place] = article(text[: LONGEST.get(place[0])], source=place[2])
    return told


def _conll(data: Path) -> Iterator[tuple[Place, str]]:
    """Yield the texts of CoNLL-2003's training part, by their number."""
    told = (data / "names" / "conll2003" / "train.txt").read_text("utf-8")
    lines = [
        [line.strip().split("\t")[0] for line in block.split("\n") if line.strip()]
        for block in re.split(r"\n\s*\n", told)
    ]
    text: list[str] = []
    number = 0
    for words in filter(None, lines):
        dated = len(words) < 6 and _DAY.fullmatch(words[-1])
        if dated and len(text) > 1:
            head = text.pop()
            yield ("conll2003", "train", str(number)), "\n".join(text[:LINES])
            text, number = [head], number + 1
        text.append(_put_together(words))
    yield ("conll2003", "train", str(number)), "\n".join(text[:LINES])


def _put_together(words: list[str]) -> str:
    line = _CLOSING.sub(r"\1", " ".join(words)).replace("( ", "(")
    return re.sub(r'" ([^"]*?) "', r'"\1"', line)


def _re3d(data: Path) -> Iterator[tuple[Place, str]]:
    for path in sorted((data / "names" / "re3d").glob("*/documents.json")):
        for line in path.read_text("utf-8").split("\n"):
            row = json.loads(line) if line.strip() else {}
            yield ("re3d", path.parent.name, str(row.get("_id"))), row.get("text", "")


def _tbaq(data: Path) -> Iterator[tuple[Place, str]]:
    for path in sorted((data / "time" / "tbaq").glob("*/*.tml")):
        text = _TAG.sub("", path.read_text("utf-8", errors="replace"))
        text = re.sub(r" +", " ", re.sub(r"(?<!\n)\n(?!\n)", " ", text))
        yield ("tbaq", path.parent.name, path.stem), re.sub(r"\n\s*\n+", "\n", text).strip()


def _wikiwars(data: Path) -> Iterator[tuple[Place, str]]:
    for path in sorted((data / "time" / "wikiwars").glob("*.tml")):
        text = _TAG.sub("", path.read_text("utf-8", errors="replace"))
        yield ("wikiwars", "wikiwars", path.stem), re.sub(r" +", " ", text).strip()
