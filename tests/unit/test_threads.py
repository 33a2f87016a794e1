"""More than one thread: a setting that changes how long a run takes, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.articles import article
from variorum import weights
from variorum.annotate import Annotate
from variorum.cli import variorum

EXAMPLES = Path(__file__).parents[2] / "examples"


def _read(*options: str) -> Result:
    page = str(EXAMPLES / "recall" / "agency.txt")
    return CliRunner().invoke(variorum, ["read", page, "--format", "json", *options])


def test_a_record_is_the_same_on_any_number_of_threads() -> None:
    """One thread, which is the default, and two give the same bytes."""
    one = _read().stdout_bytes
    assert one.startswith(b"{")
    assert _read("--threads", "1").stdout_bytes == one
    assert _read("--threads", "2").stdout_bytes == one


def test_annotations_are_the_same_on_any_number_of_threads() -> None:
    """A text of several windows is annotated alike on one thread and on two."""
    text = (EXAMPLES / "recall" / "courier.txt").read_text("utf-8")
    long = article("\n".join([text] * 3))
    assert Annotate(threads=2)(long) == Annotate()(long)


def test_a_model_runs_on_the_threads_it_is_asked_for() -> None:
    """The number reaches the model, and another number leaves it as it is."""
    for threads in (1, 2):
        options = weights.session("annotator.onnx", threads).get_session_options()
        assert options.intra_op_num_threads == threads


def test_the_settings_file_sets_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`threads` stands in the table of `read` as every other option does."""
    asked: list[int] = []

    def find(words: object, model: str | None, *, threads: int) -> object:
        asked.append(threads)
        raise InterruptedError

    monkeypatch.setattr("variorum.annotate.find", find)
    monkeypatch.chdir(tmp_path)
    Path("variorum.toml").write_text("[read]\nthreads = 2\n", "utf-8")
    _read()
    _read("--threads", "3")
    assert asked == [2, 3]


@pytest.mark.parametrize("threads", ["0", "-1", "65", "two"])
def test_an_odd_number_of_threads_is_bad_usage(threads: str) -> None:
    """Less than one thread, more than 64 and no number at all are refused."""
    result = _read("--threads", threads)
    assert result.exit_code == 2
    assert "--threads" in result.output
