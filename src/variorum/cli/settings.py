"""The settings file: a table for each command, with the names of its options as keys."""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path
from typing import Any

import click

from variorum.cli.library import SETTING as LIBRARY

Table = dict[str, Any]


def read_settings(
    path: Path, commands: Mapping[str, click.Command]
) -> tuple[dict[str, str], dict[str, Table]]:
    """Return what stands above the tables of a settings file, and what each command is given.

    Args:
        path: the file; where there is none nothing is set.
        commands: those that may have a table, by name.

    Raises:
        UsageError: it cannot be read, or names what there is not.
    """
    import tomllib

    try:
        settings = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}, {}
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{path.name}: cannot be read: {error}") from error
    try:
        tables = {n: _given(n, t, commands) for n, t in settings.items() if isinstance(t, dict)}
        top = {n: _top(n, value, commands) for n, value in settings.items() if n not in tables}
    except click.UsageError as error:
        raise click.UsageError(f"{path.name}: {error.message}") from error
    return top, tables


def _top(name: str, value: Any, commands: Container[str]) -> str:
    if name in commands:
        raise click.UsageError(f"`{name}` is a table: [{name}], and its settings in lines below")
    if name != LIBRARY:
        raise click.UsageError(
            f"`{name}` is no setting of all commands; above the tables there is `{LIBRARY}` alone"
        )
    if not isinstance(value, str):
        raise click.UsageError(f'`{LIBRARY}` is a file or an address: {LIBRARY} = "FILE|URL"')
    return value


def _given(name: str, table: Table, commands: Mapping[str, click.Command]) -> Table:
    """Return the values of a table by the parameters of its command."""
    if name not in commands:
        raise click.UsageError(f"[{name}] is no command; there are: {', '.join(commands)}")
    keys = _keys(commands[name])
    if unknown := sorted(set(table) - set(keys)):
        known = ", ".join(sorted(keys)) or "none"
        raise click.UsageError(f"[{name}] has no setting {', '.join(unknown)}; there are: {known}")
    return {keys[key]: value for key, value in table.items()}


def _keys(command: click.Command) -> dict[str, str]:
    """Return the parameters of a command by the longest name of their option, with underscores."""
    return {
        max(option.opts, key=len).lstrip("-").replace("-", "_"): option.name
        for option in command.params
        if isinstance(option, click.Option) and option.name
    }
