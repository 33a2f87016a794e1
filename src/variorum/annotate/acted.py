"""Acts told as somebody's: what one orders, plans or stands for, with no words that one spoke.

PARC 3.0 and PolNeAR annotate them as attributions of eventualities and attitudes, beside those of
assertions (Pareti, 2016): ``The mayor ordered [the evacuation]``, ``Poe backs [the bill]``.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.stating.clauses import clauses_of
from variorum.annotate.stating.verbs import verbs_in
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import Cue, Language, reckons, withholds
from variorum.model.words import words_in

# A clause has so many words at least: who, does.
CLAUSE = 2
_PRAISES = "praise"
_INTENDS = "plan"
# What one does may be done as something (``ordered a halt as a precaution``).
_DOES = frozenset({"announce", "plan", "promise", "urge"})


def is_act(text: str, draft: Draft, language: Language) -> bool:
    """Tell the object of an act, a plan or a stance from a report of words.

    What stands in marks, before a verb of speech or behind a colon, what was asked, and a content
    with a verb of its own are words; so is the object of a verb of speech (``denied a role``), if
    it is no verb of acts too (``announced a strike``), what a noun of speech leads to (``voiced
    concern about the fire``), what something is called (``referred to them as thieves``), and a
    figure that somebody gives (``put the bill at 3 million``).

    Args:
        text: of the article.
        draft: an attribution.
        language: of the article.
    """
    if draft.marks or draft.form == "direct" or draft.use != "speech" or not draft.cue:
        return False
    forms = [w.form for w in words_in(text, draft.cue[0])]
    cues = [language.cues[form] for form in forms if form in language.cues]
    phrase = not forms or " ".join(forms) in language.cue_phrases
    content = [w.form for span in draft.spans for w in words_in(text, span)]
    if phrase or (cues and draft.spans[0] < draft.cue[0]) or _is_worded(content, language):
        return False
    if reckons(forms, content, language):
        return False
    if not language.speech_nouns.isdisjoint(forms) or _likens(cues, content, language):
        return False
    if content[:1] == ["to"]:
        if draft.negated and any(_praises(form, language) for form in content[1:2]):
            return True
        silent = draft.negated and content[1:2] != [] and content[1] in language.cues
        return not (silent or withholds(forms, content, language)) and (
            not cues or _intends(cues[-1])
        )
    if cues and (not _acts(cues[-1], content, language) or _is_ordered(content, language)):
        return False
    tokens = [token for span in draft.spans for token in tokens_in(text, span, ())]
    clauses = clauses_of(tokens, language)
    verb = bool(clauses) and clauses[0].verb
    return not verb or (not cues and _is_described(tokens, language))


def _is_described(tokens: Sequence[Token], language: Language) -> bool:
    """Tell a thing that participles tell more of from a clause (``the man found in the lake``)."""
    verbs = verbs_in(tokens, language)
    return tokens[0].form in language.determiners and all(
        verb.end == verb.first + 1
        and verb.first > 1
        and verb.end < len(tokens)
        and tokens[verb.end].form in language.prepositions
        and tokens[verb.first].form not in language.auxiliaries | language.modals
        for verb in verbs
    )


def _praises(form: str, language: Language) -> bool:
    """Tell a verb of praise or blame, which nobody declines to say (``declined to thank her``)."""
    return form in language.cues and language.cues[form].group == _PRAISES


def _is_worded(content: Sequence[str], language: Language) -> bool:
    """Tell whether a content begins with a word that hardly anything but a clause begins with."""
    openers = language.complementisers | language.question_words
    either = language.prepositions | language.determiners
    return not content or content[0] in openers - either


def _is_ordered(content: Sequence[str], language: Language) -> bool:
    """Tell whether a verb of speech has a clause for its object, be its verb in no known form.

    (``ordered that shops close``, ``ordered police stay away``; not ``accepted that offer``)
    """
    if content[0] in language.complementisers:
        return len(content) > CLAUSE
    plural = content[0] in language.group_nouns or language.singular(content[0]) is not None
    particles = language.phrasal_particles - language.prepositions
    return plural and len(content) > CLAUSE and content[CLAUSE] in particles


def _likens(cues: Sequence[Cue], content: Sequence[str], language: Language) -> bool:
    """Tell whether somebody calls one thing another (``dismissed the plan as nonsense``)."""
    does = bool(cues) and cues[-1].group in _DOES
    return not does and not language.places.likening.isdisjoint(content[1:])


def _intends(cue: Cue) -> bool:
    return cue.group == _INTENDS


def _acts(cue: Cue, content: Sequence[str], language: Language) -> bool:
    """Tell whether a verb of speech, with a thing as its object, does something.

    Not so with words for its object (``rejected the claim``), nor one who is told to do something
    (``ordered the crews to leave``). Whom or what one praises or attacks is no words either, where
    no other word tells why (``blasted the owners``).
    """
    if cue.group == _PRAISES:
        return sum(form not in language.determiners for form in content) == 1
    if cue.lemma not in language.acting_verbs:
        return False
    controls = cue.lemma in language.object_controls and "to" in content
    return not controls and language.speech_nouns.isdisjoint(content)
