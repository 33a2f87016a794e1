"""Sources: the noun phrase beside a cue that names who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.attributing.cues import Use, in_group, is_named, is_verb
from variorum.annotate.tokens import Token
from variorum.languages import Cue, Language

Range = tuple[int, int]
"""Tokens from the first to before the second."""

_NO_CUE = Cue(lemma="", group="", form="")


def source_before(tokens: Sequence[Token], use: Use, language: Language) -> Range | None:
    """Return the tokens of the noun phrase that ends where ``use`` begins."""
    end = use.first
    if end == 0:
        return None
    before = tokens[end - 1]
    if before.form in language.subject_pronouns or before.form in language.relatives:
        return (end - 1, end)
    if before.text in {",", "—", "–", ")"}:
        return _with_aside(tokens, end, language)
    start = _phrase_start(tokens, end, language)
    return (start, end) if _nominal(tokens, (start, end), language) else None


def subject_of(tokens: Sequence[Token], before: int, language: Language) -> Range | None:
    """Return the noun phrase before the first verb of the sentence (``Poe left, saying …``)."""
    for at in range(1, before):
        if is_verb(tokens[at], language):
            first = at
            while first and in_group(tokens[first - 1], language):
                first -= 1
            group = Use(first=first, last=at, head=at, cue=_NO_CUE)
            return source_before(tokens, group, language)
    return None


def shared_subject(tokens: Sequence[Token], use: Use, language: Language) -> Range | None:
    """Return the subject that a joined verb has from the one before (``Poe left and now says``)."""
    if use.first == 0 or tokens[use.first - 1].form not in language.conjunctions:
        return None
    source = subject_of(tokens, use.first, language)
    if source is None or tokens[source[1] - 1].form in language.prepositions:
        return None
    between = tokens[source[1] : use.first]
    other = any(t.is_comma or t.form in language.subject_pronouns for t in between)
    return None if other else source


def _with_aside(tokens: Sequence[Token], end: int, language: Language) -> Range | None:
    """Return a noun phrase that an aside follows; the aside too, where it says who that is."""
    aside = _before_aside(tokens, end - 1)
    if aside is None:
        return None
    start = _phrase_start(tokens, aside, language)
    if start < aside and _in_progress(tokens[start]) and start and tokens[start - 1].is_comma:
        start, aside = _phrase_start(tokens, start - 1, language), start - 1
    lower = start < aside and not tokens[start].capital
    if lower and start > 1 and tokens[start - 1].is_comma and tokens[start - 2].capital:
        start = _phrase_start(tokens, start - 1, language)
    if not _nominal(tokens, (start, aside), language):
        return None
    named = tokens[aside + 1].form != "who" and _explains(tokens, aside + 1, language)
    role = _is_role(tokens, (start, aside), language) and tokens[aside + 1].capital
    bracketed = tokens[aside].text == "("
    return (start, end) if named or role or bracketed else (start, aside)


def _is_role(tokens: Sequence[Token], phrase: Range, language: Language) -> bool:
    """Tell whether the chief noun of a phrase is a person’s role (``the head of the baths``)."""
    start, end = phrase
    ends = (at for at in range(start + 1, end) if tokens[at].form in language.prepositions)
    chief = tokens[next(ends, end) - 1]
    return chief.form in language.role_nouns | language.person_nouns


def _in_progress(token: Token) -> bool:
    """Tell whether an aside begins with what someone is doing (``Poe, speaking in Rome,``)."""
    return token.kind == "word" and not token.capital and token.form.endswith("ing")


def source_after(tokens: Sequence[Token], start: int, language: Language) -> Range | None:
    """Return the tokens of the noun phrase that begins at ``start`` (``said Mary Poe, 41,``)."""
    if start >= len(tokens) or tokens[start].kind != "word":
        return None
    if tokens[start].form in language.prepositions:
        return None
    if tokens[start].form in language.subject_pronouns:
        return (start, start + 1)
    end = _phrase_end(tokens, start, language)
    return (start, end) if end > start else None


def head_of(tokens: Sequence[Token], source: Range) -> Range:
    """Return ``source`` up to its first comma or bracket: the phrase without what explains it."""
    for at in range(*source):
        if tokens[at].kind == "point" and at > source[0]:
            return (source[0], at)
    return source


def _before_aside(tokens: Sequence[Token], closing: int) -> int | None:
    """Return where the aside that ends at ``closing`` begins (``Poe, the mayor, said``)."""
    mate = {")": "(", ",": ",", "—": "—", "–": "–"}[tokens[closing].text]
    for at in range(closing - 1, max(0, closing - 40), -1):
        if tokens[at].text == mate:
            return at
    return None


def _phrase_start(tokens: Sequence[Token], end: int, language: Language) -> int:
    """Return where the noun phrase that ends at ``end`` begins."""
    start = end
    while start:
        token = tokens[start - 1]
        if token.text == ")":
            opening = _before_aside(tokens, start - 1)
            if opening is None:
                break
            start = opening
            continue
        named = token.form in language.modals and is_named(tokens, start - 1)
        if token.kind == "point" or (_bars(token, language) and not named):
            break
        if token.form in language.conjunctions and not _joins_nouns(tokens, start - 1, language):
            break
        start -= 1
    start = _after_time(tokens, start, end, language)
    while start < end and _leads_in(tokens[start], language):
        start += 1
    return start


def _after_time(tokens: Sequence[Token], start: int, end: int, language: Language) -> int:
    """Return where a phrase begins after a time before it (``On Monday the mayor``)."""
    days = language.weekdays.keys() | language.days.keys()
    at = start + (start < end and tokens[start].form in language.adjunct_prepositions)
    first = at
    while at < end and (
        tokens[at].form in days
        or (at > start and (tokens[at].form in language.months or tokens[at].form.isdigit()))
    ):
        at += 1
    return at if first < at < end else start


def _bars(token: Token, language: Language) -> bool:
    """Tell whether a noun phrase cannot reach over ``token``."""
    if token.kind == "quote":
        return _is_sentence(token)
    if token.form in language.subordinators or token.form in language.subject_pronouns:
        return True
    return is_verb(token, language)


def _is_sentence(token: Token) -> bool:
    """Tell whether words in marks are more than part of a noun phrase."""
    return len(token.text.split()) > 4 or token.text[-2:-1] in {",", ".", "?", "!"}


def _joins_nouns(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether the conjunction at ``at`` joins two noun phrases, not two clauses."""
    if tokens[at].form not in {"and", "or"} or (at and tokens[at - 1].form[-1:].isdigit()):
        return False
    for place in range(at - 1, -1, -1):
        token = tokens[place]
        if token.kind == "point":
            return token.is_comma and place >= at - 3
        if _bars(token, language):
            return False
    return True


def _leads_in(token: Token, language: Language) -> bool:
    """Tell whether a word at the head of a phrase is an adverb or conjunction before it."""
    form = token.form
    linking = language.conjunctions | language.adverbs | language.subordinators
    return form in linking - language.determiners or (
        form.endswith("ly") and not (token.capital and form in language.first_names)
    )


def _nominal(tokens: Sequence[Token], phrase: Range, language: Language) -> bool:
    """Tell whether a phrase can be a noun phrase that speaks."""
    start, end = phrase
    if start >= end or tokens[start].form in language.prepositions:
        return False
    return any(t.kind == "word" for t in tokens[start:end])


def _phrase_end(tokens: Sequence[Token], start: int, language: Language) -> int:
    """Return where the noun phrase that begins at ``start``, with its aside, ends."""
    end = _simple_end(tokens, start, language)
    if end < len(tokens) and tokens[end].is_comma and _explains(tokens, end + 1, language):
        aside = end + 1
        while aside < len(tokens) and not tokens[aside].is_comma:
            if tokens[aside].kind == "quote" and _is_sentence(tokens[aside]):
                return end
            aside += 1
        return aside
    return end


def _simple_end(tokens: Sequence[Token], start: int, language: Language) -> int:
    end = start
    while end < len(tokens):
        token = tokens[end]
        if token.kind == "point" and token.text != "(":
            break
        if token.text == "(":
            while end < len(tokens) and tokens[end].text != ")":
                end += 1
            end = min(end + 1, len(tokens))
            continue
        if token.kind == "quote" and _is_sentence(token):
            break
        if end > start and _ends_phrase(tokens, end, language):
            break
        end += 1
    return end


def _ends_phrase(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether the noun phrase before ``at`` ends there."""
    form = tokens[at].form
    timed = form in language.weekdays or form in language.days or form in language.shifts
    finite = is_verb(tokens[at], language) or form in language.past
    if timed or form == "but" or finite:
        return True
    if form in language.subordinators:
        return form != "who"
    if form not in language.prepositions - language.noun_prepositions:
        return False
    following = tokens[at + 1].form if at + 1 < len(tokens) else ""
    dated = following in language.weekdays or following in language.months
    placed = following in language.determiners or following.isdigit() or dated
    return placed or form not in language.place_prepositions


def _explains(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether an aside that begins at ``at`` says who someone is."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return False
    token = tokens[at]
    aged = token.form.isdigit() and (at + 1 == len(tokens) or tokens[at + 1].kind == "point")
    known = language.role_nouns | language.role_modifiers | language.asides
    return aged or token.form in known
