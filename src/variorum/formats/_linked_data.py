"""JSON-LD of a page: the article it describes (schema.org), read as data and never run.

Broken, deep or endless JSON yields what can be read of it, or nothing; it never raises.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_ARTICLE = re.compile(r"(?:article|posting|report|review)$", re.IGNORECASE)
_NO_ARTICLE = re.compile(r"(?:^job|claimreview|aggregate)", re.IGNORECASE)
_PAGE = re.compile(r"(?:page|creativework|learningresource)$", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:<!--|/\*<!\[CDATA\[\*/|//\s*<!\[CDATA\[)|(?:-->|\]\]>)\s*+;?\s*+$")
_TRAILING_COMMA = re.compile(r",\s*+([}\]])")
_MOST_NODES = 5_000

# Where an article says whose report it is.
_SOURCES = ("isBasedOn", "isBasedOnUrl", "sourceOrganization", "publisher")
_MOST_SOURCES = 20

Node = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedArticle:
    """What linked data says of an article; None and empty where it is silent."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    sources: tuple[str, ...] = ()


def article_in(scripts: Iterable[str]) -> LinkedArticle:
    """Return the outermost article that the JSON-LD scripts of a page describe.

    What it does not say of its writers and its date the page around it may say, if there is one.
    """
    nodes = [node for script in scripts for node in _nodes(_loads(script))]
    by_id = {str(n["@id"]): n for n in reversed(nodes) if "@id" in n and len(n) > 1}
    article = next((n for n in nodes if _is_a(n, _ARTICLE)), None)
    page: Node = next((n for n in nodes if _is_a(n, _PAGE)), {})
    if article is None and not page:
        return LinkedArticle()
    of = article or {}
    named = of.get("author") or of.get("creator") or page.get("author")
    publisher = of.get("publisher") or of.get("sourceOrganization")
    sources = (node for key in _SOURCES for node in _each(of.get(key)))
    return LinkedArticle(
        title=_text(of.get("headline")) or _text(of.get("name")),
        outlet=next(filter(None, (_name(p, by_id) for p in _each(publisher))), None),
        authors=tuple(filter(None, (_name(a, by_id) for a in _writers(named, by_id)))),
        published=_text(of.get("datePublished"))
        or _text(page.get("datePublished"))
        or _text(of.get("dateCreated")),
        sources=tuple(filter(None, (_source(node, by_id) for node in sources)))[:_MOST_SOURCES],
    )


def _loads(script: str) -> object:
    bare = _WRAPPING.sub("", _WRAPPING.sub("", script)).strip().rstrip(";")
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", bare), html.unescape(bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object) -> Iterator[Node]:
    """Yield the objects in ``value``, the outermost first, up to a fixed number."""
    waiting = deque([value])
    seen = 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        item = waiting.popleft()
        if isinstance(item, dict):
            yield item
            waiting.extend(v for v in item.values() if isinstance(v, dict | list))
        elif isinstance(item, list):
            waiting.extend(v for v in item[:_MOST_NODES] if isinstance(v, dict | list))


def _is_a(node: Node, kind: re.Pattern[str]) -> bool:
    kinds = [k[:100] for k in _each(node.get("@type")) if isinstance(k, str)]
    return any(kind.search(k) and not _NO_ARTICLE.search(k) for k in kinds)


def _writers(value: object, by_id: dict[str, Node]) -> list[object]:
    """Return the authors that are not said to be organisations; all where no other is."""
    writers = list(_each(value))
    people = [w for w in writers if not _is_organisation(w, by_id)]
    return people or writers


def _is_organisation(value: object, by_id: dict[str, Node]) -> bool:
    if not isinstance(value, dict):
        return False
    kind = value.get("@type") or by_id.get(str(value.get("@id")), {}).get("@type")
    return "Organization" in str(kind)[:100]


def _name(value: object, by_id: dict[str, Node]) -> str | None:
    if isinstance(value, dict) and "name" not in value:
        value = by_id.get(str(value.get("@id")), value)
    if isinstance(value, dict):
        value = next(_each(value.get("name")), None)
    return _text(value)


def _source(value: object, by_id: dict[str, Node]) -> str | None:
    """Return the name of a source, its publisher's, or its address."""
    if isinstance(value, dict):
        publisher = value.get("publisher") or value.get("sourceOrganization")
        return (
            next(filter(None, (_name(p, by_id) for p in _each(publisher))), None)
            or _text(value.get("url"))
            or _name(value, by_id)
            or _text(value.get("@id"))
        )
    return _text(value)


def _each(value: object) -> Iterator[object]:
    return iter(value if isinstance(value, list) else () if value is None else (value,))


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return html.unescape(value[:500]).strip() or None
