"""What holds of the changes between any two records."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum import codec, exports, pipeline
from variorum.model.record import Record
from variorum.review.changes import compare

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = tuple(str(page) for page in sorted(EXAMPLES.rglob("*.txt")))
OFTEN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = st.sets(st.sampled_from(PAGES), min_size=1, max_size=4)
INVERSE = {"new": "gone", "gone": "new", "kept": "kept", "changed": "changed"}


@cache
def read(pages: frozenset[str]) -> Record:
    """Return the record of some pages."""
    return pipeline.read(sorted(pages))


def fates(old: Record, new: Record) -> dict[str, str]:
    """Return what became of each witness, by the name of its source."""
    found = compare(old, new).witnesses
    return {seen.source: f.fate for f in found for seen in (f.new or f.old,) if seen}


@OFTEN
@given(some)
def test_record_beside_itself_is_empty(pages: set[str]) -> None:
    """The diff of a record with itself has no points, and keeps every witness."""
    made = read(frozenset(pages))
    changes = compare(made, made)
    assert changes.points == ()
    assert [f.fate for f in changes.witnesses] == ["kept"] * len(made.witnesses)


@OFTEN
@given(some, some)
def test_each_witness_that_came_or_went_is_named(before: set[str], after: set[str]) -> None:
    """What only the new record has is new, what only the old one has is gone; back it turns."""
    old, new = read(frozenset(before)), read(frozenset(after))
    expected = {Path(p).name: "kept" for p in before & after}
    expected |= {Path(p).name: "new" for p in after - before}
    expected |= {Path(p).name: "gone" for p in before - after}
    assert fates(old, new) == expected
    assert fates(new, old) == {name: INVERSE[fate] for name, fate in expected.items()}


@OFTEN
@given(some, some)
def test_every_point_leads_into_the_records(before: set[str], after: set[str]) -> None:
    """Ids of points and witnesses of readings are in the record they belong to, in its order."""
    old, new = read(frozenset(before)), read(frozenset(after))
    known = {w.id for r in (old, new) for w in r.witnesses}
    for point in compare(old, new).points:
        array = "statements" if point.array == "single" else point.array
        for ids, record in ((point.old, old), (point.new, new)):
            assert set(ids) <= {noun.id for noun in getattr(record, array)}
        assert point.changes
        assert {r.witness for c in point.changes for r in c.readings} <= known


@OFTEN
@given(some, some)
def test_what_is_new_one_way_is_gone_the_other(before: set[str], after: set[str]) -> None:
    """The points of the way back are those of the way there, with their sides exchanged."""
    old, new = read(frozenset(before)), read(frozenset(after))
    there = {(p.array, p.old, p.new) for p in compare(old, new).points}
    back = {(p.array, p.new, p.old) for p in compare(new, old).points}
    assert there == back


@OFTEN
@given(some, some)
def test_every_format_writes_any_changes(before: set[str], after: set[str]) -> None:
    """Changes are written the same each time, and a new statement of a witness is among them."""
    old, new = read(frozenset(before)), read(frozenset(after))
    changes = compare(old, new)
    for name in ("text", "json"):
        written = exports.render_changes(changes, (old, new), name)
        assert written.endswith("\n")
        assert written == exports.render_changes(compare(old, new), (old, new), name)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_order_of_files_changes_nothing(order: Sequence[int]) -> None:
    """The changes are the same bytes whatever the order in which the files were read."""
    old = read(frozenset(PAGES[:2]))
    expected = codec.encode_changes(compare(old, read(frozenset(PAGES[:3]))))
    mixed = pipeline.read([PAGES[at] for at in order])
    assert codec.encode_changes(compare(old, mixed)) == expected
