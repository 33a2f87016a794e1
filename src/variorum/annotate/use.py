"""What words in marks are when no cue says that someone spoke them."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.cues import is_verb
from variorum.annotate.marks import Marked
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import Language
from variorum.model.words import words_in

# Words in marks up to this number, without a verb, are taken as quoted to distance.
FEW = 2
_ENDS = (".", "!", "?", "…", ",")


def use_of(
    text: str,
    stretch: Marked,
    *,
    before: Sequence[Token],
    alone: bool,
    language: Language | None,
) -> str:
    """Return ``speech``, ``fragment``, ``scare`` or ``title`` for a stretch without a cue.

    Args:
        text: the text.
        stretch: the words in marks.
        before: the few words before them.
        alone: whether the sentence is nothing but the stretch.
        language: of the text; None: only form and length decide.
    """
    inner = text[slice(*stretch.inner)]
    words = [text[slice(*word.span)] for word in words_in(text, stretch.inner)]
    whole = inner.rstrip().endswith(_ENDS) and inner[:1].isupper() and len(words) > FEW
    if alone or not (stretch.opened and stretch.closed):
        return "speech"
    if language is None:
        return "speech" if whole else "fragment"
    if _is_title(words, language):
        return "title"
    verbs = any(
        is_verb(t, language) or (t.form in language.cues and language.cues[t.form].form != "gerund")
        for t in tokens_in(text, stretch.inner, ())
    )
    if whole and verbs:
        return "speech"
    if len(words) <= FEW and not _told_of(before, language):
        return "scare"
    return "fragment"


def _is_title(words: Sequence[str], language: Language) -> bool:
    """Tell whether each word of weight has a capital, as in the title of a work."""
    weighty = [w for w in words if w.lower() not in language.function_words]
    return (
        len(words) >= FEW
        and len(weighty) >= 1
        and words[0][:1].isupper()
        and all(w[:1].isupper() or w[:1].isdigit() for w in weighty)
    )


def _told_of(before: Sequence[Token], language: Language) -> bool:
    """Tell whether a noun or verb of speech is among the words before."""
    return any(t.form in language.speech_nouns or t.form in language.cues for t in before)
