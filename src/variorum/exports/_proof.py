"""How many spans a record holds, and how many of them are exact: what the last line says."""

from __future__ import annotations

from collections.abc import Mapping

from variorum.exports import _labels as labels
from variorum.model.identity import Noun, Source, identity
from variorum.model.pointers import Pointer, nouns_of, signed_in, spans_in, spans_of
from variorum.model.record import Record


def spans_line(record: Record) -> str:
    """Return ``N spans, N exact``.

    A span is exact where it lies in its witness's text and the id of what it belongs to can be
    made again from the very words there. Blocks cover a whole text and are not counted. A
    record that does not carry its texts gives the first number only.
    """
    line = labels.counted(sum(1 for _ in spans_of(record)), "span")
    texts = {w.id: w for w in record.witnesses if w.text is not None}
    if len(texts) < len(record.witnesses):
        return line
    return f"{line}, {_exact(record, texts):,} exact"  # type: ignore[arg-type]


def _exact(record: Record, texts: Mapping[str, Source]) -> int:
    signed = (noun for _, noun in nouns_of(record) if _is_signed(noun, texts))
    return sum(_lies_within(p, texts) for noun in signed for p in spans_in(noun))


def _is_signed(noun: Noun, texts: Mapping[str, Source]) -> bool:
    try:
        return all(identity(each, texts) == each.id for _, each in signed_in("", noun))
    except KeyError:
        return False


def _lies_within(pointer: Pointer, texts: Mapping[str, Source]) -> bool:
    _, witness, (start, end) = pointer
    return witness in texts and 0 <= start < end <= len(texts[witness].text)
