"""What names of places in an invented text are taken for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.articles import article
from variorum.annotate.placing.toponyms import find_toponyms
from variorum.languages import find
from variorum.model.annotation import Mention

ENGLISH = find("en")


def meant(text: str, names: Sequence[str]) -> list[tuple[str, str, str | None]]:
    """Return name, feature and reference of each place, given the names."""
    made = article("Quay reopened\n" + text)
    spans = re.finditer("|".join(sorted(names, key=len, reverse=True)), made.text)
    mentions = [
        Mention(witness=made.id, span=found.span(), kind="place", name=found[0]) for found in spans
    ]
    found = find_toponyms(made, mentions, ENGLISH)
    return [(one.name, one.feature, one.entry.ref if one.entry else None) for one in found]
