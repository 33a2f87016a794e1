"""What stands between a cue and its content: who is told, and where and when it was said."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.attributing.cues import Use, is_verb
from variorum.annotate.tokens import Token
from variorum.languages import Language

# How many words may name the one who is told, and say where and when.
HEARER = 10
ADJUNCT = 14


def skip_hearer(tokens: Sequence[Token], use: Use, start: int, language: Language) -> int:
    """Return the token after the one who is told, asked or urged (``told the paper that``)."""
    if use.cue.group not in {"tell", "ask", "urge"} or use.passive or start >= len(tokens):
        return start
    first = tokens[start]
    if first.kind != "word" or first.form in language.question_words | language.linkers:
        return start
    opening = _opening(tokens, start, language)
    if opening is not None:
        return opening
    if use.cue.group == "urge" or first.form in language.object_pronouns | language.hearers:
        return start + (use.cue.group != "urge")
    return _name_end(tokens, start, language)


def _opening(tokens: Sequence[Token], start: int, language: Language) -> int | None:
    """Return where “that”, “whether”, “to” or words in marks begin after a short noun phrase."""
    for at in range(start + 1, min(len(tokens), start + HEARER)):
        token = tokens[at]
        if token.kind == "quote" or token.text == ":":
            return at if tokens[at - 1].kind == "point" or token.text == ":" else None
        if token.form in language.linkers:
            return at
        if token.kind == "point" and not (at + 1 < len(tokens) and tokens[at + 1].kind == "quote"):
            return None
        if token.form in language.subject_pronouns | language.modals or is_verb(token, language):
            return None
    return None


def _name_end(tokens: Sequence[Token], start: int, language: Language) -> int:
    """Return the end of the noun phrase at ``start``, where a clause follows without “that”."""
    first = tokens[start]
    at = start + (first.form in language.determiners)
    while at < len(tokens) and tokens[at].kind == "word":
        form = tokens[at].form
        clause = form in language.subject_pronouns or form in language.determiners
        if clause or form in language.question_words:
            break
        if at > start and form in language.prepositions - language.noun_prepositions:
            break
        lower = first.capital and not tokens[at].capital and not _genitive(tokens[at - 1])
        if at > start and lower:
            break
        at += 1
    return at


def _genitive(token: Token) -> bool:
    return token.form.endswith(("'s", "s'"))


def skip_adjunct(tokens: Sequence[Token], start: int, language: Language) -> int:
    """Return the token after where, when and in what form something was said."""
    at = start
    while at < len(tokens) and tokens[at].kind == "word":
        following = tokens[at + 1].form if at + 1 < len(tokens) else ""
        end = _time_end(tokens[at].form, at, following, language=language)
        if end == at and tokens[at].form in language.adjunct_prepositions:
            end = _adjunct_end(tokens, at, language)
        if end == at:
            break
        at = end
    return at


def _time_end(form: str, at: int, following: str, *, language: Language) -> int:
    """Return the token after a bare time or hearer at ``at``, ``at`` itself where none is."""
    timed = language.weekdays.keys() | language.time_units.keys() | language.day_parts
    if form in language.weekdays or form in language.days or form in language.adverbs:
        return at + 1
    if form in language.shifts and following in timed:
        return at + 2
    return at + 2 if form == "to" and following in language.hearers else at


def _adjunct_end(tokens: Sequence[Token], start: int, language: Language) -> int:
    """Return the end of the adjunct at ``start`` where something follows that cannot be in it."""
    for at in range(start + 1, min(len(tokens), start + ADJUNCT)):
        token = tokens[at]
        if token.kind != "word" and token.text not in {"(", ")"}:
            return at
        after_noun = tokens[at - 1].form not in language.prepositions
        subject = token.form in language.subject_pronouns and after_noun
        if token.form in language.complementisers or (subject and token.form != "who"):
            return at
        if at > start + 1 and is_verb(token, language):
            return start
    return len(tokens) if len(tokens) - start <= ADJUNCT else start
