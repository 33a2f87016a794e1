"""The record as JSON: written, read back and described, all from the dataclasses (`msgspec`).

A field whose name Python reserves carries an underscore in the dataclass (``from_``) and none
in the JSON.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, get_args, get_type_hints

import msgspec

from variorum.errors import InputError
from variorum.model.changes import Changes
from variorum.model.identity import digest_of
from variorum.model.record import FORM, Record
from variorum.model.vocabulary import OneOf

TOLD = 9
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def encode(record: Record) -> bytes:
    """Return a record as JSON: one line an object of each array, in a fixed order of fields."""
    return msgspec.json.format(msgspec.json.encode(_to_json(record)), indent=1) + b"\n"


def decode(data: bytes) -> Record:
    """Read a record back; values and fields a later version added are kept or ignored.

    Raises:
        InputError: the bytes are no JSON, or no record of a form this version knows.
    """
    try:
        tree = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from error
    if not isinstance(tree, dict) or tree.get("record") != FORM:
        found = tree.get("record") if isinstance(tree, dict) else None
        raise InputError(f'not a record this version can read: "record" is {found!r}, not {FORM!r}')
    try:
        return msgspec.convert(_renamed(tree, "from", "from_"), Record)
    except (msgspec.ValidationError, RecursionError) as error:
        raise InputError(f"not a whole record: {error}") from error


def unknown_fields(data: bytes) -> tuple[str, ...]:
    """Return the first fields in the JSON of a record that :func:`decode` passes over.

    Such fields are in no digest: a reader may ignore them, but nothing proves them.

    Raises:
        InputError: as :func:`decode` does.
    """
    known = _to_json(decode(data))
    return tuple(islice(_beyond(msgspec.json.decode(data), known, ""), TOLD))


def seal(record: Record) -> Record:
    """Return the record with the digest of all the rest written into it."""
    made_by = replace(record.made_by, digest=digest(record))
    return replace(record, made_by=made_by)


def digest(record: Record) -> str:
    """Return the sha256 of everything in a record but its digest, in one canonical form."""
    tree = _to_json(replace(record, made_by=replace(record.made_by, digest="")))
    return digest_of(tree)


def encode_changes(changes: Changes) -> bytes:
    """Return the changes from one record to another as JSON, in a fixed order of fields."""
    return msgspec.json.format(msgspec.json.encode(changes), indent=1) + b"\n"


def encode_rows(rows: Sequence[object]) -> bytes:
    """Return what a library lists as one JSON array, in a fixed order of fields."""
    return msgspec.json.format(msgspec.json.encode(rows), indent=1) + b"\n"


def schema(noun: type = Record) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a record, or of :class:`Changes`."""
    (reference,), definitions = schema_parts([noun], "#/$defs/{name}")
    title = f"Variorum {noun.__name__.lower()}"
    return {"$schema": DIALECT, "title": title, **reference, "$defs": definitions}


def schema_parts(
    nouns: Sequence[Any], ref_template: str
) -> tuple[tuple[dict[str, Any], ...], dict[str, dict[str, Any]]]:
    """Return the schemas of nouns as they are written, and those of all that they are made of.

    Args:
        nouns: dataclasses, no two of one name.
        ref_template: how one schema points at another, with ``{name}`` in it.
    """
    references, definitions = msgspec.json.schema_components(nouns, ref_template=ref_template)
    for part in {part for noun in nouns for part in _dataclasses_in(noun)}:
        _close_lists(part, definitions[part.__name__]["properties"])
    for definition in definitions.values():
        _name_as_in_json(definition)
    return references, definitions


def _to_json(record: Record) -> dict[str, Any]:
    tree = msgspec.to_builtins(record)
    return _renamed(tree, "from_", "from")


def _beyond(given: Any, known: Any, place: str) -> Iterator[str]:
    """Yield the places in ``given`` that ``known``, of the same shape, does not have."""
    if isinstance(given, dict):
        for name, value in given.items():
            at = f"{place}.{name}" if place else name
            if name in known:
                yield from _beyond(value, known[name], at)
            else:
                yield at
    elif isinstance(given, list):
        for index, (value, kept) in enumerate(zip(given, known, strict=True)):
            yield from _beyond(value, kept, f"{place}[{index}]")


def _renamed(tree: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    copies = tree.get("copies")
    if not isinstance(copies, list | tuple):
        return tree
    renamed = [
        {new if key == old else key: value for key, value in copy.items()}
        if isinstance(copy, dict)
        else copy
        for copy in copies
    ]
    return {**tree, "copies": renamed}


def _name_as_in_json(definition: dict[str, Any]) -> None:
    properties = definition.get("properties", {})
    definition["properties"] = {name.rstrip("_"): value for name, value in properties.items()}
    definition["required"] = list(definition["properties"])


def _dataclasses_in(noun: type) -> Iterator[type]:
    seen: set[type] = set()
    waiting: list[Any] = [noun]
    while waiting:
        kind = waiting.pop()
        if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind not in seen:
            seen.add(kind)
            waiting.extend(get_type_hints(kind).values())
        waiting.extend(get_args(kind))
    yield from seen


def _close_lists(noun: type, properties: dict[str, Any]) -> None:
    for name, hint in get_type_hints(noun, include_extras=True).items():
        values = next(_lists_in(hint), None)
        if values is None:
            continue
        optional = type(None) in get_args(hint)
        properties[name] = {"enum": [*values, None] if optional else list(values)}


def _lists_in(hint: Any) -> Iterator[tuple[str, ...]]:
    for part in (*getattr(hint, "__metadata__", ()), *get_args(hint)):
        if isinstance(part, OneOf):
            yield part.values
        else:
            yield from _lists_in(part)
