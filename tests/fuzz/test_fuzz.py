"""Every harness on its corpus, and on what becomes of it when it is changed: a minute in all.

`make fuzz` does the same for ten minutes and is guided by what code it reaches.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.harnesses import HARNESSES
from tests.fuzz.seeds import CORPUS, TOKENS, inputs

# What takes milliseconds, where the others take a fraction of one.
SLOW = {"annotate": 40, "extract": 80, "record": 80, "blocks": 120, "times": 200}
EXAMPLES = 300

PIECES = st.one_of(st.sampled_from(TOKENS), st.binary(max_size=6))
EDITS = st.lists(st.tuples(st.integers(0, 6_000), st.integers(0, 40), PIECES), max_size=6)


def changed(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """Return data with some of its bytes cut out and others put in."""
    for at, cut, piece in edits:
        at %= len(data) + 1
        data = data[:at] + piece + data[at + cut :]
    return data


@pytest.mark.parametrize("name", HARNESSES)
def test_corpus_holds(name: str) -> None:
    """Every input of the corpus, also those that once broke something, keeps the promises."""
    for data in inputs(name):
        HARNESSES[name](data)


@pytest.mark.parametrize("name", HARNESSES)
def test_changed_inputs_hold(name: str) -> None:
    """Inputs with pieces cut out and put in keep the promises; what breaks them is told."""

    @settings(
        max_examples=SLOW.get(name, EXAMPLES),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(st.sampled_from(inputs(name)), EDITS)
    def holds(data: bytes, edits: list[tuple[int, int, bytes]]) -> None:
        HARNESSES[name](changed(data, edits))

    holds()


def test_every_harness_has_a_corpus() -> None:
    """No folder of the corpus is without its harness, and no harness without an input."""
    assert {folder.name for folder in CORPUS.iterdir()} <= set(HARNESSES)
    assert all(inputs(name) for name in HARNESSES)
