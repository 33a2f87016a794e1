"""Credit lines: whom an article names as the source of its words, and who came first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from variorum import languages
from variorum.languages import Language
from variorum.model.article import BODY_KINDS, Article, Block
from variorum.model.vocabulary import CopyBasis

# News agencies, whose copy other outlets reprint: the full name, then the short one.
AGENCIES = (
    ("Associated Press", "AP"),
    ("Agence France-Presse", "AFP"),
    ("Reuters", "Reuters"),
    ("Press Association", "PA"),
    ("PA Media", "PA"),
    ("United Press International", "UPI"),
    ("Deutsche Presse-Agentur", "dpa"),
    ("Austria Presse Agentur", "APA"),
    ("Agencia EFE", "EFE"),
    ("Press Trust of India", "PTI"),
    ("Asian News International", "ANI"),
    ("Indo-Asian News Service", "IANS"),
    ("Agenzia Nazionale Stampa Associata", "ANSA"),
    ("Algemeen Nederlands Persbureau", "ANP"),
    ("Canadian Press", "Canadian Press"),
    ("Kyodo News", "Kyodo"),
    ("Yonhap News Agency", "Yonhap"),
    ("Xinhua News Agency", "Xinhua"),
    ("Anadolu Agency", "Anadolu"),
    ("TASS", "TASS"),
    ("Interfax", "Interfax"),
    ("RIA Novosti", "RIA"),
    ("Ukrinform", "Ukrinform"),
    ("Bloomberg News", "Bloomberg"),
)
# A byline or a line of furniture longer than this is no credit line, in code points.
CREDIT_LINE = 200
# The most words before the name in a credit line, and in the name of an outlet.
LEAD, MASTHEAD = 2, 5
# How far into a text its dateline reaches.
DATELINE = 120
# A dateline: capitals for the place, perhaps a day, whom the report is by in brackets, and a dash.
_DATELINE = re.compile(r"[^\W\d_a-z][^\n()]{1,60}\(([^\W\d_][^\n()]{1,38})\)\s{0,2}[-–—]")
_SENTENCE_STARTS = re.compile(r"(?:^|[.!?\n][\"'”’)]*\s*|[“‘\"]\s*)$")
_SIGNS = re.compile(r"[\W_]+")
_WORD_EDGE = r"(?<![\w-]){}(?![\w-])"
_EDTF = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?Z)?)?)?")


def outlets_of(article: Article) -> frozenset[str]:
    """Return the names a copier would credit: the outlet, and the agencies it carries."""
    carried = {name for name, short in AGENCIES if _carries(article, name, short)}
    declared = {source for source in article.sources if "." not in source}
    told = _told_by(article) | frozenset(_signed_by(article))
    return _own_names(article) | carried | declared | told


def reported_by(article: Article) -> frozenset[str]:
    """Return the names of whose report an article prints: its outlet's, or that of a wire.

    To mention an outlet is not to print it.
    """
    declared = {source for source in article.sources if "." not in source}
    named = _own_names(article) | _told_by(article) | frozenset(_signed_by(article)) | declared
    return named | {name for names in AGENCIES if named & set(names) for name in names}


def is_called(name: str, outlets: Iterable[str], language: Language | None) -> bool:
    """Tell whether one of some outlets goes by a name: ``The Esk Courier`` by ``the Courier``."""
    called = _parts(name, language)
    titled = language is not None and not called.isdisjoint(language.outlet_words)
    known = (_parts(outlet, language) for outlet in outlets)
    return any(called <= parts if titled else called == parts for parts in known)


def _parts(name: str, language: Language | None) -> frozenset[str]:
    plain = language.function_words if language else frozenset()
    return frozenset(name.casefold().split()) - plain


def _told_by(article: Article) -> frozenset[str]:
    named = dateline_credit(article)
    return frozenset({named} if named else ())


def _signed_by(article: Article) -> Iterator[str]:
    """Yield the names that stand as an outlet's in a credit line (``Source: Kelda News Agency``).

    No list has them: a line is a word or two and a name, and the name ends as mastheads do.
    """
    language = languages.find(article.language)
    for block in article.blocks if language else ():
        if language is None or not _is_credit_line(block):
            continue
        words = article.text[slice(*block.span)].strip(" .()[]–—-").split()
        first = len(words)
        while first and words[first - 1][0].isupper() and not words[first - 1].endswith((":", ",")):
            first -= 1
        while first < len(words) and words[first].lower() in language.function_words:
            first += 1
        if first <= LEAD and is_masthead([word.lower() for word in words[first:]], language):
            yield " ".join(words[first:])


def is_outlet(name: str, language: Language) -> bool:
    """Tell whether a name is that of an agency, or ends as mastheads do."""
    known = any(name in agency for agency in AGENCIES)
    return known or is_masthead(name.casefold().split(), language)


def is_masthead(words: Sequence[str], language: Language) -> bool:
    """Tell whether the words of a name end as the name of an outlet does, and not of a section.

    (``Esk Courier``, ``Kelda News Agency``, ``Esk University News``, not ``World News``,
    ``Local School News`` or ``Water Agency``)
    """
    if not 2 <= len(words) <= MASTHEAD:
        return False
    last = words[-1]
    if last in language.outlet_words & language.kickers:
        leads = language.kickers | language.role_modifiers | language.function_words
        owners = language.organisation_words | language.place_nouns.keys()
        return len(words) > 2 and words[-2] in owners - leads and words[0] not in leads
    known = last in language.outlet_words
    return known and (last not in language.organisation_words or words[-2] in language.outlet_words)


def _own_names(article: Article) -> frozenset[str]:
    """Return the names of an outlet; a page of unknown outlet goes by its dateline."""
    outlet = article.outlet
    if not outlet:
        return _told_by(article)
    return frozenset({outlet} | {n for n, short in AGENCIES if n in outlet or outlet == short})


def dateline_credit(article: Article) -> str | None:
    """Return whom the dateline of an article names: ``LINDMOUTH, 4 May (Calder Wire) –``."""
    first = next((block for block in article.blocks if block.kind == "paragraph"), None)
    line = article.text[slice(*first.span)][:DATELINE] if first else ""
    found = _DATELINE.match(line)
    return found[1] if found else None


def credits_to(article: Article, names: frozenset[str]) -> bool:
    """Tell whether ``article`` names one of ``names`` as a source: in words or a credit line.

    An outlet's own name is no credit. A name of one word counts inside a sentence only, where
    its capital tells it from the common word ("Time", "Independent").
    """
    shorts, language = dict(AGENCIES), languages.find(article.language)
    own = {_parts(name, language) for name in _own_names(article)}
    return any(
        _declares(article, name, shorts.get(name, name))
        or (_carries(article, name, shorts[name]) if name in shorts else _names(article, name))
        for name in sorted(names)
        if _parts(name, language) not in own
    )


def ranked(one: Article, other: Article) -> tuple[Article, Article, CopyBasis]:
    """Return two witnesses, the likely source of their shared words first, and the ground.

    Who is credited comes first; else the earlier by date (a date inferred from the story does
    not count); else the smaller id, which says nothing: the ground is then ``unknown``.
    """
    one, other = sorted((one, other), key=lambda article: article.id)
    one_owes = credits_to(one, _own_names(other))
    other_owes = credits_to(other, _own_names(one))
    if one_owes != other_owes:
        return (other, one, "credit") if one_owes else (one, other, "credit")
    if _is_earlier(other, one):
        return other, one, "date"
    return one, other, "date" if _is_earlier(one, other) else "unknown"


def _carries(article: Article, name: str, short: str) -> bool:
    """Tell whether an agency is named: its full name, ``(SHORT)``, or either in a credit line."""
    if short not in article.text and name not in article.text:
        return short in article.byline or name in article.byline
    for block in article.blocks:
        line = article.text[slice(*block.span)]
        if _is_credit_line(block) and (_stands(short, line) or _stands(name, line)):
            return True
        if block.kind in BODY_KINDS and (f"({short})" in line or _stands(name, line)):
            return True
    return short in article.byline or name in article.byline


def _names(article: Article, outlet: str) -> bool:
    if outlet not in article.text:
        return False
    for block in article.blocks:
        line = article.text[slice(*block.span)]
        if _is_credit_line(block) and _stands(outlet, line):
            return True
        if block.kind in BODY_KINDS and _stands(outlet, line, inside=" " not in outlet):
            return True
    return False


def _declares(article: Article, *names: str) -> bool:
    """Tell whether the mark-up of an article names one of some names, or its host, as a source."""
    plain = {_SIGNS.sub("", name).casefold() for name in names}
    return any(
        _SIGNS.sub("", part).casefold() in plain
        for source in article.sources
        for part in ((source,) if " " in source else (source, *source.split(".")))
    )


def _is_credit_line(block: Block) -> bool:
    length = block.span[1] - block.span[0]
    return block.kind in ("byline", "furniture") and length <= CREDIT_LINE


def _stands(name: str, text: str, *, inside: bool = False) -> bool:
    """Tell whether ``name`` stands in ``text`` as words; ``inside``: not to open a sentence."""
    if name not in text:
        return False
    for match in re.finditer(_WORD_EDGE.format(re.escape(name)), text):
        before = text[max(0, match.start() - 4) : match.start()]
        if not inside or (match.start() > 0 and not _SENTENCE_STARTS.search(before)):
            return True
    return False


def _is_earlier(one: Article, other: Article) -> bool:
    """Tell whether both dates are known and the first is the earlier, as finely as both say."""
    first, second = _date(one), _date(other)
    common = min(len(first), len(second))
    return first[:common] < second[:common]


def _date(article: Article) -> str:
    published = article.published
    if published is None or published.basis == "story" or not _EDTF.fullmatch(published.edtf):
        return ""
    return published.edtf.rstrip("Z")
