"""What is known of an address, and of a host, since it was asked last."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The last visit to an address. All times are seconds since 1970.

    Args:
        url: the address, as it was asked for; no user is in it.
        asked: when it was asked.
        listing: whether it names other addresses, or holds several articles.
        due: before when it is not to be asked again; None where nothing says so.
        updated: when it changed last, as the lists that name it say.
        answered: the address that answered in the end, where it sent what to ask with the next
            time (RFC 9110, section 8.8); None: it is asked in full.
        etag: what it sent for that.
        last_modified: likewise.
        failures: how often in a row it could not be had.
        ttl: for how many seconds it is good, as it says itself.
        skip_hours: the hours of the day (UTC) in which it is not to be asked, as it says
            itself; bit 0 is the hour from midnight on.
    """

    url: str
    asked: float
    listing: bool = False
    due: float | None = None
    updated: float | None = None
    answered: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    ttl: int = 0
    skip_hours: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """When a feed says that it may be asked; the fields are those of :class:`Visit`."""

    ttl: int = 0
    skip_hours: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRest:
    """A host that failed, or that asked for rest.

    Args:
        host: its name.
        until: until when it is left alone, in seconds since 1970.
        failures: how many addresses in a row could not be had from it.
    """

    host: str
    until: float
    failures: int = 0
