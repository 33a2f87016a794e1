"""The places ledger as GeoJSON (RFC 7946): one feature a row, with whose view it is.

A feature has a point where the gazetteer has one, else no geometry: no border is drawn here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from variorum.exports import Surface
from variorum.model.annotation import Place
from variorum.model.record import Record, Witness
from variorum.model.story import PlaceRelation

MEDIA_TYPE = "application/geo+json"


def render(record: Record, surface: Surface) -> str:
    """Return the rows of the ledger in their order; the surface changes nothing."""
    witnesses = {witness.id: witness for witness in record.witnesses}
    related: dict[str, list[PlaceRelation]] = defaultdict(list)
    for relation in record.place_relations:
        for id_ in relation.rows:
            related[id_].append(relation)
    features = [
        _feature(place, witnesses[place.witness], related[place.id]) for place in record.places
    ]
    collection = {
        "type": "FeatureCollection",
        "record": record.record,
        "digest": record.made_by.digest,
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=True, indent=1, sort_keys=True) + "\n"


def _feature(place: Place, witness: Witness, related: Sequence[PlaceRelation]) -> dict[str, object]:
    geometry = None
    if place.point:
        latitude, longitude = place.point
        geometry = {"type": "Point", "coordinates": [longitude, latitude]}
    said_by = place.said_by.name if place.said_by else None
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": geometry,
        "properties": {
            "place": place.place,
            "feature": place.feature,
            "ref": place.ref,
            "holder": place.holder,
            "stance": place.stance,
            "predicate": place.predicate,
            "said_by": said_by,
            "edtf": place.edtf,
            "viewpoint": said_by or witness.outlet or witness.siglum,
            "witness": witness.siglum,
            "source": witness.source,
            "span": list(place.span),
            "relations": [
                {"relation": one.relation, "rows": list(one.rows), "reasons": list(one.reasons)}
                for one in related
            ],
        },
    }
