"""What is shared, arranged for a reader: relations of one kind together, named and dated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.model.story import Relation, StatementReading
from variorum.model.words import words_in

# So many words name a relation, and of so many letters.
TELLING = 5
LONG = 4

Numbered = tuple[int, Relation]


def by_kind(relations: Sequence[Relation]) -> list[tuple[str, list[Numbered]]]:
    """Return relations, which are in the order of their kinds, with their numbers, by kind."""
    numbered = enumerate(relations, 1)
    return [(kind, list(same)) for kind, same in groupby(numbered, lambda one: one[1].relation)]


def gist(edition: Edition, readings: Sequence[StatementReading]) -> str:
    """Return a few words that stand in every reading, as the first prints them, in its order.

    They name the relation and say nothing: the rarest in the statements of the record, and none
    of one to three letters that is no number and not all capitals.
    """
    texts = [edition.words(r.witness, r.spans) for r in readings]
    common = set.intersection(*({word.form for word in words_in(text)} for text in texts))
    found: dict[str, str] = {}
    for word in words_in(texts[0]):
        printed = texts[0][slice(*word.span)]
        telling = len(printed) >= LONG or printed.isupper() or printed[0].isdigit()
        if word.form in common and telling:
            found.setdefault(word.form, printed)
    rarest = sorted(found, key=edition.counts.__getitem__)[:TELLING]
    return ", ".join(found[form] for form in found if form in rarest)


def dates(edition: Edition, relation: Relation) -> str:
    """Return when it was: one value where all readings name it, else each with its letters."""
    by_date: dict[str, list[str]] = {}
    for reading in relation.readings:
        statement = edition.statements.get(reading.statement)
        for id_ in statement.times if statement else ():
            if id_ in edition.times:
                sigla = by_date.setdefault(edition.times[id_].edtf, [])
                sigla.append(edition.siglum(reading.witness))
    sides = {edition.siglum(r.witness) for r in relation.readings}
    return " · ".join(
        labels.day(edtf) if set(sigla) == sides else f"{_letters(sigla)} {labels.day(edtf)}"
        for edtf, sigla in sorted(by_date.items())
    )


def _letters(sigla: Iterable[str]) -> str:
    return " ".join(sorted(set(sigla), key=lambda s: (len(s), s)))
