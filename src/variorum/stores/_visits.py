"""What a library knows of addresses and hosts since they were asked last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select

from variorum.model.visit import HostRest, Visit
from variorum.stores._tables import HOSTS, VISITS

# So many values stand in one statement at most.
_AT_ONCE = 200


class VisitReader:
    """Asks for what is known of addresses."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection

    def visit(self, url: str) -> Visit | None:
        """Return the last visit to an address, None where there was none."""
        row = self._sql.execute(select(VISITS).where(VISITS.c.url == url)).mappings().first()
        return None if row is None else Visit(**{**row, "listing": bool(row["listing"])})

    def host_rest(self, host: str) -> HostRest | None:
        """Return how long a host is to be left alone, None where nothing is known against it."""
        row = self._sql.execute(select(HOSTS).where(HOSTS.c.host == host)).mappings().first()
        return None if row is None else HostRest(**row)


class VisitWriter(VisitReader):
    """Keeps what is known of addresses."""

    def keep_visit(self, visit: Visit) -> None:
        """Keep a visit in place of the last one to the same address."""
        self._sql.execute(delete(VISITS).where(VISITS.c.url == visit.url))
        self._sql.execute(insert(VISITS).values(**asdict(visit)))

    def keep_host_rest(self, rest: HostRest) -> None:
        """Keep how long a host is to be left alone, in place of what was known."""
        self.clear_host(rest.host)
        self._sql.execute(insert(HOSTS).values(**asdict(rest)))

    def clear_host(self, host: str) -> None:
        """Forget what is known against a host."""
        self._sql.execute(delete(HOSTS).where(HOSTS.c.host == host))

    def forget_visits(self, names: Iterable[str]) -> int:
        """Remove every visit to one of these addresses, or that ended there; return how many."""
        several, gone = list(names), 0
        for at in range(0, len(several), _AT_ONCE):
            gone += self._sql.execute(
                delete(VISITS).where(_at_one_of(several[at : at + _AT_ONCE]))
            ).rowcount
        return gone


def _at_one_of(names: list[str]) -> Any:
    return or_(VISITS.c.url.in_(names), VISITS.c.answered.in_(names))
