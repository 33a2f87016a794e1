"""The options of commands that list something, and how they write it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from variorum.cli.writing import surface, write
from variorum.model.days import EXAMPLE, is_day

if TYPE_CHECKING:
    from variorum.model.library import Find, StoryChange, StoryLine

_C = TypeVar("_C", bound=Callable[..., Any])


def chosen_day(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return the day of an option as ISO 8601 writes it.

    Raises:
        click.BadParameter: it is none.
    """
    if value is not None and not is_day(value):
        raise click.BadParameter(f"{value!r} is no day; write {EXAMPLE}", context, option)
    return value


def list_options(*, most: int) -> Callable[[_C], _C]:
    """Give a command the options of a list.

    Args:
        most: how many rows are listed by default.
    """

    def give(command: _C) -> _C:
        form = click.option(
            "--format",
            "form",
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            help="What to write.",
        )
        count = click.option(
            "--most",
            type=click.IntRange(1),
            default=most,
            show_default=True,
            help="How many are listed at most.",
        )
        return form(count(command))

    return give


def write_rows(rows: Sequence[StoryLine | Find | StoryChange], form: str) -> None:
    """Write rows to standard output."""
    from variorum import codec, exports

    if form == "json":
        write(codec.encode_rows(rows).decode(), None)
    else:
        write(exports.listed(rows, surface(None)), None)
