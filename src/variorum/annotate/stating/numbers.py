"""Numbers and what they count: ``four regions``, ``20%``, ``$3.5 million``, ``half a dozen``.

Years, dates, times of day, ordinals and parts of names are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from variorum.languages import Language, scale_of, value_of_words
from variorum.model.annotation import Quantity
from variorum.model.spans import Span

_GAP = r"[ \u00a0\u202f]"
_JOINT = r"[ \u00a0\u202f-]"
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,15}(?!\d))(?:\.\d{1,9}(?!\d))?"
_AFTER = r"(?![\d/:]|[.,-]\d)"
_PERCENT = re.compile(rf"{_GAP}?%|{_GAP}per{_GAP}?cent(?:age{_GAP}points?)?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"([ \u00a0\u202f-])([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\u202f-]\Z")
# How far before a number the word that governs it is looked for, in code points.
REACH = 20
# How far before it what weighs so much may be said to weigh.
FAR = 32
# How many words behind a number may stand before what it counts, that included.
NEAR = 3
HALF = 0.5


def find_quantities(text: str, span: Span, language: Language | None) -> tuple[Quantity, ...]:
    """Return the quantities of a stretch of text, in order.

    Args:
        text: the whole text; spans count in it.
        span: where to look.
        language: whose number words, scales, currencies and plurals to know; None: digits only.

    The span of a quantity is the number with its sign, currency or ``%``, without the noun.
    ``unit`` is ``%``, an ISO 4217 code, or the counted noun in the singular; None where unclear.
    """
    pattern = _numbers(language) if language else _BARE
    found = []
    for match in pattern.finditer(text, *span):
        value = _value(match, language)
        if value is not None:
            found.append(_quantity(match, value, language))
    return tuple(quantity for quantity in found if quantity)


def in_measure(forms: Sequence[str], at: int, language: Language) -> bool:
    """Tell whether a word is one of the two around a measure (``as many as 20 boats``).

    Args:
        forms: of words in a row, in small letters.
        at: which of them.
        language: whose number words to know.
    """
    for first in (at, at - 2):
        near = forms[max(0, first) : first + 4]
        paired = len(near) == 4 and near[0] == near[2] == forms[at]
        if paired and (any(map(str.isdigit, near[3])) or near[3] in language.numbers):
            return True
    return False


_BARE = re.compile(
    rf"(?<![\w.,/:#€£$-])(?P<digits>{_DIGITS}){_AFTER}(?!\w)(?P<skip>(?!))?(?P<sign>(?!))?"
    rf"(?P<scale>(?!))?(?P<short>(?!))?(?P<more>(?!))?(?P<share>(?!))?(?P<words>(?!))?"
)


@cache
def _numbers(language: Language) -> re.Pattern[str]:
    """Build the one pattern of what to step over and of numbers in digits and in words."""
    months = rf"(?:{_either(language.months)}\b\.?)"
    scales = rf"(?:{_either(language.scales)}s?\b)"
    word = rf"(?:(?:{_either((*language.numbers, *language.scales))})s?\b)"
    share, part = _shares(language)
    signs = _either(sign for sign in language.currencies if not sign[-1].isalpha())
    day, year = r"[0-3]?\d(?:st|nd|rd|th)?\b", r"\d{4}\b"
    return re.compile(
        rf"(?<![\w.,/:#-])(?:"
        rf"(?P<skip>{months}{_GAP}{day}(?:,?{_GAP}{year})?|{months}{_GAP}{year}"
        rf"|{day}{_GAP}(?:of{_GAP})?{months}(?:,?{_GAP}{year})?"
        rf"|\d{{1,2}}(?:[:.]\d\d)?{_GAP}?[ap]\.?m\b|\d{{1,2}}[:.]\d\d{_GAP}[A-Z]{{3,4}}\b"
        rf"|\d+(?:st|nd|rd|th)\b)"
        rf"|(?:(?P<sign>{signs}){_GAP}?)?(?P<digits>{_DIGITS}){_AFTER}"
        rf"(?:(?P<short>{_either(language.short_scales)})\b|(?!\w)(?P<more>{part})?)"
        rf"(?P<scale>(?:{_JOINT}{scales}){{0,2}})"
        rf"|(?P<share>{share})"
        rf"|(?P<words>(?:an?{_GAP}(?={scales}))?{word}(?:(?:{_GAP}and{_GAP}|{_GAP}|-){word})*)"
        rf"(?:(?P<part>{part})(?P<whole>{_JOINT}{scales})?)?"
        rf")",
        re.IGNORECASE,
    )


def _shares(language: Language) -> tuple[str, str]:
    """Build the patterns of a share of a scale (``half a million``) and of ``and a half``."""
    parts = _either(language.fractions)
    half = _either(name for name, value in language.fractions.items() if value == HALF)
    number, scale = _either(language.numbers), rf"{_either(language.scales)}\b"
    share = (
        rf"(?:(?:an?|{number}){_JOINT})?(?:{parts}s?{_GAP}of{_GAP}an?{_GAP}|{half}{_GAP}an?{_GAP}"
        rf"|{parts}{_JOINT}){scale}"
    )
    return share, rf"{_JOINT}and{_JOINT}an?{_JOINT}{parts}\b(?!{_GAP}of\b)"


def _either(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in longest_first)})"


def _value(match: re.Match[str], language: Language | None) -> float | None:
    """Return what a number amounts to, None for what is none or not certain."""
    if match["skip"]:
        return None
    if language is None:
        return float(match["digits"].replace(",", ""))
    if match["words"]:
        return _told_in_words(match, language)
    if match["share"]:
        return _share(_WORD.findall(match["share"].lower()), language)
    value = float(match["digits"].replace(",", "")) + _fraction(match["more"], language)
    for scale in _WORD.findall(match["scale"].lower()):
        value *= scale_of(scale, language.scales)
    return value * language.short_scales.get((match["short"] or "").lower(), 1)


def _told_in_words(match: re.Match[str], language: Language) -> float | None:
    """Return the value of number words, be it with a part (``two and a half million``)."""
    value = value_of_words(match["words"].lower(), language.numbers, language.scales)
    if value is None or not match["part"]:
        return value
    last, part = match["words"].lower().split()[-1], _fraction(match["part"], language)
    if match["whole"]:
        return (value + part) * scale_of(match["whole"][1:].lower(), language.scales)
    return value + part * language.scales.get(last, 1)


def _fraction(words: str | None, language: Language) -> float:
    """Return what ``and a half`` adds to one, nothing where nothing is added."""
    return language.fractions[words.lower().rsplit("-")[-1].split()[-1]] if words else 0


def _share(words: Sequence[str], language: Language) -> float:
    """Return the value of a share of a scale: ``half a million``, ``three quarters of a dozen``."""
    value = float(language.numbers.get(words[0], 1) * language.scales[words[-1]])
    for word in words[:-1]:
        value *= language.fractions.get(word) or language.fractions.get(word.removesuffix("s"), 1)
    return value


def _quantity(match: re.Match[str], value: float, language: Language | None) -> Quantity | None:
    """Return a number with its unit, None for a year, a name's number or a pronoun's ``one``."""
    text, (start, end) = match.string, match.span()
    percent = _PERCENT.match(text, end)
    if percent:
        return Quantity(value=value, unit="%", span=(start, percent.end()))
    if language is None:
        year = _may_be_year(match, value)
        return None if year else Quantity(value=value, unit=None, span=(start, end))
    if match["sign"]:
        unit: str | None = language.currencies[match["sign"].lower()]
        return Quantity(value=value, unit=unit, span=(start, end))
    unit = _weighed(text, (start, end), language) or _counted(text, end, value, language)
    if _is_no_count(match, value, unit, language):
        return None
    return Quantity(value=value, unit=unit, span=(start, end))


def _may_be_year(match: re.Match[str], value: float) -> bool:
    return 1000 <= value <= 2100 and match[0].isdigit() and len(match[0]) == 4


def _is_no_count(match: re.Match[str], value: float, unit: str | None, language: Language) -> bool:
    """Tell a year, the number of a name (``Route 66``), ``5m`` and ``one of them`` from counts."""
    before = _BEFORE.search(match.string[max(0, match.start() - REACH) : match.start()])
    word = before[1] if before else ""
    if _may_be_year(match, value):
        return unit is None or word.lower() in language.date_prepositions | {"the"}
    if unit is not None:
        return False
    one = (match["words"] or "").lower() == "one"
    named = word[:1].isupper() and word.lower() not in language.determiners
    return one or (match["short"] or "").lower() == "m" or named


def _weighed(text: str, span: Span, language: Language) -> str | None:
    """Return a unit of weight that is a currency too, where something weighs so much: ``pound``."""
    unit, behind = "", [word.lower() for _, word in _words_behind(text, span[1])]
    if behind:
        unit = language.singular(behind[0]) or behind[0]
    if unit not in language.currencies or unit not in language.variants.sizes["weight"]:
        return None
    near = _WORD.findall(text[max(0, span[0] - FAR) : span[0]].lower()) + behind[1:2]
    return None if language.variants.weighing.isdisjoint(near) else unit


def _counted(text: str, end: int, value: float, language: Language) -> str | None:
    """Return the singular of the first plural near behind a number, or a currency's code."""
    for place, (gap, word) in enumerate(_words_behind(text, end)):
        low = word.lower()
        noun = language.singular(low)
        if low in language.currencies or noun in language.currencies:
            return language.currencies.get(low) or language.currencies[noun or ""]
        if low in {"of", "the", "these", "those", "its", "his", "her", "their", "our"}:
            continue
        if gap == "-" and place == 0:
            return noun or low
        if word.islower() and (low in language.function_words or low in language.cues):
            return None
        if noun and word.islower():
            return noun
        if place == 0 and (value == 1 or len(low) <= 2) and word.islower():
            return low
    return None


def _words_behind(text: str, at: int) -> Iterator[tuple[str, str]]:
    """Yield the next words with the gap before each, as far as no other sign stands between."""
    for _ in range(NEAR + 2):
        match = _NEXT.match(text, at)
        if match is None:
            return
        yield match[1], match[2]
        at = match.end()
