"""Records for a notebook: read, looked at, put into data frames, compared and written."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum import codec, exports, pipeline
from variorum.errors import InputError, SetupError
from variorum.exports import Surface
from variorum.model.changes import Changes
from variorum.model.limits import Limits
from variorum.model.record import Record
from variorum.model.spans import Span
from variorum.review.changes import compare
from variorum.review.ruling_files import read_rulings
from variorum.review.share import share
from variorum.review.verify import verify_alone

if TYPE_CHECKING:
    import pandas
    import polars

    from variorum.exports._tables import Table

FRAME = (
    '<iframe title="Variorum" sandbox="allow-scripts" loading="lazy"'
    ' style="width:100%;height:40rem;border:1px solid #8884" srcdoc="{page}"></iframe>'
)


@dataclass(frozen=True, slots=True)
class Edition:
    """A record with what one does with it at a desk; ``record`` holds everything that was found.

    In a notebook it shows itself as the page that ``--format html`` writes, in a frame of its own
    that nothing on the page can leave.
    """

    record: Record

    def _repr_html_(self) -> str:
        """Return the page in a frame (IPython's display protocol)."""
        return FRAME.format(page=html.escape(exports.render(self.record, "html"), quote=True))

    def __str__(self) -> str:
        """Return the page for a terminal."""
        return exports.render(self.record, "text", Surface())

    def words(self, witness: str, span: Span) -> str:
        """Return the exact words of a witness at a span.

        Args:
            witness: its id or its letter.
            span: start and end in code points of its text.

        Raises:
            KeyError: there is no such witness.
            InputError: the record does not carry these words.
        """
        start, end = span
        for told in self.record.witnesses:
            if witness in (told.id, told.siglum):
                if told.text is not None:
                    return told.text[start:end]
                for kept in told.excerpts:
                    if kept.span[0] <= start and end <= kept.span[1]:
                        return kept.words[start - kept.span[0] : end - kept.span[0]]
                raise InputError(f"{told.siglum}: the record does not carry the words at {span}")
        raise KeyError(witness)

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return a table as rows: ``prints``, ``statements``, ``relations``, ``places`` and others.

        Raises:
            KeyError: there is no such table; the message names those that are.
        """
        return _rows(self._table(table))

    def _table(self, name: str) -> Table:
        found = {table.name: table for table in exports.tables(self.record)}
        if name not in found:
            raise KeyError(f"no table {name!r}; there are: {', '.join(found)}")
        return found[name]

    def to_polars(self, table: str) -> polars.DataFrame:
        """Return a table as a data frame of polars (``pip install polars``).

        Raises:
            KeyError: there is no such table.
            SetupError: polars is not installed.
        """
        found = self._table(table)
        try:
            import polars
        except ModuleNotFoundError as missing:
            raise SetupError('to_polars needs polars: pip install "variorum[polars]"') from missing
        kinds: Mapping[str, Any] = {
            "string": polars.String,
            "integer": polars.Int64,
            "number": polars.Float64,
            "boolean": polars.Boolean,
        }
        schema = {name: kinds[kind] for name, kind in found.types.items()}
        return polars.DataFrame(_rows(found), schema=schema)

    def to_pandas(self, table: str) -> pandas.DataFrame:
        """Return a table as a data frame of pandas (``pip install pandas``).

        Raises:
            KeyError: there is no such table.
            SetupError: pandas is not installed.
        """
        found = self._table(table)
        try:
            import pandas
        except ModuleNotFoundError as missing:
            raise SetupError('to_pandas needs pandas: pip install "variorum[pandas]"') from missing
        return pandas.DataFrame(_rows(found), columns=list(found.types))

    def since(self, earlier: Edition) -> Changes:
        """Return what changed from an earlier record of the story to this one."""
        return compare(earlier.record, self.record)

    def shared(self, amount: str = "spans") -> Edition:
        """Return it with only the words it points at (``spans``), or none: fit to be passed on."""
        return Edition(share(self.record, amount))

    def save(self, path: str | Path, form: str = "json") -> None:
        """Write it in an output format; one that writes several files takes ``path`` as a folder.

        Raises:
            SetupError: there is no such format, or what it needs is not installed.
        """
        place = Path(path)
        if exports.takes_folder(form):
            place.mkdir(parents=True, exist_ok=True)
            for name, data in exports.render_files(self.record, form).items():
                (place / name).write_bytes(data)
        else:
            place.write_bytes(exports.render(self.record, form).encode("utf-8", "surrogatepass"))


def _rows(table: Table) -> list[dict[str, Any]]:
    return [dict(zip(table.types, row, strict=True)) for row in table.rows]


def read(
    paths: str | Path | Iterable[str | Path],
    *,
    limits: Limits | None = None,
    rulings: str | Path | None = None,
    threads: int = 1,
) -> Edition:
    """Read files or folders into one record.

    Args:
        paths: one path or several; a folder stands for the files in it.
        limits: how large inputs may be.
        rulings: a file of rulings to replay.
        threads: on how many threads the models run; the record is the same on any number.

    Raises:
        SetupError: more inputs than the limits allow.
        InputError: a line of the file of rulings is none.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    made, wrong = read_rulings(Path(rulings).read_bytes()) if rulings else ((), ())
    if wrong:
        raise InputError(f"{Path(rulings or '').name}: {wrong[0]}")
    record = pipeline.read(map(str, given), limits=limits, threads=threads, rulings=made)
    return Edition(record)


def load(path: str | Path) -> Edition:
    """Open a record that was written as JSON, and prove it as far as the words it carries go.

    Raises:
        InputError: it is no record, or something in it is not exact.
    """
    record = codec.decode(Path(path).read_bytes())
    verify_alone(record)
    return Edition(record)
