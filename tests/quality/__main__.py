"""Scores every part on data, holds the scores to their floors, and keeps them with hashes.

``python -m tests.quality`` scores and writes ``docs/quality.json``; with names, those parts only.
``python -m tests.quality --check`` scores nothing: it fails where the code, weights or data a
score was made with are no longer those of the tree.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "variorum"
REPORT = ROOT / "docs" / "quality.json"
DATA = Path(os.environ.get("VARIORUM_DATA", ROOT.parent / "shared" / "data"))


def parts() -> dict[str, ModuleType]:
    """Return the scoring modules: each has scores(data), FLOORS, SCORED and DATA."""
    files = sorted(p for p in Path(__file__).parent.glob("*.py") if not p.stem.startswith("_"))
    modules = {p.stem: import_module(f"tests.quality.{p.stem}") for p in files}
    return {name: module for name, module in modules.items() if hasattr(module, "scores")}


def digest(paths: Iterable[Path], root: Path) -> str:
    """Return one hash over the names and bytes of files."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{content}  {path.relative_to(root).as_posix()}\n".encode())
    return whole.hexdigest()


def code_of(part: ModuleType) -> str:
    """Return the hash of the code and weights a part scores, its own scoring code included."""
    files = [Path(str(part.__file__))]
    for name in part.SCORED:
        place = (ROOT if name.startswith("tests/") else PACKAGE) / name
        single = [place if place.suffix else place.with_suffix(".py")]
        found = place.rglob("*") if place.is_dir() else single
        files += [p for p in found if p.suffix in (".py", ".toml", ".onnx", ".tsv", ".gz")]
    return digest(files, ROOT)


def data_of(part: ModuleType) -> str | None:
    """Return the hash of the data a part scores on; None where some of it is absent."""
    places = [DATA / name for name in part.DATA]
    if not all(place.exists() for place in places):
        return None
    files = (p for place in places for p in place.rglob("*") if p.is_file())
    return digest(files, DATA)


def score(name: str, part: ModuleType) -> tuple[dict[str, Any], list[str]]:
    """Score one part; return its entry in the report and the scores that fell below a floor."""
    started = time.monotonic()
    found = part.scores(DATA)
    low = [
        f"{k}: {v:.4f} < {part.FLOORS[k]}" for k, v in found.items() if v < part.FLOORS.get(k, v)
    ]
    low += [f"{k}: not scored" for k in part.FLOORS if k not in found]
    for key, value in found.items():
        floor = f"floor {part.FLOORS[key]:.3f}" if key in part.FLOORS else "no floor"
        print(f"{value:8.4f}  {floor:12}  {key}", flush=True)
    print(f"          {name}: {time.monotonic() - started:.0f} s", flush=True)
    rounded = {key: round(value, 4) for key, value in found.items()}
    entry = {"scores": rounded, "floors": part.FLOORS, "code": code_of(part), "data": data_of(part)}
    return entry, low


def run(names: list[str]) -> int:
    """Score the named parts, or all, and write the report."""
    report = json.loads(REPORT.read_text("utf-8")) if REPORT.exists() else {}
    known = parts()
    if unknown := set(names) - set(known):
        print(f"no such part: {', '.join(sorted(unknown))}; there are: {', '.join(known)}")
        return 2
    below: list[str] = []
    for name, part in known.items():
        if names and name not in names:
            continue
        if data_of(part) is None:
            print(f"          {name}: not run, its data is not at hand")
            continue
        report[name], low = score(name, part)
        below += low
    kept = {name: report[name] for name in sorted(report) if name in known}
    REPORT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for line in below:
        print(f"BELOW ITS FLOOR  {line}")
    return 1 if below else 0


def check() -> int:
    """Fail where a score no longer belongs to the tree; say how many could not be compared."""
    report = json.loads(REPORT.read_text("utf-8")) if REPORT.exists() else {}
    stale, absent = [], 0
    for name, part in parts().items():
        entry = report.get(name)
        if entry is None or entry["code"] != code_of(part) or entry["floors"] != part.FLOORS:
            stale.append(name)
        data = data_of(part)
        absent += len(part.FLOORS) if data is None else 0
        if entry and data and data != entry["data"]:
            stale.append(f"{name} (data)")
    print(f"quality: {absent} scores could not be run here, their data is not at hand")
    if stale:
        print(f'quality: scores are stale, run make quality ONLY="…": {", ".join(stale)}')
    return 1 if stale else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    sys.exit(check() if options.check else run(options.parts))
