"""Making a ruling on a record: what a person points at becomes ids that outlast the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.errors import InputError
from variorum.model.identity import sign
from variorum.model.record import Record
from variorum.model.rulings import Ruling, sorted_pair
from variorum.review.ruling_files import check

SHORTEST = 6
"""So many characters of an id are enough where no other id of the record begins alike."""

# In which arrays the targets of each subject stand, and what else may be named in their place.
_TARGETS = {
    "quotation": "quotations",
    "speaker": "quotations",
    "print": "quotations",
    "relation": "statements",
    "origin": "witnesses",
    "ruling": "rulings",
}
_WHOLES = {"print": "utterances", "relation": "relations", "speaker": "utterances"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decides: who, when (an instant, as EDTF), and why; ``to`` what it is called."""

    verdict: str
    subject: str
    who: str
    when: str
    why: str = ""
    to: str | None = None


def rule(record: Record, decision: Decision, named: Sequence[str]) -> Ruling:
    """Return the ruling that ``decision`` makes on parts of a record.

    Args:
        record: what the person had before them.
        decision: what they decide.
        named: ids, or their beginnings, of the targets: quotations (for ``quotation``,
            ``speaker``, ``print``), statements (``relation``), witnesses or their sigla
            (``origin``), rulings. An utterance stands for its prints, a relation for its
            statements.

    Raises:
        InputError: an id is not in the record or not the only one, or no such ruling can be made.
    """
    if decision.subject not in _TARGETS:
        raise InputError(f"nothing is ruled on {decision.subject!r}; on {', '.join(_TARGETS)}")
    targets = tuple(dict.fromkeys(t for n in named for t in _targets(record, decision, n)))
    ruling = Ruling(
        id="",
        verdict=decision.verdict,
        subject=decision.subject,
        targets=targets,
        witnesses=_witnesses(record, decision.subject, targets),
        to=decision.to or _called(record, decision, targets),
        who=decision.who,
        when=decision.when,
        why=decision.why,
    )
    check(ruling)
    return sign(ruling, {})


def _targets(record: Record, decision: Decision, name: str) -> tuple[str, ...]:
    """Return the ids of what ``name`` stands for."""
    array = _TARGETS[decision.subject]
    if array == "witnesses":
        lettered = {w.siglum: w.id for w in record.witnesses}
        if name in lettered:
            return (lettered[name],)
    ids = [noun.id for noun in getattr(record, array)]
    wholes = getattr(record, _WHOLES.get(decision.subject, ""), ())
    parts = {id_: (id_,) for id_ in ids} | {whole.id: _parts(whole) for whole in wholes}
    found = [name] if name in parts else [id_ for id_ in parts if id_.startswith(name)]
    if len(name) < SHORTEST and name not in parts:
        raise InputError(f"{name!r}: give at least {SHORTEST} characters of the id")
    if len(found) != 1:
        told = "several ids begin so" if found else f"no id in the record's {array}"
        if array == "rulings" and not found:
            told += "; read it with --rulings first"
        raise InputError(f"{name!r}: {told}")
    return parts[found[0]]


def _parts(whole: object) -> tuple[str, ...]:
    prints: tuple[str, ...] = getattr(whole, "prints", ())
    return prints or tuple(reading.statement for reading in getattr(whole, "readings", ()))


def _witnesses(record: Record, subject: str, targets: Iterable[str]) -> tuple[str, ...]:
    """Return the witnesses in which the targets stand, sorted."""
    if subject == "origin":
        return tuple(sorted(set(targets)))
    wanted = set(targets)
    if subject == "ruling":
        return tuple(sorted({w for r in record.rulings if r.id in wanted for w in r.witnesses}))
    quoted = {q.witness for q in record.quotations if q.id in wanted}
    return tuple(sorted(quoted | {s.witness for s in record.statements if s.id in wanted}))


def _called(record: Record, decision: Decision, targets: Sequence[str]) -> str | None:
    """Return what the record calls the targets, where the ruling keeps to that."""
    if (decision.verdict, decision.subject) == ("merge", "speaker"):
        wanted = set(targets)
        names = Counter(q.speaker.name for q in record.quotations if q.id in wanted and q.speaker)
        return max(names, key=lambda n: (len(n.split()), names[n], len(n), n), default=None)
    if (decision.verdict, decision.subject) == ("accept", "relation"):
        pair = sorted_pair(targets[0], targets[-1])
        kinds = (
            r.relation for r in record.relations if set(pair) <= {s.statement for s in r.readings}
        )
        return next(kinds, None)
    return None
