"""How well names are found by rule: F1 of exact spans on CoNLL-2003 and UNER-EWT, test parts.

Gold sentences are joined into articles: by document in UNER, by so many sentences in CoNLL-2003,
which comes without its documents. Roles and groups in lower case are no names and not counted.
UNER has no class for what is neither person, organisation nor place (``Danish``): such finds
count against us.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.articles import article
from variorum.annotate.names import find_mentions
from variorum.languages import find
from variorum.model.spans import Span

FLOORS = {
    "names, CoNLL-2003: span F1": 0.86,
    "names, CoNLL-2003: person F1": 0.67,
    "names, UNER-EWT: span F1": 0.55,
    "names, UNER-EWT: person F1": 0.49,
}
SCORED = (
    "annotate/names",
    "annotate/capitals",
    "annotate/pieces",
    "annotate/roles",
    "annotate/merging",
    "languages",
)
DATA = ("names/conll2003", "names/uner_ewt")
# How many sentences of CoNLL-2003 make an article.
SENTENCES = 15

Sentence = list[tuple[str, str]]
Names = set[tuple[int, Span]]


def scores(data: Path) -> dict[str, float]:
    """Return the F1 of name spans, and of those of persons, on both test parts.

    Args:
        data: the folder of data sets.
    """
    news = list(_sentences(data / "names/conll2003/test.txt", word=0, tag=1))
    chunks = [news[at : at + SENTENCES] for at in range(0, len(news), SENTENCES)]
    web = list(_documents(data / "names/uner_ewt/en_ewt-ud-test.iob2"))
    found = {}
    for name, documents in (("CoNLL-2003", chunks), ("UNER-EWT", web)):
        for part, only in (("span", None), ("person", "person")):
            found[f"names, {name}: {part} F1"] = _f1(documents, only)
    return found


def _sentences(path: Path, *, word: int, tag: int) -> Iterator[Sentence]:
    """Yield the sentences of a file of one token a line."""
    for stanza in path.read_text("utf-8").split("\n\n"):
        rows = [r.split("\t") for r in stanza.split("\n") if r and not r.startswith("# ")]
        if rows:
            yield [(row[word], row[tag]) for row in rows]


def _documents(path: Path) -> Iterator[list[Sentence]]:
    """Yield the documents of UNER, each a list of sentences."""
    document: list[Sentence] = []
    for stanza in path.read_text("utf-8").split("\n\n"):
        if "# newdoc" in stanza and document:
            yield document
            document = []
        rows = [r.split("\t") for r in stanza.split("\n") if r and not r.startswith("#")]
        if rows:
            document.append([(row[1], row[2]) for row in rows])
    if document:
        yield document


def _f1(documents: list[list[Sentence]], only: str | None) -> float:
    gold: Names = set()
    ours: Names = set()
    for number, document in enumerate(documents):
        text, lines, marked = _joined(document)
        kind = only[:3].upper() if only else ""
        gold |= {(number, span) for span, tag in marked if tag[2:5].upper().startswith(kind)}
        for mention in find_mentions(article(text), lines, find("en")):
            name = mention.kind != "role" and text[mention.span[0]].isupper()
            if name and mention.kind == (only or mention.kind):
                ours.add((number, mention.span))
    both = len(gold & ours)
    return 2 * both / (len(gold) + len(ours)) if both else 0.0


def _joined(document: list[Sentence]) -> tuple[str, tuple[Span, ...], list[tuple[Span, str]]]:
    """Return a text of one line a sentence, the lines' spans, and the gold names in it."""
    text, lines = "", []
    gold: list[tuple[Span, str]] = []
    for sentence in document:
        begin, glue = len(text), ""
        for word, tag in sentence:
            tight = re.match(r"[,.;:!?%)\]’]|'\w|n't$", word) is not None
            text += "" if tight else glue
            glue = "" if word in {"(", "[", "$", "“"} else " "
            start, end = len(text), len(text) + len(word)
            text += word
            if tag.startswith("B-"):
                gold.append(((start, end), tag))
            elif tag.startswith("I-") and gold:
                gold[-1] = ((gold[-1][0][0], end), gold[-1][1])
        lines.append((begin, len(text)))
        text += "\n"
    return text, tuple(lines), gold
