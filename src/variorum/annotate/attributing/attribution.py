"""What an attribution is, and what the rules for it ask of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotate.attributing.cues import Use, is_verb
from variorum.annotate.attributing.sources import Range, source_before
from variorum.annotate.tokens import Token
from variorum.languages import Language

# How many words a subject may have before its verb.
SUBJECT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """An attribution as ranges of tokens of one sentence.

    Args:
        content: what is attributed; two ranges where the cue stands between them.
        use: the cue, None where a colon does its work.
        cue: the tokens of the cue.
        source: the noun phrase that names who speaks, None where nothing does.
        asked: the noun phrase that names who is spoken to.
        question: whether the content is something asked.
    """

    content: tuple[Range, ...]
    use: Use | None
    cue: Range
    source: Range | None
    asked: Range | None = None
    question: bool = False

    @property
    def first(self) -> int:
        """Return the first token of the content."""
        return self.content[0][0]

    @property
    def last(self) -> int:
        """Return the token after the content's last."""
        return self.content[-1][1]


def is_clause(tokens: Sequence[Token], start: int, language: Language) -> bool:
    """Tell whether a clause without “that” begins at ``start``: a subject, then a verb."""
    if is_verb(tokens[start], language):
        return False
    if tokens[start].form in language.subject_pronouns:
        return start + 1 < len(tokens)
    for at in range(start + 1, min(len(tokens), start + SUBJECT)):
        token = tokens[at]
        if token.kind == "quote" or token.is_comma:
            continue
        if token.form in language.subordinators or token.kind == "point":
            return False
        if is_verb(token, language) and not in_noun_phrase(tokens, at, language):
            return tokens[at - 1].form not in language.conjunctions - language.adverbs
    return False


def in_noun_phrase(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether what looks like a verb is a noun, or a participle that describes one.

    (``a third win``, ``a televised speech``, ``kettles sold across Norland``)
    """
    if at == 0:
        return False
    token, before = tokens[at], tokens[at - 1]
    if token.form in language.auxiliaries | language.modals or token.form in language.cues:
        return False
    if before.form in (language.determiners | language.prepositions) - language.lone_determiners:
        return True
    if token.form + "s" in language.common_verbs:
        subjects = language.plain_subjects | language.group_nouns | language.plurals.keys()
        return not (before.form.endswith("s") or before.form in subjects)
    after = tokens[at + 1].form if at + 1 < len(tokens) else ""
    participle = token.form in language.past or token.form.endswith("ed")
    return participle and after in language.prepositions


def is_leading(token: Token, language: Language) -> bool:
    """Tell whether a word opens a clause that another has to follow (``when``, ``although``)."""
    either = language.complementisers | language.question_words | language.determiners
    return token.form in language.subordinators - either | {"when", "where", "if"}


def is_subjectless(tokens: Sequence[Token], language: Language) -> bool:
    """Tell whether a sentence opens with what was asked or told (``Asked whether A, Poe said``)."""
    cue = language.cues.get(tokens[0].form)
    return cue is not None and cue.form in {"past", "participle"}


def coordinated(tokens: Sequence[Token], start: int, use: Use, *, language: Language) -> int | None:
    """Return where ``… and Poe added …`` begins, None where ``use`` starts no new attribution."""
    if use.cue.form not in {"past", "third"} or use.passive or use.first <= start:
        return None
    source = source_before(tokens, use, language)
    first = source[0] if source is not None else use.first
    while first - 1 > start and tokens[first - 1].form in language.adverbs:
        first -= 1
    if first <= start or tokens[first - 1].form not in language.clause_joints:
        return None
    cut = first - 1
    return cut - 1 if tokens[cut - 1].is_comma else cut


def parted(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what stands before ``at`` is parted from it by a comma or a quote mark."""
    if at == 0:
        return False
    before = tokens[at - 1]
    return before.kind == "quote" or before.text in {",", "—", "–", "?"}
