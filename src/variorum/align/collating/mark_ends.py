"""What stands at the ends of a print: marks that are no fault, and marks turned the wrong way."""

from __future__ import annotations

import re

from variorum.align.prints import Print

# So many code points behind a print are looked at.
NEAR = 6
# A mark that opens anew, as each paragraph of a long quotation does, or two single ones that close.
_GOES_ON = re.compile(r"[.,!?]?\s+[\"“„«]\w|[.,!?]?(?:’’|'')")
_TURNED = re.compile(r"[.,!?]?[“„](?=\s|$)")


def goes_on(one: Print) -> bool:
    """Tell whether the words of a print go on in new marks, or end in two single ones."""
    end = one.quotation.spans[-1][1]
    return _GOES_ON.match(one.article.text[end : end + NEAR]) is not None


def turned_marks(one: Print) -> list[str]:
    """Return a note for each opening mark that stands where one should close.

    Words that a low mark opens are closed by what opens others ("„…“").
    """
    text = one.article.text
    spans = one.quotation.spans if one.quotation.marks else ()
    ends = [end for start, end in spans if text[max(0, start - 1) : start] != "„"]
    found = (_TURNED.match(text[end : end + NEAR]) for end in ends)
    return ["an opening mark where one should close" for match in found if match]
