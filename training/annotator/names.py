"""Names: CoNLL-2003, WikiGold and others, as texts of a few sentences a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.annotator.texts import Example, tagged_of, words_in
from variorum.annotate.tagging.tags import NAMES, write_tags
from variorum.model.spans import Span

KINDS = {
    **dict.fromkeys(("person", "per", "politician"), "person"),
    **dict.fromkeys(("organisation", "organization", "org", "politicalparty"), "organisation"),
    **dict.fromkeys(("location", "loc", "country"), "place"),
    **dict.fromkeys(("misc", "event", "election", "oth"), "other"),
}
# How many sentences of a file without documents make a text.
SENTENCES = 6

Sentence = list[tuple[str, str]]


def read_names(
    path: Path,
    *,
    word: int = 0,
    tag: int = 1,
    separator: str = "\t",
    others: bool = True,
    handles: bool = True,
) -> Iterator[Example]:
    """Yield the texts of a file of one token a line.

    Args:
        path: the file; an empty line ends a sentence, ``#`` begins a comment of UNER.
        word: the column of the words.
        tag: the column of the tags, IOB1 or IOB2.
        separator: between columns.
        others: whether names that are no person, organisation or place are tagged.
        handles: whether sentences with names of accounts (``@poe``) are read.
    """
    batch: list[Sentence] = []
    count = 0
    for stanza in path.read_text("utf-8").split("\n\n"):
        rows = [r.split(separator) for r in stanza.split("\n") if r and not r.startswith("# ")]
        if rows and (handles or not any(row[word][:1] == "@" for row in rows)):
            batch.append([(row[word], row[tag]) for row in rows if len(row) > tag])
        if len(batch) == SENTENCES:
            yield _example(f"{path.name}:{count}", batch, others=others)
            batch, count = [], count + 1
    if batch:
        yield _example(f"{path.name}:{count}", batch, others=others)


def _example(name: str, sentences: list[Sentence], *, others: bool) -> Example:
    text = ""
    lines: list[Span] = []
    names: list[tuple[Span, str]] = []
    for sentence in sentences:
        line, found = _joined(sentence, len(text))
        lines.append((len(text), len(text) + len(line)))
        names.extend(found)
        text += line + "\n"
    words = words_in(text, tuple(lines))
    tags = write_tags(tagged_of(words, names), NAMES, len(words))
    return Example(name, words, names=tags, others=others)


def _joined(sentence: Sentence, offset: int) -> tuple[str, list[tuple[Span, str]]]:
    """Return a sentence as it would be printed, and its names."""
    text, glue = "", ""
    names: list[tuple[Span, str]] = []
    for word, tag in sentence:
        tight = re.match(r"[,.;:!?%)\]’]|'\w|n't$", word) is not None
        text += "" if tight else glue
        glue = "" if word in {"(", "[", "$", "“"} else " "
        start, end = offset + len(text), offset + len(text) + len(word)
        text += word
        kind = KINDS.get(tag[2:].lower())
        if kind and tag[0] == "I" and names and _goes_on(names[-1], kind, start):
            names[-1] = ((names[-1][0][0], end), kind)
        elif kind:
            names.append(((start, end), kind))
    return text, names


def _goes_on(last: tuple[Span, str], kind: str, start: int) -> bool:
    return last[1] == kind and start - last[0][1] <= 1
