"""What the mark-up and the truth of a page say of its lines: for labels, never for features."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import lxml.html
from rapidfuzz import fuzz

from training.blocks.alignment import tokens

_NAMED = {
    "head": re.compile(
        r"standfirst|sub-?title|\bdek\b|\bdeck\b|sub-?head|article-?summary|-dek|lede", re.I
    ),
    "caption": re.compile(r"caption|credit", re.I),
}
Words = tuple[str, ...]


class Marks:
    """What is known of one page.

    Args:
        html: the page's mark-up.
        truth: its true title, author, date and body.
        headings: the lines that stand in a heading element.
        captions: the lines that stand in a figure's caption.
    """

    def __init__(
        self, html: str, truth: dict[str, Any], *, headings: set[int], captions: set[int]
    ) -> None:
        self.titles: set[Words] = {tuple(tokens(truth.get("title") or ""))}
        self.authors = [a for a in re.split(r",| and |;|&", truth.get("author") or "") if a.strip()]
        self.dates = date_prints(truth.get("publish_date") or "")
        self.named: dict[str, set[Words]] = {name: set() for name in _NAMED}
        self.summary: list[str] = []
        self.headings = headings
        self.captions = captions
        markdown = truth.get("main_content_markdown") or ""
        self.sections = {tuple(tokens(m)) for m in re.findall(r"^#{2,6} (.*)$", markdown, re.M)}
        parser = lxml.html.HTMLParser(encoding="utf-8")
        self._read(lxml.html.document_fromstring(html.encode("utf-8", "replace"), parser=parser))
        self.titles.discard(())

    def _read(self, tree: Any) -> None:
        for meta in tree.iter("meta"):
            name = (meta.get("property") or meta.get("name") or "").lower()
            content = meta.get("content") or ""
            if name in ("og:title", "twitter:title"):
                self.titles.add(tuple(tokens(content)))
            elif name in ("description", "og:description"):
                self.summary.append(content)
            elif name in ("author", "article:author") and not content.startswith("http"):
                self.authors.append(content)
        for h1 in tree.iter("h1"):
            self.titles.add(tuple(tokens(h1.text_content())))
        for element in tree.iter():
            look = element.get("class") if isinstance(element.tag, str) else None
            for key, pattern in _NAMED.items() if look else ():
                if pattern.search(look):
                    words = tuple(tokens(element.text_content()[:2000]))
                    if 0 < len(words) <= 80:
                        self.named[key].add(words)

    def is_title(self, text: str) -> bool:
        """Say whether a line prints the page's title."""
        words = tuple(tokens(text))
        if not words or len(words) > 40:
            return False
        if words in self.titles:
            return True
        plain = " ".join(words)
        return len(words) > 3 and any(fuzz.ratio(plain, " ".join(t)) >= 88 for t in self.titles)

    def is_byline(self, text: str) -> bool:
        """Say whether a line is short and names an author."""
        words = tokens(text)
        if not words or len(words) > 14:
            return False
        plain = f" {' '.join(words)} "
        names = [" ".join(a) for a in map(tokens, self.authors) if 0 < len(a) < 6]
        return any(f" {name} " in plain for name in names)

    def is_date(self, text: str) -> bool:
        """Say whether a line is short and prints the date of publication."""
        words = tokens(text)
        plain = f" {' '.join(words)} "
        return len(words) <= 14 and any(f" {d} " in plain for d in self.dates)

    def is_metadata(self, text: str) -> bool:
        """Say whether a line prints title, author or date."""
        return self.is_title(text) or self.is_byline(text) or self.is_date(text)

    def kinds(self, texts: Sequence[str], article: Sequence[bool]) -> list[str]:
        """Return the true kind of each line, given which are article text."""
        first = next((n for n, a in enumerate(article) if a and len(tokens(texts[n])) >= 8), 0)
        kinds = [self._kind(n, text, article[n]) for n, text in enumerate(texts)]
        head = self._headline(texts, first)
        if head is not None:
            kinds[head] = "headline"
        start = max(head - 6, 0) if head is not None else max(first - 12, 0)
        for n in range(start, min(first + 3, len(texts))):
            if n == head or (article[n] and n > first):
                continue
            if self.is_byline(texts[n]):
                kinds[n] = "byline"
            elif self.is_date(texts[n]):
                kinds[n] = "date"
            elif head is not None and head < n <= first and self._is_standfirst(n, texts[n], head):
                kinds[n] = "standfirst"
        return kinds

    def _kind(self, place: int, text: str, article: bool) -> str:
        words = tuple(tokens(text))
        if article:
            headed = place in self.headings or words in self.sections
            return "section" if headed and len(words) <= 20 else "paragraph"
        captioned = place in self.captions or words in self.named["caption"]
        return "caption" if captioned and len(words) >= 3 else "furniture"

    def _headline(self, texts: Sequence[str], first: int) -> int | None:
        """The print of the title nearest above the body, or just inside it."""
        titles = [n for n, text in enumerate(texts) if self.is_title(text)]
        above = [n for n in titles if n <= first]
        if above:
            return above[-1]
        return titles[0] if titles and titles[0] <= first + 3 else None

    def _is_standfirst(self, place: int, text: str, head: int) -> bool:
        words = tuple(tokens(text))
        if not 5 <= len(words) <= 80:
            return False
        if words in self.named["head"] or (place in self.headings and place <= head + 2):
            return True
        plain = " ".join(words)
        summaries = [" ".join(tokens(s)) for s in self.summary]
        return place <= head + 3 and any(fuzz.ratio(plain, s) >= 85 for s in summaries)


def covered(starts: Sequence[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> set[int]:
    """Return which lines, given as (start, length), have their middle in one of the spans."""
    ordered = sorted(spans)
    inside = set()
    place = 0
    for n, (start, length) in enumerate(starts):
        while place < len(ordered) and ordered[place][1] <= start:
            place += 1
        if any(a <= start + length // 2 < b for a, b in ordered[place : place + 3]):
            inside.add(n)
    return inside


_MONTHS = "january february march april may june july august september october november december"


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
            prints |= {f"{m} {d} {year[2:]}", f"{d} {m} {year[2:]}"}
    return prints
