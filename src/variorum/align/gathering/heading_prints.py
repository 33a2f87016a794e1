"""Headings that echo a quotation of their article join the utterance that it is a print of.

So do words in a heading's marks that stand in it in their order, be others left out.

They join last, so that no heading brings two utterances together or keeps two apart. A heading that
names somebody who speaks below echoes what that speaker says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from variorum.align.gathering.comparing import ENOUGH, Pair, profiles
from variorum.align.gathering.grouping import LEAST_FRAGMENT, Exchange
from variorum.align.gathering.similarity import Affinity, affinity
from variorum.align.gathering.speakers import match_speakers
from variorum.align.prints import Print, PrintWord
from variorum.model.spans import overlap
from variorum.model.words import words_in

# Words of a heading have at most so many words between two of them that it leaves out.
BETWEEN = 3
Group = tuple[str, ...]


def with_headings(
    groups: Sequence[Group], story: Exchange
) -> tuple[list[Group], dict[Pair, Affinity]]:
    """Return groups of prints with the headings that echo one of them, and the links of these.

    Args:
        groups: the ids of the prints of each utterance, those that echo still by themselves.
        story: what they belong to.
    """
    of = {key: group for group in groups for key in group}
    links: dict[Pair, Affinity] = {}
    for echo, heading in sorted(story.prints.items()):
        if not _is_heading(heading) or len(of[echo]) > 1:
            continue
        below = [key for key, one in story.prints.items() if _may_echo(heading, one)]
        found = _links(echo, _of_named(heading, below, story.prints), story.prints)
        near = _near(found, story.prints, echo)
        if not near:
            continue
        best = min(near, key=lambda pair: (-near[pair].odds, pair))
        group = of[best[0] if best[1] == echo else best[1]]
        if story.decisions.joins((echo,), group):
            links |= _links(echo, group, story.prints)
            of |= dict.fromkeys((*group, echo), tuple(sorted((*group, echo))))
    return sorted(set(of.values())), links


def _is_heading(one: Print) -> bool:
    """Tell a heading that may echo: all of it, what it has in marks, or what it gives to one."""
    use = one.quotation.use
    return use == "echo" or (use in {"fragment", "speech"} and one.in_headline)


def _near(
    found: Mapping[Pair, Affinity], prints: Mapping[str, Print], echo: str
) -> dict[Pair, Affinity]:
    """Return the links that are enough; for words in marks, to prints that have all of them."""
    if prints[echo].quotation.use == "echo":
        return {pair: link for pair, link in found.items() if link.score >= ENOUGH}
    return {
        pair: link
        for pair, link in found.items()
        if _is_cut_from(prints[echo], prints[pair[pair[0] == echo]])
    }


def _is_cut_from(heading: Print, one: Print) -> bool:
    """Tell whether the words of a heading stand in one sentence in their order, few between two.

    Two words are enough where one of them denies (``‘not sorry’``).
    """
    forms = [word.form for word in heading.words]
    negations = one.language.negations if one.language else frozenset[str]()
    denied = len(forms) > 1 and not negations.isdisjoint(forms)
    if len(forms) < LEAST_FRAGMENT and not denied:
        return False
    starts = (at for at, word in enumerate(one.words) if word.form == forms[0])
    return any(_follow(forms, one.words[at:]) for at in starts)


def _follow(forms: Sequence[str], words: Sequence[PrintWord]) -> bool:
    """Tell whether forms stand among words in their order, from the first one on."""
    sought, gap = 1, 0
    for before, word in pairwise(words):
        if sought == len(forms) or before.ends or gap > BETWEEN:
            break
        found = word.form == forms[sought]
        sought, gap = sought + found, 0 if found else gap + 1
    return sought == len(forms)


def _may_echo(heading: Print, one: Print) -> bool:
    """Tell whether a print is speech of a known speaker below a heading, of its own if named."""
    speakers = heading.quotation.speaker, one.quotation.speaker
    speech = one.quotation.use == "speech" and speakers[1] is not None
    if speakers[0] is not None and match_speakers(*speakers, one.language) != "same":
        return False
    return speech and one.witness == heading.witness and not one.in_headline


def _of_named(heading: Print, below: Sequence[str], prints: Mapping[str, Print]) -> Sequence[str]:
    """Return the prints of speakers whom a heading names beside its echo; all if it names none.

    Who is named inside is told of (``Velm has no plans``), and need not speak.
    """
    echo, text = heading.quotation.spans, heading.article.text
    start = echo[0][0]
    line = next((b.span for b in heading.article.blocks if b.span[0] <= start < b.span[1]), (0, 0))
    beside = (word for word in words_in(text, line) if not any(overlap(word.span, s) for s in echo))
    words = {word.form.removesuffix("'s") for word in beside}
    named = [key for key in below if _family(prints[key]) in words]
    return named or below


def _family(one: Print) -> str:
    """Return the last word of the name of a print's speaker."""
    speaker = one.quotation.speaker
    return speaker.name.split()[-1].casefold() if speaker and speaker.name.split() else ""


def _links(echo: str, others: Collection[str], prints: Mapping[str, Print]) -> dict[Pair, Affinity]:
    """Return how near a heading is to other prints, those that it shares nothing with left out."""
    read = profiles({key: prints[key] for key in (echo, *others)})
    return {
        pair: found
        for key in others
        for pair in [(min(key, echo), max(key, echo))]
        if key != echo and (found := affinity(read[pair[0]], read[pair[1]]))
    }
