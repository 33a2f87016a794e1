"""Content after its cue: ``Poe said that A``; ``Poe was asked whether A``; ``Poe: “A”``."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.attributing.attribution import (
    Attribution,
    coordinated,
    is_clause,
    is_leading,
)
from variorum.annotate.attributing.cues import Use, is_verb
from variorum.annotate.attributing.hearers import skip_adjunct, skip_hearer
from variorum.annotate.attributing.sources import Range, source_before
from variorum.annotate.tokens import Token
from variorum.languages import Language

# Groups whose verbs need no “that” before a clause.
_CLAUSE = frozenset(
    {"say", "tell", "add", "answer", "claim", "estimate", "warn", "announce", "promise", "admit"}
    | {"write", "deny", "urge"}
)
_PAUSES = frozenset({",", ":", "—", "–"})


def preposed(
    tokens: Sequence[Token], use: Use, uses: Sequence[Use], *, language: Language
) -> Attribution | None:
    """Read ``Poe said that A``, ``Poe told reporters A``, ``Poe was asked whether A``."""
    subject = None if use.bare_gerund else source_before(tokens, use, language)
    asks = use.cue.group == "ask"
    start = skip_hearer(tokens, use, use.last + 1, language)
    hearer = (use.last + 1, start) if start > use.last + 1 else None
    start = skip_adjunct(tokens, start, language)
    start = _after_pause(tokens, start)
    if not _begins_content(tokens, start, use, language):
        return None
    end = _content_end(tokens, start, use, uses=uses, language=language)
    end = _before_main_verb(tokens, use, subject, end=end, language=language)
    if end <= start:
        return None
    if use.passive and not (asks or tokens[start].form in language.complementisers):
        return None
    if subject is None and not _may_lack_subject(tokens, use, start, language):
        return None
    return Attribution(
        content=((start, end),),
        use=use,
        cue=(use.first, use.last + 1),
        source=None if use.passive else subject,
        asked=subject if use.passive else hearer,
        question=asks and not (start < end and tokens[start].form == "to"),
    )


# How many words may stand between a cue and a “that” after a comma (``told Lund, the port, that``).
APPOSED = 8


def _after_pause(tokens: Sequence[Token], start: int) -> int:
    """Return where the content begins after a comma, colon or dash, and after an apposition."""
    if start >= len(tokens) or tokens[start].text not in _PAUSES:
        return start
    while start < len(tokens) and tokens[start].text in _PAUSES:
        start += 1
    for at in range(start + 1, min(len(tokens), start + APPOSED)):
        if tokens[at].kind == "quote":
            break
        if tokens[at].form == "that" and tokens[at - 1].is_comma:
            return at
    return start


def _before_main_verb(
    tokens: Sequence[Token], use: Use, subject: Range | None, *, end: int, language: Language
) -> int:
    """Return where the content of an aside or relative clause ends: before the main verb.

    (``which Poe has promised to sell, is old``; ``a man, asked whether it leaks, said``)
    """
    first = subject[0] if subject else use.first
    if first == 0:
        return end
    before = tokens[first - 1]
    aside = before.is_comma and subject is None and not use.bare_gerund
    if not aside and before.form not in language.clause_relatives:
        return end
    for at in range(use.last + 2, end - 1):
        if tokens[at].is_comma and is_verb(tokens[at + 1], language):
            return at
    return end


def _may_lack_subject(tokens: Sequence[Token], use: Use, start: int, language: Language) -> bool:
    """Tell whether a cue without a subject still attributes what follows it."""
    if use.passive or use.cue.group == "ask" or use.cue.form == "gerund":
        return True
    joined = use.first > 0 and tokens[use.first - 1].form in language.conjunctions
    plain = tokens[start].kind == "quote" or tokens[start].form in language.complementisers
    return use.cue.form != "base" and (joined or plain)


def _begins_content(tokens: Sequence[Token], start: int, use: Use, language: Language) -> bool:
    """Tell whether the words from ``start`` can be what ``use`` attributes."""
    if start >= len(tokens):
        return False
    token = tokens[start]
    if token.kind == "quote" or token.form in language.complementisers:
        return True
    if token.kind == "point":
        return False
    group = use.cue.group
    if token.form == "to":
        silent = use.cue.lemma in language.denying and tokens[start + 1 : start + 2]
        if silent and tokens[start + 1].form in language.cues:
            return False
        return use.cue.lemma in language.infinitive_verbs and _is_infinitive(
            tokens, start, language
        )
    if token.form in language.question_words:
        return token.form not in language.prepositions or group == "ask"
    if use.cue.lemma in language.object_verbs:
        return _is_object(tokens, start, use, language)
    if token.form in language.prepositions or token.form in language.conjunctions:
        return use.cue.lemma == "say" and token.form not in {"of", "about", "by", "as", "so"}
    if use.cue.lemma in {"say", "tell"}:
        return True
    clause = group in _CLAUSE and is_clause(tokens, start, language)
    return clause or (use.cue.lemma == "add" and token.form in language.determiners)


def _is_object(tokens: Sequence[Token], start: int, use: Use, language: Language) -> bool:
    """Tell whether a noun phrase says what someone denied, called another, or announced."""
    token = tokens[start]
    if token.form in language.phrasal_particles | language.prepositions | language.conjunctions:
        return False
    rest = tokens[start + 1 :]
    if any(t.kind == "quote" for t in rest):
        return True
    if use.cue.lemma == "announce":
        return any(t.form in language.linkers | language.speech_nouns for t in rest)
    if use.cue.lemma != "call" or not token.capital:
        return True
    named = next((at for at, t in enumerate(rest) if not t.capital), len(rest))
    determined = rest[named : named + 1] and rest[named].form in language.determiners
    units = language.time_units.keys() | language.day_parts | {"hour"}
    return bool(determined) and not any(t.form in units for t in rest[named + 1 : named + 2])


def _is_infinitive(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether a verb, not a noun phrase, follows the “to” at ``at``."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    nominal = after.form in language.determiners or after.form in language.object_pronouns
    return after.kind == "word" and not after.capital and not nominal


def _content_end(
    tokens: Sequence[Token], start: int, own: Use, *, uses: Sequence[Use], language: Language
) -> int:
    """Return where the content from ``start`` ends: the sentence, or the next attribution."""
    if own.first == 0 or is_leading(tokens[0], language):
        comma = _clause_after(tokens, start, language)
        if comma is not None:
            return comma
    for use in uses:
        if use.first <= start:
            continue
        before = use.first - 1
        if use.cue.group == "according":
            return use.first - (tokens[before].kind == "point")
        if use.cue.form == "gerund" and tokens[before].is_comma:
            return before
        cut = coordinated(tokens, start, use, language=language)
        if cut is not None:
            return cut
    return len(tokens)


def _clause_after(tokens: Sequence[Token], start: int, language: Language) -> int | None:
    """Return the comma after which the main clause begins (``Asked if A, Poe said …``)."""
    for at in range(start + 1, len(tokens) - 2):
        if tokens[at].is_comma and is_clause(tokens, at + 1, language):
            joined = tokens[at + 1].form in language.conjunctions | language.subordinators
            if not joined:
                return at
    return None


def by_colon(tokens: Sequence[Token], language: Language) -> list[Attribution]:
    """Read ``Poe: “A”``."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].text != ":" or tokens[at + 1].kind != "quote":
            continue
        if at > 8 or any(t.kind == "point" for t in tokens[:at]):
            return []
        spoken = any(is_verb(t, language) for t in tokens[:at])
        source = None if spoken else (0, at)
        return [
            Attribution(content=((at + 1, len(tokens)),), use=None, cue=(at, at + 1), source=source)
        ]
    return []
