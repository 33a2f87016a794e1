"""What a batch made, for whoever takes its files: how much of what, what is missing and why."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa

from variorum.batch.plan import BATCH, Plan
from variorum.batch.shards import Tally, write_tables
from variorum.model.record import FORM

_REJECTED = pa.schema([(name, pa.string()) for name in ("id", "source", "stage", "reason")])


def write(plan: Plan, tallies: Sequence[Tally]) -> dict[str, Any]:
    """Put the records where they are looked for, with what was rejected and a manifest.

    Args:
        plan: of the batch.
        tallies: of every shard of every step, in their order.
    """
    out = plan.folder / "records"
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(plan.folder / "work" / "records", out, ignore=_but_parquet)
    rejected = [msgspec.to_builtins(row) for tally in tallies for row in tally.rejected]
    table = pa.Table.from_pylist(sorted(rejected, key=lambda row: list(row.values())), _REJECTED)
    write_tables(plan.folder / "rejected.parquet", [table], _REJECTED)
    told = {
        "batch": BATCH,
        "record": FORM,
        "made_by": plan.compose,
        "limits": plan.limits,
        "files": sum(len(part) for part in plan.files),
        "steps": list(_steps(tallies)),
        "rejected": len(rejected),
        "tables": [_table(plan.folder, path) for path in sorted(plan.folder.glob("records/*"))],
    }
    data = msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"
    (plan.folder / "manifest.json").write_bytes(data)
    read: dict[str, Any] = msgspec.json.decode(data)
    return read


def _steps(tallies: Sequence[Tally]) -> Iterator[dict[str, Any]]:
    for step, found in groupby(tallies, lambda tally: tally.step):
        shards = list(found)
        yield {
            "step": step,
            "shards": len(shards),
            "rows": sum(tally.rows for tally in shards),
            "rejected": sum(len(tally.rejected) for tally in shards),
            "pairs_compared": sum(tally.compared for tally in shards),
            "pairs_left_out": sum(tally.left_out for tally in shards),
            "isolated": [
                {"shard": tally.shard, "reason": tally.isolated}
                for tally in shards
                if tally.isolated is not None
            ],
        }


def _table(folder: Path, path: Path) -> dict[str, str]:
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {"name": path.relative_to(folder).as_posix(), "sha256": digest}


def _but_parquet(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if not name.endswith(".parquet")]
