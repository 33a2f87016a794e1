"""What every engine promises: the set of records that the local one gives, byte for byte."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from tests.engine_jobs import faltering, job
from tests.engine_stages import Add, Fail, Falter, Halve, Wait
from tests.ray_cluster import cluster
from variorum import drawers, engines
from variorum.engines import Clock, Engine
from variorum.errors import InputError, LimitError, SetupError

WORKERS = 2
HERE = ("local", "processes")
CLUSTER = pytest.mark.cluster
SLOW = pytest.mark.timeout(900)
# On fewer cores than its workers and two more, Daft on Ray has been seen to hang.
CPUS = WORKERS + 2
ROOT = Path(__file__).parents[2]


def engine(name: str) -> Engine:
    """Return an engine of the drawer."""
    return cast(Engine, drawers.take(engines, name))


def options(name: str) -> dict[str, Any]:
    """Return what an engine is given beside its records."""
    return {} if name == "local" else {"workers": WORKERS, "chunk_bytes": 1}


@pytest.fixture(scope="module")
def expected() -> list[bytes]:
    """What the local engine gives."""
    return sorted(job(engine("local")))


@pytest.fixture(scope="module")
def ray() -> Iterator[dict[str, str]]:
    """The environment of a cluster."""
    with cluster(CPUS) as environment:
        yield environment


def written(environment: dict[str, str], output: Path, *arguments: str) -> list[bytes]:
    """Return what a run of Daft in a process of its own writes: it can have one runner only."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.engine_jobs", "daft", str(output), *arguments],
        env={**environment, "DAFT_PROGRESS_BAR": "0", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert run.returncode == 0, run.stderr.decode()[-3000:]
    return output.read_bytes().split(b"\n")


def test_every_engine_is_tested() -> None:
    """No engine stands without this contract."""
    assert set(engines.names()) == {*HERE, "daft"}


def test_processes_give_what_local_gives(expected: list[bytes]) -> None:
    """Every stage on worker processes gives the same bytes and the same rejections."""
    assert sorted(job(engine("processes"), workers=WORKERS)) == expected


@CLUSTER
@SLOW
def test_daft_on_one_machine_gives_what_local_gives(expected: list[bytes], tmp_path: Path) -> None:
    """Every stage on Daft's native runner gives the same bytes and the same rejections."""
    assert written(dict(os.environ), tmp_path / "out") == expected


@CLUSTER
@SLOW
def test_daft_on_ray_gives_what_local_gives(
    expected: list[bytes], ray: dict[str, str], tmp_path: Path
) -> None:
    """Every stage on a Ray cluster gives the same bytes and the same rejections."""
    assert written(ray, tmp_path / "out") == expected


def test_a_killed_worker_changes_nothing(tmp_path: Path) -> None:
    """The chunk of a worker process that was killed is given to another."""
    seen = tmp_path / "seen"
    seen.touch()
    found = sorted(faltering(engine("processes"), str(seen), **options("processes")))
    assert found == [b"%d" % number for number in range(8)]
    assert seen.read_bytes() == b"x"


@CLUSTER
@SLOW
@pytest.mark.parametrize("where", ["native", "ray"])
def test_a_killed_worker_of_daft_changes_nothing(
    where: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Ray replaces the worker; on one machine what is left of the query is put again."""
    seen = tmp_path / "seen"
    seen.touch()
    environment = request.getfixturevalue("ray") if where == "ray" else dict(os.environ)
    found = written(environment, tmp_path / "out", str(seen))
    assert found == [b"%d" % number for number in range(8)]
    assert seen.read_bytes() == b"x"


@pytest.mark.parametrize("name", HERE)
def test_an_input_error_concerns_one_record(name: str) -> None:
    """`map` and `group` reject a record, or a key, and go on."""
    rejected: list[tuple[Any, str]] = []

    def keep(key: Any, error: InputError) -> None:
        rejected.append((key, str(error)))

    halves = engine(name).map(Halve(), range(6), reject=keep, **options(name))
    assert sorted(halves) == [(0, 0), (2, 1), (4, 2)]
    sums = engine(name).group(Add(), {"a": [1, 2], "b": []}, reject=keep, **options(name))
    assert list(sums) == [("a", 3)]
    odd = [(n, f"{n} is odd") for n in (1, 3, 5)]
    assert sorted(rejected, key=str) == sorted([*odd, ("b", "b has nothing")], key=str)


@pytest.mark.parametrize("name", HERE)
@pytest.mark.parametrize("setting", [True, False])
def test_other_errors_stop_the_run(name: str, setting: bool) -> None:
    """A fault of the setting or of the program is no rejection."""
    kind = SetupError if setting else Exception
    with pytest.raises(kind, match="no weights" if setting else "a fault at 1"):
        list(engine(name).map(Fail(setting), [1], reject=lambda r, e: None, **options(name)))


@pytest.mark.parametrize("name", HERE)
def test_the_time_of_one_call_and_of_the_run_is_kept(name: str) -> None:
    """A call that takes too long is rejected; so is what is left when the run's time is up."""
    late: list[tuple[Any, type]] = []

    def keep(key: Any, error: InputError) -> None:
        late.append((key, type(error)))

    clock = Clock(each=0.3)
    found = engine(name).map(Wait(), [0.0, 20.0], reject=keep, clock=clock, **options(name))
    assert list(found) == [0.0]
    over = Clock(run=0.0)
    assert not list(engine(name).map(Wait(), [0.1], reject=keep, clock=over, **options(name)))
    assert late == [(20.0, LimitError), (0.1, LimitError)]


def test_what_ends_its_process_each_time_is_given_up(tmp_path: Path) -> None:
    """After three tries one record is rejected, and only that one."""
    rejected: list[tuple[int, str]] = []
    seen = tmp_path / "seen"
    seen.touch()
    found = engine("processes").map(
        Falter(str(seen), 99),
        range(8),
        reject=lambda number, error: rejected.append((number, str(error))),
        **options("processes") | {"chunk_bytes": 4},
    )
    assert sorted(found) == [0, 1, 2, 4, 5, 6, 7]
    assert rejected == [(3, "ended its process 3 times (exit code -9)")]
    assert seen.read_bytes() == b"xxx"


def test_a_stage_that_is_no_dataclass_is_refused() -> None:
    """What has no name of its own cannot be sent to another process."""
    with pytest.raises(SetupError, match="a stage is a dataclass of a module"):
        list(engine("processes").map(lambda n: n, [1], reject=lambda r, e: None))


def test_a_missing_engine_says_what_to_install() -> None:
    """Without the extra the drawer says which package is not there."""
    if importlib.util.find_spec("daft"):
        pytest.skip("Daft is installed")
    with pytest.raises(SetupError, match="'daft', which is not installed"):
        drawers.take(engines, "daft")
