"""The record as a Data Package (Frictionless): each table as CSV and as JSON Lines, described.

A table without rows has no JSON Lines, for nothing in an empty file says what its columns are. In
the JSON Lines words stand exactly as printed. In the CSV a cell that a spreadsheet would take
for a formula begins with an apostrophe, and what acts instead of print is made visible.
"""

from __future__ import annotations

import csv
import io
import json

from variorum.exports import Surface
from variorum.exports._cells import safe
from variorum.exports._tables import Cell, Table, tables
from variorum.model.record import Record

MEDIA_TYPE = "application/json"
MISSING = ""


def render_files(record: Record, surface: Surface) -> dict[str, bytes]:
    """Return the files of the package by their names; the surface changes nothing."""
    found = tables(record)
    files = {f"{table.name}.csv": _csv(table) for table in found}
    files |= {f"{table.name}.jsonl": _jsonl(table) for table in found if table.rows}
    resources = [resource for table in found for resource in _resources(table)]
    package = {
        "name": "variorum-record",
        "record": record.record,
        "digest": record.made_by.digest,
        "profile": "data-package",
        "resources": resources,
    }
    written = json.dumps(package, ensure_ascii=True, indent=1) + "\n"
    return {"datapackage.json": written.encode("ascii"), **files}


def _resources(table: Table) -> list[dict[str, object]]:
    """Return the description of both files of a table (Table Schema, version 1)."""
    schema: dict[str, object] = {
        "fields": [{"name": name, "type": kind} for name, kind in table.types.items()],
        "missingValues": [MISSING],
    }
    if table.key:
        schema["primaryKey"] = table.key
    described: list[dict[str, object]] = []
    for ending in ("csv", "jsonl") if table.rows else ("csv",):
        keys = [
            {"fields": column, "reference": {"resource": f"{other}-{ending}", "fields": "id"}}
            for column, other in table.refers
        ]
        described.append(
            {
                "name": f"{table.name}-{ending}",
                "path": f"{table.name}.{ending}",
                "format": ending,
                "mediatype": "text/csv" if ending == "csv" else "application/x-ndjson",
                "encoding": "utf-8",
                "profile": "tabular-data-resource",
                "schema": schema | ({"foreignKeys": keys} if keys else {}),
            }
        )
    return described


def _csv(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.types)
    for row in table.rows:
        writer.writerow([_cell(value) for value in row])
    return out.getvalue().encode("utf-8", "replace")


def _cell(value: Cell) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return MISSING if value is None else safe(value)


def _jsonl(table: Table) -> bytes:
    lines = (dict(zip(table.types, row, strict=True)) for row in table.rows)
    return "".join(json.dumps(line, ensure_ascii=True) + "\n" for line in lines).encode("ascii")
