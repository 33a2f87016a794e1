"""Measures speed as ratios taken in one run: beside a floor or a peer on the same machine.

``python -m tests.bench`` prints each ratio; nothing here is asserted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SEEDS = ROOT.parent / "shared" / "seeds"
DATA = Path(os.environ.get("VARIORUM_DATA", ROOT.parent / "shared" / "data"))
ROUNDS = 7


def seconds(job: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of a job."""
    taken = []
    for _ in range(rounds):
        started = time.perf_counter()
        job()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def python(*arguments: str) -> Callable[[], object]:
    """Return a job that runs a fresh Python."""
    return lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True)


def report(what: str, value: float, beside: float, floor: str) -> None:
    """Print one ratio."""
    print(
        f"{value * 1000:9.1f} ms  {value / beside:6.2f} x {floor} ({beside * 1000:.1f} ms)  {what}"
    )


def start_up() -> None:
    """Import and read beside a bare Python."""
    bare = seconds(python("-c", "pass"))
    report("import variorum", seconds(python("-c", "import variorum")), bare, "bare Python")
    pages = {
        "two copied pages": [EXAMPLES / "recall/agency.txt", EXAMPLES / "recall/courier.txt"],
        "eight HTML pages": sorted(EXAMPLES.rglob("*.html")),
        "the seed pages": sorted(SEEDS.glob("*.txt")),
    }
    for what, paths in pages.items():
        if paths:
            job = python("-m", "variorum", "read", *map(str, paths))
            report(f"variorum read, {what}", seconds(job, 5), bare, "bare Python")


def html_body() -> None:
    """Our reading of HTML pages beside trafilatura alone on the same pages."""
    import trafilatura

    from variorum.extract import Extract
    from variorum.model.article import Capture

    files = sorted((DATA / "pages/wcxb_articles/html").glob("*"))[:60]
    if not files:
        print("            HTML pages: not run, the data is not at hand")
        return
    pages = [_open(file) for file in files]
    captures = [Capture(source="page.html", data=data, sha256="") for data in pages]
    extract = Extract()
    ours = seconds(lambda: [extract(c) for c in captures], 1)
    peer = seconds(lambda: [trafilatura.extract(page, fast=True) for page in pages], 1)
    report(f"{len(pages)} HTML pages to articles", ours, peer, "trafilatura alone")


def _open(file: Path) -> bytes:
    import gzip

    return gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()


if __name__ == "__main__":
    start_up()
    html_body()
