"""Addresses of the web: what is one, and which hosts are of the public internet."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from variorum.errors import InputError, RetryError

if TYPE_CHECKING:
    import httpx

Resolve = Callable[[str, int], tuple[str, ...]]
_LONGEST = 8_000
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,19}:/", re.IGNORECASE)
_HOST = re.compile(rb"[\w.-]{1,253}|[0-9A-Fa-f:.]{2,45}")
# Below the free ones only those of the web itself: no mail, no shell, no name server.
_PORTS = (80, 443)
_FREE_PORTS = range(1_024, 65_536)
# Of IPv6 only what is given out for use everywhere, without what stands for other addresses.
_GLOBAL = ipaddress.ip_network("2000::/3")
_NOT_OF_THE_NET = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.88.99.0/24",  # 6to4 relays (RFC 7526)
        "2002::/16",  # 6to4 (RFC 3056)
        "2001::/23",  # Teredo and other protocols (RFC 2928)
        "2001:db8::/32",  # examples (RFC 3849)
        "3fff::/20",  # examples (RFC 9637)
    )
)


def is_address(path: str) -> bool:
    """Tell whether what stands on a command line is an address of the web and no path."""
    return path[:8].lower().startswith(("http://", "https://"))


def is_other_address(path: str) -> bool:
    """Tell whether what stands on a command line is an address, but none of the web (``ftp:``)."""
    return _SCHEME.match(path) is not None and not is_address(path)


def web_url(address: str) -> httpx.URL:
    """Return an address of the web in its normal form, without its fragment.

    Raises:
        InputError: it is none, names a user, or a port that is not of the web.
    """
    import httpx

    try:
        url = httpx.URL(address.strip() if len(address) <= _LONGEST else "")
    except httpx.InvalidURL as error:
        raise InputError("is no address of the web; check it") from error
    if url.scheme not in ("http", "https") or not _HOST.fullmatch(url.raw_host):
        raise InputError("is no address of the web (http, https); check it")
    if url.userinfo:
        raise InputError("names a user, and none is told to a server; leave the part before @ out")
    if url.port is not None and url.port not in (*_PORTS, *_FREE_PORTS):
        raise InputError(f"port {url.port} is not of the web; check it")
    return url.copy_with(fragment=None)


def is_public(host: str) -> bool:
    """Tell whether an IP address is one of the public internet.

    It is not where it is private, local, reserved, for many at once, or stands for an address of
    IPv4 in IPv6 (mapped, 6to4, NAT64, Teredo): what is behind such a one cannot be told.
    """
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return False
    if ip.version == 6 and ip not in _GLOBAL:
        return False
    return not any(ip in network for network in _NOT_OF_THE_NET)


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Return the IP addresses of a host, as the system's resolver gives them.

    Raises:
        InputError: there is no such host.
        RetryError: the resolver does not answer.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise RetryError("the name of its host is not answered for; try later") from error
        raise InputError("no such host; check the address") from error
    except (OSError, UnicodeError) as error:
        raise InputError("no such host; check the address") from error
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))
