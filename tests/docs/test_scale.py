"""The figures of docs/scale.md follow from the rates that were measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bench import plan

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"


@pytest.fixture
def rates() -> Any:
    """The rates that the benches wrote."""
    return json.loads(plan.RATES.read_text("utf-8"))


def test_tables_are_reckoned_from_rates(rates: Any) -> None:
    """Every table of the page is the one that `python -m tests.bench.plan` prints."""
    page = PAGE.read_text("utf-8")
    for table in plan.tables(rates):
        assert table in page


def test_steps_are_those_of_a_batch(rates: Any) -> None:
    """Every step that was measured has its cost, once."""
    named = {step["name"] for step in rates["pages"]["stages"]["steps"]}
    told = [cost.step for cost in plan.costs(rates)]
    assert len(told) == len(set(told))
    assert {step for step in named if "-" not in step} == {s for s in told if "-" not in s}


def test_assumptions_stand_in_the_page() -> None:
    """What is assumed is said: the load, the price of an hour of a core and of a gigabyte."""
    page = PAGE.read_text("utf-8")
    assert f"{plan.PAGES_A_DAY:,} pages" in page
    assert f"${plan.DOLLARS_A_CORE_HOUR} " in page
    assert f"${plan.DOLLARS_A_GIGABYTE_MONTH} " in page
