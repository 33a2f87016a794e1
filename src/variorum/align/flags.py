"""What a reader should look at: clashes inside an article, and in what one speaker is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.align.claims import claims_of
from variorum.align.flagging.ages import find_age_clashes
from variorum.align.flagging.amounts import find_amount_clashes
from variorum.align.flagging.births import find_age_slips
from variorum.align.flagging.groups import find_group_clashes
from variorum.align.flagging.happenings import find_dated_twice
from variorum.align.flagging.headings import find_heading_clashes
from variorum.align.flagging.intervals import find_interval_clashes
from variorum.align.flagging.margins import find_margin_clashes
from variorum.align.flagging.moneys import find_money_clashes
from variorum.align.flagging.parts import find_part_clashes
from variorum.align.flagging.recounts import find_recounts
from variorum.align.flagging.redatings import find_redatings
from variorum.align.flagging.sentences import by_sentence
from variorum.align.flagging.shares import find_share_clashes
from variorum.align.flagging.unanswered import find_unanswered
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.identity import sign


def find_flags(
    articles: Sequence[AnnotatedArticle], spoken: Sequence[Flag] = ()
) -> tuple[Flag, ...]:
    """Return the flags of each article, in content order; statements that clash are relations.

    Args:
        articles: the witnesses of one story.
        spoken: the flags of what one speaker is given otherwise by another witness.
    """
    sources = {a.article.id: a.article for a in articles}
    inside = (flag for item in articles for flag in _inside(item))
    clashes = (sign(flag, sources) for flag in (*spoken, *inside))
    own = (flag for item in articles for flag in item.flags)
    found = {flag.id: flag for flag in (*own, *clashes)}
    return tuple(sorted(found.values(), key=lambda f: (f.witness, f.spans, f.kind, f.note)))


def _inside(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield the clashes between two sentences of an article, without their ids."""
    claims = claims_of([by_sentence(item)])
    yield from find_heading_clashes(item, claims)
    yield from find_age_clashes(item)
    yield from find_age_slips(item)
    yield from find_recounts(claims)
    yield from find_group_clashes(item)
    yield from find_part_clashes(item)
    yield from find_amount_clashes(claims)
    yield from find_money_clashes(claims)
    yield from find_margin_clashes(item, claims)
    yield from find_redatings(item, claims)
    yield from find_dated_twice(item)
    yield from find_interval_clashes(item)
    yield from find_share_clashes(claims)
    yield from find_unanswered(item)
