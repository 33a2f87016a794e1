"""Whether a hedge puts in doubt what its print says: some only count, ask, permit or compare."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.collating.scopes import is_asked, is_denied, is_parted, place_of
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language

# A clause is told by its verb within so many words behind "expect".
CLAUSE = 8

Words = Sequence[PrintWord]


def puts_in_doubt(hedge: Words, own: Print, language: Language) -> bool:
    """Tell a doubt from a word of degree, an approximate number and "guidelines that suggest".

    Args:
        hedge: words that may weaken what stands beside them.
        own: the print that has them.
        language: of the print.
    """
    phrase = " ".join(word.form for word in hedge)
    first, last = place_of(hedge[0], own), place_of(hedge[-1], own)
    if phrase in language.variants.softeners | language.variants.frequencies:
        return False
    if is_asked(first, own):
        return False
    counts = any(word.is_number or word.rank for word in own.words[last + 1 : last + 3])
    if counts and phrase in language.variants.degrees:
        return False
    leaning = language.variants.attitudes.get(phrase) in language.variants.raising
    leaning = leaning or phrase in language.possible or hedge[0].form in language.variants.matrices
    if leaning and is_denied(first, own, language):
        return False
    if _weakens_nothing(hedge, own, language):
        return False
    if len(hedge) > 1:
        return True
    if _is_inability(own.words[first:], language):
        return False
    if (
        phrase in language.cues
        and first
        and _is_no_doubt(own.words[first - 1].form, phrase, language)
    ):
        return False
    if phrase in language.cues and own.words[last].ends:
        return False
    return not counts


def _weakens_nothing(hedge: Words, own: Print, language: Language) -> bool:
    """Tell a hedge of something else by the words beside it.

    "Appears on" is no "appears to", "as far as Velm" is a way, "anyone may enter" permits, "unclear
    how" leaves the deed, "as soon as possible" is the utmost and "at least we tried" consoles.
    """
    first, last = place_of(hedge[0], own), place_of(hedge[-1], own)
    before = own.words[first - 1].form if first else ""
    after = own.words[last + 1].form if last + 1 < len(own.words) else ""
    form, phrase = hedge[-1].form, " ".join(word.form for word in hedge)
    if _is_utmost(first, last, own, language):
        return True
    if phrase in language.contrasts.least and after in language.subject_pronouns:
        return True
    if phrase in language.variants.clausal:
        named = last + 1 < len(own.words) and own.words[last + 1].is_name
        return (named and len(hedge) > 1) or after in language.prepositions - language.linkers
    if form in language.modals:
        anyone = language.variants.extents.get(before) == "any"
        return anyone and after not in language.variants.perfect
    return after in language.asking_words and form not in language.function_words


def _is_utmost(first: int, last: int, own: Print, language: Language) -> bool:
    """Tell what tells of the most one can do: "as soon as possible", "all we could to help"."""
    form, before = own.words[last].form, own.words[first - 1].form if first else ""
    if form in language.variants.abilities:
        after = own.words[last + 1].form if last + 1 < len(own.words) else ""
        return is_parted(last, own) or own.words[last].ends or after in language.phrase_ends
    if form in language.modals or form not in language.possible:
        return False
    compared = before in language.variants.measuring or before in language.variants.superlatives
    return compared or language.variants.extents.get(before) == "all"


def demands(phrase: Words, behind: Words, language: Language) -> bool:
    """Tell what is demanded from what is foreseen: "I expect an apology from him".

    Args:
        phrase: of opinion.
        behind: the words behind it.
        language: of the words.
    """
    attitude = language.variants.attitudes.get(phrase[-1].form, "")
    if attitude not in language.variants.demanding:
        return False
    clausal = language.linkers | language.modals | language.auxiliaries
    for at, word in enumerate(behind[:CLAUSE]):
        if word.form in language.relatives or (at and behind[at - 1].ends):
            behind = behind[:at]
            break
    forms = {word.form for word in behind[:CLAUSE]}
    return forms.isdisjoint(clausal) and language.variants.demanding[attitude] in forms


def _is_no_doubt(before: str, verb: str, language: Language) -> bool:
    """Tell "guidelines that suggest" and "I suggest", which proposes, from "I believe"."""
    listed = f"{before} {verb}" in language.variants.mitigations
    return before in language.clause_relatives or (proposes(before, verb, language) and not listed)


def proposes(before: str, verb: str, language: Language) -> bool:
    """Tell "I suggest that we wait", which proposes, from "it suggests that", which is in doubt."""
    cue = language.cues.get(verb)
    return before in language.personal_pronouns and cue is not None and cue.form == "base"


def _is_inability(words: Words, language: Language) -> bool:
    """Tell whether words begin with what somebody was not able to do: "could not remember"."""
    able = words[0].form in language.variants.abilities
    return able and any(language.negates(word.form) for word in words[1:2])
