"""Drafts of quotations: attributions and stretches in marks, before who speaks is known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.annotate.attributing.attribution import Attribution
from variorum.annotate.attributing.indirect import attributions
from variorum.annotate.attributing.sources import Range, head_of
from variorum.annotate.attributing.use import Setting, use_of
from variorum.annotate.marks import Marked
from variorum.annotate.tokens import Token, span_of, tokens_in
from variorum.languages import Language
from variorum.model.article import Article
from variorum.model.spans import Span, Spans, covers
from variorum.model.words import words_in

# How many stretches one quotation may be made of.
PARTS = 50
# How many words a title inside an article may have.
LINE = 10
# How many attributions may stand in the tag of a speech.
TAGS = 4
# The most code points between two sentences that follow each other.
BREAK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A quotation whose speaker is still only a stretch of words.

    Args:
        spans: the content without outer marks.
        marks: the stretches in marks within it.
        form: ``direct``, ``indirect`` or ``mixed``.
        use: what the words are, as in the record.
        cue: where the cue stands.
        source: the whole noun phrase of the source.
        head: the source without what explains it.
        told: whether a word of the cue is a known verb of speech.
        asked: who was asked.
        negated: whether the cue is negated.
        goes_on: whether the cue says that one goes on speaking (``he added``).
        replies: whether the cue says that it is a reply.
        heading: whether it stands in a headline, standfirst or section title.
        block: the number of the paragraph it begins in.
        sentence: the sentence it begins in.
        joins: whether it carries on the draft before it, over a paragraph break.
        alone: whether its sentence is nothing but this stretch in marks.
    """

    spans: Spans
    marks: Spans
    form: str
    use: str
    cue: Spans = ()
    source: Span | None = None
    head: Span | None = None
    told: bool = True
    asked: Span | None = None
    negated: bool = False
    goes_on: bool = False
    replies: bool = False
    heading: bool = False
    block: int = 0
    sentence: Span = (0, 0)
    joins: bool = False
    alone: bool = False


def find_drafts(
    article: Article,
    sentences: Sequence[Span],
    marked: Sequence[Marked],
    language: Language | None,
) -> list[Draft]:
    """Return the drafts of an article by rule, in the order of the text.

    Every stretch in marks has a draft of its own without a cue, also where it lies within the
    content of another draft.

    Args:
        article: the text.
        sentences: whole ones, never ending inside marks.
        marked: the outermost stretches in marks.
        language: None: only what stands in marks is found.
    """
    drafts: list[Draft] = []
    sentence = stretch = 0
    doubled = 2 * sum(m.single for m in marked) < len(marked)
    for number, block in enumerate(article.body()):
        heading = block.kind != "paragraph"
        while sentence < len(sentences) and sentences[sentence][0] < block.span[1]:
            span = sentences[sentence]
            first = stretch
            while stretch < len(marked) and marked[stretch].outer[0] < span[1]:
                stretch += 1
            here = marked[first:stretch]
            found = _in_sentence(article.text, span, here, heading=heading, language=language)
            found = (replace(d, block=number, sentence=span) for d in found)
            titles = doubled and number and span == block.span and _is_line(article.text, here)
            drafts += map(_as_title, found) if titles else found
            sentence += 1
    return sorted(drafts, key=_in_order)


def _is_line(text: str, marked: Sequence[Marked]) -> bool:
    """Tell whether a paragraph's marks are single ones around a few words."""
    return (
        all(m.single for m in marked)
        and sum(1 for m in marked for _ in words_in(text, m.inner)) <= LINE
    )


def _as_title(draft: Draft) -> Draft:
    """Return a paragraph of a few words in single marks as what heads those below.

    Where speech has double marks, these words are taken from it, and no speech of their own.
    """
    if not draft.alone or draft.cue:
        return draft
    return replace(draft, use="fragment", heading=True, alone=False)


def join_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts of which none lies in another, and each is the whole of one speech.

    Args:
        drafts: in any order; of those with a cue none overlap.
    """
    told = sorted(span for draft in drafts if draft.cue for span in draft.spans)
    joined: list[Draft] = []
    for draft in sorted(drafts, key=_in_order):
        before = bisect_right(told, (draft.spans[0][0], draft.spans[0][1])) - 1
        around = told[max(before, 0) : before + 2]
        if draft.cue or not any(covers(span, draft.spans[0]) for span in around):
            _append(joined, draft)
    return joined


def _in_order(draft: Draft) -> tuple[Spans, bool]:
    return draft.spans, not draft.cue


def _append(drafts: list[Draft], draft: Draft) -> None:
    """Add a draft, as part of one before it where the same speech goes on."""
    place = _begun(drafts, draft)
    if place is None:
        drafts.append(draft)
        return
    first = drafts[place]
    drafts[place] = replace(
        first,
        spans=first.spans + draft.spans,
        marks=first.marks + draft.marks,
        cue=first.cue or draft.cue,
        source=first.source or draft.source,
        head=first.head or draft.head,
        use="speech" if draft.cue else first.use,
        sentence=draft.sentence,
        alone=False,
    )


def _begun(drafts: Sequence[Draft], draft: Draft) -> int | None:
    """Return the place of the draft whose speech goes on: the last, or the one it is a tag of.

    (``“Yes,” said Poe, who likes dams. “They last.”``)
    """
    tag: list[Draft] = []
    for place in range(len(drafts) - 1, max(-1, len(drafts) - 1 - TAGS), -1):
        first = drafts[place]
        if _goes_on(first, draft) and all(covers(d.sentence, first.cue[0]) for d in tag):
            return place
        if not draft.alone or (first.cue and first.form == "direct"):
            return None
        tag.append(first)
    return None


def _goes_on(last: Draft, draft: Draft) -> bool:
    """Tell whether ``draft`` is more of the speech of ``last``."""
    if len(last.spans) >= PARTS:
        return False
    if draft.joins and last.marks:
        return not (last.cue and draft.cue)
    if draft.block != last.block or not draft.alone or not last.cue:
        return False
    if last.cue[0][0] < last.sentence[1] < draft.sentence[0] - BREAK:
        return False
    return last.form == "direct" and last.use == "speech" and last.cue[0][0] > last.spans[0][0]


def _in_sentence(
    text: str,
    span: Span,
    marked: Sequence[Marked],
    *,
    heading: bool,
    language: Language | None,
) -> Iterator[Draft]:
    tokens = tokens_in(text, span, marked)
    if language is not None:
        for attribution in attributions(tokens, language):
            yield replace(_attributed(tokens, attribution, marked, language), heading=heading)
    places = {t.span: at for at, t in enumerate(tokens) if t.kind == "quote"}
    alone = len(places) == 1 and all(t.kind != "word" for t in tokens)
    for stretch in marked:
        setting = Setting(tokens=tokens, at=places[stretch.outer], heading=heading)
        yield Draft(
            spans=(stretch.inner,),
            marks=(stretch.inner,),
            form="direct",
            use=use_of(text, stretch, setting, alone=alone, language=language),
            heading=heading,
            joins=stretch.joins,
            alone=alone and not stretch.joins,
        )


def _negated(tokens: Sequence[Token], attribution: Attribution, language: Language) -> bool:
    """Tell whether the cue is negated (``did not say``), or its subject (``nobody could say``)."""
    by_cue = attribution.use is not None and attribution.use.negated
    first = tokens[attribution.source[0]].form if attribution.source else ""
    return by_cue or first in language.negations


def _attributed(
    tokens: Sequence[Token],
    attribution: Attribution,
    marked: Sequence[Marked],
    language: Language,
) -> Draft:
    inner = {m.outer: m.inner for m in marked}
    spans = tuple(_content(tokens, part, inner) for part in attribution.content)
    marks = tuple(m.inner for m in marked if any(covers(s, m.inner) for s in spans))
    quoted = all(t.kind != "word" for part in attribution.content for t in tokens[slice(*part)])
    source = attribution.source
    group = attribution.use.cue.group if attribution.use else ""
    joins = any(m.joins and any(covers(s, m.inner) for s in spans) for m in marked)
    return Draft(
        spans=spans,
        marks=marks,
        form="direct" if quoted else "mixed" if marks else "indirect",
        use="question" if attribution.question else "speech",
        cue=(span_of(tokens, attribution.cue),),
        source=span_of(tokens, source) if source else None,
        head=span_of(tokens, head_of(tokens, source)) if source else None,
        asked=span_of(tokens, attribution.asked) if attribution.asked else None,
        negated=_negated(tokens, attribution, language),
        goes_on=group == "add",
        replies=group == "answer",
        joins=joins,
    )


def _content(tokens: Sequence[Token], part: Range, inner: dict[Span, Span]) -> Span:
    """Return the span of a content; the marks around all of it are left out."""
    first, last = tokens[part[0]], tokens[part[1] - 1]
    if first is last and first.kind == "quote":
        return inner[first.span]
    return (first.span[0], last.span[1])
