"""EDTF values: where they lie in time, how they sort, and what is no value at all."""

from __future__ import annotations

import calendar
import random
from datetime import UTC, datetime

import pytest

from variorum.model.edtf import DAY, order, read


def at(text: str) -> int:
    """Return a moment in seconds from 1970."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2031", "2031-01-01", "2032-01-01"),
        ("2031-12", "2031-12-01", "2032-01-01"),
        ("2028-02", "2028-02-01", "2028-03-01"),
        ("2031-05-02", "2031-05-02", "2031-05-03"),
        ("203X", "2030-01-01", "2040-01-01"),
        ("20XX", "2000-01-01", "2100-01-01"),
        ("2031-XX", "2031-01-01", "2032-01-01"),
        ("2031-05-XX", "2031-05-01", "2031-06-01"),
        ("2031-XX-05", "2031-01-05", "2031-12-06"),
        ("203X-05-02", "2030-05-02", "2039-05-03"),
        ("2031-21", "2031-03-01", "2031-06-01"),
        ("2031-24", "2031-12-01", "2032-03-01"),
        ("2031-31", "2031-03-01", "2031-06-01"),
        ("2031-33", "2031-01-01", "2031-04-01"),
        ("2031-36", "2031-10-01", "2032-01-01"),
        ("2031-39", "2031-09-01", "2032-01-01"),
        ("2031-41", "2031-07-01", "2032-01-01"),
        ("2031-05-02T14:30", "2031-05-02T14:30", "2031-05-02T14:31"),
        ("2031-05-02T14:30:05Z", "2031-05-02T14:30:05", "2031-05-02T14:30:06"),
        ("2031-05-02T00:30+02:00", "2031-05-01T22:30", "2031-05-01T22:31"),
        ("2031-05-02T22:30-0430", "2031-05-03T03:00", "2031-05-03T03:01"),
        ("2031-05-02T14", "2031-05-02T14:00", "2031-05-02T15:00"),
        ("2031-05-02T24:00", "2031-05-03T00:00", "2031-05-03T00:01"),
        ("2031-05-02/2031-05-04", "2031-05-02", "2031-05-05"),
        ("2031/2032-03", "2031-01-01", "2032-04-01"),
        ("[2031-05-02,2031-05-04]", "2031-05-02", "2031-05-05"),
        ("{2031-01..2031-03, 2032}", "2031-01-01", "2033-01-01"),
    ],
)
def test_a_value_lies_between_two_moments(edtf: str, start: str, end: str) -> None:
    """Each kind of value has its first moment and the first one after it."""
    value = read(edtf)
    assert value is not None
    assert (value.start, value.end) == (at(start), at(end))


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2031/..", "2031-01-01", None),
        ("2031/", "2031-01-01", None),
        ("../2031", None, "2032-01-01"),
        ("/2031", None, "2032-01-01"),
        ("[..2031]", None, "2032-01-01"),
        ("XXXX-05-03", None, None),
        ("XXXX-05", None, None),
        ("XXXX", None, None),
    ],
)
def test_what_is_open_has_no_bound(edtf: str, start: str | None, end: str | None) -> None:
    """An open or unknown end is None, and so are both ends of what has no year."""
    value = read(edtf)
    assert value is not None
    assert (value.start, value.end) == (start and at(start), end and at(end))


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [
        ("2031", False, False),
        ("2031~", True, False),
        ("2031-05?", False, True),
        ("2031-05-02%", True, True),
        ("2031-~05-02", True, False),
        ("2030?/2031~", True, True),
        ("[2030,2031?]", False, True),
    ],
)
def test_qualifiers_change_no_bound(edtf: str, approximate: bool, uncertain: bool) -> None:
    """``~``, ``?`` and ``%``, wherever they stand, are told apart and move nothing."""
    value, bare = read(edtf), read(edtf.translate(str.maketrans("", "", "~?%")))
    assert value is not None
    assert bare is not None
    assert (value.approximate, value.uncertain) == (approximate, uncertain)
    assert (value.start, value.end) == (bare.start, bare.end)


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "P3D", "PT2H", "2031-13", "2031-00", "2031-02-30", "2031-05-00", "31-05-02"),
        *("2031-5-2", "2031-21-05", "2031T10", "2031-05-02T25:00", "2031-05-02T10:60", "2032/2031"),
        *("/", "..", "../..", "2031//2032", "2031/soon", "[]", "{}", "[2031", "[soon]", "[[2031]]"),
        *("20X1", "2031-0X", "\u0662\u0660\u0663\u0661", "2031-05-02\n", "X" * 5000, "[" * 900),
    ],
)
def test_other_strings_have_no_place_in_time(text: str) -> None:
    """What is no EDTF value is None, and sorts behind every value."""
    assert read(text) is None
    assert order(text) > order("XXXX-12-31") > order("9999")


def test_years_have_no_bound() -> None:
    """Years before the first, which no calendar of the standard library has, are read as well."""
    caesar, next_year = read("-0043-03-15"), read("-0042-03-15")
    assert caesar is not None
    assert next_year is not None
    assert (next_year.start or 0) - (caesar.start or 0) == 365 * DAY
    assert order("-0043") < order("0000") < order("0001") < order("1066")


def test_values_sort_by_their_beginning_the_longer_first() -> None:
    """A decade stands before its year, a year before its month, and so on down."""
    ordered = [
        *("../2029-12", "203X", "2031/..", "2031/2032", "2031", "2031-01", "2031-01-01"),
        *("2031-01-01T00:00", "2031-01-01T00:00:00Z", "2031-21", "2031-03-05", "2031-04~"),
        *("XXXX-05-03", "XXXX-06", "someday"),
    ]
    shuffled = random.Random(4).sample(ordered, len(ordered))
    assert sorted(shuffled, key=order) == ordered


def test_reading_never_raises_and_takes_linear_time() -> None:
    """Any string of the format's own signs is read or refused, and long ones are refused."""
    dice = random.Random(7)
    for _ in range(20_000):
        text = "".join(dice.choices("0123456789X-/~?%.T:Z+[]{},", k=dice.randint(0, 24)))
        value = read(text)
        order(text)
        if value and value.start is not None and value.end is not None:
            assert value.start < value.end
    for text in ("2031-" * 200_000, "[" + "2031," * 190 + "2031]", "{" + "," * 900 + "}"):
        read(text)


def test_bounds_agree_with_the_edtf_package() -> None:
    """The first and last day of a value are those of the package ``edtf``, where it is there."""
    edtf = pytest.importorskip("edtf")
    values = (
        *("2031", "2031-12", "2031-05-02", "203X", "20XX", "2031-21", "2031-22", "2031-33"),
        *("2031-37", "2031-41", "2031-26", "2031/2032-03", "2031-XX", "2031-05-XX", "2028-02-29"),
    )
    for text in values:
        value, other = read(text), edtf.parse_edtf(text)
        assert value is not None
        assert value.start == calendar.timegm(other.lower_strict())
        assert (value.end or 0) - DAY == calendar.timegm(other.upper_strict())
