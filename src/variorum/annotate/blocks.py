"""Block quotations: a paragraph without marks after one that ends in ``Poe wrote:``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.cast import Cast
from variorum.annotate.cues import find_cues
from variorum.annotate.drafts import Draft
from variorum.annotate.hearers import skip_adjunct, skip_hearer
from variorum.annotate.sources import head_of, source_before
from variorum.annotate.tokens import tokens_in
from variorum.model.spans import Span

# Longer sentences, in code points, do not only lead to what follows.
LONGEST = 400


def with_blocks(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """Return ``drafts`` and those of the paragraphs that a colon leads to, in order of the text.

    Only a paragraph without marks or an attribution of its own is a block quotation.

    Args:
        drafts: in the order of the text.
        cast: of the article.
    """
    text, body = cast.article.text, cast.article.body()
    taken = {draft.block for draft in drafts}
    starts = [start for start, _ in cast.quoted]
    found = list(drafts)
    for number, block in enumerate(body[1:], start=1):
        before = body[number - 1]
        led = text[before.span[1] - 1] == ":" and text[block.span[1] - 1] != ":"
        if not led or number in taken or not before.kind == block.kind == "paragraph":
            continue
        marked = bisect_left(starts, block.span[0]) != bisect_left(starts, block.span[1])
        draft = None if marked else _led_to(before.span[1], block.span, cast)
        if draft is not None:
            found.append(replace(draft, block=number))
    return sorted(found, key=lambda draft: draft.spans)


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
        if after < len(tokens) or source is None or use.passive or use.cue.group == "ask":
            continue
        head = head_of(tokens, source)
        return Draft(
            spans=(block,),
            marks=(),
            form="direct",
            use="speech",
            cue=((tokens[use.first].span[0], tokens[use.last].span[1]),),
            source=(tokens[source[0]].span[0], tokens[source[1] - 1].span[1]),
            head=(tokens[head[0]].span[0], tokens[head[1] - 1].span[1]),
            sentence=block,
        )
    return None
