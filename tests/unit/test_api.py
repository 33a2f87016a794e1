"""The HTTP API, as a client meets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.libraries import AGAIN, FERRY, LATER, MILL, library, story_of, take, write
from tests.serving import HOST, serving
from variorum import codec
from variorum.review.verify import verify_alone
from variorum.stores import Store
from variorum.web.settings import Settings

BASE = "/api/v1"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Yield a library of a ferry's story and a mill's."""
    made = library(tmp_path)
    yield made
    made.close()


@pytest.fixture
def client(store: Store, tmp_path: Path) -> Iterator[TestClient]:
    """Yield a client of the API over it, at its owner's own desk."""
    with serving(tmp_path / "library.sqlite") as app:
        yield TestClient(app, base_url=f"{HOST}{BASE}/")


def told(client: TestClient, path: str) -> Any:
    """Return what is answered at a path."""
    found = client.get(path)
    assert found.status_code == 200, found.text
    return found.json()


def every(client: TestClient, path: str) -> list[Any]:
    """Return all rows of a list, asked for one by one."""
    rows, cursor = [], ""
    while True:
        page = told(client, f"{path}{'&' if '?' in path else '?'}limit=1{cursor}")
        rows += page["items"]
        if page["next"] is None:
            return rows
        cursor = f"&cursor={page['next']}"


@pytest.mark.parametrize("path", ["stories", "search?query=the", "speakers", "places", "changes"])
def test_list_in_parts_is_the_list(client: TestClient, path: str) -> None:
    """Cursors lead through a list row by row, and it is the list that is given at once."""
    whole = told(client, path)
    assert whole["next"] is None
    assert every(client, path) == whole["items"]
    assert len(whole["items"]) > 1


def test_cursor_holds_when_a_story_arrives(
    client: TestClient, store: Store, tmp_path: Path
) -> None:
    """What comes in between two pages neither repeats a row of the second nor hides one."""
    whole = told(client, "stories")["items"]
    first = told(client, "stories?limit=1")
    title = "Weir gate at Lodz breaks"
    weir = FERRY.replace(FERRY.partition("\n")[0], title).replace("9 May", "30 May")
    take(store, write(tmp_path / "in", weir=weir))
    rest = told(client, f"stories?cursor={first['next']}")["items"]
    assert [first["items"][0], *rest] == whole
    assert len(told(client, "stories")["items"]) == len(whole) + 1


def test_record_carries_spans_and_its_digest_is_the_tag(client: TestClient, store: Store) -> None:
    """A record has the words it points at, proves itself, and is not sent twice to who has it."""
    story = story_of(store, "Morwenna")
    found = client.get(f"stories/{story}/record")
    record = codec.decode(found.content)
    verify_alone(record)
    assert [w.text for w in record.witnesses] == [None, None]
    assert all(w.excerpts for w in record.witnesses)
    assert told(client, f"stories/{story[:9]}")["digest"] in found.headers["etag"]
    again = client.get(
        f"stories/{story}/record", headers={"if-none-match": f'"x", W/{found.headers["etag"]}'}
    )
    assert (again.status_code, again.content) == (304, b"")
    bare = client.get(f"stories/{story}/record?text=none")
    assert bare.headers["etag"] != found.headers["etag"]


def test_others_are_given_no_whole_texts(store: Store, tmp_path: Path) -> None:
    """Whole texts are given at the owner's own desk, or where the owner says so, if asked for."""
    path = f"stories/{story_of(store, 'Morwenna')}/record"
    others = Settings(host="192.0.2.7", token="a token of some length")
    for settings, status in (
        (Settings(), 200),
        (others, 403),
        (replace(others, text="full"), 200),
    ):
        with serving(tmp_path / "library.sqlite", settings) as app:
            client = TestClient(app, base_url=f"http://{settings.host}{BASE}/")
            found = told(client, "search?query=nobody")["items"][0]
            assert (found["words"] is None) == (status == 403)
            full = client.get(f"{path}?text=full")
            assert full.status_code == status
            if status == 200:
                assert full.json()["witnesses"][0]["text"]


def test_writing_needs_the_token(store: Store, tmp_path: Path) -> None:
    """Not at the owner's own desk, what is sent is refused without the token, as a problem."""
    settings = Settings(host="192.0.2.7", token="a token of some length")
    sent = {"texts": [{"text": FERRY}]}
    with serving(tmp_path / "library.sqlite", settings) as app:
        client = TestClient(app, base_url=f"http://192.0.2.7{BASE}/")
        for headers in ({}, {"authorization": "Bearer another token"}):
            found = client.post("read", json=sent, headers=headers)
            assert (found.status_code, found.json()["status"]) == (403, 403)
        given = {"authorization": f"Bearer {settings.token}"}
        assert client.post("read", json=sent, headers=given).status_code == 200
        cross = {**given, "origin": "https://other.example"}
        assert client.post("read", json=sent, headers=cross).status_code == 403
        assert client.get("stories").status_code == 200
        other = client.get("stories", headers={"host": "evil.example"})
        assert (other.status_code, other.json()["title"]) == (421, "Misdirected Request")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "nothing", 404),
        ("GET", "stories/story-x", 404),
        ("GET", "stories/st", 404),
        ("GET", "stories/a%0Ab", 404),
        ("GET", "jobs/none", 404),
        ("GET", "stories?colour=red", 400),
        ("GET", "stories?since=2031-13-01", 400),
        ("GET", "changes?since=2031-02-30", 400),
        ("GET", "changes?since=2031-02-28T25:00", 400),
        ("GET", "stories?limit=0", 400),
        ("GET", "stories?limit=5&limit=6", 400),
        ("GET", "stories?since=May", 400),
        ("GET", "stories?cursor=%00", 422),
        ("GET", "rulings?cursor=Im5vbmUi", 422),
        ("GET", "search", 400),
        ("GET", "search?query=%2B", 422),
        ("DELETE", "stories", 405),
        ("POST", "read", 415),
    ],
)
def test_problem_is_told_in_one_form(
    client: TestClient, method: str, path: str, status: int
) -> None:
    """Whatever is wrong is a problem of RFC 9457 with its status."""
    found = client.request(method, path)
    assert found.headers["content-type"] == "application/problem+json"
    assert (found.status_code, found.json()["status"]) == (status, status)
    assert found.json()["detail"].strip()


def test_head_and_options_are_answered(client: TestClient) -> None:
    """HEAD has the headers of GET and no body; OPTIONS names the methods, and no other site."""
    got, head = client.get("stories"), client.head("stories")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == got.headers["etag"]
    assert head.headers["content-length"] == str(len(got.content))
    options = client.options("rulings", headers={"origin": "https://other.example"})
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")
    assert not any(name.startswith("access-control") for name in (*options.headers, *got.headers))
    assert client.put("stories").headers["allow"] == "GET, HEAD, OPTIONS"


def test_words_of_a_speaker_and_rows_of_a_place_are_gathered(client: TestClient) -> None:
    """One name has what is quoted of it, or printed of it, story by story, in exact words."""
    found = told(client, "speakers/isolde%20penrose")
    ((saying,), *_) = [item["sayings"][:1] for item in found["items"]]
    assert saying["speaker"] == "Isolde Penrose"
    assert all(part["words"] in FERRY + AGAIN for part in saying["prints"])
    assert {part["siglum"] for part in saying["prints"]} <= {"A", "B", "A B"}
    assert told(client, "places/Corran")["next"] is None
    assert client.get("places/Zembla%2FNorth").json()["detail"].startswith("No story")


def test_texts_are_read_and_nothing_is_kept(client: TestClient) -> None:
    """Posted texts come back as a record; a source is a name, and the library stays as it is."""
    before = told(client, "stories")
    sent = {"texts": [{"text": FERRY, "source": "/etc/passwd"}, {"text": LATER}]}
    found = client.post("read", json=sent)
    assert found.status_code == 200
    record = codec.decode(found.content)
    verify_alone(record)
    assert sorted(w.source for w in record.witnesses) == ["/etc/passwd", "text 2"]
    assert [w.text for w in record.witnesses] == [None, None]
    assert told(client, "stories") == before
    whole = client.post("read", json={**sent, "text": "full"}).json()
    assert {w["text"] for w in whole["witnesses"]} == {FERRY, LATER}


def test_long_reading_is_a_job_with_progress(client: TestClient) -> None:
    """A job is given at once, tells how far it is until it is done, and then has the record."""
    sent = {"texts": [{"text": FERRY}, {"text": MILL}]}
    given = client.post("read", json=sent, headers={"prefer": "respond-async"})
    assert (given.status_code, given.headers["preference-applied"]) == (202, "respond-async")
    where = given.headers["location"]
    events = client.get(f"{HOST}{where}/events")
    assert events.headers["content-type"].startswith("text/event-stream")
    assert events.text.rstrip().rpartition("event: ")[2].startswith("done")
    job = told(client, f"{HOST}{where}")
    assert (job["state"], job["done"], job["of"]) == ("done", 2, 2)
    found = client.get(f"{HOST}{job['record']}")
    assert found.content == client.post("read", json=sent).content


def test_too_much_is_refused(store: Store, tmp_path: Path) -> None:
    """A body, a text or a number of texts beyond the limits is refused, and nothing is read."""
    with serving(tmp_path / "library.sqlite", Settings(most_bytes=4000)) as app:
        client = TestClient(app, base_url=f"{HOST}{BASE}/")
        for texts in ([{"text": "x" * 5000}], [{"text": "x"}] * 51):
            found = client.post("read", json={"texts": texts})
            assert (found.status_code, "most" in found.json()["detail"]) == (413, True)
        assert client.post("read", json={"texts": []}).status_code == 400
        deep = client.post(
            "read", content=b"[" * 3000, headers={"content-type": "application/json"}
        )
        assert deep.status_code == 400


def test_ruling_holds_and_is_undone(client: TestClient, store: Store, tmp_path: Path) -> None:
    """A ruling is kept and told in the record, stands beside a third witness, and is undone."""
    story = story_of(store, "Morwenna")
    spoken = told(client, f"stories/{story}/record")["utterances"]
    whole = max(spoken, key=lambda u: len(u["prints"]))
    ruling = {"story": story, "who": "Ada Blom", "verdict": "split", "subject": "print"}
    made = client.post("rulings", json={**ruling, "targets": [whole["id"]]})
    assert (made.status_code, made.json()["state"]) == (201, "applied")
    assert told(client, f"{HOST}{made.headers['location']}")["items"] == [made.json()]
    take(store, write(tmp_path / "in", later=LATER))
    record = told(client, f"stories/{story}/record")
    assert [r["state"] for r in record["rulings"]] == ["applied"]
    assert whole["id"] not in {u["id"] for u in record["utterances"]}
    undo = {**ruling, "verdict": "undo", "subject": "ruling", "targets": [made.json()["id"]]}
    assert client.post("rulings", json=undo).status_code == 201
    assert [r["state"] for r in told(client, f"rulings?story={story}")["items"]] == [
        "undone", "applied"
    ]  # fmt: skip
    wrong = client.post("rulings", json={**ruling, "targets": ["nosuchid"]})
    assert (wrong.status_code, "no id" in wrong.json()["detail"]) == (422, True)
    assert len(every(client, "rulings")) == 2


def test_ruling_is_kept_where_composing_must_wait(store: Store, tmp_path: Path) -> None:
    """A server that is too busy to compose a story has the ruling, and says so without a state."""
    story = story_of(store, "Morwenna")
    ruling = {"story": story, "who": "Ada Blom", "verdict": "merge", "subject": "origin"}
    with serving(tmp_path / "library.sqlite", Settings(most_waiting=0)) as app:
        client = TestClient(app, base_url=f"{HOST}{BASE}/")
        made = client.post("rulings", json={**ruling, "targets": ["A", "B"]})
        assert (made.status_code, made.json()["state"]) == (201, None)
    with store.reading() as view:
        assert [kept.id for kept in view.rulings()] == [made.json()["id"]]
