"""WACZ (Webrecorder): a zip file with WARC archives in its folder ``archive``."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from variorum.errors import InputError
from variorum.formats._unpacked import read_within
from variorum.model.article import Capture, Entry
from variorum.model.limits import Limits

MEDIA_TYPE = "application/wacz"
SUFFIXES = (".wacz",)
_ZIP = b"PK\x03\x04"
_ARCHIVES = (".warc", ".warc.gz")


def recognises(data: bytes, source: str) -> bool:
    """Tell by a zip file's first bytes, and the package description or archive it names."""
    if not data.startswith(_ZIP):
        return False
    return source.lower().endswith(SUFFIXES) or b"datapackage.json" in data


def unpack(capture: Capture, limits: Limits) -> Iterator[Entry | InputError]:
    """Yield the archives, in the order of their names; they have no place of their own.

    Raises:
        LimitError: one unfolds to more than ``limits.unpacked`` bytes.
        InputError: the zip file is broken, or has no archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(capture.data)) as package:
            names = sorted(n for n in package.namelist() if n.lower().endswith(_ARCHIVES))
            if not names:
                raise InputError(f"{capture.source}: holds no WARC archive; give one that does")
            for name in names:
                with package.open(name) as stream:
                    yield Entry(data=read_within(stream, limits), whole=True)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError) as error:
        raise InputError(f"{capture.source}: broken zip file ({error}); get it again") from error
