"""How the ledger of places is shown: side by side in text and pages, and as GeoJSON."""

from __future__ import annotations

import json
from dataclasses import replace

from tests import dam
from tests.records import Desk, witness
from variorum import exports
from variorum.exports import Surface
from variorum.model.article import Published
from variorum.model.record import Record


def record() -> Record:
    """Return two witnesses that say different things of one place, one of them twice."""
    paper = (("headline", "Tarn is ours, Rume says"), ("paragraph", "In Tarn it is quiet."))
    other = (("headline", "Tarn was proclaimed a part of Rume"),)
    desk = Desk((witness("A", paper, outlet="The Echo"), witness("B", other)))
    rows = (
        desk.place("A", "Tarn", "annexed", "Rume"),
        replace(desk.place("A", "Tarn", "annexed", "Rume"), edtf="2031-05", id="x" * 20),
        desk.place("B", "Tarn", "proclaims-annexed", "Rume"),
    )
    return desk.record(stories=(desk.story("AB", "Tarn"),), places=rows)


def test_rows_of_one_place_stand_together() -> None:
    """A place is named once, each witness's own stance below it."""
    shown = exports.render(record(), "text", Surface(width=60))
    lines = shown[shown.index("PLACES") :].splitlines()
    assert [line.split()[0] for line in lines[1:5]] == ["Tarn", "A", "A", "B"]
    assert lines[2].strip() == "A  Rume annexed"
    assert lines[4].strip() == "B  Rume proclaims annexed"


def test_what_lies_ahead_of_its_report_is_called_planned() -> None:
    """In the terminal and on the page; what has happened by then has its day alone."""
    day = Published(edtf="2031-05-04", precision="day", basis="meta", span=None)
    told = (("paragraph", "The mill in Tarn will close, the one in Orm has closed."),)
    desk = Desk((witness("A", told, published=day),))
    rows = [
        replace(desk.place("A", name, "holds", ""), stance=None, holder=None, predicate="closed")
        for name in ("Tarn", "Orm")
    ]
    dated = (replace(rows[0], edtf="2031-06", id="x" * 20), replace(rows[1], edtf="2031-05-02"))
    made = desk.record(stories=(desk.story("A", "Tarn"),), places=dated)
    shown = exports.render(made, "text", Surface(width=60))
    assert "closed · planned 2031-06" in shown
    assert "closed · 2031-05-02" in shown
    assert "planned 2031-06" in exports.render(made, "html")


def test_page_links_each_row_to_its_words() -> None:
    """A row of the page names a place, and every cell of it is a link to the mention."""
    page = exports.render(record(), "html")
    table = page[page.index("<h3>Places</h3>") :]
    assert table.count('href="#A.0-4"') >= 1
    assert "Rume proclaims annexed" in table


def test_geojson_has_a_feature_for_each_row() -> None:
    """Every row is a feature with whose view it is; one without a point has no geometry."""
    told = record()
    found = json.loads(exports.render(told, "geojson"))
    assert found["type"] == "FeatureCollection"
    assert [f["id"] for f in found["features"]] == [p.id for p in told.places]
    first = found["features"][0]
    assert first["geometry"] is None
    assert first["properties"]["viewpoint"] == "The Echo"
    assert first["properties"]["stance"] == "annexed"


def test_geojson_gives_points_as_longitude_and_latitude() -> None:
    """RFC 7946 has the longitude first."""
    told = dam.record()
    placed = replace(told, places=(replace(told.places[0], point=(46.6, 32.6)),))
    (feature,) = json.loads(exports.render(placed, "geojson"))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [32.6, 46.6]}
