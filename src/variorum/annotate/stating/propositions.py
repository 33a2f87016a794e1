"""Propositions of a sentence: its clauses, each with who holds it.

What only says who spoke, when and to whom is none; a clause of a word or two goes with the one
before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.annotate.stating.aloud import asks, is_aloud, stated_aloud
from variorum.annotate.stating.bare import only_attributes
from variorum.annotate.stating.chunks import REACH, is_withheld
from variorum.annotate.stating.clauses import Clause, clauses_of
from variorum.annotate.stating.holders import Part, leads_to_clause, parts_of, states_nothing
from variorum.annotate.stating.merging import joined, merged, takes_up
from variorum.annotate.stating.trees import Tree, tree_of
from variorum.annotate.stating.verbs import verbs_in
from variorum.annotate.syntax import Syntax
from variorum.languages import Language
from variorum.model.annotation import Quotation
from variorum.model.spans import Span, Spans, covers
from variorum.model.words import words_in

# The fewest words, beside those that only attribute, that make a statement; a figure tells more.
LEAST_WORDS = 3
FIGURE = 2
# The fewest that make one where a source is named for it.
LEAST_HELD = 2
# The fewest that make a statement of a relative clause without a figure.
LEAST_RELATIVE = 5
# And so many before a noun of speech that it has for object.
FAR = 8
# The groups of verbs that do not vouch for the clause of such a noun.
_UNHELD = frozenset({"deny", "praise", "ask", "urge"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """A clause at its spans, and the quotation whose content it is (None: the narrator's).

    ``conditional``: it is told as a condition; ``reported``: a verb of the same sentence reports
    it, of no source that is known; ``denying``: that verb denies it; ``helps``: the helping words
    before another verb that its own one stands behind too.
    """

    spans: Spans
    held: Quotation | None
    conditional: bool = False
    reported: bool = False
    denying: bool = False
    helps: tuple[str, ...] = ()


def propositions_in(
    text: str,
    sentence: Span,
    near: Sequence[Quotation],
    language: Language | None,
    *,
    syntax: Syntax | None = None,
) -> Iterator[Proposition]:
    """Yield the propositions of a sentence, in the order in which they begin.

    Args:
        text: of the article.
        sentence: its span; a question has none.
        near: the direct and the indirect quotations that reach into it.
        language: of the text; None: a sentence is cut at quotations only.
        syntax: of the text, if known; the rules of ``clauses_of`` cut better with it.
    """
    prints = [quotation for quotation in near if states_nothing(quotation)]
    contents = [quotation for quotation in near if not states_nothing(quotation)]
    parts = parts_of(text, sentence, prints, contents)
    if not parts or text[slice(*sentence)].rstrip().endswith("?"):
        return
    attributing = sorted(span for q in near for span in (*q.cue, *q.sources))
    for part in parts:
        if asks(text, part):
            continue
        clauses = _stating(part, language, syntax)
        yield from _told(text, part, clauses, language, attributing=attributing)


def _told(
    text: str,
    part: Part,
    clauses: Sequence[Clause],
    language: Language | None,
    *,
    attributing: Sequence[Span],
) -> list[Proposition]:
    """Return what the clauses of a part tell; one of too few words goes with its neighbour."""
    found: list[Proposition] = []
    ahead: Spans = ()
    for clause in clauses:
        one = _proposition(part, clause, language)
        credit = _inside(one.spans, attributing)
        if _attributes(text, one, credit, language):
            continue
        told, crediting = _weight(text, one.spans, credit, language)
        alone = one.reported or (one.held is not None and not found and not is_aloud(part))
        enough = told >= (LEAST_HELD if alone else LEAST_WORDS)
        aside = enough and _is_aside(part, clause, language)
        whole = _whole(part, clause, language)
        if enough and not aside:
            found.append(replace(one, spans=merged(text, ahead, one.spans)))
            ahead = ()
        elif _is_ahead(part, clause, language):
            ahead = whole
        elif found and not crediting and (not aside or takes_up(text, found[-1].spans, one.spans)):
            found[-1] = replace(found[-1], spans=joined(text, found[-1].spans, one.spans, whole))
    return found


def _stating(part: Part, language: Language | None, syntax: Syntax | None) -> list[Clause]:
    """Return the clauses of a part, less those that nobody states.

    What somebody rejects or refuses to say is stated by none; nor does a refusal to speak state
    anything, nor the noun of which somebody denies the clause (``rejected [the idea that] …``).
    """
    tree = tree_of(part.tokens, syntax) if syntax and language else None
    clauses = _clauses(part, language, tree)
    if language is None:
        return clauses
    if is_aloud(part):
        clauses = stated_aloud(part.tokens, clauses, language, tree)
    if part.held is not None and leads_to_clause(part.tokens, clauses, language):
        return clauses[1:]
    withheld = {clause.parts[0][0] for clause in clauses if _is_withheld(part, clause, language)}
    contents = {clause.parts[0][0] for clause in clauses if clause.kind == "content"}
    return [
        clause
        for clause in clauses
        if clause.parts[0][0] not in withheld
        and clause.kind != "credit"
        and not (clause.parts[-1][1] in contents and _only_reports(part, clause, language))
        and not _is_unheld(part, clause, language)
        and not _only_asks(part, clause, language)
        and not (clause.parts[-1][1] in withheld and _is_bare(part, clause, language))
    ]


def _only_reports(part: Part, clause: Clause, language: Language) -> bool:
    """Tell whether a clause is a pronoun and a verb of speech alone (``[he feared] that …``)."""
    start, end = clause.parts[0]
    forms = [token.form for token in part.tokens[start:end] if token.kind == "word"]
    spoken = len(forms) == 2 and forms[0] in language.subject_pronouns and forms[1] in language.cues
    return spoken and len(clause.parts) == 1


def _only_asks(part: Part, clause: Clause, language: Language) -> bool:
    """Tell whether a clause is an indirect question and no more (``Why the port closed``)."""
    opener = part.tokens[clause.parts[0][0]].form
    return opener in language.indirect_questions and len(clause.verbs) < 2


def _is_bare(part: Part, clause: Clause, language: Language) -> bool:
    """Tell whether a clause has no verb but one (``Poe refused to accept``)."""
    found = (verbs_in(part.tokens[start:end], language) for start, end in clause.parts)
    return sum(map(len, found)) < 2


def _is_unheld(part: Part, clause: Clause, language: Language) -> bool:
    """Tell whether a noun of speech leads to a clause that somebody rejects, mocks or asks for."""
    start = clause.parts[0][0]
    before = [token.form for token in part.tokens[max(0, start - FAR) : start]]
    if clause.kind != "content" or not before or before[-1] not in language.speech_nouns:
        return False
    head = before[:-1]
    cue = next((language.cues[form] for form in reversed(head) if form in language.cues), None)
    return any(map(language.negates, head)) or (cue is not None and cue.group in _UNHELD)


def _is_withheld(part: Part, clause: Clause, language: Language) -> bool:
    """Tell whether a clause is what somebody refuses to say (``declined to rule that …``)."""
    if clause.opener not in language.complementisers | language.question_words:
        return False
    return is_withheld(part.tokens, clause.parts[0][0], language)


def _clauses(part: Part, language: Language | None, tree: Tree | None) -> list[Clause]:
    if language is None:
        return [Clause("main", parts=[(0, len(part.tokens))])]
    return clauses_of(part.tokens, language, tree)


def _proposition(part: Part, clause: Clause, language: Language | None) -> Proposition:
    start, end = clause.parts[0]
    if language is None:
        return Proposition(tuple(part.spans(start, end)), part.held)
    first = start
    while first + 1 < end and _leads(part, first, clause, language):
        first += 1
    if start and part.tokens[start - 1].form in language.nors:
        first = start - 1
    ranges = [(first, end), *clause.parts[1:]]
    before = [token.form for token in part.tokens[max(0, start - REACH) : start]]
    cues = [language.cues[form] for form in before if form in language.cues]
    reported = clause.kind == "content" and bool(cues)
    return Proposition(
        spans=tuple(span for one in ranges for span in part.spans(*one)),
        held=part.held,
        conditional=clause.opener in language.variants.conditions,
        reported=reported or clause.credited,
        denying=reported and any(cue.lemma in language.denying for cue in cues),
        helps=clause.helps,
    )


def _whole(part: Part, clause: Clause, language: Language | None) -> Spans:
    """Return the spans of a clause with the words that lead it in (``the pier [he built]``)."""
    start, end = clause.parts[0]
    first = next((at for at in range(start, end) if part.tokens[at].kind == "word"), start)
    if first == start and start and language and _joins(part, start - 1, language):
        first = start - 1
    ranges = [(first, end), *clause.parts[1:]]
    return tuple(span for one in ranges for span in part.spans(*one))


def _joins(part: Part, at: int, language: Language) -> bool:
    return part.tokens[at].form in language.conjunctions - language.adverbs


def _is_ahead(part: Part, clause: Clause, language: Language | None) -> bool:
    """Tell a condition between a conjunction and the clause that it joins (``and, if so, …``)."""
    at = clause.parts[0][0] - 1
    if language is None or clause.kind != "adverbial" or at < 1 or part.tokens[at].kind == "word":
        return False
    return _joins(part, at - 1, language)


def _leads(part: Part, at: int, clause: Clause, language: Language) -> bool:
    """Tell a point, conjunction or opener at the edge from the words of a clause."""
    token = part.tokens[at]
    if token.kind != "word":
        return True
    if token.form in language.conjunctions - language.adverbs:
        return True
    if token.form in language.adverbs and part.tokens[at + 1].form == clause.opener:
        return clause.kind == "adverbial"
    if token.form != clause.opener:
        return False
    return clause.kind == "adverbial" or token.form in language.complementisers


def _is_aside(part: Part, clause: Clause, language: Language | None) -> bool:
    """Tell a few words about whom or what is before them (``who led the study``): no statement.

    A figure, or a denial, tells enough.
    """
    placed = language is not None and clause.opener in language.relative_adverbs
    if language is None or not (clause.kind == "relative" or placed):
        return False
    tokens = [token for start, end in clause.parts for token in part.tokens[start:end]]
    words = [token.form for token in tokens if token.kind == "word"]
    figure = any(form[:1].isdigit() or form in language.numbers for form in words)
    if figure or any(map(language.negates, words)):
        return False
    opened = not (language.clause_relatives | language.relative_adverbs).isdisjoint(words[:1])
    return opened and len(words) < LEAST_RELATIVE


def _inside(spans: Spans, attributing: Sequence[Span]) -> Spans:
    """Return which of the sorted words of attribution begin in spans."""
    found: list[Span] = []
    for start, end in spans:
        low = bisect_left(attributing, (start, start))
        found += attributing[low : bisect_left(attributing, (end, end))]
    return tuple(found)


def _attributes(text: str, one: Proposition, credit: Spans, language: Language | None) -> bool:
    """Tell whether a clause of the narrator only says who spoke."""
    return one.held is None and only_attributes(text, one.spans, credit, language)


def _weight(text: str, spans: Spans, credit: Spans, language: Language | None) -> tuple[int, int]:
    """Return how many words tell something in spans, a figure for two, and how many attribute."""
    told = crediting = 0
    for word in (word for span in spans for word in words_in(text, span)):
        if any(covers(one, word.span) for one in credit):
            crediting += 1
            continue
        number = word.form[:1].isdigit() or (language and word.form in language.numbers)
        told += FIGURE if number else 1
    return told, crediting
