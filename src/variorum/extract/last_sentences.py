"""Short sentences that end a pasted article, where by their shape they look like furniture.

``Nobody was hurt.`` ends an article as ``All rights reserved.`` ends a page: its words tell which.
It has a finite verb, addresses no reader, says nothing of the page it stands on, and does not
lean to furniture. Where much stands below, a page was copied whole, and nothing is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from variorum.languages import Language, find, finite_verbs, noun_openers

MOST = 25
"""How many words such a sentence has."""
LEAST_LEANING = -0.3
"""How its words lean at least: a little to furniture, as those of answers do (``comment``)."""
_LOOK = 240
_BELOW = 6
"""How many lines may stand below such sentences, as a notice of rights."""
_WHOLE = re.compile(r"[“\"‘']?[A-Z0-9].*\.[”\"’']?", re.DOTALL)
_SPEECH = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_THIRD = re.compile(r"[a-z]{2,}[^sui'’]s")


def with_last_sentences(
    lines: Sequence[str], kinds: Sequence[str], means: Sequence[float], language: str | None
) -> list[str]:
    """Return ``kinds`` with the sentences right below the last paragraph as paragraphs.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
        means: for each line, how its words lean to articles.
        language: of the page, as a BCP 47 tag where known.
    """
    found = list(kinds)
    words = find(language or "en")
    if words is None or "paragraph" not in kinds:
        return found
    first = at = len(kinds) - list(reversed(kinds)).index("paragraph")
    while at < len(kinds) and kinds[at] == "furniture" and means[at] >= LEAST_LEANING:
        if not _states(lines[at].strip(), words):
            break
        at += 1
    if len(kinds) - at <= _BELOW:
        found[first:at] = ["paragraph"] * (at - first)
    return found


def _states(line: str, language: Language) -> bool:
    """Tell whether a line is a whole sentence that states something, and not of its page."""
    if len(line) > _LOOK or _WHOLE.fullmatch(line) is None:
        return False
    words = _WORD.findall(_SPEECH.sub(" ", line))
    forms = [word.lower().replace("’", "'") for word in words]
    if len(words) > MOST or _is_of_page(forms, language):
        return False
    return any(_is_verb(words, forms, at, language) for at in range(1, len(words)))


def _is_of_page(forms: Sequence[str], language: Language) -> bool:
    """Tell whether a sentence addresses its reader, or speaks of the text it stands in."""
    plain = f" {' '.join(forms)} "
    phrases = language.page_words | language.personal_pronouns
    return any(f" {phrase} " in plain for phrase in phrases) or language.corrects(plain)


def _is_verb(words: Sequence[str], forms: Sequence[str], at: int, language: Language) -> bool:
    if not words[at][0].islower():
        return False
    before = forms[at - 1]
    if before in noun_openers(language) or before in language.conjunctions:
        return False
    if forms[at] in _finite(language) or forms[at].endswith(tuple(language.past_endings)):
        return True
    return not before.endswith("s") and _THIRD.fullmatch(forms[at]) is not None


@cache
def _finite(language: Language) -> frozenset[str]:
    past = language.past | language.times.pasts | language.variants.pasts.keys()
    bare = {form for form, cue in language.cues.items() if cue.form == "base"}
    return finite_verbs(language, past | bare)
