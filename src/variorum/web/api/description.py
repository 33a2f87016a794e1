"""The OpenAPI document of the API, made from the table of operations and their dataclasses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from http import HTTPStatus
from typing import Any, get_type_hints

import msgspec

from variorum import __version__, codec
from variorum.web.api.messages import Problem
from variorum.web.api.operations import EVENTS, JSON, Operation
from variorum.web.api.problems import BASE, PROBLEM

OPENAPI = "3.1.1"
_REF = "#/components/schemas/{name}"
_PART = re.compile(r"\{(\w+)\}")
# With which problems anything may be answered.
_ALWAYS = (400, 421, 503)
_ID = {"type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[A-Za-z0-9_-]+$"}
_NAME = {"type": "string", "minLength": 1, "maxLength": 200}


def describe(operations: Iterable[Operation]) -> dict[str, Any]:
    """Return the OpenAPI document of some operations.

    Raises:
        ValueError: two nouns have one name.
    """
    every = tuple(operations)
    given = {noun for op in every for noun in _given(op)} | {Problem}
    _, schemas = codec.schema_parts(sorted(given, key=lambda noun: noun.__name__), _REF)
    taken = {op.takes for op in every if op.takes}
    _, bodies = msgspec.json.schema_components(
        sorted(taken, key=lambda noun: noun.__name__), ref_template=_REF
    )
    if twice := sorted(schemas.keys() & bodies.keys()):
        raise ValueError(f"two schemas of one name: {', '.join(twice)}")
    paths: dict[str, dict[str, Any]] = {}
    for op in every:
        paths.setdefault(op.path, {})[op.method.lower()] = _operation(op)
    return {
        "openapi": OPENAPI,
        "info": {
            "title": "Variorum",
            "version": __version__,
            "description": "Several outlets' reports of one event, side by side. The words belong"
            " to the outlets; what is given carries those that a record points at.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": BASE}],
        "paths": paths,
        "components": {
            "schemas": {**schemas, **bodies},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _given(op: Operation) -> Iterator[type]:
    yield op.gives
    if op.otherwise:
        yield op.otherwise[1]


def _operation(op: Operation) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": op.name,
        "summary": op.says,
        "parameters": [*_parts(op), *_query(op), *_headers(op)],
        "responses": dict(_responses(op)),
    }
    if op.takes is not None:
        schema = {"$ref": _REF.format(name=op.takes.__name__)}
        told["requestBody"] = {"required": True, "content": {JSON: {"schema": schema}}}
    if op.method != "GET":
        told["security"] = [{}, {"token": []}]
    return told


def _parts(op: Operation) -> Iterator[dict[str, Any]]:
    for name in _PART.findall(op.path):
        schema = _NAME if name == "name" else _ID
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _query(op: Operation) -> Iterator[dict[str, Any]]:
    (schema,), parts = msgspec.json.schema_components([op.query], ref_template=_REF)
    described = parts[op.query.__name__] if "$ref" in schema else schema
    required = described.get("required", ())
    for name in get_type_hints(op.query):
        yield {
            "name": name,
            "in": "query",
            "required": name in required,
            "schema": _without_null(described["properties"][name]),
        }


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a parameter: one that is left out is None, and nothing else is."""
    kept = {name: value for name, value in schema.items() if name != "default" or value is not None}
    choices = [one for one in kept.pop("anyOf", ()) if one.get("type") != "null"]
    return kept | (choices[0] if choices else {}) | _without_none(kept)


def _without_none(schema: dict[str, Any]) -> dict[str, Any]:
    if None in schema.get("enum", ()):
        return {"enum": [value for value in schema["enum"] if value is not None]}
    return {}


def _headers(op: Operation) -> Iterator[dict[str, Any]]:
    if op.method == "GET" and not op.events:
        yield {"name": "If-None-Match", "in": "header", "schema": {"type": "string"}}
    if op.otherwise:
        told = "`respond-async` (RFC 7240): answer at once, with a job."
        schema = {"type": "string"}
        yield {"name": "Prefer", "in": "header", "description": told, "schema": schema}


def _responses(op: Operation) -> Iterator[tuple[str, dict[str, Any]]]:
    yield str(op.status), _response(op.status, op.gives, EVENTS if op.events else JSON)
    if op.otherwise:
        yield str(op.otherwise[0]), _response(*op.otherwise, JSON)
    if op.method == "GET" and not op.events:
        yield "304", {"description": "Nothing of it has changed."}
    for status in sorted({*_ALWAYS, *op.refuses}):
        yield str(status), _response(status, Problem, PROBLEM)


def _response(status: int, noun: type, media_type: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"$ref": _REF.format(name=noun.__name__)}
    if media_type == EVENTS:
        data = {"type": "string", "contentMediaType": JSON, "contentSchema": schema}
        parts = {"event": {"type": "string"}, "data": data}
        schema = {"type": "object", "properties": parts, "required": ["event", "data"]}
    return {
        "description": HTTPStatus(status).phrase,
        "content": {media_type: {"schema": schema}},
    }
