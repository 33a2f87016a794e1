"""The layers a person asks for on the command line."""

from __future__ import annotations

import click


def _chosen(
    context: click.Context, option: click.Parameter, value: str | None
) -> frozenset[str] | None:
    """Return the layers that ``value`` names, with commas between; None where all are shown.

    Raises:
        click.BadParameter: there is no such layer.
    """
    from variorum.exports import LAYERS

    if value is None:
        return None
    found = frozenset(name.strip() for name in value.split(","))
    for name in sorted(found - LAYERS.keys()):
        told = f"no layer is called {name!r}; there are {', '.join(LAYERS)}"
        raise click.BadParameter(told, context, option)
    return found


layers_option = click.option(
    "--layers",
    callback=_chosen,
    metavar="NAMES",
    help="Which layers text and html show, with commas between: wording, substance, attribution."
    "  [default: all]",
)
"""The option of every command that shows a record."""
