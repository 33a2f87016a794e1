"""The record as Parquet, a file a table (``pip install "variorum[parquet]"``)."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.parquet as pq

from variorum.exports import Surface
from variorum.exports._tables import Table, tables
from variorum.model.record import Record

MEDIA_TYPE = "application/vnd.apache.parquet"
_TYPES = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}


def render_files(record: Record, surface: Surface) -> dict[str, bytes]:
    """Return a file for each table by its name; the surface changes nothing.

    The digest of the record stands in the metadata of each file.
    """
    digest = {"variorum.digest": record.made_by.digest, "variorum.record": record.record}
    return {f"{table.name}.parquet": _written(table, digest) for table in tables(record)}


def _written(table: Table, digest: dict[str, str]) -> bytes:
    schema = pa.schema([(name, _TYPES[kind]) for name, kind in table.types.items()], digest)
    rows = [dict(zip(table.types, map(_utf8, row), strict=True)) for row in table.rows]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema), out)
    return out.getvalue()


def _utf8(value: object) -> object:
    """Return a value without halves of characters, which Parquet cannot hold."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
