"""The options of commands that fetch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from variorum.capture.policy import Policy
from variorum.cli.options import together
from variorum.cli.usage import usage_errors

_LISTS = "what lists of addresses name: OPML, sitemaps, items of feeds without a text."
FOLLOW = click.option("--follow", is_flag=True, help=f"Fetch {_LISTS}")
NO_FOLLOW = click.option(
    "--follow/--no-follow", default=True, show_default=True, help=f"Also fetch {_LISTS}"
)
net_options = together(
    click.option(
        "--contact",
        metavar="URL|E-MAIL",
        help="Where servers that are asked can reach you; it is told to each of them.",
    ),
    click.option(
        "--allow-private",
        is_flag=True,
        help="Also fetch from addresses that are not of the public internet.",
    ),
)
"""The options that say how the net is asked, but for that on lists."""


def policy_from(options: Mapping[str, Any], **more: Any) -> Policy:
    """Return the policy that the options of :func:`net_options` set, and ``more`` of it.

    Raises:
        UsageError: the contact cannot stand in a header.
    """
    given = {name: options[name] for name in ("contact", "allow_private", "follow")}
    with usage_errors():
        return Policy(**given, **more)
