"""What changed with utterances and relations: one heading a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from variorum.exports import _labels as labels
from variorum.exports._collation import told_readings
from variorum.exports._layout import joined
from variorum.exports._lines import GONE, NEW, OTHER, Line, fate_of, part
from variorum.exports._ranked import major_first
from variorum.exports._terminal import LOUD, QUIET, TITLE, Part, Terminal
from variorum.model.changes import Change, Point
from variorum.model.identity import Noun, Reading
from variorum.model.pointers import nouns_of
from variorum.model.record import Record
from variorum.model.spans import Spans
from variorum.model.story import Relation, Utterance, Variant

# Of a small difference with more readings than this, only those that changed are told.
MANY = 6
_PRINTS = {
    "print-new": (NEW, "print"),
    "print-found": (NEW, "print found since"),
    "print-gone": (GONE, "print"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """The page, and the points of both records by their ids."""

    page: Terminal
    old: Record
    new: Record
    variants: dict[str, Variant] = field(init=False)
    lost: frozenset[tuple[str, str, Spans]] = field(init=False)
    _nouns: dict[tuple[str, str], Noun] = field(init=False)

    def __post_init__(self) -> None:
        """Index both records once."""
        spoken = (*self.old.utterances, *self.new.utterances)
        variants = {v.id: v for utterance in spoken for v in utterance.variants}
        object.__setattr__(self, "variants", variants)
        object.__setattr__(self, "lost", _lost_in(spoken))
        nouns = chain(nouns_of(self.old), nouns_of(self.new))
        found = {(place.partition("[")[0], noun.id): noun for place, noun in nouns}
        object.__setattr__(self, "_nouns", found)

    def noun(self, point: Point) -> Noun:
        """Return the object of a point: as it is, or as it was."""
        return self._nouns[point.array, (point.new or point.old)[0]]

    def line(self, sign: str, words: str, readings: Iterable[Reading]) -> list[Line]:
        """Return a short name of what happened, and what can be read there."""
        found: list[Line] = []
        head: list[Part] = [(f" {words}", "")]
        for reading in readings:
            spans = reading.spans
            printed = self.page.words(reading.witness, spans) if spans else labels.ABSENT
            parts = (*head, ("  ", ""), self.page.siglum(reading.witness))
            shown = "" if found else sign
            found.append(
                Line(sign=shown, head=parts, words=printed, indent=9, most=2, fate=fate_of(sign))
            )
            head = [("    ", "")]
        return found or [Line(sign=sign, head=tuple(head))]

    def read(self, readings: Iterable[Reading], fate: str = "") -> list[Line]:
        """Return what witnesses have at a place, those of equal words together.

        Args:
            readings: what they have.
            fate: what became of the words, as ``Line`` says it.
        """
        lines = []
        for witnesses, reading in self.page.edition.grouped(readings):
            spans = reading.spans
            words = self.page.words(reading.witness, spans) if spans else labels.ABSENT
            head = (("      ", ""), *self.page.sigla(witnesses))
            lines.append(Line(head=head, words=words, indent=9, most=2, fate=fate))
        return lines


def _lost_in(utterances: Iterable[Utterance]) -> frozenset[tuple[str, str, Spans]]:
    """Return who prints nothing where another witness has words, as the quotations show it."""
    return frozenset(
        (silent.witness, reading.witness, reading.spans)
        for utterance in utterances
        for variant in utterance.variants
        for silent in variant.readings
        for reading in variant.readings
        if reading.spans and not silent.spans
    )


def values(change: Change) -> str:
    """Return a field with its values before and after, where it has any."""
    if change.was is None and change.now is None:
        return f"other {labels.field(change.field or '')} than before"
    was, now = (labels.ABSENT if v is None else v for v in (change.was, change.now))
    return f"{labels.field(change.field or '')} {was} → {now}"


def utterances(book: Told, points: Sequence[Point]) -> list[Line]:
    """Return the utterances of both records that are printed or varied otherwise."""
    was, now = ({u.id: u for u in record.utterances} for record in (book.old, book.new))
    lines: list[Line] = []
    for point in points:
        if point.array == "utterances" and point.old and point.new:
            olds, news = [was[id_] for id_ in point.old], [now[id_] for id_ in point.new]
            lines.append(_head(book, olds, news))
            lines += chain.from_iterable(_spoken(book, change) for change in point.changes)
            lines += _variants(book, point.changes)
    return lines


def _head(book: Told, olds: Sequence[Utterance], news: Sequence[Utterance]) -> Line:
    first = news[0]
    facts = [book.page.line(first.speaker or labels.UNKNOWN_SPEAKER)]
    if first.edtf:
        facts.append(labels.day(book.page.line(first.edtf)))
    counts = [sum(len(u.prints) for u in side) for side in (olds, news)]
    before = f"{counts[0]} → " if counts[0] != counts[1] else ""
    facts.append(before + labels.counted(counts[1], "print"))
    origins = [{u.origins for u in side} for side in (olds, news)]
    before = f"{min(origins[0])} → " if origins[0] != origins[1] else ""
    facts.append(before + labels.counted(first.origins, "origin"))
    named = (("UTTERANCE", TITLE),)
    return Line(head=named, words=" · ".join(facts), indent=11, style=TITLE, level=2)


def _spoken(book: Told, change: Change) -> list[Line]:
    if change.kind in _PRINTS:
        return book.line(*_PRINTS[change.kind], change.readings)
    if change.kind in ("joined", "parted", "regrouped"):
        words = f"{change.kind}: {change.was} → {change.now} utterances"
        return book.line(OTHER, words, ())
    if change.kind == "changed" and change.field == "question":
        return book.line(NEW if change.now else GONE, "asked", change.readings)
    if change.kind == "changed" and change.of is None and change.field != "origins":
        return [Line(sign=OTHER, words=book.page.line(values(change)), indent=4)]
    return []


def _variants(book: Told, changes: Iterable[Change]) -> Iterator[Line]:
    """Yield differences: those new, those read by more or fewer witnesses, those gone."""
    known = [(c, book.variants[c.of]) for c in changes if c.of in book.variants]
    ranked = enumerate(major_first(variant for _, variant in known))
    rank = {variant.id: at for at, variant in ranked}
    known.sort(key=lambda pair: (pair[0].kind != "variant-new", rank[pair[1].id]))
    for change, variant in known:
        sign, state = _sign(book, change, variant)
        name = f"{state} {labels.kind(variant.kind)}"
        if change.kind == "changed":
            yield Line(sign=sign, head=((f"{name}: {change.was} → {change.now}", ""),))
        elif variant.weight == "major":
            loud = ((f"{state} {labels.kind(variant.kind).upper()}", LOUD),)
            why = book.page.line("; ".join(variant.reasons))
            yield Line(sign=sign, head=loud, words=why, most=1, style=QUIET)
            yield from book.read(variant.readings)
        else:
            long = len(variant.readings) > MANY and change.kind.startswith("reading-")
            told = replace(variant, readings=change.readings) if long else variant
            words = told_readings(book.page, told)
            yield Line(
                sign=sign, head=((name, QUIET),), words=words, indent=16, most=1, style=QUIET
            )


def _sign(book: Told, change: Change, variant: Variant) -> tuple[str, str]:
    """Return the sign before the name of a difference, and what happened to it."""
    if change.kind == "variant-new":
        return labels.MAJOR if variant.weight == "major" else OTHER, f" {labels.NOW_DIFFERS}"
    sigla = " ".join(book.page.edition.siglum(r.witness) for r in change.readings)
    return {
        "variant-gone": (GONE, ""),
        "reading-new": (NEW, f" also read in {sigla}:"),
        "reading-gone": (GONE, f" no longer read in {sigla}:"),
    }.get(change.kind, (OTHER, ""))


def relations(book: Told, points: Sequence[Point]) -> list[Line]:
    """Return how statements of several witnesses stand to one another since."""
    was, now = ({r.id: r for r in record.relations} for record in (book.old, book.new))
    turned = {p.new[0]: p.changes[0].kind for p in points if p.array == "single" and p.new}
    lines: list[Line] = []
    for point in points:
        if point.array == "relations":
            told = now[point.new[0]] if point.new else was[point.old[0]]
            lines += _relation(book, point, told, turned)
    return [part("Shared"), *lines] if lines else []


def _relation(book: Told, point: Point, told: Relation, turned: Mapping[str, str]) -> list[Line]:
    edition, page = book.page.edition, book.page
    sigla = [edition.siglum(r.witness) for r in told.readings]
    first = point.changes[0]
    signs = {"new": NEW, "gone": GONE, "now-differs": labels.MAJOR}
    sign = signs.get(first.kind, OTHER)
    state = f"{labels.NOW_DIFFERS}  " if sign == labels.MAJOR else ""
    facts = [f"{sign} {state}{labels.relation(told.relation, sigla)}"]
    facts += _turns(book, point)
    facts.append(labels.counted(told.origins, "origin"))
    facts += _alone(book, point, told, turned)
    first_line, *rest = joined(facts, page.width - 2)
    head = ((first_line.removeprefix(sign), TITLE),)
    lines = [Line(sign=sign, head=head), *(Line(head=((f"  {m}", TITLE),)) for m in rest)]
    readings = (Reading(witness=r.witness, spans=r.spans) for r in told.readings)
    return lines + book.read(readings, fate_of(sign))


def _alone(book: Told, point: Point, told: Relation, turned: Mapping[str, str]) -> Iterator[str]:
    """Yield whose statement was single before, or is since."""
    held = [(r.statement, r.witness) for r in told.readings]
    for change in point.changes:
        if change.kind == "reading-gone" and change.of:
            held += [(change.of, r.witness) for r in change.readings]
    for kind in ("no-longer-single", "now-single"):
        sigla = [book.page.edition.siglum(w) for s, w in held if turned.get(s) == kind]
        if sigla:
            yield f"{' '.join(dict.fromkeys(sigla))} {kind.replace('-', ' ')}"


def _turns(book: Told, point: Point) -> Iterator[str]:
    """Yield in short what happened to a relation that both records have."""
    for change in point.changes:
        sigla = " ".join(book.page.edition.siglum(r.witness) for r in change.readings)
        if change.kind == "reading-new":
            yield f"{sigla} since"
        elif change.kind == "reading-gone":
            yield f"{sigla} no longer"
        elif change.kind == "changed" and change.field != "first":
            yield values(change)
        elif change.kind == "changed":
            yield "the other way round"
