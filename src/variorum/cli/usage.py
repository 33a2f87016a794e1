"""What is wrong with the set-up of a run, shown as bad usage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from variorum.errors import SetupError


@contextmanager
def usage_errors() -> Iterator[None]:
    """Show as bad usage what is wrong with the set-up of a run."""
    try:
        yield
    except SetupError as error:
        raise click.UsageError(str(error)) from error
