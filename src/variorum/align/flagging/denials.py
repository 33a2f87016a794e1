"""A heading that denies what is quoted below it, or tells what is denied there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum import languages
from variorum.align.claims import Claim
from variorum.align.collating.denied_clauses import denied_before
from variorum.align.rarity import Vocabulary, vocabulary
from variorum.align.relating.likeness import is_stem
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article
from variorum.model.spans import Span, hull, overlap
from variorum.model.words import Word, words_in

# So many content words does a quoted clause have at least, all of them in the heading.
CLAUSE = 2
# And so much of the heading does it say.
SHARE = 0.35
_STOPS = frozenset(",;:.!?—–")
_MARKS = "\"“‘'"


def find_denials(heading: Claim, item: AnnotatedArticle) -> Iterator[Span]:
    """Yield the quoted clauses of which the heading says the opposite.

    A clause has no content word that the heading has not, and one of the two denies, a word that
    the other has too. A heading with a hedge or with words in marks is left alone.

    Args:
        heading: the claim of a headline or a standfirst.
        item: its article.
    """
    article, known = item.article, vocabulary(item.article.language)
    whole = hull(heading.statement.spans)
    marks = [mark for quotation in item.quotations for mark in quotation.marks]
    language = languages.find(article.language)
    if language is None or heading.weakening or any(overlap(mark, whole) for mark in marks):
        return
    keys = [token.key for token in heading.tokens]
    denied = negated(heading.words, known, language)
    for mark in marks:
        for words in clauses_of(article, mark):
            content = [word.form for word in words if known.carries(word.form)]
            opens = not article.text[mark[0] : words[0].span[0]].strip(_MARKS)
            before = opens and denied_before(article.text, mark[0], language)
            own = negated(words, known, language) or (content[0] if before and content else "")
            enough = len(content) >= max(CLAUSE, SHARE * len(keys))
            said = enough and all(any(alike(form, key) for key in keys) for form in content)
            if said and bool(own) != bool(denied):
                shared = content if denied else keys
                if any(alike(denied or own, form) for form in shared):
                    yield words[0].span[0], words[-1].span[1]


def negated(words: Sequence[Word], known: Vocabulary, language: Language) -> str:
    """Return the content word behind the first negation, empty where nothing is denied.

    Of ``no plans to drop the ferry`` it is ``drop``.

    Args:
        words: of a clause.
        known: the words of its language.
        language: of it.
    """
    forms = [word.form for word in words]
    start = next((at for at, form in enumerate(forms) if known.negates(form)), len(forms))
    behind = [at for at in range(start + 1, len(forms)) if known.carries(forms[at])]
    aims = behind and forms[behind[0] + 1 : behind[0] + 2]
    if aims and aims[0] in language.times.infinitive:
        behind = behind[1:]
    return forms[behind[0]] if behind else ""


def clauses_of(article: Article, mark: Span) -> Iterator[list[Word]]:
    """Yield the words of what stands inside marks, parted at its punctuation.

    Args:
        article: where the marks stand.
        mark: what they hold.
    """
    clause: list[Word] = []
    for word in words_in(article.text, mark):
        between = article.text[clause[-1].span[1] : word.span[0]] if clause else ""
        if not _STOPS.isdisjoint(between):
            yield clause
            clause = []
        clause.append(word)
    if clause:
        yield clause


def alike(one: str, other: str) -> bool:
    """Tell whether two words are one or share their stem."""
    return one == other or is_stem(one, other)
