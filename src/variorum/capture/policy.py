"""How the net is asked: under what name, how patiently, and what of it may be reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from variorum import __version__
from variorum.errors import SetupError

PRODUCT = "variorum"
_LONGEST_CONTACT = 200


class Time(Protocol):
    """What of the module :mod:`time` fetching uses; a test hands in one that does not wait."""

    def monotonic(self) -> float:
        """Return the seconds since some moment."""

    def time(self) -> float:
        """Return the seconds since 1970."""

    def sleep(self, seconds: float, /) -> None:
        """Return after so many seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The manners of a fetcher; how large an answer may be is in ``Limits``.

    Args:
        contact: where whoever runs this can be reached, a URL or an address of e-mail; it is
            told to every server.
        allow_private: whether addresses that are not of the public internet may be reached.
        follow: whether what a list of addresses names is fetched as well.
        delay: how many seconds a host is left alone after an answer.
        longest_wait: how many seconds are waited for one page in all; where its hosts ask for
            more, it is left for later.
        attempts: how often one address is asked before it is left for later.
        redirects: how many redirects in a row are followed.
        connect_seconds: how long a connection may take to open.
        read_seconds: how long a server may be silent.

    Raises:
        SetupError: the contact cannot stand in a header.
    """

    contact: str | None = None
    allow_private: bool = False
    follow: bool = False
    delay: float = 1.0
    longest_wait: float = 30.0
    attempts: int = 3
    redirects: int = 10
    connect_seconds: float = 10.0
    read_seconds: float = 20.0

    def __post_init__(self) -> None:
        contact = self.contact or ""
        plain = contact.isascii() and contact.isprintable() and not set(contact) & set("() \\")
        if not plain or len(contact) > _LONGEST_CONTACT:
            raise SetupError(
                "the contact must be one URL or address of e-mail,"
                f" of at most {_LONGEST_CONTACT} characters"
            )

    @property
    def agent(self) -> str:
        """What this program calls itself, as RFC 9110 (section 10.1.5) writes it."""
        name = f"{PRODUCT}/{__version__}"
        return f"{name} (+{self.contact})" if self.contact else name
