"""`variorum rule`, `variorum rulings` and `read --rulings`, as a user meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.libraries import library

CEASEFIRE = Path(__file__).parents[2] / "examples" / "ceasefire"


def shell(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "variorum", *arguments], capture_output=True, text=True, cwd=cwd
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a record of the examples."""
    folder = tmp_path_factory.mktemp("desk")
    pages = sorted(map(str, CEASEFIRE.glob("*.txt")))
    shell("read", *pages, "--format", "json", "-o", "record.json", cwd=folder)
    return folder


def rule(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `variorum rule` on the record of the folder."""
    fixed = ("--record", "record.json", "--rulings", "rulings.jsonl", "--who", "Ada Blom")
    return shell("rule", *arguments, *fixed, cwd=folder)


def test_ruling_is_kept_replayed_and_undone(folder: Path) -> None:
    """A split is added to the file, splits the utterance in a later reading, and can be undone."""
    record = json.loads((folder / "record.json").read_bytes())
    whole = max(record["utterances"], key=lambda u: len(u["prints"]))
    made = rule(folder, "split", "print", whole["id"][:12], "--why", "two answers")
    assert (made.returncode, made.stderr) == (0, "")
    pages = sorted(map(str, CEASEFIRE.glob("*.txt")))
    told = shell("read", *pages, "--rulings", "rulings.jsonl", cwd=folder)
    assert "R1  prints split · Ada Blom" in told.stdout
    assert "two answers" in told.stdout
    again = shell("read", *pages, "--rulings", "rulings.jsonl", "--format", "json", cwd=folder)
    assert whole["id"] not in {u["id"] for u in json.loads(again.stdout)["utterances"]}
    (folder / "record.json").write_text(again.stdout, "utf-8")
    assert rule(folder, "undo", "ruling", made.stdout.split()[0]).returncode == 0
    last = shell("read", *pages, "--rulings", "rulings.jsonl", "--format", "json", cwd=folder)
    assert whole["id"] in {u["id"] for u in json.loads(last.stdout)["utterances"]}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("reject", "quotation", "nosuchid"), "no id in the record's quotations"),
        (("reject", "quotation", "abc"), "at least 6 characters"),
        (("relabel", "relation", "abcdefgh", "--to", "near"), "'abcdefgh'"),
    ],
)
def test_wrong_ruling_is_refused(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    """A ruling on nothing is refused with what is wrong, and nothing is written."""
    before = (folder / "rulings.jsonl").read_bytes() if (folder / "rulings.jsonl").exists() else b""
    refused = rule(folder, *arguments)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert told in refused.stderr
    after = (folder / "rulings.jsonl").read_bytes() if (folder / "rulings.jsonl").exists() else b""
    assert after == before


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{\n "record": "variorum/1",\n "witnesses": []\n}\n', "a record, no file of rulings"),
        (b"Ferry fire\n\nThe ferry burned.\n", "some other text, no file of rulings"),
        (b"[\n 1,\n 2\n]\n", "some other JSON, no file of rulings"),
    ],
)
def test_what_is_no_file_of_rulings_is_said_in_one_line(
    tmp_path: Path, data: bytes, told: str
) -> None:
    """A file without a ruling is bad usage in each command that takes rulings."""
    (tmp_path / "other").write_bytes(data)
    (tmp_path / "a.txt").write_text("The ferry burned.", "utf-8")
    for asked in (["read", "a.txt", "--rulings", "other"], ["rulings", "other"]):
        refused = shell(*asked, cwd=tmp_path)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert refused.stderr.count("\n") <= 4
        assert f"other: {told}" in refused.stderr


@pytest.mark.parametrize("data", [b"", b'{"id": "abcdefgh", "verd', b'{"id": 1}\n{"id": 2}\n'])
def test_lines_that_are_no_whole_ruling_are_left_out(tmp_path: Path, data: bytes) -> None:
    """An empty file, a line broken off and lines that are near to rulings stop nothing."""
    (tmp_path / "r.jsonl").write_bytes(data)
    (tmp_path / "a.txt").write_text("The ferry burned.", "utf-8")
    assert shell("read", "a.txt", "--rulings", "r.jsonl", cwd=tmp_path).returncode == 0


def test_ruling_is_kept_in_a_library(tmp_path: Path) -> None:
    """A ruling on a story is replayed at once, exported, and kept in another library."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        library(tmp_path / name).close()
    at = [("--library", f"{name}/library.sqlite") for name in ("one", "other")]
    story = shell("stories", "--query", "Morwenna", *at[0], cwd=tmp_path).stdout.split()[0]
    ruled = shell(
        "rule", "merge", "origin", "A", "B", "--story", story, "--who", "Ada Blom", *at[0],
        cwd=tmp_path,
    )  # fmt: skip
    assert (ruled.returncode, ruled.stderr) == (0, "")
    assert "origins merged · Ada Blom" in shell("show", story, *at[0], cwd=tmp_path).stdout
    kept = shell("rulings", *at[0], "-o", "kept.jsonl", cwd=tmp_path)
    assert (kept.returncode, kept.stdout) == (0, "")
    told = [shell("rulings", "kept.jsonl", "--keep", *at[1], cwd=tmp_path) for _ in range(2)]
    assert [t.stdout for t in told] == [
        "1 rulings kept, 0 known before\n", "0 rulings kept, 1 known before\n"
    ]  # fmt: skip
    assert "origins merged · Ada Blom" in shell("show", story, *at[1], cwd=tmp_path).stdout
    assert shell("rule", "note", "origin", "A", "--who", "Ada", cwd=tmp_path).returncode == 2


def test_rulings_checks_files_and_puts_them_together(folder: Path) -> None:
    """`rulings` prints each ruling once; a line that is none is named and makes the exit code 1."""
    record = json.loads((folder / "record.json").read_bytes())
    rule(folder, "note", "quotation", record["quotations"][0]["id"], "--why", "checked the tape")
    whole = (folder / "rulings.jsonl").read_text("utf-8")
    (folder / "other.jsonl").write_text(whole + "{}\n", "utf-8")
    told = shell("rulings", "rulings.jsonl", "other.jsonl", cwd=folder)
    assert told.stdout == whole
    assert told.returncode == 1
    assert f"other.jsonl: line {whole.count(chr(10)) + 1}: not a whole ruling" in told.stderr
