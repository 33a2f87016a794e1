"""What changed, as the pages of a served library show it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.libraries import AGAIN, FERRY, keep
from tests.served import Served, served
from variorum.web.settings import Settings

URL = "https://corran.example/ferry"
ALL = "/changes?since=2020-01-01"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    """Yield an empty library on its owner's desk."""
    with served(tmp_path, Settings(patience=120)) as made:
        yield made


def grown(desk: Served) -> str:
    """Return the page of changes of a story that a second report has joined."""
    desk.read(FERRY)
    desk.read(AGAIN)
    text: str = desk.get(ALL).text
    return text


def test_a_new_witness_is_told_with_its_words_put_in(desk: Served) -> None:
    """The page has the lines of `variorum diff`, with what is new as words put in."""
    page = html.fromstring(grown(desk))
    (latest, first) = page.xpath("//ol[@class='listing']/li")
    assert "joins the story" in latest.text_content()
    assert latest.xpath(".//p[@class='change'][span[@class='state'] = 'new']//ins")
    assert not first.xpath(".//ins | .//del")


def test_a_page_that_changed_is_told_word_by_word(desk: Served) -> None:
    """A new version leads to its words beside the old ones, from the changes and from itself."""
    for text in (FERRY, FERRY.replace("twenty minutes", "thirty minutes")):
        desk.send("/read", {"text": [text], "address": [URL]})
    links = set(re.findall(r'href="(/witnesses/[^"]+/since/[^"]+)"', desk.get(ALL).text))
    assert len(links) == 1
    (link,) = links
    assert f'href="{link}"' in desk.get(link.partition("/since")[0]).text
    words = html.fromstring(desk.get(link).text).xpath("//div//*[self::del or self::ins]")
    assert [w.text_content() for w in words] == ["taken out: twenty", "put in: thirty"]
    other = keep(desk.desk.store, "A mill\nIt stands.", source="mill.txt", story="story-mill")
    assert desk.get(link.partition("/since")[0] + f"/since/{other}").status_code == 404


def test_others_see_no_whole_text(tmp_path: Path) -> None:
    """Served to others, two versions of a page are named, and not shown."""
    with served(tmp_path, Settings(names=("desk.example",)), base="http://desk.example") as made:
        old = keep(made.desk.store, "Wells shut\nFour wells.", source=URL)
        new = keep(made.desk.store, "Wells shut\nFive wells.", source=URL)
        page = made.get(f"/witnesses/{new}/since/{old}").text
        assert "version 2" in page
        assert "Five" not in page


def test_changes_that_an_older_version_kept_are_shown(desk: Served) -> None:
    """Where only the page for a terminal was kept, that is shown."""
    grown(desk)
    with desk.desk.store.writing() as writer:
        told = zlib.compress(b"WHAT CHANGED <b>then</b>")
        writer._run("UPDATE changes SET told = ?", (told,))
    page = html.fromstring(desk.get(ALL).text)
    assert "WHAT CHANGED <b>then</b>" in page.xpath("//pre")[0].text_content()
    assert "then" in desk.get("/api/v1/changes").json()["items"][0]["told"]


def test_a_long_list_of_changes_goes_on(desk: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """Further changes stand on a page of their own."""
    monkeypatch.setattr("variorum.web.pages_stories.CHANGES_AT_ONCE", 1)
    (further,) = re.findall(r'href="([^"]+)" rel="next"', grown(desk))
    rest = desk.get(further.replace("&amp;", "&")).text
    assert "Back to the first" in rest
    assert 'rel="next"' not in rest
