"""How well the lines of copied text are typed, on pages whose article is known.

Each HTML page is rendered to text, as a browser would copy it, by ``inscriptis``. A line is truly
article when at least 80 % of its words align, in order, with the true body; it is said to be
article when it lies in a paragraph, section or standfirst. Lines that print the page's own title,
author or date, as its mark-up states them, and are not part of the true body are left out of
the count, and so are lines without a word.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.html
from inscriptis import get_text
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from variorum.extract.copied import type_lines

SCORED = ("extract", "weights/blocks.onnx", "model")
DATA = ("pages/article_extraction_benchmark",)
FLOORS: dict[str, float] = {
    "copied-text line F1, article_extraction_benchmark": 0.860,
    "copied-text line F1, mean over pages, article_extraction_benchmark": 0.850,
}

_ALIGNED = 0.8
_ARTICLE = {"paragraph", "section", "standfirst"}
_WORD = re.compile(r"\w+")
_MONTHS = "january february march april may june july august september october november december"


def scores(data: Path) -> dict[str, float]:
    """Return micro and macro line F1 over the pages of article_extraction_benchmark."""
    folder = data / "pages" / "article_extraction_benchmark"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    counts = []
    for name in sorted(truth):
        markup = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        counts.append(compare(markup.decode("utf-8", "replace"), truth[name]["articleBody"]))
    set_name = "article_extraction_benchmark"
    return {
        f"copied-text line F1, {set_name}": f1(map(sum, zip(*counts, strict=True))),
        f"copied-text line F1, mean over pages, {set_name}": sum(map(f1, counts)) / len(counts),
    }


def f1(counted: Iterable[int]) -> float:
    """Return F1 of (both, said, true) counts; 1 where there is nothing and nothing was said."""
    both, said, true = counted
    return 2 * both / (said + true) if said + true else 1.0


def compare(markup: str, body: str) -> tuple[int, int, int]:
    """Return how many counted lines of one page are article in both, as said, and in truth."""
    text = get_text(re.sub(r"^\s*<\?xml[^>]*>", "", markup))
    spans = [(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n]*\S)?", text)]
    lines = [text[start:end] for start, end in spans]
    true = [share >= _ALIGNED for share in aligned_shares(lines, body)]
    said = article_lines(text, spans)
    stated = Stated.read(markup)
    counted = [
        (t, s)
        for line, t, s in zip(lines, true, said, strict=True)
        if _WORD.search(line) and (t or not stated.matches(line))
    ]
    both = sum(t and s for t, s in counted)
    return both, sum(s for _, s in counted), sum(t for t, _ in counted)


def article_lines(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Say for each line whether its typed block is part of the article."""
    inside = [b.span for b in type_lines(text) if b.kind in _ARTICLE]
    said = []
    place = 0
    for start, _ in spans:
        while place < len(inside) and inside[place][1] <= start:
            place += 1
        said.append(place < len(inside) and inside[place][0] <= start)
    return said


def words(text: str) -> list[str]:
    """Return the words of ``text`` in lower case."""
    return _WORD.findall(text.lower())


def aligned_shares(lines: Sequence[str], body: str) -> list[float]:
    """Return for each line the share of its words that align with the body, in order.

    Of a line's words in the longest common subsequence only those count that lie together in the
    body: function words met far apart are no alignment.
    """
    numbers: dict[str, int] = {}
    page: list[int] = []
    owner: list[int] = []
    sizes = []
    for place, line in enumerate(lines):
        found = [numbers.setdefault(w, len(numbers)) for w in words(line)]
        sizes.append(len(found))
        page += found
        owner += [place] * len(found)
    truth = [numbers.setdefault(w, len(numbers)) for w in words(body)]
    hits: dict[int, list[int]] = defaultdict(list)
    for step in LCSseq.opcodes(page, truth):
        if step.tag == "equal":
            for n in range(step.src_end - step.src_start):
                hits[owner[step.src_start + n]].append(step.dest_start + n)
    return [_together(hits[n], size) / size if size else 0.0 for n, size in enumerate(sizes)]


def _together(places: Sequence[int], size: int) -> int:
    best = first = 0
    for last, place in enumerate(places):
        while place - places[first] + 1 > 1.5 * size + 1:
            first += 1
        best = max(best, last - first + 1)
    return best


@dataclass(frozen=True, slots=True)
class Stated:
    """The title, authors and dates that a page's mark-up states, as runs of words."""

    titles: frozenset[str]
    authors: frozenset[str]
    dates: frozenset[str]

    @classmethod
    def read(cls, markup: str) -> Stated:
        """Read them out of the title, h1, meta tags, time elements and JSON-LD."""
        parser = lxml.html.HTMLParser(encoding="utf-8")
        tree = lxml.html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
        titles = [e.text_content() for e in tree.iter("title", "h1")]
        authors: list[str] = []
        dates = [e.get("datetime") or "" for e in tree.iter("time")]
        for meta in tree.iter("meta"):
            name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
            place = {"title": titles, "author": authors, "date": dates}
            for key, found in place.items():
                if key in name or (key == "date" and "published" in name):
                    found.append(meta.get("content") or "")
        for script in tree.iter("script"):
            if script.get("type") == "application/ld+json":
                _read_linked(script.text or "", authors, dates)
        return cls(
            frozenset(" ".join(words(part)) for t in titles for part in (t, *_parts(t))),
            frozenset(" ".join(words(a)) for a in authors if 0 < len(words(a)) < 6),
            frozenset(print_ for d in dates for print_ in date_prints(d)),
        )

    def matches(self, line: str) -> bool:
        """Say whether a line prints the title, or is short and holds an author or date."""
        found = words(line)
        plain = " ".join(found)
        if plain in self.titles or any(
            len(found) > 3 and fuzz.ratio(plain, title) >= 88 for title in self.titles
        ):
            return True
        padded = f" {plain} "
        return len(found) <= 14 and any(f" {p} " in padded for p in self.authors | self.dates)


def _parts(title: str) -> list[str]:
    """A title without the name of its site, where a bar or dash sets it off."""
    parts = re.split(r"\s[|–—-]\s", title)
    return [part for part in parts if len(words(part)) > 3]


def _read_linked(source: str, authors: list[str], dates: list[str]) -> None:
    """Add the authors and dates of a JSON-LD script."""
    try:
        queue: list[Any] = [json.loads(source)]
    except ValueError:
        return
    while queue:
        node = queue.pop()
        if isinstance(node, list):
            queue += node
        elif isinstance(node, dict):
            queue += node.values()
            dates += [str(node[k]) for k in ("datePublished", "dateModified") if k in node]
            makers = node.get("author", [])
            for maker in makers if isinstance(makers, list) else [makers]:
                name = maker.get("name") if isinstance(maker, dict) else maker
                if isinstance(name, str):
                    authors.append(name)


def date_prints(stated: str) -> set[str]:
    """Return the ways an ISO date is printed, as words in lower case."""
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})", stated)
    if not match or not 1 <= int(match[2]) <= 12:
        return set()
    year, month, day = match[1], int(match[2]), int(match[3])
    name = _MONTHS.split()[month - 1]
    days = [str(day), f"{day:02d}", *(f"{day}{end}" for end in ("st", "nd", "rd", "th"))]
    prints = {
        form
        for m in (name, name[:3], name[:4])
        for d in days
        for form in (f"{m} {d} {year}", f"{d} {m} {year}")
    }
    for m in (str(month), f"{month:02d}"):
        for d in days[:2]:
            prints |= {f"{m} {d} {year}", f"{d} {m} {year}", f"{year} {m} {d}"}
    return prints
