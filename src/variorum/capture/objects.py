"""Files in object stores, read through Daft (`pip install "variorum[cluster]"`).

An address says where they are: ``s3://bucket/2025/*.warc.gz``, ``gs://…``, ``az://…``,
``file:///…``; ``*``, ``?``, ``[a-z]`` and ``**`` stand for names as on a command line. Who may read
them, and where the store is, is found as the store's own programs find it (``AWS_PROFILE``,
``AWS_ENDPOINT_URL`` …).
"""

from __future__ import annotations

import os
from types import ModuleType

from variorum.errors import InputError, SetupError

SCHEMES = ("s3://", "s3a://", "gs://", "gcs://", "az://", "abfs://", "abfss://", "file://")
EXTRA = "variorum[cluster]"


def is_object(path: str) -> bool:
    """Tell whether what stands on a command line is an address in an object store."""
    return path[:8].lower().startswith(SCHEMES)


def find_objects(pattern: str) -> dict[str, int]:
    """Return the sizes of the objects that an address or a pattern names, by their addresses.

    Raises:
        SetupError: there is none, none can be listed, or Daft is not installed.
    """
    try:
        found = _daft().from_glob_path(pattern).to_pydict()
    except Exception as error:  # Daft's and the stores' errors share no class
        if isinstance(error, SetupError):
            raise
        raise SetupError(
            f"{pattern}: nothing of that name can be listed ({_first_line(error)})"
        ) from error
    if not found["path"]:
        raise SetupError(f"{pattern}: there is nothing of that name")
    return dict(sorted(zip(found["path"], found["size"], strict=True)))


def read_object(address: str, most: int) -> bytes:
    """Return the first bytes of an object.

    Args:
        address: of one object.
        most: how many bytes are read.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with _daft().File(address).open() as stream:
            return bytes(stream.read(most))
    except Exception as error:  # as above
        if isinstance(error, SetupError):
            raise
        name = address.rpartition("/")[2]
        raise InputError(f"{name}: cannot be read ({_first_line(error)})") from error


def _daft() -> ModuleType:
    os.environ.setdefault("DO_NOT_TRACK", "1")  # Daft tells its makers of each import
    try:
        import daft
    except ModuleNotFoundError as missing:
        raise SetupError(f'object stores need Daft: pip install "{EXTRA}"') from missing
    found: ModuleType = daft
    return found


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0][:200]
