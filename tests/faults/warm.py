"""Loads all that writing needs, models included, so that a process forked off begins at once.

``multiprocessing``'s server of forks imports this first; the models hold no thread of their own.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import variorum.cli.writing
import variorum.review.ruling_files  # noqa: F401
from tests.libraries import FERRY, write
from variorum.ingest import Stages, streaming
from variorum.model.limits import Limits
from variorum.stores.sqlite import open_store

with tempfile.TemporaryDirectory() as _folder:
    _store = open_store(str(Path(_folder) / "library.sqlite"), create=True)
    _limits = Limits()
    _job = streaming(_store, Stages(_store, limits=_limits), limits=_limits, most=1)
    _job(write(Path(_folder) / "pages", ferry=FERRY))
    _store.close()
