"""Attributions: within one sentence, which words a cue gives to which source.

The content, cue and source of an attribution are those of PARC 3.0 (Pareti, 2016) and PolNeAR
(Newell et al., 2018). Attributions do not nest: only the outermost is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.attributing.attribution import Attribution
from variorum.annotate.attributing.cues import Use, find_cues
from variorum.annotate.attributing.postposed import postposed
from variorum.annotate.attributing.preposed import by_colon, preposed
from variorum.annotate.attributing.sources import subject_of
from variorum.annotate.tokens import Token
from variorum.languages import Language

# Past these a line is no sentence but a list or noise, and no attribution is looked for in it.
TOKENS = 400
CUES = 40


def attributions(tokens: Sequence[Token], language: Language) -> list[Attribution]:
    """Return the attributions of one sentence, in the order of their cues."""
    uses = find_cues(tokens, language) if len(tokens) <= TOKENS else []
    if len(uses) > CUES:
        return []
    kept: list[Attribution] = []
    for use in uses:
        found = postposed(tokens, use, uses, language=language)
        if found is not None and not any(_clash(found, k) for k in kept):
            kept.append(found)
    done = {k.cue for k in kept}
    for use in uses:
        if (use.first, use.last + 1) in done or any(_within(use, k) for k in kept):
            continue
        found = preposed(tokens, use, uses, language=language)
        if found is not None and not any(_clash(found, k) for k in kept):
            kept.append(_with_source(found, tokens, kept, language))
    spoken = (k for k in kept if not _corrects(tokens, k, language))
    return sorted(spoken, key=lambda a: a.cue) or by_colon(tokens, language)


def _corrects(tokens: Sequence[Token], kept: Attribution, language: Language) -> bool:
    """Tell whether the source is this text itself (``An earlier version of this article said``)."""
    words = " ".join(t.form for t in tokens[slice(*(kept.source or (0, 0)))])
    return language.corrects(words)


def _clash(one: Attribution, other: Attribution) -> bool:
    return any(a < d and c < b for a, b in one.content for c, d in other.content)


def _within(use: Use, kept: Attribution) -> bool:
    """Tell whether a cue is part of what is already attributed, or of its source."""
    inside = any(start <= use.head < end for start, end in kept.content)
    named = kept.source is not None and kept.source[0] <= use.head < kept.source[1]
    return inside or named


def _with_source(
    found: Attribution, tokens: Sequence[Token], kept: Sequence[Attribution], language: Language
) -> Attribution:
    """Give a cue without a subject (``left, saying that …``) that of the verb before it."""
    if found.source is not None or found.use is None or found.use.passive:
        return found
    first = found.use.first
    shared = found.use.cue.form == "gerund" or (
        first > 0 and tokens[first - 1].form in language.conjunctions
    )
    if not shared:
        return found
    earlier = [k.source for k in kept if k.cue < found.cue and k.source]
    source = earlier[-1] if earlier else subject_of(tokens, first, language)
    return replace(found, source=source)
