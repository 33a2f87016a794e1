"""The witnesses as CSL-JSON, which reference managers and citation processors read."""

from __future__ import annotations

import json
import re

from variorum.exports import Surface
from variorum.exports._addresses import url
from variorum.exports._clean import one_line
from variorum.model.record import Record, Witness

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?([?~%]?)")


def render(record: Record, surface: Surface) -> str:
    """Return one item a witness, in their order; the surface changes nothing."""
    items = [_item(record, witness) for witness in record.witnesses]
    return json.dumps(items, ensure_ascii=True, indent=1) + "\n"


def _item(record: Record, witness: Witness) -> dict[str, object]:
    proof = f"{witness.siglum} · sha256 {witness.sha256} · record {record.made_by.digest}"
    item: dict[str, object] = {
        "id": f"{witness.siglum}-{witness.id}",
        "type": "article-newspaper",
        "author": [{"literal": one_line(name)} for name in witness.byline],
        "note": proof,
    }
    known = {
        "title": witness.title and one_line(witness.title),
        "container-title": witness.outlet and one_line(witness.outlet),
        "issued": _issued(witness),
        "language": witness.language,
        "URL": url(witness),
    }
    return item | {name: value for name, value in known.items() if value}


def _issued(witness: Witness) -> dict[str, object] | None:
    """Return when a witness was published: the parts of its date, ``circa`` where uncertain."""
    found = _DATE.fullmatch(witness.published.edtf) if witness.published else None
    if found is None:
        return None
    *parts, doubt = found.groups()
    date: dict[str, object] = {"date-parts": [[int(part) for part in parts if part]]}
    return date | ({"circa": True} if doubt else {})
