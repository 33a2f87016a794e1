"""What the command line writes, and what of a folder it reads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [EXAMPLES / "recall" / f"{name}.txt" for name in ("agency", "courier")]


def shell(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "variorum", *arguments], capture_output=True, text=True, cwd=cwd
    )


def folder_of(tmp_path: Path, *, name: str = "pages") -> Path:
    """Return a new folder with copies of two reports."""
    folder = tmp_path / name
    folder.mkdir()
    for file in FILES:
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


@pytest.mark.parametrize("inputs", [("one.txt", "two.txt"), (".",)])
def test_output_never_overwrites_an_input(tmp_path: Path, inputs: tuple[str, ...]) -> None:
    """`-o` on a file that is read, by name, by a link or in a folder, is refused as bad usage."""
    (tmp_path / "one.txt").write_bytes(FILES[0].read_bytes())
    (tmp_path / "two.txt").write_bytes(FILES[1].read_bytes())
    os.link(tmp_path / "one.txt", tmp_path / "link.json")
    for output in ("one.txt", "./two.txt", "link.json"):
        result = shell("read", *inputs, "-o", output, cwd=tmp_path)
        assert result.returncode == 2
        assert "is an input" in result.stderr
    assert (tmp_path / "one.txt").read_bytes() == FILES[0].read_bytes()


def test_failed_run_leaves_the_output_alone(tmp_path: Path) -> None:
    """Where no witness is left nothing is written, and no part of a file stays behind."""
    (tmp_path / "keep.json").write_text("kept")
    result = shell("read", "absent.txt", "-o", "keep.json", cwd=tmp_path)
    assert result.returncode == 1
    assert (tmp_path / "keep.json").read_text() == "kept"
    assert os.listdir(tmp_path) == ["keep.json"]


def test_output_is_replaced_whole(tmp_path: Path) -> None:
    """A file that stood there is replaced through its link, and keeps its permissions."""
    (tmp_path / "old.json").write_text("old")
    (tmp_path / "old.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to("old.json")
    result = shell("read", str(FILES[0]), "--format", "json", "-o", "link.json", cwd=tmp_path)
    assert result.returncode == 0
    assert json.loads((tmp_path / "old.json").read_text())["record"] == "variorum/1"
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "old.json").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["link.json", "old.json"]


def test_folder_gives_only_files_of_its_formats(tmp_path: Path) -> None:
    """Records and pictures in a folder are no witnesses; -v names what was passed over."""
    folder = folder_of(tmp_path)
    (folder / "record.json").write_text("{}")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    quiet = shell("read", "pages", "--format", "json", cwd=tmp_path)
    record = json.loads(quiet.stdout)
    assert [w["source"] for w in record["witnesses"]] == ["agency.txt", "courier.txt"]
    assert (record["rejected"], quiet.stderr) == ([], "")
    told = shell("-v", "read", "pages", "--format", "json", cwd=tmp_path).stderr
    assert "record.json: passed over" in told
    assert "photo.png: passed over" in told


def test_output_may_stand_in_the_folder_that_is_read(tmp_path: Path) -> None:
    """A record written beside the reports is no input, and is replaced by the next run."""
    folder_of(tmp_path)
    for _ in range(2):
        result = shell("read", "pages", "--format", "json", "-o", "pages/r.json", cwd=tmp_path)
        assert (result.returncode, result.stderr) == (0, "")
    assert json.loads((tmp_path / "pages" / "r.json").read_text("utf-8"))["rejected"] == []


def test_file_named_by_itself_may_have_any_name(tmp_path: Path) -> None:
    """A file that the command line names is read whatever its name ends with."""
    (tmp_path / "copied.page").write_bytes(FILES[0].read_bytes())
    assert shell("read", "copied.page", cwd=tmp_path).returncode == 0


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Two witnesses from files of one name are told with their letters, and -v gives the paths."""
    for folder, file in zip(("one", "two"), FILES, strict=True):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_bytes(file.read_bytes())
    told = shell("-v", "read", "one", "two", cwd=tmp_path).stderr
    assert "page.txt: the name of A (sha256 " in told
    assert os.path.join("two", "page.txt") + ": sha256 " in told


def test_equal_files_of_one_name_are_one_witness(tmp_path: Path) -> None:
    """The message about equal bytes does not call a file the same as itself."""
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.txt").write_bytes(FILES[0].read_bytes())
    told = shell("read", "one", "two", cwd=tmp_path).stderr
    assert "page.txt: given twice; equal bytes are one witness" in told


def record_of(tmp_path: Path) -> Path:
    """Return the record of a folder of two reports, written beside it."""
    folder_of(tmp_path)
    shell("read", "pages", "--format", "json", "-o", "record.json", cwd=tmp_path)
    return tmp_path / "record.json"


def test_verify_names_the_sources_it_did_not_see(tmp_path: Path) -> None:
    """With --sources, a source that is not in the folder is named and the exit code is 1."""
    record_of(tmp_path)
    whole = shell("verify", "record.json", "--sources", "pages", cwd=tmp_path)
    assert (whole.returncode, "2 sources read again" in whole.stdout) == (0, True)
    (tmp_path / "pages" / "courier.txt").unlink()
    part = shell("verify", "record.json", "--sources", "pages", cwd=tmp_path)
    assert part.returncode == 1
    assert "1 sources read again" in part.stdout
    assert "courier.txt" in part.stderr
    assert "agency.txt" not in part.stderr


def test_verify_names_fields_that_nothing_proves(tmp_path: Path) -> None:
    """Words added to a record in fields that no digest covers are named; it stays readable."""
    path = record_of(tmp_path)
    tree = json.loads(path.read_text("utf-8"))
    assert "not covered" not in shell("verify", "record.json", cwd=tmp_path).stdout
    tree["verdict"] = "true"
    told = next(at for at, q in enumerate(tree["quotations"]) if q["speaker"])
    tree["quotations"][told]["speaker"]["truth"] = 1
    path.write_text(json.dumps(tree))
    result = shell("verify", "record.json", cwd=tmp_path)
    assert result.returncode == 0
    fields = f"quotations[{told}].speaker.truth, verdict"
    assert f"not covered by this proof: {fields}" in result.stdout
