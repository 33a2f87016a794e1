"""`variorum export`, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from variorum import codec, exports
from variorum.cli import variorum
from variorum.review.verify import verify

RECALL = Path(__file__).parents[2] / "examples" / "recall"


def run(*arguments: str) -> Result:
    """Run the command line."""
    return CliRunner().invoke(variorum, arguments)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of a record."""
    path = tmp_path_factory.mktemp("records") / "recall.json"
    assert run("read", str(RECALL), "--format", "json", "-o", str(path)).exit_code == 0
    return path


@pytest.mark.parametrize("name", exports.names())
def test_record_is_exported_in_every_format(name: str, record: Path, tmp_path: Path) -> None:
    """Every format of the drawer can be asked for, as a file or as a folder."""
    place = tmp_path / "out"
    result = run("export", str(record), "--format", name, "-o", str(place))
    assert (result.exit_code, result.output) == (0, "")
    assert place.is_dir() == exports.takes_folder(name)


def test_export_passes_on_the_words_pointed_at_only(record: Path, tmp_path: Path) -> None:
    """What is shared carries the spans, not the texts, unless its owner says otherwise."""
    place = tmp_path / "shared.json"
    run("export", str(record), "--format", "json", "-o", str(place))
    shared = codec.decode(place.read_bytes())
    assert all(w.text is None and w.excerpts for w in shared.witnesses)
    verify(shared)
    run("export", str(record), "--format", "json", "--text", "full", "-o", str(place))
    assert place.read_bytes() == record.read_bytes()


def test_records_become_a_site(record: Path, tmp_path: Path) -> None:
    """Several records become a folder of pages, each under the name of its file."""
    (tmp_path / "other.json").write_bytes(record.read_bytes())
    site = tmp_path / "site"
    result = run("export", str(record), str(tmp_path / "other.json"), "--site", str(site))
    assert result.exit_code == 0
    assert sorted(p.name for p in site.iterdir()) == ["index.html", "other.html", "recall.html"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "datapackage"), "name their folder with -o"),
        (("--format", "nosuch"), "Invalid value for '--format'"),
        (("--site", "x", "-o", "y"), "--site writes its own files"),
        (("--site", "x", "--format", "csv"), "leave --format csv out"),
    ],
)
def test_bad_usage_is_refused(record: Path, arguments: tuple[str, ...], told: str) -> None:
    """What cannot be meant is told, with exit code 2."""
    result = run("export", str(record), *arguments)
    assert result.exit_code == 2
    assert told in result.output


def test_forged_record_is_not_exported(record: Path, tmp_path: Path) -> None:
    """A record that is not exact is refused before anything is written."""
    tree = json.loads(record.read_bytes())
    tree["witnesses"][0]["outlet"] = "Another"
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(tree), "utf-8")
    result = run("export", str(forged), "--format", "csl", "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert not (tmp_path / "out").exists()
