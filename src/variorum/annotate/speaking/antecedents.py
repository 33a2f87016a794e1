"""Whom a pronoun stands for: who spoke last, the subject before it, or the only one who fits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.speaking.cast import Cast
from variorum.annotate.speaking.genders import gender_of_noun
from variorum.model.annotation import Mention, Speaker
from variorum.model.spans import Span
from variorum.model.words import words_in

# How many words of a sentence its subject is looked for in.
OPENING = 4
# How far before a pronoun the only one whom it fits may be named, in code points.
REACH = 1500
_SEXES = frozenset({"m", "f"})


def antecedent(source: Span, cast: Cast) -> Speaker | None:
    """Return whom a relative pronoun stands for: the name just before it or its comma."""
    mention = cast.before(source[0])
    if mention is None:
        return None
    between = cast.article.text[mention.span[1] : source[0]]
    return _meant(mention, source, cast) if between.strip() in {"", ","} else None


def is_torn(draft: Draft, cast: Cast, last: Speaker | None) -> bool:
    """Tell whether a draft's pronoun may as well be another as who spoke last, or the subject.

    Args:
        draft: of any source.
        cast: of its article.
        last: who spoke last nearby, None where nobody did.
    """
    if draft.source is None or draft.head is None:
        return False
    form = cast.article.text[slice(*draft.head)].casefold()
    if cast.language.pronouns.get(form) not in _SEXES:
        return False
    if last is None or not cast.fits(last.name, last.kind, form):
        return is_outdone(draft, cast)
    subject = _subject(draft.source, form, cast)
    if subject is None or cast.name(subject) == last.name or not _alike(subject, last, cast):
        return False
    near = draft.goes_on or subject.span[0] >= cast.article.body()[draft.block].span[0]
    return near and _after_two(draft, draft.source, subject, cast=cast, last=last) is None


def is_outdone(draft: Draft, cast: Cast) -> bool:
    """Tell whether nothing says that the subject is a man, or a woman, and another one is known so.

    (``Poe met Mr Roe. He said``)

    Args:
        draft: of any source.
        cast: of its article.
    """
    if draft.source is None or draft.head is None or draft.goes_on:
        return False
    form = cast.article.text[slice(*draft.head)].casefold()
    gender = cast.language.pronouns.get(form)
    if gender not in _SEXES:
        return False
    subject = _subject(draft.source, form, cast)
    if subject is None or cast.gender(cast.name(subject)):
        return False
    sentence = next(s for s in cast.sentences_before(draft.source[0]) if s[0] <= subject.span[0])
    return any(cast.gender(cast.name(m)) == gender for m in cast.narrated(sentence, form))


def of_pronoun(draft: Draft, form: str, cast: Cast, last: Speaker | None) -> Speaker | None:
    """Return whom a pronoun stands for: who spoke last, or the subject just before it."""
    source = draft.source
    if form in cast.language.personal_pronouns or source is None:
        return None
    if cast.language.pronouns.get(form) == "p" and _unnamed_many(source, cast, last):
        return None
    subject = _subject(source, form, cast)
    if last is not None and cast.fits(last.name, last.kind, form):
        if subject is None or cast.name(subject) == last.name:
            return Speaker(name=last.name, kind=last.kind, span=source, how="pronoun")
        return _after_two(draft, source, subject, cast=cast, last=last)
    if is_outdone(draft, cast):
        return None
    if subject is None:
        subject = _only_one(source, form, cast) or _only_known(draft, form, cast)
    return None if subject is None else _meant(subject, source, cast)


def _after_two(
    draft: Draft, source: Span, subject: Mention, *, cast: Cast, last: Speaker
) -> Speaker | None:
    """Return whom a pronoun stands for behind a speaker and another one as the subject.

    That is the subject of its own paragraph that comes after the speaker (``“A,” said Poe. Roe
    disagreed. He said B``), and the speaker who comes after it, where he goes on, or where the
    subject is told not to have come forward (``Roe did not come. “B,” he added``).
    """
    later = last.span is not None and last.span[0] > subject.span[0]
    if draft.goes_on:
        on = later or not _alike(subject, last, cast) or _is_silent(subject, source, cast)
        known = Speaker(name=last.name, kind=last.kind, span=source, how="pronoun")
        return known if on else None
    near = subject.span[0] >= cast.article.body()[draft.block].span[0]
    return _meant(subject, source, cast) if near and not later else None


def _is_silent(subject: Mention, source: Span, cast: Cast) -> bool:
    """Tell whether the sentence that a subject leads denies something, and no word of speech."""
    own = next(s for s in cast.sentences_before(source[0]) if s[0] <= subject.span[0])
    words = words_in(cast.article.text, (own[0], min(own[1], source[0])))
    forms = {word.form for word in words}
    return any(map(cast.language.negates, forms)) and forms.isdisjoint(cast.language.cues)


def _alike(subject: Mention, last: Speaker, cast: Cast) -> bool:
    """Tell whether a pronoun that fits both does so on the same ground: gender known or unknown."""
    return bool(cast.gender(cast.name(subject))) == bool(cast.gender(last.name))


def _unnamed_many(source: Span, cast: Cast, last: Speaker | None) -> bool:
    """Tell whether a plural noun that is no mention leads the sentence, or the one before it."""
    known = (last.name if last else "").casefold().split()
    for span in cast.sentences_before(source[0]):
        words = list(islice(words_in(cast.article.text, span), OPENING))
        for word in words:
            if word.form in known or next(cast.within(word.span), None) is not None:
                return False
            if cast.language.singular(word.form) is not None:
                return True
    return False


def _subject(source: Span, form: str, cast: Cast) -> Mention | None:
    """Return the fitting subject of the pronoun's sentence, or of the one before."""
    for span in cast.sentences_before(source[0]):
        fitting = cast.narrated(span, form)
        if fitting and cast.leads(fitting[0].span, span[0]):
            return None if _joined(fitting, cast) else fitting[0]
    return None


def _joined(fitting: Sequence[Mention], cast: Cast) -> bool:
    """Tell whether the first two mentions are one subject (``Poe and Roe left``)."""
    ends = [m.span for m in fitting[:2]]
    between = cast.article.text[ends[0][1] : ends[-1][0]].strip(" ,")
    return len(ends) > 1 and between in cast.language.conjunctions


def _only_one(source: Span, form: str, cast: Cast) -> Mention | None:
    """Return the only one in the two sentences whom the pronoun can stand for."""
    fitting = [m for span in cast.sentences_before(source[0]) for m in cast.narrated(span, form)]
    return fitting[0] if len({cast.name(m) for m in fitting}) == 1 else None


def _only_known(draft: Draft, form: str, cast: Cast) -> Mention | None:
    """Return the only man, or woman, of the paragraph, where it tells of nobody else who fits."""
    gender = cast.language.pronouns.get(form, "")
    if draft.source is None or gender not in _SEXES:
        return None
    end = draft.source[0]
    before = (max(cast.article.body()[draft.block].span[0], end - REACH), end)
    fitting = cast.narrated(before, form)
    if len({cast.name(m) for m in fitting}) != 1 or cast.gender(cast.name(fitting[0])) != gender:
        return None
    return None if _is_described(before, gender, cast) else fitting[0]


def _is_described(span: Span, gender: str, cast: Cast) -> bool:
    """Tell whether a noun for a man, or a woman, stands in a stretch, as no name's title."""
    text = cast.article.text
    for word in words_in(text, span):
        if gender_of_noun(word.form, cast.language) == gender and not cast.in_marks(word.span):
            behind = next(cast.within((word.span[1], word.span[1] + 2)), None)
            if behind is None or not cast.is_person(behind):
                return True
    return False


def _meant(mention: Mention, span: Span, cast: Cast) -> Speaker:
    return Speaker(name=cast.name(mention), kind=cast.kind(mention), span=span, how="pronoun")
