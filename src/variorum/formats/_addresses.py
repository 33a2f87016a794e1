"""Addresses in a capture: what they lead to is not in it, and has to be fetched."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.errors import InputError
from variorum.model.address import Address

_LONGEST = 2_000
_TOLD = 3


def is_of_the_web(url: str) -> bool:
    """Tell whether an address is one of the web that may be shown: no spaces, nobody's name."""
    plain = len(url) <= _LONGEST and url.isprintable() and " " not in url
    host = url.partition("://")[2].partition("/")[0]
    return plain and url.startswith(("http://", "https://")) and bool(host) and "@" not in host


def not_fetched(source: str, addresses: Sequence[Address]) -> InputError:
    """Return the error that names the first of some addresses, and what to do with them."""
    named = ", ".join(address.shown[:200] for address in addresses[:_TOLD])
    rest = ", …" if len(addresses) > _TOLD else ""
    count = f"{len(addresses):,} address" + "es" * (len(addresses) > 1)
    return InputError(
        f"{source}: names {count} ({named}{rest}) and holds no text of what is there; fetch it"
        " with --follow, or save it and give the files"
    )
