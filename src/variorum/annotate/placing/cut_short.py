"""Names of regions cut short, behind a comma or a party: ``Velm, Ore.``, ``D-N.Y.``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from variorum.annotate.placing.place_words import PLAIN
from variorum.gazetteers import geonames, iso3166
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article
from variorum.model.spans import Span

_LEAD = r"(?:(,)[ \u00a0]?|\b[A-Z]-)"


@dataclass(frozen=True, slots=True)
class _Short:
    """A name cut short, where the comma before it stands, if one does, and its region."""

    span: Span
    comma: int | None
    region: str


def with_cut_short(
    article: Article, mentions: Sequence[Mention], language: Language | None
) -> list[Mention]:
    """Return mentions, and the regions cut short that none of them is, as places.

    The name before such a region is one of a place too, if it is taken for one or a town of that
    name lies in the region (``VELM, Ore.``). A mention that holds both becomes two.

    Args:
        article: the text.
        mentions: in order, none over another.
        language: of the article; None: no region is known by a short form.
    """
    kept = list(mentions)
    starts = [mention.span[0] for mention in mentions]
    shorts = list(_shorts(article.text, language)) if language else []
    for short in reversed(shorts):
        first, last = (bisect_left(starts, at) for at in short.span)
        inside = mentions[first:last]
        before = mentions[first - 1] if first else None
        named = _named(article, short, before)
        held = before is not None and before.span[1] > short.span[0] and named is None
        if held or (short.comma is not None and named is None):
            continue
        if inside and inside[-1].span[1] > short.span[1]:
            continue
        region = Mention(
            witness=article.id, span=short.span, kind="place", name=article.text[slice(*short.span)]
        )
        known = [mention for mention in inside if mention.kind == "place"]
        kept[first - (named is not None) : last] = [
            *([named] if named else []),
            *(known or [region]),
        ]
    return kept


def _named(article: Article, short: _Short, before: Mention | None) -> Mention | None:
    """Return the name before a comma as one of a place, None where it is none."""
    if short.comma is None or before is None or before.span[0] >= short.comma:
        return None
    if not short.comma <= before.span[1] <= short.span[1]:
        return None
    span = (before.span[0], short.comma)
    (name,) = article.words(span)
    if before.span == span and before.kind == "place":
        return before
    if before.kind != "place" and not _lies_there(name, short.region):
        return None
    return replace(before, span=span, name=name, kind="place")


def _lies_there(name: str, region: str) -> bool:
    """Tell whether a town of a name is known in a region."""
    codes = {entry.region for entry in iso3166.find(region)}
    return any(entry.region in codes for entry in geonames.find(name) if entry.region)


def _shorts(text: str, language: Language) -> Iterator[_Short]:
    regions = language.places.regions
    for match in _pattern(tuple(regions)).finditer(text):
        form = "".join(match[2].casefold().split())
        region = regions.get(form) or regions[f"{form}."]
        yield _Short(match.span(2), match.start() if match[1] else None, region)


@cache
def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    """Return what finds any of some forms, be there a space behind its points."""
    written = []
    for form in sorted(forms, key=len, reverse=True):
        letters = form.rstrip(".").split(".")
        short = r"\.[ \u00a0]?".join(re.escape(one.title()) for one in letters)
        if not form.endswith("."):
            written.append(form.upper())
        else:
            written.append(short + (r"\.?" if len(form) >= PLAIN and len(letters) == 1 else r"\."))
    return re.compile(rf"{_LEAD}({'|'.join(written)})(?!\w)")
