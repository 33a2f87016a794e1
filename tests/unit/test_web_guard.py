"""Who may ask a served library, how much, and what a browser may do with the answer."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.libraries import FERRY
from tests.served import TOKEN, Served, served
from variorum import web
from variorum.errors import SetupError
from variorum.web.guard import Guard
from variorum.web.settings import Settings

OTHERS = "http://desk.example"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    """Yield an empty library on its owner's desk."""
    with served(tmp_path) as made:
        yield made


def shared(folder: Path, **options: Any) -> Any:
    """Serve a library to others, under a name."""
    return served(folder, Settings(names=("desk.example",), **options), base=OTHERS)


@pytest.mark.parametrize("page", ["/", "/read", "/changes", "/nowhere", "/static/page.css"])
def test_every_answer_says_what_a_browser_may_do(desk: Served, page: str) -> None:
    """Nothing is loaded but from here, nothing frames a page, no type is guessed."""
    headers = desk.get(page).headers
    assert headers["content-security-policy"].startswith("default-src 'none';")
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("page", ["/", "/read", "/changes"])
def test_no_page_has_a_script_or_style_of_its_own(desk: Served, page: str) -> None:
    """Scripts and styles are files; no element has an event handler."""
    text = desk.get(page).text
    assert not re.search(r"<style|<script(?! src)|\son\w+=|\sstyle=", text)


@pytest.mark.parametrize(
    ("host", "answer"),
    [("localhost", 200), ("127.0.0.1:8765", 200), ("[::1]:8765", 200), ("LOCALHOST:1", 200),
     ("rebound.example", 421), ("127.0.0.1.rebound.example", 421), ("", 421), ("10.0.0.7", 421)],
)  # fmt: skip
def test_only_names_of_the_server_are_answered(desk: Served, host: str, answer: int) -> None:
    """A page elsewhere that leads its own name here (DNS rebinding) gets nothing."""
    assert desk.get("/", headers={"host": host}).status_code == answer


def test_addresses_and_names_of_a_shared_server() -> None:
    """Bound to all addresses a server answers to any of them, and to its names."""
    settings = Settings(host="0.0.0.0", names=("desk.example",))
    assert settings.answers_to("10.0.0.7:8765")
    assert settings.answers_to("Desk.Example")
    assert not settings.answers_to("rebound.example")
    assert not settings.own_desk


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
     {"origin": "http://rebound.example"}, {"origin": "null"}, {"origin": "http://localhost:1"}],
)  # fmt: skip
def test_other_sites_cannot_write(desk: Served, headers: dict[str, str]) -> None:
    """What another site's page sends is refused, whatever cookies go along."""
    fields = {"form": desk.form(), "text": FERRY}
    assert desk.client.post("/read", data=fields, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin", "origin": "null"},
        {"sec-fetch-site": "same-origin", "origin": "http://localhost"},
        {"origin": "http://localhost"},
        {},
    ],
)
def test_own_pages_and_programs_write(desk: Served, headers: dict[str, str]) -> None:
    """What comes from a page of this server, or from no page, is taken."""
    answer = desk.client.post("/read", data={"form": desk.form(), "text": " "}, headers=headers)
    assert "Paste a text" in answer.text


def test_a_form_is_one_that_was_given_out(desk: Served) -> None:
    """Without its token, or with another browser's, a form is refused."""
    token = desk.form()
    assert desk.client.post("/read", data={"text": FERRY}).status_code == 403
    desk.client.cookies.clear()
    assert desk.client.post("/read", data={"form": token, "text": FERRY}).status_code == 403
    desk.client.cookies.set("variorum-form", "another")
    assert desk.client.post("/read", data={"form": token, "text": FERRY}).status_code == 403


def test_cookies_stay_on_this_site(desk: Served) -> None:
    """The cookie of the forms goes to no other site, and no script reads it."""
    cookie = desk.get("/read").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def test_without_a_token_others_only_read(tmp_path: Path) -> None:
    """Reached by others and started without a token, a server takes nothing."""
    with shared(tmp_path) as others:
        assert others.get("/").status_code == 200
        assert "/read" not in others.get("/").text
        assert others.client.post("/read", data={"text": FERRY}).status_code == 403
        bearer = {"authorization": "Bearer "}
        assert others.client.post("/read", headers=bearer).status_code == 403


def test_a_token_allows_to_write(tmp_path: Path) -> None:
    """With the token others write: a program sends it, a browser keeps what it was given for it."""
    with shared(tmp_path, token=TOKEN) as others:
        assert "Give the token" in others.get("/").text
        wrong = others.send("/token", {"token": "another-word-of-sixteen"})
        assert wrong.status_code == 403
        assert others.client.post("/read", data={"text": FERRY}).status_code == 403
        right = others.send("/token", {"token": TOKEN})
        assert right.url.path == "/"
        assert TOKEN not in str(dict(others.client.cookies))
        assert others.send("/read", {"text": " "}).status_code == 400
        others.client.cookies.clear()
        bearer = {"authorization": f"Bearer {TOKEN}"}
        refused = others.client.post("/read", data={"text": FERRY}, headers=bearer)
        assert "too old" in refused.text  # past the guard; the form is still none of ours


def test_a_token_on_loopback_is_asked_for(tmp_path: Path) -> None:
    """A desk with a token asks for it on loopback too."""
    with served(tmp_path, Settings(token=TOKEN)) as own:
        assert own.client.post("/read", data={"text": FERRY}).status_code == 403


def test_a_short_token_is_none() -> None:
    """A token that can be guessed is refused before anything is served."""
    with pytest.raises(SetupError, match="16 characters"):
        Settings(token="secret")
    assert TOKEN not in repr(Settings(token=TOKEN))


def test_a_request_has_an_end(tmp_path: Path) -> None:
    """What is larger than the limit is refused by its length, and where it tells none."""
    with served(tmp_path, Settings(most_bytes=10_000)) as small:
        token = small.form()
        large = small.client.post("/read", data={"form": token, "text": "a" * 20_000})
        assert large.status_code == 413

        def pieces() -> Iterator[bytes]:
            yield f"form={token}&text=".encode()
            for _ in range(20):
                yield b"a" * 1_000

        kind = {"content-type": "application/x-www-form-urlencoded"}
        assert small.client.post("/read", content=pieces(), headers=kind).status_code == 413


def test_a_form_has_so_many_parts(tmp_path: Path) -> None:
    """More fields or files than the limit are refused."""
    with served(tmp_path, Settings(most_parts=3)) as small:
        token = small.form()
        fields = {"form": token, "text": ["a"] * 5}
        assert small.client.post("/read", data=fields).status_code == 400
        files = [("files", (f"{n}.txt", b"a")) for n in range(5)]
        answer = small.client.post("/read", data={"form": token}, files=files)
        assert answer.status_code == 400


def test_a_slow_request_is_given_up() -> None:
    """A body that does not arrive in time is waited for no longer."""
    from starlette.exceptions import HTTPException

    async def reads(scope: Any, receive: Any, send: Any) -> None:
        await receive()

    async def never() -> Any:
        await asyncio.sleep(60)

    async def send(message: Any) -> None:
        raise AssertionError(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/read",
        "headers": [(b"host", b"localhost")],
    }
    guard = Guard(reads, Settings(seconds=0.05))
    with pytest.raises(HTTPException) as refused:
        asyncio.run(guard(scope, never, send))
    assert refused.value.status_code == 408


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without what serves, the message says what to install, all at once."""
    monkeypatch.setattr(web, "find_spec", lambda name: None if name in ("jinja2", "uvicorn") else 1)
    with pytest.raises(SetupError, match=r'jinja2, uvicorn: pip install "variorum\[web\]"'):
        web.application(tmp_path / "library.sqlite")
    assert not (tmp_path / "library.sqlite").exists()


def test_a_fault_tells_nothing(desk: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program is in the log, not in the answer."""

    def fails() -> None:
        raise ValueError("/home/ada/secret")

    monkeypatch.setattr(desk.desk.store, "reading", fails)
    answer = desk.get("/")
    assert answer.status_code == 500
    assert "ada" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
