"""Scripts, bombs, turned text, nested tags and false metadata stay where they were planted."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults import pages
from tests.faults.pages import PLANTS, check

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("*.html"))
TIMES = 6


@pytest.mark.parametrize("name", PLANTS)
def test_what_is_planted_stays_where_it_is(name: str) -> None:
    """No other witness changes, and no output has it as mark-up: thirty pages in all."""
    for number in range(TIMES):
        page = EXAMPLES[number % len(EXAMPLES)].read_text("utf-8", errors="replace")
        check(name, page, random.Random(number))


def test_without_data_it_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the pages are not at hand, that is what is said."""
    monkeypatch.setattr(pages, "DATA", tmp_path)
    assert pages.main(5) == 0
    assert "0 pages with something planted: there are none" in capsys.readouterr().out
