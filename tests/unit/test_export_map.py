"""The small map: points with labels, nothing drawn between them, all of it told in words too."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from tests.pages import page, render
from tests.records import Desk, witness
from variorum.model.record import Record


def record(*points: tuple[str, tuple[float, float] | None]) -> Record:
    """Return a record with a row of each place, in one witness."""
    text = " ".join(name for name, _ in points)
    on = Desk((witness("A", (("paragraph", text),)),))
    rows = tuple(
        replace(on.place("A", name, "holds", "Rume"), point=point) for name, point in points
    )
    return on.record(stories=(on.story("A"),), places=rows)


def dots(of: Record) -> list[tuple[float, float]]:
    """Return where the points are drawn."""
    found = re.findall(r'<circle cx="([\d.-]+)" cy="([\d.-]+)" r="3.5"/>', render(of))
    return [(float(x), float(y)) for x, y in found]


def labels(of: Record) -> list[tuple[str, float]]:
    """Return the labels of the points, with their places from the top."""
    found = re.findall(r'<text x="208" y="([\d.]+)">([^<]*)</text>', render(of))
    return [(words, float(y)) for y, words in found]


def test_north_is_up_and_east_is_right() -> None:
    """Points lie as on any map, each labelled with its name and the letters of its witnesses."""
    of = record(("Tarn", (50.0, 30.0)), ("Velm", (48.0, 36.0)))
    (x, y), (to_x, to_y) = dots(of)
    assert x < to_x
    assert y < to_y
    assert [words for words, _ in labels(of)] == ["Tarn A", "Velm A"]


def test_two_points_make_a_map_and_one_does_not() -> None:
    """Neither do two places at one point, nor places of which nobody knows where they are."""
    assert dots(record(("Tarn", (50.0, 30.0)), ("Velm", (50.0, 30.1))))
    for points in (((50.0, 30.0), (50.0, 30.0)), ((50.0, 30.0), None), (None, None)):
        of = record(("Tarn", points[0]), ("Velm", points[1]))
        assert '<figure class="map">' not in render(of)


def test_points_on_two_sides_of_the_date_line_stay_near() -> None:
    """The map begins after the widest gap between longitudes."""
    of = record(("Tarn", (-17.0, 178.0)), ("Velm", (-17.5, -179.0)))
    (x, _), (to_x, _) = dots(of)
    assert x < to_x <= 190


def test_labels_never_touch() -> None:
    """However close the points are, each label has a row of its own."""
    of = record(*((f"Tarn{at:02}", (50.0 + at / 1000, 30.0)) for at in range(12)))
    places = [y for _, y in labels(of)]
    assert len(places) == 12
    assert min(b - a for a, b in pairwise(places)) >= 15.9


def test_no_more_points_are_drawn_than_can_be_read() -> None:
    """The caption counts what is left out, and the table has it."""
    of = record(*((f"Tarn{at:02}", (50.0, 30.0 + at / 10)) for at in range(34)))
    assert len(dots(of)) == 30
    assert "30 of 34 places." in render(of)


def test_a_map_is_told_to_those_who_do_not_see_it() -> None:
    """It is an image with a name and a description, and says whose coordinates it has."""
    found = page(record(("Tarn", (50.0, 30.0)), ("<b>", (48.0, 36.0))))
    assert found.inside("id", "map-1-t") == "Places as points on a map"
    assert found.inside("id", "map-1-d") == "Tarn, <b>. All of them stand in the table below."
    assert "GeoNames (CC BY 4.0)" in found.inside("class", "map")


def test_coordinates_off_the_globe_are_not_drawn() -> None:
    """A record made by somebody else may hold any number."""
    of = record(("Tarn", (50.0, 30.0)), ("Velm", (48.0, 36.0)), ("Orr", (1e300, 1e300)))
    assert len(dots(of)) == 2
    assert dots(record(("Tarn", (90.0, 0.0)), ("Velm", (90.0, 170.0))))
    assert dots(record(("Tarn", (90.0, -180.0)), ("Velm", (-90.0, 180.0))))
