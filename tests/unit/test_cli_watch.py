"""`variorum ingest` with addresses, and `--watch`, as a user meets them."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.libraries import FERRY, MILL
from tests.misbehaving import Request, Send, Server, answer
from tests.newsdesk import links, page
from variorum.cli import variorum
from variorum.stores import open_store

WATCH = "import sys; sys.argv[0] = 'variorum'; from variorum.cli import main; main()"


def ingest(folder: Path, *arguments: str, code: int = 0) -> str:
    """Take in, end with an exit code, and return what is printed."""
    where = ("--library", str(folder / "library.sqlite"))
    result = CliRunner().invoke(variorum, ["ingest", *arguments, *where])
    assert result.exit_code == code, result.output
    return result.output


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run `ingest --watch` in a process of its own."""
    command = [sys.executable, "-c", WATCH, "ingest", "--watch", *arguments]
    where = ["--allow-private", "--library", str(folder / "library.sqlite")]
    with subprocess.Popen([*command, *where], stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_addresses_are_taken_in(server: Server, tmp_path: Path) -> None:
    """Pages and lists are fetched, and one line says what came of it."""
    mill = server.on("/mill", page(MILL))
    assert ingest(tmp_path, mill, "--allow-private") == (
        "0 files, 1 addresses asked: 1 articles; 1 stories composed\n"
    )


def test_private_addresses_need_the_flag(server: Server, tmp_path: Path) -> None:
    """Without the flag a page on loopback is no page; nothing is asked."""
    assert "0 articles" in ingest(tmp_path, server.on("/mill", page(MILL)), code=1)
    assert server.asked == []


def test_lists_can_be_left_alone(server: Server, tmp_path: Path) -> None:
    """With `--no-follow` a list names its addresses, and none of them is asked."""
    news = server.on("/news", links(server.on("/mill", page(MILL))))
    ingest(tmp_path, news, "--allow-private", "--no-follow", code=1)
    assert server.pages() == ["/news"]


def test_watch_needs_something_to_come_back_to() -> None:
    """Standard input, or nothing, cannot be watched."""
    for paths in ([], ["-"]):
        result = CliRunner().invoke(variorum, ["ingest", "--watch", *paths])
        assert result.exit_code == 2
        assert "--watch needs a PATH or URL" in result.output


def test_contact_of_no_use_makes_no_library(tmp_path: Path) -> None:
    """What is wrong with the set-up is said before anything is written."""
    where = tmp_path / "library.sqlite"
    result = CliRunner().invoke(
        variorum, ["ingest", "a.txt", "--contact", "two words", "--library", str(where)]
    )
    assert (result.exit_code, where.exists()) == (2, False)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_it_after_the_page_at_hand(
    server: Server, tmp_path: Path, number: signal.Signals
) -> None:
    """While a page is taken in, the signal waits; what was taken in is kept, and the exit is 0."""
    running: list[subprocess.Popen[str]] = []

    def interrupt(request: Request, send: Send) -> None:
        running[0].send_signal(number)
        send(page(FERRY))

    ferry = server.on("/ferry", interrupt)
    news = server.on("/news", links(ferry, server.on("/mill", page(MILL))))
    with watching(tmp_path, news) as process:
        running.append(process)
        assert process.stderr
        (line,) = process.stderr.read().splitlines()
        assert process.wait(60) == 0
    assert line.endswith("2 addresses asked: 1 articles; 0 stories composed")
    assert server.pages() == ["/news", "/ferry"]
    assert "2 addresses asked: 1 articles; 2 stories" in ingest(tmp_path, news, "--allow-private")


def test_signal_between_two_rounds_ends_it(server: Server, tmp_path: Path) -> None:
    """The pause ends at once when a signal comes, and the exit is 0."""
    with watching(tmp_path, server.on("/mill", page(MILL))) as process:
        assert process.stderr
        assert "1 articles" in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        assert process.stderr.read() == ""


def test_two_watch_one_library(server: Server, tmp_path: Path) -> None:
    """Two processes that write take turns, keep each page once and leave a sound library."""
    pages = [server.on(f"/{n}", page(f"{MILL}Part {n} of it.")) for n in range(3)]
    news = server.on("/news", links(*pages))
    with watching(tmp_path, news) as one, watching(tmp_path, news) as other:
        lines = [p.stderr.readline() for p in (one, other) if p.stderr]
        for process in (one, other):
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == 0
    assert all("stories composed" in line for line in lines)
    store = open_store(tmp_path / "library.sqlite")
    with store.reading() as view:
        assert [len(view.captures(url)) for url in pages] == [1, 1, 1]
    assert store.faults() == ()
    store.close()


def test_address_that_fails_is_said(server: Server, tmp_path: Path) -> None:
    """An address that a person gave and that is for later is counted, and warned of."""
    busy = server.on("/", answer(b"", "429 Too Many Requests", Retry_After="9999"))
    assert "1 addresses asked (1 left for later)" in ingest(tmp_path, busy, "--allow-private")
