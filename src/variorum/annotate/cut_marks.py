"""Quote marks that never close, cut where the narrator says who speaks.

``“We lost the barn, said one farmer, Ann Poe. The rain went on.`` Without the cut the narrator's
words would be speech, and perhaps somebody else's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.marks import Marked
from variorum.languages import Language
from variorum.model.words import Word, words_in

# A tag is no longer, in words, and its verb stands so near behind the first of them.
LONGEST = 14
NEAR = 5
_ENDS = (".", "!", "?")


def cut_at_tags(
    marked: Sequence[Marked], text: str, language: Language | None
) -> tuple[Marked, ...]:
    """Return stretches in marks, those that never close without the tag behind their words.

    Args:
        marked: as ``find_marks`` returns them.
        text: of the article.
        language: of the article; None: nothing is cut.
    """
    return tuple(_cut(one, text, language) if language else one for one in marked)


def _cut(one: Marked, text: str, language: Language) -> Marked:
    """Return a stretch up to the comma before the first tag inside it, if it lacks its end."""
    if one.closed or not one.opened or one.carries_on or one.level:
        return one
    words = list(words_in(text, one.inner))
    for at in range(1, len(words)):
        parted = text[words[at - 1].span[1] : words[at].span[0]]
        if parted.startswith(",") and _is_tag(words[at : at + LONGEST], text, language):
            end = words[at - 1].span[1] + 1
            return replace(one, outer=(one.outer[0], end), inner=(one.inner[0], end))
    return one


def _is_tag(words: Sequence[Word], text: str, language: Language) -> bool:
    """Tell whether words to the end of their sentence are a name and a verb of speech, no clause.

    "Said one farmer, Ann Poe", "Ms Poe told her public", "she said".
    """
    sentence: list[Word] = []
    for word in words:
        sentence.append(word)
        if text[word.span[1] : word.span[1] + 1] in _ENDS and len(word.form) > 2:
            break
    else:
        return False
    clausal = language.auxiliaries | language.modals | language.subject_pronouns
    verb = next((at for at, w in enumerate(sentence[:NEAR]) if _speaks(w, language)), None)
    if verb is None or any(word.form in clausal for word in sentence[verb + 1 :]):
        return False
    if verb == 0:
        return any(_is_raised(word, text) for word in sentence[1:])
    if sentence[0].form in language.subject_pronouns:
        return verb == 1 == len(sentence) - 1
    return _is_raised(sentence[0], text)


def _speaks(word: Word, language: Language) -> bool:
    cue = language.cues.get(word.form)
    return cue is not None and cue.form in ("past", "third")


def _is_raised(word: Word, text: str) -> bool:
    return text[word.span[0]].isupper()
