"""What takes up something that nothing before has told: ``The apology``, ``Neither village``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum import languages
from variorum.align.relating.likeness import is_stem
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag
from variorum.model.spans import Span, covers
from variorum.model.words import Word, words_in

# The words that take something up stand among so many of a sentence's first.
LEAD = 3


def find_unanswered(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield a flag, without its id, for each reference whose noun nothing before has.

    ``The apology`` is told by words of its own; ``neither village``, ``the
    other two lorries``, ``both brothers`` and ``the same magistrate`` by their noun. Nothing is
    flagged inside marks.

    Args:
        item: the article.
    """
    language = languages.find(item.article.language)
    if language is None:
        return
    text = item.article.text
    marks = [mark for quotation in item.quotations for mark in quotation.marks]
    for sentence in item.sentences:
        words = list(words_in(text, sentence))
        before = [word.form for word in words_in(text, (0, sentence[0]))]
        for span in (
            *_of_words(words, before, language),
            *_of_groups(words, before, language),
        ):
            if not any(covers(mark, span) for mark in marks):
                yield _flag(item, span)


def _of_words(words: Sequence[Word], before: Sequence[str], language: Language) -> Iterator[Span]:
    """Yield ``The apology``, ``His apology``; not ``the apology of`` somebody, which tells it."""
    for lead, noun, behind in (words[:3],) if len(words) > 2 else ():
        answers = language.contrasts.answers.get(noun.form, frozenset())
        lead_words = language.times.articles | language.possessives
        known = lead.form in lead_words and noun.form in language.flags.plain
        told = any(form.startswith(tuple(answers)) for form in before)
        own = behind.form in language.variants.partitive | language.clause_relatives
        if known and not told and not own and not _has(before, noun.form):
            yield lead.span[0], noun.span[1]


def _of_groups(words: Sequence[Word], before: Sequence[str], language: Language) -> Iterator[Span]:
    """Yield ``Neither village``, ``Both brothers``, ``The other two lorries``."""
    flags = language.flags
    told = flags.sources | language.speech_nouns | language.people.keys()
    for at, lead in enumerate(words[:LEAD]):
        behind = words[at + 1 : at + 4]
        forms = [word.form for word in behind]
        definite = lead.form in language.times.articles
        noun = None
        if lead.form in flags.neither and forms:
            named = forms[0] in language.place_nouns or forms[0] in language.people
            noun = behind[0] if named or forms[0] in flags.everybody else None
        elif lead.form in language.contrasts.pairs and forms:
            kin = language.singular(forms[0]) in language.contrasts.kin
            noun = behind[0] if kin else None
        elif definite and len(forms) > 2 and forms[0] in flags.others:
            counted = forms[1] in language.numbers and language.singular(forms[2])
            noun = behind[2] if counted else None
        elif definite and len(forms) > 1 and forms[0] in flags.same:
            noun = behind[1] if forms[1] in told else None
        if noun is not None and _is_new(noun.form, before, language):
            yield lead.span[0], noun.span[1]


def _is_new(noun: str, before: Sequence[str], language: Language) -> bool:
    """Tell whether a noun that is not of just anything stands nowhere before."""
    singular = language.singular(noun) or noun
    words = language.flags
    general = words.anybody | words.bodies | words.general
    return singular not in general | language.function_words and not _has(before, noun)


def _has(before: Sequence[str], noun: str) -> bool:
    return any(form == noun or is_stem(form, noun) for form in before)


def _flag(item: AnnotatedArticle, span: Span) -> Flag:
    (words,) = item.article.words(span)
    return Flag(
        id="",
        kind="dangling-reference",
        witness=item.article.id,
        spans=(span,),
        note=f"“{' '.join(words.split())}” takes up nothing told before",
    )
