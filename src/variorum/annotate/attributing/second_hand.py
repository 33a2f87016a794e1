"""Reports of what somebody said that others hand on: who said it first is who speaks.

``It fell, Poe said, according to the Post``; ``Poe said it fell, the Post reported``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotate.annotator import Found
from variorum.languages import Language
from variorum.model.spans import Span
from variorum.model.words import Word, words_in

# The groups of verbs that report any words.
_SAYS = frozenset({"say", "add", "admit", "announce", "claim", "estimate", "tell", "warn", "write"})
# Who speaks is named in so many words at most, and what they say has so many at least.
SOURCE, LEAST = 6, 3


def first_hand(text: str, one: Found, language: Language) -> Found:
    """Return an attribution to who said it first, where its content is a report itself.

    Somebody who tells it with a verb of their own before the content is left as the source: only
    what stands behind it (``the Post reported``) hands it on.

    Args:
        text: of the article.
        one: an attribution.
        language: of the article.
    """
    one = _with_own_cue(text, one)
    if not one.content or one.content[-1][1] > one.cue[0]:
        return one
    words = list(words_in(text, one.content[-1]))
    return _tagged(text, one, words, language) or _opened(text, one, words, language) or one


def _with_own_cue(text: str, one: Found) -> Found:
    """Return an attribution with its cue up to a comma (``said in a letter, first reported``)."""
    comma = text.find(",", *one.cue)
    return replace(one, cue=(one.cue[0], comma)) if comma > one.cue[0] else one


def _tagged(text: str, one: Found, words: Sequence[Word], language: Language) -> Found | None:
    """Return the report that a content ends with a tag of: ``it fell, Poe said``."""
    start, end = one.content[-1]
    comma = text.rfind(",", start, end)
    tag = [word for word in words if word.span[0] > comma]
    if comma < 0 or not 1 < len(tag) <= SOURCE + 1 or len(words) - len(tag) < LEAST:
        return None
    for verb, named in ((tag[-1], tag[:-1]), (tag[0], tag[1:])):
        if _reports(verb, language) and _names(text, named, language):
            source = named[0].span[0], named[-1].span[1]
            content = (*one.content[:-1], (start, comma))
            return Found(cue=verb.span, source=source, content=content)
    return None


def _opened(text: str, one: Found, words: Sequence[Word], language: Language) -> Found | None:
    """Return the report that a paper hands on: ``Poe said it fell, the Post reported``."""
    handed = [word.form for word in words_in(text, one.source)] if one.source else []
    if not handed or handed[-1] not in language.outlet_words or len(one.content) > 1:
        return None
    at = next((k for k, w in enumerate(words[: SOURCE + 1]) if _reports(w, language)), 0)
    if not at or len(words) - at <= LEAST or not _names(text, words[:at], language):
        return None
    source = words[0].span[0], words[at - 1].span[1]
    content: Span = words[at + 1].span[0], one.content[0][1]
    return Found(cue=words[at].span, source=source, content=(content,))


def _reports(word: Word, language: Language) -> bool:
    cue = language.cues.get(word.form)
    return cue is not None and cue.group in _SAYS and cue.form in {"past", "third"}


def _names(text: str, words: Sequence[Word], language: Language) -> bool:
    """Tell whether words may name who speaks: a name, a pronoun, or a noun with its article."""
    first = words[0]
    opens = language.determiners | language.possessives | language.subject_pronouns
    named = text[first.span[0]].isupper() or first.form in opens
    return named and "," not in text[first.span[0] : words[-1].span[1]]
