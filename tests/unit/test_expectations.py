"""Statements of what is expected, hoped for, wanted or to come: how they are meant."""

from __future__ import annotations

import pytest

from tests.articles import article
from variorum.annotate import Annotate
from variorum.model.annotation import Statement


def only_statement(sentence: str) -> Statement:
    """Return the statement of a sentence that makes one."""
    (statement,) = Annotate()(article(f"{sentence}\n")).statements
    return statement


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("The board expects the bridge to close.", "possible"),
        ("The bridge is expected to close in May.", "possible"),
        ("The keeper hopes to be back on Sunday.", "possible"),
        ("The board wants to sell the bridge.", "possible"),
        ("The bridge opened earlier than expected.", "fact"),
        ("The guests wanted more bread and tea.", "fact"),
        ("Rail workers are to strike from Friday.", "planned"),
        ("The harbour was to be found on the left.", "fact"),
        ("Varga expected that the bridge would close on Sunday.", "possible"),
        ("Varga said that the bridge would close on Sunday.", "claimed"),
    ],
)
def test_what_is_expected_or_wanted_may_be(sentence: str, modality: str) -> None:
    """An expectation, a hope and a wish are less than a plan, and a plan is not done."""
    assert only_statement(sentence).modality == modality
