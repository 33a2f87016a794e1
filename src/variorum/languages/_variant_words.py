"""The words by which the prints of one utterance are set against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VariantWords:
    """What the rules for variants need to know. Words are in lower case.

    Args:
        prompting: forms of verbs that bring in a question beside those of asking.
        mitigations: phrases that weaken a statement beside the hedges: ``I think``.
        clausal: hedges before a clause or an infinitive that are none before another preposition:
            ``appears``.
        abilities: verbs of what may be that tell, denied, of what one is not able to: ``could``.
        perceiving: verbs behind these by which nothing is in doubt: ``could hear``.
        attitudes: words and phrases to the attitude or the sort of doubt that they tell of
            (``feared``: ``fear``); ``raising``: the attitudes of which the denial is one of their
            clause (``I do not think that``).
        wondering: words before a question that is no doubt, beside those of asking: ``see``.
        conditions: words that begin a condition: ``if``; ``inversions``: verbs that do: ``had it``;
            ``negated_conditions``: such words to what stands for them with a negation (``if``:
            ``unless``); ``concessions``: phrases that look like one: ``even if``; ``occasions``:
            words that say when or for whom, as a condition may be told: ``once``.
        suppositions: words that open a condition before its subject: ``should the rain stop``.
        reservations: hedges that take back a part of the sentence before them.
        softeners: hedges that weaken a degree or a date and leave the statement: ``quite``.
        degrees: hedges of how much, how often or how long, which leave nothing in doubt:
            ``largely``.
        frequencies: those of them that tell how often or how far, so that what is said without
            them says more: ``usually``; measuring: words before these that ask or compare:
            ``how often``; similes: words that compare: ``as if``.
        limits: words before a limit of place, time or group: ``under``, ``who``.
        narrowing: those of them that headlines leave out of what they state.
        surrounding: words before a place or a time that something holds in; idle: phrases with
            these that limit nothing: ``in the end``.
        perfect: auxiliaries that only put a verb in another tense: ``had``.
        articles: forms of one article: ``a``, ``an``.
        partial: words before a plural without which all of a kind is meant: ``most``.
        portions: nouns for a part of things; ``partitive``: ``of``; ``besides``: words before such
            a noun where it tells of no part: ``as part of``.
        selecting: words before several of which one is meant: ``one of``.
        additions: phrases that add one more to what was named: ``as well as``.
        denying: words that deny beside the negations: ``unable``.
        deferring: phrases that deny as a negation does: ``yet to``; ``opposing``, ``supporting``:
            those that tell which side somebody takes; siding: the word that does so in the place of
            the former: ``for``.
        matrices: words before ``that`` whose clause is not held to be so where they are denied:
            ``evidence``; ``misjudging``: words that deny it before a verb of speech: ``wrong``;
            ``refuting``: those that deny it before ``that``: ``a myth``.
        emphatics: words that only stress: ``really``.
        demanding: attitudes to the words behind what is demanded: ``expect an apology from``.
        unfounded: words that call untrue or open what a sentence tells: ``lie``, ``whether``.
        bounding: words that bound a time: ``before``.
        exceptions: words that take something from all: ``but``; ``adverbial``: how adverbs end.
        superlatives: ``biggest`` …; ``indefinite``: ``a``.
        limiters: words behind a limit: ``on Sundays only``.
        unreal: words by which what follows has not happened: ``attempt``.
        feasts: days of the year beside the holidays; ``hours``: words for a time of the day
            to one of them that is the same; ``hours_within``: such a time to a longer one that it
            lies in.
        period_leads: words that tell which week, month or year: ``end``, ``this``.
        weighing: words by which something has a weight: ``weighs``.
        clock_units: words for parts of a day; ``measures``: units of length, weight and so on.
        extents: words that say ``all`` or ``part`` of a kind, ``any``: all, also where denied.
        tenses: auxiliaries to what reported speech makes of them (``will``: ``would``).
        pasts: past forms and participles of irregular verbs to the verb.
        persons: personal pronouns and possessives to their case; speaking: what speakers call
            themselves: ``i``.
        endings: contracted endings to what they stand for (``'s``: ``is``), ``endings_too``
            this to what they stand for besides (``has``).
        signs: words to the sign that stands for them.
        clipped: contractions that follow no rule: ``won't``.
        futures: auxiliaries that assert what is to come: ``will``; unfinished: auxiliaries that
            assert nothing of the verb behind them: ``be``.
        contraries: beginnings that make a contrary of a word: ``un``.
        short_forms: abbreviations to the word they stand for.
        spellings: letters to others that stand for them in another spelling of a word.
        seats: where a government sits, to the country meant by it: ``beijing``.
        ratios: words between how many and of how many: ``in``; day_halves: words for the halves of
            a day to the hours they add: ``pm``.
        sizes: units by sort, to how many of one of them they are.
        sounds: letters to others that stand for them in another transliteration of a name.
    """

    prompting: frozenset[str]
    mitigations: frozenset[str]
    clausal: frozenset[str]
    abilities: frozenset[str]
    perceiving: frozenset[str]
    attitudes: Mapping[str, str]
    raising: frozenset[str]
    wondering: frozenset[str]
    conditions: frozenset[str]
    inversions: frozenset[str]
    concessions: frozenset[str]
    occasions: frozenset[str]
    suppositions: frozenset[str]
    reservations: frozenset[str]
    softeners: frozenset[str]
    degrees: frozenset[str]
    frequencies: frozenset[str]
    measuring: frozenset[str]
    similes: frozenset[str]
    limits: frozenset[str]
    narrowing: frozenset[str]
    surrounding: frozenset[str]
    idle: frozenset[str]
    perfect: frozenset[str]
    speaking: frozenset[str]
    articles: frozenset[str]
    selecting: frozenset[str]
    partial: frozenset[str]
    portions: frozenset[str]
    partitive: frozenset[str]
    besides: frozenset[str]
    additions: frozenset[str]
    denying: frozenset[str]
    ratios: frozenset[str]
    deferring: frozenset[str]
    opposing: frozenset[str]
    supporting: frozenset[str]
    siding: frozenset[str]
    matrices: frozenset[str]
    misjudging: frozenset[str]
    refuting: frozenset[str]
    emphatics: frozenset[str]
    demanding: Mapping[str, str]
    unfounded: frozenset[str]
    bounding: frozenset[str]
    exceptions: frozenset[str]
    adverbial: frozenset[str]
    superlatives: frozenset[str]
    limiters: frozenset[str]
    indefinite: frozenset[str]
    unreal: frozenset[str]
    futures: frozenset[str]
    unfinished: frozenset[str]
    contraries: frozenset[str]
    feasts: frozenset[str]
    hours: Mapping[str, str]
    hours_within: Mapping[str, str]
    period_leads: frozenset[str]
    weighing: frozenset[str]
    clock_units: frozenset[str]
    measures: frozenset[str]
    extents: Mapping[str, str]
    negated_conditions: Mapping[str, str]
    tenses: Mapping[str, str]
    pasts: Mapping[str, str]
    persons: Mapping[str, str]
    endings: Mapping[str, str]
    endings_too: Mapping[str, str]
    clipped: Mapping[str, str]
    signs: Mapping[str, str]
    short_forms: Mapping[str, str]
    spellings: Mapping[str, str]
    sounds: Mapping[str, str]
    seats: Mapping[str, str]
    day_halves: Mapping[str, int]
    sizes: Mapping[str, Mapping[str, float]]
