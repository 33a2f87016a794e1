"""Short copies of a page, as news pages are: few paragraphs among much furniture.

Most pages of the training data hold long posts; a page of news holds a dozen paragraphs, with
feeds of other stories above and below. A copy keeps the first lines of its article and takes its
surroundings from its own page or from others.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import replace

from training.blocks.pages import LabelledLine, LabelledPage, with_lines

_MIDDLE, _SPREAD = 13.0, 0.6
_LEAST, _MOST = 2, 45
_PROSE = 8


def short(page: LabelledPage, others: Sequence[LabelledPage], draw: random.Random) -> LabelledPage:
    """Return the page with its article cut short, among its own furniture or another page's."""
    article = [n for n, line in enumerate(page.lines) if line.article]
    if not article:
        return with_lines(page, ())
    size = max(_LEAST, min(_MOST, round(math.exp(draw.gauss(math.log(_MIDDLE), _SPREAD)))))
    body = list(page.lines[article[0] : article[-1] + 1])
    if draw.random() < 0.5:
        body = [line for line in body if not line.article or is_prose(line)]
    body = _first(body, size)
    if not any(line.article for line in body):
        return with_lines(page, ())
    above = _above(page, article[0], others, draw)
    below = list(page.lines[article[-1] + 1 :])
    if draw.random() < 0.6:
        below = _below(_lender(others, draw))
    if draw.random() < 0.3:
        below = [*feed(others, draw), *below]
    if draw.random() < 0.1:
        above = [*above, *feed(others, draw)]
    return with_lines(page, [*above, *body, *below])


def is_prose(line: LabelledLine) -> bool:
    """Say whether a line is a paragraph of some words without a bullet."""
    bulleted = line.text[:2] in ("* ", "+ ", "o ", "- ")
    return line.kind == "paragraph" and len(line.text.split()) >= _PROSE and not bulleted


def _first(body: list[LabelledLine], size: int) -> list[LabelledLine]:
    """The lines up to the ``size``-th one of the article."""
    kept = 0
    for place, line in enumerate(body):
        kept += line.article
        if kept == size:
            return body[: place + 1]
    return body


def _above(
    page: LabelledPage, first: int, others: Sequence[LabelledPage], draw: random.Random
) -> list[LabelledLine]:
    """What stands above the body; the lines above the headline at times from another page."""
    heads = [n for n in range(first) if page.lines[n].kind == "headline"]
    head = heads[0] if heads else first
    if draw.random() < 0.7:
        return list(page.lines[:first])
    lender = draw.choice(others)
    until = next((n for n, line in enumerate(lender.lines) if line.kind != "furniture"), 0)
    return [*lender.lines[:until], *page.lines[head:first]]


def _lender(others: Sequence[LabelledPage], draw: random.Random) -> LabelledPage:
    """Any other page, or of a few the one with most prose below its article."""
    few = draw.sample(list(others), min(draw.choice((1, 3)), len(others)))
    return max(few, key=lambda p: sum(len(line.text.split()) >= _PROSE for line in _below(p)))


def _below(page: LabelledPage) -> list[LabelledLine]:
    """The lines below the article of a page, all of them furniture on another."""
    last = max((n for n, line in enumerate(page.lines) if line.article), default=-1)
    return [
        replace(line, kind="furniture", article=False, counted=True)
        for line in page.lines[last + 1 :]
    ]


def feed(others: Sequence[LabelledPage], draw: random.Random) -> list[LabelledLine]:
    """A feed of other stories: groups of a title and some of summary, byline and label."""
    parts = [part for part in ("summary", "author", "label") if draw.random() < 0.6]
    gap, bullet = draw.choice((0, 1, 1)), draw.choice(("", "", "* "))
    rows: list[LabelledLine] = []
    for lender in draw.sample(list(others), min(draw.randint(3, 12), len(others))):
        words = lender.summary.split()
        cut = draw.randint(10, 40)
        summary = " ".join(words[:cut]) + ("…" if len(words) > cut else "")
        texts = {
            "summary": summary,
            "author": lender.authors[0] if lender.authors else "",
            "label": f"{draw.randint(2, 23)} hours ago",
        }
        group = [bullet + lender.title, *(texts[part] for part in parts)]
        printed = [text for text in group if text.strip("* ")]
        rows += [
            LabelledLine(" ".join(text.split()), gap if place == 0 else draw.choice((0, gap)), 0,
                         "furniture", article=False)
            for place, text in enumerate(printed)
        ]  # fmt: skip
    return rows
