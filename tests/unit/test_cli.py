"""The command line, as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from variorum import __version__, codec
from variorum.cli import variorum

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = [str(EXAMPLES / "recall" / f"{name}.txt") for name in ("agency", "courier")]


def run(*arguments: str, **options: object) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(variorum, arguments, **options)  # type: ignore[arg-type]


def shell(*arguments: str, cwd: Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [sys.executable, "-m", "variorum", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        **options,
    )


def test_version_and_help() -> None:
    """The version and the commands are told."""
    assert run("--version").output == f"variorum {__version__}\n"
    assert all(command in run("--help").output for command in ("read", "schema", "verify"))


def test_json_validates_against_the_schema() -> None:
    """What `read --format json` prints is valid by what `schema` prints."""
    schema = json.loads(run("schema").output)
    assert schema["$schema"] == codec.DIALECT
    jsonschema.Draft202012Validator.check_schema(schema)
    record = json.loads(run("read", *PAGES, "--format", "json").output)
    jsonschema.Draft202012Validator(schema).validate(record)
    assert [w["siglum"] for w in record["witnesses"]] == ["A", "B"]


def test_schema_closes_its_lists() -> None:
    """The schema refuses a kind of block that does not exist."""
    record = json.loads(run("read", PAGES[0], "--format", "json").output)
    record["witnesses"][0]["blocks"][0]["kind"] = "advertisement"
    with pytest.raises(jsonschema.ValidationError, match="advertisement"):
        jsonschema.validate(record, json.loads(run("schema").output))


def test_output_goes_to_a_file(tmp_path: Path) -> None:
    """`-o` writes the file and nothing to standard output."""
    page = tmp_path / "page.html"
    result = run("read", *PAGES, "--format", "html", "-o", str(page))
    assert result.output == ""
    assert page.read_text("utf-8").lower().startswith("<!doctype html>")


def test_order_of_files_changes_nothing() -> None:
    """The same files in another order give the same bytes."""
    one = run("read", *PAGES, "--format", "json").stdout_bytes
    assert run("read", *reversed(PAGES), "--format", "json").stdout_bytes == one


def test_bad_file_is_named_and_passed_over(tmp_path: Path) -> None:
    """One unusable file gives a message and a rejected row; the rest goes on with exit 0."""
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    result = shell(
        "read", str(tmp_path / "picture.txt"), PAGES[0], "--format", "json", cwd=tmp_path
    )
    assert result.returncode == 0
    assert "picture.txt" in result.stderr
    assert [r["source"] for r in json.loads(result.stdout)["rejected"]] == ["picture.txt"]


def test_no_witness_left_is_an_error(tmp_path: Path) -> None:
    """Where no file can be used the exit code is 1, without a traceback."""
    (tmp_path / "empty.txt").write_bytes(b"")
    result = shell("read", "empty.txt", "absent.txt", cwd=tmp_path)
    assert result.returncode == 1
    assert "no witness is left" in result.stderr
    assert "Traceback" not in result.stderr


def test_equal_bytes_are_one_witness(tmp_path: Path) -> None:
    """A file given twice is one witness, and the other is rejected with the reason."""
    (tmp_path / "twin.txt").write_bytes(Path(PAGES[0]).read_bytes())
    record = json.loads(
        run("read", PAGES[0], str(tmp_path / "twin.txt"), "--format", "json").stdout
    )
    assert [w["source"] for w in record["witnesses"]] == ["agency.txt"]
    assert "same bytes as agency.txt" in record["rejected"][0]["reason"]


@pytest.mark.parametrize(
    "arguments",
    [("read",), ("read", "a", "--format", "pdf"), ("write",), ("read", "a", "--max-bytes", "0")],
)
def test_bad_usage_exits_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """Bad usage exits with 2 and says how."""
    result = shell(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert "Usage" in result.stderr


def test_too_many_files_is_bad_usage(tmp_path: Path) -> None:
    """More files than the limit is bad usage, and names the option."""
    result = shell("read", *PAGES, "--max-witnesses", "1", cwd=tmp_path)
    assert result.returncode == 2
    assert "--max-witnesses" in result.stderr


def test_layers_that_are_not_asked_for_are_not_shown() -> None:
    """Without their layers nothing is said of copies or single statements, and the page says so."""
    shown = run("read", *PAGES, "--layers", "wording").output
    assert "layers shown: wording\n" in shown
    for section in ("ONLY IN A", "COPIED"):
        assert section in run("read", *PAGES).output
        assert section not in shown


@pytest.mark.parametrize(
    "options", [("--layers", "colour"), ("--layers", "wording", "--format", "json")]
)
def test_layers_must_be_known_and_of_use(options: tuple[str, ...]) -> None:
    """A layer that does not exist, or of a format that always holds all, is bad usage."""
    assert run("read", *PAGES, *options).exit_code == 2


def test_settings_file_sets_options(tmp_path: Path) -> None:
    """variorum.toml gives options their values; the command line wins over it."""
    (tmp_path / "variorum.toml").write_text("[read]\nformat = 'json'\nmax_bytes = 10\n")
    result = shell("read", PAGES[0], cwd=tmp_path)
    assert "larger than 10 bytes" in result.stderr
    assert shell("read", PAGES[0], "--max-bytes", "99999", cwd=tmp_path).stdout.startswith("{")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[show]\namount = 'none'", "[show] has no setting amount; there are: format, layers"),
        ("libary = 'x.sqlite'", "above the tables there is `library` alone"),
        ("show = 'json'", "`show` is a table: [show]"),
        ("[shw]\ntext = 'none'", "[shw] is no command; there are: read, diff"),
        ("[show]\ntext = 'some'", "Invalid value for '--text'"),
    ],
)
def test_a_wrong_setting_is_answered_with_those_that_there_are(
    tmp_path: Path, text: str, told: str
) -> None:
    """The keys are the options' names; what is none of them is said to be what it is."""
    (tmp_path / "variorum.toml").write_text(text)
    result = shell("show", "abcdefgh", cwd=tmp_path)
    assert result.returncode == 2
    assert told in result.stderr


@pytest.mark.parametrize("text", ["[read]\nmax_byte = 1", "[wirte]\n", "read = 1", "= broken"])
def test_bad_settings_are_bad_usage(tmp_path: Path, text: str) -> None:
    """An unknown command or setting in variorum.toml is said, not passed over."""
    (tmp_path / "variorum.toml").write_text(text)
    result = shell("read", PAGES[0], cwd=tmp_path)
    assert result.returncode == 2
    assert "variorum.toml" in result.stderr


def test_standard_input_is_read(tmp_path: Path) -> None:
    """A dash reads standard input."""
    words = Path(PAGES[0]).read_text("utf-8")
    result = shell("read", "-", "--format", "json", cwd=tmp_path, input=words)
    assert json.loads(result.stdout)["witnesses"][0]["source"] == "standard input"


def test_log_never_holds_article_text(tmp_path: Path) -> None:
    """The most talkative log holds no line of the article."""
    result = shell("-vv", "read", *PAGES, "--format", "json", cwd=tmp_path)
    lines = [line for line in Path(PAGES[0]).read_text("utf-8").splitlines() if len(line) > 40]
    assert lines
    assert not [line for line in lines if line[:40] in result.stderr]


@pytest.mark.parametrize("form", ["text", "html"])
def test_unrelated_pages_are_two_stories(form: str) -> None:
    """Two pages on two events are two stories, and the first line says so plainly."""
    unrelated = str(EXAMPLES / "unrelated" / "footpath.txt")
    result = run("read", PAGES[0], unrelated, "--format", form)
    assert result.exit_code == 0
    assert "two witnesses · two stories" in result.output.lower()


def test_messages_hold_no_control_characters(tmp_path: Path) -> None:
    """A file's name cannot send an escape sequence to the terminal, and -q still says why."""
    (tmp_path / "\x1b[31mred.txt").write_bytes(b"")
    result = shell("-q", "read", "\x1b[31mred.txt", cwd=tmp_path)
    assert result.returncode == 1
    assert "red.txt: is empty" in result.stderr
    assert "\x1b" not in result.stderr
