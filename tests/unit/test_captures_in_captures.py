"""From a file that holds articles to a record of them, and back to the proof."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import WARC, answer, as_json, rss
from variorum import pipeline
from variorum.capture import capture
from variorum.errors import StaleError
from variorum.model.article import Capture
from variorum.model.limits import Limits
from variorum.model.record import Record
from variorum.review.verify import Verdict, sources_in, verify

FIRST = (
    "<title>Ferry to Corran cancelled after fire</title><link>https://corran.example/1</link>"
    "<pubDate>Fri, 09 May 2031 10:00:00 GMT</pubDate><description>&lt;p&gt;The ferry Morwenna"
    " stayed in Corran harbour on Friday after a fire in its engine room, the harbour master,"
    " Isolde Penrose, said.&lt;/p&gt;&lt;p&gt;“Nobody was hurt, and the fire was out within twenty"
    " minutes,” Penrose said.&lt;/p&gt;</description>"
)
SECOND = FIRST.replace("/1<", "/2<").replace("Nobody was hurt, and the", "The")
SECOND += '<source url="https://esk.example/rss">The Esk Courier</source>'
FEED = rss(FIRST, SECOND, "<title>Weather</title>")


def prove(record: Record, *files: Path) -> Verdict:
    """Verify a record against files, as the command line does."""
    captures = [capture(str(file), Limits()) for file in files]
    return verify(record, sources_in(record, captures))


def test_items_of_a_feed_are_witnesses(tmp_path: Path) -> None:
    """Each item is a witness named by its file and address; an item of no use is a row."""
    (tmp_path / "feed.xml").write_bytes(FEED)
    record = pipeline.read([str(tmp_path / "feed.xml")])
    assert [w.source for w in record.witnesses] == [
        "feed.xml#https://corran.example/1",
        "feed.xml#https://corran.example/2",
    ]
    assert {w.published.basis for w in record.witnesses if w.published} == {"feed"}
    assert [w.outlet for w in record.witnesses] == ["Corran Today", "The Esk Courier"]
    assert any(len(u.prints) > 1 for u in record.utterances)
    ((source, stage, reason),) = ((r.source, r.stage, r.reason) for r in record.rejected)
    assert (source, stage) == ("feed.xml#3", "capture")
    assert reason.startswith("holds no text of an article; ")


def test_article_of_a_feed_is_proved_from_the_feed(tmp_path: Path) -> None:
    """Verify opens the files it is given and hashes and reads again what came out of them."""
    feed = tmp_path / "feed.xml"
    feed.write_bytes(FEED)
    record = pipeline.read([str(feed)])
    assert prove(record, feed).sources == 2
    grown = tmp_path / "grown.xml.gz"
    grown.write_bytes(
        gzip.compress(rss("<title>New</title><description>New.</description>", FIRST), mtime=0)
    )
    verdict = prove(record, grown)
    assert verdict.sources == 1
    assert verdict.absent == ("feed.xml#https://corran.example/2",)


def test_files_are_opened_only_for_a_witness_that_came_out_of_one(tmp_path: Path) -> None:
    """A record of pages is proved beside a broken archive, which nobody asks for."""
    (tmp_path / "a.txt").write_text("Ferry\n\nIt stays in harbour.\n")
    record = pipeline.read([str(tmp_path / "a.txt")])
    captures = [capture(str(tmp_path / "a.txt"), Limits())]
    captures.append(Capture(source="a.warc", data=WARC, sha256="0"))
    assert sources_in(record, captures) == captures


def test_changed_article_in_a_feed_is_named(tmp_path: Path) -> None:
    """One word changed in an item, and the record no longer verifies against its feed."""
    feed = tmp_path / "feed.xml"
    feed.write_bytes(FEED)
    record = pipeline.read([str(feed)])
    feed.write_bytes(FEED.replace(b"twenty", b"thirty", 1))
    with pytest.raises(StaleError, match=r"feed\.xml#https://corran\.example/1 no longer has"):
        prove(record, feed)


def test_page_of_an_archive_has_the_hash_of_the_page(tmp_path: Path) -> None:
    """A page out of an archive and the same page as a file of its own are one witness."""
    (tmp_path / "a.warc").write_bytes(WARC)
    (tmp_path / "page.html").write_bytes(
        b"<!doctype html><html><body><h1>Ferry</h1><p>It stays in harbour.</p></body></html>"
    )
    record = pipeline.read([str(tmp_path)])
    assert len(record.witnesses) == 1
    assert [r.reason.partition(";")[0] for r in record.rejected] == [
        "the same bytes as a.warc#https://corran.example/ferry"
    ]
    assert prove(record, tmp_path / "page.html").sources == 1


def test_articles_beyond_the_limit_are_rows(tmp_path: Path) -> None:
    """Over all files together no more articles are read than the limit; the rest is named."""
    for name in ("a.jsonl", "b.jsonl"):
        lines = [as_json(text=f"{name} {n} stays in harbour.") for n in range(3)]
        (tmp_path / name).write_bytes(b"\n".join(lines))
    record = pipeline.read([str(tmp_path)], limits=Limits(witnesses=4))
    assert sorted(w.source for w in record.witnesses) == [
        "a.jsonl#1", "a.jsonl#2", "a.jsonl#3", "b.jsonl#1",
    ]  # fmt: skip
    assert [r.source for r in record.rejected] == ["b.jsonl#2", "b.jsonl#3"]
    assert all("--max-witnesses" in r.reason for r in record.rejected)


def test_time_of_unpacking_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes too long to open is a row, and the next file is read."""
    import time

    monkeypatch.setattr("variorum.formats.jsonl.unpack", lambda capture, limits: time.sleep(3))
    (tmp_path / "a.jsonl").write_bytes(as_json(text="It stays."))
    (tmp_path / "b.txt").write_text("Ferry\n\nIt stays in harbour.\n")
    record = pipeline.read([str(tmp_path)], limits=Limits(seconds=1.0))
    assert [w.source for w in record.witnesses] == ["b.txt"]
    assert [(r.source, "--max-seconds" in r.reason) for r in record.rejected] == [("a.jsonl", True)]


def shell(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "variorum", *arguments], capture_output=True, text=True, cwd=cwd
    )


def test_command_line_reads_and_proves_a_feed(tmp_path: Path) -> None:
    """`read` names what it left out; `verify --sources` proves the rest; no path is told."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "feed.rss").write_bytes(FEED)
    made = shell("read", "in", "--format", "json", "-o", "record.json", cwd=tmp_path)
    assert made.returncode == 0
    assert "feed.rss#3: holds no text" in made.stderr
    assert str(tmp_path) not in (tmp_path / "record.json").read_text("utf-8")
    proof = shell("verify", "record.json", "--sources", "in", cwd=tmp_path)
    assert (proof.returncode, "2 sources read again" in proof.stdout) == (0, True)


def test_settings_file_sets_the_limits(tmp_path: Path) -> None:
    """`variorum.toml` sets the limits of `read`; an option on the command line wins."""
    (tmp_path / "variorum.toml").write_text("[read]\nmax_unpacked = 100\n")
    (tmp_path / "a.warc.gz").write_bytes(
        gzip.compress(WARC * 2 + answer("https://a.example", b""), mtime=0)
    )
    small = shell("read", "a.warc.gz", cwd=tmp_path)
    assert small.returncode == 1
    assert "a.warc.gz: unpacks to more than 100 bytes" in small.stderr
    large = shell("read", "a.warc.gz", "--max-unpacked", "9999", "--format", "json", cwd=tmp_path)
    assert len(json.loads(large.stdout)["witnesses"]) == 1


def test_list_of_addresses_is_told_in_the_terminal(tmp_path: Path) -> None:
    """A list of feeds is no article: the command says what it names and what to do."""
    (tmp_path / "f.opml").write_text(
        '<opml><body><outline xmlUrl="https://corran.example/rss"/></body></opml>'
    )
    told = shell("read", "f.opml", cwd=tmp_path)
    assert told.returncode == 1
    assert "f.opml: names 1 address (https://corran.example/rss) and holds no text" in told.stderr
