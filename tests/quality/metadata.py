"""How well title, writers and date of an HTML page are read, beside two other libraries.

Pages of WCXB with sha1(name) % 5 = 0 are held out; the rules were derived on the others. Letter
case and punctuation do not count, of writers neither their order nor what parts them. Of the pages
without a date (or without a writer) it is counted how many are given one. Letters and roles that
an annotator kept behind a name (``, MD``) are cut for one score, from all three libraries' answers
too: the record keeps names only.

All three are given the address of the page; the network is not used.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from variorum.errors import InputError
from variorum.extract import Extract
from variorum.model.article import Capture

FLOORS = {
    "title exact, held out": 0.85,
    "author exact, held out": 0.72,
    "author exact, names only, held out": 0.755,
    "same-day date, held out": 0.8,
    "false dates below half of trafilatura's, held out": 0.0,
}
SCORED = ("formats", "extract", "languages")
DATA = ("pages/wcxb_articles",)
LIBRARIES = ("variorum", "trafilatura", "newspaper4k")
_CUT = re.compile(r"\s*\([^)]*\)|,.*")


class Told(NamedTuple):
    """What is said of one page: title, writers in one string, day as ISO 8601."""

    title: str
    author: str
    day: str


def scores(data: Path) -> dict[str, float]:
    """Return every figure by its name, as shares of 1.

    Args:
        data: the folder that holds ``pages/``.
    """
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found: dict[str, list[float]] = defaultdict(list)
    readers: tuple[Callable[[str, bytes], Told], ...] = (_variorum, _trafilatura, _newspaper)
    for half, address, markup, truth in _pages(data / "pages" / "wcxb_articles"):
        for name, read in zip(LIBRARIES, readers, strict=True):
            where = half if name == "variorum" else f"{half}, {name}"
            _compare(found, where, read(address, markup), truth)
    shares = {name: mean(values) for name, values in found.items()}
    for half in sorted({half for half in ("held out", "open") if f"false dates, {half}" in shares}):
        ours, peer = (shares[f"false dates, {half}{who}"] for who in ("", ", trafilatura"))
        shares[f"false dates below half of trafilatura's, {half}"] = peer / 2 - ours
    return dict(sorted(shares.items()))


def _pages(folder: Path) -> Iterator[tuple[str, str, bytes, Told]]:
    for path in sorted((folder / "ground-truth").glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        truth = {key: value or "" for key, value in entry["ground_truth"].items()}
        held_out = int(hashlib.sha1(path.stem.encode()).hexdigest(), 16) % 5 == 0
        markup = gzip.decompress((folder / "html" / f"{path.stem}.html.gz").read_bytes())
        told = Told(
            truth.get("title", ""), truth.get("author", ""), truth.get("publish_date", "")[:10]
        )
        yield "held out" if held_out else "open", entry.get("url") or "", markup, told


def _compare(found: dict[str, list[float]], where: str, told: Told, truth: Told) -> None:
    if truth.title:
        found[f"title exact, {where}"].append(_plain(told.title) == _plain(truth.title))
    if truth.author:
        found[f"author exact, {where}"].append(_names(told.author) == _names(truth.author))
        bare = _bare_names(told.author) == _bare_names(truth.author)
        found[f"author exact, names only, {where}"].append(bare)
    else:
        found[f"false authors, {where}"].append(bool(told.author))
    if truth.day:
        found[f"same-day date, {where}"].append(told.day == truth.day)
    else:
        found[f"false dates, {where}"].append(bool(told.day))


def _variorum(address: str, markup: bytes) -> Told:
    capture = Capture(source=address or "page.html", data=markup, sha256="", media_type="text/html")
    try:
        article = Extract()(capture)
    except InputError:
        return Told("", "", "")
    day = article.published.edtf[:10] if article.published else ""
    return Told(article.title or "", "; ".join(article.byline), day)


def _trafilatura(address: str, markup: bytes) -> Told:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        markup.decode("utf-8", "replace"),
        url=address or None,
        with_metadata=True,
        include_comments=False,
    )
    if found is None:
        return Told("", "", "")
    return Told(found.title or "", found.author or "", (found.date or "")[:10])


def _newspaper(address: str, markup: bytes) -> Told:
    import newspaper

    page = newspaper.Article(address or "https://page.example/", fetch_images=False)
    try:
        page.download(input_html=markup.decode("utf-8", "replace"))
        page.parse()
    except Exception:  # as a peer it answers nothing where it fails in any way
        return Told("", "", "")
    day = page.publish_date.date().isoformat() if page.publish_date else ""
    return Told(page.title or "", "; ".join(page.authors), day)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _names(text: str) -> frozenset[str]:
    return frozenset(_plain(part) for part in re.split(r",|;|&|\band\b", text)) - {""}


def _bare_names(text: str) -> frozenset[str]:
    """Return the names in a string, without letters and roles behind them."""
    parts = re.split(r";|&|\band\b|,(?=\s*[^\W\d_]+[\w.'’-]*\s+[A-Z][a-z])", text)
    return frozenset(_plain(_CUT.sub("", part)) for part in parts) - {""}
