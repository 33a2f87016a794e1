"""What a reader should look at: clashes between witnesses, and inside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.claims import claims_of
from variorum.align.headings import find_heading_clashes
from variorum.align.recounts import find_recounts
from variorum.align.redatings import find_redatings
from variorum.align.sentences import by_sentence
from variorum.align.shares import find_share_clashes
from variorum.align.statements import Related
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.identity import sign


def find_flags(
    articles: Sequence[AnnotatedArticle], related: Sequence[Related], spoken: Sequence[Flag] = ()
) -> tuple[Flag, ...]:
    """Return the flags of each article, and one a witness for each clash, in content order.

    The note of a clash has first what the witness itself prints.

    Args:
        articles: the witnesses of one story.
        related: the relations of their statements, with what clashes in them.
        spoken: the flags of clashes in what was said.
    """
    sources = {a.article.id: a.article for a in articles}
    inside = (flag for item in articles for flag in _inside(item))
    clashes = (sign(flag, sources) for flag in (*_clashes(related), *spoken, *inside))
    own = (flag for item in articles for flag in item.flags)
    found = {flag.id: flag for flag in (*own, *clashes)}
    return tuple(sorted(found.values(), key=lambda f: (f.witness, f.spans, f.kind, f.note)))


def _inside(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield the clashes between two sentences of an article, without their ids."""
    claims = claims_of([by_sentence(item)])
    yield from find_heading_clashes(item, claims)
    yield from find_recounts(claims)
    yield from find_redatings(item, claims)
    yield from find_share_clashes(claims)


def _clashes(related: Sequence[Related]) -> Iterator[Flag]:
    for one in related:
        if one.relation.relation != "incompatible":
            continue
        for clash in one.clashes:
            for at, reading in enumerate(one.relation.readings):
                yield Flag(
                    id="",
                    kind=clash.kind,
                    witness=reading.witness,
                    spans=(clash.spans[at],),
                    note=clash.told(at),
                )
