"""What a language is: the words that the rules need, and the functions that a list cannot say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from variorum.languages._contrast_words import ContrastWords
from variorum.languages._flag_words import FlagWords
from variorum.languages._place_words import PlaceWords
from variorum.languages._time_words import TimeWords
from variorum.languages._variant_words import VariantWords
from variorum.model.spans import Span

DateReader = Callable[[str], Iterator[tuple[Span, str, str]]]


@dataclass(frozen=True, slots=True)
class Cue:
    """An inflected form of a verb of speech.

    Args:
        lemma: the verb as a dictionary has it.
        group: what the verb does: ``say``, ``tell``, ``ask``, ``claim``, ``deny`` …
        form: ``base``, ``third``, ``past`` (also a participle of the same shape),
            ``participle`` or ``gerund``.
    """

    lemma: str
    group: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """What the rules need to know of one language. Words are in lower case, without end points.

    Args:
        code, function_words: ISO 639-1; articles, prepositions, pronouns, auxiliaries and so on.
        telltales: the function words that few other languages have.
        cues: speech verbs by inflected form.
        cue_phrases, speech_nouns: ``according to``, which names a source; ``statement``.
        work_nouns: what has a title, as ``novel``, and who makes it; ``titling``: words before one.
        hearers, reply_words: who is told (``reporters``); what often opens a reply (``why``).
        vocative_leads: words that lead to the name of one who is called: ``dear``, ``well``.
        honorifics: form of address to gender (``m``, ``f`` or ``""`` where it has none).
        family_titles: honorifics of women that go with a family's name.
        role_nouns, role_modifiers: ``spokesman``, ``prime minister``; ``deputy`` before a role.
        group_nouns: plural or collective speakers: ``officials``, ``police``.
        voices, advocates, acting_for: who speaks for somebody; who does so behind ``for`` alone.
        pronouns: personal pronouns to ``m``, ``f``, ``n`` or ``p`` (plural), third person only.
        subject_pronouns: those that can be the subject of a speech verb, of any person;
            personal_pronouns: of the first and second.
        relatives, clause_relatives: what begins a clause about a source (``Poe, who``), or with
            one inside (``which Poe said``).
        clause_joints: words between two attributions (``said A, and Poe added B``).
        lone_determiners, plain_subjects: subjects as ``many`` (say); pronouns as ``we`` (say).
        corrections: words of a source that only corrects its own text; misquoting, wrongly,
            quoting: ``misquoted``; two words that say so together.
        kickers: last words of labels before a headline that name nobody: ``Live``, ``World news``.
        asking_labels, answering_labels: what begins the lines of an interview: ``Q``; ``A``.
        person_endings: how nouns for a person end.
        hedges, negations: words that weaken a statement, that turn it round; negative_endings.
        false_negations: phrases of a statement in which they do not.
        affirming: phrases of a quotation with a word of negation that deny nothing.
        refusals, assents: negations that, before a subject, only answer (``No, I stay``); ``yes``.
        denying: verbs, as a dictionary has them, that turn round the clause they report.
        planned, possible, future: words of modality; those that put a clause in the future.
        past, past_endings: verbs that put it in the past, and how regular ones end.
        months, weekdays, seasons: names and short forms to numbers (weekday: Monday is 0;
            seasons as in EDTF, 21 spring to 24 winter).
        days, day_parts: a day to its distance from today (``yesterday``: -1); parts of a day.
        shifts: ``last`` (-1), ``this`` (0), ``next`` (1).
        times: the words by which it speaks of time.
        time_units: words to ``day``, ``week``, ``month`` or ``year``.
        date_prepositions: words before a month or a year.
        numbers, scales, short_scales: number words to values; hundred, million …; ``bn``.
        ordinals: ordinal words to values; ``fractions`` names of parts to theirs.
        superlative_endings: how an adjective ends that an ordinal ranks (``third largest``).
        variants, contrasts, flags: those by which prints of one utterance are told apart, two
            sentences differ gravely, and a text takes up its own counts, days and people.
        backshifts: auxiliaries of reported speech to what was said (``would``: ``will``).
        same_names: other names of a country to one of them.
        abbreviations: words that keep a point without ending a sentence.
        organisation_words, outlet_words: last or chief words of such names.
        page_words, page_labels: ``this article``, ``your``; lines above a text: ``press release``.
        comment_headings, comment_counts, comment_calls: lines above readers' comments, those with
            their number, and how others end; comment_marks: words about one (``Reply``).
        teaser_labels, teaser_headings, picture_labels: what opens a link, several, a caption.
        place_nouns, places: ``city`` … to the feature it names; more words of places.
        place_prepositions, place_markers: words before a place, and before hardly anything else.
        name_links: words that may join the parts of a body's name, as ``of``.
        countries, demonyms, first_names, particles, generations: parts of names (``jr``).
        feminine_names, either_names: first names of women, and those of women and men;
            women_names, men_names: more of them, which tell of gender only.
        plurals, currencies: irregular plural to singular; signs and words to ISO 4217 codes.
        singular: returns the singular of a plural noun, None for what is no plural.
        read_dates: finds explicit calendar dates in running text.
        auxiliaries, modals, adverbs: what goes before a verb: ``has``; ``would``; ``also``.
        determiners, prepositions, subordinators, conjunctions: ``the``; ``of``; ``when``; ``and``.
        doubting: verbs, as a dictionary has them, that hold the clause they report for untrue.
        counting, rating, rated_at: ``counted``, ``pointed to``; ``put`` …, ``at`` a figure.
        failing, proofs: ``failed``; ``prove`` and ``evidence``, whose clause is open if negated.
        untruths, errors, truths: what a report is called that is not so: ``a lie``; what only a
            report is, or is to say so: ``wrong``; ``the case``; tale_nouns: words for reports.
        complementisers, question_words: ``that``; ``whether``, ``what`` …
        indirect_questions, free_relatives: of these what opens a clause that is part of the one
            around it (``whether he left``; ``what he said``); relative_adverbs: ``where``.
        meanwhile: subordinators behind which a narrator tells when something was said.
        nors: conjunctions that deny what they join (``nor``).
        linkers: words that begin a content after the one who is told or asked.
        phrase_ends: the last words of cue phrases that a source follows.
        possessives: determiners that say whose something is.
        object_pronouns, be_forms: ``him`` …; forms of ``be``, which make a passive.
        adjunct_prepositions: those that say when, where or in what form something was said.
        asides: words that begin an aside about a person (``Poe, the mayor,``).
        noun_prepositions: those that carry on a noun phrase (``spokesman for the bank``).
        common_verbs: finite forms of frequent verbs that are no verbs of speech.
        phrasal_particles: words that make another verb of a verb (``calls back``).
        person_nouns, things: nouns for a person that are no roles; roles that may be things.
        people: nouns for a person, to ``m``, ``f`` or ``""`` for either; either_nouns: those of
            them that are a man or a woman where a newspaper has them.
        object_verbs, infinitive_verbs: speech verbs whose content may be a noun phrase
            (``denied the claim``), or an infinitive (``vowed to go``).
        object_acts: those that do something to a noun phrase (``recalled its kettles``).
        acting_verbs: those that, with a thing for object, tell of an act or a stance and of no
            words (``announced the closure``).
        spoken_acts, silent_acts: acts done in words (``rule out``); cues done in none (``charge``).
        verdicts: words of what a court does to a ruling or a person: ``overturned``.
        object_controls: those that need one who is told before an infinitive (``told Poe to go``).
        noun_verbs: speech verbs with forms that are as often nouns (``claims``).
    """

    code: str
    function_words: frozenset[str]
    telltales: frozenset[str]
    cues: Mapping[str, Cue]
    cue_phrases: frozenset[str]
    speech_nouns: frozenset[str]
    work_nouns: frozenset[str]
    titling: frozenset[str]
    hearers: frozenset[str]
    reply_words: frozenset[str]
    vocative_leads: frozenset[str]
    honorifics: Mapping[str, str]
    family_titles: frozenset[str]
    role_nouns: frozenset[str]
    role_modifiers: frozenset[str]
    group_nouns: frozenset[str]
    voices: frozenset[str]
    advocates: frozenset[str]
    acting_for: frozenset[str]
    pronouns: Mapping[str, str]
    subject_pronouns: frozenset[str]
    personal_pronouns: frozenset[str]
    relatives: frozenset[str]
    clause_relatives: frozenset[str]
    clause_joints: frozenset[str]
    lone_determiners: frozenset[str]
    plain_subjects: frozenset[str]
    corrections: frozenset[str]
    misquoting: frozenset[str]
    wrongly: frozenset[str]
    quoting: frozenset[str]
    kickers: frozenset[str]
    asking_labels: frozenset[str]
    answering_labels: frozenset[str]
    person_endings: frozenset[str]
    hedges: frozenset[str]
    negations: frozenset[str]
    negative_endings: frozenset[str]
    false_negations: frozenset[str]
    affirming: frozenset[str]
    refusals: frozenset[str]
    assents: frozenset[str]
    denying: frozenset[str]
    contrasts: ContrastWords
    flags: FlagWords
    planned: frozenset[str]
    possible: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    past_endings: frozenset[str]
    superlative_endings: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    days: Mapping[str, int]
    day_parts: frozenset[str]
    shifts: Mapping[str, int]
    times: TimeWords
    variants: VariantWords
    time_units: Mapping[str, str]
    date_prepositions: frozenset[str]
    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, float]
    backshifts: Mapping[str, str]
    same_names: Mapping[str, str]
    abbreviations: frozenset[str]
    organisation_words: frozenset[str]
    outlet_words: frozenset[str]
    page_words: frozenset[str]
    page_labels: frozenset[str]
    comment_headings: frozenset[str]
    comment_calls: frozenset[str]
    comment_counts: frozenset[str]
    comment_marks: frozenset[str]
    teaser_labels: frozenset[str]
    picture_labels: frozenset[str]
    teaser_headings: frozenset[str]
    place_nouns: Mapping[str, str]
    places: PlaceWords
    place_prepositions: frozenset[str]
    place_markers: frozenset[str]
    name_links: frozenset[str]
    countries: frozenset[str]
    demonyms: frozenset[str]
    first_names: frozenset[str]
    feminine_names: frozenset[str]
    either_names: frozenset[str]
    women_names: frozenset[str]
    men_names: frozenset[str]
    particles: frozenset[str]
    generations: frozenset[str]
    plurals: Mapping[str, str]
    currencies: Mapping[str, str]
    singular: Callable[[str], str | None]
    read_dates: DateReader
    auxiliaries: frozenset[str]
    modals: frozenset[str]
    adverbs: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    meanwhile: frozenset[str]
    conjunctions: frozenset[str]
    complementisers: frozenset[str]
    doubting: frozenset[str]
    failing: frozenset[str]
    proofs: frozenset[str]
    untruths: frozenset[str]
    errors: frozenset[str]
    truths: frozenset[str]
    tale_nouns: frozenset[str]
    counting: frozenset[str]
    rating: frozenset[str]
    rated_at: frozenset[str]
    linkers: frozenset[str]
    phrase_ends: frozenset[str]
    possessives: frozenset[str]
    object_pronouns: frozenset[str]
    be_forms: frozenset[str]
    adjunct_prepositions: frozenset[str]
    asides: frozenset[str]
    noun_prepositions: frozenset[str]
    phrasal_particles: frozenset[str]
    person_nouns: frozenset[str]
    people: Mapping[str, str]
    either_nouns: frozenset[str]
    things: frozenset[str]
    question_words: frozenset[str]
    indirect_questions: frozenset[str]
    free_relatives: frozenset[str]
    nors: frozenset[str]
    relative_adverbs: frozenset[str]
    common_verbs: frozenset[str]
    object_verbs: frozenset[str]
    object_acts: frozenset[str]
    acting_verbs: frozenset[str]
    spoken_acts: frozenset[str]
    silent_acts: frozenset[str]
    verdicts: frozenset[str]
    infinitive_verbs: frozenset[str]
    object_controls: frozenset[str]
    noun_verbs: frozenset[str]

    @property
    def asking_words(self) -> frozenset[str]:
        """The question words that do nothing else: ``how``, not ``if`` nor ``about``."""
        return self.question_words - self.complementisers - self.prepositions

    def negates(self, form: str) -> bool:
        """Tell whether a word in lower case, with straight apostrophes, is one of negation."""
        return form in self.negations or self.contracted(form)

    def corrects(self, words: str) -> bool:
        """Tell whether words, as printed, tell of an earlier version of their text."""
        plain = " ".join(words.casefold().split())
        return any(phrase in plain for phrase in self.corrections)

    def contracted(self, form: str) -> bool:
        """Tell whether a word ends in a negation (``hasn't``)."""
        return form.endswith(tuple(self.negative_endings))

    def cues_of(self, *groups: str) -> frozenset[str]:
        """Return every inflected form of the speech verbs in ``groups``."""
        return frozenset(form for form, cue in self.cues.items() if cue.group in groups)
