"""What an attribution is, and what the rules for it ask of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotate.cues import Use, is_verb
from variorum.annotate.sources import Range
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
    for token in tokens[start + 1 : start + SUBJECT]:
        if token.kind == "quote" or token.is_comma:
            continue
        if token.form in language.subordinators or token.kind == "point":
            return False
        if is_verb(token, language):
            return True
    return False


def is_leading(token: Token, language: Language) -> bool:
    """Tell whether a word opens a clause that another has to follow (``when``, ``although``)."""
    either = language.complementisers | language.question_words | language.determiners
    return token.form in language.subordinators - either | {"when", "where", "if"}


def parted(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what stands before ``at`` is parted from it by a comma or a quote mark."""
    if at == 0:
        return False
    before = tokens[at - 1]
    return before.kind == "quote" or before.text in {",", "—", "–", "?"}
