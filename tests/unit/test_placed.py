"""Which rows of the places ledger are of one place."""

from __future__ import annotations

from variorum.model.annotation import Place
from variorum.model.placed import by_place


def row(ref: str | None, feature: str = "city") -> Place:
    """Return a row of a place called Tarn."""
    return Place(
        id="", place="Tarn", feature="region" if feature == "region" else "city", ref=ref,
        witness="a", span=(0, 4), holder=None, stance=None, predicate="flooded", said_by=None,
        edtf=None,
    )  # fmt: skip


def test_a_row_without_a_reference_is_of_the_only_place_of_its_name() -> None:
    """One witness tells which Tarn is meant, the other one does not."""
    one, other = row(None), row("geonames:1")
    assert list(by_place([one, other]).values()) == [[one, other]]


def test_a_row_without_a_reference_is_of_none_of_two_places() -> None:
    """Two references of one name leave open which is meant; a region is no city."""
    rows = [row(None), row("geonames:1"), row("geonames:2"), row(None, "region")]
    assert list(by_place(rows).values()) == [[one] for one in rows]
