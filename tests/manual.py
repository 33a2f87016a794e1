"""Writes the help pages of every command into docs/manual.md; a test keeps them current.

``python -m tests.manual`` writes the file anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from variorum.cli import variorum

PAGE = Path(__file__).parents[1] / "docs" / "manual.md"
TOP = """# Manual

The help pages of every command, as the program prints them. Settings may also stand in a file `variorum.toml` in the current
folder: a table for each command, its options with underscores (`[read]`, `format = "json"`, `max_bytes = 20000000`); options on the command line win. `library = "FILE"`, or the address of a server,
above the tables names the library of all commands that need one.
Exit codes: 0, while one witness remains; 1, an input error or a record that is not exact; 2, bad usage, which a library is that
is not there.
`diff`, and `read --since`, give 0 whether or not there are changes; `doctor` gives 1 where anything is wrong.
"""


_SHAPE: dict[str, Any] = {
    "terminal_width": 88,
    "max_content_width": 88,
    "help_option_names": ["-h", "--help"],
}


def manual() -> str:
    """Return the manual as it must be."""
    return TOP + "".join(f"\n## {path}\n\n```text\n{text}\n```\n" for path, text in _pages())


def _pages() -> Iterator[tuple[str, str]]:
    context = click.Context(variorum, info_name="variorum", **_SHAPE)
    yield "variorum", variorum.get_help(context)
    for name in variorum.list_commands(context):
        command = variorum.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context, **_SHAPE)
        yield f"variorum {name}", command.get_help(inner)


if __name__ == "__main__":
    PAGE.write_text(manual(), "utf-8")
