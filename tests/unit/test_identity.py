"""Ids hang on words and places, and on nothing else."""

from __future__ import annotations

from dataclasses import replace

from tests.articles import article
from variorum.model.annotation import Time
from variorum.model.identity import identity, sign


def test_id_changes_with_span_words_and_witness() -> None:
    """One character of a text, one position or another witness makes another id."""
    one = article("A\nrain rain", source="one.txt")
    time = Time(id="", witness=one.id, span=(2, 6), edtf="2025", basis="stated")
    signed = sign(time, {one.id: one})
    assert signed.id == identity(signed, {one.id: one})
    moved = replace(signed, span=(7, 11))
    changed = replace(one, text="A\nruin rain")
    other = replace(one, sha256="0" * 64)
    ids = {
        signed.id,
        identity(moved, {one.id: one}),
        identity(signed, {one.id: changed}),
        identity(signed, {one.id: other}),
    }
    assert len(ids) == 4


def test_id_does_not_hang_on_the_file_name() -> None:
    """The same bytes under another name are the same witness."""
    assert article("A\nb", source="one.txt").id == article("A\nb", source="two.txt").id
