"""The options of commands that fetch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from variorum.capture.policy import Policy

Command = Callable[..., Any]

_OPTIONS = (
    click.option(
        "--follow",
        is_flag=True,
        help="Fetch what lists of addresses name: OPML, sitemaps, items of feeds without a text.",
    ),
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


def net_options(command: Command) -> Command:
    """Add the options that say how the net is asked to a command."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def policy_from(options: Mapping[str, Any]) -> Policy:
    """Return the policy that the options of :func:`net_options` set.

    Raises:
        SetupError: the contact cannot stand in a header.
    """
    return Policy(**{name: options[name] for name in ("contact", "allow_private", "follow")})
