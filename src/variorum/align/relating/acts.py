"""What two claims say was done: the verb of each, as far as its words and their neighbours tell.

There is no tagger here. Where no verb is found nothing is said.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache
from itertools import pairwise

from variorum import languages
from variorum.align.claims import Claim, Token
from variorum.align.collating.inflections import shifted
from variorum.align.once import once
from variorum.align.relating.likeness import Likeness, is_stem
from variorum.languages import Language, finite_verbs, helping_verbs, noun_openers
from variorum.model.words import Word

# The shortest word that is a verb by its ending alone.
SHORTEST = 4
# Verbs of speech that tell as well what nobody says (``found``).
_OF_THOUGHT = "estimate"
_GERUND = "ing"


def tell_other_acts(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether each of two claims has a verb that is not that of the other.

    What is done in words is another act under another verb: who promised an inquiry has not
    opened it. Other verbs may well tell one thing (``walked``, ``climbed``). Inflections are one
    verb, as are verbs of one sense or of one fate.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    language = languages.find(one.article.language)
    if language is None:
        return False
    acts = act_of(one), act_of(other)
    if acts[0] is None or acts[1] is None or acts in likeness.pairs:
        return False
    keys = acts[0].key, acts[1].key
    if shifted(*keys, language) or _are_alike(*keys, language):
        return False
    if _is_bidden(one, other, likeness, language):
        return False
    cues = [language.cues.get(key) for key in keys]
    return any(cue is not None and cue.group != _OF_THOUGHT for cue in cues)


def only_names(one: Claim, other: Claim, likeness: Likeness) -> bool:
    """Tell whether a claim of the narrator's only names what the other is held to have said of it.

    It has no word for a verb, and none but of the other claim, whose verb it lacks (``Council and
    the leak``, ``Poe said the council knew of the leak``).

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
    """
    language = languages.find(one.article.language)
    if language is None:
        return False
    return any(
        not likeness.only[side]
        and topic.statement.modality == "fact"
        and held.statement.holder is not None
        and act_of(held) in likeness.only[1 - side]
        and not _has_verb(topic, language)
        for side, (topic, held) in enumerate(((one, other), (other, one)))
    )


def _has_verb(claim: Claim, language: Language) -> bool:
    """Tell whether a word of a claim may be a verb, by any list or by the ending of a past."""
    known = helping_verbs(language) | language.common_verbs | language.times.infinitive
    return any(
        word.form in known
        or word.form in language.cues
        or word.form in _finite(language)
        or _is_past(word.form, language)
        for word in claim.words
    )


def is_act_turned(
    one: Claim, other: Claim, likeness: Likeness, denied: tuple[Container[int], Container[int]]
) -> bool:
    """Tell whether what one claim tells as done the other tells as refused, or not done.

    What it was done to must be shared too, where both name it.

    Args:
        one: a claim.
        other: another claim.
        likeness: of the two.
        denied: where the words of each stand that a negation or a refusal turns round.
    """
    first, second = act_of(one), act_of(other)
    if first is None or second is None or not is_one_verb(first, second, one):
        return False
    pairs = [pair for pair in likeness.pairs if not pair[0].is_value]
    shared = any(a.span > first.span and b.span > second.span for a, b in pairs)
    alone = [
        any(t.span > act.span and not t.is_value for t in only)
        for act, only in zip((first, second), likeness.only, strict=True)
    ]
    one_turned = (first.span[0] in denied[0]) != (second.span[0] in denied[1])
    return one_turned and (shared or not all(alone))


def is_one_verb(first: Token, second: Token, claim: Claim) -> bool:
    """Tell whether two words are one verb, also in tenses that share no stem: ``saw``, ``see``.

    Args:
        first: a word.
        second: another word.
        claim: that the first is of.
    """
    language = languages.find(claim.article.language)
    shift = language is not None and shifted(first.key, second.key, language)
    return shift or is_stem(first.key, second.key)


def _is_bidden(one: Claim, other: Claim, likeness: Likeness, language: Language) -> bool:
    """Tell whether both tell what somebody was told to do (``told to go``, ``ordered to go``).

    Or one does, and the other that it was done (``ordered to go``, ``went``).
    """
    before = [
        {word.span: prior.form for prior, word in pairwise(claim.words)} for claim in (one, other)
    ]
    infinitive, acts = language.times.infinitive, (act_of(one), act_of(other))
    orders = [act is not None and act.key in language.contrasts.orders for act in acts]
    if orders[0] != orders[1]:
        done = orders.index(False)
        pairs = (pair for pair in likeness.pairs if pair[done] == acts[done])
        return any(before[1 - done].get(p[1 - done].span) in infinitive for p in pairs)
    sides = [
        infinitive.issuperset((before[0].get(a.span, ""), before[1].get(b.span, "")))
        for a, b in likeness.pairs
        if a == acts[0] or b == acts[1]
    ]
    bids = {
        language.cues[f].group for claim in (one, other) for f in claim.forms & language.cues.keys()
    }
    return any(sides) and bids <= {"tell", "urge", "ask"}


def _are_alike(one: str, other: str, language: Language) -> bool:
    """Tell whether two verbs tell of one fate, or are verbs of speech of one sense."""
    fates = language.contrasts.fates
    if one in fates and fates[one] == fates.get(other):
        return True
    cues = language.cues.get(one), language.cues.get(other)
    if cues[0] is None or cues[1] is None or cues[0].group != cues[1].group:
        return False
    return (cues[0].lemma in language.denying) == (cues[1].lemma in language.denying)


@once
def act_of(claim: Claim) -> Token | None:
    """Return the verb that a claim tells of as done, None where it is a light one or none is seen.

    Behind a verb of speech, or one that only denies or plans, it is its infinitive (``told Poe
    to go``, ``refused to go``).
    """
    language = languages.find(claim.article.language)
    if language is None:
        return None
    words, tokens = claim.words, {token.span: token for token in claim.tokens}
    at = verb_at(claim)
    if at is None:
        return None
    at = _after_helps(words, at, language)
    while at is not None and _leads_on(claim, at, language):
        at = _infinitive(words, at, language)
    token = tokens.get(words[at].span) if at is not None else None
    return None if token is None or token.is_value or token.is_name else token


@once
def verb_at(claim: Claim) -> int | None:
    """Return which word of a claim is its first finite verb, None where none is seen."""
    language = languages.find(claim.article.language)
    if language is None:
        return None
    places = range(1, len(claim.words))
    return next((at for at in places if _is_finite(claim, at, language)), None)


def head_of(claim: Claim) -> Token:
    """Return the word that tells most of what a claim tells of: its verb, as far as one is seen.

    Where its first verb is a light one it is the first word behind it (``was a success``), and
    the first word of all where it has none.
    """
    act = act_of(claim)
    if act is not None:
        return act
    first = verb_at(claim)
    behind = claim.tokens if first is None else _from(claim, claim.words[first].span[0])
    return behind[0] if behind else claim.tokens[-1]


def _from(claim: Claim, start: int) -> Sequence[Token]:
    return [token for token in claim.tokens if token.span[0] >= start]


@cache
def _finite(language: Language) -> frozenset[str]:
    """Return the listed forms that are finite verbs, and seldom nouns."""
    past = language.past | language.times.pasts | language.variants.pasts.keys()
    return finite_verbs(language, past)


def _is_finite(claim: Claim, at: int, language: Language) -> bool:
    word, before = claim.words[at], claim.words[at - 1].form
    if claim.article.text[word.span[0]].isupper() or before in noun_openers(language):
        return False
    if before.endswith(("'s", "s'")) or before[:1].isdigit() or before in language.numbers:
        return False
    if word.form in helping_verbs(language) or word.form in _finite(language):
        return True
    behind = claim.words[at + 1].form if at + 1 < len(claim.words) else ""
    return _is_past(word.form, language) and behind not in language.contrasts.agents


def _is_past(form: str, language: Language) -> bool:
    """Tell a past form or a participle, by the lists or by its ending."""
    regular = form.endswith(tuple(language.past_endings)) and not form.endswith("eed")
    return form in language.variants.pasts or (regular and len(form) >= SHORTEST)


def _after_helps(words: Sequence[Word], at: int, language: Language) -> int | None:
    """Return where the verb stands that a helping verb helps; None where it helps none."""
    if words[at].form not in helping_verbs(language):
        return at
    modal = False
    while at < len(words):
        form = words[at].form
        helps = form in helping_verbs(language)
        if not helps and not _is_adverb(form, language):
            known = _is_past(form, language) or form.endswith(_GERUND)
            known = known or form in language.cues
            return at if modal or known else None
        modal = form in language.modals | language.contrasts.helps if helps else modal
        at += 1
    return None


def _is_adverb(form: str, language: Language) -> bool:
    return form in language.adverbs or language.negates(form) or form.endswith("ly")


def _leads_on(claim: Claim, at: int, language: Language) -> bool:
    """Tell whether a verb only leads to an infinitive: of speech, of a plan, of a denial."""
    form = claim.words[at].form
    if not claim.vocabulary.carries(form):
        return True
    cue = language.cues.get(form)
    denies = cue is not None and cue.lemma in language.denying
    plans = any(f"{form} {to}" in language.planned for to in language.times.infinitive)
    behind = [word.form for word in claim.words[at + 1 : at + 3]]
    agrees = form in language.contrasts.undertakings and len(behind) > 1
    agrees = agrees and behind[1] not in language.function_words
    turns = denies or plans or agrees or form in language.contrasts.turning
    return turns and behind[:1] != [] and behind[0] in language.times.infinitive


def _infinitive(words: Sequence[Word], at: int, language: Language) -> int | None:
    """Return where the first infinitive behind a verb stands."""
    for place in range(at + 1, len(words) - 1):
        if words[place].form in language.times.infinitive:
            return place + 1
    return None
