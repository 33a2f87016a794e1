"""gzip: a wrapping around one file of any other format."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.formats._unpacked import GZIP, inflated
from variorum.model.article import Capture, Entry
from variorum.model.limits import Limits

MEDIA_TYPE = "application/gzip"
SUFFIXES = (".gz",)


def recognises(data: bytes, source: str) -> bool:
    """Tell whether ``data`` begins as gzip data does; ``source`` may have any name."""
    return data.startswith(GZIP)


def unpack(capture: Capture, limits: Limits) -> Iterator[Entry]:
    """Yield the file that is wrapped; its place is the whole of the capture.

    Raises:
        LimitError: it unfolds to more than ``limits.unpacked`` bytes.
        InputError: the data is broken.
    """
    yield Entry(data=inflated(capture.data, limits), whole=True)
