"""Labels before a colon: who may speak by one, and kickers, by which nobody does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from variorum.annotate.attributing.drafts import Draft
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article
from variorum.model.spans import Span
from variorum.model.words import words_in

LINE_LABEL = re.compile(r"([^\W\d_][^:\n]{0,50}):\s+(?=\S)")


def behind_labels(
    drafts: Iterable[Draft], article: Article, mentions: Sequence[Mention], language: Language
) -> Iterator[Draft]:
    """Yield drafts without a label before their colon that cannot speak.

    (``Analysis: “The dam will hold”``) What such a label alone gave words without marks is none;
    nor is a kicker part of a heading that somebody says (``Live: dam will hold, says minister``).
    """
    text, body = article.text, article.body()
    for draft in drafts:
        label = LINE_LABEL.match(text, *body[draft.block].span) if draft.heading else None
        if label is not None and is_kicker(label[1], language):
            cut = _cut(draft, label.end(1), label.end())
            if draft.cue and not cut.cue:
                yield from _in_marks(cut)
                continue
            draft = cut
        colon = draft.source and draft.cue and text[slice(*draft.cue[0])] == ":"
        if not colon or _may_speak(draft, mentions, text, language):
            yield draft
        else:
            yield from _in_marks(replace(draft, cue=(), source=None, head=None))


def _in_marks(draft: Draft) -> Iterator[Draft]:
    """Yield what stands in marks of a draft that nobody is known to say."""
    if draft.form == "direct":
        if draft.marks:
            yield draft
        return
    use = "fragment" if draft.heading else draft.use
    for mark in draft.marks:
        yield replace(draft, spans=(mark,), marks=(mark,), form="direct", use=use)


def _may_speak(draft: Draft, mentions: Sequence[Mention], text: str, language: Language) -> bool:
    """Tell whether a label speaks; outside headings a noun with its article may (``A diver:``)."""
    if draft.source is None:
        return False
    first = next((word.form for word in words_in(text, draft.source)), "")
    described = not draft.heading and first in language.determiners - language.possessives
    return described or speaks(draft.source, mentions, text, language)


def is_kicker(label: str, language: Language) -> bool:
    """Tell whether a label is the name of a section or of a kind of report."""
    forms = [word.form for word in words_in(label)]
    return " ".join(forms) in language.kickers or forms[-1] in language.kickers


def _cut(draft: Draft, colon: int, start: int) -> Draft:
    """Return a draft of a heading without its kicker, which ends at ``colon``."""
    cue = tuple(span for span in draft.cue if span[0] > colon)
    source = draft.source if draft.source and draft.source[0] >= start else None
    first = (max(draft.spans[0][0], start), draft.spans[0][1])
    spans = (first, *draft.spans[1:]) if first[0] < first[1] else draft.spans
    return replace(draft, spans=spans, cue=cue, source=source, head=source and draft.head)


def speaks(label: Span, mentions: Sequence[Mention], text: str, language: Language) -> bool:
    """Tell whether the last word of a label is a noun for people, or it is a name of somebody.

    So is the family name of somebody whom the text has in full.
    """
    words = [word.form for word in words_in(text, label)]
    people = language.role_nouns | language.group_nouns | language.person_nouns
    people |= language.people.keys() | language.subject_pronouns
    if words[-1:] != [] and (words[-1] in people or words[-1].endswith(_endings(language))):
        return True
    if len(words) == 1 and _is_family(text[slice(*label)], mentions):
        return True
    named = (m for m in mentions if m.kind in {"person", "organisation", "group", "role"})
    return any(m.span[0] >= label[0] and m.span[1] == label[1] for m in named)


def _is_family(name: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a word is the last one of a longer name of a person."""
    people = (mention.name.split() for mention in mentions if mention.kind == "person")
    return any(len(parts) > 1 and parts[-1] == name for parts in people)


def _endings(language: Language) -> tuple[str, ...]:
    return tuple(language.person_endings)
