"""What the narrator tells between two quotations: it parts them, and may turn to somebody else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.sentences import sentence_at
from variorum.annotate.speaking.people import People
from variorum.model.annotation import Speaker
from variorum.model.spans import Span, covers
from variorum.model.words import words_in

# The most words that may stand before the one whom a sentence is about (``Ms Poe``).
LEAD = 1
_MARK_ENDS = "\"'”’»"


def without_narrated(drafts: Iterable[Draft], sentences: Sequence[Span]) -> list[Draft]:
    """Return ``drafts``, of speech with its tag behind it what comes before the narrator's words.

    In ``“A,” said Poe. Roe agreed. “B.”`` neither the sentence about Roe nor B is Poe's.

    Args:
        drafts: as the annotator drew them.
        sentences: whole ones, never ending inside marks, in order.
    """
    return [_up_to_narrated(draft, sentences) for draft in drafts]


def _up_to_narrated(draft: Draft, sentences: Sequence[Span]) -> Draft:
    if not draft.cue or len(draft.spans) < 2 or draft.spans[0] not in draft.marks:
        return draft
    if draft.cue[0][0] < draft.spans[0][1]:
        return draft
    last = sentence_at(sentences, draft.cue[-1][0])
    kept = [draft.spans[0]]
    for span in draft.spans[1:]:
        at = sentence_at(sentences, span[0])
        told = span not in draft.marks and draft.spans[-1] in draft.marks
        if at > last + 1 or (told and at > last):
            break
        kept.append(span)
        last = max(at, last)
    if len(kept) == len(draft.spans):
        return draft
    marks = tuple(m for m in draft.marks if any(covers(span, m) for span in kept))
    form = "direct" if all(span in marks for span in kept) else "mixed"
    return replace(draft, spans=tuple(kept), marks=marks, form=form)


def turns_away(between: Span, speaker: Speaker, people: People) -> bool:
    """Tell whether the narrator leaves a speaker between two quotations.

    That is so where the last sentence with somebody as its subject is about another, or where
    a question is printed.

    Args:
        between: from the end of the first to the beginning of the second.
        speaker: who would speak both.
        people: of the article.
    """
    cast = people.cast
    told = list(_sentences(between, people))
    if any(_asks(cast.article.text, span) for span in told):
        return True
    for span in reversed(told):
        other = _leads_to_another(span, speaker, people)
        if other is not None:
            return other
    return False


def _sentences(between: Span, people: People) -> Iterator[Span]:
    """Yield the narrator's sentences in a stretch, the last up to its end."""
    cast = people.cast
    at = bisect_left(cast.sentences, between[0], key=lambda s: s[0])
    while at < len(cast.sentences) and cast.sentences[at][0] < between[1]:
        start, end = cast.sentences[at]
        if not cast.in_marks((start, start + 1)):
            yield start, min(end, between[1])
        at += 1


def _asks(text: str, span: Span) -> bool:
    return text[slice(*span)].rstrip().rstrip(_MARK_ENDS).endswith("?")


def _leads_to_another(span: Span, speaker: Speaker, people: People) -> bool | None:
    """Tell whether the subject of a sentence is not ``speaker``; None where nobody is its subject.

    A pronoun is another only where it cannot stand for the speaker.
    """
    cast = people.cast
    named = [(at, number) for at, number in people.told_in(span) if not cast.owns(at)]
    pronouns = [
        (at, form)
        for at, form in people.pronouns_in(span)
        if form in cast.language.subject_pronouns and cast.language.pronouns.get(form) in {"m", "f"}
    ]
    place = named[0][0][0] if named else span[1]
    if pronouns and pronouns[0][0][0] < place:
        at, form = pronouns[0]
        fitting = cast.fits(speaker.name, speaker.kind, form)
        return not fitting if cast.leads(at, span[0]) else None
    if not named or len(list(words_in(cast.article.text, (span[0], named[0][0][0])))) > LEAD:
        return None
    other = people.people[named[0][1]].name
    if other.lower().startswith("the "):
        return None
    return other != speaker.name
