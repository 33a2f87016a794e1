"""Phrases of opinion ("I think") that one print has and another has not."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.collating.hedges import brings_in, proposes
from variorum.align.collating.scopes import is_parted, place_of
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.phrases import places_of

Words = Sequence[PrintWord]


def opinions_in(words: Words, own: Print, other: Print, language: Language) -> list[Words]:
    """Return the phrases of opinion among words of a print, on something that another has too."""
    said = {word.key for word in other.words if word.content}
    listed = language.variants.mitigations
    line = "".join(word.form for word in other.words)
    forms = [word.form for word in words]
    found = []
    for start, stop in places_of(listed, forms):
        before = forms[start - 1] if start else ""
        given = before in language.variants.conditions or language.negates(before)
        given = given or proposes(before, forms[start], language)
        # "If you ask me, it is shut", but "if you ask me why, it is shut".
        given = given or _goes_on(words[start:stop], own, language)
        # An editor's bracket parts a word: "[W]e hope".
        if given or brings_in(words[start:stop], other) or "".join(forms[start:stop]) in line:
            continue
        behind = _sentence_behind(words[stop:])[: 1 if stop == start + 1 else None]
        if not behind or any(key in said for key in behind):
            found.append(words[start:stop])
    return found


def _goes_on(phrase: Words, own: Print, language: Language) -> bool:
    """Tell whether a phrase that opens with a condition is the beginning of a longer one."""
    opens = phrase[0].form in language.variants.conditions
    return opens and not is_parted(place_of(phrase[-1], own), own)


def _sentence_behind(words: Words) -> list[str]:
    """Return the keys of the content words to the end of a sentence."""
    stop = next((at + 1 for at, word in enumerate(words) if word.ends), len(words))
    return [word.key for word in words[:stop] if word.content]
