"""Texts sent to a served library, and rulings made on its stories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.libraries import AGAIN, FERRY, LATER, MILL
from tests.served import Served, parts_of, served
from variorum.model.limits import Limits
from variorum.web.settings import Settings

URL = "https://corran.example/ferry"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Yield a library of what these tests send it."""
    with served(tmp_path_factory.mktemp("desk"), Settings(patience=120)) as made:
        yield made


@pytest.fixture(scope="module")
def ferry(desk: Served) -> str:
    """Return the address of the story of the ferry."""
    return desk.read(FERRY, AGAIN)


def test_two_texts_are_a_story(desk: Served, ferry: str) -> None:
    """Two pasted texts lead straight to the record they make."""
    page = desk.get(ferry).text
    assert "Two witnesses · one story" in page
    assert "Isolde Penrose" in page
    assert "pasted text" in page


def test_the_same_text_again_leads_to_its_story(desk: Served, ferry: str) -> None:
    """What the library has is not read again; its story is shown."""
    assert desk.read(AGAIN) == ferry


def test_an_address_names_a_text(desk: Served) -> None:
    """A text with its address is linked to it; what is no address of the web is refused."""
    text = MILL + "It stood empty for 12 years.\n"
    answer = desk.send("/read", {"text": [text], "address": [URL]})
    assert f'href="{URL}"' in desk.get(answer.url.path).text
    for wrong in ("javascript:alert(1)", "/etc/passwd", "file:///etc/passwd", "C:\\secret"):
        refused = desk.send("/read", {"text": [text + "."], "address": [wrong]})
        assert refused.status_code == 400
        assert "no address of the web" in refused.text


def test_a_file_is_its_name_and_bytes(desk: Served) -> None:
    """Of an upload's name only the last part is kept, and no file of this machine is read."""
    data = {"form": desk.form()}
    files = [("files", ("../../home/ada/hostname.txt", MILL.encode()))]
    answer = desk.client.post("/read", data=data, files=files)
    page = desk.get(answer.url.path).text
    assert "hostname.txt" in page
    assert "ada" not in page


def test_what_is_of_no_use_is_said(desk: Served) -> None:
    """A file that holds no text is named with the reason, by an address of its own."""
    files = [("files", ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4))]
    answer = desk.client.post("/read", data={"form": desk.form()}, files=files)
    assert answer.url.path.startswith("/readings/")
    assert "Of no use" in answer.text
    assert "picture.png" in answer.text


def test_nothing_is_no_text(desk: Served) -> None:
    """An empty form is answered with the form."""
    answer = desk.send("/read", {"text": ["", "  "], "address": ["", ""]})
    assert answer.status_code == 400
    assert "Paste a text" in answer.text


def test_a_text_is_not_too_large(tmp_path: Path) -> None:
    """One text has the limit that files have."""
    with served(tmp_path, Settings(limits=Limits(bytes=1_000))) as small:
        assert small.send("/read", {"text": ["a" * 2_000], "address": [""]}).status_code == 413


def test_ten_megabytes_of_nested_tags_are_text(desk: Served) -> None:
    """A page of tags in tags is read or refused, and the server goes on."""
    data = b"<title>Nested</title>" + b"<div><b onclick=alert(1)>" * 390_000 + b"Deep down."
    files = [("files", ("nested.html", data))]
    answer = desk.client.post("/read", data={"form": desk.form()}, files=files)
    assert answer.status_code == 200
    assert "onclick=" not in answer.text
    assert desk.get("/").status_code == 200


def test_a_ruling_is_made_shown_and_undone(desk: Served, ferry: str) -> None:
    """Who rules says why; the story shows it, keeps it with a third witness, and can undo it."""
    on = _row(desk, ferry, "Isolde Penrose")
    page = f"{ferry}/rule?on={on}"
    fields: dict[str, Any] = {
        "on": on,
        "choice": "speaker-relabel",
        "to-speaker-relabel": "The harbour master",
    }
    fields |= {"who": "Ada Quill", "why": "The <b>crew</b> says so."}
    parts = parts_of(desk.get(page).text)
    answer = desk.send(f"{ferry}/rule", fields | {"part": parts}, page=page)
    assert answer.url.path == ferry
    assert "#r-" in str(answer.url)
    assert "relabelled: The harbour master" in answer.text
    assert "The &lt;b&gt;crew&lt;/b&gt; says so." in answer.text
    assert 'value="Ada Quill"' in desk.get(page.replace(on, _row(desk, ferry, ""))).text
    assert desk.read(LATER) == ferry
    assert "relabelled: The harbour master" in desk.get(ferry).text
    assert "The harbour master" in desk.get("/speakers/The harbour master").text
    ruling = answer.url.fragment.removeprefix("r-")
    page = f"{ferry}/rule?on={ruling}"
    fields = {"on": ruling, "part": [ruling], "choice": "ruling-undo", "who": "Bo Moss", "why": ""}
    undone = desk.send(f"{ferry}/rule", fields, page=page)
    assert "undone since" in undone.text


def _row(desk: Served, story: str, speaker: str) -> str:
    """Return the id of a row that a link to rule stands in: the first of a speaker."""
    found = re.findall(
        r'([^<>]*)(?:</\w+>)* <a class="rule" href="[^"]*\?on=(\w+)"', desk.get(story).text
    )
    ids = [on for name, on in found if speaker in name and on != "origins"]
    assert ids, found
    return str(ids[0])


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"choice": "", "who": "Ada"}, "choose what is to be ruled"),
        ({"choice": "origin-merge", "who": ""}, "who is empty"),
        ({"choice": "origin-merge", "who": "Ada", "part": []}, "takes 2 targets"),
        ({"choice": "origin-merge", "who": "Ada", "part": ["<script>"]}, "&lt;script&gt;"),
        ({"choice": "origin-merge", "who": "A\u202eda"}, "cannot be printed"),
    ],
)
def test_a_ruling_that_cannot_be_is_answered_on_the_form(
    desk: Served, ferry: str, fields: dict[str, Any], told: str
) -> None:
    """What is wrong is said on the form, with what was filled in."""
    page = f"{ferry}/rule?on=origins"
    parts = parts_of(desk.get(page).text)
    answer = desk.send(
        f"{ferry}/rule", {"on": "origins", "part": parts, "why": "So."} | fields, page=page
    )
    assert answer.status_code == 422
    assert told in answer.text
    assert "So." in answer.text


def test_a_row_that_is_gone_cannot_be_ruled_on(desk: Served, ferry: str) -> None:
    """The form of a row that the record no longer has is no page."""
    assert desk.get(f"{ferry}/rule?on=0123456789").status_code == 404
    assert desk.get("/stories/nothing-here/rule?on=origins").status_code == 404
