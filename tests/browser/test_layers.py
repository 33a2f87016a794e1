"""The page's switches, its copied runs and its columns, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import dam
from tests.browser.window import MARKS, Browser, opened, run, view
from variorum.exports import LAYERS, Surface, html

pytestmark = MARKS

VISIBLE = """return [...document.querySelectorAll(arguments[0])].filter(
    e => e.checkVisibility({checkVisibilityCSS: true})).length"""
UNDERLINED = """return [...document.querySelectorAll("mark." + arguments[0])].filter(
    e => parseFloat(getComputedStyle(e).borderBottomWidth) > 0).length"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return where the page of the three witnesses lies on disk."""
    path: Path = tmp_path_factory.mktemp("page") / "record.html"
    path.write_text(html.render(dam.record(), Surface()), "utf-8")
    return path.as_uri()


def switch(browser: Browser, layer: str) -> None:
    """Press the switch of a layer by its label."""
    browser.find_element("css selector", f"label:has(#layer-{layer})").click()


@pytest.mark.parametrize("layer", list(LAYERS))
@pytest.mark.parametrize("scripts", [True, False])
def test_switch_hides_its_layer_only(
    browser: Browser, address: str, layer: str, scripts: bool
) -> None:
    """A switch hides what belongs to its layer, with or without scripts, and brings it back."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})
    try:
        opened(browser, address)
        mine, others = f".{layer}:not(mark, details *)", "article.utterance, .band td"
        before = [run(browser, VISIBLE, css) for css in (mine, others)]
        assert all(before)
        switch(browser, layer)
        assert run(browser, VISIBLE, mine) == 0
        assert not run(browser, UNDERLINED, layer)
        assert run(browser, VISIBLE, "h3")
        switch(browser, layer)
        assert [run(browser, VISIBLE, css) for css in (mine, others)] == before
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_no_switch_takes_a_word_of_a_print(browser: Browser, address: str) -> None:
    """With all switches off the prints stand as they were."""
    words = """return [...document.querySelectorAll(".bands td")].filter(td => td.offsetParent).map(
        td => [...td.childNodes].filter(n => !n.classList || !n.matches(".tag, .gap"))
            .map(n => n.textContent).join("")).join(" ")"""
    opened(browser, address)
    before = run(browser, words)
    for layer in LAYERS:
        switch(browser, layer)
    assert "We cannot rule that out. At the moment there is no order to leave." in before
    assert run(browser, words) == before


def test_switches_work_by_keyboard(browser: Browser, address: str) -> None:
    """Space on a focused switch turns it, and the focus can be seen."""
    from selenium.webdriver.common.keys import Keys

    opened(browser, address)
    box = browser.find_element("id", "layer-substance")
    run(browser, "arguments[0].focus({focusVisible: true})", box)
    assert box.value_of_css_property("outline-style") == "solid"
    box.send_keys(Keys.SPACE)
    assert run(browser, VISIBLE, "section.substance") == 0


def test_paper_has_the_layers_of_the_screen(browser: Browser, address: str) -> None:
    """What is switched off is not printed, and the switches that are say so on paper."""
    opened(browser, address)
    switch(browser, "attribution")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert run(browser, VISIBLE, ".attribution:not(mark)") == 0
    assert run(browser, VISIBLE, "section.substance") > 0
    assert run(browser, VISIBLE, ".layers input") == len(LAYERS)
    assert run(browser, VISIBLE, "details.minor table") > 0
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_a_copied_run_lights_in_every_column(browser: Browser, address: str) -> None:
    """The line above a copied run, focused or pointed at, lights the run where else it stands."""
    opened(browser, address)
    lit = """return Object.fromEntries([...document.querySelectorAll("[data-siglum]")].map(
        pane => [pane.dataset.siglum,
                 [...pane.querySelectorAll(".lit")].map(p => p.textContent).join("")]))"""
    line = browser.find_element("css selector", ".from")
    run(browser, "arguments[0].focus({preventScroll: true})", line)
    focused = run(browser, lit)
    assert focused["A"] == focused["B"] != ""
    assert focused["C"] == ""
    run(browser, "document.activeElement.blur()")
    greyed = browser.find_elements("css selector", ".copied")[-1]
    run(browser, "arguments[0].dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))", greyed)
    pointed = run(browser, lit)
    assert pointed["A"] == pointed["B"] != focused["A"]
    assert greyed.text.strip() in pointed["A"]


def test_rows_run_on_where_columns_have_no_room(browser: Browser, address: str) -> None:
    """On a phone a row of a band is running words, on a wide screen its words are in columns."""
    cells = """return [...document.querySelectorAll(".band td")].map(
        td => getComputedStyle(td).display)"""
    opened(browser, address, width=390)
    assert set(run(browser, cells)) == {"inline"}
    view(browser, 1280, 900)
    assert set(run(browser, cells)) == {"table-cell"}
    edges = """return [...document.querySelectorAll(".band")].map(band =>
        [...band.querySelectorAll("thead:not(.vh) tr, tbody tr")].map(row => row.cells[2])
        .filter(Boolean).map(cell => Math.round(cell.getBoundingClientRect().left))
    ).filter(lefts => lefts.length > 1)"""
    columns = run(browser, edges)
    assert columns
    assert all(len(set(lefts)) == 1 for lefts in columns)


def test_a_tag_leads_to_its_difference(browser: Browser, address: str) -> None:
    """The name of a difference is a link to its row, which opens where it is folded away."""
    opened(browser, address)
    tag = browser.find_element("css selector", ".glance .tag")
    target = tag.get_attribute("href").split("#")[1]
    tag.click()
    assert run(browser, "return document.querySelector('.chosen').id") == target
    minor = browser.find_element("css selector", "details.minor tr[id]").get_attribute("id")
    assert run(browser, "return document.querySelector('details.minor').open") is False
    opened(browser, address, minor)
    assert run(browser, "return document.querySelector('details.minor').open") is True
