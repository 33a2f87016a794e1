"""How the time of copy detection and of a whole run grows with the number of witnesses."""

from __future__ import annotations

import math
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from tests.articles import article
from tests.bench.reports import reports
from variorum.align.copies import SEED, find_copies
from variorum.model.annotation import AnnotatedArticle, Quotation
from variorum.model.words import words_in

SIZES = (2, 10, 50)
Job = Callable[[Sequence[str]], object]


def copies() -> None:
    """Copied runs beside difflib's, and beside datasketch's index of sentences and of texts."""
    jobs: dict[str, Job] = {
        "find_copies: the copied runs": _ours,
        "difflib: the same runs, pair by pair": _by_difflib,
        "datasketch: sentences alike, no runs": _by_sentence,
        "datasketch: whole texts alike, no passage": _by_text,
    }
    print("CPU time of copy detection on invented reports of one event, without annotation")
    taken = {
        what: [_cpu_seconds(job, reports(size)) for size in SIZES] for what, job in jobs.items()
    }
    ours = next(iter(taken.values()))
    for what, spent in taken.items():
        _grown(spent, what)
        if spent is not ours:
            ratios = "  ".join(f"{a / b:.2f} x" for a, b in zip(ours, spent, strict=True))
            print(f"            ours beside it: {ratios}")


def whole() -> None:
    """All of `variorum read` in this process, models included."""
    from variorum import pipeline

    def read(texts: Sequence[str]) -> object:
        with tempfile.TemporaryDirectory() as folder:
            for at, text in enumerate(texts):
                (Path(folder) / f"{at}.txt").write_text(text, "utf-8")
            return pipeline.read([folder])

    print("CPU time of the whole of read on the same reports")
    _grown([_cpu_seconds(read, reports(size), 2) for size in SIZES], "pipeline.read")


def _grown(taken: Sequence[float], what: str) -> None:
    """Print the times for each size, and with which power of the size the last ones grow."""
    (few, many), (before, after) = SIZES[-2:], taken[-2:]
    power = math.log(after / before) / math.log(many / few)
    told = "  ".join(
        f"{size}: {value * 1000:8.1f} ms" for size, value in zip(SIZES, taken, strict=True)
    )
    print(f"  {told}   n^{power:.2f} from {few} to {many}   {what}")


def _cpu_seconds(job: Job, texts: Sequence[str], rounds: int = 3) -> float:
    """Return the least CPU time of a job: a machine that others use too adds to the others."""
    taken = []
    for _ in range(rounds):
        started = time.process_time()
        job(texts)
        taken.append(time.process_time() - started)
    return min(taken)


def _ours(texts: Sequence[str]) -> object:
    return find_copies([_annotated(text) for text in texts])


def _annotated(text: str) -> AnnotatedArticle:
    """Return an article of which only the words in marks are known, as copy detection asks."""
    made = article(text)
    marks = tuple(match.span() for match in re.finditer("“[^”]*”", text))
    speech = Quotation(
        id="", witness=made.id, spans=marks, marks=marks, form="direct", use="speech",
        speaker=None, cue=(),
    )  # fmt: skip
    return AnnotatedArticle(article=made, quotations=(speech,))


def _by_difflib(texts: Sequence[str]) -> object:
    forms = [_forms(text) for text in texts]
    return [
        [
            b
            for b in SequenceMatcher(None, one, other, False).get_matching_blocks()
            if b.size >= SEED
        ]
        for one, other in combinations(forms, 2)
    ]


def _by_sentence(texts: Sequence[str]) -> object:
    return _by_datasketch([re.split(r"(?<=[.!?”])\s", text) for text in texts])


def _by_text(texts: Sequence[str]) -> object:
    return _by_datasketch([[text] for text in texts])


def _by_datasketch(texts: Sequence[Sequence[str]]) -> object:
    """Return which passages are likely alike, by MinHash over runs of eight words."""
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]

    index = MinHashLSH(threshold=0.5)
    known = {}
    for at, passages in enumerate(texts):
        for number, passage in enumerate(passages):
            forms = _forms(passage)
            runs = [" ".join(forms[n : n + SEED]).encode() for n in range(len(forms) - SEED + 1)]
            if runs:
                known[at, number] = MinHash()
                known[at, number].update_batch(runs)
                index.insert((at, number), known[at, number])
    return {key: index.query(hashed) for key, hashed in known.items()}


def _forms(text: str) -> list[str]:
    return [word.form for word in words_in(text)]
