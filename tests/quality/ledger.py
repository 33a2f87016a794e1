"""What a witness says of places: the rows of the ledger against those that a reader found.

The labels and their guidelines are in ``labels/places.md``. A labelled row is found where a row
has its stance or predicate at a mention that overlaps; where several do, one with its holder
counts first. Every row is wanted, and a row without a label is wrong, so that F1 can be told.
Holder, source and time are compared on what is found: a holder or source agrees where the words
of one name are all among those of the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum.model.annotation import Place
from variorum.model.article import Article
from variorum.model.spans import Span, overlap

from . import _labelled_stories as stories

FLOORS = {
    "ledger, open, real: rows F1": 0.79,
    "ledger, held out, real: rows F1": 0.69,
    "ledger, open, invented: rows F1": 0.92,
    "ledger, held out, invented: rows F1": 0.87,
    "ledger, held out, invented: stance and predicate macro F1": 0.87,
    "ledger, held out, real: stance and predicate macro F1": 0.62,
    "ledger, held out, all: rows F1": 0.76,
}
SCORED = ("annotate", "extract", "gazetteers", "languages", "weights", *stories.CODE)
DATA = stories.SETS
# Kinds with fewer rows than this have no F1 of their own.
LEAST = 5
# The kinds of invented story that are about who holds what.
OF_WAR = frozenset({"war", "territory", "blockade"})


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row at its mention."""

    span: Span
    kind: str
    holder: str
    said_by: str
    edtf: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its labelled rows and those that are found, up to where it was read."""

    half: str
    source: str
    peace: bool
    wanted: tuple[Row, ...]
    found: tuple[Place, ...]

    def pairs(self) -> Iterator[tuple[Row, Place]]:
        """Yield each labelled row that is found, each row found used once."""
        left = list(self.found)
        for row in self.wanted:
            fitting = [p for p in left if kind_of(p) == row.kind and overlap(p.span, row.span)]
            best = max(fitting, default=None, key=lambda p: agrees(p.holder, row.holder))
            if best:
                left.remove(best)
                yield row, best


def scores(data: Path) -> dict[str, float]:
    """Return F1 of the rows and agreement of their fields, half by half, real, invented and all."""
    read = [*real(data), *invented()]
    scored: dict[str, float] = {}
    for half in stories.HALVES:
        for source in ("real", "invented"):
            chosen = [one for one in read if (one.half, one.source) == (half, source)]
            scored |= _scored(f"ledger, {half}, {source}", chosen)
        scored |= _scored(f"ledger, {half}, all", [one for one in read if one.half == half])
        peace = [one for one in read if one.half == half and one.peace]
        scored[f"ledger, {half}, invented, no war: rows F1"] = _f1(*_counts(peace))
    return scored


def real(data: Path) -> Iterator[Reading]:
    """Yield the real documents with what is found in them."""
    documents = stories.rows("ledger_documents.tsv")
    rows = stories.rows("ledger_real.tsv")
    texts = stories.printed(data, {(r["set"], r["story"], r["document"]) for r in documents})
    for document in documents:
        place = (document["set"], document["story"], document["document"])
        mine = [r for r in rows if (r["set"], r["story"], r["document"]) == place]
        wanted = tuple(_row(r, stories.spans_of(r["start-end"])[0]) for r in mine)
        found = _found(texts[place], int(document["end"]))
        yield Reading(stories.half_of(document["story"]), "real", False, wanted, found)


def invented() -> Iterator[Reading]:
    """Yield the invented witnesses with what is found in them."""
    for story in stories.invented("ledger_invented"):
        half = stories.half_of(story["story"])
        for number, witness in enumerate(story["witness"], 1):
            text = stories.written(number, witness)
            mine = [r for r in story["row"] if r["witness"] == number]
            wanted = tuple(_row(r, _mention(text, r)) for r in mine)
            found = _found(text, len(text.text))
            yield Reading(half, "invented", story["kind"] not in OF_WAR, wanted, found)


def kind_of(place: Place) -> str:
    """Return the stance or predicate of a row."""
    return place.stance or place.predicate or ""


def agrees(found: str | None, label: str) -> bool:
    """Tell whether two names are one: the words of one are all among those of the other."""
    one, other = set(_words(found or "")), set(_words(label))
    return one == other or bool(one and other and (one <= other or other <= one))


def _words(name: str) -> list[str]:
    return [word for word in name.casefold().split() if word != "the"]


def _row(label: Mapping[str, str], span: Span) -> Row:
    fields = {name: label.get(name, "").strip("-") for name in ("stance", "predicate", "holder")}
    said_by = label["said_by"] if label["said_by"] != "-" else ""
    edtf = label["edtf"] if label["edtf"] != "-" else ""
    kind = fields["stance"] or fields["predicate"]
    return Row(span, kind, fields["holder"], said_by, edtf)


def _mention(text: Article, label: Mapping[str, str]) -> Span:
    which = int(label.get("nth", 1))
    return stories.places_of(text.text, [label["words"]], [which])[0]


def _found(text: Article, end: int) -> tuple[Place, ...]:
    return tuple(p for p in stories.annotated(text).places if p.span[0] < end)


def _counts(read: Sequence[Reading], kind: str | None = None) -> tuple[int, int, int]:
    """Return how many rows are found and wanted, found at all, and wanted at all."""

    def of(rows: Sequence[Row] | Sequence[Place], name: Callable[..., str]) -> int:
        return sum(kind in {None, name(row)} for row in rows)

    right = sum(kind in {None, row.kind} for one in read for row, _ in one.pairs())
    found = sum(of(one.found, kind_of) for one in read)
    return right, found, sum(of(one.wanted, lambda row: row.kind) for one in read)


def _scored(title: str, read: Sequence[Reading]) -> dict[str, float]:
    counted = Counter(row.kind for one in read for row in one.wanted)
    kinds = sorted(kind for kind, count in counted.items() if count >= LEAST)
    pairs = [pair for one in read for pair in one.pairs()]
    share = 1 / max(1, len(pairs))
    sources = ((p.said_by.name if p.said_by else None, r.said_by) for r, p in pairs)
    macro = sum(_f1(*_counts(read, kind)) for kind in kinds) / max(1, len(kinds))
    return {
        f"{title}: rows F1": _f1(*_counts(read)),
        f"{title}: stance and predicate macro F1": macro,
        f"{title}: holders agree": sum(agrees(p.holder, r.holder) for r, p in pairs) * share,
        f"{title}: sources agree": sum(agrees(*pair) for pair in sources) * share,
        f"{title}: times agree": sum((p.edtf or "") == r.edtf for r, p in pairs) * share,
    }


def _f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / max(1, found + wanted)
