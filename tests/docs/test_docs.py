"""The docs are held to the program: commands, options, links and make targets must be real."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tests.manual import PAGE, manual
from variorum import formats
from variorum.cli import variorum
from variorum.exports import names as export_names

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")]
)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"^\s*(?:\$ )?(variorum [^#`\n]+)", re.MULTILINE)
FENCE = re.compile(r"^```(?:sh|console)\n(.*?)^```", re.MULTILINE | re.DOTALL)

PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def named(page: Path) -> str:
    """Return a short name for a test case."""
    return str(page.relative_to(ROOT))


def test_manual_is_current() -> None:
    """docs/manual.md holds the help pages the program prints; `make docs` writes them anew."""
    assert PAGE.read_text("utf-8") == manual()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page names a file that is there."""
    for target in LINK.findall(page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_make_targets_are_real(page: Path) -> None:
    """Every `make target` that a page names is in the Makefile."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named_targets = set(re.findall(r"`make ([a-z-]+)", page.read_text("utf-8")))
    assert named_targets <= targets


def commands() -> list[str]:
    """Return every variorum command line that stands in a fenced shell block."""
    fences = (f for page in PAGES for f in FENCE.findall(page.read_text("utf-8")))
    return sorted({c.strip() for fence in fences for c in COMMAND.findall(fence)})


@pytest.mark.parametrize("line", commands())
def test_commands_in_the_docs_run(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command in a shell block runs to its end, in a folder that holds the examples.

    Beside them stand a record of one of them, and a file of no rulings yet.
    """
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    made = runner.invoke(
        variorum, ["read", "examples/recall", "--format", "json", "-o", "record.json"]
    )
    assert made.exit_code == 0
    (tmp_path / "rulings.jsonl").touch()
    words = shlex.split(re.sub(r"examples/(\w+)/\*\.(\w+)", r"examples/\1", line))
    result = runner.invoke(variorum, words[1:], catch_exceptions=False)
    assert result.exit_code == 0, result.output


def programs() -> list[str]:
    """Return every fenced block of Python in the pages."""
    return [code for page in PAGES for code in PYTHON.findall(page.read_text("utf-8"))]


@pytest.mark.parametrize("code", programs())
def test_programs_in_the_docs_run(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each block of Python runs to its end, in a folder that holds the examples."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "docs", "exec"), {})


def test_five_programs_are_worked_through() -> None:
    """The page on Python has five examples or more, and they are found."""
    text = (ROOT / "docs" / "python.md").read_text("utf-8")
    assert len(PYTHON.findall(text)) >= 5


def test_commands_are_found_in_the_docs() -> None:
    """The search above finds something to run."""
    assert len(commands()) >= 3


def test_every_option_is_in_the_manual() -> None:
    """Each command and option of the program stands in the manual."""
    text = PAGE.read_text("utf-8")
    for name, command in variorum.commands.items():
        assert f"## variorum {name}" in text
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert all(option in text for option in parameter.opts)


def test_formats_are_in_the_readme() -> None:
    """The README names every input and output format by its key."""
    text = (ROOT / "README.md").read_text("utf-8")
    for key in (*formats.names(), *export_names()):
        assert f"`{key}`" in text


def test_changelog_has_the_version() -> None:
    """The newest entry of the changelog is the version of the package, or what comes next."""
    from variorum import __version__

    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## Unreleased" in text or f"## {__version__}" in text


def test_the_tour_shows_what_is_printed(tmp_path: Path) -> None:
    """Every line the tour shows of the terminal is printed by one of its commands."""
    tour = (ROOT / "docs" / "tour.md").read_text("utf-8")
    examples = ROOT / "examples"
    printed = ""
    for paths in (
        [examples / "ceasefire"],
        [examples / "recall/agency.txt", examples / "unrelated"],
    ):
        files = [p for path in paths for p in (sorted(path.glob("*.txt")) or [path])]
        printed += CliRunner().invoke(variorum, ["read", *map(str, files)]).output
    first, *more = (str(examples / f"recall/{n}.txt") for n in ("agency", "courier", "ledger"))
    record = str(tmp_path / "record.json")
    CliRunner().invoke(variorum, ["read", first, more[0], "--format", "json", "-o", record])
    printed += CliRunner().invoke(variorum, ["read", first, *more, "--since", record]).output
    shown = re.findall(r"^```text\n(.*?)^```", tour, re.MULTILINE | re.DOTALL)
    assert shown
    for line in "".join(shown).splitlines():
        assert line in printed, line
