"""A browser's window for tests: its size, its colours, and what its page answers."""

from __future__ import annotations

from typing import Any

import pytest

MARKS = [
    pytest.mark.browser,
    # The driver's own sockets are closed by the interpreter, not by the driver.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Browser = Any


def view(browser: Browser, width: int, height: int, *, scheme: str = "light") -> None:
    """Set the size of the window and the colour scheme a person prefers."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature], "media": ""})


def opened(browser: Browser, address: str, fragment: str = "", *, width: int = 1280) -> Browser:
    """Open the page afresh."""
    view(browser, width, 900)
    browser.get("about:blank")
    browser.get(f"{address}#{fragment}" if fragment else address)
    return browser


def run(browser: Browser, script: str, *arguments: object) -> Any:
    """Run a script in the page and return what it returns."""
    return browser.execute_script(script, *arguments)
