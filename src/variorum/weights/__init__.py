"""Trained weights that ship with the package, each with a model card beside it.

``SHA256SUMS`` names every file of weights and its hash; training writes it anew.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from variorum.errors import SetupError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_SUMS = "SHA256SUMS"


@cache
def sha256s() -> dict[str, str]:
    """Return the hash of each file of weights, by name."""
    lines = (resources.files(__name__) / _SUMS).read_text("ascii").split("\n")
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}


@cache
def session(name: str) -> InferenceSession:
    """Load a file of weights once and return it ready to run, on one thread.

    Raises:
        SetupError: the file is missing, or is not the one this version was made with.
    """
    import onnxruntime

    try:
        data = (resources.files(__name__) / name).read_bytes()
    except OSError as error:
        raise SetupError(f"weights {name} cannot be read; install variorum again") from error
    if hashlib.sha256(data).hexdigest() != sha256s().get(name):
        raise SetupError(f"weights {name} are not this version's; install variorum again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
