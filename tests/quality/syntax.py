"""How well the parser tells which word hangs on which, and how.

**GUM.** Scored are the documents with ``sha1(name) % 5 == 0``, from raw text: words, sentences
and states are the package's own. A word's head is right where it is that of the treebank, or one
that shares a word of ours with it (``can`` and ``not``); of several words of one token the first
stands for it. Signs are left out. UAS counts heads, LAS heads with the right relation, subtypes
left out.

**Clauses.** A word heads a clause where it is finite by its features and no auxiliary or copula,
or has one that is finite. Told by the parser: what has a subject, an auxiliary or a copula, and
is no infinitive with ``to`` and no bare word in *-ing*. Told by the rules: a verb group of
``stating.verbs``, which is right where any of its words is the head or its finite auxiliary. Told
by both: the verb groups of ``stating.trees``, which are those and what the parser adds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.articles import article
from tests.quality.attributions import Node, treebank
from tests.quality.speakers import english, remainder
from variorum import languages
from variorum.annotate.annotator import find
from variorum.annotate.marks import find_marks
from variorum.annotate.sentences import find_sentences
from variorum.annotate.stating.trees import tree_of, verbs_of
from variorum.annotate.stating.verbs import Verb, verbs_in
from variorum.annotate.syntax import RELATIONS, Syntax
from variorum.annotate.tokens import Token, tokens_in
from variorum.annotate.words import words_of
from variorum.model.spans import Spans

SCORED = (
    *("annotate/annotator", "annotate/words", "annotate/syntax", "annotate/sentences"),
    *("annotate/marks", "annotate/tokens", "annotate/tagging", "annotate/stating/verbs"),
    *("annotate/stating/trees",),
    *("weights/annotator.onnx", "weights/syntax.onnx", "languages"),
)
DATA = ("gum/dep",)
FLOORS = {
    "syntax, GUM: UAS": 0.875,
    "syntax, GUM: LAS": 0.838,
    "syntax, GUM news: UAS": 0.833,
    "syntax, GUM news: LAS": 0.799,
    "syntax, clauses by the parser: precision": 0.945,
    "syntax, clauses by the parser: recall": 0.88,
    "syntax, clauses by the rules: precision": 0.86,
    "syntax, clauses by the rules: recall": 0.83,
    "syntax, clauses by the rules and the parser: precision": 0.865,
    "syntax, clauses by the rules and the parser: recall": 0.945,
}
_HELPS = ("aux", "cop")
_SUBJECTS = ("nsubj", "csubj", "expl")


@dataclass(frozen=True, slots=True, eq=False)
class _Document:
    """A document of the treebank as we read it; ``owners`` and ``firsts`` as ``mapped`` tells."""

    text: str
    nodes: list[Node]
    finite: list[bool]
    sentences: Spans
    syntax: Syntax
    owners: list[int]
    firsts: list[int]


def scores(data: Path) -> dict[str, float]:
    """Return every score by name."""
    paths = sorted((data / "gum/dep").glob("*.conllu"))
    held = [path for path in paths if remainder(path.stem, 5) == 0]
    read = {path.stem: _read(path) for path in held}
    news = [one for name, one in read.items() if name.split("_")[1] == "news"]
    return {
        **_attached("GUM", list(read.values())),
        **_attached("GUM news", news),
        **_clauses(list(read.values())),
    }


def mapped(spans: np.ndarray, nodes: list[Node]) -> tuple[list[int], list[int]]:
    """Return the token of a treebank that each word is of, and the first word of each token.

    Words are split at signs, tokens are not; tokens that share a word (``can`` and ``not``) all
    have that word, which is of the first of them.

    Args:
        spans: of the words of a document, shape (words, 2).
        nodes: of its treebank.
    """
    begins, starts = np.array([node.span[0] for node in nodes]), spans[:, 0]
    owners = np.clip(np.searchsorted(begins, starts, side="right") - 1, 0, None)
    firsts = np.maximum(np.searchsorted(starts, begins, side="right") - 1, 0)
    for word in range(len(spans) - 1, -1, -1):
        firsts[owners[word]] = word
    return owners.tolist(), firsts.tolist()


def _read(path: Path) -> _Document:
    text, nodes = treebank(path)
    read = article(text)
    paragraphs = [block.span for block in read.body()]
    marked = find_marks(text, paragraphs)
    sentences = find_sentences(read, marked, languages.find("en"))
    syntax = find(words_of(text, paragraphs, sentences, marked)).syntax
    assert syntax is not None
    owners, firsts = mapped(syntax.spans, nodes)
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    finite = ["VerbForm=Fin" in row[5] for row in rows if row[0].isdigit()]
    assert len(finite) == len(nodes)
    return _Document(text, nodes, finite, sentences, syntax, owners, firsts)


def _attached(part: str, documents: list[_Document]) -> dict[str, float]:
    """Return how many words have the right head, and the right relation to it too."""
    counted = heads = both = 0
    for one in documents:
        for place, node in enumerate(one.nodes):
            relation = node.relation.partition(":")[0]
            if relation == "punct":
                continue
            counted += 1
            word = one.firsts[place]
            if one.owners[word] == place and _same_head(
                one, node.head, int(one.syntax.heads[word])
            ):
                heads += 1
                both += RELATIONS[one.syntax.relations[word]] == relation
    return {f"syntax, {part}: UAS": heads / counted, f"syntax, {part}: LAS": both / counted}


def _same_head(one: _Document, token: int, word: int) -> bool:
    if token < 0 or word < 0:
        return token < 0 and word < 0
    return one.firsts[token] == one.firsts[one.owners[word]]


def _clauses(documents: list[_Document]) -> dict[str, float]:
    """Return precision and recall of the heads of clauses, by the parser and by the rules."""
    found: dict[str, float] = {}
    for name, told_in in (("parser", _parsed), ("rules", _ruled), ("rules and the parser", _told)):
        told = right = hit = gold = 0
        for one in documents:
            heads = _heads(one)
            groups = [[word for word in group if word in heads] for group in told_in(one)]
            told, right = told + len(groups), right + sum(map(bool, groups))
            gold += len(set(heads.values()))
            hit += len({heads[word] for group in groups for word in group})
        found[f"syntax, clauses by the {name}: precision"] = right / told
        found[f"syntax, clauses by the {name}: recall"] = hit / gold
    return found


def _heads(one: _Document) -> dict[int, int]:
    """Return the head of a clause by itself and by each of its finite auxiliaries, as tokens."""
    heads: dict[int, int] = {}
    for place, node in enumerate(one.nodes):
        if one.finite[place]:
            helps = node.relation.partition(":")[0] in _HELPS and node.head >= 0
            head = node.head if helps else place
            heads[place] = heads[head] = head
    return heads


def _parsed(one: _Document) -> Iterator[list[int]]:
    """Yield the heads of clauses that the parser tells, as tokens."""
    printed = [one.text[start:end].lower() for start, end in one.syntax.spans.tolist()]
    below: dict[int, Counter[str]] = {}
    infinitives: set[int] = set()
    for word, head in enumerate(one.syntax.heads.tolist()):
        relation = RELATIONS[one.syntax.relations[word]]
        below.setdefault(head, Counter())[relation] += 1
        if relation in ("mark", "aux") and printed[word] == "to":
            infinitives.add(head)
    for head in sorted(below.keys() - infinitives - {-1}):
        helped = any(below[head][name] for name in _HELPS)
        acts = any(below[head][name] for name in _SUBJECTS)
        if helped or (acts and not printed[head].endswith("ing")):
            yield [one.owners[head]]


def _ruled(one: _Document) -> Iterator[list[int]]:
    """Yield the verb groups that the rules tell, as tokens."""
    for sentence in one.sentences:
        tokens = tokens_in(one.text, sentence, ())
        yield from _owned(one, tokens, verbs_in(tokens, english()))


def _told(one: _Document) -> Iterator[list[int]]:
    """Yield the verb groups that the rules and the parser tell together, as tokens."""
    for sentence in one.sentences:
        tokens = tokens_in(one.text, sentence, ())
        yield from _owned(one, tokens, verbs_of(tokens, english(), tree_of(tokens, one.syntax)))


def _owned(one: _Document, tokens: list[Token], verbs: list[Verb]) -> Iterator[list[int]]:
    for verb in verbs:
        span = tokens[verb.first].span[0], tokens[verb.end - 1].span[1]
        first, end = np.searchsorted(one.syntax.spans[:, 0], span)
        yield one.owners[first:end]
