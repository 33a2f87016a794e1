"""The line of times in a real browser: legible at every width, in the dark and on paper."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from tests.browser.window import MARKS, WCAG, Browser, opened, run, view
from tests.records import Desk, witness
from variorum.exports import Surface, html

pytestmark = MARKS

MIXED = (
    *("1912-04-15", "19XX", "1962~", "../1980", "2031", "2031-05", "2031-05-02", "2031-05-02?"),
    *("2031-05-02T14:30:00Z", "2031-05-02T15:30+02:00", "2031-21", "2031-34", "2031%", "2031/.."),
    *("XXXX-05-03", "someday", "2031-06-01/2031-06-14", "[2031-05-02,2031-05-03]"),
)
_START = datetime(2031, 5, 2, 10, tzinfo=UTC)
VALUES = {
    "one": ("2031-05-02",),
    "mixed": MIXED,
    "a hundred years apart": ("1931-05-02", "2031-05-02"),
    "within an hour": tuple(f"{_START + timedelta(minutes=3 * at):%FT%TZ}" for at in range(20)),
    "two hundred": tuple(f"{_START + timedelta(days=5 * at):%F}" for at in range(200)),
}


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return where the pages of two witnesses with these times lie on disk."""
    folder: Path = tmp_path_factory.mktemp("times")
    found = {}
    for name, values in VALUES.items():
        words = [f"time{at:03}" for at in range(len(values))]
        texts = {"A": " ".join(words), "B": "again " + " ".join(words[::2])}
        on = Desk(tuple(witness(s, (("paragraph", text),)) for s, text in texts.items()))
        times = [on.time("A", word, edtf) for word, edtf in zip(words, values, strict=True)]
        times += [on.time("B", w, e) for w, e in zip(words[::2], values[::2], strict=True)]
        path = folder / f"{name.replace(' ', '-')}.html"
        record = on.record(stories=(on.story("AB"),), times=tuple(times))
        path.write_text(html.render(record, Surface()), "utf-8")
        found[name] = path.as_uri()
    return found


@pytest.mark.parametrize("name", VALUES)
@pytest.mark.parametrize("width", [320, 390, 680, 768, 1280])
def test_words_below_the_line_never_touch(
    browser: Browser, addresses: dict[str, str], name: str, width: int
) -> None:
    """Whatever the times and the width, some words are shown, none over another or cut off."""
    opened(browser, addresses[name], width=width)
    boxes = run(browser, """return [...document.querySelectorAll(".times > g:not(.lane) text")]
        .map(t => t.getBoundingClientRect()).filter(b => b.width)
        .map(b => [b.left, b.right, b.top, b.bottom])""")  # fmt: skip
    assert boxes
    assert min(box[0] for box in boxes) >= 0
    assert max(box[1] for box in boxes) <= width
    for one, other in combinations(boxes, 2):
        apart = one[1] < other[0] or other[1] < one[0]
        assert apart or one[3] <= other[2] + 2 or other[3] <= one[2] + 2
    assert run(browser, "return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_times(
    browser: Browser, addresses: dict[str, str], scheme: str
) -> None:
    """No rule of axe-core for WCAG 2.2 AA is broken by any kind of time."""
    axe = pytest.importorskip("axe_core_python.selenium", reason="axe-core-python is not installed")
    for width in (390, 1280):
        opened(browser, addresses["mixed"])
        view(browser, width, 900, scheme=scheme)
        found = axe.Axe().run(browser, None, {"runOnly": {"type": "tag", "values": WCAG}})
        assert not [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]]


def test_doubt_is_told_by_shape(browser: Browser, addresses: dict[str, str]) -> None:
    """What is approximate is dashed and hollow, what is uncertain hollow, all else filled."""
    opened(browser, addresses["mixed"])
    seen = run(browser, """return [...document.querySelectorAll(".lane :is(circle, rect)")]
        .filter(m => !m.matches(".siglum")).map(m => {
            const style = getComputedStyle(m), paper = getComputedStyle(document.documentElement);
            return [m.parentElement.className.baseVal, style.fill === paper.backgroundColor,
                style.strokeDasharray !== "none"];
        })""")  # fmt: skip
    assert {tuple(mark) for mark in seen} == {
        ("", False, False),
        ("about", True, True),
        ("perhaps", True, False),
        ("about perhaps", True, True),
    }


def test_line_stays_whole_on_paper(browser: Browser, addresses: dict[str, str]) -> None:
    """On paper the line is as wide as the sheet, and is never parted by its edge."""
    opened(browser, addresses["mixed"], width=680)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    whole = run(browser, "return getComputedStyle(document.querySelector('.line')).breakInside")
    wide = run(browser, "return document.querySelector('.times').getBoundingClientRect().right")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert whole == "avoid"
    assert wide <= 680
