"""English: word lists from ``en.toml`` and its fellows, verb forms and written-out dates."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from itertools import permutations
from typing import Any

from variorum.languages import (
    ContrastWords,
    Cue,
    FlagWords,
    Language,
    PlaceActs,
    PlaceWords,
    TimeWords,
    VariantWords,
    dated,
    read_iso_dates,
)
from variorum.model.spans import Span

_FORMS = ("base", "third", "past", "participle", "gerund")
# The tables of acts on places that list verbs.
_VERBS = frozenset({"object", "loss", "leaving", "aimed", "either", "ballot", "subject", "regard"})


def _inflected(verb: str) -> tuple[str, ...]:
    """Return the five forms of a verb: as listed, or by the regular rule."""
    listed = verb.split()
    if len(listed) == len(_FORMS):
        return tuple(listed)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        past = verb[:-1] + "ied"
        return verb, verb[:-1] + "ies", past, past, verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    past = verb + "d" if verb.endswith("e") else verb + "ed"
    return verb, third, past, past, stem + "ing"


def _cues(groups: dict[str, str]) -> dict[str, Cue]:
    """Return the speech verbs by form; a verb listed twice keeps its first group."""
    cues: dict[str, Cue] = {}
    for group, lines in groups.items():
        for verb in _listed(lines):
            forms = _inflected(verb)
            for form, word in zip(_FORMS, forms, strict=True):
                cues.setdefault(word, Cue(forms[0], group, form))
    return cues


def _opposites(lines: str) -> dict[str, frozenset[str]]:
    """Return what each word excludes; a line is lists of words with strokes between.

    A low line joins the words of a phrase.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines.split("\n"):
        sides = [_phrases(side) for side in line.split("/")]
        for left, right in permutations(sides, 2):
            for word in left:
                found[word].update(right)
    return {word: frozenset(others) for word, others in found.items()}


def _contrast_words() -> ContrastWords:
    source = files("variorum.languages").joinpath("en_contrasts.toml").read_text(encoding="utf-8")
    lists: dict[str, Any] = tomllib.loads(source)
    pairs: dict[str, Any] = {
        name: _opposites(lists.pop(name))
        for name in ("opposites", "descriptions", "counterparts", "stages")
    }
    told = lists.pop("fates").items()
    occasions = {noun: _listed_set(forms) for noun, forms in lists.pop("occasions").items()}
    terms = {verb: _listed_set(nouns) for verb, nouns in lists.pop("terms").items()}
    answers = {noun: _listed_set(leads) for noun, leads in lists.pop("answers").items()}
    fates = {word: fate for fate, lines in told for word in _listed(lines)}
    words = {name: _listed_set(value) for name, value in lists.items()}
    return ContrastWords(
        answers=answers, fates=fates, occasions=occasions, terms=terms, **pairs, **words
    )


def _flag_words() -> FlagWords:
    source = files("variorum.languages").joinpath("en_flags.toml").read_text(encoding="utf-8")
    lists: dict[str, Any] = tomllib.loads(source)
    rungs, happenings = (
        [
            [_phrases(part) for part in line.split("/")]
            for line in lists.pop(name).split("\n")
            if line
        ]
        for name in ("rungs", "happenings")
    )
    return FlagWords(
        rungs=tuple(map(tuple, rungs)),
        happenings=tuple(row[0] for row in happenings),
        **{name: _listed_set(told) for name, told in lists.items()},
    )


def _phrases(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split())


def _listed(lines: str) -> tuple[str, ...]:
    return tuple(word for word in re.split(r"[|\n]", lines) if word)


def _listed_set(value: Any) -> Any:
    """Return a table as it is, a list parted by bars as a set."""
    return value if isinstance(value, dict) else frozenset(_listed(value))


def _variant_words() -> VariantWords:
    """Read the words for variants; a past form of two verbs is the first one's."""
    source = files("variorum.languages").joinpath("en_variants.toml").read_text(encoding="utf-8")
    lists: dict[str, Any] = tomllib.loads(source)
    pasts: dict[str, str] = {}
    for verb, *forms in (line.split() for line in _listed(lists.pop("verbs"))):
        for form in forms:
            pasts.setdefault(form, verb)
    told = lists.pop("attitudes").items()
    attitudes = {word: attitude for attitude, lines in told for word in _listed(lines)}
    return VariantWords(
        pasts=pasts,
        attitudes=attitudes,
        **{name: _listed_set(told) for name, told in lists.items()},
    )


def _place_words() -> PlaceWords:
    source = files("variorum.languages").joinpath("en_places.toml").read_text(encoding="utf-8")
    lists: dict[str, Any] = tomllib.loads(source)
    told = lists.pop("acts")
    held = told.pop("held")
    acts = {name: _rows(rows, verbs=name in _VERBS) for name, rows in told.items()}
    acts["held"] = held
    words = {name: _listed_set(value) for name, value in lists.items()}
    words["works"] |= {f"{word}s" for word in words["works"]}
    return PlaceWords(acts=PlaceActs(**acts), **words)


def _rows(rows: dict[str, str], *, verbs: bool) -> dict[str, str]:
    """Return words, verbs in all their forms, to the row of the ledger they make."""
    return {
        form: row
        for row, lines in rows.items()
        for word in _listed(lines)
        for form in (_inflected(word) if verbs else (word,))
    }


def _language() -> Language:
    """Read the lists; those of function words are parted by white space, the others by bars."""
    source = files("variorum.languages").joinpath("en.toml").read_text(encoding="utf-8")
    lists: dict[str, Any] = tomllib.loads(source)
    function_words = frozenset(lists.pop("function_words").split())
    cues = _cues(lists.pop("verbs"))
    shared = frozenset(lists.pop("shared_words").split())
    words = lists.pop("times")
    times = {name: _listed_set(value) for name, value in words.items()}
    sets: dict[str, Any] = {
        name: frozenset(_listed(lines))
        for table in ("phrases", "names", "clauses")
        for name, lines in lists.pop(table).items()
    }
    return Language(
        code="en",
        function_words=function_words,
        telltales=function_words - shared,
        cues=cues,
        singular=singular,
        read_dates=read_dates,
        times=TimeWords(**times),
        variants=_variant_words(),
        contrasts=_contrast_words(),
        flags=_flag_words(),
        places=_place_words(),
        **sets,
        **lists,
    )


def singular(noun: str) -> str | None:
    """Return the singular of a noun in lower case, by its ending; None for what is no plural."""
    if noun in LANGUAGE.plurals:
        return LANGUAGE.plurals[noun]
    if noun in LANGUAGE.function_words or len(noun) < 3 or not noun.endswith("s"):
        return None
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return noun[:-2]
    return None if noun.endswith(("ss", "us", "is")) else noun[:-1]


_GAP = r"[ \t\u00a0]{1,2}"
_COMMA = r"(?:,?[ \t\u00a0]{1,2}|,)"
_WEEKDAY = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?[ \t\u00a0]{1,2})?"
)
_MONTH = (
    r"(?P<{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<{0}>[12]\d{{3}})(?![\w/]|[-:.]\d)"
_CLOCK = (
    r"(?P<hour{0}>[012]?\d)[:.](?P<minute{0}>[0-5]\d)(?::(?P<second{0}>[0-5]\d))?"
    r"(?:[ \t\u00a0]?(?P<half{0}>[ap]\.?m\b\.?))?"
    r"(?:[ \t\u00a0]?\(?(?P<zone{0}>[+-]\d\d:?\d\d|[A-Z]{{1,4}})\b\)?)?(?![\w:])"
)
_BETWEEN = r"(?:,?[ \t\u00a0](?:at[ \t\u00a0]|[|/–—•·-][ \t\u00a0])?|,[ \t\u00a0]?)"
_DATE = re.compile(
    rf"(?<![\w./:-])(?:{_CLOCK.format('1')},?[ \t\u00a0](?:on[ \t\u00a0])?)?{_WEEKDAY}(?:"
    rf"{_DAY.format('d1')}(?:{_GAP}of)?[ \t\u00a0-]{{1,2}}{_MONTH.format('m1')}"
    rf"(?:{_COMMA}|-){_YEAR.format('y1')}"
    rf"|{_MONTH.format('m2')}{_GAP}{_DAY.format('d2')}{_COMMA}{_YEAR.format('y2')}"
    rf"|{_MONTH.format('m3')}{_COMMA}{_YEAR.format('y3')}"
    rf")(?:{_BETWEEN}{_CLOCK.format('2')})?",
    re.IGNORECASE,
)


def read_dates(text: str) -> Iterator[tuple[Span, str, str]]:
    """Yield the explicit calendar dates of ``text``: span, EDTF value, precision.

    Reads ``Friday 09 December 2022 04:25 GMT``, ``Dec. 9, 2022, 4:25 p.m. EST``, ``December
    2022``, RFC 5322 and ISO 8601 dates. A date without a zone is left in local time; an
    impossible date is not yielded, nor an ambiguous one (``03/04/2025``).
    """
    found = [*read_iso_dates(text)]
    for match in _DATE.finditer(text):
        value = _value(match)
        if value:
            found.append((match.span(), *value))
    yield from sorted(found)


def _value(match: re.Match[str]) -> tuple[str, str] | None:
    """Return what a written-out date says."""
    form = next(number for number in "123" if match[f"y{number}"])
    month = LANGUAGE.months[match[f"m{form}"].lower()]
    day = None if form == "3" else match[f"d{form}"]
    side = "1" if match["hour1"] else "2"
    clock = _clock(match, side)
    zone = match[f"zone{side}"] or ""
    return dated(match[f"y{form}"], month, day, clock=clock, zone=_zone(zone))


def _zone(name: str) -> str | None:
    return name if name[:1] in {"+", "-"} else LANGUAGE.times.zones.get(name.lower())


def _clock(match: re.Match[str], side: str) -> tuple[str | None, str | None, str | None]:
    """Return hour, minute and second on the day of 24 hours."""
    hour, minute, second, half = match.group(
        f"hour{side}", f"minute{side}", f"second{side}", f"half{side}"
    )
    if hour and half:
        late = half[0] in "pP"
        hour = str(int(hour) % 12 + 12 * late) if 1 <= int(hour) <= 12 else "99"
    return hour, minute, second


LANGUAGE = _language()
