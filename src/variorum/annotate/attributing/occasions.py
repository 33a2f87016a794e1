"""When somebody spoke, told beside what they said (``Poe said A, hours after a vote was lost``).

It is the narrator's to tell, and no words of the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.annotate.attributing.cues import is_verb
from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import Language
from variorum.model.spans import covers

# How many words may say how long after something one spoke (``just over two weeks after``).
LENGTH = 6


def without_occasions(drafts: Iterable[Draft], text: str, language: Language) -> list[Draft]:
    """Return ``drafts`` without the clauses that tell when their speakers spoke.

    Args:
        drafts: with or without cues.
        text: of the article.
        language: of the article.
    """
    return [_behind(_ahead(draft, text, language), text, language) for draft in drafts]


def _ahead(draft: Draft, text: str, language: Language) -> Draft:
    """Return a draft without an adverbial that a comma parts from its tag, if content follows it.

    (``When the vote was lost, Poe said she would leave``)
    """
    if len(draft.spans) != 2 or not draft.cue or draft.source is None:
        return draft
    first, second = draft.spans
    quoted = any(covers(first, mark) for mark in draft.marks)
    parted = first[1] <= draft.source[0] and text[first[1] : draft.source[0]].strip() == ","
    runs_on = draft.source[1] <= draft.cue[0][0] and draft.cue[-1][1] <= second[0]
    if quoted or not (parted and runs_on) or text[draft.cue[-1][1] : second[0]].strip():
        return draft
    forms = [token.form for token in tokens_in(text, first, ())][:LENGTH]
    openers = (language.subordinators | language.prepositions) - language.complementisers
    leading = forms[0] in openers
    timed = not language.variants.bounding.isdisjoint(forms)
    return replace(draft, spans=(second,)) if leading or timed else draft


def _behind(draft: Draft, text: str, language: Language) -> Draft:
    """Return a draft up to a clause with a past verb that tells when it was said.

    What is told of the past may have a time of its own (``said it had leaked, days after a test``).
    """
    if not draft.cue or draft.cue[-1][1] > draft.spans[-1][0] or draft.form == "direct":
        return draft
    start, end = draft.spans[-1]
    tokens = tokens_in(text, (start, end), ())
    comma = next((at for at in range(1, len(tokens)) if _opens(tokens, at, language)), None)
    if comma is None or not _is_open(tokens[:comma], language):
        return draft
    cut = tokens[comma].span[0]
    if any(mark[1] > cut for mark in draft.marks):
        return draft
    return replace(draft, spans=(*draft.spans[:-1], (start, cut)))


def _opens(tokens: Sequence[Token], comma: int, language: Language) -> bool:
    """Tell whether a comma parts ``hours after somebody did something``, up to the end."""
    if not tokens[comma].is_comma:
        return False
    bounds = language.variants.bounding
    near = range(comma + 2, min(len(tokens), comma + LENGTH))
    at = next((at for at in near if tokens[at].form in bounds), None)
    if at is None or not _is_unit(tokens[at - 1], language):
        return False
    rest = tokens[at + 1 :]
    verb = next((token for token in rest[1:] if is_verb(token, language)), None)
    goes_on = any(token.is_comma or token.form in language.complementisers for token in rest)
    return verb is not None and _is_past(verb, language) and not goes_on


def _is_unit(token: Token, language: Language) -> bool:
    units = language.time_units.keys() | language.variants.clock_units
    return token.form in units or language.singular(token.form) in units


def _is_open(tokens: Sequence[Token], language: Language) -> bool:
    """Tell whether a content tells of what is or will be, not of what has happened."""
    forms = [token.form for token in tokens]
    modal = next((at for at, form in enumerate(forms) if form in language.modals), None)
    if modal is not None:
        helping = language.auxiliaries - language.be_forms
        return helping.isdisjoint(forms[modal + 1 : modal + 3])
    return not any(_is_past(token, language) for token in tokens)


def _is_past(token: Token, language: Language) -> bool:
    """Tell whether a word is, by its form, a verb in the past."""
    cue = language.cues.get(token.form)
    if cue is not None:
        return cue.form in {"past", "participle"}
    if token.form in language.past | language.times.pasts:
        return True
    return is_verb(token, language) and token.form.endswith("ed")
