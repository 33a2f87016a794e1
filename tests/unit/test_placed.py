"""Which rows of the places ledger are of one place."""

from __future__ import annotations

from variorum.model.annotation import Place
from variorum.model.placed import by_place
from variorum.model.vocabulary import PlaceFeature


def row(ref: str | None, feature: PlaceFeature = "city", name: str = "Tarn") -> Place:
    """Return a row of a place."""
    return Place(
        id="", place=name, feature=feature, ref=ref,
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


def test_a_bare_name_is_of_the_only_kind_that_its_name_has() -> None:
    """One witness calls Tarn a city, the other one only Tarn; that is no harbour of the name."""
    one, bare = row("geonames:1"), row(None, "other")
    assert list(by_place([bare, one]).values()) == [[bare, one]]
    for kinds in (("city", "region"), ("facility",), ("water",)):
        rows = [row(None, "other"), *(row(None, kind) for kind in kinds)]
        assert list(by_place(rows).values()) == [[one] for one in rows]


def test_a_word_for_its_kind_makes_no_other_place_of_a_name() -> None:
    """``Tarn valley`` and ``Tarn`` are one, but not where Tarn is a city."""
    valley, bare, city = row(None, "other", "Tarn valley"), row(None, "other"), row(None)
    assert list(by_place([valley, bare]).values()) == [[valley, bare]]
    assert list(by_place([valley, city]).values()) == [[valley], [city]]
