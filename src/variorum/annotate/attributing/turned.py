"""Tags turned round, with a pronoun that was taken for words said (``“Yes,” said I, “it is.”``)."""

from __future__ import annotations

from dataclasses import replace

from variorum.annotate.attributing.drafts import Draft
from variorum.languages import Language
from variorum.model.spans import covers
from variorum.model.words import words_in


def turned(draft: Draft, text: str, language: Language) -> Draft:
    """Return a draft whose first words in marks a cue and then a pronoun follow, with its source.

    What else was taken for words said behind the pronoun is left out, except what is in marks.

    Args:
        draft: as rules or the annotator drew it.
        text: of the article.
        language: of the article.
    """
    if draft.source is not None or not draft.cue or not draft.marks or len(draft.spans) < 2:
        return draft
    first, second = draft.spans[:2]
    end = draft.cue[-1][1]
    if first != draft.marks[0] or not first[1] < end <= second[0] or text[end : second[0]].strip():
        return draft
    word = next(words_in(text, second), None)
    if word is None or word.span[0] != second[0]:
        return draft
    if word.form not in language.subject_pronouns - language.relatives - {"it", "you"}:
        return draft
    kept = tuple(m for m in draft.marks if any(covers(span, m) for span in draft.spans))
    return replace(draft, spans=kept, marks=kept, form="direct", source=word.span, head=word.span)
