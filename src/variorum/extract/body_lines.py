"""Which lines of a marked-up page are its article's body.

trafilatura (Barbaresi, ACL 2021 demonstrations) proposes the body; the lines its text aligns
with are the seeds. The body is the contiguous run of lines with the greatest total weight
(Pasternack and Roth, WWW 2009): seeds weigh most, prose outside furniture something, all else
costs. Inside the run, what the proposal skipped is body too unless its elements say furniture.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence

from variorum.extract.body_edges import trimmed
from variorum.extract.chained import shares
from variorum.extract.line_cues import Cues
from variorum.model.article import Page
from variorum.model.words import words_in

ALIGNED = 0.6
PROSE = 0.3
COST = 5.0
REACH = 4
MOST_WORDS = 80
LARGE, LARGEST = 1_000_000, 2_000_000
LITTLE = 200
"""Up to how many words a proposal is little, so that a second is asked for."""
_PROSE_WORDS = 8
_END = re.compile(r"[.!?…:;。！？][\"”’»)\]」』]*$")


def find_body(page: Page, cues: Sequence[Cues]) -> list[bool]:
    """Tell for each line of ``page`` whether it is body text.

    Args:
        page: the page, with its markup.
        cues: what the path of each line says of it.
    """
    words = [[word.form for word in words_in(page.text, line.span)] for line in page.lines]
    proposed = [[word.form for word in words_in(row)] for row in _propose(page.markup or "")]
    seeds = [share >= ALIGNED for share in shares(words, proposed)]
    prose = [_is_prose(page.text[slice(*line.span)], len(words[n]))
             for n, line in enumerate(page.lines)]  # fmt: skip
    counts = [len(w) for w in words]
    weights = [_weight(*line) for line in zip(counts, seeds, prose, cues, strict=True)]
    start, end = _heaviest(weights)
    end = _reached(page, cues, seeds, (start, end))
    body = [
        start <= n < end and (seeds[n] or not (cue.furniture or cue.link))
        for n, cue in enumerate(cues)
    ]
    held = sum(c for c, seed in zip(counts[start:end], seeds[start:end], strict=True) if seed)
    if 2 * held < sum(c for c, seed in zip(counts, seeds, strict=True) if seed):
        return [seed or inside for seed, inside in zip(seeds, body, strict=True)]
    paths = [line.path for line in page.lines]
    held_words = [c if p and b else 0 for c, p, b in zip(counts, prose, body, strict=True)]
    return trimmed(body, paths, held_words, cues)


def _reached(page: Page, cues: Sequence[Cues], seeds: Sequence[bool], run: tuple[int, int]) -> int:
    """Return the end of the body where short last lines follow on its run.

    A seed among the elements that most of the run's seeds stand in follows on it over a few other
    lines, as a button; a line that ends a sentence beside others of its kind, as a list's item.
    """
    start, end = run
    paths = [line.path for line in page.lines]
    usual = Counter(paths[n] for n in range(start, end) if seeds[n]).most_common(1)
    main = usual[0][0] if usual else None
    while start < end < len(paths):
        near = range(end, min(end + REACH, len(paths)))
        seed = next((n for n in near if seeds[n] and paths[n] == main), None)
        ended = _END.search(page.text[slice(*page.lines[end].span)][-20:])
        alike = ended and paths[end] == paths[end - 1]
        if seed is None and (not alike or cues[end].furniture or cues[end].link):
            break
        end = (end if seed is None else seed) + 1
    return end


def _propose(markup: str) -> list[str]:
    """Return the lines of the body as trafilatura sees it, none where it fails.

    Where its quick way finds little, its slow one, which asks two other extractors, may find more.
    """
    if len(markup) > LARGEST:
        return []
    found = _extracted(markup, fast=True)
    if len(markup) <= LARGE and len(found.split(maxsplit=LITTLE)) <= LITTLE:
        found = max(found, _extracted(markup, fast=False), key=len)
    return found.split("\n") if found else []


def _extracted(markup: str, *, fast: bool) -> str:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        body = trafilatura.extract(markup, fast=fast, include_comments=False, include_tables=True)
    except Exception:  # it may fail on hostile mark-up in any way; it only proposes
        return ""
    return body or ""


def _is_prose(line: str, words: int) -> bool:
    return words >= _PROSE_WORDS and _END.search(line[-20:]) is not None


def _weight(words: int, seed: bool, prose: bool, cue: Cues) -> float:
    if seed:
        return float(min(words, MOST_WORDS))
    if cue.furniture or cue.link:
        return -COST
    if prose:
        return PROSE * min(words, MOST_WORDS)
    return 0.0 if cue.heading else -COST


def _heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """Return the half-open run of the greatest total weight, (0, 0) where none is positive."""
    best = total = 0.0
    start, found = 0, (0, 0)
    for place, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, place
        total += weight
        if total > best:
            best, found = total, (start, place + 1)
    return found
