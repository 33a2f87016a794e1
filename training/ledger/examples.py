"""Labelled sentences as the model is asked of them, with what is wanted and what the rules say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from csv import DictReader
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

import numpy as np

from tests.articles import article
from tests.quality import _labelled_stories as stories
from training.ledger.texts import Place, texts
from variorum import languages
from variorum.annotate import Annotate
from variorum.annotate.ledger import find_places, read_sites
from variorum.annotate.placing.chances import ROWS, asked_of, head_of, words_in
from variorum.annotate.placing.scenes import Site
from variorum.annotate.syntax import Syntax
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article
from variorum.model.spans import Span, overlap

FOLDS = 5
_LABELS = Path(__file__).parent
_WRITTEN = sorted(_LABELS.glob("written_*.txt"))
# A row of a place of the sentence: the number of the place and that of the row.
Key = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """A sentence: ``wanted`` rows with the word that says each, in the sentence.

    ``fold``: by its story, or by its text where it is one of a collection; ``doubtful`` rows count
    neither way; ``ruled`` are those of the rules.
    """

    fold: int
    asked: dict[str, np.ndarray]
    wanted: dict[Key, int | None]
    doubtful: frozenset[Key]
    ruled: frozenset[Key]

    @property
    def length(self) -> int:
        """Return how many words it has."""
        return int(self.asked["relations"].shape[1])


@dataclass(frozen=True)
class Label:
    """A row as it is labelled: the name's span, the kind, and the word's span."""

    name: Span
    kind: str
    doubtful: bool
    word: Span


def examples(data: Path) -> Iterator[Example]:
    """Yield the labelled sentences of real texts and then the written ones."""
    told: dict[Place, list[dict[str, str]]] = defaultdict(list)
    with (_LABELS / "rows.tsv").open(encoding="utf-8", newline="") as file:
        for row in DictReader(file, delimiter="\t", quoting=3):
            told[row["set"], row["story"], row["document"]].append(row)
    for place, printed in texts(data, set(told)).items():
        text = _Text(printed, _fold(place))
        for row in told[place]:
            names = stories.spans_of(row["names"])
            labels = [_label(one) for one in row["rows"].split(";") if one != "-"]
            yield from text.example(_span(row["sentence"]), names, labels)
    for path in _WRITTEN:
        yield from _written(path)


def _written(path: Path) -> Iterator[Example]:
    """Yield sentences that were written with their rows, two lines each (``[0:Velm]``)."""
    lines = path.read_text("utf-8").splitlines()
    for marked, told in zip(lines[::2], lines[1::2], strict=True):
        text, names = _unmarked(marked)
        labels = [_written_label(one, text, names) for one in told.split("; ") if one != "-"]
        yield from _Text(article(text), _fold(("", "", text))).example(
            (0, len(text)), names, labels
        )


class _Text:
    """A text as it is annotated, and as the rules read its places."""

    def __init__(self, article: Article, fold: int) -> None:
        annotate = Annotate()
        self.fold = fold
        self.annotated: AnnotatedArticle = annotate(article)
        self.syntax: Syntax | None = annotate.syntax_of(article)
        language = languages.find("en")
        self.sites = read_sites(self.annotated, language) if language else []
        self.ruled = find_places(self.annotated, language)

    def example(
        self, sentence: Span, names: Sequence[Span], labels: Sequence[Label]
    ) -> Iterator[Example]:
        """Yield a sentence of the text with its labels, none where no name of it is read."""
        if self.syntax is None:
            return
        words = words_in(self.syntax, sentence)
        found = ((name, head_of(self.syntax, words, name)) for name in names)
        known = [(name, head - words.start) for name, head in found if head is not None]
        if not known:
            return
        placed = [(self._site(name), head) for name, head in known]
        keys = {(label.name, label.kind): label for label in labels}
        rows = {
            (k, row): keys[name, kind]
            for k, (name, _) in enumerate(known)
            for row, kind in enumerate(ROWS)
            if (name, kind) in keys
        }
        yield Example(
            self.fold,
            asked_of(self.syntax, words, placed),
            {k: self._word(words, one.word) for k, one in rows.items() if not one.doubtful},
            frozenset(k for k, one in rows.items() if one.doubtful),
            frozenset(self._ruled([name for name, _ in known])),
        )

    def _site(self, name: Span) -> Site:
        near = (site for site in self.sites if overlap(site.span, name))
        return next(near, Site(name, "", "other", sure=False))

    def _word(self, words: range, span: Span) -> int | None:
        """Return the number of a word in its sentence."""
        spans = self.syntax.spans if self.syntax else np.zeros((0, 2))
        inside = (k for k in words if overlap((int(spans[k, 0]), int(spans[k, 1])), span))
        return next((k - words.start for k in inside), None)

    def _ruled(self, names: Sequence[Span]) -> Iterator[Key]:
        for place in self.ruled:
            kind = place.stance or place.predicate
            for k, name in enumerate(names):
                if kind in ROWS and overlap(place.span, name):
                    yield k, ROWS.index(kind)


def _fold(place: Place) -> int:
    """Return the fold of a text: that of its story, or its own where a set has no stories."""
    name = "\t".join(place[:2] if f"stories/{place[0]}" in stories.SETS else place)
    return int(sha1(name.encode()).hexdigest(), 16) % FOLDS


def _label(told: str) -> Label:
    """Return a row as ``rows.tsv`` has it: ``10-14=holds?@16-20``."""
    name, _, rest = told.partition("=")
    kind, _, word = rest.partition("@")
    return Label(_span(name), kind.rstrip("?"), kind.endswith("?"), _span(word))


def _written_label(told: str, text: str, names: Sequence[Span]) -> Label:
    number, _, rest = told.partition("=")
    kind, _, word = rest.partition("@")
    name = names[int(number)]
    at = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}", text)]
    start = min(at, key=lambda one: abs(one - name[0]))
    return Label(name, kind.rstrip("?"), kind.endswith("?"), (start, start + len(word)))


def _unmarked(marked: str) -> tuple[str, list[Span]]:
    """Return a sentence without the marks of its names, and the spans of these."""
    text, names, last = "", [], 0
    for mark in re.finditer(r"\[\d+:([^\]]+)\]", marked):
        text += marked[last : mark.start()]
        names.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        last = mark.end()
    return text + marked[last:], names


def _span(told: str) -> Span:
    return stories.spans_of(told)[0]
