"""Clauses that only attribute: who spoke, to whom and when, with nothing of what was said."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.attributing.attribution import in_noun_phrase
from variorum.annotate.attributing.cues import find_cues, is_verb
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import Language
from variorum.model.spans import Span, Spans, covers, size

# Verbs of speech that say nothing of what was said unless a content follows.
_PLAIN = frozenset({"say", "tell"})
# What is longer, in code points, does more than attribute.
LONGEST = 400
# A clause that only says who reported something has so many words at most.
CREDIT = 8


def only_attributes(text: str, spans: Spans, attributing: Spans, language: Language | None) -> bool:
    """Tell whether ``spans`` have no finite verb beside those that attribute words.

    Args:
        text: of the article.
        spans: what stands outside direct quotations, in one sentence.
        attributing: the cues and sources of the quotations near it; where there are none, a
            plain verb of speech that no content follows is one (``Poe said in a statement.``).
        language: of the text; None: never.
    """
    if language is None or size(spans) > LONGEST:
        return False
    tokens = [token for span in spans for token in tokens_in(text, span, ())]
    if any(covers(span, part) for span in spans for part in attributing):
        own = {t.span for t in tokens if any(covers(part, t.span) for part in attributing)}
    else:
        own = _lone_cue(tokens, language)
    return bool(own) and not any(
        _is_finite(tokens, at, language) for at, t in enumerate(tokens) if t.span not in own
    )


def _lone_cue(tokens: Sequence[Token], language: Language) -> set[tuple[int, int]]:
    """Return the words of the only cue, empty where it has an object or another is there."""
    uses = find_cues(tokens, language)
    if handing := _handing_on(tokens, language):
        return handing
    if len(uses) != 1 or uses[0].passive or uses[0].cue.group not in _PLAIN:
        return set()
    use = uses[0]
    if use.cue.lemma in language.noun_verbs:
        return set()
    after = [token.form for token in tokens[use.last + 1 :]]
    tail = use.first == 0 and not tokens[0].capital
    if not (tail or _bare(after, use.cue.group, language)):
        return set()
    return {token.span for token in tokens[use.first : use.last + 1]}


def _handing_on(tokens: Sequence[Token], language: Language) -> set[Span]:
    """Return the verb of a clause that only says who reported it, empty where it says more.

    ``the Post first reported``, ``first reported by the Post``.
    """
    words = [token for token in tokens if token.kind == "word"]
    cues = [at for at, word in enumerate(words) if _reports(word, language)]
    if len(cues) != 1 or len(words) > CREDIT or cues[0] == 0:
        return set()
    at = cues[0]
    before = [word.form for word in words[:at]]
    last = at + 1 == len(words)
    agent = not last and words[at + 1].form in language.contrasts.agents and words[-1].capital
    silent = language.adverbs | language.ordinals.keys() | language.subordinators
    named = last and any(word.capital for word in words[:at])
    passive = agent and all(form in silent for form in before)
    return {words[at].span} if named or passive else set()


def _reports(token: Token, language: Language) -> bool:
    cue = language.cues.get(token.form)
    return cue is not None and cue.group == "announce" and not token.capital


def _bare(after: Sequence[str], group: str, language: Language) -> bool:
    """Tell whether what follows a cue is no object but a time, a place or who was told."""
    if group == "tell":
        told = [form for form in after[:2] if form not in language.determiners]
        return told[:1] != [] and told[0] in language.hearers | language.object_pronouns
    if not after or not language.hearers.isdisjoint(after[1:3]):
        return True
    when = language.weekdays.keys() | language.days.keys() | language.adverbs
    return after[0] in language.adjunct_prepositions | when


def _is_finite(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell a finite verb from a participle that describes a speech (``a statement posted``)."""
    described = at > 0 and tokens[at - 1].form in language.speech_nouns
    token = tokens[at]
    listed = token.form in language.past and not token.capital
    if described or in_noun_phrase(tokens, at, language):
        return False
    return listed or is_verb(token, language)
