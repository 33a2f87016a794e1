"""The page on the HTTP API is held to the server: its examples are asked, its paths are real."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.libraries import library, story_of
from tests.serving import HOST, serving
from variorum.web.api.table import OPERATIONS

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```http\n(.*?)^HTTP/1\.1 (\d+)\n```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Yield a client of a server over a small library."""
    folder = tmp_path_factory.mktemp("page")
    library(folder).close()
    with serving(folder / "library.sqlite") as app:
        yield TestClient(app, base_url=HOST)


def parts(client: TestClient) -> dict[str, str]:
    """Return what stands for the words in braces."""
    story = story_of(client.app.state.desk.store, "Morwenna")  # type: ignore[attr-defined]
    sent = {"texts": [{"text": "No ferry on Friday"}]}
    job = client.post("/api/v1/read", json=sent, headers={"prefer": "respond-async"}).json()
    return {
        "story": story,
        "job": job["id"],
        "next": client.get("/api/v1/stories?limit=1").json()["next"],
        "etag": client.get(f"/api/v1/stories/{story}/record").headers["etag"],
    }


@pytest.mark.parametrize(("request_", "status"), EXAMPLES)
def test_examples_are_answered_as_told(client: TestClient, request_: str, status: str) -> None:
    """Each request of the page has the status that the page says."""
    for name, value in parts(client).items():
        request_ = request_.replace(f"{{{name}}}", value)
    head, _, body = request_.partition("\n\n")
    first, *headers = head.strip().splitlines()
    method, path = first.split()
    given = dict(line.split(": ", 1) for line in headers)
    found = client.request(method, path, headers=given, content=body.strip() or None)
    assert found.status_code == int(status), found.text
    assert not body or json.loads(body)


def test_every_path_is_on_the_page() -> None:
    """The page names each path of the API, and has examples."""
    assert len(EXAMPLES) > 5
    for path in {operation.path for operation in OPERATIONS}:
        assert path in PAGE or path.replace("/jobs/{job}", "…") in PAGE, path
