"""A real Ray cluster on this machine, started and ended by a test."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

OBJECTS = 200_000_000
SECONDS = 60


@contextmanager
def cluster(cpus: int) -> Iterator[dict[str, str]]:
    """Start a cluster and yield the environment in which Daft finds it.

    Args:
        cpus: the logical cores it is told to have.
    """
    port = _free_port()
    folder = tempfile.mkdtemp(prefix="ray")  # the paths of its sockets must be short
    quiet = {"RAY_USAGE_STATS_ENABLED": "0", "DO_NOT_TRACK": "1", "RAY_TQDM": "0"}
    environment = {**os.environ, **quiet}
    head = subprocess.Popen(
        [
            str(Path(sys.executable).with_name("ray")), "start", "--head", "--block",
            f"--port={port}", f"--num-cpus={cpus}", f"--temp-dir={folder}",
            f"--object-store-memory={OBJECTS}", "--include-dashboard=false",
        ],
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _await(port)
        yield {**environment, "DAFT_RUNNER": "ray", "RAY_ADDRESS": f"127.0.0.1:{port}"}
    finally:
        _end(head)
        shutil.rmtree(folder, ignore_errors=True)


def _end(head: subprocess.Popen[bytes]) -> None:
    head.terminate()
    with suppress(subprocess.TimeoutExpired):
        head.wait(15)
    with suppress(ProcessLookupError):
        os.killpg(head.pid, signal.SIGKILL)
    head.wait()


def _await(port: int) -> None:
    for _ in range(SECONDS * 10):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    pytest.skip(f"Ray does not start on this machine within {SECONDS} seconds")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
