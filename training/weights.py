"""The folder of weights that ship with the package, and how a file is written into it."""

from __future__ import annotations

import hashlib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "src" / "variorum" / "weights"


def write(name: str, data: bytes) -> None:
    """Write a file of weights, and its checksum among those of the others.

    Args:
        name: of the file.
        data: what it holds.
    """
    (FOLDER / name).write_bytes(data)
    sums = FOLDER / "SHA256SUMS"
    kept = [line for line in sums.read_text("ascii").splitlines() if not line.endswith(f"  {name}")]
    found = hashlib.sha256(data).hexdigest()
    lines = sorted([*kept, f"{found}  {name}"], key=lambda line: line.partition("  ")[2])
    sums.write_text("".join(f"{line}\n" for line in lines), "ascii")
    print(f"{name}: {len(data):,} bytes, sha256 {found}")
