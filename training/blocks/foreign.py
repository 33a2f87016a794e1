"""Copies of a page in no language: their shape is kept, their words and letters are not.

They keep the model from leaning on English words and on capital letters where there are none.
"""

from __future__ import annotations

import re
import string
import zlib
from dataclasses import replace

from training.blocks.pages import LabelledPage, with_lines

SCRIPTS = ("latin", "arabic", "han")
_ARABIC = "\u0627\u0628\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634"
_ARABIC += "\u0635\u0636\u0637\u0638\u0639\u063a\u0641\u0642\u0643\u0644\u0645\u0646\u0647"
_SHIFTED = "iqytoumvxbzlnrpcdkwsaghefj"
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")


def foreign(page: LabelledPage, script: str) -> LabelledPage:
    """Return the page with every Latin word replaced by a made-up word of another script."""
    lines = [replace(line, text=_rewritten(line.text, script)) for line in page.lines]
    return with_lines(page, [line for line in lines if line.text])


def _rewritten(text: str, script: str) -> str:
    if script == "latin":
        both = _SHIFTED + _SHIFTED.upper()
        return text.translate(str.maketrans(string.ascii_letters, both))
    if script == "arabic":
        marks = str.maketrans(string.ascii_letters + ",?", _ARABIC * 2 + "\u060c\u061f")
        return text.translate(marks)
    joined = _WORD.sub(_han, text).replace(". ", "。").replace(", ", "、").replace(" ", "")
    return joined.removesuffix(".") + "。" if joined.endswith(".") else joined


def _han(match: re.Match[str]) -> str:
    number = zlib.crc32(match.group().lower().encode())
    return chr(0x4E00 + number % 6000) + chr(0x4E00 + number // 6000 % 6000)
