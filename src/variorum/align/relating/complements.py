"""What two claims tell of in one place of one sentence: ``opened by the queen``, ``by the mayor``.

Where both have one word and one preposition behind it (``a tax on fuel``, ``a tax on wine``), or
one subject but for its head (``the owner of the club``, ``the manager of the club``), and what
stands there is another thing in each, they tell of two things, persons or places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.once import once
from variorum.align.relating.acts import act_of
from variorum.align.relating.likeness import Likeness, is_stem
from variorum.align.relating.namings import is_one_name
from variorum.languages import Language
from variorum.model.spans import Span

# Two claims that share less of their words may say one thing in other words.
ALIKE = 0.4
ALIKE_BUT_FOR_NAMES = 0.2
# So many words behind a preposition may belong to it.
REACH = 5
_BREAKS = frozenset(".;:,!?()—–")

Phrase = tuple[Token, ...]
Phrases = tuple[Phrase, Phrase]


def other_things(one: Claim, other: Claim, likeness: Likeness) -> tuple[str, str] | None:
    """Return what stands in one place of two claims and is not one thing, as printed.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    language = languages.find(one.article.language)
    if language is None:
        return None
    alone = [{token.span for token in only} for only in likeness.only]
    phrases = (_complements, _subjects, _lone_complements)
    for pair in (pair for find in phrases for pair in find(one, other, likeness)):
        named = all(token.is_name for phrase in pair for token in phrase)
        if likeness.words < (ALIKE_BUT_FOR_NAMES if named else ALIKE):
            continue
        lone = all(t.span in left for side, left in zip(pair, alone, strict=True) for t in side)
        if lone and not _may_be_one(*pair, language):
            return _shown(one, pair[0]), _shown(other, pair[1])
    return None


def _shown(claim: Claim, phrase: Phrase) -> str:
    return " ".join(claim.article.text[phrase[0].span[0] : phrase[-1].span[1]].split())


def _complements(one: Claim, other: Claim, likeness: Likeness) -> Iterator[Phrases]:
    """Yield what stands behind one preposition behind one word in both, or behind one verb.

    Right behind a verb only names: other nouns may well be of one thing.
    """
    shared = {a.span: b.span for a, b in likeness.pairs}
    facing = complements(other)
    for (governor, preposition), first in complements(one).items():
        second = facing.get((shared.get(governor, (0, 0)), preposition))
        named = second is not None and all(t.is_name for t in (*first, *second))
        if second is not None and (preposition or named):
            yield first, second


def _subjects(one: Claim, other: Claim, likeness: Likeness) -> Iterator[Phrases]:
    """Yield the first words of two claims of one act, where behind them stands one thing."""
    acts = act_of(one), act_of(other)
    if acts[0] is None or acts not in likeness.pairs:
        return
    shared = {a.span: b.span for a, b in likeness.pairs}
    first, second = one.tokens[0], other.tokens[0]
    behind = [
        {
            t.span
            for (head, _), told in complements(claim).items()
            if head == token.span
            for t in told
        }
        for claim, token in ((one, first), (other, second))
    ]
    if first.is_plain and second.is_plain and {shared.get(s) for s in behind[0]} & behind[1]:
        yield (first,), (second,)


def _lone_complements(one: Claim, other: Claim, likeness: Likeness) -> Iterator[Phrases]:
    """Yield what stands behind one preposition, and is all that either claim has but figures.

    Wherever it stands: ``rents in Velm rose``, ``rents rose in Lund``.
    """
    alone = [tuple(t for t in only if not t.is_value) for only in likeness.only]
    if not all(alone):
        return
    for (_, preposition), first in complements(one).items():
        for (_, facing), second in complements(other).items():
            phrases = first[: len(alone[0])], second[: len(alone[1])]
            if preposition == facing != "" and phrases == (alone[0], alone[1]):
                yield phrases


def name_two_doers(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether two claims open with nouns of two things: ``nurses earn``, ``porters earn``.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    language = languages.find(one.article.language)
    first, second = one.tokens[:1], other.tokens[:1]
    alone = all(t in only for t, only in zip((*first, *second), likeness.only, strict=True))
    if language is None or not alone or not all(t.is_plain for t in (*first, *second)):
        return False
    acts = act_of(one), act_of(other)
    return first[0] != acts[0] and second[0] != acts[1] and not _may_be_one(first, second, language)


def _may_be_one(first: Phrase, second: Phrase, language: Language) -> bool:
    """Tell whether two phrases are dates, or may name one thing: a group, an area, an occasion."""
    if any(t.is_value for t in (*first, *second)):
        return True
    named = [[t for t in side if t.is_name] for side in (first, second)]
    if all(named):
        return is_one_name(named[0], named[1], language)
    heads = first[-1].key, second[-1].key
    terms = language.contrasts
    loose = language.group_nouns | terms.areas | terms.anyone | language.pronouns.keys()
    occasions = terms.occasions.get(heads[0], ()), terms.occasions.get(heads[1], ())
    told = heads[1] in occasions[0] or heads[0] in occasions[1] or is_stem(*heads)
    counted = all(head.removesuffix("s") in language.scales for head in heads)  # ``dozens of``
    return any(named) or told or counted or loose.issuperset(heads)


@once
def complements(claim: Claim) -> Mapping[tuple[Span, str], Phrase]:
    """Return what stands behind each preposition, by where the content word before it is, and it.

    What stands right behind the verb of what is done stands behind no preposition.

    Args:
        claim: any claim; nothing is told of one in a language that is not known.
    """
    language = languages.find(claim.article.language)
    if language is None:
        return {}
    tokens = {token.span: token for token in claim.tokens}
    found: dict[tuple[Span, str], Phrase] = {}
    governor: Token | None = None
    act = act_of(claim)
    for at, word in enumerate(claim.words):
        place = (governor.span, word.form) if governor is not None else None
        if act is not None and word.span == act.span:
            place = (act.span, "")
        elif word.form not in _prepositions(language):
            place = None
        if place is not None and (behind := tuple(_behind(claim, at, tokens, language))):
            found.setdefault(place, behind)
        governor = tokens.get(word.span, governor)
    return found


def _behind(
    claim: Claim, at: int, tokens: Mapping[Span, Token], language: Language
) -> Iterator[Token]:
    """Yield the content words of the noun phrase behind a preposition."""
    text, words = claim.article.text, claim.words
    for here in range(at + 1, min(at + 1 + REACH, len(words))):
        form, between = words[here].form, text[words[here - 1].span[1] : words[here].span[0]]
        parted = not _BREAKS.isdisjoint(between)
        if parted or form in _prepositions(language) or form in language.conjunctions:
            return
        token = tokens.get(words[here].span)
        if token is not None:
            yield token
        elif form not in language.determiners and form not in language.possessives:
            return


@cache
def _prepositions(language: Language) -> frozenset[str]:
    """Return the prepositions that lead no verb."""
    return (language.prepositions | language.contrasts.agents) - language.times.infinitive
