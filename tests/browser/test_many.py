"""The page of many witnesses in a real browser: no wider than a phone, and more than a panel."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.window import MARKS, WCAG, Browser, opened, run, view
from tests.records import Desk, witness
from variorum.exports import Surface, html

pytestmark = MARKS

QUAY = "The harbour board sold the northern quay to a company from Tarrow in the spring."


def page(folder: Path, sigla: str) -> str:
    """Write the page of so many witnesses, the last of which was not judged."""
    body = [("paragraph", QUAY)] * 9
    on = Desk(tuple(witness(s, [("headline", f"Quay of {s} sold"), *body]) for s in sigla))
    left = [on.omission(s, "left-out-of-own-source", "A", QUAY) for s in sigla[2:-1]]
    sides = [on.statement(siglum, QUAY) for siglum in sigla[:2]]
    same = on.relation("same", 2, *sides, why="same words")
    record = on.record(
        stories=(on.story(sigla),), statements=tuple(sides), relations=(same,),
        omissions=tuple(left),
    )  # fmt: skip
    path = folder / f"{len(sigla)}.html"
    path.write_text(html.render(record, Surface()), "utf-8")
    return path.as_uri()


@pytest.mark.parametrize("sigla", ["ABCD", "ABCDEFG"])
@pytest.mark.parametrize("width", [320, 375, 768])
def test_many_columns_stay_inside_the_page(
    browser: Browser, tmp_path: Path, sigla: str, width: int
) -> None:
    """The table of what is left out is moved sideways in its own frame, never the whole page."""
    opened(browser, page(tmp_path, sigla), width=width)
    assert run(browser, "return document.documentElement.scrollWidth") <= width
    if len(sigla) > 4 and width < 700:
        assert run(
            browser,
            "const s = document.querySelector('.scroll'); return s.scrollWidth > s.clientWidth",
        )


def test_four_columns_stand_on_a_small_desk(browser: Browser, tmp_path: Path) -> None:
    """On a small screen of a desk the words of four witnesses stand abreast, none cut off."""
    opened(browser, page(tmp_path, "ABCD"), width=1366)
    wide = "const c = document.querySelector('.columns'); return [c.scrollWidth, c.clientWidth]"
    whole, shown = run(browser, wide)
    assert whole <= shown


def test_words_are_low_until_a_row_is_chosen(browser: Browser, tmp_path: Path) -> None:
    """The panel leaves the first screen to the record; it grows for a row, and covers none."""
    opened(browser, page(tmp_path, "ABCD"), width=1366)
    height = "return document.getElementById('texts').getBoundingClientRect().height"
    low = run(browser, height)
    assert low <= 900 / 4
    row = browser.find_elements("css selector", "[data-spans] .pick")[-1]
    run(browser, "arguments[0].scrollIntoView({block: 'end'}); arguments[0].click()", row)
    high = run(browser, height)
    assert high > low + 90
    assert run(browser, "return arguments[0].getBoundingClientRect().bottom", row) <= 900 - high
    assert run(browser, "return document.querySelectorAll('.on').length") > 0
    run(browser, "document.getElementById('clear').click()")
    assert run(browser, height) == low


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_page_of_many(browser: Browser, tmp_path: Path, scheme: str) -> None:
    """The page of many witnesses is as open to everybody as that of a few."""
    axe = pytest.importorskip("axe_core_python.selenium", reason="axe-core-python is not installed")
    opened(browser, page(tmp_path, "ABCDEFG"), width=1366)
    view(browser, 1366, 900, scheme=scheme)
    found = axe.Axe().run(browser, None, {"runOnly": {"type": "tag", "values": WCAG}})
    broken = [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]]
    assert not broken
