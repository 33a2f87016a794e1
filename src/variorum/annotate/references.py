"""References to what nobody told: ``his threat`` where no man has said anything before.

A flag, not a finding: what was told may have been cut, or the pronoun may be the wrong one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.annotate.marks import Marked
from variorum.annotate.speaking.genders import gender_by_first_name
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag, Quotation
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span, covers
from variorum.model.words import Word, all_words, words_in

_SEXES = frozenset({"m", "f"})
# Words that begin alike are forms of one word.
STEM = 4
# The beginning of a word has so many letters; what is shorter is all of it.
BEGINNING = 5
# One of a row is taken up by its number: the second, the third, the fourth.
_ROW = range(2, 5)


@dataclass(frozen=True, slots=True)
class _Reference:
    """A mention of somebody's words: their noun, the span, and the gender of who said them."""

    noun: Word
    span: Span
    gender: str


def find_dangling_references(
    found: AnnotatedArticle, marked: Sequence[Marked], language: Language | None
) -> tuple[Flag, ...]:
    """Return a flag for each reference to words or events that the text before does not tell.

    ``His threat`` and ``the explanation he gave`` take up words: who quotes or reports anything
    before, and may be meant by the pronoun, has said them. Nothing is flagged where the words
    bring in a report themselves (``in his statement``, ``his claims of fraud``), where their noun
    stands before, or where the sentence names somebody first (``Poe defended his remarks``). ``The
    second blast`` takes up a blast or a first, ``the third of these conditions`` and ``both
    proposals`` their noun, or what such words are told by: before ``both verdicts`` somebody is
    convicted. Nothing is flagged inside marks.

    Args:
        found: an article with its sentences, mentions and quotations.
        marked: what stands in its quote marks, in order.
        language: of the article; None: no pronoun is known, nothing is flagged.
    """
    if language is None:
        return ()
    article = found.article
    seen = _Seen(all_words(article.text))
    genders = _genders(found, language)
    flags = []
    for sentence in found.sentences:
        words = list(words_in(article.text, sentence))
        references = (
            *_of_a_row(words, seen, language),
            *_of_those(words, seen, language),
            *(
                reference.span
                for reference in _references(words, language)
                if seen.first(reference.noun)
                and not _names_before(found, sentence, reference)
                and not any(_may_mean(q, reference, genders) for q in found.quotations)
            ),
        )
        flags += [_flag(article, span) for span in references if not _inside(marked, span)]
    return tuple(sign(flag, {article.id: article}) for flag in flags)


class _Seen:
    """Where each word, and each beginning of words, stands first."""

    def __init__(self, words: Iterable[Word]) -> None:
        self._forms: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        for word in words:
            self._forms.setdefault(word.form, word.span[0])
            self._stems.setdefault(word.form[:STEM], word.span[0])

    def before(self, forms: Iterable[str], place: int) -> bool:
        """Tell whether one of some words stands before a place."""
        return any(self._forms.get(form, place) < place for form in forms)

    def begun(self, beginnings: Collection[str], place: int) -> bool:
        """Tell whether a word that begins in one of some ways stands before a place.

        A short one is all of the word: ``will`` does not begin ``William``.
        """
        short = {lead for lead in beginnings if len(lead) < BEGINNING}
        long = tuple(lead for lead in beginnings if lead not in short)
        return self.before(short, place) or any(
            at < place and form.startswith(long) for form, at in self._forms.items()
        )

    def first(self, word: Word) -> bool:
        """Tell whether a word stands here first."""
        return self._forms[word.form] == word.span[0]

    def new(self, word: Word) -> bool:
        """Tell whether no word of the same beginning stands before this one."""
        return self._stems[word.form[:STEM]] == word.span[0]


def _inside(marked: Sequence[Marked], span: Span) -> bool:
    """Tell whether a span stands inside marks."""
    at = bisect_right(marked, span[0], key=lambda stretch: stretch.outer[0])
    return at > 0 and covers(marked[at - 1].outer, span)


def _of_a_row(words: Sequence[Word], seen: _Seen, language: Language) -> Iterator[Span]:
    """Yield ``the second blast`` that does something where no blast and no first is told before.

    It begins its sentence, and its verb stands right behind it: what is *the second time*, *the
    third hike this year* or *the second woman who came forward* is counted by the text itself.
    """
    row = {word for word, number in language.ordinals.items() if number in _ROW}
    firsts = {word for word, number in language.ordinals.items() if number == 1}
    for lead, number, noun, verb in (words[:4],) if len(words) > 3 else ():
        led = lead.form in language.times.articles and number.form in row
        told = seen.before(firsts, lead.span[0]) or not seen.new(noun)
        acts = verb.form in language.past or verb.form.endswith(tuple(language.past_endings))
        if led and acts and not told and _is_event(noun.form, language):
            yield lead.span[0], noun.span[1]


def _of_those(words: Sequence[Word], seen: _Seen, language: Language) -> Iterator[Span]:
    """Yield ``the third of these conditions`` and ``Both proposals`` where none is told before."""
    for at in range(len(words) - 4):
        the, lead, of, these, noun = words[at : at + 5]
        picked = the.form in language.times.articles and lead.form in language.ordinals
        taken = of.form in language.variants.partitive
        if picked and taken and these.form in language.contrasts.demonstratives and seen.new(noun):
            yield the.span[0], noun.span[1]
    for lead, noun in (words[:2],) if len(words) > 1 else ():
        told = language.singular(noun.form) in language.speech_nouns
        answers = language.contrasts.answers.get(language.singular(noun.form) or "", frozenset())
        new = lead.form in language.contrasts.pairs and told and seen.new(noun)
        if new and not seen.begun(answers, lead.span[0]):
            yield lead.span[0], noun.span[1]


def _is_event(noun: str, language: Language) -> bool:
    """Tell what may have happened from a part of a period, a number and a rank."""
    periods = language.time_units.keys() | language.times.quarters | language.times.halves
    numbers = language.ordinals.keys() | language.numbers.keys() | language.fractions.keys()
    ranked = noun.endswith(tuple(language.superlative_endings))
    known = periods | numbers | language.function_words | language.day_parts
    return not ranked and noun not in known


def _names_before(found: AnnotatedArticle, sentence: Span, reference: _Reference) -> bool:
    """Tell whether a sentence names somebody before a reference."""
    lead = (sentence[0], reference.span[0])
    return any(covers(lead, mention.span) for mention in found.mentions)


def _references(words: Sequence[Word], language: Language) -> Iterator[_Reference]:
    """Yield each mention of somebody's words in a sentence."""
    for at, word in enumerate(words):
        behind = words[at + 1].form if at + 1 < len(words) else ""
        if word.form not in language.speech_nouns or behind in language.variants.partitive:
            continue
        who, first, last = _owner(words, at, language), at, at
        if who is not None:
            first = who
        elif (who := _said(words, at, language)) is not None:
            first, last = at - 1, who + 1
        if who is not None:
            span = (words[first].span[0], words[last].span[1])
            yield _Reference(word, span, language.pronouns[words[who].form])


def _owner(words: Sequence[Word], noun: int, language: Language) -> int | None:
    """Return where the possessive of a noun stands, None where it brings in a report itself."""
    for at in range(noun - 1, max(noun - 3, -1), -1):
        form = words[at].form
        if form in language.possessives and _gender(words[at], language) in _SEXES:
            leads = at and words[at - 1].form in language.prepositions
            return None if leads else at
        if form in language.function_words:
            return None
    return None


def _said(words: Sequence[Word], noun: int, language: Language) -> int | None:
    """Return where the pronoun of ``the explanation that he gave`` stands."""
    if not noun or words[noun - 1].form not in language.times.articles:
        return None
    after = noun + 1
    if after < len(words) and words[after].form in language.clause_relatives:
        after += 1
    if after + 1 >= len(words) or words[after].form not in language.subject_pronouns:
        return None
    return after if _gender(words[after], language) in _SEXES else None


def _gender(word: Word, language: Language) -> str:
    return language.pronouns.get(word.form, "")


def _genders(found: AnnotatedArticle, language: Language) -> Mapping[str, str]:
    """Return the gender of each speaker: by a pronoun in place of the name, or the first name."""
    genders: dict[str, str] = {}
    for quotation in found.quotations:
        if quotation.speaker:
            name = quotation.speaker.name
            source = " ".join(found.article.words(*quotation.sources)).lower()
            told = language.pronouns.get(source, "") or gender_by_first_name(name, language)
            genders[name] = genders.get(name) or told
    return genders


def _may_mean(quotation: Quotation, reference: _Reference, genders: Mapping[str, str]) -> bool:
    """Tell whether a quotation before a reference may be of the one whose words are mentioned."""
    if quotation.spans[-1][1] > reference.span[0]:
        return False
    known = genders.get(quotation.speaker.name, "") if quotation.speaker else ""
    return known not in _SEXES or known == reference.gender


def _flag(article: Article, span: Span) -> Flag:
    (words,) = article.words(span)
    return Flag(
        id="",
        kind="dangling-reference",
        witness=article.id,
        spans=(span,),
        note=f"“{' '.join(words.split())}” takes up nothing told before",
    )
