"""A person's decisions on a record, and what they ask of the stages that read it anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from variorum.model.identity import Evidence
from variorum.model.vocabulary import RulingState, RulingSubject, RulingVerdict

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """One decision: who ruled what on which parts of a record, when and why.

    ``targets`` are ids that do not change when a witness is added: of quotations (for
    quotations, speakers and prints), of statements (relations), of witnesses (origins), or of
    rulings. ``witnesses`` are those the targets stand in. ``to`` is what a relabelled part is
    called. ``when`` is an instant as EDTF, ``YYYY-MM-DDTHH:MM:SSZ``. ``state`` and ``reason``
    say what became of it in a record; in a file of rulings both are None.
    """

    id: str
    verdict: RulingVerdict
    subject: RulingSubject
    targets: tuple[str, ...]
    witnesses: tuple[str, ...]
    to: str | None
    who: str
    when: str
    why: str
    state: RulingState | None = None
    reason: str | None = None

    def evidence(self) -> Evidence:
        """A ruling is all that the person gave; what became of it is no part of it."""
        said = (self.verdict, self.subject, self.to or "", self.who, self.when, self.why)
        return Evidence(kind="ruling", parents=self.targets + self.witnesses, values=said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the rulings in force ask for, in the terms of the stages; every pair is sorted.

    Quotations to leave out, their uses and speakers by id (None: nobody is known); prints that
    are, or are not, of one utterance; how two statements stand, with the one that is stronger or
    broader (None: they do not stand to each other); witnesses that have one origin, or have not.
    """

    left_out: frozenset[str] = frozenset()
    uses: Mapping[str, str] = field(default_factory=dict)
    speakers: Mapping[str, str | None] = field(default_factory=dict)
    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    relations: Mapping[Pair, tuple[str, str] | None] = field(default_factory=dict)
    one_origin: frozenset[Pair] = frozenset()
    other_origins: frozenset[Pair] = frozenset()

    def joins(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Tell whether no print of one group was ruled apart from a print of the other."""
        if not self.apart:
            return True
        others = tuple(right)
        return not any(sorted_pair(one, other) in self.apart for one in left for other in others)


NO_RULINGS = Decisions()


def sorted_pair(one: str, other: str) -> Pair:
    """Return two ids in their order."""
    return (one, other) if one <= other else (other, one)
