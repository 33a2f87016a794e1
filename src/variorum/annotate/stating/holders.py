"""Parts of a sentence by who holds them: the narrator, or the source of a quotation.

What was asked states nothing, nor does direct speech of nobody that is known: both are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.annotate.stating.clauses import Clause, clauses_of
from variorum.annotate.stating.verbs import is_gerund, verbs_in
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import Language, reckons
from variorum.model.annotation import Quotation
from variorum.model.spans import Span, Spans, overlap, size
from variorum.model.spoken import is_spoken
from variorum.model.words import words_in

# The groups of verbs whose content may lack a verb (``said no``).
_TELLING = frozenset({"say", "tell", "add", "claim"})
_ENDS = ".!?…"
_EDGES = " \t\n\u00a0,;:—–-“”„‟\"«»‹›‘’'"


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens of a sentence with one holder; ``places`` count the tokens of the sentence.

    ``held`` is the quotation whose content they are, None where the narrator states them.
    """

    tokens: tuple[Token, ...]
    places: tuple[int, ...]
    held: Quotation | None

    def spans(self, first: int, end: int) -> Iterator[Span]:
        """Yield the spans of a range of tokens, parted where other words stand between."""
        start = first
        for at in range(first, end):
            if at + 1 == end or self.places[at + 1] != self.places[at] + 1:
                yield self.tokens[start].span[0], self.tokens[at].span[1]
                start = at + 1


def parts_of(
    text: str, sentence: Span, prints: Sequence[Quotation], contents: Sequence[Quotation]
) -> list[Part]:
    """Return the parts of a sentence, in the order in which they begin.

    Args:
        text: of the article.
        sentence: the span to look at.
        prints: the quotations to leave out.
        contents: those that hold what stands in them, the innermost first of all.
    """
    spoken = [quotation for quotation in contents if is_spoken(quotation)]
    outside = outside_prints(text, sentence, [*prints, *spoken])
    spans = sorted((*outside, *_inside(text, sentence, spoken)))
    tokens = [token for span in spans for token in tokens_in(text, span, ())]
    starts = [token.span[0] for token in tokens]
    owners: list[int | None] = [None] * len(tokens)
    longest_first = sorted(range(len(contents)), key=lambda n: (-size(contents[n].spans), n))
    for number in longest_first:
        for span in contents[number].spans:
            low, high = bisect_left(starts, span[0]), bisect_left(starts, span[1])
            owners[low:high] = [number] * (high - low)
    groups: dict[tuple[int | None, int], list[int]] = {}
    run = 0
    for at, owner in enumerate(owners):
        run += at > 0 and (owner != owners[at - 1] or _is_parted(text, outside, tokens, at))
        groups.setdefault((owner, -1 if owner is not None else run), []).append(at)
    return [
        Part(tuple(tokens[at] for at in ats), tuple(ats), None if n is None else contents[n])
        for (n, _), ats in groups.items()
    ]


def _inside(text: str, sentence: Span, spoken: Sequence[Quotation]) -> Iterator[Span]:
    """Yield what a sentence has of direct speech, without the point that ends it."""
    for start, end in (span for quotation in spoken for span in quotation.spans):
        if overlap((start, end), sentence):
            yield trimmed(text, (max(start, sentence[0]), min(end, sentence[1])), _ENDS)


def _is_parted(text: str, outside: Spans, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a print stands between a token and the one before it."""
    if len(outside) == 1:
        return False
    between = text[tokens[at - 1].span[1] : tokens[at].span[0]]
    return any(c.isalnum() for c in between)


def states_nothing(quotation: Quotation) -> bool:
    """Tell whether a quotation is what was asked, never said, or said by nobody that is known."""
    unsaid = quotation.negated or quotation.speaker is None
    return quotation.use == "question" or (is_spoken(quotation) and unsaid)


def is_apart(text: str, quotation: Quotation, language: Language | None) -> bool:
    """Tell whether the narrator does not state what stands in a quotation."""
    apart = states_nothing(quotation) or is_spoken(quotation)
    return apart or is_told(text, quotation, language)


def is_told(text: str, quotation: Quotation, language: Language | None) -> bool:
    """Tell an indirect quotation from the object of an act (``vowed to go``, ``called for calm``).

    What follows its cue is told where it has a verb of its own, or the cue is a plain verb of
    speech.
    """
    if states_nothing(quotation) or quotation.form == "direct" or not quotation.spans:
        return False
    if language is None or not quotation.cue:
        return True
    start, end = quotation.cue[-1]
    cue = text[start:end].lower().split()
    if not cue or " ".join(cue) in language.cue_phrases:
        return True
    groups = {language.cues[word].group for word in cue if word in language.cues}
    before = quotation.spans[0][0] < quotation.cue[0][0]
    if before and (groups or cue[-1] in language.prepositions):
        return cue[-1] not in language.prepositions
    tokens = [token for span in quotation.spans for token in tokens_in(text, span, ())]
    if not tokens or tokens[0].form in language.times.infinitive:
        return False
    clauses = clauses_of(tokens, language)
    if reckons(cue, [token.form for token in tokens], language):
        return True
    if "deny" in groups and leads_to_clause(tokens, clauses, language):
        return True
    gerund = is_gerund(tokens, 0, language)
    verb = bool(clauses) and clauses[0].verb
    plain = (language.cues[word] for word in cue if word in language.cues)
    telling = any(c.group in _TELLING and c.lemma not in language.acting_verbs for c in plain)
    return verb or gerund or telling


def leads_to_clause(tokens: Sequence[Token], clauses: Sequence[Clause], language: Language) -> bool:
    """Tell whether a content is a noun of speech and its clause (``the idea that Poe would go``).

    Not so where the clause only tells which (``claims that surfaced``), or may do so for want of an
    object or a modal (``claims that he made in court``).
    """
    if len(clauses) < 2 or clauses[0].verb or len(clauses[0].parts) != 1:
        return False
    noun, (start, end) = clauses[0].parts[0][1] - 1, clauses[1].parts[0]
    if noun + 1 != start or tokens[noun].form not in language.speech_nouns:
        return False
    verbs = verbs_in(tokens[start:end], language)
    if tokens[start].form not in language.complementisers or not verbs or verbs[0].first < 2:
        return False
    behind = start + verbs[-1].end
    modal = any(token.form in language.modals for token in tokens[start:behind])
    adjunct = language.prepositions | language.adverbs
    return behind < end and (modal or tokens[behind].form not in adjunct)


def outside_prints(text: str, sentence: Span, prints: Sequence[Quotation]) -> Spans:
    """Return what a sentence has outside direct quotations, without marks at the edges."""
    inside = sorted(span for q in prints for span in q.spans if overlap(span, sentence))
    spans = []
    start = sentence[0]
    for begin, end in [*inside, (sentence[1], sentence[1])]:
        if begin > start:
            spans.append(trimmed(text, (start, begin)) if inside else (start, begin))
        start = max(start, end)
    return tuple(span for span in spans if any(True for _ in words_in(text, span)))


def trimmed(text: str, span: Span, ends: str = "") -> Span:
    """Return a span without points and marks at its edges, nor any of ``ends`` at its end."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and (text[end - 1] in _EDGES or text[end - 1] in ends):
        end -= 1
    return start, end
