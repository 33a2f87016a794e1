"""The command line with addresses in place of files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.misbehaving import Server, answer
from tests.unit.test_cli_files import shell
from variorum.cli import variorum

REPORT = (
    "<!doctype html><html><body><article><h1>Ferry stays in harbour</h1><p>The ferry stayed in"
    " harbour on Friday after a fire, the harbour office said.</p></article></body></html>"
)


def test_read_takes_addresses(server: Server, tmp_path: Path) -> None:
    """A page of the web is a witness under its address, without user or fragment, and proved."""
    address = server.on("/ferry", answer(REPORT.encode(), Set_Cookie="id=secret"))
    gone = server.url("/gone")
    made = shell(
        "-vv", "read", f"{address}#top", gone, "--allow-private", "--format", "json",
        "-o", "record.json",
        cwd=tmp_path,
    )  # fmt: skip
    assert f"{address}: status 200" in made.stderr
    assert "secret" not in made.stderr
    assert f"{gone}: the server answers 404 (Not Found); check the address (capture)" in made.stderr
    record = json.loads((tmp_path / "record.json").read_text("utf-8"))
    assert [w["source"] for w in record["witnesses"]] == [address]
    assert [r["source"] for r in record["rejected"]] == [gone]
    proof = shell("verify", "record.json", cwd=tmp_path)
    assert (proof.returncode, proof.stderr) == (0, "")


def test_private_addresses_need_the_flag(server: Server, tmp_path: Path) -> None:
    """Without the flag, or its setting, a page on loopback is refused by name."""
    address = server.on("/ferry", answer(REPORT.encode()))
    told = shell("read", address, cwd=tmp_path)
    assert told.returncode == 1
    assert f"{address}: 127.0.0.1 is not of the public internet; allow it with" in told.stderr
    assert not server.asked
    (tmp_path / "variorum.toml").write_text(
        '[read]\nallow_private = true\ncontact = "desk@corran.example"\n'
    )
    assert shell("read", address, cwd=tmp_path).returncode == 0
    assert server.asked[-1].headers["user-agent"].endswith("(+desk@corran.example)")


def test_lists_are_followed_with_the_flag(server: Server, tmp_path: Path) -> None:
    """`--follow` fetches what a list names, whether the list is a file or on the web."""
    page = server.on("/ferry", answer(REPORT.encode()))
    item = f"<item><title>Ferry</title><link>{page}</link></item>"
    feed = server.on("/rss", answer(f"<rss><channel>{item}</channel></rss>".encode()))
    (tmp_path / "mine.opml").write_text(f'<opml><body><outline xmlUrl="{feed}"/></body></opml>')
    made = shell(
        "read", "mine.opml", "--follow", "--allow-private", "--format", "json", cwd=tmp_path
    )
    assert [w["source"] for w in json.loads(made.stdout)["witnesses"]] == [page]
    assert server.pages() == ["/rss", "/ferry"]


@pytest.mark.parametrize("contact", ["two words", "a(b)", "a\nb", "ü@x.example", "a" * 300])
def test_contact_that_fits_no_header_is_bad_usage(contact: str) -> None:
    """A contact is one plain URL or address of e-mail; what else it holds reaches no server."""
    result = CliRunner().invoke(variorum, ["read", "http://127.0.0.1/", "--contact", contact])
    assert result.exit_code == 2
    assert "the contact must be" in result.output


def test_missing_extra_is_named(tmp_path: Path) -> None:
    """Where the packages for fetching are not installed, the command says how to install them."""
    code = (
        "import sys; sys.modules['httpcore'] = None; sys.argv[0] = 'variorum';"
        " from variorum.cli import main; main()"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, "read", "https://pages.example/"],
        capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert told.returncode == 2
    assert 'pip install "variorum[fetch]"' in told.stderr
