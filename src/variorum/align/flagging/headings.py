"""Headings that say more than the article below them, or the opposite of what is quoted in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.flagging.clashing import flag_clash
from variorum.align.flagging.denials import find_denials
from variorum.align.flagging.embedded import find_embedded
from variorum.align.flagging.ladders import find_higher_rungs
from variorum.align.flagging.misquotes import find_misquotes
from variorum.align.flagging.tallies import find_tally_clashes
from variorum.align.flagging.tolls import find_toll_clashes, find_vague_tolls
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.spans import Span, covers, hull
from variorum.model.vocabulary import FlagKind
from variorum.model.words import words_in

HEADINGS = frozenset({"headline", "standfirst"})
# So many words has a heading at least that says enough to be set against the text.
LEAST = 3
# So many words behind "all" or "most" stands what it is said of: "most of the crew".
REACH = 3


def find_heading_clashes(item: AnnotatedArticle, claims: Sequence[Claim]) -> Iterator[Flag]:
    """Yield a flag, without its id, where a heading is stronger than the text or against a quote.

    *Stronger*: the heading tells as done what the text leaves open (``find_embedded``), or says of
    all what the text says of a part (``All crew`` above ``most of the crew``) and never of all.
    *Against*: a quoted clause denies it (``find_denials``), or counts otherwise
    (``find_tally_clashes``). So may the text itself, also of those who died or were hurt
    (``find_toll_clashes``).

    Args:
        item: the article.
        claims: one for each of its sentences, in order.
    """
    below = [claim for claim in claims if _kind(claim) == "paragraph"]
    for heading in (claim for claim in claims if _kind(claim) in HEADINGS):
        yield from _hedged(heading, below, item)
        yield from find_tally_clashes(item, heading)
        yield from find_toll_clashes(heading, below)
        yield from _widened(heading, below)
        for quoted in find_denials(heading, item):
            yield _against(item, hull(heading.statement.spans), quoted)
    for block in item.article.blocks:
        if block.kind in HEADINGS:
            for quoted in find_misquotes(block.span, item):
                yield _against(item, block.span, quoted)


def _kind(claim: Claim) -> str:
    start = claim.statement.spans[0]
    found = (block.kind for block in claim.article.blocks if covers(block.span, start))
    return next(found, "")


def _hedged(heading: Claim, below: Sequence[Claim], item: AnnotatedArticle) -> Iterator[Flag]:
    language = languages.find(heading.article.language)
    if language is not None and len(heading.tokens) >= LEAST:
        weaker = [claim for claim, _ in find_embedded(heading, below, language)]
        spans = [
            hull(claim.statement.spans) for claim in (*weaker, *find_vague_tolls(heading, below))
        ]
        for span in (*spans, *find_higher_rungs(heading, item, language)):
            yield _stronger(heading, span)


def _widened(heading: Claim, below: Sequence[Claim]) -> Iterator[Flag]:
    for noun in _extents(heading, "all"):
        parts = [claim for claim in below if noun in _extents(claim, "part")]
        if parts and not any(noun in _extents(claim, "all") for claim in below):
            yield _stronger(heading, hull(parts[0].statement.spans))


def _extents(claim: Claim, extent: str) -> frozenset[str]:
    """Return the nouns of which a claim says all, or a part: ``most of the crew``."""
    language = languages.find(claim.article.language)
    if language is None:
        return frozenset()
    found: set[str] = set()
    for span in claim.statement.spans:
        forms = [word.form for word in words_in(claim.article.text, span)]
        for at, form in enumerate(forms):
            if language.variants.extents.get(form) == extent:
                after = forms[at + 1 : at + 1 + REACH]
                found.update(islice((w for w in after if w not in language.function_words), 1))
    return frozenset(found)


def _against(item: AnnotatedArticle, heading: Span, quoted: Span) -> Flag:
    kind: FlagKind = "standfirst-against-quotation"
    return flag_clash(kind, item.article, (heading, quoted))


def _stronger(heading: Claim, below: Span) -> Flag:
    places = (hull(heading.statement.spans), below)
    return flag_clash("headline-stronger", heading.article, places)
