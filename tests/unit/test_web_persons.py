"""Names of several stories that may be one person's: proposed, ruled on, never merged silently."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.served import Served, served
from variorum.web.settings import Settings

FLOOD = """\
Pumps fail in Velm as river rises

Published: 3 April 2031

The pumps of Velm failed on Thursday night. "Two of the three pumps are lost," Ute Bern said in the
town hall, where she has run the water works for six years.
"""
BRIDGE = """\
Old bridge at Tarrow to stay shut

Published: 20 September 2032

The stone bridge over the Aune stays shut this winter, the county decided. "The piers must be
underpinned first," Engineer Bern said at the site on Monday.
"""
BERN, TITLED = "Ute Bern", "Engineer Bern"
SIGNED = {"who": "Ada Quill", "why": "The county says so."}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Served]:
    """Yield a library of two stories that quote somebody of one surname."""
    with served(tmp_path, Settings(patience=120)) as made:
        assert made.read(FLOOD) != made.read(BRIDGE)
        yield made


def proposed(desk: Served, name: str) -> set[str]:
    """Return the names that are proposed as somebody's."""
    return set(re.findall(r'name="other" value="([^"]+)"', desk.get(f"/speakers/{name}").text))


def ruled(desk: Served, name: str, **fields: str) -> Any:
    """Send the form of a speaker's page."""
    return desk.send(f"/speakers/{name}", SIGNED | fields, page="/read")


def test_names_that_agree_are_proposed_on_both_pages(desk: Served) -> None:
    """A full name and a title with the surname, in two stories, are proposed and not merged."""
    assert proposed(desk, BERN) == {TITLED}
    assert proposed(desk, TITLED) == proposed(desk, TITLED.lower()) == {BERN}
    page = desk.get(f"/speakers/{BERN}").text
    assert "Old bridge at Tarrow to stay shut" in page
    assert "underpinned" not in page


def test_one_person_is_one_once_somebody_rules_so(desk: Served) -> None:
    """What is quoted of the other name is theirs from then on; it can be undone."""
    answer = ruled(desk, BERN, other=TITLED, verdict="same")
    assert "underpinned" in answer.text
    assert proposed(desk, BERN) == set()
    story = re.findall(r'href="(/stories/[^"#]+)"', answer.text)[0]
    on = re.findall(r'id="r-(\w+)" class="ruling applied"', desk.get(story).text)[0]
    fields = {"on": on, "part": [on], "choice": "ruling-undo", **SIGNED}
    desk.send(f"{story}/rule", fields, page=f"{story}/rule?on={on}")
    assert proposed(desk, BERN) == {TITLED}
    assert "underpinned" not in desk.get(f"/speakers/{BERN}").text


def test_two_persons_are_two_once_somebody_rules_so(desk: Served) -> None:
    """A proposal that was rejected comes no more; the ruling stands on both stories."""
    assert ruled(desk, BERN, other=TITLED, verdict="other").status_code == 200
    assert proposed(desk, BERN) == proposed(desk, TITLED) == set()
    for name in (BERN, TITLED):
        story = re.findall(r'href="(/stories/[^"#]+)"', desk.get(f"/speakers/{name}").text)[0]
        assert "The county says so." in desk.get(story).text


@pytest.mark.parametrize(
    "fields", [{"other": "Nobody", "verdict": "same"}, {"other": "Nobody"}, {"other": ""}]
)
def test_nobody_is_nobody(desk: Served, fields: dict[str, str]) -> None:
    """A name that no story quotes is refused, and no ruling is made."""
    assert ruled(desk, BERN, **fields).status_code == 400
    with desk.desk.store.reading() as view:
        assert view.rulings() == ()
