"""Inputs in object stores: addresses and patterns, listed and read through Daft."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, unquote, urlsplit

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from tests.engine_jobs import EXAMPLES
from tests.samples import CONTAINERS
from variorum import batch
from variorum.batch.plan import sized
from variorum.capture import capture
from variorum.capture.objects import find_objects, is_object
from variorum.cli import variorum
from variorum.errors import InputError, LimitError, SetupError
from variorum.model.limits import Limits

CLUSTER = pytest.mark.cluster


@pytest.mark.parametrize(
    ("path", "is_one"),
    [("s3://news/day/*.txt", True), ("file:///day/a.txt", True), ("S3://news/a", True),
     ("https://esk.example/", False), ("s3/news", False), ("-", False)],
)  # fmt: skip
def test_an_object_is_told_by_its_scheme(path: str, is_one: bool) -> None:
    """Paths and pages are none."""
    assert is_object(path) is is_one


def test_without_daft_it_is_said_what_to_install(tmp_path: Path) -> None:
    """The command names the extra, and reads nothing."""
    if find_spec("daft"):
        pytest.skip("Daft is installed")
    where = ["--out", str(tmp_path / "out")]
    result = CliRunner().invoke(variorum, ["batch", "s3://news/*.txt", *where])
    assert result.exit_code == 2
    assert 'pip install "variorum[cluster]"' in result.output


@CLUSTER
def test_patterns_of_local_files_are_read(tmp_path: Path) -> None:
    """A pattern names the files that a batch reads, archives among them."""
    (tmp_path / "day").mkdir()
    (tmp_path / "day" / "feed.jsonl").write_bytes(CONTAINERS["jsonl"])
    paths = [f"file://{EXAMPLES}/**/*.txt", f"file://{tmp_path}/day/*.jsonl"]
    batch.run(paths, tmp_path / "out")
    tables = [pq.read_table(path) for path in (tmp_path / "out").glob("records/*")]
    found = {name for table in tables for names in table["sources"].to_pylist() for name in names}
    assert {path.name for path in EXAMPLES.rglob("*.txt")} < found
    assert any(name.startswith("feed.jsonl#") for name in found)


@CLUSTER
def test_tables_are_read_by_way_of_json_lines(tmp_path: Path) -> None:
    """What docs/batch.md says of Parquet: Daft writes its rows as lines, which a batch reads."""
    import daft

    rows = {"title": ["Ferry", "Mill"], "text": ["The ferry stayed.", "The mill was sold."]}
    daft.from_pydict(rows).write_parquet(str(tmp_path / "tables"))
    daft.read_parquet(f"file://{tmp_path}/tables/*.parquet").write_json(str(tmp_path / "lines"))
    batch.run([f"file://{tmp_path}/lines/*.json"], tmp_path / "out")
    tables = [pq.read_table(path) for path in (tmp_path / "out").glob("records/*")]
    assert sum(len(names) for table in tables for names in table["witnesses"].to_pylist()) == 2


@CLUSTER
def test_objects_are_in_shards_by_their_sizes(tmp_path: Path) -> None:
    """Sizes come from the listing; the same object named twice is there once."""
    (tmp_path / "a.txt").write_bytes(b"weir")
    pattern = f"file://{tmp_path}/*.txt"
    assert sized([pattern, pattern], 4) == (((f"file://{tmp_path}/a.txt", 4),),)


@CLUSTER
def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """A pattern of nothing stops the run; an object that cannot be read is one input."""
    with pytest.raises(SetupError, match="weir"):
        find_objects(f"file://{tmp_path}/weir/*.txt")
    with pytest.raises(InputError, match=r"^gone\.txt: cannot be read"):
        capture(f"file://{tmp_path}/gone.txt", Limits())


@CLUSTER
def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    """An object that is larger is refused."""
    (tmp_path / "a.txt").write_bytes(b"w" * 9)
    assert capture(f"file://{tmp_path}/a.txt", Limits(bytes=9)).data == b"w" * 9
    with pytest.raises(LimitError, match="larger than 8 bytes"):
        capture(f"file://{tmp_path}/a.txt", Limits(bytes=8))


@CLUSTER
def test_a_bucket_is_listed_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a server of S3's protocol has under a pattern comes with its sizes and its bytes."""
    kept = {"day/a.txt": b"weir at Lodz", "day/b.txt": b"mill", "day/c.html": b"<p>", "e.txt": b""}
    with bucket(kept) as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "desk")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "desk")
        monkeypatch.setenv("AWS_REGION", "us-east-1")
        assert find_objects("s3://news/day/*.txt") == {
            "s3://news/day/a.txt": 12,
            "s3://news/day/b.txt": 4,
        }
        assert capture("s3://news/day/a.txt", Limits()).data == kept["day/a.txt"]


class Bucket(BaseHTTPRequestHandler):
    """Answers as S3 does, as far as reading goes: a listing, and objects in parts."""

    protocol_version = "HTTP/1.1"
    kept: ClassVar[dict[str, bytes]] = {}

    def do_HEAD(self) -> None:
        """Tell how large an object is."""
        self._answer(body=False)

    def do_GET(self) -> None:
        """Send a listing, or an object."""
        self._answer(body=True)

    def log_request(self, *_: object) -> None:
        """Say nothing."""

    def _answer(self, *, body: bool) -> None:
        asked = urlsplit(self.path)
        key = unquote(asked.path).removeprefix("/news").lstrip("/")
        status, data, headers = 200, self.kept.get(key, b""), {}
        if not key:
            data = _listing(self.kept, parse_qs(asked.query))
        elif key not in self.kept:
            status = 404
        elif told := self.headers.get("Range"):
            first, _, last = told.removeprefix("bytes=").partition("-")
            whole, status = len(data), 206
            data = data[int(first) : int(last) + 1 if last else None]
            headers["Content-Range"] = f"bytes {first}-{int(first) + len(data) - 1}/{whole}"
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        if body:
            self.wfile.write(data)


@contextmanager
def bucket(kept: dict[str, bytes]) -> Iterator[str]:
    """Serve objects on loopback, and yield the address."""
    Bucket.kept = kept
    server = ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _listing(kept: dict[str, bytes], asked: dict[str, list[str]]) -> bytes:
    prefix, delimiter = (asked.get(name, [""])[0] for name in ("prefix", "delimiter"))
    rows, folders = "", set[str]()
    for key, data in sorted(kept.items()):
        if not key.startswith(prefix):
            continue
        if delimiter and delimiter in key[len(prefix) :]:
            folders.add(prefix + key[len(prefix) :].partition(delimiter)[0] + delimiter)
            continue
        rows += (
            f"<Contents><Key>{key}</Key><LastModified>2031-05-09T00:00:00.000Z</LastModified>"
            f'<ETag>"a"</ETag><Size>{len(data)}</Size></Contents>'
        )
    for folder in sorted(folders):
        rows += f"<CommonPrefixes><Prefix>{folder}</Prefix></CommonPrefixes>"
    return (
        '<?xml version="1.0"?><ListBucketResult'
        ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>news</Name>'
        f"<IsTruncated>false</IsTruncated>{rows}</ListBucketResult>"
    ).encode()
