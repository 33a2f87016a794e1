"""The stages that read an article, which ask a library first: the result is the same, sooner."""

from __future__ import annotations

import os
from collections.abc import Iterable

from variorum import __version__, formats, weights
from variorum.annotate import Annotate
from variorum.capture import STANDARD_INPUT, Intake
from variorum.extract import Extract
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Capture
from variorum.model.identity import digest_of
from variorum.model.limits import Limits
from variorum.stores import Store


class Stages:
    """Reads captures, and looks up in a library what was read before in just this way.

    ``made_with`` is a hash of all that decides what is found: the version of the program, of its
    reader and weights, and the limits on a text. What was made with another is not taken.

    Args:
        store: the library; nothing is written to it.
        limits: how large a file, how long a text may be.
        annotator: the path of one's own ONNX model; None: what ships.
        threads: on how many threads the encoders run.
    """

    def __init__(
        self, store: Store, *, limits: Limits, annotator: str | None = None, threads: int = 1
    ) -> None:
        self._store = store
        self._extract = Extract(limits=limits)
        self._annotate = Annotate(model=annotator, threads=threads)
        self.weights = weights.hashes(annotator)
        sizes = (limits.characters, limits.blocks)
        self.made_with = digest_of([__version__, formats.READER, sorted(self.weights), sizes])

    def extract(self, capture: Capture) -> Article:
        """Return the article in a capture; see :class:`variorum.extract.Extract`."""
        with self._store.reading() as view:
            kept = view.article(capture, self.made_with)
        return kept or self._extract(capture)

    def annotate(self, article: Article) -> AnnotatedArticle:
        """Return what is in an article; see :class:`variorum.annotate.Annotate`."""
        return self.kept(article) or self._annotate(article)

    def kept(self, article: Article) -> AnnotatedArticle | None:
        """Return what the library keeps of an article, None where it keeps nothing."""
        with self._store.reading() as view:
            return view.annotated(article, self.made_with)

    def files(self, paths: Iterable[str]) -> tuple[str, ...]:
        """Return paths, and for each name that is no file the hashes of what is kept under it."""
        with self._store.reading() as view:
            found = [[p] if _is_file(p) else _hashes(view.captures(p)) or [p] for p in paths]
        return tuple(dict.fromkeys(path for several in found for path in several))

    def take(self, path: str, intake: Intake) -> Capture:
        """Return the capture that the library has under this name, or else what ``intake`` has.

        Raises:
            InputError: as the intake does.
        """
        if not _is_file(path):
            with self._store.reading() as view:
                for kept in view.captures(path):
                    return kept
        return intake(path)


def _is_file(path: str) -> bool:
    return path == STANDARD_INPUT or os.path.exists(path)


def _hashes(captures: Iterable[Capture]) -> list[str]:
    return [capture.sha256 for capture in captures]
