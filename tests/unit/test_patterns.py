"""Every regular expression of the package takes time that grows with a text, and no faster."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.growth import seconds
from tests.patterns import Site, attacks, sites

SIZES = (16, 20, 24, 64, 250, 1_000, 4_000)
LONG = SIZES[-1]
# What is linear takes four times as long on a text four times as long; what is quadratic, sixteen.
GROWTH = 8.0
# What takes no longer than this on a long text does not run away, in seconds.
AT_ONCE = 0.004

BOUNDED = {
    ("align/tracing/credits.py", "_SENTENCE_STARTS"): 4,
    ("annotate/honorifics.py", "_BEFORE"): 20,
    ("annotate/stating/numbers.py", "_BEFORE"): 20,
    ("annotate/attributing/mending.py", "_WORD_BEFORE"): 40,
    ("annotate/sentences.py", ""): 80,
    ("extract/outlet_names.py", "_COPYRIGHT"): 500,
    ("extract/outlet_names.py", "_RIGHTS"): 500,
}
"""Patterns that are asked about a stretch that was cut to so many characters, not about a text."""
# Compiled by `msgspec` for fields that have a limit on their length or no repetition without one.
DECLARED = {"web/api/messages.py"}
# Made of what this program itself says, of no word of an input; or of one word of the code.
NOT_MADE = {
    "annotate/dating/dated_speech.py",
    "extract/outlet_names.py",
    "stores/sqlite.py",
}


@cache
def made() -> dict[tuple[str, int], set[re.Pattern[Any]]]:
    """Return the patterns each call in the package makes when it reads and writes the examples."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.watched"], capture_output=True, text=True, check=True
    )
    found: dict[tuple[str, int], set[re.Pattern[Any]]] = {}
    for line in run.stdout.splitlines():
        file, number, text, flags, is_text = json.loads(line)
        pattern = re.compile(text if is_text else text.encode("latin-1"), flags)
        found.setdefault((file, number), set()).add(pattern)
    return found


def test_every_pattern_is_known() -> None:
    """What makes a pattern in the source is seen to make it, so that none escapes the attacks."""
    written = {(site.file, site.line) for site in sites()}
    assert {file for file, _ in set(made()) - written} <= DECLARED
    assert {file for file, _ in written - set(made())} <= NOT_MADE
    assert len(written) > 150


@pytest.mark.parametrize("file", sorted({site.file for site in sites()}))
def test_time_grows_with_the_text(file: str) -> None:
    """No pattern is slower than linear on texts of what it repeats, of what it nearly takes."""
    slow = [
        f"{site.file}:{site.line}: {told}"
        for site in sites()
        if site.file == file
        for pattern in made().get((site.file, site.line), ())
        for told in _runaways(site, pattern)
    ]
    assert not slow, "\n".join(slow)


def test_what_runs_away_is_seen() -> None:
    """The measure tells a pattern of quadratic, and one of exponential time, from a linear one."""
    sought = Site("a.py", 1, "", frozenset({"search"}))
    assert list(_runaways(sought, re.compile(r"\s+and\s")))
    assert list(_runaways(sought, re.compile(r"(?:aa|a)*b")))
    assert list(_runaways(Site("a.py", 1, "", frozenset({"match"})), re.compile(r"\w*\d*\w*x")))
    assert not list(_runaways(sought, re.compile(r"(?<!\s)\s+and\s")))


def _runaways(site: Site, pattern: re.Pattern[Any]) -> list[str]:
    """Return the attacks under which the time of a pattern grows faster than the text."""
    bound = BOUNDED.get((site.file, site.name), LONG)
    found = []
    for before, unit, behind in sorted(set(attacks(pattern))):
        if not unit:
            continue

        def text(size: int, parts: tuple[str, str, str] = (before, unit, behind)) -> str | bytes:
            whole = parts[0] + parts[1] * max(1, size // len(parts[1])) + parts[2]
            whole = whole[-bound:] if bound < LONG else whole
            is_text = isinstance(pattern.pattern, str)
            return whole if is_text else whole.encode("latin-1", "replace")

        for size in SIZES:
            if _seconds(pattern, site, text(size)) > AT_ONCE:
                sizes = (size // 4, size)
                times = [min(_seconds(pattern, site, text(n)) for _ in range(5)) for n in sizes]
                if times[1] > AT_ONCE and times[1] > GROWTH * times[0]:
                    found.append(f"{times[1] / times[0]:.0f} times as slow on {unit!r}, {behind!r}")
                break
    return found


def _seconds(pattern: re.Pattern[Any], site: Site, text: str | bytes) -> float:
    """Return how long a pattern takes for a text in the way it is used."""
    ask: Callable[[], object] = (
        (lambda: sum(1 for _ in pattern.finditer(text)))
        if site.sought
        else (lambda: (pattern.match(text), pattern.fullmatch(text)))
    )
    return seconds(ask)
