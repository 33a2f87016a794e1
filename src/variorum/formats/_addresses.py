"""Lists of addresses: what they name is not in them, and has to be fetched."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.errors import InputError

_TOLD = 3


def not_fetched(source: str, what: str, addresses: Iterable[str | None]) -> InputError:
    """Return the error that names the first addresses of a list, and what to do."""
    found = [address for address in addresses if address]
    if not found:
        return InputError(f"{source}: is {what} that names no address; give the pages themselves")
    named = ", ".join(address[:200] for address in found[:_TOLD])
    rest = ", …" if len(found) > _TOLD else ""
    count = f"{len(found):,} address" + "es" * (len(found) > 1)
    return InputError(
        f"{source}: is {what}, {count} ({named}{rest}), and nothing is fetched yet; save what"
        " they lead to and give the files"
    )
