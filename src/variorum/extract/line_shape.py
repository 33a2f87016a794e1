"""The shape of one line of copied text, as numbers.

A line is looked at without its page: how long it is, how it ends, how its words are
cased, which tokens of time, money or address stand in it. Nothing here knows a phrase or a site.
Only the first :data:`LOOK` characters of a line are examined, so the work is bounded for a line
of any length.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

LOOK = 600
"""How many characters of a line are examined."""

NAMES = (
    "characters", "words", "word_length", "joined_case", "longest",
    "capital", "lower", "upper", "digits", "short_lower",
    "end", "closed", "inner_ends", "commas", "start", "indent", "bullet",
    "separators", "address", "clock", "year", "date", "currency", "quotes", "brackets", "copyright",
)  # fmt: skip
"""The numbers of :attr:`ShapedLine.shape`, in order."""

_LETTERS = r"(?:[^\W_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0981-\u0dff])+"
_WORD = re.compile(rf"{_LETTERS}(?:['’\-]{_LETTERS})*")
_BULLET = re.compile(r"(?:[*+\-–—•·◦▪‣○●■□►»›>]|o(?=\s))(?=\s|$)")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)](?=\s)")
_ADDRESS = re.compile(
    r"https?:|www\.|(?<=\w)@\w|(?<=\w)\.(?:com|org|net|gov|edu|co)\b|(?<!\w)[@#]\w", re.I
)
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMERIC_DATE = re.compile(r"(?<!\d)\d{1,4}([./-])\d{1,2}\1\d{2,4}(?!\d)|(?<!\d)\d{4}年\d{1,2}月")
_NAMED_DATE = re.compile(
    r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?[.,]? (?:de )?[^\W\d_]{3,10}[.,]?(?: de)? (?:19|20)\d\d(?!\d)"
    r"|[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)"
)
_DIGIT = re.compile(r"\d")
_INNER_END = re.compile(r"[.!?؟।][\"”’»)\]]?\s+(?=[^\sa-z])|[。！？]")
_SEPARATOR = re.compile(r"[|»›→←▸/]| [•·–—-] ")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_CLOSERS = "\"'”’»)]"
_OPENERS = "\"'“‘«„([「『"
_ENDS = {
    **dict.fromkeys(".。۔।", 1), **dict.fromkeys("!！", 2), **dict.fromkeys("?？؟", 3),
    **dict.fromkeys(":：", 4), **dict.fromkeys(",،、;", 5), "…": 6, **dict.fromkeys("*»›→|", 7),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShapedLine:
    """One visible line: where it is, its words in lower case, and its shape as numbers.

    ``span`` is in code points of the whole text; ``blank`` counts the blank lines above it;
    ``count`` is the number of words, estimated where the line is longer than :data:`LOOK`.
    """

    span: tuple[int, int]
    blank: int
    words: tuple[str, ...]
    count: float
    shape: tuple[float, ...]


def measure(text: str, span: tuple[int, int], *, blank: int, indent: int) -> ShapedLine:
    """Return the line at ``span`` of ``text`` with its shape (see :data:`NAMES`)."""
    start, end = span
    head = text[start : min(end, start + LOOK)]
    bullet = _BULLET.match(head) or _NUMBERED.match(head)
    body = head[bullet.end() :].lstrip() if bullet else head
    words = _WORD.findall(body)
    unspaced = len(_UNSPACED.findall(body))
    count = (len(words) + unspaced / 2) * (end - start) / (len(head) or 1)
    shape = (
        *_sizes(words, end - start, count),
        *_casing(words),
        *_edges(body, text[max(start, end - 8) : end], len(words)),
        math.log1p(indent),
        _bullet_kind(bullet),
        *_tokens(body),
    )
    return ShapedLine(span, blank, tuple(w.lower() for w in words), count, shape)


def _sizes(words: list[str], characters: int, count: float) -> tuple[float, ...]:
    """Lengths of the line and of its words, and words run together (``loginPlease``)."""
    lengths = [len(w) for w in words]
    joined = sum(1 for w in words if len(w) > 5 and not w.isupper() and not w[1:].islower())
    mean = sum(lengths) / len(lengths) if lengths else 0.0
    return (
        math.log1p(characters), math.log1p(count), min(mean, 30.0), float(min(joined, 3)),
        float(min(max(lengths, default=0), 40)),
    )  # fmt: skip


def _casing(words: list[str]) -> tuple[float, ...]:
    """Shares of words by case; a script without case counts as lower case."""
    total = len(words) or 1
    long_words = [w for w in words[1:] if len(w) > 3 and not w[0].isdigit()]
    capital = sum(1 for w in long_words if w[0].isupper())
    upper = sum(1 for w in words if len(w) > 1 and w.isupper())
    digits = sum(1 for w in words if w[0].isdigit())
    cased = sum(1 for w in words if w[0].isupper())
    short = sum(1 for w in words if len(w) < 4 and not w[0].isdigit() and not w[0].isupper())
    return (
        capital / len(long_words) if long_words else -1.0,
        (len(words) - cased - digits) / total,
        upper / total, digits / total, short / total,
    )  # fmt: skip


def _edges(body: str, tail: str, total: int) -> tuple[float, ...]:
    """How the line begins and ends, and how many sentences and commas are inside."""
    bare = tail.rstrip(_CLOSERS)
    end = _ENDS.get(bare[-1:], 0)
    if bare.endswith("..."):
        end = 6
    inner = len(_INNER_END.findall(body))
    commas = sum(body.count(mark) for mark in ",،、，")
    return (
        float(end), float(len(bare) < len(tail)), float(min(inner, 8)),
        commas / max(total, 4), _start(body),
    )  # fmt: skip


def _start(body: str) -> float:
    """1 for a capital or caseless letter, 2 for a small one, 3 a digit, 4 a quote, 5 other."""
    first = body[:1]
    if first.isalpha():
        return 2.0 if first.islower() else 1.0
    if first.isdigit():
        return 3.0
    return 4.0 if first and first in _OPENERS else 5.0


def _bullet_kind(bullet: re.Match[str] | None) -> float:
    """0 for none, 1 for a mark, 2 for a number."""
    if bullet is None:
        return 0.0
    return 2.0 if any(c.isdigit() for c in bullet.group()) else 1.0


def _tokens(body: str) -> tuple[float, ...]:
    """Presence of separators, addresses, times, money, quotation marks, brackets and ©."""
    digits = _DIGIT.search(body) is not None
    year = digits and _YEAR.search(body) is not None
    return (
        float(min(len(_SEPARATOR.findall(body)), 5)),
        float(_ADDRESS.search(body) is not None),
        float(digits and _CLOCK.search(body) is not None),
        float(year),
        float(digits and _has_date(body, year)),
        float(any(c in body for c in "$€£¥₹%")),
        float(any(c in body for c in '"“”«»„「')),
        float("(" in body),
        float(any(c in body for c in "©®™")),
    )


def _has_date(body: str, year: bool) -> bool:
    """Tell whether a date stands in the line; one with the name of its month needs a year."""
    named = year and _NAMED_DATE.search(body) is not None
    return named or _NUMERIC_DATE.search(body) is not None
