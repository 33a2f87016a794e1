"""What is other with omissions, copies, times and the single rows of a record."""

from __future__ import annotations

from dataclasses import replace

from tests.growth import growth
from tests.records import rejected, witness
from tests.weir import A, B, C, desk, kinds, of, record
from variorum.model.identity import Reading, sign
from variorum.model.record import Record, Witness
from variorum.model.story import Omission, Variant
from variorum.review.changes import compare
from variorum.review.counterparts import counterparts


def omitting(silent: Witness, of_: str, words: str, *witnesses: Witness) -> Record:
    """Return a record in which one witness leaves out what another prints."""
    made = desk(*witnesses)
    lacks = Omission(
        id="", witness=silent.id, of=made.reading(of_, words), scope="cut-inside-shared"
    )
    return made.record(omissions=(made.signed(lacks),))


def test_omission_is_new_filled_or_gone() -> None:
    """A cut is filled where the cutting witness changed, and gone where nothing else did."""
    open_ = witness("B", [("paragraph", "“At least so far we hold the weir,” Rask told us.")])
    cut, none = omitting(B, "A", "At least so far", A, B), desk(A, B).record()
    assert kinds(compare(none, cut), "omissions") == ["new"]
    assert kinds(compare(cut, none), "omissions") == ["gone"]
    assert kinds(compare(cut, desk(A, open_).record()), "omissions") == ["filled"]


def test_omission_of_other_extent_is_the_same_one() -> None:
    """More words left out at one place are one cut that grew."""
    old, new = (omitting(B, "A", words, A, B) for words in ("At least", "At least so far"))
    assert [(c.kind, c.field) for c in of(compare(old, new), "omissions")] == [("changed", "of")]


def test_omission_told_beside_another_witness_is_no_change() -> None:
    """What B lacks of A, and of C which prints it too, is one cut."""
    cut = omitting(B, "A", "At least", A, B)
    old = replace(record(A, B), omissions=cut.omissions)
    beside = omitting(B, "C", "At least", A, B, C)
    new = replace(record(A, B, C), omissions=beside.omissions)
    assert kinds(compare(old, new), "omissions") == []


def test_rows_come_and_go() -> None:
    """Flags, places, copies and rejected inputs that only one record has are told."""
    made = desk(A, C)
    full = made.record(
        flags=(made.flag("number-clash", "A", "Four", "“Four”"),),
        places=(made.place("A", "the weir", "holds", "Rask"),),
        copies=(made.copy("A", "B", "we hold the weir"),),
        rejected=(rejected("empty.txt", "is empty"),),
    )
    bare = made.record()
    arrays = ["copies", "places", "flags", "rejected"]
    assert [(p.array, p.changes[0].kind) for p in compare(bare, full).points] == [
        (array, "new") for array in arrays
    ]
    assert [(p.array, p.changes[0].kind) for p in compare(full, bare).points] == [
        (array, "gone") for array in arrays
    ]


def test_copied_run_that_grew_is_the_same_run() -> None:
    """A longer run over the same words is one copy with other passages; a credit is told."""
    made = desk(A, C)
    short = made.record(copies=(made.copy("A", "B", "hold the weir"),))
    long = made.record(copies=(made.copy("A", "B", "we hold the weir", credited=True),))
    found = [(c.field, c.now) for c in of(compare(short, long), "copies")]
    assert found == [("credited", "True"), ("passages", None)]


def test_date_of_a_time_is_told() -> None:
    """An expression that has another date since is told with both."""
    made = desk(A)
    old, new = (made.record(times=(made.time("A", "so far", edtf),)) for edtf in ("2030", "2031"))
    (change,) = of(compare(old, new), "times")
    assert (change.field, change.was, change.now) == ("edtf", "2030", "2031")


def test_heap_of_spans_is_compared_in_time() -> None:
    """Thousands of differences that lie over one another are matched in seconds."""
    text = "word " * 6000
    made = desk(witness("A", [("paragraph", text.strip())]))

    def variants(end: int) -> list[Variant]:
        return [
            sign(
                Variant(
                    id="", kind="wording", weight="minor", reasons=(),
                    readings=(Reading(witness=made.witnesses[0].id, spans=((at, end),)),),
                ),
                made.sources,  # type: ignore[arg-type]
            )
            for at in range(5000)
        ]  # fmt: skip

    def places(variant: Variant) -> list[tuple[str, tuple[int, int]]]:
        return [(r.witness, span) for r in variant.readings for span in r.spans]

    old, new = variants(29_000), variants(29_001)

    def paired(count: int) -> list[tuple[Variant | None, Variant | None]]:
        return list(counterparts(old[:count], new[:count], lambda v: v.kind, places))

    assert all(was and now for was, now in paired(5000))
    assert growth(lambda: paired(1250), lambda: paired(5000), 20) < 20
