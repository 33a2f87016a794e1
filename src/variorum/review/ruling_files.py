"""Files of rulings: JSON Lines, one ruling a line, in the order they were made, only ever added to.

What is wrong with a line is told with its number, and the other lines are read: a file that was
cut off while it was written, or put together out of two, loses no other ruling.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from variorum.errors import InputError
from variorum.model import edtf
from variorum.model.identity import identity
from variorum.model.rulings import Ruling
from variorum.model.vocabulary import OneOf, QuotationUse, RelationKind

LONGEST = 2_000
"""Characters of what a person writes in one field of a ruling."""
MOST_TARGETS = 1_000

# What may be ruled on each subject, beside a note, and how many targets it takes at least.
_LEAST: Mapping[str, Mapping[str, int]] = {
    "quotation": {"accept": 1, "reject": 1, "relabel": 1},
    "speaker": {"accept": 1, "reject": 1, "relabel": 1, "merge": 2, "split": 2},
    "print": {"accept": 2, "reject": 2, "merge": 2, "split": 2},
    "relation": {"accept": 2, "reject": 2, "relabel": 2, "merge": 2, "split": 2},
    "origin": {"accept": 2, "reject": 2, "merge": 2, "split": 2},
    "ruling": {"undo": 1},
}
# Verdicts that say what their targets are from now on.
_NAMING = frozenset(
    {
        ("relabel", "quotation"),
        ("relabel", "speaker"),
        ("merge", "speaker"),
        ("relabel", "relation"),
        ("accept", "relation"),
    }
)


def read_rulings(data: bytes) -> tuple[tuple[Ruling, ...], tuple[str, ...]]:
    """Return the rulings of a file in their order, and what is wrong with its other lines."""
    rulings: list[Ruling] = []
    wrong: list[str] = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            rulings.append(read_ruling(line))
        except InputError as error:
            wrong.append(f"line {number}: {error}")
    return tuple(rulings), tuple(wrong)


def what_else(data: bytes) -> str:
    """Return what a file without a ruling is, "" where its lines may have been meant for some.

    Args:
        data: the file, in which no ruling was found.
    """
    lines = [line for line in data.split(b"\n") if line.strip()]
    document = _decoded(data)
    if isinstance(document, dict) and str(document.get("record")).startswith("variorum/"):
        return "a record"
    if len(lines) < 2 or any(isinstance(_decoded(line), dict) for line in lines):
        return ""
    return "some other text" if document is None else "some other JSON"


def _decoded(data: bytes) -> object:
    try:
        found: object = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return found


def read_ruling(line: bytes) -> Ruling:
    """Return the ruling of one line.

    Raises:
        InputError: it is no JSON, no whole ruling, none that can be made, or its id is another's.
    """
    try:
        ruling = msgspec.convert(msgspec.json.decode(line), Ruling)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"not a whole ruling: {error}") from error
    check(ruling)
    if ruling.id != identity(ruling, {}):
        raise InputError(f"{ruling.id[:20]} is not the id of what this ruling says")
    return ruling


def line_of(ruling: Ruling) -> bytes:
    """Return a ruling as one line of a file; what became of it in a record is left out."""
    fields: dict[str, Any] = msgspec.to_builtins(ruling)
    said = {name: value for name, value in fields.items() if name not in ("state", "reason")}
    return msgspec.json.encode(said) + b"\n"


def append(path: Path, rulings: Iterable[Ruling]) -> None:
    """Add rulings at the end of a file, on the disk when this returns.

    Each is a line written at once. A line that an earlier run left unfinished is ended first.
    Where the disk has no room for all of it, nothing is added.

    Raises:
        InputError: the file cannot be written.
    """
    data = b"".join(line_of(ruling) for ruling in rulings)
    try:
        with path.open("ab+", buffering=0) as stream:
            end = stream.seek(0, os.SEEK_END)
            if end:
                stream.seek(-1, os.SEEK_END)
                data = data if stream.read(1) == b"\n" else b"\n" + data
            if (stream.write(data) or 0) < len(data):
                stream.truncate(end)
                raise InputError(f"{path.name}: cannot be written (no space left on the disk)")
            os.fsync(stream.fileno())
    except OSError as error:
        raise InputError(f"{path.name}: cannot be written ({error.strerror})") from error


def merged(files: Iterable[Iterable[Ruling]]) -> tuple[Ruling, ...]:
    """Return the rulings of several files, each once, by time; those of one file keep their order.

    A ruling stands at the latest time of those before it in its file: a clock that was set back
    does not put a decision before the one it overrules.
    """
    placed: dict[str, tuple[str, int, int, Ruling]] = {}
    for number, rulings in enumerate(files):
        latest = ""
        for at, ruling in enumerate(rulings):
            latest = max(latest, ruling.when)
            placed.setdefault(ruling.id, (latest, number, at, ruling))
    return tuple(ruling for *_, ruling in sorted(placed.values(), key=lambda p: p[:3]))


def check(ruling: Ruling) -> None:
    """Raise where a ruling is none that can be made.

    Raises:
        InputError: the message says what can be ruled instead.
    """
    _check_verdict(ruling)
    for name in ("who", "when", "why", "to"):
        _check_words(name, getattr(ruling, name))
    if not ruling.who.strip():
        raise InputError("a ruling says who made it: who is empty")
    if edtf.read(ruling.when) is None:
        raise InputError(f"when is {ruling.when!r}, not an instant as 2026-01-31T12:00:00Z")
    known = _names_of(ruling.subject)
    if ruling.to is not None and known and ruling.to not in known:
        raise InputError(f"to is {ruling.to!r}; a {ruling.subject} is one of: {', '.join(known)}")


def _check_verdict(ruling: Ruling) -> None:
    possible = _LEAST.get(ruling.subject)
    if possible is None:
        raise InputError(f"nothing is ruled on {ruling.subject!r}; on {', '.join(_LEAST)}")
    least = 1 if ruling.verdict == "note" else possible.get(ruling.verdict)
    if least is None:
        raise InputError(
            f"a {ruling.subject} cannot be ruled {ruling.verdict!r};"
            f" there are: {', '.join((*possible, 'note'))}"
        )
    if not least <= len(set(ruling.targets)) <= MOST_TARGETS:
        raise InputError(f"{ruling.verdict} {ruling.subject} takes {least} targets or more")
    naming = (ruling.verdict, ruling.subject) in _NAMING
    if naming != bool(ruling.to):
        needs = "says" if naming else "does not say"
        raise InputError(f"{ruling.verdict} {ruling.subject} {needs} what it is from now on: to")


def _check_words(name: str, value: str | None) -> None:
    if value is None:
        return
    if len(value) > LONGEST:
        raise InputError(f"{name} is longer than {LONGEST:,} characters")
    if name != "why" and not value.isprintable():
        raise InputError(f"{name} holds characters that cannot be printed")


def _names_of(subject: str) -> tuple[str, ...]:
    """Return what a target of this subject can be called; nothing: anything."""
    kinds = {"quotation": QuotationUse, "relation": RelationKind}
    metadata = getattr(kinds.get(subject), "__metadata__", ())
    return next((m.values for m in metadata if isinstance(m, OneOf)), ())
