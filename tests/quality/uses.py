"""How well it is told what words in marks are: speech, a fragment of it, a scare quote, a title.

**Labelled strings.** ``labels/polnear_uses_dev.tsv`` holds quoted strings of PolNeAR dev outside
every content annotated (document, start, end, label), labelled by reading; the rules were written
with those of ``training/uses`` alone. Strings inside the tags that some documents hold
(``<tweet …>``, ``<a …>``) are mark-up and left out: 49 stay. ``other`` (a nickname, a word
mentioned as a word) has no value in the record, so it is never right. Three figures:

* *scare or fragment against speech*, F1: over the strings with these labels; ours is a hit where
  it is a scare quote or fragment too, a title is a miss. Few are speech, so a trivial answer,
  ``scare`` always, scores high;
* *scare or fragment against all*, F1: over all strings, titles and others included;
* *right*: the share with exactly the label's use.

**Strings in contents.** The 300 outermost quoted strings within direct or mixed contents with the
smallest sha1 of ``document:start``. They are speech or fragments of it, but for the odd title or
single word in marks within a content; *kept* is the share that is called no title or scare quote.

Each is scored twice. *In the record* the use is that of the quotation around the string: where the
annotator finds an attribution that holds it, that is its speech. *By marks alone* it is what the
rules say of the string where no cue claims it, asked of every string. A string not found is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from tests.articles import article
from tests.quality.quotations import annotated, documents
from variorum import languages
from variorum.annotate import Annotate
from variorum.annotate.attributing.drafts import find_drafts
from variorum.annotate.marks import find_marks
from variorum.annotate.sentences import find_sentences, join_inside_marks
from variorum.model.spans import Span, Spans, overlap

FLOORS = {
    "uses, PolNeAR dev, in the record: scare or fragment against speech F1": 0.75,
    "uses, PolNeAR dev, in the record: scare or fragment against all F1": 0.7,
    "uses, PolNeAR dev, in the record: right": 0.61,
    "uses, PolNeAR dev, in the record: strings in contents kept": 0.98,
    "uses, PolNeAR dev, by marks alone: scare or fragment against speech F1": 0.95,
    "uses, PolNeAR dev, by marks alone: scare or fragment against all F1": 0.91,
    "uses, PolNeAR dev, by marks alone: right": 0.765,
    "uses, PolNeAR dev, by marks alone: strings in contents kept": 0.94,
}
SCORED = (
    "annotate",
    "languages",
    "model/words",
    "weights/annotator.onnx",
    "tests/quality/labels",
    "tests/quality/quotations",
)
DATA = ("quotations/polnear/dev",)

_LABELS = Path(__file__).parent / "labels" / "polnear_uses_dev.tsv"
_TAG = re.compile(r"<(?:tweet|a)\b[^>]*>")
_SAMPLE = 300
_OURS = frozenset({"scare", "fragment"})
_SAID = frozenset({"speech", "fragment", "question"})


@dataclass(frozen=True, slots=True)
class Case:
    """A string in marks with its label, and what we call it; empty where it is not found."""

    label: str
    record: str
    marks: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document's outermost strings in marks, and the uses of what is found."""

    strings: Spans
    record: Sequence[tuple[Span, str]]
    marks: Sequence[tuple[Span, str]]

    def case(self, span: Span, label: str) -> Case:
        """Return a string with what we call it."""
        return Case(label, use_at(self.record, span), use_at(self.marks, span))


def scores(data: Path) -> dict[str, float]:
    """Return the scores of the strings labelled and of those in contents.

    Args:
        data: the folder of data sets.
    """
    cases: list[Case] = []
    inside: list[tuple[str, Case]] = []
    for name, text, annotation in documents(data / "quotations/polnear/dev"):
        found = _read(text)
        cases += (found.case(*row) for row in labelled(_LABELS, name, text))
        gold = annotated(name, text, annotation)
        said = [span for one in gold if one.form != "indirect" for span in one.content]
        for span in found.strings:
            if _within(span, said) and not _within(span, _tags(text)):
                key = sha1(f"{name}:{span[0]}".encode()).hexdigest()
                inside.append((key, found.case(span, "speech")))
    sample = [case for _, case in sorted(inside, key=lambda pair: pair[0])[:_SAMPLE]]
    return dict(_figures(cases, sample))


def _figures(cases: Sequence[Case], sample: Sequence[Case]) -> Iterator[tuple[str, float]]:
    for way in ("record", "marks"):
        where = "in the record" if way == "record" else "by marks alone"
        pairs = [(case.label, str(getattr(case, way))) for case in cases]
        against = [pair for pair in pairs if pair[0] in _OURS | {"speech"}]
        kept = sum(getattr(case, way) in _SAID for case in sample) / len(sample)
        key = f"uses, PolNeAR dev, {where}:"
        yield f"{key} scare or fragment against speech F1", _f1(against)
        yield f"{key} scare or fragment against all F1", _f1(pairs)
        yield f"{key} right", sum(label == ours for label, ours in pairs) / len(pairs)
        yield f"{key} strings in contents kept", kept


def _f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the F1 of scare quotes and fragments among pairs of label and use."""
    told = [(label in _OURS, ours in _OURS) for label, ours in pairs]
    both = sum(label and ours for label, ours in told)
    return 2 * both / (sum(label + ours for label, ours in told) or 1)


def labelled(path: Path, name: str, text: str) -> list[tuple[Span, str]]:
    """Return the strings of a document that a file of labels holds, none within a tag."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    strings = [((int(r[1]), int(r[2])), r[3]) for r in rows if r[0] == name]
    return [(span, label) for span, label in strings if not _within(span, _tags(text))]


def _tags(text: str) -> list[Span]:
    return [match.span() for match in _TAG.finditer(text)]


def _within(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span lies in another, marks at its edges aside."""
    return any(start <= span[0] + 2 and span[1] - 2 <= end for start, end in others)


def _read(text: str) -> Reading:
    strings, marks = by_marks(text)
    record = [(span, q.use) for q in Annotate()(article(text)).quotations for span in q.spans]
    return Reading(strings, record, marks)


def by_marks(text: str) -> tuple[Spans, list[tuple[Span, str]]]:
    """Return the outermost strings in marks, and what the rules say of each without a cue."""
    read = article(text)
    language = languages.find("en")
    marked = find_marks(text, (block.span for block in read.body()))
    outer = [one for one in marked if one.level == 0]
    sentences = join_inside_marks(find_sentences(read, marked, language), outer)
    drafts = [d for d in find_drafts(read, sentences, outer, language) if not d.cue]
    return tuple(m.inner for m in outer), [(s, d.use) for d in drafts for s in d.spans]


def use_at(found: Sequence[tuple[Span, str]], span: Span) -> str:
    """Return the use of what shares most characters with a string, empty where nothing does."""
    best = max(found, key=lambda one: overlap(one[0], span), default=((0, 0), ""))
    return best[1] if overlap(best[0], span) else ""
