"""Words that a paper says it was wrong to print: they are nobody's speech.

(``An earlier version of this article quoted Poe as saying “A.”``; ``the Esk Post misquoted Poe``)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from variorum.annotate.attributing.drafts import Draft
from variorum.languages import Language
from variorum.model.words import words_in


def without_withdrawn(drafts: Iterable[Draft], text: str, language: Language) -> list[Draft]:
    """Return drafts, those that their sentence takes back without speaker or cue.

    What of these stands in marks is quoted to distance, the rest is left out.

    Args:
        drafts: in the order of the text.
        text: of the article.
        language: of the text.
    """
    told = ((draft, _is_withdrawn(draft, text, language)) for draft in drafts)
    return [kept for draft, back in told for kept in (_marked(draft) if back else (draft,))]


def _is_withdrawn(draft: Draft, text: str, language: Language) -> bool:
    """Tell whether what stands around a draft in its sentence says that it was printed wrongly."""
    start, end = draft.sentence
    for span in (*draft.spans, (end, end)):
        around = text[start : max(start, span[0])]
        if language.corrects(around) or _misquotes(around, language):
            return True
        start = max(start, span[1])
    return False


def _misquotes(words: str, language: Language) -> bool:
    """Tell whether words say that somebody was quoted wrongly (``wrongly quoted``)."""
    forms = [word.form for word in words_in(words)]
    quoting = any(
        one in language.wrongly and other in language.quoting for one, other in pairwise(forms)
    )
    return quoting or not language.misquoting.isdisjoint(forms)


def _marked(draft: Draft) -> Iterator[Draft]:
    for span in draft.marks:
        yield Draft(
            spans=(span,),
            marks=(span,),
            form="direct",
            use="scare",
            negated=True,
            heading=draft.heading,
            block=draft.block,
            sentence=draft.sentence,
        )
