"""The words by which a language speaks of places, beyond the nouns of ``Language.place_nouns``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceActs:
    """The words that give a place a stance or a predicate: each to the row of the ledger it makes.

    Verbs stand in all their forms. ``hits`` is ``struck`` or ``attacks``, and ``takes`` is
    ``holds`` of states and armed people only, as the one who does it decides.

    Args:
        object: verbs whose object is the place: ``annexed``.
        loss: verbs that take from somebody the place behind ``from``: ``drove``.
        leaving: verbs by which one goes from the place behind ``from``: ``withdrew``.
        aimed: verbs with the place behind ``on``, ``at`` or ``in``: ``fired``.
        either: verbs whose object or subject is the place: ``reopened``.
        ballot: verbs of a count, with the place as object or behind ``in``: ``won``.
        of: nouns with the place behind ``of``: ``annexation``.
        on: nouns with the place behind ``on`` or ``against``: ``attack``.
        at: nouns with the place behind a preposition of place: ``floods``.
        to: nouns with the place behind ``to`` or ``over``: ``claim``.
        off: nouns with the place behind ``from``: ``withdrawal``.
        marked: participles that describe a place, also behind a hyphen: ``held``.
        state: phrases behind a form of ``be``: ``under water``.
        power: phrases with the holder behind them: ``in the hands of``.
        grip: phrases with the place behind them: ``control of``.
        subject: verbs whose subject is the place: ``fell``.
        phrasal: verbs with a particle: ``cut off``.
        regard: verbs by which one calls a place its own.
        held: a preposition to the nouns behind a holder: ``under Norvian control``.
    """

    object: Mapping[str, str]
    loss: Mapping[str, str]
    leaving: Mapping[str, str]
    aimed: Mapping[str, str]
    either: Mapping[str, str]
    ballot: Mapping[str, str]
    of: Mapping[str, str]
    on: Mapping[str, str]
    at: Mapping[str, str]
    to: Mapping[str, str]
    off: Mapping[str, str]
    marked: Mapping[str, str]
    state: Mapping[str, str]
    power: Mapping[str, str]
    grip: Mapping[str, str]
    subject: Mapping[str, str]
    phrasal: Mapping[str, str]
    regard: Mapping[str, str]
    held: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PlaceWords:
    """What the rules for places need to know. Words are in lower case.

    Args:
        features: more words for a kind, to the feature they name; they do not make a name a place.
        waters: seas and oceans that go without a word for their kind.
        wide: continents and other large parts of the earth, which no gazetteer has.
        uncoded: regions of news that no standard lists, for no state has them to itself.
        units: words for a kind that are no part of a name in a standard: ``province``.
        quarters: words for a part of a city that are also those for a part of a country.
        of: what joins a word for a kind to a name.
        joining: what joins the name of a body to that of its place; ``charters``: words for laws.
        regions: names of regions cut short, as they stand behind a city's: ``ala.``.
        acts: what gives a place a stance or a predicate.
        locative: prepositions before the place in which something is.
        county_endings: of a name that is a county's: ``shire``.
        parts, points: words for a part of a place; points of the compass.
        wholes: words that leave a place whole: ``all``.
        works: what is built; ``armed``: people in arms; ``weapons``: what they use.
        strikes: weapons that are also a refusal to work, which words of ``labour`` tell.
        hazards: what nature does to a place, to nothing or to the proper word before its name.
        bodies: nouns of a state's parts: ``parliament``.
        seats: seats of governments to their country.
        adjectives: those of countries that their names do not tell: ``french``.
        ballots: words of an article on an election.
        tries: verbs before an infinitive that make what follows an attempt, or a fact.
        settled: words before an infinitive of what is decided: ``due``.
        doubts: words before a noun of what is not so, or not yet: ``planned``.
        proclaiming: verbs and adjectives that make an annexation one of words only.
        own: words of what a proclamation makes of a place: ``part``.
        ours: pronouns of one who claims: ``ours``.
        wholly: adverbs of full control; ``again``: what makes an opening another one.
        standins: pronouns for a place; ``sections``: parts of what is built: ``wing``.
        shows: what opens and closes in a place and is none: ``film``.
        nearly: words before a verb of what did not quite come about.
        by, out: before who did it; before ``of`` behind a verb of leaving.
        containing, sited: verbs between a place and one that lies in it: ``includes``; or in
            which it lies: ``lies``.
        aside: words before a place that only lies by: ``near``.
        endings: of adjectives of countries: ``ian``.
        getting: helping verbs of a passive, beside ``be``; ``halting``: verbs that close only
            what they have as object.
        strongholds: what a place is to those who hold it; ``parted``: ``part`` of a state.
        claimed: prepositions behind ``claim``; ``damages``: nouns of what is suffered.
        fires: nouns that are none of a hazard behind a verb: ``open fire``.
        operations: what goes on in a plant; ``bourse``: how markets close.
        pairing: before two places between which something is.
        source, toward, upon: before where one comes from, where one goes, what one attacks;
            ``goals``: before where one goes to stay. ``there``: words for a place named before;
            ``doors``: what is opened of what opens.
        attempts: verbs of what is tried; ``inverted``: verbs that open a condition.
        nor, neither: what denies the second of two, or both.
        untrue, truths, hearsay: words for what is not so, is so, or is only said.
        unsure: words by which what hangs on them is no fact: ``unlikely``; ``guesses``: adverbs
            of that kind; ``parried``: words behind ``be`` of what did not come about.
        personal: verbs of war that are also done to persons: ``captured``; ``keepers``: words
            for people in arms who do that as a rule, or fight with words: ``police``.
        occurring: verbs of what comes about; ``launching``: those of who attacks.
        sparing: verbs that leave their object as it is.
        quarrels: verbs of attack that words may do too; ``heading``: forms of ``lead``;
            ``seizing``: verbs that win only what is their object,
            ``carrying``: those that win no person.
        intensifiers: words in a verb group that are no adverbs elsewhere: ``hard hit``.
        conditions: words that open a clause of what may be; ``gerund_leads``: before a gerund
            of what is so; ``gerunds``: their endings.
        deciding: modals of what is decided.
        floods: hazards that put a place under water; ``storms``: those that have names.
        ranks: words before the one of a kind that did something: ``first``.
        unarmed: words before an attack that is none on a place: ``heart``.
        arming: words before an attack that is one of arms: ``suicide``.
        harming: verbs of what hits people, not the place; ``using``: before what fills one;
            ``idioms``: behind a verb of taking that takes no place: ``part``.
        rooms: where a body works, which makes no name of its own: ``office``.
        everywhere: prepositions before all of a place, not somewhere in it: ``across``.
        firms: nouns that stand for a body named before: ``firm``.
        speakers: pronouns of the one who speaks.
        under: before what a place is under.
        likening, indefinite: ``as`` before an article that makes it open no clause.
        examples: before ``as`` that leads to examples; ``lands``: nouns that make a name of an
            adjective: ``the Norvian peninsula``.
        unchanged: verbs whose past is their base: ``quit``.
        standing: verbs before a phrase that tells a state; ``rubble``: what ruin leaves.
        residents: those whose leaving empties a place; ``orders``: what makes them.
        deeds: what states proclaim by: ``law``; ``resolves``: verbs by which a body does it.
        routes: words for roads that have numbers; ``traffic``: what a text about roads says.
        numbers_of: words before ``of`` and those who are counted.
        kinds: plural nouns that stand for places named before: ``regions``.
    """

    features: Mapping[str, str]
    waters: frozenset[str]
    wide: frozenset[str]
    uncoded: frozenset[str]
    units: frozenset[str]
    quarters: frozenset[str]
    of: frozenset[str]
    joining: frozenset[str]
    charters: frozenset[str]
    regions: Mapping[str, str]
    acts: PlaceActs
    locative: frozenset[str]
    parts: frozenset[str]
    points: frozenset[str]
    county_endings: frozenset[str]
    wholes: frozenset[str]
    works: frozenset[str]
    armed: frozenset[str]
    weapons: frozenset[str]
    strikes: frozenset[str]
    labour: frozenset[str]
    hazards: frozenset[str]
    bodies: frozenset[str]
    seats: Mapping[str, str]
    adjectives: Mapping[str, str]
    ballots: frozenset[str]
    tries: frozenset[str]
    settled: frozenset[str]
    doubts: frozenset[str]
    proclaiming: frozenset[str]
    own: frozenset[str]
    ours: frozenset[str]
    wholly: frozenset[str]
    standins: frozenset[str]
    sections: frozenset[str]
    shows: frozenset[str]
    nearly: frozenset[str]
    again: frozenset[str]
    by: frozenset[str]
    out: frozenset[str]
    containing: frozenset[str]
    sited: frozenset[str]
    aside: frozenset[str]
    endings: frozenset[str]
    getting: frozenset[str]
    halting: frozenset[str]
    strongholds: frozenset[str]
    parted: frozenset[str]
    claimed: frozenset[str]
    operations: frozenset[str]
    bourse: frozenset[str]
    damages: frozenset[str]
    fires: frozenset[str]
    pairing: frozenset[str]
    source: frozenset[str]
    goals: frozenset[str]
    there: frozenset[str]
    doors: frozenset[str]
    attempts: frozenset[str]
    nor: frozenset[str]
    neither: frozenset[str]
    inverted: frozenset[str]
    untrue: frozenset[str]
    truths: frozenset[str]
    hearsay: frozenset[str]
    unsure: frozenset[str]
    guesses: frozenset[str]
    personal: frozenset[str]
    keepers: frozenset[str]
    parried: frozenset[str]
    occurring: frozenset[str]
    launching: frozenset[str]
    sparing: frozenset[str]
    toward: frozenset[str]
    upon: frozenset[str]
    quarrels: frozenset[str]
    heading: frozenset[str]
    seizing: frozenset[str]
    carrying: frozenset[str]
    intensifiers: frozenset[str]
    conditions: frozenset[str]
    gerunds: frozenset[str]
    gerund_leads: frozenset[str]
    deciding: frozenset[str]
    floods: frozenset[str]
    storms: frozenset[str]
    ranks: frozenset[str]
    unarmed: frozenset[str]
    arming: frozenset[str]
    harming: frozenset[str]
    using: frozenset[str]
    idioms: frozenset[str]
    rooms: frozenset[str]
    everywhere: frozenset[str]
    firms: frozenset[str]
    speakers: frozenset[str]
    under: frozenset[str]
    kinds: frozenset[str]
    indefinite: frozenset[str]
    likening: frozenset[str]
    examples: frozenset[str]
    lands: frozenset[str]
    routes: frozenset[str]
    traffic: frozenset[str]
    resolves: frozenset[str]
    unchanged: frozenset[str]
    standing: frozenset[str]
    rubble: frozenset[str]
    residents: frozenset[str]
    orders: frozenset[str]
    deeds: frozenset[str]
    numbers_of: frozenset[str]
