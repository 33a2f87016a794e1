"""The layers of what a reader is shown: how it is put, what is said, and on whose word.

Each kind of variant belongs to one layer. Beside them *substance* holds what is shared, single
and left out, and *attribution* who holds a statement, its origins and the copied passages.
"""

from __future__ import annotations

LAYERS = {
    "wording": "how it is put",
    "substance": "what is said",
    "attribution": "on whose word",
}
_WORDING = frozenset({"wording", "spelling", "person-or-tense", "translation"})
_ATTRIBUTION = frozenset(
    {
        "matches-the-question",
        "words-removed",
        "ellipsis-spliced",
        "paraphrase-in-marks",
        "unbalanced-marks",
        "headline-stronger",
    }
)


def layer_of(kind: str) -> str:
    """Return the layer of a variant's kind; one that this version does not know is substance."""
    if kind in _WORDING:
        return "wording"
    return "attribution" if kind in _ATTRIBUTION else "substance"
