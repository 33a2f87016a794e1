"""Block quotations: a paragraph without marks after one that ends in ``Poe wrote:``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.attributing.cues import find_cues
from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.attributing.hearers import skip_adjunct, skip_hearer
from variorum.annotate.attributing.sources import head_of, source_after, source_before
from variorum.annotate.speaking.cast import Cast
from variorum.annotate.tokens import span_of, tokens_in
from variorum.model.spans import Span
from variorum.model.words import words_in

# Longer sentences, in code points, do not only lead to what follows.
LONGEST = 400


def with_blocks(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """Return ``drafts`` and those of the paragraphs that a colon leads to, in order of the text.

    A paragraph without marks or an attribution of its own is a block quotation; speech in marks
    that begins one and has no tag has the words before the colon as its.

    Args:
        drafts: in the order of the text.
        cast: of the article.
    """
    text, body = cast.article.text, cast.article.body()
    first = {draft.block: place for place, draft in reversed(list(enumerate(drafts)))}
    starts = [start for start, _ in cast.quoted]
    found = list(drafts)
    for number, block in enumerate(body[1:], start=1):
        before = body[number - 1]
        led = text[before.span[1] - 1] == ":" and text[block.span[1] - 1] != ":"
        if not led or not before.kind == block.kind == "paragraph":
            continue
        marked = bisect_left(starts, block.span[0]) != bisect_left(starts, block.span[1])
        begun = found[first[number]] if number in first else None
        if marked and begun is not None and _is_untold(begun, text, block.span[0]):
            told = _led_to(before.span[1], block.span, cast)
            if told is not None:
                tag = replace(begun, cue=told.cue, source=told.source, head=told.head, alone=False)
                found[first[number]] = replace(tag, use="speech", told=True)
        elif begun is None and not marked:
            told = _led_to(before.span[1], block.span, cast)
            if told is not None:
                found.append(replace(told, block=number))
    return sorted(found, key=lambda draft: draft.spans)


def _is_untold(draft: Draft, text: str, start: int) -> bool:
    """Tell whether a draft in marks has no tag, and nothing before it in its paragraph."""
    if draft.cue or draft.source or draft.form != "direct" or draft.use == "title":
        return False
    return next(words_in(text, (start, draft.spans[0][0])), None) is None


def _led_to(end: int, block: Span, cast: Cast) -> Draft | None:
    """Return what the words before ``end`` attribute to a source: the whole next paragraph."""
    text, language = cast.article.text, cast.language
    sentence = next(cast.sentences_before(end - 1), None)
    if sentence is None or sentence[1] - sentence[0] > LONGEST:
        return None
    tokens = tokens_in(text, sentence, ())
    for use in find_cues(tokens, language):
        after = skip_adjunct(tokens, skip_hearer(tokens, use, use.last + 1, language), language)
        source = source_before(tokens, use, language)
        if source is None and use.first == 0:
            source = source_after(tokens, use.last + 1, language)
            after = source[1] if source else 0
        if after < len(tokens) or source is None or use.passive or use.cue.group == "ask":
            continue
        head = head_of(tokens, source)
        return Draft(
            spans=(block,),
            marks=(),
            form="direct",
            use="speech",
            cue=(span_of(tokens, (use.first, use.last + 1)),),
            source=span_of(tokens, source),
            head=span_of(tokens, head),
            sentence=block,
        )
    return None
