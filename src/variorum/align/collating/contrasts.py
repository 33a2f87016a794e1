"""What tells a print from the fullest print of its utterance, read off the two as wholes.

The collation sees one place at a time. A hedge that is dropped in other words, a quantifier that
is another, reported speech that moves person and tense, and words in marks that cannot both be
the speaker's are seen in whole sentences only. After the structured comparison of Dagan et al.
(2013, Recognizing Textual Entailment): word classes decide, in sentences known to be alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from variorum.align.collating.conditions import conditions_in
from variorum.align.collating.counts import number_changed, number_respelt, weight_of
from variorum.align.collating.dates import date_changed
from variorum.align.collating.extents import extent_changed
from variorum.align.collating.findings import Contrast
from variorum.align.collating.forces import sentences_around
from variorum.align.collating.hedges import hedges_in, is_lost
from variorum.align.collating.matrices import asked_clauses, denied_leanings
from variorum.align.collating.name_pairs import name_changed
from variorum.align.collating.opinions import opinions_in
from variorum.align.collating.paraphrases import replaced_in_marks, retold_in_marks
from variorum.align.collating.polarity import denials
from variorum.align.collating.rewordings import reworded
from variorum.align.collating.scopes import is_denied, place_of
from variorum.align.collating.segments import spans_of
from variorum.align.collating.shifts import shift
from variorum.align.collating.timings import framed_apart
from variorum.align.collating.turned_clauses import clauses_turned
from variorum.align.collating.undertaken import undertakings_in
from variorum.align.collating.variants import Placed
from variorum.align.gathering.similarity import Affinity
from variorum.align.prints import Print, PrintWord
from variorum.languages import Language
from variorum.model.identity import Reading, sign
from variorum.model.spans import Spans
from variorum.model.story import Variant

Links = Mapping[tuple[str, str], Affinity]
Words = Sequence[PrintWord]
Sides = tuple[Words, Words]


def contrasts(
    group: Sequence[str], prints: Mapping[str, Print], links: Links, known: Sequence[Variant]
) -> list[Placed]:
    """Return how prints differ as wholes from the fullest print they are linked to.

    Each with the words that show it, where some do.

    Args:
        group: the ids of the prints of one utterance.
        prints: all prints by id.
        links: the links between prints.
        known: variants found already; a kind is not told of again of the same two witnesses.
    """
    told = {(v.kind, r.witness) for v in known for r in v.readings}
    ranked = sorted(group, key=lambda key: (*_fullness(prints[key]), key), reverse=True)
    found = []
    for at, key in enumerate(ranked):
        fuller = next((k for k in ranked[:at] if _linked(k, key, prints, links)), None)
        if fuller is None:
            continue
        pair = prints[fuller], prints[key]
        link = links[min(fuller, key), max(fuller, key)]
        shared = (link.left, link.right) if fuller < key else (link.right, link.left)
        words = [sentences_around(one, where) for one, where in zip(pair, shared, strict=True)]
        others = [prints[k] for k in group if k not in (fuller, key)]
        compared = list(_compared(pair, (words[0], words[1])))
        seen = {one.kind for one in compared} | {
            kind for kind, witness in told if witness in (pair[0].witness, pair[1].witness)
        }
        if reworded(pair, (words[0], words[1]), seen):
            compared.append(Contrast("wording", "minor", "other words throughout"))
        for one in compared:
            if one.kind == "hedge-absent" and _hedged_elsewhere(pair, one, others):
                continue
            if any((one.kind, side.witness) not in told for side in pair):
                found.append(_variant(pair, one))
    return found


def _hedged_elsewhere(pair: tuple[Print, Print], told: Contrast, others: Sequence[Print]) -> bool:
    """Tell whether the witness that lacks a hedge has it in another print of the utterance."""
    if told.words is None or pair[0].witness == pair[1].witness:
        return False
    held, row, lacking = (told.words[0], *pair) if told.words[0] else (told.words[1], *pair[::-1])
    start = place_of(held[0], row)
    said = " ".join(word.form for word in row.words[start : start + len(held) + 1])
    return any(
        f" {said} " in f" {' '.join(word.form for word in one.words)} "
        for one in others
        if one.witness == lacking.witness
    )


def _fullness(one: Print) -> tuple[bool, int, bool, bool]:
    """Return what tells the fullest print: its length, its form, and that it speaks of all."""
    extents = one.language.variants.extents if one.language else {}
    whole = any(extents.get(word.form) == "all" for word in one.words)
    return not one.in_headline, len(one.words), one.quotation.form == "direct", whole


def _linked(one: str, other: str, prints: Mapping[str, Print], links: Links) -> bool:
    """Tell whether a print is linked to another one of another witness, or to its heading."""
    pair = (min(one, other), max(one, other))
    heading = prints[other].in_headline and not prints[one].in_headline
    return pair in links and (heading or prints[one].witness != prints[other].witness)


def _compared(pair: tuple[Print, Print], words: tuple[Words, Words]) -> Iterator[Contrast]:
    """Yield each contrast of two prints; the first print is the fuller one."""
    language = pair[0].language or pair[1].language
    if language is None:
        return
    reversals = list(clauses_turned(pair, words, language))
    yield from reversals
    hedges = list(_hedges(pair, words, language))
    yield from hedges
    if found := number_changed(pair, words, language):
        weight = weight_of(found[0].value, found[1].value)
        shown = found[0].words, found[1].words
        yield Contrast("number-changed", weight, "other number", shown)
    if same := number_respelt(words, language):
        shown = same[0].words, same[1].words
        yield Contrast("spelling", "minor", "same number", shown)
    if changed := name_changed(pair, words, language):
        yield Contrast("name-changed", "major", "other name", changed)
    if changed := date_changed(pair, words) or framed_apart(pair, words):
        yield Contrast("date-changed", "major", "other date", changed)
    extents = [
        Contrast(kind, "major", reason) for kind, reason in extent_changed(pair, words, language)
    ]
    yield from extents
    if pair[1].in_headline and not pair[0].in_headline:
        wider = [one for one in extents if one.kind == "broader"]
        lost = [one for one in hedges if one.words and one.words[0]]
        firmer = [one for one in reversals if one.firmer]
        for one in (*firmer, *lost, *wider, *_unreal(pair, words, language))[:1]:
            yield replace(one, kind="headline-stronger")
    if moved := shift(pair, words, language):
        yield Contrast("person-or-tense", "minor", moved)
    if replaced := replaced_in_marks(*words, language) or retold_in_marks(*pair):
        reason = f"other words in both marks: {replaced}"
        yield Contrast("paraphrase-in-marks", "major", reason)


def _hedges(
    pair: tuple[Print, Print], words: tuple[Words, Words], language: Language
) -> Iterator[Contrast]:
    """Yield the first hedge, and the first condition, that one print alone has."""
    sides = ((words[0], pair), (words[1], pair[::-1]))
    weak = [_weak(said, facing, language) for said, facing in sides]
    given = [conditions_in(said, *facing, language) for said, facing in sides]
    for told in (weak, given):
        if bool(told[0]) != bool(told[1]):
            shown = (told[0][0], ()) if told[0] else ((), told[1][0])
            yield Contrast("hedge-absent", "major", "hedge not printed", shown)


def _weak(words: Words, pair: tuple[Print, Print], language: Language) -> list[Words]:
    """Return the hedges and opinions in words of the first print that the second one lacks.

    "Would" alone is none.
    """
    found: list[Words] = [
        hedge
        for hedge in hedges_in(words, language)
        if (len(hedge) > 1 or _is_doubt(hedge[0].form, language))
        and is_lost(hedge, pair[0], pair[1], language)
    ]
    left_open = (
        *denied_leanings(words, *pair, language),
        *asked_clauses(words, *pair, language),
        *undertakings_in(words, *pair, language),
    )
    return [*found, *opinions_in(words, *pair, language), *left_open]


def _unreal(
    pair: tuple[Print, Print], words: tuple[Words, Words], language: Language
) -> Iterator[Contrast]:
    """Yield what the first print says is tried or should be, and the second one says is.

    A second print that denies or has a hedge of its own does not say so.
    """
    if denials(words[1], language) or hedges_in(words[1], language):
        return
    told = {word.key for word in words[1]}
    verbs = [word for word in words[1] if word.form not in language.auxiliaries]
    led = language.phrase_ends | language.prepositions
    firm = {b.key for a, b in pairwise(verbs) if a.form not in led}
    firm |= {word.key for word in verbs[:1]}
    for at, word in enumerate(words[0]):
        if word.form in language.variants.unreal and word.key not in told:
            if is_denied(place_of(word, pair[0]), pair[0], language):
                continue
            after = next((w for w in words[0][at + 1 : at + 4] if w.content), None)
            if after is not None and after.key in firm:
                reason = f"as if done: “{word.form} {after.form}”"
                yield Contrast("headline-stronger", "major", reason)


def _is_doubt(form: str, language: Language) -> bool:
    """Tell a doubt from "would" and other function words."""
    return form in language.possible or form not in (
        language.function_words | language.backshifts.keys()
    )


def _variant(pair: tuple[Print, Print], told: Contrast) -> Placed:
    """Return a variant: the prints as wholes, or the words of each that show it.

    A heading is stronger as a whole than the words of the other print.
    """
    shown = list(told.words or ((), ()))
    spans = [
        _spans(row, held) if told.words else row.quotation.spans
        for row, held in zip(pair, shown, strict=True)
    ]
    if told.kind == "headline-stronger":
        spans, shown = [spans[0], pair[1].quotation.spans], []
    readings = [
        Reading(witness=one.witness, spans=held) for one, held in zip(pair, spans, strict=True)
    ]
    unsigned = Variant(
        id="",
        kind=told.kind,
        weight=told.weight,
        readings=tuple(sorted(readings, key=lambda one: (one.witness, one.spans))),
        reasons=(told.reason(pair),),
    )
    lying = frozenset(
        (row.witness, w.span) for row, held in zip(pair, shown, strict=False) for w in held
    )
    return sign(unsigned, {one.witness: one.article for one in pair}), lying


def _spans(row: Print, words: Words) -> Spans:
    """Return the spans of words of a print."""
    spans = [word.span for word in row.words]
    return spans_of([bisect_left(spans, word.span) for word in words], row)
