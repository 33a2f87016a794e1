"""Lines of copied text that are of others: readers' comments, and teasers of other articles.

What stands below a heading of comments (``Comments (12)``) is its readers' words, unless it is
the heavier part of the page and nothing there looks like comments: such a line may be a link above
the text. A line that a label opens (``Related: …``) is a link to another article, and so are
the lines without a full stop below a label that stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from variorum.languages import Language, find

_TEXT = ("paragraph", "section", "standfirst", "caption", "byline", "date")
_PROSE = 10
"""How many words a line of the article has that stands above its comments."""
_SHORT = 6
"""How many words the heading of comments, a label, or a mark below a comment has at most."""
_LONGEST = 300
"""How long a teaser is at most, in code points."""
_CALL = 14
"""How many words a line has at most that calls for comments."""
_LISTED = 8
"""How many teasers may stand below one label."""
_LINES_A_MARK = 3
_HEAVIER = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_COUNT = re.compile(r"\d[\d,.]*[km]?", re.IGNORECASE)
_LABEL = re.compile(r"[^\w“”\"‘’'«„]*+(?P<label>[^\W\d_][^:|–—>]{0,40})(?P<end>[:|–—>]|$)")
_SPEECH = re.compile(r"[“”\"«»]")
_ENDED = re.compile(r"[.;,][\"”’»)]*$")


def without_comments(lines: Sequence[str], kinds: Sequence[str], language: str | None) -> list[str]:
    """Return ``kinds`` with readers' comments, and all below them, as furniture.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
        language: of the page, as a BCP 47 tag where known.
    """
    words = find(language or "en")
    end = _comments(lines, kinds, words) if words else len(kinds)
    return [*kinds[:end], *["furniture"] * (len(kinds) - end)]


def without_teasers(lines: Sequence[str], kinds: Sequence[str], language: str | None) -> list[str]:
    """Return ``kinds`` with labelled links to other articles as furniture; no headline is one.

    Args:
        lines: the words of each line of a page.
        kinds: of the lines.
        language: of the page, as a BCP 47 tag where known.
    """
    found = list(kinds)
    words = find(language or "en")
    for at in _teasers(lines, words) if words else ():
        if found[at] in _TEXT:
            found[at] = "furniture"
    return found


def _comments(lines: Sequence[str], kinds: Sequence[str], words: Language) -> int:
    """Return the place of the heading of comments, the number of lines where there is none."""
    above = 0
    texts = [len(line.split()) if k in _TEXT else 0 for line, k in zip(lines, kinds, strict=True)]
    for at, line in enumerate(lines):
        below = sum(texts[at:])
        if not below:
            break
        if above and "headline" not in kinds[at:] and _heads_comments(line, words):
            marks = sum(_is_mark(other, words) for other in lines[at + 1 :])
            prose = sum(count >= _SHORT for count in texts[at + 1 :])
            if above >= _HEAVIER * below or marks * _LINES_A_MARK >= prose:
                return at
        above += texts[at] if texts[at] >= _PROSE else 0
    return len(lines)


def _heads_comments(line: str, words: Language) -> bool:
    """Tell whether a line is nothing but a heading of comments, or calls for some."""
    if len(line) > _LONGEST or len(line.split()) > _CALL or _SPEECH.search(line):
        return False
    bare = _plain(line)
    if bare.endswith(tuple(words.comment_calls)):
        return True
    counted = _COUNT.search(line) is not None
    return bare in words.comment_headings or (counted and bare in words.comment_counts)


def _is_mark(line: str, words: Language) -> bool:
    """Tell whether a line is what stands about a comment: ``Ana P. 2 hours ago``, ``Reply``."""
    found = _plain(line).split() if len(line.split()) <= _SHORT else []
    aged = bool(found) and _COUNT.search(line) is not None and found[-1] in words.times.ago
    return aged or _all_in(found, words.comment_marks)


def _teasers(lines: Sequence[str], words: Language) -> list[int]:
    """Return the places of labels of other articles and of what they lead to."""
    found = []
    listed = 0
    for at, line in enumerate(lines):
        match = _LABEL.match(line) if len(line) <= _LONGEST else None
        label = _plain(match["label"]) if match else ""
        if match and label in words.teaser_labels:
            alone = not line[match.end() :].strip()
            listed = _LISTED if alone and (match["end"] or label in words.teaser_headings) else 0
            if alone or match["end"]:
                found.append(at)
        elif listed and not _ENDED.search(line):
            listed -= 1
            found.append(at)
        else:
            listed = 0
    return found


def _plain(line: str) -> str:
    return " ".join(_WORD.findall(line.casefold().replace("’", "'")))


def _all_in(words: Sequence[str], known: Container[str]) -> bool:
    return bool(words) and all(word in known for word in words)
