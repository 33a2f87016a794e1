"""Whether what somebody says asserts what a heading does: its words in their order, as true.

A sentence that denies, doubts, asks, supposes or lays to others what it tells asserts nothing, nor
does one in which the words have changed places ("the army attacks Orrin", "Orrin the army").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Quotation
from variorum.model.phrases import places_of
from variorum.model.spans import Span, overlap
from variorum.model.words import Word, stem_of, words_in

# So much of the content of a heading, and so many words of it, stand in the words that it echoes.
ENOUGH = 0.75
LEAST = 3


def key_of(word: Word, language: Language) -> str | None:
    """Return the stem of a content word, a number in digits; None for a function word."""
    form = word.form.removesuffix("'s")
    if form in language.function_words:
        return None
    return str(language.numbers.get(form, "")) or stem_of(form) or form


def asserts(said: Quotation, heading: Span, found: AnnotatedArticle, language: Language) -> bool:
    """Tell whether one sentence of a quotation asserts what a heading does.

    Args:
        said: the quotation.
        heading: where the heading stands.
        found: the article of both.
        language: of the article.
    """
    text = found.article.text
    wanted = list(words_in(text, heading))
    asked = "?" in text[slice(*heading)]
    for at, sentence in _sentences(said, found):
        words = list(words_in(text, sentence))
        own = [w for w in words if any(overlap(w.span, span) for span in said.spans)]
        pairs = _in_order(wanted, own, language)
        if not pairs:
            continue
        firsts, lasts = pairs[0], pairs[-1]
        if ("?" in text[slice(*sentence)]) != asked:
            return False
        if _reports(own[: firsts[1]], language) or _inverts(own[: firsts[1]], language):
            return False
        cued = [w for w in words if any(overlap(w.span, span) for span in said.cue)]
        told = _turning(words, (own[firsts[1]], own[lasts[1]]), language)
        told.update(stem_of(w.form) for w in cued if _declines(w.form, language))
        stated = _turning(wanted, (wanted[firsts[0]], wanted[lasts[0]]), language)
        return told == stated and not _called_untrue(at, found, language)
    return False


def _sentences(said: Quotation, found: AnnotatedArticle) -> Iterator[tuple[int, Span]]:
    """Yield the sentences that a quotation lies in, with their numbers."""
    for span in said.spans:
        first = bisect_right(found.sentences, span[0], key=lambda s: s[1])
        last = bisect_left(found.sentences, span[1], key=lambda s: s[0])
        for at in range(first, last):
            yield at, found.sentences[at]


def _in_order(
    wanted: Sequence[Word], own: Sequence[Word], language: Language
) -> list[tuple[int, int]]:
    """Return where the content that two runs of words share stands, none where orders differ."""
    left: dict[str, int] = {}
    for at, word in enumerate(wanted):
        if key := key_of(word, language):
            left.setdefault(key, at)
    right = [(at, key) for at, word in enumerate(own) if (key := key_of(word, language))]
    shared = left.keys() & {key for _, key in right}
    if len(shared) < max(LEAST, ENOUGH * len(left)):
        return []
    rest = iter(right)
    pairs = [
        (left[key], next((at for at, other in rest if other == key), -1))
        for key in left
        if key in shared
    ]
    return pairs if all(at >= 0 for _, at in pairs) else []


def _reports(before: Sequence[Word], language: Language) -> bool:
    """Tell whether words lead to what others say ("they claim that"); "I say" is one's own."""
    forms = ["", *(word.form for word in before)]
    return any(
        after in language.cues and one not in language.personal_pronouns
        for one, after in pairwise(forms)
    )


def _inverts(before: Sequence[Word], language: Language) -> bool:
    """Tell whether words begin with a verb that supposes ("Had the army …")."""
    return bool(before) and before[0].form in language.variants.inversions


def _turning(words: Sequence[Word], held: tuple[Word, Word], language: Language) -> Counter[str]:
    """Return what keeps a sentence from asserting what lies between two of its words, by stem.

    Negations count as one word, and those of a phrase as "no doubt" as none.
    """
    lists = language.variants
    forms = [word.form for word in words]
    aside = {at for place in places_of(language.affirming, forms) for at in range(*place)}
    first, last = (words.index(word) for word in held)
    turns = Counter("" for at, f in enumerate(forms) if language.negates(f) and at not in aside)
    turns.update(form for form in forms if form in lists.unfounded)
    before = forms[: last + 1]
    turns.update(stem_of(before[at]) for at, _ in places_of(lists.denying | lists.unreal, before))
    turns.update(stem_of(form) for form in before if _declines(form, language))
    turns.update(forms[start] for start, _ in places_of(lists.conditions, forms[: first + 1]))
    turns.update(form for form in forms[first:last] if form in language.contrasts.agents)
    return turns


def _declines(form: str, language: Language) -> bool:
    """Tell a verb that denies or asks what it reports."""
    cue = language.cues.get(form)
    return cue is not None and (cue.group in {"ask", "deny"} or cue.lemma in language.denying)


def _called_untrue(at: int, found: AnnotatedArticle, language: Language) -> bool:
    """Tell whether the sentence before or behind one calls something untrue ("That is a lie.")."""
    beside = (found.sentences[n] for n in (at - 1, at + 1) if 0 <= n < len(found.sentences))
    heads = {b.span for b in found.article.blocks if b.kind != "paragraph"}
    return any(
        word.form in language.variants.unfounded
        for span in beside
        if span not in heads
        for word in words_in(found.article.text, span)
    )
