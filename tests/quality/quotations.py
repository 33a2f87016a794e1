"""How well quotations are found: PolNeAR's development part, never trained on.

Spans are compared without punctuation and marks at their edges; two parts of a content that have
nothing else between them are one, as the annotation cuts some contents at stops. Of a document
that several people annotated, the first annotation is taken. A content of the annotation is direct
where all its words stand in quote marks, whether or not it was drawn around the marks as well, and
mixed where some do; two single marks for one double and single marks count, as they do in the
record. (Until such marks counted, one mixed content in eight was held for wrong: a part of the
documents prints no others.) PolNeAR gives the further paragraphs of one quotation to the
attribution that begins it, where the record keeps one quotation a paragraph: so a quotation that
has no cue of its own counts as more of the one before it in its turn. PolNeAR counts what somebody
does, plans or stands for as attributed; so the quotations whose use is ``act`` count here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from tests.articles import article
from variorum.annotate import Annotate
from variorum.model.annotation import Quotation
from variorum.model.spans import Span, Spans

FLOORS = {
    "quotations, PolNeAR dev: content exact F1": 0.644,
    "quotations, PolNeAR dev: content overlap 0.5 F1": 0.763,
    "quotations, PolNeAR dev: cue exact F1": 0.732,
    "quotations, PolNeAR dev: source exact F1": 0.799,
    "quotations, PolNeAR dev: whole attribution F1": 0.706,
    "quotations, PolNeAR dev: whole attribution exact F1": 0.571,
    "quotations, PolNeAR dev: direct content exact F1": 0.878,
    "quotations, PolNeAR dev: mixed content exact F1": 0.669,
    "quotations, PolNeAR dev: indirect content exact F1": 0.558,
}
SCORED = ("annotate", "languages", "model/words", "weights/annotator.onnx")
DATA = ("quotations/polnear/dev",)

_ENTITY = re.compile(r"(T\d+)\t(\w+) (\d[\d ;]*)")
_EDGE = " \t\r\n.,;:!?…\"'“”‘’«»()[]—–-"
# From a mark to its mate on the same line, or to the line's end: straight, curly, two single ones
# for one double, and single ones that are no apostrophes.
_QUOTED = re.compile(
    r"(?:[\"“]|'')(?:[^\"“”\n']|'(?!'))*(?:[\"”]|''|$)"
    r"|(?<!\w)['‘](?=\S)(?:[^'‘’\"“”\n]|(?<=\w)['’](?=\w))*['’](?!\w)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution of one document: content, cue and source, edges trimmed."""

    document: str
    content: Spans
    cue: Spans
    source: Spans
    form: str

    @property
    def places(self) -> frozenset[int]:
        """Return the places of the content's characters."""
        return frozenset(at for start, end in self.content for at in range(start, end))


def scores(data: Path) -> dict[str, float]:
    """Return the F1 of contents, cues, sources and whole attributions.

    Args:
        data: the folder of data sets.
    """
    gold: list[Found] = []
    ours: list[Found] = []
    for name, text, annotation in documents(data / "quotations/polnear/dev"):
        gold += annotated(name, text, annotation)
        ours += _read(name, text)
    return {f"quotations, PolNeAR dev: {key} F1": value for key, value in _f1s(gold, ours).items()}


def documents(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the name, text and first annotation of each document."""
    seen = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name not in seen:
            seen.add(name)
            text = _content(folder / "text" / f"{name}.txt")
            yield name, text, _content(path)


@cache
def _content(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def annotated(name: str, text: str, annotation: str) -> Iterator[Found]:
    """Yield the attributions of a brat file that have content."""
    spans: dict[str, Spans] = {}
    for line in annotation.splitlines():
        if entity := _ENTITY.match(line):
            pairs = (pair.split() for pair in entity[3].strip().split(";"))
            spans[entity[1]] = tuple((int(a), int(b)) for a, b in pairs)
        elif re.match(r"E\d+\t", line):
            roles: dict[str, Spans] = {}
            for pair in line.split("\t")[1].split():
                role, key = pair.split(":")
                kind = role.rstrip("0123456789")
                roles[kind] = roles.get(kind, ()) + spans.get(key, ())
            if roles.get("Content"):
                yield Found(
                    document=name,
                    content=_trimmed(text, roles["Content"]),
                    cue=_trimmed(text, roles.get("Cue", ())),
                    source=_trimmed(text, roles.get("Source", ())),
                    form=_form(text, roles["Content"]),
                )


def _form(text: str, content: Spans) -> str:
    """Return the form of a content: all its words are in marks, some of them, or none."""
    marked = _in_marks(text)
    letters = [at for span in content for at in range(*span) if text[at].isalnum()]
    inside = {at in marked for at in letters}
    return "mixed" if len(inside) > 1 else "direct" if True in inside else "indirect"


@lru_cache(maxsize=1)
def _in_marks(text: str) -> frozenset[int]:
    """Return the places of a text that stand in quote marks, read without our own rules."""
    return frozenset(at for quoted in _QUOTED.finditer(text) for at in range(*quoted.span()))


def _trimmed(text: str, spans: Spans) -> Spans:
    kept = []
    for start, end in sorted(spans):
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        if start < end:
            kept.append((start, end))
    return _joined(text, kept, _EDGE)


def _joined(text: str, spans: Iterable[Span], between: str) -> Spans:
    """Return spans in order, those joined that have only characters of ``between`` between them."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not text[joined[-1][1] : start].strip(between):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return tuple(joined)


def _read(name: str, text: str) -> Iterator[Found]:
    """Yield what the rules find in a document, carried quotations folded into their first."""
    groups: list[list[Quotation]] = []
    for quotation in Annotate()(article(text)).quotations:
        if quotation.use not in {"speech", "question", "act"}:
            continue
        carried = quotation.turn is not None and not quotation.cue and groups
        if carried and groups[-1][0].turn == quotation.turn:
            groups[-1].append(quotation)
        else:
            groups.append([quotation])
    for group in groups:
        first = group[0]
        spans = tuple(span for quotation in group for span in quotation.spans)
        yield Found(
            document=name,
            content=_trimmed(text, spans),
            cue=_trimmed(text, first.cue),
            source=_trimmed(text, first.sources),
            form=first.form if len({q.form for q in group}) == 1 else "mixed",
        )


def _f1s(gold: list[Found], ours: list[Found]) -> dict[str, float]:
    by_form = {
        f"{form} content exact": _exact(
            [f for f in gold if f.form == form], [f for f in ours if f.form == form], "content"
        )
        for form in ("direct", "mixed", "indirect")
    }
    return {
        "content exact": _exact(gold, ours, "content"),
        "content overlap 0.5": _overlapping(gold, ours),
        "cue exact": _exact(gold, ours, "cue"),
        "source exact": _exact(gold, ours, "source"),
        "whole attribution": _overlapping(gold, ours, linked=True),
        "whole attribution exact": _exact(gold, ours, "content", "cue", "source"),
        **by_form,
    }


def _exact(gold: list[Found], ours: list[Found], *parts: str) -> float:
    """Return the F1 of attributions equal in ``parts``."""
    keys = [
        {(f.document, *(getattr(f, part) for part in parts)) for f in side if getattr(f, parts[0])}
        for side in (gold, ours)
    ]
    return _f1(len(keys[0] & keys[1]), len(keys[0]), len(keys[1]))


def _overlapping(gold: list[Found], ours: list[Found], *, linked: bool = False) -> float:
    """Return the F1 of contents paired one to one by at least half of their joint characters.

    Args:
        gold: of the annotation.
        ours: what is found.
        linked: whether cue and source have to overlap too, or be missing on both sides.
    """
    by_document: dict[str, list[Found]] = {}
    for found in gold:
        by_document.setdefault(found.document, []).append(found)
    paired = 0
    for found in ours:
        left = by_document.get(found.document, [])
        best = max(left, key=lambda g: _likeness(g.places, found.places), default=None)
        if best is None or _likeness(best.places, found.places) < 0.5:
            continue
        if not linked or (_meet(best.cue, found.cue) and _meet(best.source, found.source)):
            left.remove(best)
            paired += 1
    return _f1(paired, len(gold), len(ours))


def _meet(one: Spans, other: Spans) -> bool:
    """Tell whether two parts share a character, or are missing both."""
    if not one or not other:
        return one == other
    return any(a < d and c < b for a, b in one for c, d in other)


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _f1(both: int, gold: int, ours: int) -> float:
    return 2 * both / (gold + ours) if both else 0.0
