"""One capture read, sketched and ready to be kept; vectors are asked for once for equal texts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from variorum import codec
from variorum.errors import InputError
from variorum.ingest.listed import with_what_is_told
from variorum.ingest.stages import Stages
from variorum.model.address import Address
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Capture
from variorum.model.stream import Sketch
from variorum.stores import Store
from variorum.weights import sentences, sha256s

if TYPE_CHECKING:
    from variorum.stores._writer import Writer

Embed = Callable[[Sequence[str]], sentences.Vectors]
MakeSketches = Callable[[AnnotatedArticle, Embed], tuple[Sketch, ...]]
_PACKED = "<f4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A capture with its article, what was found in it, its sketches and vectors.

    ``told`` says that a list said something of the article that its capture does not.
    """

    capture: Capture
    found: AnnotatedArticle
    sketches: tuple[Sketch, ...]
    vectors: Mapping[bytes, bytes] = field(default_factory=dict)
    told: bool = False

    def keep(self, writer: Writer, made_with: str) -> None:
        """Keep all of it but the sketches, which go where they are sorted."""
        writer.keep_capture(self.capture)
        writer.keep_article(self.found, made_with, told=self.told)
        writer.keep_vectors(self.found.article.id, self.vectors)


@dataclass(frozen=True, slots=True)
class Prepare:
    """The stage that reads a capture and sketches it: everything that takes time.

    Args:
        store: where vectors are looked up.
        stages: how captures are read.
        sketch: makes the sketches of an article (:func:`variorum.cluster.sketches.sketch`).
        threads: on how many threads the encoder runs.
    """

    store: Store
    stages: Stages
    sketch: MakeSketches
    threads: int = 1

    def __call__(self, capture: Capture, address: Address | None = None) -> Prepared:
        """Return what is kept of a capture.

        Args:
            capture: one article.
            address: what the list that named it says of it, where one did.

        Raises:
            InputError: the bytes are no text, or hold none, or no file can hold the text.
        """
        read = self.stages.extract(capture)
        article = with_what_is_told(read, address) if address else read
        found = self.stages.annotate(article)
        _require_utf8(found)
        embed = Embedding(self.store, self.threads)
        sketches = self.sketch(found, embed)
        return Prepared(
            capture=capture,
            found=found,
            sketches=sketches,
            vectors=embed.asked,
            told=article != read,
        )


def _require_utf8(found: AnnotatedArticle) -> None:
    try:
        codec.encode_rows((found,))
    except UnicodeEncodeError as error:
        raise InputError("holds half a surrogate pair, which no library can keep") from error


class Embedding:
    """The encoder of sentences, which asks a library first; ``asked`` is all it was asked for.

    Args:
        store: where vectors are kept.
        threads: on how many threads the encoder runs.
    """

    def __init__(self, store: Store, threads: int = 1) -> None:
        self._store = store
        self._threads = threads
        self.asked: dict[bytes, bytes] = {}

    def __call__(self, texts: Sequence[str]) -> sentences.Vectors:
        """Return one vector a text; see :func:`variorum.weights.sentences.vectors`."""
        keys = [key_of(text) for text in texts]
        with self._store.reading() as view:
            known = view.vectors(keys)
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        rows = sentences.vectors(list(new.values()), threads=self._threads)
        known |= {key: pack(row) for key, row in zip(new, rows, strict=True)}
        self.asked |= {key: known[key] for key in keys}
        found = [np.frombuffer(known[key], dtype=_PACKED) for key in keys]
        empty = np.empty((0, sentences.WIDTH), dtype=np.float32)
        return np.stack(found).astype(np.float32) if found else empty


def pack(vector: np.ndarray[tuple[int], np.dtype[np.float32]]) -> bytes:
    """Return a vector as little-endian float32."""
    return vector.astype(_PACKED).tobytes()


def key_of(text: str) -> bytes:
    """Return the key of a text's vector: a hash of the encoder's weights and of the text."""
    weights = sha256s().get(sentences.WEIGHTS, "")
    return hashlib.sha256(f"{weights}\n{text}".encode("utf-8", "surrogatepass")).digest()
