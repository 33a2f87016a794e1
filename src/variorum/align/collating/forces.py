"""What the verb of speech does to its content: says it, admits it, claims it, denies it.

Two prints of one content stand against each other where one reports it as denied.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from variorum.align.collating.polarity import MOST, denials
from variorum.align.gathering.similarity import Affinity
from variorum.align.prints import Print, PrintWord
from variorum.languages import Cue, Language, stance, withholds
from variorum.model.identity import Reading, sign
from variorum.model.story import Variant
from variorum.model.words import words_in

# So far into its content a clause that is reported begins ("claims that it knew").
OPENING = 4
# A clause has so many content words.
CLAUSE = 3
# Of so many content words of a clause that is denied the other print has this part.
SHARED_OF = 8
SHARED = 0.4
_REPORTED = frozenset({"claim", "estimate"})
_TELLING = frozenset({"admit", "deny"})

Links = Mapping[tuple[str, str], Affinity]


def denies(one: Print) -> bool:
    """Tell whether the verb of speech turns round what it reports.

    The words of a direct quotation are the speaker's own; of a thing ("dismissed the report as
    a joke"), and of what was never asked, nothing is said that could be denied.
    """
    cue, language = _cue(one), one.language
    if one.quotation.form == "direct" or (one.words and one.words[0].marks is not None):
        return False
    if language is None or cue is None or cue.group == "ask":
        return False
    if cue.group == "deny" and not _has_clause(cue, one):
        return one.quotation.negated
    content = [word.form for word in one.words]
    negated = one.quotation.negated
    return stance(_cue_forms(one), content, negated=negated, language=language) == "denies"


def force_variants(
    group: Sequence[str], prints: Mapping[str, Print], links: Links
) -> list[Variant]:
    """Return what the verbs of speech of several witnesses do otherwise: at most one variant."""
    found = {
        kind: list(_differing(group, prints, links, kind))
        for kind in ("polarity-reversed", "wording")
    }
    for kind, pairs in found.items():
        if pairs:
            return [_variant(kind, [prints[key] for pair in pairs for key in pair])]
    return []


def _differing(
    group: Sequence[str], prints: Mapping[str, Print], links: Links, kind: str
) -> Iterator[tuple[str, str]]:
    """Yield the linked prints of two witnesses whose verbs of speech differ so."""
    for one, other in combinations(group, 2):
        first, second = prints[one], prints[other]
        if first.witness == second.witness or (one, other) not in links:
            continue
        if not (first.quotation.cue and second.quotation.cue):
            continue
        if kind == "wording":
            if _force(first) != _force(second):
                yield one, other
        elif _reversed((first, second), links[one, other]):
            yield one, other


def _reversed(pair: tuple[Print, Print], link: Affinity) -> bool:
    """Tell whether one verb alone denies and the words do not make up for it.

    Of what somebody refuses to do the other print has the verb, of other things a clause.
    """
    if denies(pair[0]) == denies(pair[1]) or any(map(_withholds, pair)):
        return False
    turned = 0 if denies(pair[0]) else 1
    denied, other = pair[turned], pair[1 - turned]
    if not _has_denied(denied, other):
        return False
    # The verb governs the first sentence; the other print says it where it has its first word.
    first = next(at for at, word in enumerate(denied.words) if word.content)
    key = denied.words[first].key
    there = [range(at, at + 1) for at, word in enumerate(other.words) if word.key == key]
    own = _denied(denied, range(first, first + 1))
    return all(own == _denied(other, at) for at in there or [(link.right, link.left)[turned]])


def _denied(row: Print, shared: range) -> int:
    """Return 1 where the sentences around a stretch of a print deny, else 0."""
    return len(denials(sentences_around(row, shared), row.language)) % 2


def _has_denied(denied: Print, other: Print) -> bool:
    """Tell whether another print has what a denied one begins with, if that tells of a doing.

    Of few words all of them stand in both, of a thing ("the report of a leak") most.
    """
    content = [word.key for word in denied.words if word.content]
    language = denied.language
    if language is None or not content:
        return False
    if len(content) < CLAUSE:
        return _is_same(denied, other, language)
    said = {word.key for word in other.words}
    if denied.words[0].form in language.determiners - language.complementisers:
        return sum(key in said for key in content) >= MOST * len(content)
    if sum(key in said for key in content[:SHARED_OF]) < SHARED * len(content[:SHARED_OF]):
        return False
    return denied.words[0].form not in language.phrase_ends or content[0] in said


def _is_same(denied: Print, other: Print, language: Language) -> bool:
    """Tell whether two prints are the same words, and neither is asked."""
    cue = _cue(other)
    joints = language.complementisers
    first, second = (
        [word.form for word in row.words if word.form not in joints] for row in (denied, other)
    )
    return first == second and cue is not None and cue.group != "ask"


def sentences_around(row: Print, shared: range) -> Sequence[PrintWord]:
    """Return the words of the sentences that a stretch of a print lies in."""
    start, stop = shared.start, max(shared.stop, shared.start + 1)
    while start > 0 and not row.words[start - 1].ends:
        start -= 1
    while stop < len(row.words) and not row.words[stop - 1].ends:
        stop += 1
    return row.words[start:stop]


def _force(one: Print) -> str:
    """Return what sort of verb reports a print; ``say`` for all that add nothing."""
    cue = _cue(one)
    if cue is None or one.language is None:
        return "say"
    if cue.lemma in one.language.denying:
        return "deny"
    reported = one.quotation.form != "direct" and cue.group in _REPORTED
    return cue.group if reported or cue.group in _TELLING else "say"


def _withholds(one: Print) -> bool:
    """Tell whether somebody refuses to speak, and so neither affirms nor denies."""
    content = [word.form for word in one.words]
    return one.language is not None and withholds(_cue_forms(one), content, one.language)


def _has_clause(cue: Cue, one: Print) -> bool:
    """Tell whether a verb denies a clause; some deny things too, and need the clause shown."""
    language = one.language
    if language is None or cue.lemma in language.denying:
        return language is not None
    opening = {word.form for word in one.words[:OPENING]}
    return not opening.isdisjoint(language.complementisers)


def _cue(one: Print) -> Cue | None:
    if one.language is None:
        return None
    known = one.language.cues
    return next((known[form] for form in _cue_forms(one) if form in known), None)


def _cue_forms(one: Print) -> list[str]:
    text = one.article.text
    return [word.form for span in one.quotation.cue for word in words_in(text, span)]


def _variant(kind: str, prints: Sequence[Print]) -> Variant:
    """Return a variant with the verb of each witness that has one here, its first."""
    verbs: dict[str, Print] = {}
    for one in sorted(prints, key=lambda p: (p.witness, p.quotation.cue)):
        verbs.setdefault(one.witness, one)
    shown = [one.article.words(*one.quotation.cue) for one in verbs.values()]
    told = " / ".join(dict.fromkeys(f"“{' '.join(words)}”" for words in shown))
    turned = kind == "polarity-reversed"
    reason = "denied by the verb on one side only" if turned else "other verb of speech"
    unsigned = Variant(
        id="",
        kind=kind,
        weight="major" if turned else "minor",
        readings=tuple(
            Reading(witness=witness, spans=one.quotation.cue) for witness, one in verbs.items()
        ),
        reasons=(f"{reason}: {told}",),
    )
    return sign(unsigned, {one.witness: one.article for one in verbs.values()})
