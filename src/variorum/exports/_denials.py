"""What the witnesses print as denied, and the words that deny it, or confirm it elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from variorum.exports._kept import KeptWords
from variorum.model.annotation import Quotation, Statement
from variorum.model.record import Record
from variorum.model.spans import Spans, covers
from variorum.model.spoken import is_spoken

# A mark right behind words that a cue follows only.
PARTING = (",", "–", "—")


@dataclass(frozen=True, slots=True)
class Denials:
    """The quotations of a record that the words before them turn, and their statements.

    Attributes:
        prints: the words that introduce each of these quotations, by its id.
        statements: the words that introduce each statement inside one, by its id.
        denied: the ids of the quotations that are denied, also by words of their own.
        bare: the words that introduce each quotation that is no clause (``doubted | the method``).
    """

    prints: Mapping[str, Spans]
    statements: Mapping[str, Spans]
    denied: Set[str]
    bare: Mapping[str, Spans]

    @classmethod
    def of(cls, record: Record) -> Denials:
        """Return what is denied in a record, and what one witness has confirmed and another denied.

        A quotation is where its cue is negated (``did not say``), where a statement inside its
        words is denied, be it by the cue (``denied that``) or by its own words, or where its cue
        is a reading of a reversed polarity (``admitted that``). A cue that leads no
        less often to what is affirmed than to what is denied (``said``) turns nothing: the words
        do. Who has not done something turns no clause about what it is done to.
        """
        inside = _statements(record)
        neutral = _neutral(record, inside)
        turned = _reversed(record)
        prints: dict[str, Spans] = {}
        statements: dict[str, Spans] = {}
        denied: set[str] = set()
        for quotation in record.quotations:
            contrary = quotation.negated or (quotation.witness, quotation.cue) in turned
            told = [one.id for one in inside[quotation.id] if contrary or one.polarity == "denied"]
            if contrary or told:
                denied.add(quotation.id)
                if contrary or quotation.id not in neutral:
                    prints[quotation.id] = quotation.cue
                    clauses = told if quotation.use != "act" else ()
                    statements.update(dict.fromkeys(clauses, quotation.cue))
        bare = {q.id: q.cue for q in record.quotations if _is_bare(q, inside[q.id])}
        return cls(prints, statements, denied, bare)


def _statements(record: Record) -> Mapping[str, list[Statement]]:
    """Return the statements that begin inside each quotation, by its id; of direct speech none.

    What is said in marks is turned by no words before them.
    """
    stated: dict[str, list[Statement]] = defaultdict(list)
    for one in sorted(record.statements, key=lambda one: one.spans):
        stated[one.witness].append(one)
    starts = {witness: [s.spans[0][0] for s in found] for witness, found in stated.items()}
    return {
        one.id: []
        if is_spoken(one)
        else list(_inside(one, stated.get(one.witness, []), starts.get(one.witness, [])))
        for one in record.quotations
    }


def _neutral(record: Record, inside: Mapping[str, list[Statement]]) -> Set[str]:
    """Return the quotations whose cue leads to no less that is affirmed than denied in a record.

    Direct speech is led by words that affirm it. Nor does a cue turn what it only follows behind a
    comma (``It was not safe, she said``).
    """
    words = {one.id: KeptWords.of(one) for one in record.witnesses}
    cues: dict[str, str] = {}
    balance: Counter[str] = Counter()
    for one in record.quotations:
        kept = [words[one.witness].at(span) or "" for span in one.cue]
        cue = cues[one.id] = " ".join(kept).casefold()
        if not one.negated:
            balance[cue] += sum(-1 if s.polarity == "denied" else 1 for s in inside[one.id])
            balance[cue] += one.form == "direct"
    told = {id_ for id_, cue in cues.items() if cue and balance[cue] >= 0}
    return told | {one.id for one in record.quotations if _follows(one, words[one.witness])}


def _follows(one: Quotation, words: KeptWords) -> bool:
    """Tell whether punctuation parts a quotation from the cue behind it."""
    end = one.spans[-1][1]
    if not one.cue or one.cue[0][0] < end:
        return False
    return (words.at((end, one.cue[0][0])) or "")[:1] in PARTING


def _is_bare(one: Quotation, inside: Sequence[Statement]) -> bool:
    """Tell an object of its cue from a clause: in indirect speech, behind it, nothing stated."""
    leads = bool(one.cue) and one.cue[-1][1] <= one.spans[0][0]
    return one.form == "indirect" and leads and not inside


def _reversed(record: Record) -> Set[tuple[str, Spans]]:
    """Return the words that confirm in one witness what others deny, or deny it."""
    return {
        (reading.witness, reading.spans)
        for utterance in record.utterances
        for variant in utterance.variants
        if variant.kind == "polarity-reversed"
        for reading in variant.readings
        if reading.spans
    }


def _inside(
    quotation: Quotation, stated: list[Statement], starts: list[int]
) -> Iterator[Statement]:
    """Yield the statements that begin inside a quotation's words."""
    for span in quotation.spans:
        for one in stated[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]:
            if covers(span, one.spans[0]):
                yield one
