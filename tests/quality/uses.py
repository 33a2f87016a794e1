"""How well it is told what words in marks are: speech, a fragment of it, a scare quote, a title.

**Labelled strings.** ``labels/polnear_uses_dev.tsv`` holds quoted strings of PolNeAR dev outside
every content annotated (document, start, end, label), labelled by reading, before the rules for
them were written. Strings inside the tags that some documents hold (``<tweet …>``, ``<a …>``) are
mark-up and left out: 48 stay. ``other`` (a nickname, a word mentioned as a word) has no value in
the record, so it is never right. Three figures:

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
from variorum.annotate.drafts import find_drafts
from variorum.annotate.marks import find_marks
from variorum.annotate.sentences import find_sentences, join_inside_marks
from variorum.model.spans import Span, Spans, overlap

FLOORS: dict[str, float] = {}
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
        return Case(label, _use(self.record, span), _use(self.marks, span))


def scores(data: Path) -> dict[str, float]:
    """Return the scores of the strings labelled and of those in contents.

    Args:
        data: the folder of data sets.
    """
    labels = _labels()
    cases: list[Case] = []
    inside: list[tuple[str, Case]] = []
    for name, text, annotation in documents(data / "quotations/polnear/dev"):
        tags = [match.span() for match in _TAG.finditer(text)]
        found = _read(text)
        rows = [(span, label) for document, span, label in labels if document == name]
        cases += (found.case(s, label) for s, label in rows if not _within(s, tags))
        gold = annotated(name, text, annotation)
        said = [span for one in gold if one.form != "indirect" for span in one.content]
        for span in found.strings:
            if _within(span, said) and not _within(span, tags):
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


def _labels() -> list[tuple[str, Span, str]]:
    rows = [line.split("\t") for line in _LABELS.read_text("utf-8").splitlines()[1:]]
    return [(name, (int(start), int(end)), label) for name, start, end, label in rows]


def _within(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether a span lies in another, marks at its edges aside."""
    return any(start <= span[0] + 2 and span[1] - 2 <= end for start, end in others)


def _read(text: str) -> Reading:
    read = article(text)
    language = languages.find("en")
    marked = find_marks(text, (block.span for block in read.body()))
    outer = [one for one in marked if one.level == 0]
    sentences = join_inside_marks(find_sentences(read, marked, language), outer)
    drafts = find_drafts(read, sentences, outer, language)
    return Reading(
        strings=tuple(one.inner for one in outer),
        record=[(span, q.use) for q in Annotate()(read).quotations for span in q.spans],
        marks=[(span, draft.use) for draft in drafts if not draft.cue for span in draft.spans],
    )


def _use(found: Sequence[tuple[Span, str]], span: Span) -> str:
    """Return the use of what shares most characters with a string, empty where nothing does."""
    best = max(found, key=lambda one: overlap(one[0], span), default=((0, 0), ""))
    return best[1] if overlap(best[0], span) else ""
