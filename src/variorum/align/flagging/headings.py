"""Headings that say more than the article below them, or the opposite of what is quoted in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.collating.polarity import denied_before
from variorum.align.rarity import vocabulary
from variorum.align.relating.likeness import is_stem
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.article import Article
from variorum.model.spans import Span, covers, overlap
from variorum.model.vocabulary import FlagKind
from variorum.model.words import Word, words_in

HEADINGS = frozenset({"headline", "standfirst"})
# So much of a heading, and so many of its words, stand in the sentence that says it with a hedge.
TOLD = 0.7
LEAST = 3
# So many words behind "all" or "most" stands what it is said of: "most of the crew".
REACH = 3
# So many content words does a quoted clause have at least, all of them in the heading.
CLAUSE = 2
_STOPS = frozenset(",;:.!?—–")


def find_heading_clashes(item: AnnotatedArticle, claims: Sequence[Claim]) -> Iterator[Flag]:
    """Yield a flag, without its id, where a heading is stronger than the text or against a quote.

    *Stronger*: the heading has no hedge, a sentence of the text says the same with a word of
    possibility, and no sentence says it without; or it says of all what the text says of a part
    (``All crew`` above ``most of the crew``) and never of all. *Against*: a clause inside
    quotation marks has no content word that the heading has not, and one of the two denies; what
    is quoted in a heading is left alone.

    Args:
        item: the article.
        claims: one for each of its sentences, in order.
    """
    for heading in (claim for claim in claims if _kind(claim) in HEADINGS):
        yield from _hedged(heading, claims)
        yield from _widened(heading, claims)
        yield from _denied(heading, item)


def _kind(claim: Claim) -> str:
    start = claim.statement.spans[0]
    found = (block.kind for block in claim.article.blocks if covers(block.span, start))
    return next(found, "")


def _hedged(heading: Claim, claims: Sequence[Claim]) -> Iterator[Flag]:
    if heading.weakening or len(heading.tokens) < LEAST:
        return
    told = [claim for claim in claims if _kind(claim) == "paragraph" and _tells(claim, heading)]
    if told and all(_hedges(claim) for claim in told):
        yield _flag("headline-stronger", heading.article, _span(heading), _span(told[0]))


def _hedges(claim: Claim) -> bool:
    """Tell whether a claim is made with a word of possibility; a bound of a figure is none."""
    if claim.statement.modality == "fact":
        return False
    return claim.statement.modality == "possible" or any(
        shown.casefold() in claim.vocabulary.possible for shown in claim.weakening
    )


def _widened(heading: Claim, claims: Sequence[Claim]) -> Iterator[Flag]:
    for noun in _extents(heading, "all"):
        below = [claim for claim in claims if _kind(claim) == "paragraph"]
        parts = [claim for claim in below if noun in _extents(claim, "part")]
        if parts and not any(noun in _extents(claim, "all") for claim in below):
            yield _flag("headline-stronger", heading.article, _span(heading), _span(parts[0]))


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


def _tells(claim: Claim, heading: Claim) -> bool:
    """Tell whether a claim has most of the words of a heading, by their stems."""
    found = [any(_alike(t.key, o.key) for o in claim.tokens) for t in heading.tokens]
    return sum(found) >= max(LEAST, TOLD * len(found))


def _denied(heading: Claim, item: AnnotatedArticle) -> Iterator[Flag]:
    article, known = item.article, vocabulary(item.article.language)
    language = languages.find(article.language)
    keys = [token.key for token in heading.tokens]
    if any(overlap(mark, _span(heading)) for q in item.quotations for mark in q.marks):
        return
    for quotation in item.quotations:
        for mark in quotation.marks:
            for words in _clauses(item.article, mark):
                content = [w.form for w in words if known.carries(w.form)]
                opens = language and not article.text[mark[0] : words[0].span[0]].strip("\"“‘'")
                denies = any(known.negates(word.form) for word in words) or bool(
                    opens and language and denied_before(article.text, mark[0], language)
                )
                told = all(any(_alike(form, key) for key in keys) for form in content)
                if len(content) >= CLAUSE and told and denies != heading.denies:
                    span = (words[0].span[0], words[-1].span[1])
                    kind = "standfirst-against-quotation"
                    yield _flag(kind, item.article, _span(heading), span)


def _clauses(article: Article, mark: Span) -> Iterator[list[Word]]:
    """Yield the words of what stands inside marks, parted at its punctuation."""
    clause: list[Word] = []
    for word in words_in(article.text, mark):
        between = article.text[clause[-1].span[1] : word.span[0]] if clause else ""
        if not _STOPS.isdisjoint(between):
            yield clause
            clause = []
        clause.append(word)
    if clause:
        yield clause


def _alike(one: str, other: str) -> bool:
    return one == other or is_stem(one, other)


def _span(claim: Claim) -> Span:
    return claim.statement.spans[0][0], claim.statement.spans[-1][1]


def _flag(kind: FlagKind, article: Article, heading: Span, below: Span) -> Flag:
    first, second = (" ".join(words.split()) for words in article.words(heading, below))
    return Flag(
        id="",
        kind=kind,
        witness=article.id,
        spans=tuple(sorted((heading, below))),
        note=f"“{first}” … “{second}”",
    )
