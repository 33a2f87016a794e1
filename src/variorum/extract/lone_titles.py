"""The title of a text with little above its body: the one line there that is nothing else.

A paper's name, a date and a writer are told by what they are; what is left above the body of a
text that was copied without its page is its title, be it short, or a line in capitals above a
standfirst. Where more than a few lines stand above the body, this says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from variorum.extract.no_titles import may_be_title
from variorum.extract.outlet_names import is_newspaper, may_be_outlet
from variorum.extract.person_names import people_in
from variorum.extract.short_titles import Telling
from variorum.languages import Language, find

ABOVE = 6
"""How many lines stand above the body at most."""
NAMED = 3
"""How many words a line has at most that may be a name, all in capitals or with capitals."""
CAPITALS = 5
"""How many words a title in capitals has at least that stands above what was taken for it."""
_TOLD, _HINTED = 0.5, 0.3
_LOOK = 1_200
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OF = frozenset(("of", "the", "and", "for", "de", "du", "des", "la", "le"))
_SPOKEN = re.compile(r"[:“”\"«»]")


def with_lone_title(
    lines: Sequence[str], kinds: Sequence[str], menus: Sequence[bool], language: str | None
) -> list[str]:
    """Return ``kinds`` with the line above the body that must be the title as headline.

    A headline that is a person's name is the byline of a title above it; one right below a line in
    capitals that the text repeats is its standfirst.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
        menus: for each line, whether it is a row of links.
        language: of the page, as a BCP 47 tag where known.
    """
    found = list(kinds)
    head = kinds.index("headline") if "headline" in kinds else None
    rows = enumerate(zip(lines, kinds, strict=True))
    body = next((at for at, (line, k) in rows if k == "paragraph" and not is_newspaper(line)), 0)
    words = find(language) or find("en")
    if words is None or not 0 < body < len(lines) or (head is not None and head > body):
        return found
    looks = _Looks(" ".join(lines[body:])[:_LOOK], words, language)
    title = None
    if head is not None and head > 0 and not menus[head - 1]:
        title = head - 1 if looks.shouts(lines[head - 1], lines[head]) else None
    named = head is not None and looks.is_name(lines[head])
    if title is None and (head is None or named) and body <= ABOVE and not any(menus[:body]):
        above = range(body if head is None else head)
        title = looks.best([(at, lines[at]) for at in above if kinds[at] != "date"])
        if title is not None and lines[title + 1][:1].islower():
            title = None
    if title is not None:
        found[title] = "headline"
        if head is not None:
            found[head] = "byline" if named else "standfirst"
    return found


class _Looks:
    """What lines above a body look like: names, titles in capitals, titles."""

    def __init__(self, text: str, words: Language, language: str | None) -> None:
        self._text = text
        self._telling = Telling(text, words.function_words)
        self._words = words
        self._language = language

    def best(self, lines: Sequence[tuple[int, str]]) -> int | None:
        """Return the place of the line that is most like a title, None where none is.

        What the body repeats counts most, then what is no name, then what stands above.
        """
        titles = [(at, line) for at, line in lines if self._may_be(line)]
        ranked = [(self._telling(line) >= _TOLD, not _is_cased(line), -at) for at, line in titles]
        return -max(ranked)[2] if ranked else None

    def is_name(self, line: str) -> bool:
        """Tell whether a line names a person, or something else, that the body does not name."""
        people = list(people_in(line))
        named = any(name.split()[-1] in self._text for name in people)
        if named or _SPOKEN.search(line) or self._telling(line) >= _TOLD:
            return False
        opening = line.split()[0].casefold()
        known = bool(people) and opening in self._words.first_names
        cried = line.isupper() and len(line.split()) > NAMED
        return known or (not cried and any(len(name.split()) <= NAMED for name in people))

    def shouts(self, line: str, below: str) -> bool:
        """Tell whether a line is a title in capitals above one with small letters."""
        if not line.isupper() or below.isupper() or len(line.split()) < CAPITALS:
            return False
        told = may_be_title(line, self._language) and not self._is_label(line)
        return told and not may_be_outlet(line) and self._telling(line) >= _HINTED

    def _may_be(self, line: str) -> bool:
        if not may_be_title(line, self._language, least=2) or self._is_label(line):
            return False
        if may_be_outlet(line) or self.is_name(line):
            return False
        short = len(line.split()) <= NAMED + line.casefold().startswith("the ")
        return not (short and _is_cased(line)) or self._telling(line) >= _TOLD

    def _is_label(self, line: str) -> bool:
        """Tell whether a line says what stands on its page, as ``Press release`` does."""
        plain = " ".join(_WORD.findall(line.casefold().replace("’", "'")))
        known = self._words.page_labels | self._words.teaser_labels | self._words.comment_headings
        return plain in known or any(f" {w} " in f" {plain} " for w in self._words.page_words)


def _is_cased(line: str) -> bool:
    """Tell whether all words of a line but ``of`` and its like begin with capitals, as names do."""
    return not any(word[0].islower() and word not in _OF for word in _WORD.findall(line))
