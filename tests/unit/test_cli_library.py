"""The commands of a library, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from tests.libraries import AGAIN, FERRY, LATER, MILL, library, story_of, take, write
from tests.samples import as_json
from variorum.cli import variorum

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a library in which a story went on; tests leave it as it is."""
    folder = tmp_path_factory.mktemp("shelf")
    store = library(folder)
    take(store, write(folder / "pages", later=LATER))
    store.close()
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a folder with a library of its own."""
    library(tmp_path).close()
    return tmp_path


def run(*arguments: str, at: Path | None = None) -> Result:
    """Run the command line, on the library of a folder where one is given."""
    where = ["--library", str(at / "library.sqlite")] if at else []
    return CliRunner().invoke(variorum, [*arguments, *where])


def told(result: Result) -> str:
    """Return what a command printed that went well."""
    assert result.exit_code == 0, result.output
    return result.output


def test_stories_are_listed(shelf: Path) -> None:
    """A line a story: its id, its days, how many articles, its title."""
    lines = told(run("stories", at=shelf)).splitlines()
    assert [line.split(None, 3)[1:] for line in lines] == [
        ["2031-05-09/2031-05-12", "3", "Ferry to Corran cancelled after fire […]"],
        ["2031-05-10", "1", "Old mill at Tarrow sold to the town"],
    ]
    for asked in (["--since", "2031-05-11"], ["--speaker", "penrose"], ["--query", "crew"]):
        assert told(run("stories", *asked, at=shelf)).splitlines() == lines[:1]
    rows = json.loads(told(run("stories", "--place", "Tarrow", "--format", "json", at=shelf)))
    assert [row["articles"] for row in rows] == [1]
    assert told(run("stories", "--query", "zeppelin", at=shelf)) == ""
    assert run("stories", "--since", "May", at=shelf).exit_code == 2


def test_story_is_shown_in_any_format(shelf: Path, tmp_path: Path) -> None:
    """The record of a story is written as `read` writes one, and proves itself."""
    story = told(run("stories", "--query", "crew", at=shelf)).split()[0]
    assert told(run("show", story, at=shelf)).startswith("THREE WITNESSES · ONE STORY")
    out = str(tmp_path / "record.json")
    assert told(run("show", story, "--format", "json", "-o", out, at=shelf)) == ""
    assert "exact" in told(run("verify", out))
    assert "<TEI" in told(run("show", story, "--format", "tei", at=shelf))
    without = json.loads(told(run("show", story, "--format", "json", "--text", "none", at=shelf)))
    assert [w["text"] for w in without["witnesses"]] == [None] * 3


def test_wrong_story_is_said(shelf: Path) -> None:
    """An id that is none, or too short, is an error with a remedy."""
    result = run("show", "story-x", at=shelf)
    assert result.exit_code == 1
    assert "`variorum stories` lists them" in str(result.exception)


def test_search_prints_the_words(shelf: Path) -> None:
    """Each find stands with outlet, day, source and story above its exact words."""
    lines = told(run("search", '"within twenty minutes"', at=shelf)).splitlines()
    assert [line.split(" · ")[2] for line in lines[::3]] == ["again.txt", "ferry.txt"]
    assert lines[1].strip() == '"The fire was out within twenty minutes," Penrose said on 8 May.'
    assert len(told(run("search", "engine", "crew", at=shelf)).splitlines()) == 2
    rows = json.loads(told(run("search", "mill", "--format", "json", at=shelf)))
    assert rows[0]["words"] == "Old mill at Tarrow sold to the town"
    assert told(run("search", "--syntax", "mill* NOT ferry", at=shelf)).count(".txt") == 1


def test_changes_are_listed_and_fed(shelf: Path, tmp_path: Path) -> None:
    """What changed is listed, latest first, and written as a valid Atom feed."""
    listed = told(run("changes", at=shelf))
    assert listed.index("TWO WITNESSES → THREE") < listed.index("NO WITNESSES → ONE")
    assert told(run("changes", "--since", "2999-01-01", at=shelf)) == ""
    feed = tmp_path / "feed.atom"
    assert told(run("changes", "--atom", str(feed), at=shelf)) == ""
    root = etree.fromstring(feed.read_bytes())
    entries = root.findall(f"{ATOM}entry")
    assert [root.tag, len(entries)] == [f"{ATOM}feed", 3]
    assert all(e.findtext(f"{ATOM}{part}") for e in entries for part in ("id", "title", "updated"))
    assert len({e.findtext(f"{ATOM}id") for e in entries}) == 3
    assert "TWO WITNESSES → THREE" in (entries[0].findtext(f"{ATOM}content") or "")


def test_doctor_finds_it_sound(shelf: Path) -> None:
    """A sound library is said to be so."""
    assert told(run("doctor", at=shelf)) == "library.sqlite: sound\n"


def test_doctor_names_what_is_wrong(own: Path) -> None:
    """Damage is printed and the exit code is 1."""
    import sqlite3

    connection = sqlite3.connect(own / "library.sqlite")
    with connection:
        connection.execute("UPDATE captures SET data = x'00' WHERE id = 1")
    connection.close()
    result = run("doctor", at=own)
    assert result.exit_code == 1
    assert "damaged data" in result.output


def test_forget_removes_and_composes_anew(own: Path) -> None:
    """A source is gone from search and story, and the library is sound."""
    assert told(run("forget", "ferry.txt", at=own)) == (
        "forgotten: 1 captures, 1 articles; 1 stories composed anew\n"
    )
    assert "ferry.txt" not in told(run("search", "Penrose", at=own))
    assert told(run("doctor", at=own)).endswith("sound\n")
    result = run("forget", "ferry.txt", at=own)
    assert (result.exit_code, "nothing of that name" in str(result.exception)) == (1, True)


def test_read_takes_what_is_stored(own: Path) -> None:
    """With a library, `read` takes names it keeps, and prints the bytes it prints of files."""
    pages = [str(own / "pages" / f"{name}.txt") for name in ("ferry", "again")]
    plain = run("read", *pages, "--format", "json").stdout_bytes
    assert run("read", *pages, "--format", "json", at=own).stdout_bytes == plain
    named = run("read", "ferry.txt", "again.txt", "--format", "json", at=own)
    assert named.stdout_bytes == plain
    assert run("read", "mill.txt", "absent.txt", at=own).exit_code == 0
    assert run("read", "absent.txt", at=own).exit_code == 1


def test_missing_library_is_said(tmp_path: Path) -> None:
    """A library that is not there is named, with the command that makes one."""
    (tmp_path / "a.txt").write_text("The ferry sank.", "utf-8")
    page = str(tmp_path / "a.txt")
    for asked in (["stories"], ["changes"], ["show", "abcdefgh"], ["search", "x"], ["read", page]):
        result = run(*asked, at=tmp_path)
        assert result.exit_code == 2
        assert "`variorum ingest` makes one" in result.output


@pytest.mark.parametrize(
    "day", ["2031-13-01", "2031-02-30", "2031-00-10", "20310509", "2031-W10-1"]
)
@pytest.mark.parametrize("command", ["stories", "changes"])
def test_a_day_that_there_is_not_is_refused(command: str, day: str, shelf: Path) -> None:
    """What is no day of the calendar is bad usage, with one that is."""
    result = run(command, "--since", day, at=shelf)
    assert result.exit_code == 2
    assert f"{day!r} is no day; write 2031-05-09" in result.output
    assert run(command, "--since", "2028-02-29", at=shelf).exit_code == 0


def test_library_comes_from_the_settings(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """variorum.toml names the library of all commands, or of one; else it is the user's."""
    monkeypatch.chdir(tmp_path)
    place = str(shelf / "library.sqlite")
    (tmp_path / "variorum.toml").write_text(f"library = '{place}'\n")
    assert "Ferry to Corran" in told(run("stories"))
    (tmp_path / "variorum.toml").write_text(f"[stories]\nlibrary = '{place}'\nmost = 1\n")
    assert len(told(run("stories")).splitlines()) == 1
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert f"{tmp_path}/variorum/library.sqlite" in run("doctor").output
    (tmp_path / "variorum.toml").write_text("library = 5\n")
    assert run("stories").exit_code == 2


def test_titles_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """Control characters of a title or a text are shown, not sent."""
    store = library(tmp_path, evil=FERRY.replace("Ferry to", "\x1b[2JFerry\u202e to", 1))
    story = story_of(store, "Morwenna")
    store.close()
    for command in (["stories"], ["search", "Morwenna"], ["changes"], ["show", story]):
        out = told(run(*command, at=tmp_path))
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_files_are_taken_in_and_passed_over(tmp_path: Path) -> None:
    """A library is made, filled and told in one line; the second time nothing is done."""
    pages = write(tmp_path / "pages", ferry=FERRY, again=AGAIN, mill=MILL, empty="")
    first = run("ingest", *pages, at=tmp_path)
    assert first.exit_code == 0
    assert first.output.endswith("4 files: 3 articles; 2 stories composed\n")
    again = run("ingest", str(tmp_path / "pages"), at=tmp_path)
    assert again.output.endswith("1 files (3 passed over): 0 articles; 0 stories composed\n")
    listed = told(run("stories", at=tmp_path)).splitlines()
    assert [line.split()[2] for line in listed] == ["1", "2"]
    assert told(run("doctor", at=tmp_path)) == "library.sqlite: sound\n"


def test_order_of_other_reports_changes_no_record(tmp_path: Path) -> None:
    """The record of a story is the same bytes whether its reports came in one run or in three."""
    pages = write(tmp_path / "pages", ferry=FERRY, again=AGAIN, later=LATER)
    for name, runs in (("one", [pages]), ("three", [[page] for page in pages])):
        (tmp_path / name).mkdir()
        for paths in runs:
            told(run("ingest", *paths, at=tmp_path / name))
    shown = []
    for name in ("one", "three"):
        story = told(run("stories", at=tmp_path / name)).split()[0]
        shown.append(run("show", story, "--format", "json", at=tmp_path / name).stdout_bytes)
    assert shown[0] == shown[1]


def test_limits_of_ingest_hold(tmp_path: Path) -> None:
    """A file with more articles than allowed is taken in as far as it goes, and it says so."""
    archive = tmp_path / "many.jsonl"
    archive.write_bytes(b"\n".join(as_json(title=f"Title {n}", text=MILL) for n in range(3)))
    result = run("ingest", str(archive), "--max-articles", "2", at=tmp_path)
    assert result.output.endswith("1 files: 2 articles; 1 stories composed\n")
    result = run("ingest", str(tmp_path / "none.txt"), at=tmp_path)
    assert result.output.endswith("0 files: 0 articles; 0 stories composed\n")


def test_a_name_that_several_files_have_is_not_forgotten(tmp_path: Path) -> None:
    """Of two files of one name the hash says which goes; `--all` takes both."""
    for folder, text in (("one", FERRY), ("two", MILL)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.txt").write_text(text, "utf-8")
        told(run("ingest", str(tmp_path / folder), at=tmp_path))
    refused = run("forget", "index.txt", at=tmp_path)
    assert refused.exit_code == 1
    assert "2 files have this name" in str(refused.exception)
    assert "2 captures" in told(run("forget", "index.txt", "--all", at=tmp_path))
    assert "sound" in told(run("doctor", at=tmp_path))


def test_taking_in_nothing_of_use_is_an_error(tmp_path: Path) -> None:
    """Where nothing could be used the exit code is 1, and the row says why."""
    result = run("ingest", str(tmp_path / "nosuch.txt"), at=tmp_path)
    assert result.exit_code == 1
    assert "nothing was taken in" in str(result.exception)
