"""`variorum diff` and `variorum read --since`, as a user meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

RECALL = Path(__file__).parents[2] / "examples" / "recall"
PAGES = [str(RECALL / f"{name}.txt") for name in ("agency", "courier", "ledger")]
ONLY_IN_THIRD = "Refunds are to be paid within ten working days"


def shell(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "variorum", *arguments], capture_output=True, text=True, cwd=cwd
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the records of two reports and of three."""
    folder = tmp_path_factory.mktemp("records")
    for name, pages in (("two", PAGES[:2]), ("three", PAGES)):
        shell("read", *pages, "--format", "json", "-o", f"{name}.json", cwd=folder)
    return folder


def test_third_report_is_a_diff_of_the_record(folder: Path) -> None:
    """The page names the new witness, a second print, what differs and what is single no more."""
    told = shell("diff", "two.json", "three.json", cwd=folder)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("WHAT CHANGED · TWO WITNESSES → THREE WITNESSES\n")
    for words in ("C    NEW", "→ 4 prints", "NOW DIFFERS HEDGE ABSENT", "no longer single"):
        assert words in told.stdout
    assert ONLY_IN_THIRD in told.stdout[told.stdout.index("NEW IN C") :]


def test_read_since_tells_the_same(folder: Path) -> None:
    """`read --since` prints what `diff` prints of the record and the new one, in any order."""
    for form in ("text", "json", "html"):
        told = shell("diff", "two.json", "three.json", "--format", form, cwd=folder)
        again = shell("read", *PAGES[::-1], "--since", "two.json", "--format", form, cwd=folder)
        assert (again.returncode, again.stdout) == (0, told.stdout)


def test_changes_are_valid_by_their_schema(folder: Path) -> None:
    """What `diff --format json` prints is valid by what `schema changes` prints."""
    schema = json.loads(shell("schema", "changes", cwd=folder).stdout)
    tree = json.loads(
        shell("diff", "two.json", "three.json", "--format", "json", cwd=folder).stdout
    )
    jsonschema.validate(tree, schema)
    assert [w["fate"] for w in tree["witnesses"]] == ["kept", "kept", "new"]
    assert tree["changes"] == "variorum-changes/1"


def test_no_change_is_no_error(folder: Path) -> None:
    """A record beside itself gives the exit code 0, and says that nothing changed."""
    told = shell("diff", "two.json", "two.json", cwd=folder)
    assert told.returncode == 0
    assert told.stdout.startswith("NOTHING CHANGED")


SPOILED = [
    ('"variorum/1"', '"variorum/2"', "variorum/2"),
    ('"reader": 1', '"reader": 9', "made_by.reader"),
    ("scalded on both hands", "scolded on both hands", "text_sha256"),
    ('"use": "speech"', '"use": "oath"', "made_by.digest"),
    ("{", "(", "not JSON"),
]


@pytest.mark.parametrize("spoiled", SPOILED, ids=[place for *_, place in SPOILED])
def test_record_that_is_not_exact_is_refused(folder: Path, spoiled: tuple[str, str, str]) -> None:
    """A record that does not verify is an error that names file, place and remedy."""
    old, new, place = spoiled
    text = (folder / "two.json").read_text("utf-8")
    assert old in text
    (folder / "spoiled.json").write_text(text.replace(old, new, 1), "utf-8")
    told = shell("diff", "three.json", "spoiled.json", cwd=folder)
    assert (told.returncode, told.stdout) == (1, "")
    assert "spoiled.json: " in told.stderr
    assert place in told.stderr
    assert "variorum read --format json" in told.stderr


def test_record_that_names_what_it_does_not_hold_is_refused(folder: Path) -> None:
    """An id that leads nowhere inside a record is named, and no fault of the program."""
    from variorum import codec

    tree = json.loads((folder / "two.json").read_text("utf-8"))
    tree["single"].append("nothing")
    record = codec.seal(codec.decode(json.dumps(tree).encode()))
    (folder / "dangling.json").write_bytes(codec.encode(record))
    told = shell("diff", "two.json", "dangling.json", cwd=folder)
    assert told.returncode == 1
    assert "there is no statement 'nothing'" in told.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("diff", "two.json"),
        ("diff", "two.json", "three.json", "--format", "csv"),
        ("read", *PAGES, "--since", "two.json", "--format", "csv"),
        ("diff", "two.json", "three.json", "-o", "three.json"),
        ("read", *PAGES, "--since", "two.json", "-o", "two.json"),
    ],
)
def test_bad_usage_exits_2(folder: Path, arguments: tuple[str, ...]) -> None:
    """A record too few, a format without changes, or a record to be overwritten is bad usage."""
    told = shell(*arguments, cwd=folder)
    assert told.returncode == 2
    assert "Usage" in told.stderr


def test_missing_record_is_an_input_error(folder: Path) -> None:
    """A record that is not there is named before anything is read."""
    for arguments in (("diff", "absent.json", "two.json"), ("read", *PAGES, "--since", "no.json")):
        told = shell(*arguments, cwd=folder)
        assert told.returncode == 1
        assert "cannot be read" in told.stderr


def test_records_without_words_are_compared(folder: Path) -> None:
    """Without words the digest is proved, which is said, and positions are shown."""
    shell("read", *PAGES, "--text", "none", "--format", "json", "-o", "none.json", cwd=folder)
    shell("read", *PAGES, "--text", "spans", "--format", "json", "-o", "spans.json", cwd=folder)
    bare = shell("diff", "two.json", "none.json", cwd=folder)
    assert bare.returncode == 0
    assert "none.json: carries no words" in bare.stderr
    assert ONLY_IN_THIRD not in bare.stdout
    cut = shell("diff", "two.json", "spans.json", cwd=folder)
    assert (cut.returncode, cut.stderr) == (0, "")
    assert ONLY_IN_THIRD in cut.stdout


def test_record_without_words_is_sealed(folder: Path) -> None:
    """One edited field of a record without words is named."""
    shell("read", *PAGES, "--text", "none", "--format", "json", "-o", "none.json", cwd=folder)
    text = (folder / "none.json").read_text("utf-8")
    edited = text.replace('"polarity": "affirmed"', '"polarity": "denied"', 1)
    (folder / "edited.json").write_text(edited)
    told = shell("diff", "two.json", "edited.json", cwd=folder)
    assert told.returncode == 1
    assert "made_by.digest" in told.stderr


def test_correction_is_told_alone(folder: Path, tmp_path: Path) -> None:
    """Of a corrected report only what is other is told; the rest is counted."""
    for page in PAGES[:2]:
        text = Path(page).read_text("utf-8").replace("about 2,600 people", "about 2,900 people")
        (tmp_path / Path(page).name).write_text(text, "utf-8")
    (tmp_path / "agency.txt").write_bytes(Path(PAGES[0]).read_bytes())
    told = shell("read", ".", "--since", str(folder / "two.json"), cwd=tmp_path)
    assert "courier.txt: other bytes than before" in told.stdout
    assert "2,900 people" in told.stdout
    assert "41,380" not in told.stdout
    assert "stand there word for word" in told.stdout
