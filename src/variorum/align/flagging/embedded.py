"""What a heading tells as done and the text only as possible, wished or alleged.

``Schools ban phones`` stands above ``a group has called on schools to ban phones``: the verb of the
heading is found again behind a word that leaves open whether it happens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from variorum.align.claims import Claim
from variorum.align.collating.inflections import shifted
from variorum.align.relating.likeness import is_stem
from variorum.languages import Language
from variorum.model.spans import hull
from variorum.model.words import Word

# Words between a word that leaves open, its "to", and the verb: "called on the town's schools to".
FAR = 10
NEAR = 3
# So many words of a heading, and such a part of them, stand in the sentence that says it.
LEAST = 3
TOLD = 0.6


def find_embedded(
    heading: Claim, below: Sequence[Claim], language: Language
) -> Iterator[tuple[Claim, Word]]:
    """Yield the first sentence that leaves open what a heading tells, with its verb.

    Nothing where the heading leaves anything open itself, or where another sentence has that verb
    without a word that leaves it open.

    Args:
        heading: the claim of a headline or a standfirst.
        below: those of the paragraphs, in order.
        language: of the article.
    """
    forms = [word.form for word in heading.words]
    contrasts = language.contrasts
    open_ = contrasts.possible | contrasts.wishes | contrasts.allegations
    asks = "?" in heading.article.text[slice(*hull(heading.statement.spans))]
    denied = heading.denies or heading.statement.polarity == "denied"
    if asks or denied or heading.weakening or not open_.isdisjoint(forms):
        return
    to_come = language.times.infinitive | language.planned
    told = [claim for claim in below if _tells(claim, heading)]
    for claim in islice(told, 1):
        for verb in _left_open(claim.words, language, to_come=not to_come.isdisjoint(forms)):
            keys = [key for key in heading.keys if _is_one(key, verb.form, language)]
            if keys and all(
                _is_open(other, keys[0], language) for other in below if other is not claim
            ):
                yield claim, verb
                return


def _tells(claim: Claim, heading: Claim) -> bool:
    """Tell whether a claim has most of the words of a heading, by their stems."""
    found = [any(_alike(t.key, o.key) for o in claim.tokens) for t in heading.tokens]
    return sum(found) >= max(LEAST, TOLD * len(found))


def _left_open(
    words: Sequence[Word], language: Language, *, to_come: bool = False
) -> Iterator[Word]:
    """Yield the verbs that a sentence leaves open."""
    contrasts = language.contrasts
    light = language.function_words | language.times.passive
    for at, word in enumerate(words):
        behind = words[at + 1 : at + 1 + FAR]
        if word.form in contrasts.possible:
            near = behind[: NEAR + 1]
            if not any(language.negates(one.form) for one in near):
                yield from islice((w for w in near if w.form not in light), 1)
        elif word.form in contrasts.wishes or (word.form in contrasts.plans and not to_come):
            places = [i for i, one in enumerate(behind) if one.form in language.times.infinitive]
            yield from (behind[i + 1] for i in places[:1] if i + 1 < len(behind))
        elif word.form in contrasts.allegations:
            near = behind[: NEAR + 1]
            led = near and near[0].form in language.prepositions | language.times.infinitive
            if led:
                yield from islice((w for w in near if w.form not in light), 1)


def _is_open(claim: Claim, key: str, language: Language) -> bool:
    """Tell whether a claim does not have a verb, or leaves it open."""
    has = any(_is_one(key, word.form, language) for word in claim.words)
    left = (_is_one(key, word.form, language) for word in _left_open(claim.words, language))
    return not has or any(left)


def _is_one(one: str, other: str, language: Language) -> bool:
    """Tell whether two words are forms of one verb."""
    return _alike(one, other) or one in (other + "s", other + "es") or shifted(one, other, language)


def _alike(one: str, other: str) -> bool:
    return one == other or is_stem(one, other)
