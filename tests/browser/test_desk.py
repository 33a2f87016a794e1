"""A served library in a real browser: texts in, a story, a ruling, a third witness, an export."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.browser.window import MARKS, WCAG, Browser, run, view
from tests.libraries import AGAIN, FERRY, LATER
from tests.unit.test_web_jobs import Stuck
from tests.unit.test_web_persons import BERN, BRIDGE, FLOOD
from variorum.web import application
from variorum.web.jobs import Jobs
from variorum.web.settings import Settings

pytestmark = MARKS

# What the ferry's harbour master said, with another number in it.
TOLD = AGAIN.replace("The fire was", "Nobody was hurt, and the fire should be").replace(
    "twenty minutes", "thirty minutes"
)
SETTINGS = Settings(patience=100)
LIT = """return [...document.querySelectorAll("[data-siglum]")].filter(
    pane => pane.querySelector(".on")).map(pane => pane.dataset.siglum)"""


@contextmanager
def running(
    folder: Path, settings: Settings = SETTINGS, executor: Executor | None = None
) -> Iterator[str]:
    """Serve a library on loopback, and say where."""
    import uvicorn

    path = folder / "library.sqlite"
    app = application(path, settings)
    app.state.desk.jobs = Jobs(settings.most_waiting, executor or ThreadPoolExecutor(1))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where a library is served."""
    with running(tmp_path_factory.mktemp("desk")) as address:
        yield address


@pytest.fixture(scope="module")
def story(browser: Browser, home: str) -> str:
    """Return the address of the story that two pasted texts make."""
    return paste(browser, home, FERRY, TOLD)


@pytest.fixture(scope="module")
def more(browser: Browser, home: str) -> str:
    """Return the name of somebody who is quoted in two stories, one of them told twice."""
    paste(browser, home, FLOOD)
    for text in (BRIDGE, BRIDGE.replace("this winter", "until May")):
        paste(browser, home, text, at="https://tarrow.example/bridge")
    return BERN


def paste(browser: Browser, home: str, *texts: str, at: str = "") -> str:
    """Paste texts, press Read, and return the address of the page that comes of it.

    The first of them stands ``at`` an address of the web, if it does.
    """
    view(browser, 1280, 900)
    browser.get(f"{home}/read")
    run(browser, "arguments[0].value = arguments[1]", browser.find_element("name", "address"), at)
    for box, text in zip(browser.find_elements("name", "text"), texts, strict=False):
        run(browser, "arguments[0].value = arguments[1]", box, text)
    press(browser, "Read")
    address: str = browser.current_url
    return address


def press(browser: Browser, name: str) -> None:
    """Press a button by its name, and wait for the next page."""
    from selenium.webdriver.support.wait import WebDriverWait

    before = browser.find_element("tag name", "html")
    browser.find_element("xpath", f"//button[. = '{name}']").click()
    WebDriverWait(browser, 100).until(lambda b: b.find_element("tag name", "html") != before)


def click(browser: Browser, selector: str) -> None:
    """Click the first such element, whatever lies over it."""
    run(browser, "arguments[0].click()", browser.find_element("css selector", selector))


def test_from_two_texts_to_an_export(browser: Browser, home: str, story: str) -> None:
    """Texts, story, a variant lit in both columns, a ruling, a third witness, an export."""
    assert re.fullmatch(rf"{home}/stories/\w+", story)
    browser.get(story)
    click(browser, "article.utterance .lost tr[data-spans*='A.'][data-spans*='B.'] a.pick")
    assert run(browser, LIT) == ["A", "B"]
    click(browser, "article.utterance a.rule")
    browser.find_element("css selector", "input[value='quotation-note']").click()
    browser.find_element("id", "who").send_keys("Ada Quill")
    browser.find_element("id", "why").send_keys("Heard it myself.")
    press(browser, "Rule")
    assert browser.current_url.startswith(f"{story}#r-")
    assert "Heard it myself." in browser.find_element("css selector", "tr.ruling").text
    assert paste(browser, home, LATER) == story
    assert "Three witnesses" in browser.find_element("tag name", "header").text
    ruled = browser.find_element("css selector", "tr.ruling").text
    assert "Ada Quill" in ruled
    assert "Heard it myself." in ruled
    assert "no longer applies" not in ruled
    browser.find_element("css selector", "#exports summary").click()
    link = browser.find_element("link text", "json")
    told = run(
        browser, "return fetch(arguments[0]).then(a => a.json())", link.get_attribute("href")
    )
    assert told["rulings"][0]["why"] == "Heard it myself."


def test_back_and_addresses_work(browser: Browser, home: str, story: str) -> None:
    """A chosen row is in the address; back leads to where one was."""
    browser.get(home)
    browser.find_element("css selector", ".listing h2 a").click()
    assert browser.current_url == story
    click(browser, "article.utterance a.pick")
    chosen = browser.current_url
    browser.back()
    browser.back()
    assert browser.current_url == f"{home}/"
    browser.get(chosen)
    assert run(browser, LIT)


def test_everything_works_without_script(browser: Browser, home: str, story: str) -> None:
    """Search, story, ruling: plain links and forms."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(home)
        browser.find_element("id", "q").send_keys("engine")
        press(browser, "Find")
        assert browser.find_element("css selector", ".hit").text.lower() == "engine"
        browser.find_element("css selector", ".listing h2 a").click()
        browser.find_element("link text", "Rule on origins").click()
        for box in browser.find_elements("name", "part")[:2]:
            box.click()
        browser.find_element("css selector", "input[value='origin-split']").click()
        browser.find_element("id", "who").send_keys(" II")
        press(browser, "Rule")
        assert browser.current_url.startswith(f"{story}#r-")
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_the_keyboard_is_enough(browser: Browser, home: str, story: str) -> None:
    """Tab leads from the skip link through the pages, and what has the focus can be seen."""
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    for address in (home, f"{home}/read", f"{story}/rule?on=origins"):
        browser.get(address)
        seen = []
        for _ in range(40):
            ActionChains(browser).send_keys(Keys.TAB).perform()
            active = browser.switch_to.active_element
            if active.tag_name == "body":
                break
            assert active.value_of_css_property("outline-style") == "solid", active.tag_name
            seen.append(active.tag_name)
        assert {"a", "input", "button"} <= set(seen)


PAGES = ("/", "/?q=fire&since=2031-05-09", "/changes?since=2020-01-01", "/read", "/nowhere",
         "{story}", "{story}/rule?on=origins", "{rule}", "{witness}", "/speakers/Isolde%20Penrose",
         "/speakers/Ute%20Bern", "{since}", "/places/Corran")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
)
def test_nothing_keeps_anybody_out(
    browser: Browser, home: str, story: str, more: str, *, page: str, width: int, scheme: str
) -> None:
    """Nothing is amiss to axe (WCAG 2.2 AA), no page is wider than the window, none complains."""
    view(browser, width, 844, scheme=scheme)
    if "{" in page and page != "{story}":
        browser.get(f"{home}/changes?since=2020-01-01" if page == "{since}" else story)
        link = browser.find_elements("css selector", f"a[href*='{_LINKS.get(page, 'rule')}']")
        page = page if "?" in page else link[-1].get_attribute("href").removeprefix(home)
    browser.get_log("browser")
    browser.get(home + page.format(story=story.removeprefix(home)))
    nothing_is_amiss(browser)


def nothing_is_amiss(browser: Browser) -> None:
    """Assert that axe finds nothing, the page fits the window, and it has not complained."""
    axe_of = pytest.importorskip("axe_core_python.selenium", reason="axe-core is not installed")
    assert run(browser, "return document.documentElement.scrollWidth <= innerWidth")
    found = axe_of.Axe().run(browser, options={"runOnly": WCAG})
    assert [(f["id"], f["nodes"][0]["html"]) for f in found["violations"]] == []
    complaints: list[dict[str, Any]] = browser.get_log("browser")
    assert [c["message"] for c in complaints if "404" not in c["message"]] == []


_LINKS = {"{rule}": "rule?on=", "{witness}": "/witnesses/", "{since}": "/since/"}


def test_one_person_is_ruled_one_in_the_browser(browser: Browser, home: str, more: str) -> None:
    """A proposal on a speaker's page is accepted by its button, and their words stand there."""
    browser.get(f"{home}/speakers/{more}")
    assert "underpinned" not in browser.find_element("tag name", "main").text
    browser.find_element("css selector", "input[name='other']").click()
    name = browser.find_element("id", "who")
    name.clear()
    name.send_keys("Ada Quill")
    press(browser, "Rule: the same person")
    assert "underpinned" in browser.find_element("tag name", "main").text
    assert not browser.find_elements("css selector", "input[name='other']")


def test_a_long_reading_leads_on_by_itself(browser: Browser, tmp_path: Path) -> None:
    """The page of a reading hears how far it is, and goes on to the story without a click."""
    from selenium.webdriver.support.wait import WebDriverWait

    with running(tmp_path, Settings(patience=0)) as home:
        led = (f"{home}/readings/", f"{home}/stories/")  # it may lead on before it is looked at
        assert paste(browser, home, FERRY, TOLD).startswith(led)
        WebDriverWait(browser, 100).until(lambda b: b.current_url.startswith(f"{home}/stories/"))


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_waiting_keeps_nobody_out(
    browser: Browser, tmp_path: Path, *, width: int, scheme: str
) -> None:
    """The page of a reading that waits says so, and nothing is amiss with it."""
    with running(tmp_path, Settings(patience=0), Stuck()) as home:
        paste(browser, home, FERRY, TOLD)
        view(browser, width, 844, scheme=scheme)
        browser.get_log("browser")
        browser.refresh()
        assert "0 of 2 texts are read" in browser.find_element("tag name", "main").text
        nothing_is_amiss(browser)
        browser.get("about:blank")


def test_paper_has_the_words_and_no_forms(browser: Browser, home: str, story: str) -> None:
    """Printed, a story has neither navigation nor links to rule, and a list no form."""
    hidden = """return [...document.querySelectorAll("nav, .rule, .filters, .acts")].filter(
        e => e.checkVisibility()).length"""
    for address in (home, story):
        browser.get(address)
        assert run(browser, hidden) > 0
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        assert run(browser, hidden) == 0
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
