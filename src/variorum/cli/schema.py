"""`variorum schema`: the JSON Schema of the record, or of what `variorum diff` prints."""

from __future__ import annotations

import click


@click.command()
@click.argument("form", type=click.Choice(["record", "changes"]), default="record")
def schema(form: str) -> None:
    """Print the JSON Schema (2020-12) of the record, or of the changes between two."""
    import json

    from variorum import codec
    from variorum.model.changes import Changes
    from variorum.model.record import Record

    noun = {"record": Record, "changes": Changes}[form]
    click.echo(json.dumps(codec.schema(noun), indent=2))
