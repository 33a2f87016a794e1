"""What a page declares of itself beside its visible text: meta tags, JSON-LD, language, times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from variorum.formats import _linked_data
from variorum.formats._tags import unescaped
from variorum.model.article import Metadata

_KEPT = 500
_LONGEST = 2_000
_NAME = 80
_LONGEST_SCRIPT = 1_000_000

_TITLE = ("og:title", "citation_title", "dc.title", "dcterms.title", "parsely-title",
          "sailthru.title", "twitter:title")  # fmt: skip
_OUTLET = ("og:site_name", "citation_journal_title", "dc.publisher", "application-name")
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "citation_author",
           "dc.creator", "dcterms.creator", "byl", "article:author_name", "og:article:author",
           "cxenseparse:author", "rbauthors", "authors", "article.author", "author_name",
           "twitter:data1")  # fmt: skip
_PUBLISHED = ("article:published_time", "og:published_time", "datepublished",
              "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.created",
              "dcterms.issued", "dc.date", "dc.date.created", "parsely-pub-date", "sailthru.date",
              "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
              "published-date", "published_date", "publisheddate", "published",
              "w-published-date", "article.published", "cxenseparse:publishtime",
              "date")  # fmt: skip
_SOURCE = ("syndication-source", "original-source", "article:source", "dc.source",
           "dcterms.source")  # fmt: skip
_SPACE = re.compile(r"\s+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.IGNORECASE)
_FAMILY_FIRST = re.compile(r"^([^,]{1,40}), ([^,]{1,40})$")
_ADDRESS = re.compile(r"https?:|www\.|@|\.com\b|/", re.IGNORECASE)
# Under what name a card for other sites (Twitter's) gives the writers of a page.
_WRITTEN = re.compile(r"\s*(?:written |posted )?by\b|\s*authors?\b", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:(?<!\s)\s+)?[,;|]\s+|(?<!\s)\s+(?:and|&)\s+")
_BY = re.compile(r"(?:written\s+)?by[:\s]\s*", re.IGNORECASE)


@dataclass(slots=True)
class Declared:
    """Gathers what a page declares, tag by tag; each list is bounded."""

    language: str | None = None
    title: str | None = None
    metas: dict[str, list[str]] = field(default_factory=dict)
    scripts: list[str] = field(default_factory=list)
    times: list[tuple[bool, str]] = field(default_factory=list)
    url: str | None = None
    _linked: bool = False

    def start(self, name: str, named: Mapping[str, str]) -> None:
        """Take a start tag with its attributes."""
        if name == "html":
            self.language = self.language or named.get("lang") or named.get("xml:lang")
        elif name == "meta":
            self._meta(named)
        elif name == "link" and "canonical" in named.get("rel", "").lower().split():
            self.url = self.url or named.get("href", "")[:_LONGEST] or None
        elif name == "script":
            self._linked = "ld+json" in named.get("type", "").lower()
        elif name == "time" and named.get("datetime") and len(self.times) < _KEPT:
            self.times.append((_says_published(named), named["datetime"][:_LONGEST]))

    def raw(self, name: str, characters: str) -> None:
        """Take the content of a script or title."""
        if name == "title" and self.title is None:
            self.title = unescaped(characters[:_LONGEST])
        if name == "script" and self._linked and len(self.scripts) < 20:
            self.scripts.append(characters[:_LONGEST_SCRIPT])

    def first(self, keys: Iterable[str]) -> str | None:
        """Return the first value declared under any of ``keys``, in their order."""
        return next((self.metas[key][0] for key in keys if key in self.metas), None)

    def _meta(self, named: Mapping[str, str]) -> None:
        content = _SPACE.sub(" ", named.get("content", "")[:_LONGEST]).strip()
        for attribute in ("property", "name", "itemprop"):
            key = named.get(attribute, "")[:60].strip().lower()
            if key == "citation_author":  # "Family, Given", as Highwire Press has it
                content = _FAMILY_FIRST.sub(r"\2 \1", content)
            if key and content and (key in self.metas or len(self.metas) < _KEPT):
                values = self.metas.setdefault(key, [])
                if len(values) < 20:
                    values.append(content)


def metadata_of(declared: Declared) -> Metadata:
    """Return what is declared as one :class:`Metadata`, the more exact source first.

    Names of people lose a leading "By"; addresses and handles are no names.
    """
    linked = _linked_data.article_in(declared.scripts)
    if not _WRITTEN.match(declared.first(("twitter:label1",)) or ""):
        declared.metas.pop("twitter:data1", None)
    meta_names = [v for key in _AUTHOR for v in declared.metas.get(key, ())]
    outlet = declared.first(_OUTLET) or linked.outlet
    return Metadata(
        title=_clean(declared.first(_TITLE) or linked.title or declared.title),
        outlet=_clean(outlet),
        byline=_people(linked.authors, outlet) or _people(meta_names, outlet),
        published=linked.published or declared.first(_PUBLISHED) or _time_in(declared.times),
        language=_language(declared),
        url=declared.url or declared.first(("og:url",)),
        sources=tuple(_sources(declared, linked.sources, outlet)),
    )


def _sources(declared: Declared, linked: Iterable[str], outlet: str | None) -> Iterator[str]:
    """Yield whose report a page says it is, each once: names, and hosts for addresses.

    A canonical address is a source where the page has another address of its own.
    """
    own = _host(declared.first(("og:url",)) or "")
    canonical = (declared.url or "",) if own else ()
    told = (v for key in _SOURCE for v in declared.metas.get(key, ()))
    known = {own, (outlet or "").casefold(), ""}
    for value in (*told, *linked, *canonical):
        source = _host(value) or (_clean(value) or "")[:_NAME]
        if source.casefold() not in known:
            known.add(source.casefold())
            yield source


def _host(address: str) -> str:
    """Return the host of a web address, without ``www``; empty for what is none."""
    try:
        parts = urlsplit(address.strip())
        host = parts.hostname or "" if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def _time_in(times: Sequence[tuple[bool, str]]) -> str | None:
    """Return the first time element for publication, or the only day all of them name."""
    found = next((value for says, value in times if says), None)
    return found or (times[0][1] if len({value[:10] for _, value in times}) == 1 else None)


def _says_published(named: Mapping[str, str]) -> bool:
    words = f"{named.get('itemprop', '')} {named.get('class', '')[:200]}".lower()
    return "publish" in words or "pubdate" in named


def _clean(value: str | None) -> str | None:
    """Return a value on one line; some systems escape what stands in it twice."""
    return _SPACE.sub(" ", unescaped(value)).strip() or None if value else None


def _people(names: Iterable[str], outlet: str | None) -> tuple[str, ...]:
    """Return the names of writers, each once, in the order given; the outlet's is one name."""
    people: dict[str, None] = {}
    for value in names:
        name = _clean(_BY.sub("", value, count=1) if _BY.match(value) else value)
        if name and len(name) <= 80 and not _ADDRESS.search(name):
            several = [name] if name == outlet else _SEVERAL.split(name)
            for one in several:
                if one and one[0].isalnum():
                    people[one] = None
    return tuple(people)


def _language(declared: Declared) -> str | None:
    for value in (declared.language, declared.first(("og:locale", "language"))):
        match = _LANGUAGE.match(value.strip()) if value else None
        if match:
            return match[0].lower()
    return None
