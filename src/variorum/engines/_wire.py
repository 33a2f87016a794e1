"""How a stage and its calls travel between processes and machines: as MessagePack, never pickled.

A stage is a frozen dataclass at the top of a module; it travels as its name and its parameters.
What it takes and gives is read from the types of its ``__call__``, so a stage needs no words of
its own to be run elsewhere.
"""

from __future__ import annotations

import dataclasses
import traceback
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import Any, get_type_hints

import msgspec

from variorum.engines._clock import Clock
from variorum.errors import InputError, LimitError, SetupError, StaleError

Stage = Callable[..., Any]

_INPUT_ERRORS = {error.__name__: error for error in (InputError, LimitError, StaleError)}
_encode = msgspec.msgpack.Encoder().encode


class _Outcome(msgspec.Struct, frozen=True, array_like=True):
    """What came of one call: its result, or the name and the text of an error."""

    result: bytes = b""
    error: str = ""
    told: str = ""


def pack_stage(stage: Stage) -> bytes:
    """Return a stage as its name and its parameters.

    Raises:
        SetupError: it is no dataclass at the top of a module, or its parameters are no data.
    """
    kind = type(stage)
    nameless = "." in kind.__qualname__ or kind.__module__ == "__main__"
    if nameless or not dataclasses.is_dataclass(kind):
        raise SetupError(f"{stage!r} cannot be run elsewhere; a stage is a dataclass of a module")
    try:
        return _encode((kind.__module__, kind.__qualname__, stage))
    except (TypeError, UnicodeEncodeError) as error:
        raise SetupError(f"the parameters of {kind.__name__} are no data: {error}") from error


def pack_call(arguments: tuple[Any, ...]) -> bytes:
    """Return the arguments of one call.

    Raises:
        InputError: a text holds half a surrogate pair, which no encoding can carry.
    """
    try:
        return _encode(arguments)
    except UnicodeEncodeError as error:
        raise InputError(f"cannot be sent to another process: {error.reason}") from error


def run(stage: bytes, calls: Sequence[bytes], seconds: float | None) -> list[bytes]:
    """Make calls of a stage, each within its time, and return what came of each.

    An error of one input is an outcome like any other; so is any other error, which the driver
    raises again. The stage, with all it loads, is kept for the next calls in this process.
    """
    return [_encode(_outcome(stage, call, Clock(each=seconds))) for call in calls]


def opened(stage: bytes, outcome: bytes) -> Any:
    """Return the result in an outcome.

    Raises:
        InputError: the call raised it, or an error under it.
        SetupError: the call raised it.
        RuntimeError: the call raised anything else, of which the text tells.
    """
    found = msgspec.msgpack.decode(outcome, type=_Outcome)
    if not found.error:
        return _signature(stage)[2].decode(found.result)
    if found.error in _INPUT_ERRORS:
        raise _INPUT_ERRORS[found.error](found.told)
    raise (SetupError if found.error == SetupError.__name__ else RuntimeError)(found.told)


def _outcome(stage: bytes, call: bytes, clock: Clock) -> _Outcome:
    work, arguments, _ = _signature(stage)
    try:
        given = arguments.decode(call)
        with clock.one_call():
            result = work(*given)
        return _Outcome(_encode(result))
    except (InputError, SetupError) as error:
        return _Outcome(error=type(error).__name__, told=str(error))
    except UnicodeEncodeError as error:
        return _Outcome(error=InputError.__name__, told=f"cannot be sent on: {error.reason}")
    except Exception as error:
        return _Outcome(error=type(error).__name__, told=traceback.format_exc())


@cache
def _signature(
    stage: bytes,
) -> tuple[Stage, msgspec.msgpack.Decoder[Any], msgspec.msgpack.Decoder[Any]]:
    """Return a stage, and how to read its arguments and its result."""
    module, name, parameters = msgspec.msgpack.decode(stage, type=tuple[str, str, msgspec.Raw])
    kind = getattr(import_module(module), name)
    hints = get_type_hints(kind.__call__)
    result = hints.pop("return")
    arguments = msgspec.msgpack.Decoder(tuple[tuple(hints.values())])  # type: ignore[misc]
    work = msgspec.msgpack.decode(parameters, type=kind)
    return work, arguments, msgspec.msgpack.Decoder(result)
