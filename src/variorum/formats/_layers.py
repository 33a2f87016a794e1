"""Captures in captures, layer by layer: their names, and the limits on what comes out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from variorum.errors import InputError, LimitError
from variorum.formats._addresses import is_of_the_web, not_fetched
from variorum.formats._kinds import Container
from variorum.formats._unpacked import too_much
from variorum.model.address import Address
from variorum.model.article import Capture, Entry
from variorum.model.limits import Limits

Reject = Callable[[str, InputError], None]
Note = Callable[[Address], None]


class _WholeFileError(LimitError):
    """A limit on all that comes out of one file: no more of it is opened."""


class Unpacking:
    """Unpacks one file whole.

    A part is named by the file and its place in it: the address its container gives it
    (``feed.xml#https://…``), where that is of the web and of no other part, else its number
    among all parts (``feed.xml#3``). Layers in between have no name.

    Args:
        container_of: returns the format that opens a capture, None for a single article.
        limits: on the bytes, the layers and the number of articles.
        reject: is told the source of each part that cannot be used, and why.
        note: takes down each address whose text is not in the file; None: they are of no use.
    """

    def __init__(
        self,
        container_of: Callable[[Capture], Container | None],
        limits: Limits,
        reject: Reject,
        note: Note | None = None,
    ) -> None:
        self._container_of = container_of
        self._limits = limits
        self._reject = reject
        self._note = note
        self._addresses: list[Address] = []
        self._source = ""
        self._unpacked = self._number = self._articles = self._rejections = 0
        self._names: set[str] = set()

    def __call__(self, capture: Capture) -> Iterator[Capture]:
        """Yield the captures of single articles, in the order of the file."""
        self._source = capture.source
        try:
            for article in self._articles_in(capture, 0):
                self._articles += 1
                if self._articles > self._limits.witnesses:
                    raise _WholeFileError(
                        f"holds more than {self._limits.witnesses:,} articles, the rest is left;"
                        " raise the limit with --max-witnesses"
                    )
                yield article
            if self._addresses and self._note is None:
                raise not_fetched(capture.source, self._addresses)
            if not self._articles and not self._rejections and not self._addresses:
                raise InputError("holds no article in a form that is read; give the pages")
        except InputError as error:
            self._reject(capture.source, error)

    def _refuse(self, source: str, error: InputError) -> None:
        self._rejections += 1
        if self._rejections > self._limits.witnesses:
            raise _WholeFileError(
                f"more than {self._limits.witnesses:,} parts are of no use, the rest is left;"
                " raise the limit with --max-witnesses"
            )
        self._reject(source, error)

    def _articles_in(self, capture: Capture, depth: int) -> Iterator[Capture]:
        form = self._container_of(capture)
        if form is None:
            yield capture
            return
        if depth >= self._limits.depth:
            raise LimitError(
                f"{capture.source}: more than {self._limits.depth} layers of files in files;"
                " raise the limit with --max-depth"
            )
        for entry in form.unpack(capture, self._limits):
            if isinstance(entry, InputError):
                self._number += 1
                self._refuse(f"{self._source}#{self._number}", entry)
            elif isinstance(entry, Address):
                self._number += 1
                self._take_down(entry)
            elif inner := self._inner(entry, capture):
                yield from self._guarded(inner, depth + 1)

    def _take_down(self, address: Address) -> None:
        if len(self._addresses) >= self._limits.addresses:
            raise _WholeFileError(
                f"names more than {self._limits.addresses:,} addresses, the rest is left;"
                " raise the limit with --max-addresses"
            )
        self._addresses.append(address)
        if self._note is not None:
            self._note(address)

    def _guarded(self, inner: Capture, depth: int) -> Iterator[Capture]:
        """Yield what one part holds; where it cannot be opened, the others go on."""
        try:
            yield from self._articles_in(inner, depth)
        except _WholeFileError:
            raise
        except InputError as error:
            self._refuse(inner.source, error)

    def _inner(self, entry: Entry, outer: Capture) -> Capture | None:
        """Return one part as a capture, or None where it is too large."""
        self._unpacked += len(entry.data)
        if self._unpacked > self._limits.unpacked:
            raise _WholeFileError(str(too_much(self._limits)))
        source = outer.source if entry.whole else self._name(entry.url)
        if len(entry.data) > self._limits.bytes:
            text = f"larger than {self._limits.bytes:,} bytes; raise the limit with --max-bytes"
            self._refuse(source, LimitError(text))
            return None
        return Capture(
            source=source,
            data=entry.data,
            sha256=hashlib.sha256(entry.data).hexdigest(),
            media_type=entry.media_type,
            date_basis=entry.date_basis,
        )

    def _name(self, url: str | None) -> str:
        self._number += 1
        place = str(self._number)
        if url and is_of_the_web(url) and url not in self._names:
            place = url
        self._names.add(place)
        return f"{self._source}#{place}"
