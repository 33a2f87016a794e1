"""Copies of a page as other people would have made them.

A person seldom copies a whole page: the selection starts near the headline and ends somewhere
below the article; bullets, indents and blank lines are lost, doubled or kept, by browser and by
editor. Each variant is drawn from a generator seeded with the page's name.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from training.blocks.foreign import SCRIPTS, foreign
from training.blocks.pages import LabelledLine, LabelledPage, with_lines
from training.blocks.shorten import short

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_ZONES = ("GMT", "EST", "CET", "BST", "ET", "UTC", "")
_BEFORE = ("Previous Post", "Previous", "Previous Article", "Prev", "Older post", "« Previous")
_AFTER = ("Next Post", "Next", "Next Article", "Newer post", "Next »", "Up next")
_MORE = ("Related Posts", "Related", "Read more", "More stories", "You may also like", "Most read")


def variants(page: LabelledPage, others: Sequence[LabelledPage]) -> list[LabelledPage]:
    """Return the page as rendered and three other copies of it; ``others`` lend furniture."""
    draw = random.Random(page.name)
    made = [page, _respaced(_selection(page, draw), draw)]
    made.append(
        _respaced(page, draw) if draw.random() < 0.5 else _respaced(_selection(page, draw), draw)
    )
    made += [by_hand(page, others, draw), by_hand(page, others, draw)]
    if draw.random() < 0.3:
        made.append(foreign(made[draw.choice((1, 3, 4))], draw.choice(SCRIPTS)))
    return [copy for copy in made if copy.lines]


def news_variants(page: LabelledPage, others: Sequence[LabelledPage]) -> list[LabelledPage]:
    """Return the page as rendered and other copies of it, most of them short."""
    draw = random.Random(page.name)
    made = [page, _respaced(_selection(page, draw), draw), by_hand(page, others, draw)]
    made += [short(page, others, draw), _respaced(short(page, others, draw), draw)]
    if draw.random() < 0.3:
        made.append(foreign(made[draw.choice((1, 2, 4))], draw.choice(SCRIPTS)))
    return [copy for copy in made if copy.lines]


def _body_bounds(page: LabelledPage) -> tuple[int, int, int]:
    """First line a person would start from, first and last line of the article."""
    article = [n for n, line in enumerate(page.lines) if line.article]
    first, last = article[0], article[-1]
    head = [n for n, line in enumerate(page.lines) if line.kind == "headline" and n <= first]
    return (head[0] if head else first), first, last


def _selection(page: LabelledPage, draw: random.Random) -> LabelledPage:
    head, first, last = _body_bounds(page)
    start = draw.choice(
        (head, head, head, max(0, head - 1), max(0, head - draw.randint(2, 12)), first)
    )
    end = last + 1 + draw.choice((0, 2, 5, 12, 30, 80, 1000))
    return with_lines(page, page.lines[start:end])


def _respaced(page: LabelledPage, draw: random.Random) -> LabelledPage:
    """The same lines with other blank lines, and maybe without bullets and indents."""
    style = draw.choice(("none", "single", "double", "paragraphs", "kept", "kept"))
    bare = draw.random() < 0.7
    lines = []
    for line in page.lines:
        blank = _blank(style, line, draw)
        text = line.text
        if bare and line.text[:2] in ("* ", "+ ", "o ", "- "):
            text = line.text[2:].strip()
        if text:
            lines.append(replace(line, text=text, blank=blank, indent=0 if bare else line.indent))
    return with_lines(page, lines)


def _blank(style: str, line: LabelledLine, draw: random.Random) -> int:
    if style == "kept":
        return line.blank
    if style == "paragraphs":
        return int(line.kind in ("paragraph", "section") or draw.random() < 0.3)
    return {"none": 0, "single": 1, "double": 2}[style]


def by_hand(
    page: LabelledPage, others: Sequence[LabelledPage], draw: random.Random
) -> LabelledPage:
    """A short page as pasted into a text file: the headline's matter, prose, what stands below."""
    _, first, last = _body_bounds(page)
    prose = [
        replace(line, kind="paragraph", blank=1, indent=0)
        for line in page.lines[first : last + 1]
        if line.article and line.kind == "paragraph" and len(line.text.split()) >= 8
        and line.text[:2] not in ("* ", "+ ", "o ", "- ")
    ]  # fmt: skip
    if len(prose) < 3 or not page.title:
        return with_lines(page, ())
    size = draw.randint(4, 30)
    start = 0 if draw.random() < 0.7 else draw.randrange(max(1, len(prose) - size))
    body = prose[start : start + size]
    if draw.random() < 0.4:
        body = _with_insertions(body, page, others, draw)
    gap = draw.choice((0, 1, 1, 1))
    body = [replace(line, blank=gap) for line in body]
    top = _top(page, others, draw) if draw.random() < 0.85 else []
    return with_lines(page, [*top, *body, *_bottom(page, others, draw)])


def _furniture(text: str, blank: int) -> LabelledLine:
    return LabelledLine(" ".join(text.split()), blank, 0, "furniture", article=False)


def _top(
    page: LabelledPage, others: Sequence[LabelledPage], draw: random.Random
) -> list[LabelledLine]:
    """Headline, then some of: category, standfirst, byline, date, teaser, sharing."""
    gap = draw.choice((0, 1, 1))
    rows = [LabelledLine(page.title, 0, 0, "headline", article=False, counted=False)]
    printed = [line.text for line in page.lines if line.kind == "standfirst"]
    summary = page.summary.rstrip(" .…") if page.summary.endswith(("…", "...")) else page.summary
    stand = printed[0] if printed else summary if 8 <= len(summary.split()) <= 45 else ""
    if stand and draw.random() < 0.5:
        rows.append(LabelledLine(stand, gap, 0, "standfirst", article=True))
    lower: list[LabelledLine] = []
    names = [a for a in page.authors if 1 < len(a.split()) < 5] or _names(others, draw)
    if names and draw.random() < 0.7:
        prefix = draw.choice(("", "", "", "By ", "by ", "Written by "))
        lower.append(
            LabelledLine(prefix + names[0], gap, 0, "byline", article=False, counted=False)
        )
    if draw.random() < 0.7:
        lower.append(
            LabelledLine(
                _date(draw), draw.choice((0, gap)), 0, "date", article=False, counted=False
            )
        )
    if draw.random() < 0.15:
        lower.reverse()
    rows += lower
    if draw.random() < 0.35:
        rows.insert(draw.choice((0, 1, 1, len(rows))), _furniture(_label(page, draw), gap))
    if draw.random() < 0.45:
        rows.append(_furniture(_teaser(page, others, draw), draw.choice((0, 1))))
    if draw.random() < 0.25:
        rows += _stretch(page, draw, before=True)
    if draw.random() < 0.15:
        rows.insert(0, replace(rows[0], kind="furniture", blank=0))
    return rows


def _with_insertions(
    body: list[LabelledLine],
    page: LabelledPage,
    others: Sequence[LabelledPage],
    draw: random.Random,
) -> list[LabelledLine]:
    """The body with a heading, a teaser or a caption between its paragraphs."""
    body = list(body)
    for _ in range(draw.randint(1, 2)):
        place = draw.randrange(1, len(body) + 1)
        sections = [line for line in page.lines if line.kind == "section" and len(line.text) < 80]
        captions = [line for line in page.lines if line.kind == "caption"]
        pool = draw.random()
        if pool < 0.4 and sections and place < len(body):
            body.insert(place, replace(draw.choice(sections), indent=0))
        elif pool < 0.6 and captions:
            body.insert(place, replace(draw.choice(captions), indent=0))
        else:
            body.insert(place, _furniture(_teaser(page, others, draw), 1))
    return body


def _bottom(
    page: LabelledPage, others: Sequence[LabelledPage], draw: random.Random
) -> list[LabelledLine]:
    """What stands below the article: the page's own lines, or another's, or a pair of links."""
    rows: list[LabelledLine] = []
    if draw.random() < 0.7:
        rows += _stretch(page if draw.random() < 0.6 else draw.choice(others), draw, before=False)
    if draw.random() < 0.45:
        gap = draw.choice((0, 1))
        for labels in (_BEFORE, _AFTER):
            rows.append(_furniture(draw.choice(labels), gap))
            if draw.random() < 0.6:
                rows.append(_furniture(_label(page, draw), 0))
            rows.append(_furniture(_teaser(page, others, draw), gap))
        if draw.random() < 0.6:
            rows.append(_furniture(draw.choice(_MORE), gap))
            for _ in range(draw.randint(0, 4)):
                rows.append(_furniture(_teaser(page, others, draw), gap))
    if len(rows) > 2 and draw.random() < 0.3:
        place = draw.randrange(1, len(rows))
        rows[place - 1 : place + 1] = [
            replace(rows[place - 1], text=rows[place - 1].text + rows[place].text)
        ]
    return rows


def _stretch(page: LabelledPage, draw: random.Random, *, before: bool) -> list[LabelledLine]:
    """Some furniture that stands together above or below a page's article."""
    head, first, last = _body_bounds(page)
    pool = page.lines[max(0, head - 8) : first] if before else page.lines[last + 1 :]
    pool = tuple(line for line in pool if line.kind == "furniture" and line.text.strip("*+-o# "))
    if not pool:
        return []
    start = 0 if not before and draw.random() < 0.6 else draw.randrange(len(pool))
    size = draw.choice((1, 2, 3, 5, 8, 15))
    gap = draw.choice((0, 1, 1))
    return [_furniture(line.text.lstrip("*+ "), gap) for line in pool[start : start + size]]


def _label(page: LabelledPage, draw: random.Random) -> str:
    """One or two words that name a category."""
    short = [
        line.text.lstrip("*+ ") for line in page.lines
        if line.kind == "furniture" and 0 < len(line.text.lstrip("*+ ").split()) <= 2
        and line.text.lstrip("*+ ")[:1].isupper()
    ]  # fmt: skip
    return draw.choice(short) if short else draw.choice(("News", "World", "Politics", "Sport"))


def _teaser(page: LabelledPage, others: Sequence[LabelledPage], draw: random.Random) -> str:
    """A title that leads elsewhere: one below the article, or that of another page."""
    _, _, last = _body_bounds(page)
    own = [
        line.text.lstrip("*+ ")
        for line in page.lines[last + 1 :]
        if 5 <= len(line.text.split()) <= 16
    ]
    if own and draw.random() < 0.6:
        return draw.choice(own)
    titles = [p.title for p in draw.sample(list(others), min(5, len(others))) if p.title]
    return titles[0] if titles else "More from this section"


def _names(others: Sequence[LabelledPage], draw: random.Random) -> list[str]:
    picked = draw.sample(list(others), min(6, len(others)))
    return [a for p in picked for a in p.authors if 1 < len(a.split()) < 5]


def _date(draw: random.Random) -> str:
    """A date line in one of the ways pages print it."""
    year, month, day = draw.randint(1998, 2026), draw.randrange(12), draw.randint(1, 28)
    name = _MONTHS[month] if draw.random() < 0.7 else _MONTHS[month][:3]
    week = draw.choice(_DAYS) if draw.random() < 0.5 else draw.choice(_DAYS)[:3]
    clock = f"{draw.randint(0, 23):02d}:{draw.randint(0, 59):02d} {draw.choice(_ZONES)}".strip()
    noon = draw.choice(("am", "pm", "AM", "PM", "p.m."))
    half = f"{draw.randint(1, 12)}:{draw.randint(0, 59):02d} {noon}"
    shapes = (
        f"{name} {day}, {year}", f"{day} {name} {year}", f"{week} {day:02d} {name} {year} {clock}",
        f"{week}, {name} {day}, {year}", f"{week} {day} {name} {year}",
        f"{name} {day}, {year} {half}",
        f"{day:02d}/{month + 1:02d}/{year}", f"{year}-{month + 1:02d}-{day:02d}",
        f"{day:02d}.{month + 1:02d}.{year}, {clock}", f"Published {day} {name} {year}",
        f"Updated: {name} {day}, {year} at {half}", f"Published: {clock}, {day} {name} {year}",
        f"{week} {day} {name} {year} {clock}", f"{name} {day}, {year} | {half}",
    )  # fmt: skip
    return draw.choice(shapes)
