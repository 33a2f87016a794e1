"""Cuts a record to the words it may carry: the words belong to the outlets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from variorum import codec
from variorum.errors import SetupError
from variorum.model.pointers import spans_of
from variorum.model.record import Excerpt, Record, Witness
from variorum.model.spans import Span

AMOUNTS = ("full", "spans", "none")


def share(record: Record, amount: str) -> Record:
    """Return a record that carries the ``full`` text, only what its ``spans`` cover, or ``none``.

    Ids and hashes stay as they are, so :func:`variorum.review.verify.verify` works on all three;
    the digest is made anew.

    Raises:
        SetupError: ``amount`` is none of the three, or the record no longer holds the text.
    """
    if amount not in AMOUNTS:
        raise SetupError(f"--text takes one of {', '.join(AMOUNTS)}, not {amount!r}")
    if amount == "full":
        return record
    pointed: dict[str, list[Span]] = defaultdict(list)
    for _, witness, span in spans_of(record):
        pointed[witness].append(span)
    cut = tuple(_cut(w, pointed[w.id] if amount == "spans" else ()) for w in record.witnesses)
    return codec.seal(replace(record, witnesses=cut))


def _cut(witness: Witness, spans: Iterable[Span]) -> Witness:
    if witness.text is None:
        raise SetupError(f"{witness.source}: the record does not carry its text any more")
    excerpts = tuple(Excerpt(span=s, words=witness.text[slice(*s)]) for s in _joined(spans))
    return replace(witness, text=None, excerpts=excerpts)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that spans cover together, from left to right."""
    joined: list[Span] = []
    for start, end in sorted(set(spans)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined
