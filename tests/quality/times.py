"""How well time values are read: on TimeML news, GUM's dates and the cases of Recognizers-Text.

A value is right where its expression overlaps the gold one and both values are equal. The peers
know no granularity, so their days are cut to that of the gold value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.articles import article
from variorum.annotate.times import find_times
from variorum.languages import find
from variorum.model.spans import Span, overlap

from . import _gum_dates, _recognizers, _time_peers, _timeml

FLOORS = {
    "times value F1": 0.85,
    "times value F1, half whose errors were not read": 0.825,
    "times value F1, WikiWars": 0.855,
    "times exact, GUM, all": 0.83,
    "times exact, GUM, without a year": 0.7,
    "times exact, GUM, held out": 0.62,
    "times right, Recognizers date": 0.75,
    "times right, Recognizers daterange": 0.77,
    "times right, Recognizers datetimerange": 0.74,
}
SCORED = (
    "annotate/dating",
    "annotate/times",
    "languages",
    "tests/quality/_gum_dates",
    "tests/quality/_recognizers",
    "tests/quality/_time_peers",
    "tests/quality/_timeml",
)
DATA = ("time", "gum/xml")
PEERS = (_time_peers.dateparser, _time_peers.datefinder, _time_peers.parsedatetime)

_Find = Callable[[str, str], _timeml.Values]


def scores(data: Path) -> dict[str, float]:
    """Return the scores of this project and of its peers.

    Args:
        data: the folder of data sets; reads ``time`` and ``gum/xml``.
    """
    news = sorted((data / "time/tbaq").glob("*/[!.]*.tml"), key=lambda path: path.name)
    wars = sorted((data / "time/wikiwars").glob("[!.]*.tml"), key=lambda path: path.name)
    found = {
        "times value F1": _f1(news, _timeml.ours),
        "times value F1, half whose errors were not read": _f1(news[::2], _timeml.ours),
        "times value F1, WikiWars": _f1(wars[1::2], _timeml.ours),
    }
    for peer in PEERS:
        found[f"times value F1, {peer.__name__}"] = _f1(news, peer, cut=True)
    found |= _of_gum(data / "gum/xml")
    return found | _of_cases(data / "time/recognizers_text/DateTimeModel.json")


def _f1(paths: list[Path], read: _Find, *, cut: bool = False) -> float:
    rows = []
    for path in paths:
        text, made, gold = _timeml.document(path)
        rows.append(_timeml.counts(gold, read(text, made), cut))
    return _timeml.f1(rows)


def _of_gum(folder: Path) -> dict[str, float]:
    """Return the share of GUM's dates whose value is exact: all documents, and those held out."""
    found = {}
    for name, held_out in (("all", None), ("held out", True)):
        rows: list[tuple[int, int, int, int]] = []
        for text, made, gold, yearless in _gum_dates.documents(folder, held_out=held_out):
            dates = list(_found(text, made))
            right = _gum_dates.exact(gold, dates), _gum_dates.exact(yearless, dates)
            rows.append((right[0], len(gold), right[1], len(yearless)))
        right_all, count, right_yearless, count_yearless = (sum(c) for c in zip(*rows, strict=True))
        found[f"times exact, GUM, {name}"] = right_all / count
        without = "without a year" + ", held out" * bool(held_out)
        found[f"times exact, GUM, {without}"] = right_yearless / count_yearless
    return found


def _of_cases(path: Path) -> dict[str, float]:
    """Return the share of Recognizers-Text's results that are right, type by type."""
    count: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for case in _recognizers.cases(path, held_out=True):
        found = _found(case.text, case.made)
        count[case.kind] += 1
        right[case.kind] += any(
            overlap(span, case.span) and _recognizers.fits(edtf, case) for span, edtf in found
        )
    return {f"times right, Recognizers {kind}": right[kind] / count[kind] for kind in sorted(count)}


def _found(text: str, made: str) -> Iterator[tuple[Span, str]]:
    """Yield what this project finds: spans in the text, EDTF values."""
    shift = len(_timeml.HEADLINE)
    built = article(_timeml.HEADLINE + text, published=made or None)
    for time in find_times(built, find("en")):
        yield (time.span[0] - shift, time.span[1] - shift), time.edtf
