"""What tells a print from the fullest print of its utterance, read off the two as wholes.

The collation sees one place at a time. A hedge that is dropped in other words, a quantifier that
is another, reported speech that moves person and tense, and words in marks that cannot both be
the speaker's are seen in whole sentences only. After the structured comparison of Dagan et al.
(2013, Recognizing Textual Entailment): word classes decide, in sentences known to be alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from variorum.align.counts import number_changed
from variorum.align.dates import date_changed
from variorum.align.extents import extent_changed
from variorum.align.forces import denies, sentences_around
from variorum.align.hedges import conditions_in, hedges_in, is_lost, opinions_in
from variorum.align.name_pairs import name_changed
from variorum.align.paraphrases import replaced_in_marks, retold_in_marks
from variorum.align.polarity import contrary, denied_clause
from variorum.align.prints import Print, PrintWord
from variorum.align.similarity import Affinity
from variorum.languages import Language
from variorum.model.identity import Reading, sign
from variorum.model.story import Variant

Links = Mapping[tuple[str, str], Affinity]
Words = Sequence[PrintWord]
Finding = tuple[str, str, str]


def contrasts(
    group: Sequence[str], prints: Mapping[str, Print], links: Links, known: Sequence[Variant]
) -> list[Variant]:
    """Return how prints differ as wholes from the fullest print they are linked to.

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
        for kind, weight, reason in _compared(pair, (words[0], words[1])):
            if (kind, pair[0].witness) not in told or (kind, pair[1].witness) not in told:
                found.append(_variant(pair, kind, weight, reason))
    return found


def _fullness(one: Print) -> tuple[bool, int, bool, bool]:
    """Return what tells the fullest print: its length, its form, and that it speaks of all."""
    extents = one.language.variants.extents if one.language else {}
    whole = any(extents.get(word.form) == "all" for word in one.words)
    return not one.in_headline, len(one.words), one.quotation.form == "direct", whole


def _linked(one: str, other: str, prints: Mapping[str, Print], links: Links) -> bool:
    pair = (min(one, other), max(one, other))
    return prints[one].witness != prints[other].witness and pair in links


def _compared(pair: tuple[Print, Print], words: tuple[Words, Words]) -> Iterator[Finding]:
    """Yield kind, weight and reason of each contrast; the first print is the fuller one."""
    language = pair[0].language or pair[1].language
    if language is None:
        return
    sides = ((words[0], pair), (words[1], pair[::-1]))
    weak = [_weak(said, facing, language) for said, facing in sides]
    given = [conditions_in(said, *facing, language) for said, facing in sides]
    stronger = ""
    for told in (weak, given):
        if bool(told[0]) != bool(told[1]):
            shown = (told[0] or told[1])[0]
            stronger = f"hedge not printed: “{shown}”" if told[0] else stronger
            yield "hedge-absent", "major", f"hedge not printed: “{shown}”"
    if turned := _turned(pair, words, language):
        yield "polarity-reversed", "major", turned
    if counted := number_changed(pair, words, language):
        yield "number-changed", *counted
    if changed := name_changed(pair, words, language):
        yield "name-changed", "major", changed
    if changed := date_changed(pair, words):
        yield "date-changed", "major", changed
    for kind, reason in extent_changed(pair, words, language):
        stronger = stronger or reason * (kind == "broader")
        yield kind, "major", reason
    stronger = stronger or _unreal(words, language)
    if stronger and pair[1].in_headline and not pair[0].in_headline:
        yield "headline-stronger", "major", stronger
    if shift := _shift(pair, words, language):
        yield "person-or-tense", "minor", shift
    if replaced := replaced_in_marks(*words) or retold_in_marks(*pair):
        yield "paraphrase-in-marks", "major", f"other words in both marks: {replaced}"


def _weak(words: Words, pair: tuple[Print, Print], language: Language) -> list[str]:
    """Return the hedges and opinions in words of the first print that the second one lacks.

    "Would" alone is none.
    """
    found = [
        " ".join(word.form for word in hedge)
        for hedge in hedges_in(words, language)
        if (len(hedge) > 1 or _is_doubt(hedge[0].form, language))
        and is_lost(hedge, pair[0], pair[1], language)
    ]
    return found + opinions_in(words, *pair, language)


def _turned(
    pair: tuple[Print, Print], words: tuple[Words, Words], language: Language
) -> str | None:
    """Return what one print affirms and the other denies, be it in other words."""
    if found := contrary(pair[0].words, pair[1].words, language):
        return f"contraries: “{pair[0].said(found[:1])}” / “{pair[1].said(found[1:])}”"
    for at in (0, 1) if denies(pair[0]) == denies(pair[1]) else ():
        sides = (pair[at], words[at]), (pair[1 - at], words[1 - at])
        if shared := denied_clause(*sides, language):
            return f"denied on one side only: “{pair[at].said(shared)}”"
    return None


def _unreal(words: tuple[Words, Words], language: Language) -> str:
    """Return what the first print says is tried or should be, and the second one says is."""
    told = {word.key for word in words[1]}
    verbs = [word for word in words[1] if word.form not in language.auxiliaries]
    firm = {b.key for a, b in pairwise(verbs) if a.form not in language.phrase_ends}
    firm |= {word.key for word in verbs[:1]}
    for at, word in enumerate(words[0]):
        if word.form in language.variants.unreal and word.key not in told:
            after = next((w for w in words[0][at + 1 : at + 4] if w.content), None)
            if after is not None and after.key in firm:
                return f"as if done: “{word.form} {after.form}”"
    return ""


def _is_doubt(form: str, language: Language) -> bool:
    """Tell a doubt from "would" and other function words."""
    return form in language.possible or form not in (
        language.function_words | language.backshifts.keys()
    )


def _shift(pair: tuple[Print, Print], words: tuple[Words, Words], language: Language) -> str | None:
    """Return how reported speech moves the person or the tense of a direct print, if it does."""
    direct = [one.quotation.form == "direct" for one in pair]
    if all(direct) or any(one.in_headline for one in pair):
        return None
    spoken, told = words if direct[0] else words[::-1]
    forms = {word.form for word in spoken}, {word.form for word in told}
    own = language.personal_pronouns & language.plain_subjects
    persons = [{f.split("'")[0] for f in side} & own for side in forms]
    if any(direct) and persons[0] and not persons[1] and forms[1] & language.pronouns.keys():
        return f"reported speech: “{min(persons[0])}” is another person"
    for present, past in sorted(language.variants.tenses.items()):
        for one, other in (forms, forms[::-1]):
            if present in one - other and past in other - one:
                return f"other tense: “{present}” / “{past}”"
    return None


def _variant(pair: tuple[Print, Print], kind: str, weight: str, reason: str) -> Variant:
    readings = [Reading(witness=one.witness, spans=one.quotation.spans) for one in pair]
    unsigned = Variant(
        id="",
        kind=kind,
        weight=weight,
        readings=tuple(sorted(readings, key=lambda one: (one.witness, one.spans))),
        reasons=(reason,),
    )
    return sign(unsigned, {one.witness: one.article for one in pair})
