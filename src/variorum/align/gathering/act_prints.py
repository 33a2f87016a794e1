"""Acts that a witness tells of in its own words join what another one prints of them.

"Poe ruled out a sale" is a print of "We do not rule out a sale": the speaker names the act.
They join last, so that no act brings two utterances together. What is done in no words ("named the
man", "sued her") is a print of nothing, and what is planned one of words alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from variorum.align.gathering.comparing import Pair, profiles
from variorum.align.gathering.grouping import Exchange
from variorum.align.gathering.occasions import day_of, exclude_days
from variorum.align.gathering.similarity import Affinity, affinity
from variorum.align.gathering.speakers import match_speakers
from variorum.align.prints import Print, read_print, read_words
from variorum.align.subsequence import in_common
from variorum.languages import is_spoken
from variorum.model.annotation import AnnotatedArticle
from variorum.model.spans import covers

# An act has so many content words with its verb, its denial one of them where the speaker denies
# the same; so many of the speaker's stand between two.
LEAST = 3
BETWEEN = 1
Group = tuple[str, ...]


def read_acts(articles: Sequence[AnnotatedArticle]) -> dict[str, Print]:
    """Return the words of each act in words by its quotation's id, its verb one of them, no cue."""
    acts = {
        quotation.id: replace(read_print(whole, found), quotation=replace(quotation, cue=()))
        for found in articles
        for quotation in found.quotations
        if quotation.use == "act" and quotation.cue and quotation.cue[0] < quotation.spans[0]
        for whole in [replace(quotation, spans=(*quotation.cue, *quotation.spans))]
    }
    return {key: act for key, act in acts.items() if _is_spoken(act, thought=True)}


def _is_spoken(act: Print, *, thought: bool) -> bool:
    """Tell whether an act is done in words, or is what one thinks where that counts too."""
    start = act.quotation.spans[0][0]
    cue = [word.form for word in act.words if word.span[0] < start]
    content = [word.form for word in act.words if word.span[0] >= start]
    return act.language is not None and is_spoken(cue, content, act.language, thought=thought)


def with_acts(
    groups: Sequence[Group], acts: Mapping[str, Print], story: Exchange
) -> tuple[list[Group], dict[Pair, Affinity], dict[str, Print]]:
    """Return groups of prints with the acts that one of them names, their links, and the acts.

    An act that joins goes without what stands beside the speech of the other (``at the plant``).

    Args:
        groups: the ids of the prints of each utterance.
        acts: what witnesses tell of, with its verb, by the id of its quotation.
        story: what the groups belong to.
    """
    of = {key: group for group in groups for key in group}
    links: dict[Pair, Affinity] = {}
    known = dict(acts)
    for act, named, words in _named(acts, story.prints):
        if len(of.get(act, (act,))) > 1 or not story.decisions.joins((act,), of.get(named, ())):
            continue
        group = tuple(sorted({*of.get(named, (named,)), act}))
        known[act] = replace(acts[act], words=acts[act].words[:words])
        links |= _links(act, group, {**story.prints, **known})
        of |= dict.fromkeys(group, group)
    return sorted(set(of.values())), links, known


def _named(
    acts: Mapping[str, Print], prints: Mapping[str, Print]
) -> Iterator[tuple[str, str, int]]:
    """Yield each act with what names it, and how many of its words that does.

    It is a print, or a longer act, of another witness.

    Only what is done in words is one where two acts alone tell of it.
    """
    if not acts:
        return
    speech = {key: one for key, one in prints.items() if one.quotation.use == "speech"}
    told = {**speech, **acts}
    beside = {key: _beside(one) for key, one in speech.items()}
    content = {key: {word.key for word in one.words if word.content} for key, one in told.items()}
    held: dict[str, set[str]] = defaultdict(set)
    for key, own in content.items():
        for word in own | beside.get(key, set()):
            held[word].add(key)
    spoken = {key for key, act in acts.items() if _is_spoken(act, thought=False)}
    for act, done in sorted(acts.items()):
        known = sorted((held[word] for word in content[act]), key=len)
        for key in sorted(set.intersection(*known)) if known else ():
            if key in acts and not {act, key} <= spoken:
                continue
            words = _without_adjunct(done, beside.get(key, set()) - content[key])
            if _is_named(replace(done, words=done.words[:words]), told[key]):
                yield act, key, words


def _beside(one: Print) -> set[str]:
    """Return the content words that stand beside speech, in the sentence that says who spoke."""
    spans = one.quotation.spans
    cues = one.quotation.cue[:1]
    near = [s for s in one.found.sentences for cue in cues if covers(s, cue)]
    words = read_words(one.article, near, one.language)
    return {w.key for w in words if w.content and not any(covers(s, w.span) for s in spans)}


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


def _without_adjunct(done: Print, beside: Set[str]) -> int:
    """Return how many words of an act are left without when or where it was done.

    That stands ``beside`` the speech that names it, and in none of its words (``at the plant``).
    """
    words = done.words
    start = len(words)
    while start and not (words[start - 1].content and words[start - 1].key not in beside):
        start -= 1
    opening = done.language.prepositions if done.language else frozenset[str]()
    return start if start < len(words) and words[start].form in opening else len(words)


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
