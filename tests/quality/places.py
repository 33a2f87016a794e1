"""Whether names of places lead to the right place, and what a witness says of places.

The labels and their guidelines are in ``labels/places.md``; they were made by a reader who had not
seen the code, before it was scored. A labelled toponym is right where the name at its place has the
labelled reference, or is a city within 161 km of it (Gritta et al., 2018), or, where no gazetteer
has it, the labelled kind. The open half of the stories may be read, the other is only scored.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from variorum import languages
from variorum.annotate.placing.toponyms import Toponym, find_toponyms
from variorum.gazetteers import Entry, geonames
from variorum.model.article import Article
from variorum.model.spans import Span, overlap

from . import _agreement
from . import _labelled_stories as stories

FLOORS = {
    "places, open: toponyms right": 0.96,
    "places, held out: toponyms right": 0.84,
    "places, held out: toponyms with a reference right": 0.87,
}
SCORED = (
    "annotate",
    "extract",
    "gazetteers",
    "languages",
    "weights",
    "tests/quality/_agreement",
    "tests/quality/ledger",
    *stories.CODE,
)
DATA = stories.SETS
# A city this far off is still the place (in km), and the radius of the earth.
NEAR = 161.0
EARTH = 6371.0


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled toponym of an article, and the name that is found there, if one is."""

    half: str
    article: Article
    span: Span
    feature: str
    ref: str
    found: Toponym | None


def scores(data: Path) -> dict[str, float]:
    """Return the share of toponyms that lead right, half by half, and how two readers agree."""
    cases = list(toponyms(data))
    scored: dict[str, float] = {}
    for half in stories.HALVES:
        scored |= _scored(half, [case for case in cases if case.half == half])
    return scored | _agreement.of_places()


def toponyms(data: Path) -> Iterator[Case]:
    """Yield the labelled toponyms with what is found at their places."""
    rows = stories.rows("places_real.tsv")
    texts = stories.printed(data, {(r["set"], r["story"], r["document"]) for r in rows})
    for row in rows:
        text = texts[row["set"], row["story"], row["document"]]
        (span,) = stories.spans_of(row["start-end"])
        yield Case(
            half=stories.half_of(row["story"]),
            article=text,
            span=span,
            feature=row["feature"],
            ref=row["ref"],
            found=_at(span, _found(text)),
        )


def is_right(case: Case) -> bool:
    """Tell whether a name leads to the labelled place."""
    if case.found is None:
        return False
    entry = case.found.entry
    if case.ref == "-":
        return entry is None and case.found.feature == case.feature
    return entry is not None and (entry.ref == case.ref or _is_near(entry, case))


def _is_near(entry: Entry, case: Case) -> bool:
    known = geonames.find(case.article.words(case.span)[0])
    meant = [one.point for one in known if one.ref == case.ref and one.point]
    return bool(meant and entry.point) and _distance(meant[0], entry.point or (0, 0)) <= NEAR


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the way between two points on the earth, in km (haversine)."""
    (a, b), (c, d) = (map(math.radians, point) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(half))


def _found(text: Article) -> Sequence[Toponym]:
    item = stories.annotated(text)
    return find_toponyms(text, item.mentions, languages.find(text.language))


def _at(span: Span, found: Sequence[Toponym]) -> Toponym | None:
    best = max(found, default=None, key=lambda one: overlap(one.span, span))
    return best if best and overlap(best.span, span) else None


def _scored(half: str, cases: Sequence[Case]) -> dict[str, float]:
    known = [case for case in cases if case.ref != "-"]
    return {
        f"places, {half}: toponyms right": _share(cases),
        f"places, {half}: toponyms with a reference right": _share(known),
        f"places, {half}: toponyms found": sum(c.found is not None for c in cases) / len(cases),
    }


def _share(cases: Sequence[Case]) -> float:
    return sum(map(is_right, cases)) / max(1, len(cases))
