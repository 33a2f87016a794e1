"""`variorum serve`: what it is started with."""

from __future__ import annotations

import importlib
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from variorum.cli import variorum
from variorum.web.desk import Desk

TOKEN = "a-word-of-sixteen-letters"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, str, int]]:
    """Return what would be run, and where."""
    found: list[tuple[Any, str, int]] = []
    module = importlib.import_module("variorum.cli.serve")
    monkeypatch.setattr(module, "_run", lambda app, host, port: found.append((app, host, port)))
    return found


def desk_of(started: list[tuple[Any, str, int]]) -> Desk:
    """Return the desk of the one server that was started, closed."""
    ((app, _, _),) = started
    desk: Desk = app.state.desk
    desk.close()
    return desk


def test_it_is_ones_own_desk_unless_told_otherwise(
    started: list[tuple[Any, str, int]], tmp_path: Path
) -> None:
    """Without options it listens on loopback, needs no token and shows whole texts there."""
    path = tmp_path / "new" / "library.sqlite"
    result = CliRunner().invoke(variorum, ["serve", "--library", str(path)])
    assert result.exit_code == 0, result.output
    assert started[0][1:] == ("127.0.0.1", 8765)
    settings = desk_of(started).settings
    assert settings.own_desk
    assert (settings.shown, settings.shared) == ("full", "spans")
    assert path.is_file()


def test_others_get_spans_and_need_the_token(
    started: list[tuple[Any, str, int]], tmp_path: Path
) -> None:
    """Named or bound elsewhere it shows spans; the token may come from the environment."""
    line = ["serve", "--library", str(tmp_path / "l.sqlite"), "--host", "0.0.0.0"]
    line += ["--name", "desk.example", "--max-bytes", "5", "--max-upload", "7"]
    result = CliRunner().invoke(variorum, line, env={"VARIORUM_TOKEN": TOKEN})
    assert result.exit_code == 0, result.output
    settings = desk_of(started).settings
    assert not settings.own_desk
    assert settings.shown == "spans"
    assert settings.token == TOKEN
    assert settings.names == ("desk.example",)
    assert (settings.limits.bytes, settings.most_bytes) == (5, 7)


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    """Where another program listens already, the command says so and ends."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        line = [sys.executable, "-m", "variorum", "serve", "--port", port]
        line += ["--library", str(tmp_path / "l.sqlite")]
        run = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 1
    assert "in use" in run.stderr


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    """The command says where it is, answers there, and ends when it is asked to."""
    line = [sys.executable, "-m", "variorum", "serve", "--port", "0"]
    line += ["--library", str(tmp_path / "l.sqlite")]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        try:
            address = server.stderr.readline().strip()
            with urllib.request.urlopen(address, timeout=30) as answer:
                assert b"no story yet" in answer.read()
                assert "server" not in answer.headers
            server.terminate()
            assert server.wait(timeout=30) in (0, -15)
        finally:
            server.kill()
