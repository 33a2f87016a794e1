"""`variorum batch`, as a user meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from tests.engine_jobs import EXAMPLES
from tests.ray_cluster import cluster
from variorum import codec, engines
from variorum.cli import variorum
from variorum.review.verify import verify_alone

ROOT = Path(__file__).parents[2]
INPUTS = (str(EXAMPLES / "recall"), str(EXAMPLES / "unrelated"))


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(variorum, ["batch", *arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A batch made by the command, and what it printed."""
    out = tmp_path_factory.mktemp("batch") / "out"
    return out, run(*INPUTS, "--out", str(out), "--engine", "local", "--shard-files", "4")


def test_counts_of_every_step_are_printed(made: tuple[Path, Result]) -> None:
    """A line a step: how many shards, how many rows."""
    _, result = made
    assert result.exit_code == 0, result.output
    lines = [line.split() for line in result.output.splitlines()]
    assert [line[0] for line in lines][:4] == ["read", "once", "sketch", "count"]
    assert lines[0][1:5] == ["3", "shards", "10", "rows"]
    assert lines[-1][0] == "records"


def test_records_are_those_that_verify_proves(made: tuple[Path, Result]) -> None:
    """Each row holds a whole record, and says what is in it."""
    folder, _ = made
    rows = [row for path in folder.glob("records/*") for row in pq.read_table(path).to_pylist()]
    assert sorted(len(row["witnesses"]) for row in rows) == [2, 8]
    for row in rows:
        record = codec.decode(row["record"].encode())
        assert verify_alone(record)
        assert row["story"] == record.stories[0].id
        assert row["witnesses"] == [witness.id for witness in record.witnesses]
        assert row["quotations"] == len(record.quotations)


def test_the_manifest_names_every_table(made: tuple[Path, Result]) -> None:
    """The tables with their hashes, versions and weights, and no path of this machine."""
    folder, _ = made
    told = json.loads((folder / "manifest.json").read_bytes())
    assert {table["name"] for table in told["tables"]} == {
        path.relative_to(folder).as_posix() for path in folder.glob("records/*")
    }
    assert told["files"] == 10
    assert told["made_by"]["weights_sha256"]
    assert str(ROOT) not in (folder / "manifest.json").read_text()


def test_every_engine_can_be_chosen() -> None:
    """The choices of --engine are the engines of the drawer."""
    (option,) = (p for p in variorum.commands["batch"].params if p.name == "engine")
    assert isinstance(option.type, click.Choice)
    assert set(option.type.choices) == set(engines.names())


def test_usage_is_checked_before_anything_is_read(tmp_path: Path) -> None:
    """One process has one worker; a folder with something else in it is refused."""
    out = str(tmp_path / "out")
    assert run(*INPUTS, "--out", out, "--engine", "local", "--workers", "2").exit_code == 2
    (tmp_path / "notes.txt").touch()
    refused = run(*INPUTS, "--out", str(tmp_path), "--engine", "local")
    assert refused.exit_code == 2
    assert "holds no batch" in refused.output


@pytest.mark.cluster
@pytest.mark.timeout(900)
@pytest.mark.parametrize("where", ["native", "ray"])
def test_daft_makes_the_same_tables(where: str, made: tuple[Path, Result], tmp_path: Path) -> None:
    """A batch on Daft, alone and on a cluster, gives away the same bytes."""
    out = tmp_path / "out"
    arguments = ["--engine", "daft", "--workers", "2", "--shard-files", "4", "--out", str(out)]
    command = [sys.executable, "-m", "variorum", "batch", *arguments, *INPUTS]
    here = {"DAFT_PROGRESS_BAR": "0", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    if where == "native":
        run = subprocess.run(command, env={**os.environ, **here}, capture_output=True, check=False)
    else:
        with cluster(cpus=4) as environment:
            run = subprocess.run(
                command, env={**environment, **here}, capture_output=True, check=False
            )
    assert run.returncode == 0, run.stderr.decode()[-3000:]
    names = ("manifest.json", "rejected.parquet", *(p.name for p in made[0].glob("records/*")))
    for path in [p for p in made[0].rglob("*") if p.name in names and "work" not in p.parts]:
        assert (out / path.relative_to(made[0])).read_bytes() == path.read_bytes()
