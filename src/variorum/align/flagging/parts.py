"""Parts that come to more than their whole: ``Nine were arrested … four here, six there``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from variorum import languages
from variorum.align.flagging.figures import Figure, figures_of, measures_of
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Flag

# Parts that come to more than this are of something else.
APART = 1.35
# The whole stands in one of so many sentences with counts before the parts.
REACH = 2
LEAST = 3.0


def find_part_clashes(item: AnnotatedArticle) -> Iterator[Flag]:
    """Yield a flag, without its id, where the parts of a count come to more than it.

    The parts are counted in one sentence, in a row that a conjunction closes, each with another
    noun or none: ``900 posts at Ostrow and 600 at Lindale``. Bounds are left alone.

    Args:
        item: the article.
    """
    language = languages.find(item.article.language)
    if language is None:
        return
    figures = [one for one in figures_of(item, language) if _is_count(one, language)]
    sentences = [list(same) for _, same in groupby(figures, key=lambda one: one.sentence)]
    for at, parts in enumerate(sentences):
        row = _row(parts, language)
        wholes = [one for told in sentences[max(0, at - REACH) : at] for one in told]
        for whole in reversed(wholes):
            if row and _exceed(row, whole, language):
                yield _flag(item, whole, row)
                break


def _is_count(figure: Figure, language: Language) -> bool:
    return figure.noun not in measures_of(language)


def _row(parts: Sequence[Figure], language: Language) -> list[Figure]:
    """Return the counts of a sentence that stand in a row, none where they do not."""
    if len(parts) < 2 or len(parts[0].words) <= parts[-1].at:
        return []
    nouns = [one.noun for one in parts if one.noun]
    last = parts[-1]
    joined = [word.form for word in last.words[parts[-2].noun_at + 1 : last.at]]
    led = not language.flags.adding.isdisjoint(joined)
    bounded = any(_is_bound(one, language) for one in parts)
    return list(parts) if led and len(set(nouns)) == len(nouns) and not bounded else []


def _is_bound(figure: Figure, language: Language) -> bool:
    words = language.contrasts
    return bool(figure.before) and figure.before[0] in words.bounds | words.about | words.nearly


def _exceed(row: Sequence[Figure], whole: Figure, language: Language) -> bool:
    """Tell whether parts come to more than a count that stands before them, by little."""
    total = sum(one.value for one in row)
    most = max(one.value for one in row)
    fits = LEAST <= whole.value < total <= whole.value * APART and most < whole.value
    words = language.flags
    people = words.anybody | words.everybody | words.crowds
    alike = bool(whole.noun) or all(one.noun in people for one in row)
    return fits and alike and not _is_bound(whole, language)


def _flag(item: AnnotatedArticle, whole: Figure, row: Sequence[Figure]) -> Flag:
    spans = (whole.span, *(one.span for one in row))
    shown = " + ".join(item.article.words(*(one.span for one in row)))
    (told,) = item.article.words(whole.span)
    return Flag(
        id="",
        kind="number-clash",
        witness=item.article.id,
        spans=spans,
        note=f"number {told} ≠ {shown}",
    )
