"""`variorum schema`: the JSON Schema of the record."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of the record."""
    import json

    from variorum import codec

    click.echo(json.dumps(codec.schema(), indent=2))
