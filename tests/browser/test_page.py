"""The page in a real browser: lit spans, fragments, keyboard, sizes, contrast and silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import dam
from tests.browser.window import MARKS, WCAG, Browser, opened, run, view
from variorum.exports import Surface, html

pytestmark = MARKS


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return where the page of the three witnesses lies on disk."""
    path: Path = tmp_path_factory.mktemp("page") / "record.html"
    path.write_text(html.render(dam.record(), Surface()), "utf-8")
    return path.as_uri()


def lit(browser: Browser, mark: str = "on") -> dict[str, str]:
    """Return the words lit in each witness's column, by siglum."""
    return dict(
        run(
            browser,
            """return [...document.querySelectorAll("[data-siglum]")].map(pane => [
                pane.dataset.siglum,
                [...pane.querySelectorAll("." + arguments[0])].map(p => p.textContent).join("")
            ]).filter(pair => pair[1])""",
            mark,
        )
    )


def major_row(record_kind: str) -> str:
    """Return the id of the row of the major variant of a kind."""
    found = [v for u in dam.record().utterances for v in u.variants if v.kind == record_kind]
    return f"r-{found[0].id}"


def test_page_is_silent(browser: Browser, address: str) -> None:
    """Nothing is requested but the page itself, and the console stays empty."""
    browser.get("about:blank")
    browser.get_log("performance")
    opened(browser, address)
    asked = [e["message"] for e in browser.get_log("performance")]
    requests = [m for m in asked if '"Network.requestWillBeSent"' in m and address not in m]
    assert not [m for m in requests if "about:blank" not in m]
    assert browser.get_log("browser") == []


def test_pointing_at_a_row_lights_its_words_and_moves_nothing(
    browser: Browser, address: str
) -> None:
    """A row under the pointer, or focused, lights its spans; the page stays where it is."""
    opened(browser, address)
    row = browser.find_element("id", major_row("hedge-absent"))
    before = run(browser, "return [scrollY, ...[...document.querySelectorAll('.witness')]"
                 ".map(p => p.scrollTop)]")  # fmt: skip
    run(browser, "arguments[0].dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))", row)
    assert lit(browser, "lit") == {"B": "At the moment there is no order to leave"}
    run(browser, "arguments[0].querySelector('a').focus({preventScroll: true})", row)
    assert lit(browser, "lit") == {"B": "At the moment there is no order to leave"}
    after = run(browser, "return [scrollY, ...[...document.querySelectorAll('.witness')]"
                ".map(p => p.scrollTop)]")  # fmt: skip
    assert before == after


def test_choosing_a_row_brings_its_words_into_view(browser: Browser, address: str) -> None:
    """A chosen row lights every column and each column shows its passage."""
    opened(browser, address)
    row = browser.find_element("id", major_row("matches-the-question"))
    run(browser, "arguments[0].querySelector('a.pick').click()", row)
    assert browser.current_url.endswith(f"#{row.get_attribute('id')}")
    assert lit(browser) == {
        "B": "whether the valley would be evacuated",
        "C": "no plan to evacuate the valley",
    }
    assert run(browser, """return [...document.querySelectorAll(".on")].every(p => {
        const box = p.getBoundingClientRect(), pane = p.closest(".witness").getBoundingClientRect();
        return box.top >= pane.top && box.bottom <= pane.bottom;
    })""")  # fmt: skip
    status = browser.find_element("id", "status")
    assert status.text == "2 passages lit in B, C"


def test_back_and_a_shared_link_bring_the_row_back(browser: Browser, address: str) -> None:
    """The fragment holds the choice: Back undoes it, and opening it makes it."""
    opened(browser, address)
    first, second = major_row("shortened"), major_row("hedge-absent")
    for id_ in (first, second):
        run(browser, "document.getElementById(arguments[0]).querySelector('a').click()", id_)
    browser.back()
    assert browser.current_url.endswith(first)
    assert lit(browser) == {"A": "We cannot rule that out", "B": "We cannot rule that out"}
    browser.back()
    assert lit(browser) == {}
    opened(browser, address, second)
    assert lit(browser) == {"B": "At the moment there is no order to leave"}


def test_a_sentence_has_an_address(browser: Browser, address: str) -> None:
    """A cell's link lights its sentence, and works when it is opened directly."""
    opened(browser, address)
    cell = browser.find_element("css selector", ".plain a.cell")
    target = cell.get_attribute("href").split("#")[1]
    opened(browser, address, target)
    assert lit(browser)
    assert browser.find_element("css selector", "tr.chosen a.cell")


def test_keyboard_is_enough(browser: Browser, address: str) -> None:
    """Tab finds the skip link first, Enter chooses a row, Escape lets it go."""
    from selenium.webdriver.common.keys import Keys

    opened(browser, address)
    browser.find_element("tag name", "body").send_keys(Keys.TAB)
    assert browser.switch_to.active_element.text == "Skip to the apparatus"
    link = browser.find_element("css selector", ".lost .major a.pick")
    link.send_keys(Keys.ENTER)
    assert lit(browser)
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert lit(browser) == {}
    assert browser.current_url.endswith("#none")


def test_focus_is_never_hidden(browser: Browser, address: str) -> None:
    """Whatever Tab reaches in the apparatus stands clear of the docked columns."""
    from selenium.webdriver.common.keys import Keys

    opened(browser, address)
    browser.find_element("tag name", "body").send_keys(Keys.TAB)
    seen = 0
    while True:
        element = browser.switch_to.active_element
        inside, clear = run(browser, """
            const dock = document.getElementById("texts"), box = arguments[0];
            return [dock.contains(box), box.getBoundingClientRect().bottom
                <= dock.getBoundingClientRect().top + 1];""", element)  # fmt: skip
        if inside:
            break
        assert clear, element.text
        seen += 1
        element.send_keys(Keys.TAB)
    assert seen > 20


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_nothing_sticks_out(browser: Browser, address: str, width: int) -> None:
    """No page is wider than its window, down to a phone, and columns stack there."""
    opened(browser, address, width=width)
    assert run(browser, "return document.documentElement.scrollWidth") <= width
    lefts = run(browser, "return [...document.querySelectorAll('.witness')]"
                ".map(w => w.getBoundingClientRect().left)")  # fmt: skip
    assert (len(set(lefts)) == 1) == (width < 960)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: str, width: int) -> None:
    """No rule of axe-core for WCAG 2.2 AA is broken: at rest and chosen, light and dark."""
    axe = pytest.importorskip("axe_core_python.selenium", reason="axe-core-python is not installed")
    for fragment in ("", major_row("hedge-absent")):
        opened(browser, address, fragment)
        view(browser, width, 900, scheme=scheme)
        run(browser, "document.querySelectorAll('details').forEach(d => d.open = true)")
        found = axe.Axe().run(browser, None, {"runOnly": {"type": "tag", "values": WCAG}})
        broken = [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]]
        assert not broken


def test_page_can_be_read_without_its_script(browser: Browser, address: str) -> None:
    """With scripts off every word is there and a link to a sentence marks it."""
    opened(browser, address)
    row = browser.find_element("id", major_row("hedge-absent"))
    target = row.find_element("css selector", "a.cell").get_attribute("href").split("#")[1]
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get("about:blank")
        browser.get(f"{address}#{target}")
        marked = browser.find_element("css selector", ".at:target + [data-at]")
        assert marked.text == "At the moment there is no order to leave"
        assert marked.value_of_css_property("background-color") == "rgba(255, 211, 77, 1)"
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_page_prints(browser: Browser, address: str) -> None:
    """On paper nothing is docked, nothing is cut off, and the columns stand side by side."""
    opened(browser, address)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert run(browser, "return getComputedStyle(document.getElementById('texts')).position") == (
        "static"
    )
    for hidden in ("#tools", "#fill", ".skip"):
        (element, *_) = browser.find_elements("css selector", hidden)
        assert element.value_of_css_property("display") == "none"
    pdf = browser.execute_cdp_cmd("Page.printToPDF", {})
    assert len(pdf["data"]) > 10_000
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
