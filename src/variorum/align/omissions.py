"""What one witness prints and another does not: cut from an answer, left out, or never its subject.

Silences are graded. ``cut-inside-shared``: words of an utterance that both print.
``left-out-of-own-source``: what stands in the report that a witness prints or retells, and not in
its own. ``other-topic``: a point that others share and this witness never comes to. No witness
leaves out what something else in the record ties it to; nor does one in a language that has no
file, of which nobody can tell what it says.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from variorum.align.carried import Carried, carried, witnesses_read
from variorum.align.origins import Ties
from variorum.align.tracing.credits import ranked
from variorum.model.annotation import AnnotatedArticle, Quotation
from variorum.model.identity import Reading, Source, sign
from variorum.model.spans import Span, Spans, covers
from variorum.model.spoken import spoken_in
from variorum.model.story import Omission, Relation, Utterance, Variant
from variorum.model.vocabulary import OmissionScope
from variorum.model.words import Word, words_in

# Differences of words: what is absent on one side of them is no cut.
_REWORDED = frozenset({"wording", "spelling", "person-or-tense", "paraphrase-in-marks"})

# What a point is by, and where each witness has it.
Point = Mapping[str, Spans]


@dataclass(frozen=True, slots=True)
class Points:
    """What a story has to say: utterances, relations, and what only one witness states."""

    utterances: Sequence[Utterance]
    relations: Sequence[Relation]
    single: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Row:
    """A stretch of a print, and its words, one by one and with blanks around them."""

    span: Span
    words: tuple[Word, ...]
    joined: str


def find_omissions(
    articles: Sequence[AnnotatedArticle], points: Points, ties: Ties
) -> tuple[Omission, ...]:
    """Return what witnesses leave out, in content order.

    Args:
        articles: the witnesses of one story.
        points: of the story; a statement of one witness counts for those alone who print or
            retell its report.
        ties: what ties the witnesses: who prints one report with whom.
    """
    sources = {item.article.id: item.article for item in articles}
    owed = _sources_of(articles, ties)
    known = carried(articles, points.utterances, points.relations, ties.runs)
    read = witnesses_read(articles)
    left = {
        one.id: one
        for point, shared in _points(articles, points)
        if (having := {witness: point[witness] for witness in read & point.keys()})
        for one in _silences(having, owed, known, shared=shared)
        if one.witness in read
    }
    prints = {q.id: q for item in articles for q in item.quotations}
    cut = (
        one
        for one in _cut(points.utterances, prints, sources)
        if (one.witness in read) == (one.of.witness in read)
    )
    found = (*cut, *_outermost(left.values()))
    return tuple(sorted(found, key=lambda o: (o.of.witness, o.of.spans, o.witness, o.scope)))


def _sources_of(articles: Sequence[AnnotatedArticle], ties: Ties) -> Mapping[str, Set[str]]:
    """Return whose report each witness prints or retells, where a credit or the dates tell."""
    sources = {item.article.id: item.article for item in articles}
    owed: dict[str, set[str]] = defaultdict(set)
    for one, other in ties.rewrites:
        first, second, basis = ranked(sources[one], sources[other])
        if basis != "unknown":
            owed[second.id].add(first.id)
    return owed


def _points(articles: Sequence[AnnotatedArticle], points: Points) -> Iterator[tuple[Point, bool]]:
    """Yield where each witness has each point, and whether several share it.

    What stands in direct speech is told with its utterance.
    """
    prints = {q.id: q for item in articles for q in item.quotations}
    for utterance in points.utterances:
        spans = {prints[key].witness: prints[key].spans for key in reversed(utterance.prints)}
        yield spans, len(spans) > 1
    spoken = {key for item in articles for key in spoken_in(item.statements, item.quotations)}
    for relation in points.relations:
        told = [r for r in reversed(relation.readings) if r.statement not in spoken]
        if told:
            yield {r.witness: r.spans for r in told}, len(told) > 1
    single = set(points.single)
    for item in articles:
        yield from (({s.witness: s.spans}, False) for s in item.statements if s.id in single)


def _silences(
    point: Point, owed: Mapping[str, Set[str]], known: Carried, *, shared: bool
) -> Iterator[Omission]:
    """Yield the witnesses that do not have a point, by the source of theirs that has it, if any."""
    having = sorted(point)
    for witness in sorted(known.sources.keys() - point.keys()):
        own = [one for one in having if one in owed.get(witness, ())]
        if not (own or shared):
            continue
        if not any(known.has(witness, one, point[one]) for one in having):
            scope: OmissionScope = "left-out-of-own-source" if own else "other-topic"
            of = (own or having)[0]
            reading = Reading(witness=of, spans=point[of])
            yield sign(Omission(id="", witness=witness, of=reading, scope=scope), known.sources)


def _cut(
    utterances: Sequence[Utterance],
    prints: Mapping[str, Quotation],
    sources: Mapping[str, Source],
) -> list[Omission]:
    """Return the cuts inside shared utterances.

    A variant with an empty reading is a cut by that witness, of what the first witness with
    words there prints, unless another print of its own has them: a title cuts nothing that the
    text below it quotes. What lies within another cut is no cut of its own.
    """
    cuts = {
        omission.id: omission
        for utterance in utterances
        for rows in [_by_witness(utterance, prints, sources)]
        for variant in utterance.variants
        if variant.kind not in _REWORDED
        for omission in _cuts(variant, sources)
        if not _is_told(omission, rows)
    }
    return _outermost(cuts.values())


def _outermost(omissions: Iterable[Omission]) -> list[Omission]:
    """Return omissions but for those that lie within another one of the same two witnesses."""
    found: dict[tuple[str, str, str], list[Omission]] = {}
    for one in sorted(omissions, key=_extent):
        known = found.setdefault((one.scope, one.witness, one.of.witness), [])
        if not (known and _within(one, known[-1])):
            known.append(one)
    return [one for known in found.values() for one in known]


def _by_witness(
    utterance: Utterance, prints: Mapping[str, Quotation], sources: Mapping[str, Source]
) -> Mapping[str, Sequence[_Row]]:
    """Return the stretches of words that each witness prints of an utterance."""
    rows: dict[str, list[_Row]] = defaultdict(list)
    for one in (prints[key] for key in utterance.prints):
        for span in one.spans:
            words = tuple(words_in(sources[one.witness].text, span))
            rows[one.witness].append(_Row(span, words, _joined(words)))
    return rows


def _is_told(cut: Omission, rows: Mapping[str, Sequence[_Row]]) -> bool:
    """Tell whether a witness prints a cut after all, between the same words, in a print of many."""
    own = rows[cut.witness]
    return len(own) > 1 and all(
        any(around in row.joined for row in own)
        for span in cut.of.spans
        for around in [_around(span, rows[cut.of.witness])]
    )


def _around(span: Span, rows: Sequence[_Row]) -> str:
    """Return the words of a span and the one before and behind it in its print, in blanks."""
    words = next((row.words for row in rows if covers(row.span, span)), ())
    first = bisect_right(words, span[0], key=lambda word: word.span[1])
    last = bisect_left(words, span[1], key=lambda word: word.span[0])
    return _joined(words[max(0, first - 1) : last + 1])


def _joined(words: Sequence[Word]) -> str:
    return f" {' '.join(word.form for word in words)} "


def _extent(one: Omission) -> tuple[object, ...]:
    """Return a key that sets an omission before those that lie within it."""
    return (one.of.witness, one.witness, one.of.spans[0][0], -one.of.spans[-1][1], one.id)


def _within(cut: Omission, outer: Omission) -> bool:
    return all(any(covers(whole, span) for whole in outer.of.spans) for span in cut.of.spans)


def _cuts(variant: Variant, sources: Mapping[str, Source]) -> Iterator[Omission]:
    printed = [reading for reading in variant.readings if reading.spans]
    has = {reading.witness for reading in printed}
    for reading in variant.readings:
        if printed and reading.witness not in has:
            unsigned = Omission(
                id="", witness=reading.witness, of=printed[0], scope="cut-inside-shared"
            )
            yield sign(unsigned, sources)
