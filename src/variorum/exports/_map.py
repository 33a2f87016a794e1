"""A small map: the places of a chapter that have coordinates, as points and nothing else.

No coast and no border is drawn: whose they are is never ours to say. A few lines of latitude and
longitude tell where the points lie. The projection is equirectangular,
true to scale at the middle latitude. Labels stand in a column, each led to its point (one-sided
boundary labelling, Bekos et al. 2007), so that none covers another however close the points are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.exports._figure import figure
from variorum.exports._layout import clipped
from variorum.exports._markup import Markup, escaped
from variorum.exports._places import PlaceRows

# So many points are shown, and a label of so many characters.
_MOST, _LONGEST = 30, 18
# In units of the drawing: its width, the side of the field of points, its edge, a row of labels.
_WIDTH, _SIDE, _EDGE, _ROW = 320, 160, 24, 16
_LABELS = _EDGE + _SIDE + 24
# Between how many degrees lines are drawn, and how many lines there are at most each way.
_STEPS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60)
_LINES = 4


@dataclass(frozen=True, slots=True)
class _Field:
    """Where longitudes and latitudes are in the drawing; ``unit``: of a degree of latitude."""

    west: float
    north: float
    narrow: float
    unit: float

    def at(self, point: tuple[float, float]) -> tuple[float, float]:
        """Return where a point (latitude, longitude) lies."""
        east = (point[1] - self.west) % 360
        return (
            _EDGE + east * self.narrow * self.unit,
            _EDGE / 2 + (self.north - point[0]) * self.unit,
        )


def map_of(page: Markup, places: Sequence[PlaceRows], number: int) -> str:
    """Return the map of places, those of several witnesses first; nothing for less than two points.

    Args:
        page: for the letters of the witnesses.
        places: of one chapter, in the order of their table.
        number: of the chapter, for the ids of the drawing.
    """
    known = [(place, point) for place in places if (point := place.point())]
    if len({point for _, point in known}) < 2:
        return ""
    shown = known[:_MOST]
    names = ", ".join(place.name for place, _ in shown)
    more = f" {len(shown)} of {len(known)} places." if len(known) > _MOST else ""
    field = _field([point for _, point in shown])
    points, height = _points(page, field, shown)
    return figure(
        "map",
        f"map-{number}",
        f"{''.join(_grid(field, height))}{points}",
        title="Places as points on a map",
        described=f"{names}. All of them stand in the table below.",
        caption=f"Where GeoNames (CC BY 4.0) has these places.{more} No coast and no border is"
        " drawn.",
        given=f'viewBox="0 0 {_WIDTH} {height:g}"',
    )


def _field(points: Sequence[tuple[float, float]]) -> _Field:
    """Return a field that holds points; it begins after the widest gap between longitudes."""
    lats = [lat for lat, _ in points]
    lons = sorted({lon % 360 for _, lon in points})
    gaps = [(b - a, b) for a, b in pairwise([*lons, lons[0] + 360])]
    gap, west = max(gaps)
    narrow = math.cos(math.radians((min(lats) + max(lats)) / 2))
    wide = (360 - gap) * narrow
    unit = _SIDE / max(wide, max(lats) - min(lats), _STEPS[0])
    return _Field(west % 360, max(lats), narrow, unit)


def _grid(field: _Field, height: float) -> Iterable[str]:
    """Yield a few lines of latitude and longitude, with their degrees."""
    right, bottom = _EDGE + _SIDE + _EDGE / 2, height - _EDGE / 2
    down = (height - _EDGE) / field.unit
    for lat in _round(field.north - down, field.north):
        y = f"{field.at((lat, field.west))[1]:.1f}"
        yield f'<line x1="{_EDGE}" x2="{right:g}" y1="{y}" y2="{y}"/>'
        yield f'<text class="degree" x="0" y="{y}">{_degrees(lat, "NS")}</text>'
    for lon in _round(field.west, field.west + _SIDE / field.unit / max(field.narrow, 0.01)):
        x = f"{field.at((0, lon))[0]:.1f}"
        yield f'<line x1="{x}" x2="{x}" y1="2" y2="{bottom:g}"/>'
        east = (lon + 180) % 360 - 180
        yield f'<text class="degree" x="{x}" y="{height - 2:g}">{_degrees(east, "EW")}</text>'


def _round(low: float, high: float) -> list[float]:
    """Return round degrees between two bounds."""
    step = next((s for s in _STEPS if (high - low) / s <= _LINES), _STEPS[-1])
    first = math.ceil(low / step)
    return [round(at * step, 2) for at in range(first, math.floor(high / step) + 1)]


def _degrees(value: float, sides: str) -> str:
    return f"{abs(value):g}°" + (f" {sides[value < 0]}" if value else "")


def _points(
    page: Markup, field: _Field, known: Sequence[tuple[PlaceRows, tuple[float, float]]]
) -> tuple[str, float]:
    """Return each point with its label, beside it or as little below as others leave room.

    With them comes the height they take.
    """
    placed = [(field.at(point), place) for place, point in known]
    placed.sort(key=lambda one: (one[0][1], one[0][0], one[1].name))
    level, drawn = 0.0, ""
    for (x, y), place in placed:
        level = max(y, level + _ROW)
        sigla = " ".join(page.edition.siglum(witness) for witness in place.witnesses)
        told = escaped(f"{clipped(place.name, _LONGEST)[0]} {clipped(sigla, 8)[0]}")
        drawn += (
            f"<g><title>{escaped(f'{place.name}: {sigla}')}</title>"
            f'<path d="M{x:.1f} {y:.1f} {_LABELS - 12} {level:.1f}H{_LABELS - 4}"/>'
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>'
            f'<text x="{_LABELS}" y="{level + 4:.1f}">{told}</text></g>'
        )
    return drawn, round(level + _EDGE)
