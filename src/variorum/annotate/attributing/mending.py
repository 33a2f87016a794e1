"""What the annotator found, mended where the words right beside it tell more.

A source is the pronoun between commas before its cue (``The firm, she said, “lied”``), never a
bare relative clause (``[voters] who left said``); a content begins behind a clause about its source
(``According to Poe, who was there, it fell``) or ends before it (``It fell, the man who was there,
Bo Poe, said``), holds no circumstance in which it was said (``Leaving the hall, Poe said: “It
fell”``), and a lone pronoun is none, nor a ``what`` outside marks (``What Poe said on the tax``),
nor a relative with who it was said to (``the cake that I promised you``);
a noun for words that somebody denies (``denied the claim``) stands for no sentence before.
Who asks for something in such a clause says what the verb behind it leads to (``A nurse who asked
not to be named said``). What only says when somebody did something is no content (``Anglers cheered
as the board met``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from variorum.annotate.annotator import Found
from variorum.annotate.attributing.cues import is_verb
from variorum.annotate.attributing.learned import trimmed
from variorum.annotate.attributing.second_hand import first_hand
from variorum.annotate.tokens import tokens_in
from variorum.languages import Language
from variorum.model.spans import Span, Spans
from variorum.model.words import words_in

_INSERTED = re.compile(r",[ \u00a0](\w+)[ \u00a0]\Z")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]*[ \u00a0]\Z")
_ENDS = ("\n", ". ", "! ", "? ")
# A noun that a clause follows has so many words at most, the clause's opening among them.
CHIEF = 6
_DOING = "ing"
# How far back a word is looked for, in code points.
WORD = 40


def mended(text: str, found: Iterable[Found], language: Language) -> Iterator[Found]:
    """Yield each attribution with its own source and content, none that says nothing.

    Args:
        text: of the article.
        found: what the annotator found.
        language: of the article.
    """
    for told in found:
        one = _beyond_request(text, first_hand(text, told, language), language)
        one = _with_described_source(text, one)
        source = one.source and _source(text, one, one.source, language)
        content = _in_own_sentence(text, one, language)
        content = _without_circumstance(text, content, source, language)
        content = tuple(_behind_clause(text, part, source, language) for part in content)
        source, content = _with_described(text, source, content, language)
        adverbial = _is_adverbial(text, one.cue, content, language)
        if not adverbial and not _is_pronoun(text, content, language):
            yield replace(one, source=source, content=content)


def _with_described_source(text: str, one: Found) -> Found:
    """Return an attribution with the noun phrase before an aside as source, if it has none.

    (``The memo, first reported by the Post, said it fell``)
    """
    if one.source is not None or len(one.content) < 2 or one.content[0][1] > one.cue[0]:
        return one
    first, *rest = one.content
    aside = text[first[1] : one.cue[0]].strip()
    opens = first[0] == 0 or text[max(0, first[0] - 2) : first[0]].endswith(_ENDS)
    parted = aside[:1] == aside[-1:] == "," and len(aside) > 1 and rest[0][0] >= one.cue[1]
    if not parted or not opens or len(list(words_in(text, first))) > CHIEF:
        return one
    return replace(one, source=first, content=tuple(rest))


def _source(text: str, one: Found, source: Span, language: Language) -> Span:
    start = one.cue[0]
    inserted = _INSERTED.search(text, max(source[1], start - WORD), start)
    if inserted and inserted[1].lower() in language.subject_pronouns:
        return inserted.span(1)
    words = list(words_in(text, source))
    if len(words) > 1 and words[0].form in language.relatives:
        return _noun_before(text, source[0], language), source[1]
    ahead = list(words_in(text, (max(0, source[0] - WORD), source[0])))[-2:]
    inside = len(ahead) == 2 and ahead[0].form in language.relatives
    if (
        inside
        and ahead[1].form not in language.relatives
        and "," not in text[ahead[0].span[0] : source[0]]
    ):
        return _noun_before(text, ahead[0].span[0], language), source[1]
    return source


def _noun_before(text: str, start: int, language: Language) -> int:
    """Return where the noun before a relative clause begins, with its article."""
    noun = _WORD_BEFORE.search(text, max(0, start - WORD), start)
    if noun is None:
        return start
    article = _WORD_BEFORE.search(text, max(0, noun.start() - WORD), noun.start())
    known = article is not None and article[0].strip().lower() in language.determiners
    return article.start() if article is not None and known else noun.start()


def _behind_clause(text: str, part: Span, source: Span | None, language: Language) -> Span:
    """Return a stretch of content without a relative clause about the source before it."""
    first = next((w.form for w in words_in(text, part)), "")
    if (
        source is None
        or first not in language.relatives
        or text[source[1] : part[0]].strip() != ","
    ):
        return part
    end = text.find(", ", part[0], part[1])
    return part if end < 0 else (end + 2, part[1])


def _with_described(
    text: str, source: Span | None, content: Spans, language: Language
) -> tuple[Span | None, Spans]:
    """Return a name with the noun and its clause that the content ends in, and the rest of that."""
    if source is None or not content or text[content[-1][1] : source[0]].strip(" ") != ",":
        return source, content
    start, end = content[-1]
    comma = text.rfind(", ", start, end)
    opening = [w.form for w in words_in(text, (comma + 2, end))][:CHIEF] if comma > start else []
    described = opening[:1] != [] and opening[0] in language.determiners
    if not described or language.relatives.isdisjoint(opening):
        return source, content
    return (comma + 2, source[1]), (*content[:-1], (start, comma))


def _beyond_request(text: str, one: Found, language: Language) -> Found:
    """Return what is said by who asks for something in a clause about them.

    (``A nurse who asked not to be named said A``; ``A, a nurse who asked not to be named said``)
    """
    relative = _WORD_BEFORE.search(text, max(0, one.cue[0] - WORD), one.cue[0])
    asked = {
        language.cues[w.form].group for w in words_in(text, one.cue) if w.form in language.cues
    }
    if relative is None or relative[0].strip() not in language.relatives or "ask" not in asked:
        return one
    verb = _verb_of_speech(text, one.content[0], language)
    if verb is None:
        return one
    noun = _noun_before(text, relative.start(), language)
    end = one.content[-1][1]
    start = max(text.rfind(sign, 0, noun) for sign in _ENDS) + 1
    content = (verb[1], end) if text[verb[1] : end].strip(" ,.”") else (start, noun)
    return replace(
        one, source=trimmed(text, (noun, verb[0])), cue=verb, content=(trimmed(text, content),)
    )


def _verb_of_speech(text: str, content: Span, language: Language) -> Span | None:
    """Return the verb of speech behind a request to be unnamed, no part of what is asked for."""
    words = list(words_in(text, content))
    for before, word in pairwise(words[1:]):
        cue = language.cues.get(word.form)
        if cue is None or cue.form not in {"past", "third"}:
            continue
        if before.form not in language.be_forms | {"to"}:
            asked = any(w.form == "to" for w in words if w.span < before.span)
            return word.span if asked else None
    return None


def _in_own_sentence(text: str, one: Found, language: Language) -> tuple[Span, ...]:
    """Return what is denied without an earlier sentence, where a noun for words stands for it.

    What a report tells by itself nobody claims (``Klee sued Holt. Holt denied the claim``).
    """
    last = one.content[-1]
    cues = [language.cues[w.form] for w in words_in(text, one.cue) if w.form in language.cues]
    denies = any(cue.group == "deny" or cue.lemma in language.denying for cue in cues)
    if len(one.content) < 2 or not denies or last[0] < one.cue[1]:
        return one.content
    forms = [word.form for word in words_in(text, last)]
    opened = forms[:1] != [] and forms[0] in language.determiners | language.possessives
    before = text[one.content[-2][1] : one.cue[0]]
    apart = any(sign in before for sign in _ENDS)
    noun = opened and forms[-1] in language.speech_nouns
    return (last,) if noun and apart else one.content


def _without_circumstance(
    text: str, content: tuple[Span, ...], source: Span | None, language: Language
) -> tuple[Span, ...]:
    """Return content without what the source is doing (``Sentencing him, Judge Poe said: …``)."""
    if source is None or len(content) < 2 or content[0][1] > source[0]:
        return content
    tokens = tokens_in(text, content[0], ())
    doing = bool(tokens) and tokens[0].form.endswith(_DOING)
    verbs = any(is_verb(token, language) for token in tokens)
    beside = text[content[0][1] : source[0]].strip() == ","
    return content[1:] if doing and beside and not verbs else content


def _is_adverbial(text: str, cue: Span, content: Spans, language: Language) -> bool:
    """Tell when somebody did something from what they said (``Anglers cheered as the board met``).

    A verb of speech may have such words for its content.
    """
    if not content or content[0] < cue:
        return False
    opening = language.subordinators - language.complementisers - language.question_words
    first = next((w.form for w in words_in(text, content[0])), "")
    told = any(w.form in language.cues for w in words_in(text, cue))
    return first in opening and not told and text[cue[1] : content[0][0]].isspace()


def _is_pronoun(text: str, content: tuple[Span, ...], language: Language) -> bool:
    words = [w for part in content for w in words_in(text, part)]
    pronouns = language.object_pronouns | language.subject_pronouns | language.relatives
    if len(words) != 1:
        opens = words[:1] != [] and words[0].form in language.clause_relatives
        return opens and all(word.form in pronouns for word in words[1:])
    start, end = words[0].span
    bare = text[max(0, start - 1) : start].strip() == "" == text[end : end + 1].strip()
    return words[0].form in pronouns or (bare and words[0].form in language.free_relatives)
