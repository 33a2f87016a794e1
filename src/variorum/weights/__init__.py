"""Trained weights that ship with the package, each with a model card beside it.

``SHA256SUMS`` names every file of weights and its hash; training writes it anew. What more than
one stage asks of them stands here: their vocabulary, and the vectors of sentences
(``variorum.weights.sentences``).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from variorum.errors import SetupError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

# The vocabulary's numbers for the frame of a text.
FIRST, LAST = 101, 102
_SUMS = "SHA256SUMS"
_SURROGATE = re.compile("[\ud800-\udfff]")


@cache
def sha256s() -> dict[str, str]:
    """Return the hash of each file of weights, by name."""
    lines = (resources.files(__name__) / _SUMS).read_text("ascii").split("\n")
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines) if name}


def hashes(annotator: str | None = None) -> tuple[str, ...]:
    """Return the hashes of all weights that make a record.

    Args:
        annotator: the path of a user's own model, in place of the one that ships.
    """
    own = () if annotator is None else (hashlib.sha256(Path(annotator).read_bytes()).hexdigest(),)
    ours = (h for n, h in sha256s().items() if annotator is None or n != "annotator.onnx")
    return (*ours, *own)


def read(name: str) -> bytes:
    """Return a file of weights.

    Raises:
        SetupError: the file is missing, or is not the one this version was made with.
    """
    try:
        data = (resources.files(__name__) / name).read_bytes()
    except OSError as error:
        raise SetupError(f"weights {name} cannot be read; install variorum again") from error
    if hashlib.sha256(data).hexdigest() != sha256s().get(name):
        raise SetupError(f"weights {name} are not this version's; install variorum again")
    return data


def encode(text: str) -> Encoding:
    """Return the pieces of a text in BERT's uncased vocabulary (Devlin et al., 2019), unframed.

    Any string is taken, on one thread and in time linear in its length. Offsets are code points
    of ``text``; half a surrogate pair is read as a question mark.
    """
    return _tokenizer().encode(_SURROGATE.sub("?", text), add_special_tokens=False)


@cache
def session(name: str, threads: int = 1) -> InferenceSession:
    """Load a file of weights once and return it ready to run.

    Args:
        name: of the file.
        threads: on how many threads one call runs; the answers are the same on any number.

    Raises:
        SetupError: the file is missing, or is not the one this version was made with.
    """
    return _session(read(name), threads)


@cache
def session_at(
    path: str, inputs: frozenset[str], outputs: frozenset[str], threads: int = 1
) -> InferenceSession:
    """Load a user's own weights once and return them ready to run.

    Args:
        path: of an ONNX file.
        inputs: the names of what it has to take.
        outputs: the names of what it has to give.
        threads: on how many threads one call runs.

    Raises:
        SetupError: the file cannot be read, is no ONNX, or takes or gives something else.
    """
    try:
        loaded = _session(Path(path).read_bytes(), threads)
    except OSError as error:
        raise SetupError(f"{path} cannot be read: {error.strerror}") from error
    except Exception as error:  # onnxruntime's own errors share no public class
        raise SetupError(f"{path} is no ONNX model that can be loaded") from error
    taken = {i.name for i in loaded.get_inputs()}
    given = {o.name for o in loaded.get_outputs()}
    if taken != inputs or not given >= outputs:
        raise SetupError(
            f"{path} takes {_listed(taken)} and gives {_listed(given)};"
            f" it has to take {_listed(inputs)} and give {_listed(outputs)}"
        )
    return loaded


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_str(read("vocabulary.json").decode("utf-8"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def _session(data: bytes, threads: int) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
