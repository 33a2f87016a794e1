"""Countries and regions by their codes in ISO 3166, from the package *pycountry*.

The standard lists regions in their own language, often with a word for their kind (``Khersonska
oblast``). A name is found under what is left without that word, its adjective's ending and the
letters that one transliteration has and another has not. English names that no rule leads to one
of these stand in ``iso3166_english.tsv``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources

from variorum.gazetteers import Entry, key_of

ENGLISH = "iso3166_english.tsv"
# Words for a kind of region, in the languages of the standard.
_KIND_WORDS = """
oblast voblasts voblasc kray krai kraj lan respublika autonomous avtonomna avtonomnyy okrug rayon
region regione province provincia governorate prefecture department departamento state estado county
district distrito canton comunidad autonoma de of the shi sheng zizhiqu sar uygur huizu zhuangzu al
ar as ash ad an az teukbyeolsi gwangyeoksi teukbyeoljachido do
"""
_KINDS = frozenset(_KIND_WORDS.split())
_ADJECTIVE = re.compile(r"(?<=\w{4})(?:s?ka|skaya|skiy|skii|sky|voya|aya)$")
# Spellings of one sound, the longer first.
_FOLDS = (
    ("zhzh", "z"),
    ("zh", "z"),
    ("kh", "h"),
    ("sh", "s"),
    ("ia", "a"),
    ("ya", "a"),
    ("yi", "i"),
    ("y", "i"),
    ("j", "i"),
    ("g", "h"),
    ("w", "v"),
    ("c", "k"),
)
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def find(name: str) -> tuple[Entry, ...]:
    """Return the countries and regions of a name, countries first, each in the order of codes.

    Args:
        name: as printed; with or without the word for the kind of region.
    """
    key = key_of(name)
    entries = (*_countries().get(key, ()), *_english().get(key, ()))
    entries += _regions().get(key, ()) or _regions().get(_skeleton(key), ())
    return tuple(dict.fromkeys(entries))


def lies_in(ref: str, other: str) -> bool:
    """Tell whether a region is part of another one by ISO 3166-2 (``iso3166-2:GB-CON``)."""
    return _parents().get(ref) == other


@cache
def _parents() -> Mapping[str, str]:
    """Return the regions that are part of another one, with that."""
    import pycountry

    parts = ((one.code, one.parent_code) for one in pycountry.subdivisions if one.parent_code)
    return {f"iso3166-2:{code}": f"iso3166-2:{parent}" for code, parent in parts}


@cache
def _countries() -> Mapping[str, tuple[Entry, ...]]:
    import pycountry

    found: dict[str, tuple[Entry, ...]] = {}
    for one in sorted(pycountry.countries, key=lambda country: str(country.alpha_2)):
        known = (getattr(one, part, None) for part in ("common_name", "name", "official_name"))
        names = [name for name in known if name]
        ref = f"iso3166-1:{one.alpha_2}"
        entry = Entry(name=names[0], feature="country", ref=ref, country=one.alpha_2)
        for name in (*names, names[-1].partition(",")[0], one.name.partition(",")[0]):
            key = key_of(name).removeprefix("the ")
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), entry)))
    return found


@cache
def _regions() -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in _entries():
        key = key_of(entry.name)
        for one in dict.fromkeys((key, _skeleton(key))):
            found[one].append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def _english() -> Mapping[str, tuple[Entry, ...]]:
    text = (resources.files(__package__) / ENGLISH).read_text("utf-8")
    by_ref = {entry.ref: entry for entry in _entries()}
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {key_of(name): (by_ref[f"iso3166-2:{code}"],) for name, code in rows}


@cache
def _entries() -> tuple[Entry, ...]:
    return tuple(_listed())


def _listed() -> Iterator[Entry]:
    """Yield the regions, those that stand under another region behind the others."""
    import pycountry

    listed = sorted(pycountry.subdivisions, key=lambda one: (bool(one.parent_code), str(one.code)))
    for one in listed:
        ref = f"iso3166-2:{one.code}"
        country = str(one.country_code)
        yield Entry(
            name=one.name,
            feature="region",
            ref=ref,
            country=country,
            region=one.code,
            part=bool(one.parent_code),
        )


def _skeleton(key: str) -> str:
    words = re.sub(r"\[.*|,.*", "", key).split()
    kept = [word for word in words if word not in _KINDS] or words
    plain = _ADJECTIVE.sub("", " ".join(kept))
    for letters, sound in _FOLDS:
        plain = plain.replace(letters, sound)
    plain = _TWICE.sub(r"\1", plain)
    return re.sub(r"(?<=\w{4})(?:sk|a|i|e)$", "", plain)
