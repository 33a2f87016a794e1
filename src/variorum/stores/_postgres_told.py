"""What went wrong with a library in PostgreSQL, in words a person can act on, without secrets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from variorum.errors import RetryError, SetupError

DRIVER = "postgresql+psycopg"
_SCHEMES = ("postgresql", "postgres", DRIVER)
# Conditions by the beginning of their SQLSTATE, the longest that fits first.
_REASONS: tuple[tuple[str, type[SetupError | RetryError], str], ...] = (
    ("55P03", RetryError, "others have been writing to it for {wait:g} seconds"),
    ("40", RetryError, "another has changed the same; try again"),
    ("57P0", RetryError, "the server was stopped"),
    ("08", RetryError, "the connection was lost"),
    ("25P03", RetryError, "the server has closed a connection that waited too long"),
    ("25006", SetupError, "is read-only; give one that can be written with --library"),
    ("42501", SetupError, "this user may not do that; an owner of the library grants it"),
    ("53100", SetupError, "the disk is full; what was reported as kept is kept, nothing after it"),
    ("53300", RetryError, "the server has no connection left"),
    ("XX001", SetupError, "is damaged; `variorum doctor` says where"),
    ("XX002", SetupError, "is damaged; `variorum doctor` says where"),
)


def url_of(address: str) -> URL:
    """Return an address as its parts.

    Raises:
        SetupError: it is none; what it is is not repeated, for it may hold a password.
    """
    try:
        url = make_url(address)
        told = None if url.drivername in _SCHEMES else "no address of a PostgreSQL library"
    except (ArgumentError, ValueError):
        told = "the address of the library cannot be read"
    if told:
        raise SetupError(f"{told}; write postgresql://USER@HOST/DATABASE")
    return url.set(drivername=DRIVER)


def name_of(url: URL) -> str:
    """Return how a library is named in messages: its host and database, no more."""
    return f"{url.host or 'localhost'}/{url.database or url.username or ''}"


@contextmanager
def told(url: URL, wait: float) -> Iterator[None]:
    """Say what went wrong in words a person can act on."""
    try:
        yield
        return
    except DBAPIError as error:
        state = getattr(error.orig, "sqlstate", None) or ""
        said = _without_secrets(str(error.orig).strip().replace("\n", "; "), url)
        lost = error.connection_invalidated
    name = name_of(url)
    for sign, kind, words in _REASONS:
        if state.startswith(sign):
            raise kind(f"{name}: {words.format(wait=wait)} ({said})")
    if not state:
        kind = RetryError if lost else SetupError
        raise kind(f"{name}: the server cannot be reached ({said})")
    raise SetupError(f"{name}: the library failed ({said})")


def _without_secrets(said: str, url: URL) -> str:
    """Return a message of the driver with every password in it struck out."""
    secrets: list[Any] = [url.password, url.query.get("password"), url.query.get("sslpassword")]
    for secret in secrets:
        for one in (secret,) if isinstance(secret, str) else secret or ():
            said = said.replace(one, "***") if one else said
    return said
