"""Words in marks in a heading that the quotation below it has otherwise.

``“never wanted this job”`` stands above ``“I always wanted this job”``: marks say that these are
the very words, and the text has other ones that cannot mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum import languages
from variorum.align.collating.denied_clauses import denied_before
from variorum.align.flagging.denials import alike, clauses_of, negated
from variorum.align.rarity import vocabulary
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article
from variorum.model.spans import Span, overlap
from variorum.model.words import Word, words_in

# A quoted clause with so large a part of the content words of a heading's is meant by it.
SHARED = 0.5
# Shorter ones are a word or two that anybody may have said.
LEAST = 2
# So many words around others make two clauses one.
FRAME = 3


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A clause in marks: its words, those that carry content, and the first that is denied."""

    words: Sequence[Word]
    content: Sequence[str]
    denied: str

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return self.words[0].span[0], self.words[-1].span[1]

    @property
    def forms(self) -> list[str]:
        """Return its words."""
        return [word.form for word in self.words]


def find_misquotes(whole: Span, item: AnnotatedArticle) -> Iterator[Span]:
    """Yield the quoted clause that says otherwise what a heading has in marks.

    Only where the words of the heading stand nowhere below. One of it and the nearest clause is
    denied, or they have opposites, other numbers or another force (``must``, ``may have to``); or
    other words stand between the same ones (``a blow to the fleet``, ``a gift to the fleet``).

    Args:
        whole: where a headline or a standfirst stands.
        item: its article.
    """
    article = item.article
    language = languages.find(article.language)
    if language is None:
        return
    marks = [mark for quotation in item.quotations for mark in quotation.marks]
    body = " ".join(word.form for word in words_in(article.text, (whole[1], len(article.text))))
    below = [mark for mark in marks if mark[0] >= whole[1]]
    for mark in (one for one in marks if overlap(one, whole)):
        asked = _quoted(article, mark, list(words_in(article.text, mark)))
        if len(asked.words) < LEAST or not asked.content or " ".join(asked.forms) in body:
            continue
        facing = [
            _quoted(article, one, words) for one in below for words in clauses_of(article, one)
        ]
        best = max(facing, key=lambda one: _nearness(asked, one), default=None)
        denied = next((one for one in facing if _is_denied(asked, one, language)), None)
        if best and _nearness(asked, best) >= SHARED and _clash(asked, best, language):
            yield best.span
        elif denied is not None:
            yield denied.span
        elif best := next((one for one in facing if _is_replaced(asked, one)), None):
            yield best.span


def _quoted(article: Article, mark: Span, words: Sequence[Word]) -> _Quoted:
    language, known = languages.find(article.language), vocabulary(article.language)
    content = [word.form for word in words if known.carries(word.form)]
    if language is None or not words:
        return _Quoted(words, content, "")
    opens = not article.text[mark[0] : words[0].span[0]].strip()
    before = opens and denied_before(article.text, mark[0], language)
    denied = negated(words, known, language) or (content[0] if before and content else "")
    return _Quoted(words, content, denied)


def _nearness(one: _Quoted, other: _Quoted) -> float:
    """Return the part of the content words of a clause that another one has."""
    shared = [form for form in one.content if any(alike(form, said) for said in other.content)]
    return len(shared) / len(one.content)


def _is_denied(one: _Quoted, other: _Quoted, language: Language) -> bool:
    """Tell whether one of two clauses denies a word that the other has, and that denies nothing."""
    soft = any(not language.flags.softer.isdisjoint(side.forms) for side in (one, other))
    if soft or bool(one.denied) == bool(other.denied):
        return False
    plain = other if one.denied else one
    return any(alike(form, one.denied or other.denied) for form in plain.content)


def _clash(one: _Quoted, other: _Quoted, language: Language) -> bool:
    """Tell whether two clauses that share words cannot mean the same."""
    if bool(one.denied) != bool(other.denied):
        return True
    only = set(one.forms) - set(other.forms), set(other.forms) - set(one.forms)
    words = language.contrasts
    opposed = any(words.opposites.get(form, frozenset()) & only[1] for form in only[0])
    numbers = [{form for form in side if _is_number(form, language)} for side in only]
    firm = [not side.isdisjoint(language.future | words.duties) for side in only]
    soft = words.possible | words.wishes | words.needs | language.flags.softer
    open_ = [not side.isdisjoint(soft) for side in only]
    forced = any(firm[at] and open_[1 - at] for at in (0, 1))
    return opposed or all(numbers) or forced


def _is_replaced(one: _Quoted, other: _Quoted) -> bool:
    """Tell whether two clauses begin and end with the same words and have others in between."""
    left, right = one.forms, other.forms
    start = _common(left, right)
    end = _common(left[start:][::-1], right[start:][::-1])
    inside = [set(side[start : len(side) - end]) for side in (left, right)]
    framed = start and end and start + end >= FRAME and not set(left[-end:]).isdisjoint(one.content)
    apart = all(
        not within.isdisjoint(q.content) for within, q in zip(inside, (one, other), strict=True)
    )
    return bool(framed and apart)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return with how many words alike two rows begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_number(form: str, language: Language) -> bool:
    return form.isdecimal() or form in language.numbers
