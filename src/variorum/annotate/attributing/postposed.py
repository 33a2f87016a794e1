"""Content before its cue: ``A, Poe said``; ``“A,” said Poe, “B”``; ``A, according to Poe``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.attributing.attribution import (
    Attribution,
    coordinated,
    is_clause,
    is_leading,
    is_subjectless,
    parted,
)
from variorum.annotate.attributing.cues import Use, is_verb
from variorum.annotate.attributing.hearers import skip_adjunct, skip_hearer
from variorum.annotate.attributing.sources import Range, source_after, source_before
from variorum.annotate.tokens import Token
from variorum.languages import Language

# What may stand between a narrator's words and the whole quotation they lead to.
_LEADS_IN = frozenset({":", "—", "–"})


def postposed(
    tokens: Sequence[Token], use: Use, uses: Sequence[Use], *, language: Language
) -> Attribution | None:
    """Read ``A, Poe said`` and ``“A,” said Poe, “B”``."""
    if use.cue.group == "according":
        return _according(tokens, use, language)
    if use.cue.form not in {"past", "third", "base"} or use.passive:
        return None
    named = _source_of(tokens, use, language)
    if named is None:
        return None
    source, left, right = named
    asked = _asked(tokens, use, right, language) if left < use.first else None
    quoted = _ends_in_marks(tokens, left)
    if left == use.first and not quoted and not _may_invert(use):
        return None
    flanked = not quoted and _is_flanked(tokens, right, inverted=left == use.first)
    before = _content_before(tokens, left, flanked=flanked, language=language)
    if before is None and _ends(tokens, right, language):
        before = _whole_before(tokens, left, language)
    if before is None:
        return None
    right = skip_adjunct(tokens, right, language)
    if tokens[before[1] - 1].kind == "quote":
        right = _to_comma(tokens, right, language)
    if right < len(tokens) and tokens[right].kind == "word":
        return None
    found = _postposed_with(tokens, use, source, before=before, right=right, flanked=flanked)
    return _before_next(tokens, replace(found, asked=asked), uses, language)


def _asked(tokens: Sequence[Token], use: Use, end: int, language: Language) -> Range | None:
    """Return who is asked behind the verb (``“Is it safe?” a reporter asked the mayor.``)."""
    start = use.last + 1
    if use.cue.group != "ask" or end <= start or end > len(tokens):
        return None
    first = tokens[start].form
    if first in language.prepositions | language.adverbs | language.weekdays.keys():
        return None
    named = any(token.capital for token in tokens[start:end])
    return (start, end) if named or first in language.determiners else None


def _may_invert(use: Use) -> bool:
    """Tell whether a verb may stand before its subject where nothing is in marks."""
    return use.cue.lemma == "say" or use.cue.form == "third"


def _is_flanked(tokens: Sequence[Token], right: int, *, inverted: bool) -> bool:
    """Tell whether the words that attribute surely part or end a sentence."""
    if right >= len(tokens):
        return inverted
    return tokens[right].is_comma and not inverted


def _source_of(
    tokens: Sequence[Token], use: Use, language: Language
) -> tuple[Range, int, int] | None:
    """Return the source, and where the words that attribute begin and end."""
    source = source_before(tokens, use, language)
    inverted = parted(tokens, use.first) and not _after_relative(tokens, use, source)
    quoted = inverted and tokens[use.first - 1].kind == "quote"
    if source is not None and parted(tokens, source[0]) and not quoted:
        return source, source[0], skip_hearer(tokens, use, use.last + 1, language)
    source = source_after(tokens, use.last + 1, language) if inverted else None
    return None if source is None else (source, use.first, source[1])


def _after_relative(tokens: Sequence[Token], use: Use, source: Range | None) -> bool:
    """Tell whether an aside about the subject ends before the cue (``Poe, who left, said A``)."""
    if source is None or source[1] >= use.first:
        return False
    comma, opening = tokens[source[1] : source[1] + 2]
    return comma.is_comma and opening.form == "who"


def _to_comma(tokens: Sequence[Token], start: int, language: Language) -> int:
    """Return the next comma after an adjunct to the words that attribute a quotation."""
    if start >= len(tokens) or tokens[start].form not in language.prepositions:
        return start
    return next((at for at in range(start, len(tokens)) if tokens[at].kind != "word"), len(tokens))


def _postposed_with(
    tokens: Sequence[Token], use: Use, source: Range, *, before: Range, right: int, flanked: bool
) -> Attribution:
    content: tuple[Range, ...] = (before,)
    parted = right < len(tokens) and tokens[right].text in {",", ":", "—", "–"}
    after = right + 1 if parted else right
    more = after < len(tokens) and (tokens[after].kind == "quote" or flanked)
    if more and tokens[after].kind == "word" and tokens[after].form.endswith("ing"):
        more = False
    if more:
        content = (before, (after, len(tokens)))
    return Attribution(
        content=content,
        use=use,
        cue=(use.first, use.last + 1),
        source=source,
        question=use.cue.group == "ask",
    )


def _before_next(
    tokens: Sequence[Token], found: Attribution, uses: Sequence[Use], language: Language
) -> Attribution:
    """Let the second part of a content end where the next attribution begins."""
    if len(found.content) == 1:
        return found
    start, end = found.content[1]
    cuts = (coordinated(tokens, start, use, language=language) for use in uses)
    cut = next((cut for cut in cuts if cut is not None and cut > start), end)
    return replace(found, content=(found.content[0], (start, cut)))


def _content_before(
    tokens: Sequence[Token], left: int, *, flanked: bool, language: Language
) -> Range | None:
    """Return the content that ends before ``left``: a clause, or words in marks.

    Where commas stand at both sides of the cue, or it ends the sentence turned round
    (``flanked``), any words will do.
    """
    end = left - 1 if tokens[left - 1].kind == "point" else left
    if end < 1:
        return None
    if _ends_in_marks(tokens, left) and end > 1 and tokens[end - 2].text in _LEADS_IN:
        return (end - 1, end)
    if is_subjectless(tokens, language):
        return None
    start = _after_dateline(tokens, end)
    quoted = any(t.kind == "quote" for t in tokens[:end])
    if quoted or flanked:
        return (start, end)
    verbal = end > 2 and any(is_verb(t, language) for t in tokens[:end])
    if not verbal and not is_clause(tokens[:end], 0, language):
        return None
    if tokens[0].form in language.prepositions or is_leading(tokens[0], language):
        return (start, end) if any(t.is_comma for t in tokens[1:end]) else None
    return (start, end)


def _ends(tokens: Sequence[Token], right: int, language: Language) -> bool:
    """Tell whether nothing but a day or place follows the words that attribute."""
    return skip_adjunct(tokens, right, language) >= len(tokens)


# The fewest words before “, Poe said” that say something.
LEAST = 4


def _whole_before(tokens: Sequence[Token], left: int, language: Language) -> Range | None:
    """Return all before the words that end a sentence (``At least ten died, Poe said``)."""
    end = left - 1 if tokens[left - 1].is_comma else left
    if end == left or end < LEAST or is_subjectless(tokens, language):
        return None
    if is_leading(tokens[0], language) or tokens[0].form.endswith("ing"):
        return None
    limited = f"{tokens[0].form} {tokens[1].form}" in language.hedges
    if tokens[0].form in language.prepositions and not limited:
        return None
    return (_after_dateline(tokens, end), end)


# How many words a dateline may have (``LUND, 3 May (Wire) –``).
DATELINE = 12


def _after_dateline(tokens: Sequence[Token], end: int) -> int:
    """Return where a sentence begins after its dateline: a place in capitals, then a dash."""
    place = tokens[0].text
    if not (place.isupper() and len(place) > 2):
        return 0
    dashes = (at for at in range(1, min(end, DATELINE)) if tokens[at].text in {"—", "–", "-", "--"})
    dash = next(dashes, None)
    return 0 if dash is None or dash + 1 >= end else dash + 1


def _ends_in_marks(tokens: Sequence[Token], left: int) -> bool:
    """Tell whether words in marks end just before ``left``."""
    end = left - 1 if tokens[left - 1].kind == "point" else left
    return end > 0 and tokens[end - 1].kind == "quote"


def _according(tokens: Sequence[Token], use: Use, language: Language) -> Attribution | None:
    """Read ``According to Poe, A`` and ``A, according to Poe``."""
    source = source_after(tokens, use.last + 1, language)
    if source is None:
        return None
    content: tuple[Range, ...]
    if use.first <= 1:
        start = source[1]
        start += start < len(tokens) and tokens[start].is_comma
        content = ((start, len(tokens)),)
    else:
        end = use.first - (tokens[use.first - 1].kind == "point")
        content = ((0, end),)
        if source[1] + 1 < len(tokens) and tokens[source[1]].is_comma:
            content = ((0, end), (source[1] + 1, len(tokens)))
    if content[0][0] >= content[0][1]:
        return None
    cue = (use.first, use.last + 1)
    return Attribution(content=content, use=use, cue=cue, source=source)
