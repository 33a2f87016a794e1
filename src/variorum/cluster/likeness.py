"""How likely two texts report one event, with the words one can check it by."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from variorum.cluster.rarity import RARE, Rarity, is_year, rarity
from variorum.languages import find
from variorum.model.annotation import AnnotatedArticle
from variorum.model.article import Article, Published
from variorum.model.words import words_in

# Derived on the stories that tests/quality/stories.py keeps for it.
MIDDLE = 0.1
SLOPE = 30.0
PER_DAY = 0.015
# A headline may at most double what the text under it shares.
HEADLINE_GAIN = 2.0
# Reports further apart that share no number are of two events, however alike their words.
FAR_DAYS = 60
# Reports whose own lines print dates further apart are of two events, whatever they share. The
# dates that mark-up declares are too often those of a change or a capture to decide alone.
PRINTED_APART = 180
# Where a dateline ends at the latest, in code points: "KERAVA, March 3, 2011 (Agency) -".
DATELINE = 80
OTHER_NUMBERS = 0.1
LEAST_NUMBERS = 2
NEAR_DAYS = 14
TELLING = 4.0
LISTED = 12
_DATELINE = re.compile(r"[^\n]*?(?:\s[-–]+\s|\s?—)")
_POSSESSIVE = re.compile(r"['’]s$")
MANY = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What of an article is compared: weighted words, its numbers and years, its day.

    The day is that of publication, or of the dateline; ``printed`` is it where the page prints it.
    ``whole`` and ``under`` hold the words with and without the headlines, scaled to length 1;
    ``shown`` the first printed shape of each word; ``names`` the words that always have a capital,
    also where no line or sentence begins.
    """

    witness: str
    whole: dict[str, float]
    under: dict[str, float]
    shown: dict[str, str]
    names: frozenset[str]
    numbers: frozenset[str]
    years: frozenset[str]
    day: date | None
    printed: date | None


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score from 0 to 1, what speaks against one event, and whether it rules one out."""

    score: float
    against: tuple[str, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two texts have in common, the weightiest first."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    words: tuple[str, ...]


def profile(found: AnnotatedArticle) -> Profile:
    """Return what of an article is compared. Furniture never counts."""
    article = found.article
    whole: Counter[str] = Counter()
    under: Counter[str] = Counter()
    shown: dict[str, str] = {}
    capital: Counter[str] = Counter()
    for block in article.body():
        for word in words_in(article.text, block.span):
            form = word.form.removesuffix("'s")
            whole[form] += 1
            under[form] += block.kind != "headline"
            printed = article.text[slice(*word.span)]
            shown.setdefault(form, printed)
            if not printed[0].isupper():
                capital[form] -= MANY
            elif _follows_a_word(article.text, word.span[0]) and block.kind != "headline":
                capital[form] += 1
    figures = frozenset(form for form in under if under[form] and form[0].isdigit())
    years = frozenset(form for form in figures if is_year(form))
    weigh = rarity(article.language)
    datelined = _datelined(article)
    return Profile(
        witness=article.id,
        whole=_scaled(whole, weigh),
        under=_scaled(under, weigh),
        shown=shown,
        names=frozenset(form for form, count in capital.items() if count > 0),
        numbers=frozenset(form for form in figures - years if len(form) > 1),
        years=years,
        day=_day(article.published) or datelined,
        printed=_day(article.published) if _is_printed(article.published) else datelined,
    )


def compare(one: Profile, other: Profile) -> Likeness:
    """Return how likely two texts report one event; the order of the two does not matter."""
    one, other = sorted((one, other), key=lambda known: known.witness)
    shared = min(_cosine(one.whole, other.whole), HEADLINE_GAIN * _cosine(one.under, other.under))
    days = abs((one.day - other.day).days) if one.day and other.day else None
    against = _against(one, other, days)
    if against:
        shared *= OTHER_NUMBERS
    shared -= PER_DAY * math.log1p(days or 0)
    score = 1 / (1 + math.exp(-SLOPE * (shared - MIDDLE)))
    return Likeness(round(score, 6), against, _printed_apart(one, other) is not None)


def _against(one: Profile, other: Profile, days: int | None) -> tuple[str, ...]:
    """Tell look-alikes of another day: far apart, or of other years and no number in common."""
    if printed := _printed_apart(one, other):
        return (f"dated {printed} days apart",)
    if one.numbers & other.numbers or min(len(one.numbers), len(other.numbers)) < LEAST_NUMBERS:
        return ()
    if days is not None and days > FAR_DAYS:
        return (f"published {days} days apart, no number in common",)
    if days is not None and days <= NEAR_DAYS:
        return ()
    latest = sorted({max(one.years, default=""), max(other.years, default="")})
    if "" in latest or len(latest) == 1:
        return ()
    return (f"of {latest[0]} and {latest[1]}, no number in common",)


def _printed_apart(one: Profile, other: Profile) -> int | None:
    """Return how many days the printed dates are apart, where that rules out one event."""
    days = abs((one.printed - other.printed).days) if one.printed and other.printed else 0
    return days if days > PRINTED_APART else None


def shared_by(one: Profile, other: Profile) -> Shared:
    """Return the names, numbers and rare words that two texts share."""
    one, other = sorted((one, other), key=lambda known: known.witness)
    names, numbers, words = [], [], []
    for form in sorted(one.whole.keys() & other.whole.keys()):
        share = one.whole[form] * other.whole[form]
        shown = _POSSESSIVE.sub("", one.shown[form])
        if form in one.numbers and form in other.numbers:
            numbers.append((-share, shown))
        elif form in one.names and form in other.names:
            names.append((-share, shown))
        elif not form[0].isdigit() and len(form) >= TELLING:
            words.append((-share, form))
    return Shared(names=_first(names), numbers=_first(numbers), words=_first(words))


def _first(found: list[tuple[float, str]]) -> tuple[str, ...]:
    return tuple(shown for _, shown in sorted(found)[:LISTED])


def _scaled(counts: Counter[str], weigh: Rarity) -> dict[str, float]:
    """Return the words weighted by log count and rarity, scaled to length 1, in one order."""
    weights = {}
    for form in sorted(counts):
        if counts[form] and (weight := weigh(form)):
            weights[form] = (1 + math.log(counts[form])) * weight / RARE
    length = math.sqrt(math.fsum(value * value for value in weights.values()))
    return {form: value / length for form, value in weights.items()} if length else {}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return math.fsum(value * large[form] for form, value in small.items() if form in large)


def _follows_a_word(text: str, at: int) -> bool:
    """Tell whether a word stands inside a sentence: after another one and a space or a comma."""
    before = text[max(0, at - 3) : at].rstrip(" ,")
    return bool(before) and before[-1].isalnum()


def _day(published: Published | None) -> date | None:
    """Return the day of a date, None where it is not known to the day."""
    try:
        return date.fromisoformat(published.edtf[:10]) if published else None
    except ValueError:
        return None


def _is_printed(published: Published | None) -> bool:
    if published is None:
        return False
    return published.basis in ("stated", "furniture") or published.span is not None


def _datelined(article: Article) -> date | None:
    """Return the day in the dateline: what stands before a dash where the text begins."""
    known = find(article.language)
    first = next((b.span for b in article.body() if b.kind == "paragraph"), None)
    if known is None or first is None:
        return None
    line = _DATELINE.match(article.text, first[0], min(first[1], first[0] + DATELINE))
    for _, edtf, precision in known.read_dates(line[0]) if line else ():
        return _day(Published(edtf=edtf, precision=precision, basis="stated", span=None))
    return None
