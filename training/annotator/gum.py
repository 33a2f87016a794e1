"""GUM: many kinds of text, with names and attributions (Zeldes, 2017).

Its names are those of persons, organisations and places alone, found by the proper nouns about
the head of a mention; other words with a capital may be anything. Its attributions follow other
rules than PolNeAR's, so only sentences with one are learned from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.quality.attributions import (
    SOURCE,
    Mention,
    Node,
    content_of,
    read_mentions,
    read_units,
    run_about,
    runs_in,
    sentence_of,
    treebank,
)
from tests.quality.speakers import english, remainder
from training.annotator.lessons import syntax_of
from training.annotator.texts import UNKNOWN, Example, stretch_of, trimmed, words_in
from variorum.annotate.tagging.tags import (
    NAMES,
    ROLES,
    Attributed,
    Stretch,
    Tagged,
    write_attributions,
    write_tags,
)
from variorum.annotate.words import Words
from variorum.model.spans import Span

_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
_CUE = re.compile(r"indicative_(?:word|phrase)-(\d[\d,-]*)")


def read_gum(folder: Path) -> Iterator[Example]:
    """Yield the documents that are not held out: those with ``sha1(name) % 5 != 0``.

    Args:
        folder: GUM.
    """
    for path in sorted((folder / "dep").glob("*.conllu")):
        if remainder(path.stem, 5) == 0:
            continue
        text, nodes = treebank(path)
        words = words_in(text)
        mentions = read_mentions(folder / f"coref/gum/conll/{path.stem}.conll")
        units, ends = read_units(folder, path.stem)
        yield Example(
            path.stem,
            words,
            roles=_roles(text, words, nodes, units=units, ends=ends),
            names=_names(text, words, nodes, mentions),
            others=False,
            syntax=syntax_of(words, nodes),
        )


def _names(text: str, words: Words, nodes: list[Node], mentions: list[Mention]) -> list[int]:
    """Return the tags of names; ``UNKNOWN`` for every other word with a capital and for titles."""
    found: set[Tagged] = set()
    for mention in mentions:
        inside = range(mention.first, mention.end)
        head = next((at for at in inside if nodes[at].head not in inside), None)
        if mention.kind in _KINDS and head is not None and nodes[head].proper:
            first, last = run_about(head, inside, nodes)
            while first < last and _is_title(text[slice(*nodes[first].span)]):
                first += 1
            span = nodes[first].span[0], nodes[last].span[1]
            found.add(Tagged(*stretch_of(words, span), _KINDS[mention.kind]))
    longest = sorted(found, key=lambda t: (t.start - t.end, t))
    tags = write_tags(longest, NAMES, len(words))
    capitals = [text[start].isupper() for start, _ in words.spans.tolist()]
    return [UNKNOWN if not tag and up else tag for tag, up in zip(tags, capitals, strict=True)]


def _is_title(word: str) -> bool:
    form, known = word.lower().rstrip("."), english()
    return form in known.honorifics or form in known.role_nouns


def _roles(
    text: str, words: Words, nodes: list[Node], *, units: list[list[str]], ends: list[int]
) -> list[int]:
    """Return the tags of attributions; ``UNKNOWN`` in sentences without one."""

    def stretch(run: tuple[int, int]) -> Stretch:
        return stretch_of(words, trimmed(text, _around(nodes, *run)))

    found: list[Attributed] = []
    known: set[str] = set()
    for place, unit in enumerate(units):
        if not unit[7].startswith("attribution"):
            continue
        own = ends[place], ends[place + 1]
        cue, source = (_signalled(signal, unit[9], own) for signal in (_CUE, SOURCE))
        content = content_of(unit, units)
        if cue and content:
            parts = [stretch(run) for run in _joined((ends[n], ends[n + 1]) for n in content)]
            whole = tuple(part for part in parts if part[0] < part[1])
            found.append(Attributed(stretch(cue), source and stretch(source), whole))
            known.add(sentence_of(unit))
    tags = write_tags(write_attributions(found), ROLES, len(words))
    for place, unit in enumerate(units):
        if sentence_of(unit) not in known:
            first, end = stretch_of(words, _around(nodes, ends[place], ends[place + 1]))
            tags[first:end] = [UNKNOWN] * (end - first)
    return tags


def _around(nodes: list[Node], first: int, end: int) -> Span:
    return nodes[first].span[0], nodes[end - 1].span[1]


def _signalled(signal: re.Pattern[str], signals: str, own: Span) -> Span | None:
    """Return the first run of words of a signal that lies within the unit's ``own`` words."""
    for one in signal.finditer(signals):
        for first, end in runs_in(one[1]):
            if own[0] <= first and end <= own[1]:
                return first, end
    return None


def _joined(runs: Iterable[Span]) -> list[Span]:
    """Return runs of words in order, those joined that touch."""
    joined: list[Span] = []
    for run in runs:
        if joined and joined[-1][1] == run[0]:
            joined[-1] = joined[-1][0], run[1]
        else:
            joined.append(run)
    return joined
