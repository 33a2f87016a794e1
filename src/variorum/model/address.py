"""An address of the web, and what is said of it where it is named."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where an article, a feed or a list is.

    Args:
        url: the address, as it is written.
        title: what it is called where it is named.
        outlet: whose it is.
        published: when it was published, ISO 8601 where that could be read.
        language: in what language it is, as RFC 5646 writes it.
        updated: when it changed last, ISO 8601 where that could be read.
    """

    url: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    updated: str | None = None

    @property
    def shown(self) -> str:
        """The address as it may stand in a record: no user in it, and no fragment."""
        try:
            parts = urlsplit(self.url)
        except ValueError:
            return "address"
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
