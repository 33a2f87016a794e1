"""What changed, as mark-up: each change with a sign, a word, and its words put in or taken out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from variorum.errors import InputError
from variorum.exports import _labels as labels
from variorum.exports._apparatus import Edition
from variorum.exports._changes import footer, told_lines
from variorum.exports._compared import joined
from variorum.exports._lines import GONE, NEW, OTHER, Line
from variorum.exports._markup import COLOURS, escaped
from variorum.exports._rewritten import Piece, rewritten
from variorum.exports._terminal import LOUD, QUIET, TITLE, Part, Terminal
from variorum.model.changes import Changes
from variorum.model.record import Record

# No line of a page is folded by hand.
_WIDE = 1_000_000
_STATES = {NEW: "new", GONE: "gone", OTHER: "changed"}
_ELEMENTS = {"new": ("ins", "put in"), "gone": ("del", "taken out")}
_STYLES = {TITLE: "strong", LOUD: "strong", QUIET: "small"}
# Of a long passage that is the same, so many characters are shown at either end.
_BESIDE = 240
_LINES = msgspec.json.Decoder(tuple[Line, ...])


class Plain(Terminal):
    """A page for lines that are written elsewhere: a letter has the class of its colour."""

    __slots__ = ()

    def siglum(self, witness: str) -> Part:
        """Return a witness's letter with the class that gives it its colour."""
        return (self.edition.siglum(witness), f"c{self.edition.index(witness) % COLOURS}")


def lines_of(changes: Changes, records: tuple[Record, Record]) -> bytes:
    """Return what changed from the first record to the second as lines, to be kept as JSON."""
    lines = told_lines(Plain(Edition(joined(*records)), _WIDE), changes, records)
    shown = "\n".join("".join(words for words, _ in (*m.head, (m.words, ""))) for m in lines)
    return msgspec.json.encode([*lines, *footer(changes, shown)])


def marked(lines: bytes, heading: int) -> str:
    """Return lines as mark-up; every word of theirs is escaped here.

    Args:
        lines: as :func:`lines_of` gives them.
        heading: the level of their headings.

    Raises:
        InputError: they are damaged.
    """
    try:
        found = _LINES.decode(lines)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"damaged lines of what changed ({error})") from error
    shown = (line for line in found if line.head or line.words or line.sign)
    return f'<div class="changes">\n{"".join(_line(line, heading) for line in shown)}</div>\n'


def _line(line: Line, heading: int) -> str:
    parts = "".join(map(_part, line.head))
    words = _words(line)
    if line.level:
        return f"<h{heading}>{parts} {words}</h{heading}>\n"
    nested = not line.sign and line.head and line.head[0][0].startswith("    ")
    kind = "change in" if nested else "change"
    return f'<p class="{kind}">{_sign(line.sign)}{parts} {words}</p>\n'


def _sign(sign: str) -> str:
    """Return the sign of a change, with the word for it."""
    state = _STATES.get(sign, "")
    told = f' <span class="state">{state}</span>' if state else ""
    return f'<span class="sign">{escaped(sign)}</span>{told} ' if sign else ""


def _part(part: Part) -> str:
    words, style = part
    if not words.strip():
        return " "
    if style.startswith("c"):
        return f'<span class="chip {escaped(style)}">{escaped(words)}</span>'
    name = _STYLES.get(style)
    return f"<{name}>{escaped(words)}</{name}>" if name else escaped(words)


def _words(line: Line) -> str:
    before = f"{escaped(line.before)} " if line.before else ""
    if line.fate:
        return before + put(line.fate, line.words)
    kind = ' class="facts"' if line.style == QUIET else ""
    words = f'<span{kind} dir="auto">{escaped(line.words)}</span>' if line.words else ""
    return before + words


def put(fate: str, words: str) -> str:
    """Return words that were put in (``new``) or taken out (``gone``)."""
    element, told = _ELEMENTS[fate]
    return (
        f'<{element} lang="" dir="auto"><span class="vh">{told}: </span>{escaped(words)}'
        f"</{element}>"
    )


def compared(old: str, new: str) -> str:
    """Return two texts of one page as mark-up, long passages that are the same cut short."""
    pieces = rewritten(old, new)
    body = "".join(_piece(piece, at, len(pieces)) for at, piece in enumerate(pieces))
    return f'<div class="rewritten" lang="" dir="auto">{body}</div>\n'


def _piece(piece: Piece, at: int, count: int) -> str:
    kind, words = piece
    if kind != "same":
        return put(kind, words)
    return "".join(map(escaped, _short(words, first=not at, last=at + 1 == count)))


def _short(words: str, *, first: bool, last: bool) -> Iterator[str]:
    """Yield a passage that is the same, or its two ends where it is long."""
    if len(words) <= 3 * _BESIDE:
        yield words
        return
    if not first:
        yield words[:_BESIDE].rpartition(" ")[0]
    yield f" {labels.CUT} "
    if not last:
        yield words[-_BESIDE:].partition(" ")[2]
