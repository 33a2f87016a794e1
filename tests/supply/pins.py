"""The pinned requirements, read as pip reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "requirements"
FILES = sorted(FOLDER.glob("*.txt"))
_PIN = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[\w.!+]+)(?: *;[^\\]*)?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """One requirement: its normal name, its one version, and the hashes of its files."""

    name: str
    version: str
    sha256: tuple[str, ...]


def lines(text: str) -> Iterator[str]:
    """Yield the lines of a file of requirements, those that go on joined, without comments."""
    for line in text.replace("\\\n", " ").split("\n"):
        bare = line.partition("#")[0].strip()
        if bare:
            yield bare


def pins(file: Path) -> tuple[Pin, ...]:
    """Return what a file of requirements pins.

    Raises:
        ValueError: a line is no pin with hashes; an option, an address or an index is none.
    """
    return tuple(_pin(line) for line in lines(file.read_text("utf-8")))


def _pin(line: str) -> Pin:
    found, hashes = _PIN.match(line), _HASH.findall(line)
    rest = _HASH.sub("", line[found.end() :] if found else line).strip()
    if found is None or not hashes or rest:
        raise ValueError(f"no pin with hashes: {line[:80]}")
    return Pin(normal(found["name"]), found["version"], tuple(sorted(hashes)))


def normal(name: str) -> str:
    """Return the name of a distribution as PyPI compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
