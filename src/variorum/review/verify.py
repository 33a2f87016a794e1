"""Proves a record again: the digest, every hash, every span and every id."""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum import codec, formats
from variorum.errors import InputError, StaleError
from variorum.model.article import Capture
from variorum.model.identity import identity
from variorum.model.limits import Limits
from variorum.model.pointers import nouns_of, signed_in, spans_of
from variorum.model.record import Record, Witness
from variorum.model.story import Event, Origin, PlaceRelation, Relation, Story, Utterance

log = logging.getLogger("variorum")

# Stands for the characters a record does not carry; no reader ever prints it.
_UNKNOWN = "\ufdd0"
_ONE_OF = {
    "witnesses": "witness",
    "quotations": "quotation",
    "utterances": "utterance",
    "statements": "statement",
    "times": "time",
    "places": "row of a place",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a verification counted: spans in all, those proved exact, and sources read again.

    ``absent`` names the witnesses whose source was not at hand: their bytes were not hashed.
    """

    spans: int
    exact: int
    sources: int
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """The text of one witness as the record or its source gives it."""

    sha256: str
    text: str


def verify(
    record: Record, sources: Sequence[Capture] = (), *, limits: Limits | None = None
) -> Verdict:
    """Check everything a record says against the words in it, and against its sources.

    Args:
        record: the record.
        sources: the captures at hand. A witness's source is found among them by its name,
            else by its hash; its bytes are hashed and its text is read again.
        limits: how large a source may be.

    Raises:
        StaleError: something is not exact; the message names the first such thing.
        InputError: the record carries no words, and a source that has them is not given.
    """
    _check_reader(record)
    found = {w.id: _source_of(w, sources) for w in record.witnesses}
    texts = {
        w.id: _text(w, f"witnesses[{i}]", found[w.id], limits or Limits())
        for i, w in enumerate(record.witnesses)
    }
    spans = _check_spans(record, texts)
    _check_ids(record, texts)
    _check_references(record)
    _check_digest(record)
    absent = tuple(w.source for w in record.witnesses if found[w.id] is None)
    read = len(record.witnesses) - len(absent)
    return Verdict(spans=spans, exact=spans, sources=read, absent=absent)


def sources_in(
    record: Record, captures: Iterable[Capture], *, limits: Limits | None = None
) -> list[Capture]:
    """Return the captures, and with them what they hold that the record's witnesses came from.

    They are opened only for a witness that none of them is itself. What cannot be opened is told
    in the log, for the witness it held is then absent.
    """
    found = list(captures)
    whole = {capture.sha256 for capture in found}
    absent = [w for w in record.witnesses if w.sha256 not in whole]
    wanted = {key for w in absent for key in (w.source, w.sha256)}
    every = replace(limits or Limits(), witnesses=sys.maxsize)
    for outer in tuple(found) if wanted else ():
        inside = formats.unpack(outer, every, reject=lambda s, e: log.info("%s: %s", s, e))
        found += [c for c in inside if c is not outer and wanted & {c.source, c.sha256}]
    return found


def verify_alone(record: Record) -> bool:
    """Check a record by itself; tell whether it carries the words that prove its spans and ids.

    Without them its digest and its inner references are checked, and no more.

    Raises:
        StaleError: something is not exact; the message names the first such thing.
    """
    if all(w.text is not None or w.excerpts for w in record.witnesses):
        verify(record)
        return True
    _check_reader(record)
    _check_references(record)
    _check_digest(record)
    return False


def _check_reader(record: Record) -> None:
    if record.made_by.reader != formats.READER:
        raise StaleError(
            f"made_by.reader: this version knows reader {formats.READER},"
            f" not {record.made_by.reader}"
        )


def _source_of(witness: Witness, sources: Sequence[Capture]) -> Capture | None:
    named = [s for s in sources if s.source == witness.source]
    same = [s for s in sources if s.sha256 == witness.sha256]
    return next(iter([s for s in named if s in same] or same or named), None)


def _text(witness: Witness, place: str, source: Capture | None, limits: Limits) -> _Text:
    text = witness.text
    if source is not None:
        if source.sha256 != witness.sha256:
            raise StaleError(f"{place}.sha256: {source.source} no longer has these bytes")
        text = formats.read(source, limits).text
        if witness.text not in (None, text):
            raise StaleError(f"{place}.text: {source.source} is read differently")
    if text is not None:
        _check_text(witness, place, text)
        return _Text(sha256=witness.sha256, text=text)
    if not witness.excerpts:
        raise InputError(
            f"{place}: the record carries no words of {witness.source};"
            " give the folder that holds it with --sources"
        )
    return _Text(sha256=witness.sha256, text=_patched(witness, place))


def _check_text(witness: Witness, place: str, text: str) -> None:
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != witness.text_sha256:
        raise StaleError(f"{place}.text_sha256: the text has changed")
    for index, excerpt in enumerate(witness.excerpts):
        if text[slice(*excerpt.span)] != excerpt.words:
            raise StaleError(f"{place}.excerpts[{index}]: not the words at {list(excerpt.span)}")
    end = 0
    for index, block in enumerate(witness.blocks):
        start, stop = block.span
        edges = text[start : start + 1] + text[max(start, stop - 1) : stop]
        if not end <= start < stop <= len(text) or text[end:start].strip() or _has_space(edges):
            raise StaleError(f"{place}.blocks[{index}].span: {list(block.span)} is not one block")
        end = stop
    if text[end:].strip():
        raise StaleError(f"{place}.blocks: text after {end} is in no block")


def _has_space(characters: str) -> bool:
    return any(c.isspace() for c in characters)


def _patched(witness: Witness, place: str) -> str:
    """Return a text that holds the excerpts at their places, and nothing readable between."""
    parts: list[str] = []
    end = 0
    for index, excerpt in enumerate(witness.excerpts):
        start, stop = excerpt.span
        if start < end or stop - start != len(excerpt.words):
            raise StaleError(f"{place}.excerpts[{index}].span: not the length of its words")
        parts += [_UNKNOWN * (start - end), excerpt.words]
        end = stop
    return "".join(parts)


def _check_spans(record: Record, texts: Mapping[str, _Text]) -> int:
    count = 0
    for place, witness, (start, end) in spans_of(record):
        if witness not in texts:
            raise StaleError(f"{place}: there is no witness {witness!r}")
        text = texts[witness].text
        if not 0 <= start < end <= len(text) or _UNKNOWN in text[start:end]:
            raise StaleError(f"{place}: [{start}, {end}] is not a span of its witness")
        count += 1
    return count


def _check_ids(record: Record, texts: Mapping[str, _Text]) -> None:
    signed = (pair for place, noun in nouns_of(record) for pair in signed_in(place, noun))
    for place, noun in signed:
        try:
            right = identity(noun, texts)
        except KeyError as missing:
            raise StaleError(f"{place}: there is no witness {missing}") from missing
        if noun.id != right:
            raise StaleError(f"{place}.id: {noun.id} is not the id of what it points at")


def _check_references(record: Record) -> None:
    """Check that what a record names by its id is in it."""
    known = {array: {noun.id for noun in getattr(record, array)} for array in _ONE_OF}
    for place, array, id_ in _references(record):
        if id_ not in known[array]:
            raise StaleError(f"{place}: there is no {_ONE_OF[array]} {id_!r}")


def _references(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield what is named by its id: the place that names it, the array it is in, and the id."""
    for place, noun in nouns_of(record):
        for at, signed in signed_in(place, noun):
            yield from ((at, "witnesses", r.witness) for r in signed.evidence().readings)
        if isinstance(noun, Story | Origin):
            yield from ((place, "witnesses", w) for w in noun.witnesses)
        elif isinstance(noun, Utterance):
            yield from ((place, "quotations", print_) for print_ in noun.prints)
            yield from ((place, "quotations", q) for q in (noun.question,) if q)
        elif isinstance(noun, Relation):
            yield from ((place, "statements", r.statement) for r in noun.readings)
        elif isinstance(noun, Event):
            yield from ((place, *named) for named in _of_event(noun))
        elif isinstance(noun, PlaceRelation):
            yield from ((place, "places", row) for row in noun.rows)
    yield from ((f"single[{i}]", "statements", id_) for i, id_ in enumerate(record.single))


def _of_event(event: Event) -> Iterator[tuple[str, str]]:
    """Yield what an event names by its id: the array it is in, and the id."""
    yield from (("statements", id_) for id_ in event.statements)
    yield from (("utterances", id_) for id_ in event.utterances)
    for dating in event.dates:
        yield "witnesses", dating.witness
        yield "quotations" if event.utterances else "statements", dating.of
        yield "times", dating.time


def _check_digest(record: Record) -> None:
    if record.made_by.digest != codec.digest(record):
        raise StaleError("made_by.digest: does not match the rest of the record")
