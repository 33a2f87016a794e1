"""Which objects of two records are the same point: by what they share, never by how they look.

A witness is the same where its bytes and its text are. An object is the same where its id is, or
where its kind is and its spans lie over one another in witnesses that both records have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.model.changes import Fellow, Seen
from variorum.model.identity import NounT
from variorum.model.record import Record, Witness
from variorum.model.spans import Span, overlap

# So many spans of the other record are looked at on each side of one: spans may lie in a heap.
NEAR = 16


@dataclass(frozen=True, slots=True)
class Company:
    """The witnesses of two records.

    ``kept`` are the ids that both have; ``successor`` gives the id that a changed witness now has.
    """

    fellows: tuple[Fellow, ...]
    kept: frozenset[str]
    successor: Mapping[str, str]

    def now(self, witness: str) -> str:
        """Return the id that stands for an old witness in the new record."""
        return self.successor.get(witness, witness)


def company(old: Record, new: Record) -> Company:
    """Return who of the witnesses stayed, came, went or changed, in the new record's order."""
    before = {w.id: w for w in old.witnesses}
    after = {w.id: w for w in new.witnesses}
    left = [w for w in old.witnesses if w.id not in after]
    came = [w for w in new.witnesses if w.id not in before]
    successor = _successors(left, came)
    ancestor = {now: was for was, now in successor.items()}
    fellows = []
    for witness in new.witnesses:
        was = before.get(ancestor.get(witness.id, witness.id))
        fate = "new" if was is None else "kept" if was.id == witness.id else "changed"
        fellows.append(Fellow(fate=fate, old=_seen(was) if was else None, new=_seen(witness)))
    fellows += [Fellow(fate="gone", old=_seen(w), new=None) for w in left if w.id not in successor]
    return Company(tuple(fellows), frozenset(before) & frozenset(after), successor)


def _successors(left: Sequence[Witness], came: Sequence[Witness]) -> dict[str, str]:
    """Return the new id of each witness that has the same bytes, else the same name, as one."""
    found: dict[str, str] = {}
    for name in ("sha256", "source"):
        olds = Counter(getattr(w, name) for w in left)
        news = {getattr(w, name): w.id for w in came if w.id not in found.values()}
        counts = Counter(getattr(w, name) for w in came)
        for witness in left:
            value = getattr(witness, name)
            alone = olds[value] == 1 == counts[value]
            if alone and value in news and witness.id not in found:
                found[witness.id] = news[value]
    return found


def _seen(witness: Witness) -> Seen:
    return Seen(id=witness.id, siglum=witness.siglum, source=witness.source, sha256=witness.sha256)


def components(
    olds: Sequence[Iterable[str]], news: Sequence[Iterable[str]]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the places of the sets on both sides that hang together by a member in common."""
    side = [*((0, at, tuple(m)) for at, m in enumerate(olds))]
    side += [(1, at, tuple(m)) for at, m in enumerate(news)]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, (_, _, members) in enumerate(side):
        for member in dict.fromkeys(members):
            holders[member].append(at)
    found, seen = [], set[int]()
    for start in range(len(side)):
        group, waiting = set[int](), [start]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                group.add(at)
                waiting += [n for member in side[at][2] for n in holders.pop(member, ())]
        if group:
            parts = [tuple(side[at][1] for at in sorted(group) if side[at][0] == n) for n in (0, 1)]
            found.append((parts[0], parts[1]))
    return found


def counterparts(
    olds: Sequence[NounT],
    news: Sequence[NounT],
    kind: Callable[[NounT], Hashable],
    places: Callable[[NounT], Iterable[tuple[str, Span]]],
) -> Iterator[tuple[NounT | None, NounT | None]]:
    """Yield each object beside its counterpart of the other record, or None where it has none.

    Args:
        olds: the objects of the old record.
        news: those of the new one.
        kind: what must be equal of two that have not one id.
        places: the (witness, span) pairs by which they are found to lie over one another.
    """
    pairs = by_id(olds, news)
    taken = set(pairs.values())
    rest = [at for at in range(len(olds)) if at not in pairs]
    free = [at for at in range(len(news)) if at not in taken]
    index: dict[tuple[Hashable, str], list[tuple[Span, int]]] = defaultdict(list)
    for at in free:
        for witness, span in places(news[at]):
            index[kind(news[at]), witness].append((span, at))
    for row in index.values():
        row.sort()
    weights: Counter[tuple[int, int]] = Counter()
    for at in rest:
        for witness, span in places(olds[at]):
            for other, shared in _over(index.get((kind(olds[at]), witness), ()), span):
                weights[at, other] += shared
    for at, other in sorted(weights, key=lambda pair: (-weights[pair], pair)):
        if at not in pairs and other not in taken:
            pairs[at] = other
            taken.add(other)
    yield from ((old, news[pairs[at]] if at in pairs else None) for at, old in enumerate(olds))
    yield from ((None, new) for at, new in enumerate(news) if at not in taken)


def by_id(olds: Sequence[NounT], news: Sequence[NounT]) -> dict[int, int]:
    """Return the places of the old objects beside those of the new ones with their ids."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in reversed(range(len(news))):
        places[news[at].id].append(at)
    return {at: places[noun.id].pop() for at, noun in enumerate(olds) if places.get(noun.id)}


def _over(row: Sequence[tuple[Span, int]], span: Span) -> Iterator[tuple[int, int]]:
    """Yield which of the spans nearby share code points with ``span``, and how many."""
    at = bisect_left(row, (span, -1))
    for other, place in row[max(0, at - NEAR) : at + NEAR]:
        if shared := overlap(other, span):
            yield place, shared
