"""The words in which two sentences about one thing differ gravely: bounds and opposites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ContrastWords:
    """What the comparison of two sentences needs to know. Words are in lower case.

    Args:
        bounds: the last words of bounds: ``over``, ``than``.
        over, least, under, most: phrases before a number that bound it: ``more than``,
            ``at least``, ``fewer than``, ``up to``.
        nearly, about: those that make it approximate, from below or on both sides.
        mostly: words for more than the half of a whole: ``most`` of it.
        after, since, before, until: words before a date that bound it likewise.
        or_more, or_less: phrases behind a number: ``or more``.
        skipped: words that may stand between a bound and its number: ``a total of``.
        turning: verbs and prepositions that turn round what follows: ``without``, ``failed to``.
        contrary: conjunctions between two clauses of which a denial of the first is none of the
            second: ``but``.
        barring: verbs with a particle that deny what stands behind them: ``rules out``.
        lengths: units of a length of time to their hours.
        agents: words before who did it in a passive: ``by``.
        scheduling: verbs between an event and its date: ``is set for``.
        beginnings: the occasions that an anniversary counts from.
        parts: nouns for a part of a place: ``parts`` of the city.
        demonstratives: plural determiners that take something up: ``these``.
        pairs: words that take up two: ``both``.
        possible, wishes, plans: words before a verb that leave open whether it happens: ``may``;
            ``called on … to``; ``plan to``, which a heading may tell with ``to``.
        expectations, foreseen: words that tell what is expected, hoped for or wanted: ``hopes to``;
            phrases with such words that leave nothing open: ``than expected``.
        undertakings, orders: verbs before an infinitive that tell what somebody is to do:
            ``agreed to``, ``ordered them to``.
        requests: such verbs by which somebody asks what he cannot order: ``urged them to``.
        ceasing: verbs that tell the end of what went on: ``ended``, ``called off``.
        helps: verbs that help another without an ending, beside the modal ones: ``did``.
        duties, needs: words that tell what must be so, before a verb or before ``to``; ``bare``:
            those of these verbs without an ending, that may be nouns.
        aims: nouns that an infinitive says the aim of, so that they are no subject of it: ``bid``.
        attempts, brinks: words before a verb that is only tried, or nearly came about:
            ``tried to``; ``came close to``; ``nearing``: those that also bound amounts: ``nearly``.
        favouring, against: words that tell which side somebody takes: ``in favour of``.
        allegations: those before what somebody is said to have done: ``accused of``.
        attesting: verbs of speech whose words are so, or become so by them: ``confirm``,
            ``announce``.
        dating: conjunctions that only tell when something is so, or why: ``after``.
        points, margins: what two sides have more or fewer of; words for how many more; ``wins``:
            nouns behind how many: a ``two-goal win``; ``versus``: words between these and whom
            it was won or lost against: ``over``.
        ranks: honorifics of rank, which a person may gain: ``sir``.
        kin: nouns for relatives; ``spouses``: words by which a text tells of a married couple.
        plural_titles: honorifics before several men: ``messrs``.
        aged, old: words before an age and behind one: ``aged``, ``years old``.
        opposites: a word to those that cannot be true of the same thing with it.
        ruled: those of these that a court or a vote decides once: ``convicted``.
        descriptions: an adjective to those that cannot be true of the same noun with it.
        counterparts: a word for a person, place or time to those that tell of another one.
        stages: a word for a stage of what goes on to those for its end: ``leads``, ``wins``.
        often: adverbs that tell how often to how many times: ``twice``.
        several: words that count some or many by no number: ``several``.
        oneself, ourselves: what one speaker, and a speaker for several, says of who speaks, in all
            cases: ``my``, ``our``.
        anyone: nouns for any of those who are counted, in the singular.
        nobody: words for none of anybody: ``no one``; ``harms``: nouns of fates that are told to
            be none: ``no injuries``.
        everywhere: adverbs that tell of how wide an area something is told: ``nationwide``.
        within: prepositions before a place or an area that something is told of: ``across``.
        spanning: those of both that tell of the whole of an area: ``nationwide``, ``across``.
        areas: nouns for an area: ``province``.
        settlements: those of these that take up a place named elsewhere: ``town``.
        passing: the names of fates that pass, so that fewer are told of later: ``missing``.
        momentary: the names of fates that are met then and there: ``injured``.
        running: the names of fates, and other things that are counted, found to be more and more.
        growing: words told with a count that goes on, or with what changes: ``so far``.
        tallying: words by which a count is one on the way: ``votes counted``.
        further: words that tell of more than those who were counted: ``another``.
        outstanding, pending, attained: words by which a denial holds for now, or held: ``yet``,
            ``so far``, ``now``; ``current``: words that tell of the day of the report.
        moneys: units of money, by code or word, to a name that they have in common.
        shares: parts of a whole, behind an indefinite article: ``third``.
        anniversaries: nouns for a day that is kept after so many years.
        occasions: nouns for what happened once to the verbs and nouns that tell of it:
            ``theft``: ``stolen``.
        terms: verbs with an amount to the nouns that take it up: ``jailed``: ``sentence``.
        answers: nouns for words that somebody says to how the words begin that tell of their being
            said: ``verdict``: ``convict``; what has fewer than five letters is all of a word.
        unrepeated, inaugural, impending: verbs of what comes but once to anything: ``born``; of
            what hardly comes twice in other years: ``opened``; of what is planned but once:
            ``begin``.
        lawfulness: adjectives that judge whether something is lawful.
        fates: words that tell what became of those who are counted, to one name each.
    """

    bounds: frozenset[str]
    over: frozenset[str]
    least: frozenset[str]
    under: frozenset[str]
    most: frozenset[str]
    mostly: frozenset[str]
    nearly: frozenset[str]
    about: frozenset[str]
    after: frozenset[str]
    since: frozenset[str]
    before: frozenset[str]
    until: frozenset[str]
    or_more: frozenset[str]
    or_less: frozenset[str]
    skipped: frozenset[str]
    turning: frozenset[str]
    contrary: frozenset[str]
    barring: frozenset[str]
    lengths: Mapping[str, int]
    agents: frozenset[str]
    scheduling: frozenset[str]
    beginnings: frozenset[str]
    parts: frozenset[str]
    demonstratives: frozenset[str]
    pairs: frozenset[str]
    possible: frozenset[str]
    wishes: frozenset[str]
    plans: frozenset[str]
    undertakings: frozenset[str]
    orders: frozenset[str]
    requests: frozenset[str]
    ceasing: frozenset[str]
    helps: frozenset[str]
    duties: frozenset[str]
    needs: frozenset[str]
    bare: frozenset[str]
    aims: frozenset[str]
    attempts: frozenset[str]
    brinks: frozenset[str]
    nearing: frozenset[str]
    favouring: frozenset[str]
    against: frozenset[str]
    expectations: frozenset[str]
    foreseen: frozenset[str]
    allegations: frozenset[str]
    attesting: frozenset[str]
    dating: frozenset[str]
    points: frozenset[str]
    margins: frozenset[str]
    wins: frozenset[str]
    versus: frozenset[str]
    ranks: frozenset[str]
    kin: frozenset[str]
    spouses: frozenset[str]
    plural_titles: frozenset[str]
    aged: frozenset[str]
    old: frozenset[str]
    opposites: Mapping[str, frozenset[str]]
    ruled: frozenset[str]
    descriptions: Mapping[str, frozenset[str]]
    counterparts: Mapping[str, frozenset[str]]
    stages: Mapping[str, frozenset[str]]
    often: Mapping[str, int]
    several: frozenset[str]
    oneself: frozenset[str]
    ourselves: frozenset[str]
    anyone: frozenset[str]
    nobody: frozenset[str]
    harms: frozenset[str]
    everywhere: frozenset[str]
    within: frozenset[str]
    spanning: frozenset[str]
    areas: frozenset[str]
    settlements: frozenset[str]
    passing: frozenset[str]
    momentary: frozenset[str]
    running: frozenset[str]
    growing: frozenset[str]
    tallying: frozenset[str]
    further: frozenset[str]
    outstanding: frozenset[str]
    pending: frozenset[str]
    attained: frozenset[str]
    current: frozenset[str]
    moneys: Mapping[str, str]
    shares: Mapping[str, float]
    anniversaries: Mapping[str, int]
    occasions: Mapping[str, frozenset[str]]
    terms: Mapping[str, frozenset[str]]
    answers: Mapping[str, frozenset[str]]
    lawfulness: frozenset[str]
    unrepeated: frozenset[str]
    inaugural: frozenset[str]
    impending: frozenset[str]
    fates: Mapping[str, str]
