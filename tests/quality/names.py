"""How well names are found: F1 of exact spans with their kind, on test files never trained on.

CoNLL-2003 (news), UNER-EWT (web) and CrossNER politics (encyclopedia). Gold sentences are joined
into articles: by document in UNER, by so many sentences in the others, which come without
documents. Roles and groups in lower case are no names and not counted; a people (``Danes``) counts
as other. UNER has no class for what is neither person, organisation nor place, so finds of that
kind are not counted there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from pathlib import Path

from tests.articles import article
from variorum.annotate import Annotate
from variorum.model.spans import Span

FLOORS = {
    "names, CoNLL-2003: F1": 0.895,
    "names, CoNLL-2003: span F1": 0.944,
    "names, CoNLL-2003: person F1": 0.952,
    "names, UNER-EWT: F1": 0.72,
    "names, UNER-EWT: span F1": 0.772,
    "names, UNER-EWT: person F1": 0.823,
    "names, CrossNER politics: F1": 0.835,
    "names, CrossNER politics: span F1": 0.877,
    "names, CrossNER politics: person F1": 0.93,
}
SCORED = ("annotate", "languages", "weights/annotator.onnx")
DATA = ("names/conll2003", "names/uner_ewt", "names/crossner_politics")
# How many sentences of a file without documents make an article.
SENTENCES = 15

KINDS = {
    **dict.fromkeys(("person", "per", "politician"), "person"),
    **dict.fromkeys(("organisation", "org", "politicalparty"), "organisation"),
    **dict.fromkeys(("location", "loc", "country"), "place"),
    **dict.fromkeys(("misc", "event", "election"), "other"),
}

Sentence = list[tuple[str, str]]
Names = set[tuple[int, Span, str]]


def scores(data: Path) -> dict[str, float]:
    """Return the F1 of names with their kind, of their spans alone, and of persons.

    Args:
        data: the folder of data sets.
    """
    news = list(_sentences(data / "names/conll2003/test.txt", word=0, tag=1))
    politics = list(_sentences(data / "names/crossner_politics/test.txt", word=0, tag=1))
    web = list(_documents(data / "names/uner_ewt/en_ewt-ud-test.iob2"))
    found = {}
    for name, documents in (
        ("CoNLL-2003", _chunks(news)),
        ("UNER-EWT", web),
        ("CrossNER politics", _chunks(politics)),
    ):
        gold, ours = _names(documents)
        if not any(kind == "other" for _, _, kind in gold):
            ours = {one for one in ours if one[2] != "other"}
        people = [{one for one in side if one[2] == "person"} for side in (gold, ours)]
        found[f"names, {name}: F1"] = _f1(gold, ours)
        found[f"names, {name}: span F1"] = _f1({n[:2] for n in gold}, {n[:2] for n in ours})
        found[f"names, {name}: person F1"] = _f1(*people)
    return found


def _chunks(sentences: list[Sentence]) -> list[list[Sentence]]:
    return [sentences[at : at + SENTENCES] for at in range(0, len(sentences), SENTENCES)]


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


def _names(documents: list[list[Sentence]]) -> tuple[Names, Names]:
    """Return the names of the gold annotation, and ours."""
    gold: Names = set()
    ours: Names = set()
    for number, document in enumerate(documents):
        text, marked = _joined(document)
        gold |= {(number, span, KINDS[tag[2:].lower()]) for span, tag in marked}
        for mention in Annotate()(article(text)).mentions:
            if mention.kind != "role" and (
                mention.kind != "group" or text[mention.span[0]].isupper()
            ):
                kind = "other" if mention.kind == "group" else mention.kind
                ours.add((number, mention.span, kind))
    return gold, ours


def _f1(gold: Set[object], ours: Set[object]) -> float:
    both = len(gold & ours)
    return 2 * both / (len(gold) + len(ours)) if both else 0.0


def _joined(document: list[Sentence]) -> tuple[str, list[tuple[Span, str]]]:
    """Return a text of one line a sentence, and the gold names in it."""
    text = ""
    gold: list[tuple[Span, str]] = []
    for sentence in document:
        glue = ""
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
        text += "\n"
    return text, gold
