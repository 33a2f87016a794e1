"""What a verb of speech does to the clause that it reports: affirms it, denies it, or neither."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.languages._language import Language
from variorum.model.phrases import places_of


def stance(cue: Sequence[str], content: Sequence[str], *, negated: bool, language: Language) -> str:
    """Return what somebody does to a content: ``affirms``, ``denies``, or ``leaves`` it open.

    Who refuses to say it, does not deny it or cannot say whether it is so, has neither affirmed
    nor denied it. Who refuses to do something, or rules it out, denies that it is done.

    Args:
        cue: the words that report it, in lower case.
        content: its own words, in lower case.
        negated: whether the cue is negated.
        language: of both.
    """
    if withholds(cue, content, language):
        return "leaves"
    cues = [language.cues[form] for form in cue if form in language.cues]
    bars = bool(places_of(language.contrasts.barring, cue))
    if bars or any(one.group == "deny" or one.lemma in language.denying for one in cues):
        return "leaves" if negated else "denies"
    if any(one.lemma in language.doubting for one in cues):
        return "affirms" if negated else "denies"
    if negated and content and content[0] in language.question_words - language.clause_relatives:
        return "leaves"
    return "denies" if negated else "affirms"


def withholds(cue: Sequence[str], content: Sequence[str], language: Language) -> bool:
    """Tell whether somebody refuses to speak: ``refused to say``, ``declined to rule that``.

    The verb of speech stands in the cue, or begins the content; another than those listed, in
    either, is told by the clause behind it, if but a particle stands between (``rule out that``).
    """
    cues = [language.cues[form] for form in cue if form in language.cues]
    refusing = [one for one in cues if one.lemma in language.denying and one.group != "deny"]
    if not refusing:
        return False
    if len(refusing) < len(cues):
        return True
    at = next(k for k, form in enumerate(cue) if language.cues.get(form) is refusing[-1])
    refused = [*cue[at + 1 :], *content[:4]]
    if refused[:1] != ["to"] or len(refused) < 2:
        return False
    behind = refused[2:4]
    if behind[:1] and behind[0] in language.phrasal_particles:
        behind = behind[1:]
    clause = behind[:1] and behind[0] in language.complementisers
    return refused[1] in language.cues or bool(clause)


def is_spoken(
    cue: Sequence[str], content: Sequence[str], language: Language, *, thought: bool = False
) -> bool:
    """Tell an act that is done in words (``ruled out a sale``, ``refused to say``) from others.

    Args:
        cue: the words that tell of it, in lower case.
        content: what it is done to, in lower case.
        language: of both.
        thought: what one plans or thinks will do too (``wants a sale``): it is told in words.
    """
    infinitive = content[:1] != [] and content[0] in language.times.infinitive
    told = [*cue, *content[:4]] if infinitive else [*cue]
    cues = [language.cues[form].lemma for form in told if form in language.cues]
    if any(thought or lemma not in language.silent_acts for lemma in cues):
        return True
    return bool(places_of(language.spoken_acts, told))


def reckons(cue: Sequence[str], content: Sequence[str], language: Language) -> bool:
    """Tell whether somebody gives a figure (``counted 41 boats``, ``put the bill at 3 million``).

    Args:
        cue: the words that report it, in lower case.
        content: its own words, in lower case.
        language: of both.
    """
    figures = [
        at
        for at, form in enumerate(content)
        if form[:1].isdigit() or form in language.numbers or form in language.scales
    ]
    if not figures or not cue:
        return False
    if cue[-1] in language.rating:
        return any(content[at - 1] in language.rated_at for at in figures if at)
    return cue[-1] in language.counting or " ".join(cue[-2:]) in language.counting
