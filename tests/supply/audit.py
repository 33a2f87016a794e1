"""Asks OSV, the database of pip-audit, for known faults of every pin.

``python -m tests.supply.audit`` exits with 1 where there is one. Without a network it says that
nothing was asked.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import httpx

from tests.supply.pins import FILES, Pin, pins

ADDRESS = "https://api.osv.dev/v1/querybatch"
AT_ONCE = 500


def known_faults(asked: Sequence[Pin], client: httpx.Client) -> dict[Pin, list[str]]:
    """Return the ids of the known faults of each pin that has one.

    Raises:
        httpx.HTTPError: the database cannot be asked.
    """
    found = {}
    for at in range(0, len(asked), AT_ONCE):
        part = asked[at : at + AT_ONCE]
        queries = [
            {"package": {"ecosystem": "PyPI", "name": pin.name}, "version": pin.version}
            for pin in part
        ]
        answer = client.post(ADDRESS, json={"queries": queries}).raise_for_status().json()
        for pin, result in zip(part, answer["results"], strict=True):
            if faults := [fault["id"] for fault in result.get("vulns", ())]:
                found[pin] = faults
    return found


def main(client: httpx.Client) -> int:
    """Print the known faults of all pins; return 1 where there is one."""
    every = sorted({pin for file in FILES for pin in pins(file)})
    try:
        found = known_faults(every, client)
    except (httpx.TransportError, httpx.HTTPStatusError) as error:
        print(f"not audited: the database cannot be asked ({type(error).__name__})")
        return 0
    for pin, faults in found.items():
        print(f"{pin.name} {pin.version}: {', '.join(faults)}")
    print(f"{len(every)} pins, {len(found)} with known faults")
    return 1 if found else 0


if __name__ == "__main__":
    with httpx.Client(timeout=30) as client:
        sys.exit(main(client))
