"""What a reader should look at: clashes between witnesses, and what was flagged in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.identity import sign
from variorum.model.story import Relation
from variorum.model.vocabulary import FlagKind

# The reason of an incompatible relation tells by its first word what clashes.
_CLASHES: dict[str, FlagKind] = {"number": "number-clash", "date": "date-clash"}


def find_flags(
    articles: Sequence[AnnotatedArticle], relations: Sequence[Relation]
) -> tuple[Flag, ...]:
    """Return the flags of each article, and one a witness for each clash, in content order."""
    sources = {a.article.id: a.article for a in articles}
    clashes = (sign(flag, sources) for flag in _clashes(relations))
    own = (flag for item in articles for flag in item.flags)
    found = {flag.id: flag for flag in (*own, *clashes)}
    return tuple(sorted(found.values(), key=lambda f: (f.witness, f.spans, f.kind, f.note)))


def _clashes(relations: Sequence[Relation]) -> Iterator[Flag]:
    for relation in relations:
        reason = relation.reasons[-1] if relation.reasons else ""
        kind = _CLASHES.get(reason.split(" ")[0])
        if relation.relation == "incompatible" and kind and "≠" in reason:
            for reading in relation.readings:
                yield Flag(
                    id="", kind=kind, witness=reading.witness, spans=reading.spans, note=reason
                )
