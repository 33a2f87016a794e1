"""Tells of each quote-like character whether it opens, closes, or is an apostrophe.

A character is judged by its own shape, its two neighbours (as in the flanking rules of
CommonMark) and what is open at the time; nothing here looks further than the paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.model.spans import Span

SIGN = re.compile(r"``|''|[\"'“”„‟«»‹›‘’‚‛「」『』]")
FAMILIES = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', "``", "''"), "double"),
    **dict.fromkeys("‘’‚‛'", "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "small guillemet"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
NESTING_IN_ITSELF = frozenset({"guillemet", "small guillemet", "corner", "white corner"})

_ALWAYS = {"„": "open", "‟": "open", "``": "open", "「": "open", "『": "open"} | {
    "」": "close",
    "』": "close",
}
# What may stand before an opening mark and still be joined to it.
_OPENERS = frozenset("([{<—–-/\u2060\ufeff¿¡")
# Leading elisions ('90s, 'til) and, in texts cut into tokens, clitics ('s).
_ELISION = re.compile(
    r"(?:\d\ds?|tis|twas|twere|twill|twould|til|till|tween|cause|cos|coz|em|im|er|ere|im|un|n"
    r"|bout|round|neath|gainst|nuff|kay|sup|fraid|s|t|d|m|ll|re|ve|ow|ello|ad|is|e)(?![\w])",
    re.IGNORECASE,
)
# A tag with its attributes, which a page's source leaves in a text; its end may be cut off.
_TAG = re.compile(r"<[A-Za-z][\w:-]*(?:\s+[\w:-]+=\"[^\"<>]*\")*(?:\s+[\w:-]+=\"[^\"<>]*)?")


@dataclass(frozen=True, slots=True)
class Sign:
    """A quote-like character at ``span``, with what stands at its two sides."""

    span: Span
    shape: str
    before: str
    after: str
    elides: bool
    answered: bool = False

    @property
    def family(self) -> str:
        """Return the name of the pairs that this shape belongs to."""
        return FAMILIES[self.shape]

    @property
    def leans_right(self) -> bool:
        """Tell whether it is joined to what follows and parted from what precedes."""
        apart = self.before.isspace() or self.before in _OPENERS or self.before in FAMILIES
        return apart and not self.after.isspace()

    @property
    def leans_left(self) -> bool:
        """Tell whether it is joined to what precedes and parted from what follows."""
        return not self.before.isspace() and not self.after.isalnum()

    @property
    def inside_word(self) -> bool:
        """Tell whether letters or digits stand at both sides."""
        return self.before.isalnum() and self.after.isalnum()

    @property
    def closes_firmly(self) -> bool:
        """Tell whether a single mark here can hardly be an apostrophe."""
        if not self.leans_left:
            return False
        return self.before not in "sS" or not self.after.isspace()


def signs_in(text: str, span: Span) -> list[Sign]:
    """Return the quote-like characters of a paragraph in order, none from inside a word or tag."""
    signs = []
    start, end = span
    tags = [tag.span() for tag in _TAG.finditer(text, start, end)]
    for match in SIGN.finditer(text, start, end):
        first, last = match.span()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        single = FAMILIES[match[0]] == "single"
        if single and before.isalnum() and after.isalnum():
            continue
        at = bisect_right(tags, first, key=lambda tag: tag[0]) - 1
        if after == ">" or (at >= 0 and first < tags[at][1]):
            continue
        elides = single and _ELISION.match(text, last, end) is not None
        signs.append(Sign(match.span(), match[0], before, after, elides))
    return _with_answers(signs)


def _with_answers(signs: list[Sign]) -> list[Sign]:
    """Note on each single mark whether a firm closing one follows before another opens."""
    answered = False
    noted = []
    for sign in reversed(signs):
        if sign.family != "single":
            noted.append(sign)
            continue
        noted.append(Sign(sign.span, sign.shape, sign.before, sign.after, sign.elides, answered))
        if sign.leans_right and not sign.elides:
            answered = False
        elif sign.closes_firmly:
            answered = True
    return noted[::-1]


def role(sign: Sign, opened: Sequence[str]) -> str | None:
    """Return ``open``, ``close`` or None (no quote mark).

    Args:
        sign: the character.
        opened: the shapes of the marks open before it, outermost first.
    """
    if sign.shape in _ALWAYS:
        return _ALWAYS[sign.shape]
    mates = [shape for shape in opened if FAMILIES[shape] == sign.family]
    if sign.family == "single":
        return _single(sign, mates)
    if sign.family == "double":
        return _double(sign, mates)
    return _guillemet(sign, mates)


def _double(sign: Sign, mates: list[str]) -> str | None:
    forward = sign.leans_right and not sign.leans_left
    backward = sign.leans_left and not sign.leans_right
    if sign.shape == "“":
        return "close" if mates and backward else "open"
    if sign.shape == "”":
        return "open" if not mates and forward else "close"
    if sign.before.isdigit() and not mates:
        return None  # inches and seconds
    if sign.inside_word and sign.before.isdigit():
        return None
    if forward or backward:
        return "open" if forward else "close"
    return "close" if mates else "open"


def _guillemet(sign: Sign, mates: list[str]) -> str | None:
    inwards = sign.shape in "«‹"
    if mates and (mates[-1] in "«‹") is not inwards:
        return "close"
    if inwards:
        return "open"
    return "open" if sign.leans_right and not sign.leans_left else "close"


def _single(sign: Sign, mates: list[str]) -> str | None:
    if sign.leans_right and not sign.leans_left:
        return _single_before_word(sign)
    if not sign.leans_left:
        return None
    if sign.shape in "‘‛‚" and not mates:
        return None
    if not mates:
        return None if sign.before.isalnum() else "close"
    possessive = sign.before in "sS" and sign.after.isspace() and sign.answered
    return None if possessive else "close"


def _single_before_word(sign: Sign) -> str | None:
    if sign.elides:
        return None
    if sign.shape in "‘‛‚":
        return "open"
    return "open" if sign.answered else None
