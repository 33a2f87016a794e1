"""GUM's attributions: who the source of each is called, by coreference.

Only genres of written prose are read. In transcripts (court, interview, speech) a source is mostly
``I``, whose name the words themselves do not hold.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote

from variorum.model.spans import Span

GENRES = ("academic", "bio", "news", "textbook", "voyage")

SOURCE = re.compile(r"attribution_source-(\d[\d,-]*)")
# How a name hangs on the head of its mention: ``the mayor, Jo Poe``, ``mayor Jo Poe``.
_BESIDE = ("appos", "flat", "nmod:desc", "compound")
_BRACKET = re.compile(r"(\()?([a-z]+)-(\d+)(?:-([^()]+))?(\))?")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A unit of a document's text that is attributed to someone with these names."""

    document: str
    text: str
    span: Span
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a treebank; ``head`` is the number of its head, -1 for none."""

    span: Span
    proper: bool
    joins: bool
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a ``kind``, from its ``first`` word to its ``end``.

    ``title`` is that of Wikipedia, if any.
    """

    first: int
    end: int
    kind: str
    chain: str
    title: str


def attributions(folder: Path) -> Iterator[Attribution]:
    """Yield the attributions whose signalled source is of a chain with a name.

    Args:
        folder: GUM.
    """
    for path in sorted((folder / "dep").glob("*.conllu")):
        if path.stem.split("_")[1] not in GENRES:
            continue
        text, words = treebank(path)
        mentions = read_mentions(folder / f"coref/gum/conll/{path.stem}.conll")
        units, ends = read_units(folder, path.stem)
        for unit in units:
            signal = SOURCE.search(unit[9])
            if signal is None or not unit[7].startswith("attribution"):
                continue
            chains = {_nearest(run, mentions) for run in runs_in(signal[1])}
            names = _names(chains, mentions, text=text, words=words)
            content = content_of(unit, units)
            if names and content:
                span = words[ends[content[0]]].span[0], words[ends[content[-1] + 1] - 1].span[1]
                yield Attribution(path.stem, text, span, names)


def read_units(folder: Path, name: str) -> tuple[list[list[str]], list[int]]:
    """Return the units of a document, and the word that each begins at, and where the last ends."""
    text = (folder / f"rst/dependencies/{name}.rsd").read_text("utf-8")
    units = [line.split("\t") for line in text.splitlines()]
    return units, [0, *accumulate(len(unit[1].split()) for unit in units)]


def runs_in(signal: str) -> Iterator[tuple[int, int]]:
    """Yield the first word and the end of each run of words: ``72-74,80`` counts from one."""
    for run in signal.strip("-,").split(","):
        first, _, last = run.partition("-")
        yield int(first) - 1, int(last or first)


def content_of(unit: list[str], units: list[list[str]]) -> list[int]:
    """Return the numbers of the units that ``unit`` attributes, all in one sentence."""
    head = int(unit[6]) - 1
    reached = [head] if head >= 0 else []
    around = [n for n, other in enumerate(units) if sentence_of(other) == sentence_of(units[head])]
    for _ in around:
        reached += [
            n
            for n in around
            if int(units[n][6]) - 1 in reached and n not in reached and units[n] is not unit
        ]
    return sorted(reached)


def sentence_of(unit: list[str]) -> str:
    """Return the number of a unit's sentence."""
    return unit[5].partition("|sid=")[2].partition("|")[0]


def treebank(path: Path) -> tuple[str, list[Node]]:
    """Return the text of a document, a line a paragraph, and its words."""
    text, first = "", 0
    nodes: list[Node] = []
    compound, after = 0, ""
    for line in path.read_text("utf-8").splitlines():
        if not line:
            first, compound = len(nodes), 0
        if line.startswith("# newpar"):
            text = text.rstrip() + "\n"
        columns = line.split("\t")
        number, _, last = columns[0].partition("-")
        if not number.isdigit():
            continue
        space = "" if "SpaceAfter=No" in columns[9] else " "
        if last:
            compound, after = int(last), space
            continue
        head = first + int(columns[6]) - 1 if columns[6] != "0" else -1
        span = (len(text), len(text) + len(columns[1]))
        proper, joins = columns[3] == "PROPN", columns[1] in {"of", "the", "for", "and"}
        nodes.append(Node(span, proper, joins, head, columns[7]))
        if int(number) <= compound:
            space = after if int(number) == compound else ""
        text += columns[1] + space
    return text, nodes


def read_mentions(path: Path) -> list[Mention]:
    """Return the mentions of a document, in order."""
    mentions = []
    opened: dict[str, list[int]] = {}
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    for place, row in enumerate(row for row in rows if len(row) == 3):
        for begins, kind, chain, title, ends in _BRACKET.findall(row[2]):
            if begins:
                opened.setdefault(chain, []).append(place)
            if ends and opened.get(chain):
                first = opened[chain].pop()
                mentions.append(Mention(first, place + 1, kind, chain, unquote(title)))
    return sorted(mentions, key=lambda m: (m.first, m.end))


def _nearest(source: tuple[int, int], mentions: list[Mention]) -> str | None:
    """Return the chain of the mention that has most words in common with a source."""
    first, end = source
    near = {
        m: (min(end, m.end) - max(first, m.first)) / (max(end, m.end) - min(first, m.first))
        for m in mentions
    }
    best = max(near, key=lambda m: near[m], default=None)
    return best.chain if best and near[best] > 0 else None


def _names(
    chains: Container[str | None], mentions: list[Mention], *, text: str, words: list[Node]
) -> tuple[str, ...]:
    """Return the names of chains: Wikipedia's, and the proper nouns about the heads."""
    names = set()
    for mention in mentions:
        if mention.chain not in chains:
            continue
        names.add(mention.title.replace("_", " "))
        inside = range(mention.first, mention.end)
        heads = [at for at in inside if words[at].head not in inside][:1]
        heads += [
            at
            for at in inside
            if words[at].head in heads and words[at].relation.startswith(_BESIDE)
        ]
        for head in heads:
            if words[head].proper:
                first, last = run_about(head, inside, words)
                names.add(text[words[first].span[0] : words[last].span[1]])
    return tuple(sorted(names - {""}))


def run_about(head: int, inside: range, words: list[Node]) -> tuple[int, int]:
    """Return the first and last of the proper nouns about a head (``Bank of the North``)."""
    first = last = at = head
    while first - 1 in inside and words[first - 1].proper:
        first -= 1
    while at + 1 in inside and (words[at + 1].proper or words[at + 1].joins):
        at += 1
        last = at if words[at].proper else last
    return first, last
