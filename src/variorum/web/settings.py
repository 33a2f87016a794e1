"""How a library is served: to whom, with which words, and how much it takes."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field

from variorum.errors import SetupError
from variorum.model.limits import Limits
from variorum.review.share import AMOUNTS

SHORTEST_TOKEN = 16
_LOOPBACK_NAMES = ("localhost",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a library is served.

    Served on loopback, under no name of its own, it is its owner's desk: pages show the whole
    texts, and whoever is on the machine may write. Served to others, pages carry only the words
    that a record points at, and what writes needs the ``token``; without one nothing is written.
    What is taken away (exports, the API) carries only those words in either case.

    Args:
        host: the address or name that is listened on.
        names: host names under which others reach it, as through a proxy.
        token: what allows to write, None where nobody may.
        text: how much of the witnesses' words is given, everywhere; None: as above.
        limits: on what is read.
        most_bytes: of one request.
        most_parts: of one form: files, and fields.
        seconds: until a request has arrived.
        patience: how many seconds an answer waits for a reading before it leads to its page.
        most_waiting: how many readings may wait or run, those of pages and API together.
    """

    host: str = "127.0.0.1"
    names: tuple[str, ...] = ()
    token: str | None = field(default=None, repr=False)
    text: str | None = None
    limits: Limits = field(default_factory=Limits)
    most_bytes: int = 32_000_000
    most_parts: int = 100
    seconds: float = 60.0
    patience: float = 15.0
    most_waiting: int = 20

    def __post_init__(self) -> None:
        """Check what was given.

        Raises:
            SetupError: the token is too short, or there is no such amount of text.
        """
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise SetupError(f"a token has {SHORTEST_TOKEN} characters or more")
        if self.text is not None and self.text not in AMOUNTS:
            raise SetupError(f"text is one of {', '.join(AMOUNTS)}, not {self.text!r}")

    @property
    def own_desk(self) -> bool:
        """Whether only its owner's machine reaches it."""
        return is_loopback(self.host) and not self.names

    @property
    def shown(self) -> str:
        """How much of the witnesses' words pages show."""
        return self.text or ("full" if self.own_desk else "spans")

    @property
    def shared(self) -> str:
        """How much of the witnesses' words is given away."""
        return self.text or "spans"

    def answers_to(self, host: str) -> bool:
        """Tell whether a request's ``Host`` names this server.

        A page elsewhere can make its own name lead here (DNS rebinding), but not an IP address.
        """
        name = host_of(host)
        if name in {self.host.lower(), *(known.lower() for known in self.names)}:
            return True
        if is_loopback(name):
            return True
        return not is_loopback(self.host) and _address(name) is not None


def host_of(netloc: str) -> str:
    """Return the host of ``host:port`` in small letters, without the brackets of IPv6."""
    if netloc.startswith("["):
        return netloc[1:].partition("]")[0].lower()
    return netloc.rpartition(":")[0].lower() if ":" in netloc else netloc.lower()


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine as only it reaches itself."""
    address = _address(host)
    return host.lower() in _LOOPBACK_NAMES if address is None else address.is_loopback


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
