"""When somebody spoke, told beside what they said (``Poe said A, hours after a vote was lost``).

So is what went on meanwhile (``Poe said “A” as crowds waited``).

It is the narrator's to tell, and no words of the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.annotate.attributing.cues import is_verb
from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import Language
from variorum.model.spans import Span, covers

# How many words may say how long after something one spoke (``just over two weeks after``).
LENGTH = 6
# So many words a clause has at least: what opens it, and a subject.
SUBJECT = 2
_RUNNING = "ing"


def without_occasions(drafts: Iterable[Draft], text: str, language: Language) -> list[Draft]:
    """Return ``drafts`` without the clauses that tell when their speakers spoke.

    Args:
        drafts: with or without cues.
        text: of the article.
        language: of the article.
    """
    parts = (_behind(_ahead(draft, text, language), text, language) for draft in drafts)
    return [_up_to_marks(draft, text, language) for draft in parts]


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


def _up_to_marks(draft: Draft, text: str, language: Language) -> Draft:
    """Return a draft up to its last mark where the narrator goes on with what went on meanwhile.

    (``Poe said there were “no plans to leave” as crowds waited in the hall``)
    """
    start, end = draft.spans[-1]
    inside = [mark for mark in draft.marks if covers((start, end), mark)]
    if not draft.cue or draft.cue[-1][1] > start or draft.form != "mixed" or not inside:
        return draft
    stop = inside[-1][1]
    if not _goes_on_meanwhile(text, (stop, end), language):
        return draft
    own = {token.form for mark in inside for token in tokens_in(text, mark, ())}
    now = not own.isdisjoint(language.backshifts.values())
    if not now and not _is_state(tokens_in(text, (start, stop), ()), language):
        return draft
    cut = next(at for at in range(stop, end) if text[at].isspace() or text[at] == ",")
    alone = len(inside) == 1 and not any(map(str.isalnum, text[start : inside[0][0]]))
    spans = (*draft.spans[:-1], inside[0] if alone else (start, cut))
    form = "direct" if all(span in draft.marks for span in spans) else "mixed"
    return replace(draft, spans=spans, form=form)


def _goes_on_meanwhile(text: str, span: Span, language: Language) -> bool:
    """Tell whether all that follows a mark is a clause about others, with a past verb."""
    tokens = [token for token in tokens_in(text, span, ()) if token.kind == "word"]
    if len(tokens) <= SUBJECT or tokens[0].form not in language.meanwhile:
        return False
    plain = language.subject_pronouns | language.adverbs | language.prepositions
    if tokens[1].form in plain or "," in text[tokens[0].span[0] : span[1]]:
        return False
    verb = next((at for at in range(2, len(tokens)) if is_verb(tokens[at], language)), None)
    if verb is None or not _is_past(tokens[verb], language):
        return False
    helps = tokens[verb].form in language.auxiliaries | language.modals
    following = tokens[verb + 1].form if verb + 1 < len(tokens) else ""
    runs = tokens[verb].form in language.be_forms and following.endswith(_RUNNING)
    return runs or not helps


def _is_state(tokens: Sequence[Token], language: Language) -> bool:
    """Tell whether words tell of how things are, and of nothing that happened or will happen."""
    return not any(
        token.form in language.modals
        or (_is_past(token, language) and token.form not in language.be_forms)
        for token in tokens
    )


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
