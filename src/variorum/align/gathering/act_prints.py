"""Acts that a witness tells of in its own words join what another one prints of them.

"Poe ruled out a sale" is a print of "We do not rule out a sale": the speaker names the act.
They join last, so that no act brings two utterances together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from variorum.align.gathering.comparing import Pair, profiles
from variorum.align.gathering.grouping import Exchange
from variorum.align.gathering.occasions import day_of, exclude_days
from variorum.align.gathering.similarity import Affinity, affinity
from variorum.align.gathering.speakers import match_speakers
from variorum.align.prints import Print, read_print
from variorum.align.subsequence import in_common
from variorum.model.annotation import AnnotatedArticle

# An act has so many content words with its verb, its denial one of them where the speaker denies
# the same; so many of the speaker's stand between two.
LEAST = 3
BETWEEN = 1
Group = tuple[str, ...]


def read_acts(articles: Sequence[AnnotatedArticle]) -> dict[str, Print]:
    """Return the words of each act by the id of its quotation, its verb one of them, no cue."""
    return {
        quotation.id: replace(read_print(whole, found), quotation=replace(quotation, cue=()))
        for found in articles
        for quotation in found.quotations
        if quotation.use == "act" and quotation.cue and quotation.cue[0] < quotation.spans[0]
        for whole in [replace(quotation, spans=(*quotation.cue, *quotation.spans))]
    }


def with_acts(
    groups: Sequence[Group], acts: Mapping[str, Print], story: Exchange
) -> tuple[list[Group], dict[Pair, Affinity]]:
    """Return groups of prints with the acts that one of them names, and the links of these.

    Args:
        groups: the ids of the prints of each utterance.
        acts: what witnesses tell of, with its verb, by the id of its quotation.
        story: what the groups belong to.
    """
    of = {key: group for group in groups for key in group}
    links: dict[Pair, Affinity] = {}
    for act, named in _named(acts, story.prints):
        if len(of.get(act, (act,))) > 1 or not story.decisions.joins((act,), of.get(named, ())):
            continue
        group = tuple(sorted({*of.get(named, (named,)), act}))
        links |= _links(act, group, {**story.prints, **acts})
        of |= dict.fromkeys(group, group)
    return sorted(set(of.values())), links


def _named(acts: Mapping[str, Print], prints: Mapping[str, Print]) -> Iterator[Pair]:
    """Yield each act with a print, or a longer act, of another witness whose words name it."""
    speech = {key: one for key, one in prints.items() if one.quotation.use == "speech"}
    told = {**speech, **acts}
    held: dict[str, set[str]] = defaultdict(set)
    for key, one in told.items():
        for word in _content(one):
            held[word].add(key)
    for act, done in sorted(acts.items()):
        known = sorted((held[word] for word in _content(done)), key=len)
        for key in sorted(set.intersection(*known)) if known else ():
            if _is_named(done, told[key]):
                yield act, key


def _is_named(done: Print, one: Print) -> bool:
    """Tell whether the words of another witness name an act, of one speaker and no other day."""
    language = done.language or one.language
    speakers = done.quotation.speaker, one.quotation.speaker
    return (
        done.witness != one.witness
        and match_speakers(*speakers, language) == "same"
        and _names(one, done)
        and not exclude_days(day_of(done), day_of(one))
    )


def _content(one: Print) -> set[str]:
    return {word.key for word in one.words if word.content}


def _names(one: Print, done: Print) -> bool:
    """Tell whether the content of an act stands in speech, or a longer act, in its order."""
    sought, said = ([at for at, w in enumerate(row.words) if w.content] for row in (done, one))
    longer = one.quotation.use == "speech" or len(one.words) > len(done.words)
    if len(sought) < LEAST - 1 or not longer:
        return False
    keys = ([row.words[at].key for at in found] for row, found in ((done, sought), (one, said)))
    places = [at for _, at in in_common(*keys)]
    if len(places) < len(sought) or places[-1] - places[0] > len(sought) - 1 + BETWEEN:
        return False
    denied = _is_denied(done, sought[0]) and _is_denied(one, said[places[0]])
    return len(sought) + denied >= LEAST


def _is_denied(one: Print, at: int) -> bool:
    """Tell whether a denial stands right before a word: ``not rule out``, ``don't rule out``."""
    if one.language is None or at == 0:
        return False
    form = one.words[at - 1].form
    return form in one.language.negations or form.endswith(tuple(one.language.negative_endings))


def _links(act: str, group: Group, prints: Mapping[str, Print]) -> dict[Pair, Affinity]:
    """Return how near an act is to the other prints of its group."""
    read = profiles({key: prints[key] for key in group})
    pairs = [(min(key, act), max(key, act)) for key in group if key != act]
    found = {pair: affinity(read[pair[0]], read[pair[1]]) for pair in pairs}
    return {pair: link for pair, link in found.items() if link is not None}
