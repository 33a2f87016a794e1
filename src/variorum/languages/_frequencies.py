"""How rare the common words of a language are, from a table beside its file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


@lru_cache(maxsize=8)
def common_words(code: str) -> Mapping[str, float]:
    """Return the common words of a language with their inverse document frequencies, in nats.

    Args:
        code: of the language (ISO 639-1); where it has no table, nothing is returned.
    """
    source = files("variorum.languages").joinpath(f"{code}_common.toml")
    if not source.is_file():
        return MappingProxyType({})
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return MappingProxyType(
        {word: float(figure) for figure, words in table.items() for word in words.split()}
    )
