"""Clauses whose verb of the present says what is arranged: ``Talks resume on Saturday``.

No list holds these verbs. The form tells: a word in ``-s`` after a singular subject, or a plain
one after a plural subject, close before the time, in a clause without any other verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from variorum.languages import Language

# Endings of words in -s that are neither verbs nor plurals.
_NO_S = ("ss", "us", "is", "'s", "’s")
# How many words of an adverb or particle may stand between the verb and the preposition.
_ADVERBS = 2


def is_arranged(
    before: Sequence[str],
    after: Sequence[str],
    language: Language,
    *,
    further: Sequence[Sequence[str]],
) -> bool:
    """Tell whether the verb of a clause is of the present and governs a time.

    Args:
        before: all words of the clause before the time, as printed.
        after: those after it.
        language: of the text.
        further: the words between the commas of the rest of the sentence.
    """
    if not before or before[0].lower() in language.prepositions:
        return False
    if any(_is_finite(word.lower(), language) for word in after):
        return False
    aside = any(word.lower() in language.relatives for word in before[:1])
    if not aside and any(_goes_on(part, language) for part in further):
        return False
    return _arranges(list(before), language)


def is_due(before: Sequence[str], after: Sequence[str], language: Language) -> bool:
    """Tell whether a clause of the present or the perfect, or an aim, is due by or for a time.

    Args:
        before: all words of the clause before the time, as printed; its last verb decides.
        after: those after it: a noun makes the time its own (``for Friday commuters``).
        language: of the text.
    """
    times = language.times
    parts = {word for part in times.parts | times.articles for word in part.split()}
    words = _without_choice([word.replace("’", "'") for word in before], language)
    while words and words[-1].lower() in parts:
        words.pop()
    at = words.pop().lower() if words else ""
    if at not in times.due_at | times.since:
        return False
    links = language.function_words | language.prepositions | language.adverbs
    if after and after[0].lower() not in links | language.cues.keys():
        return False
    return _is_due(words, after, language, at=at)


def _is_due(words: list[str], after: Sequence[str], language: Language, *, at: str) -> bool:
    """Tell what is due by its last verb; what begins ``from`` then must be announced, or an aim.

    What was approved ``by`` then may be over.
    """
    times, aim = language.times, False
    begins, ends = at not in times.due_at, at in times.due_at & times.deadlines
    for place in range(len(words) - 1, -1, -1):
        low, led = words[place].lower(), [word.lower() for word in words[place + 1 : place + 2]]
        pending = low in times.pending | times.present or _is_present(words, place, language)
        if pending and not begins:
            return True
        governs = not ends and _has_object(words[place + 1 :], language)
        if low in times.announced and (aim or governs):
            return True
        if pending or _is_told(words, place, language):
            expected = low in language.future and bool(led) and led[0] in times.infinitive
            return aim and expected
        aim = aim or (low in times.infinitive and may_be_verb("".join(led), words, language))
    return aim or (not begins and _is_open_ahead(after, language))


def _without_choice(words: list[str], language: Language) -> list[str]:
    """Return the words before a time without one it is the choice to: ``for Friday or``."""
    days = language.weekdays.keys() | language.months.keys()
    if len(words) > 1 and words[-1].lower() in language.conjunctions and words[-2].lower() in days:
        return words[:-2]
    return words


def _has_object(words: Sequence[str], language: Language) -> bool:
    """Tell whether a verb governs a noun, right before the time: ``called a strike from``."""
    low = [word.lower() for word in words]
    starts = bool(low) and (low[0] in language.determiners or low[0] in language.numbers)
    last = low[-1] if low else ""
    return starts and len(low) > 1 and words[-1].islower() and last not in language.function_words


def _is_open_ahead(after: Sequence[str], language: Language) -> bool:
    """Tell whether the first verb behind a time speaks of what may or will be."""
    for word in after:
        low = word.lower()
        if low in language.modals | language.times.present:
            return True
        if _is_finite(low, language):
            return False
    return False


def may_be_verb(word: str, words: Sequence[str], language: Language) -> bool:
    """Tell whether what stands after ``to`` may be a verb: no name, article or number."""
    return (
        word in words  # in lower case
        and word.isalpha()
        and (word == "be" or word not in language.function_words)
        and word not in language.numbers
        and not word.endswith(("ing", "s"))
    )


def _is_present(words: Sequence[str], at: int, language: Language) -> bool:
    """Tell a verb of the present: ``it needs``, ``the union wants an answer``, ``they expect``."""
    if at == 0 or not (words[at].islower() and words[at].isalpha()):
        return False
    verb, subject, after = words[at], words[at - 1], [w.lower() for w in words[at + 1 : at + 2]]
    low = subject.lower()
    governs = after[:1] != [] and (after[0] in language.determiners or after[0][0].isdigit())
    sure = low in language.subject_pronouns or (governs and low not in language.function_words)
    if not sure or verb in language.function_words | language.prepositions:
        return False
    if low in language.plain_subjects or (low.endswith("s") and not low.endswith(_NO_S)):
        return _is_plain(verb, language)
    return verb.endswith("s") and not verb.endswith(_NO_S)


def _is_told(words: Sequence[str], at: int, language: Language) -> bool:
    """Tell a verb of the past from a participle: of the perfect, the passive or a noun."""
    verb, times = words[at].lower(), language.times
    ends = verb.endswith(tuple(language.past_endings)) and words[at].islower()
    if not ends and verb not in language.past | times.pasts | times.unchanged:
        return False
    left = [word.lower() for word in words[:at]]
    while left and left[-1] in language.adverbs | language.be_forms - times.present:
        left.pop()
    helps = times.pending | times.present | times.infinitive
    return not left or left[-1] not in helps | language.determiners | language.prepositions


def _arranges(words: list[str], language: Language) -> bool:
    """Tell whether the words before a time end in a verb of the present."""
    preposed = words[-1].lower() in language.prepositions | language.times.at
    if preposed:
        words.pop()
    if not words:
        return False
    if words[-1].lower() in language.times.present:
        return preposed and len(words) > 1
    if preposed and _is_composed(words, language):
        return True
    if any(_is_other_verb(word.lower(), language) for word in words):
        return False
    skipped = language.adverbs | language.phrasal_particles
    if preposed and len(words) > 1 and words[-1].lower() in language.prepositions:
        words.pop()  # ``goes on until``
    for _ in range(_ADVERBS):
        if len(words) > 1 and words[-1].lower() in skipped:
            words.pop()
    plain = preposed and _is_plain(words[-1], language)
    return _is_plural(words, language) if plain else _is_singular(words, language)


def _is_composed(words: Sequence[str], language: Language) -> bool:
    """``The report is published``, ``she is leaving``, ``it is being sold``: before a time."""
    low = [word.lower() for word in words]
    while len(low) > 2 and low[-1] in language.adverbs | language.phrasal_particles:
        low.pop()
    verb = low.pop()
    if low and low[-1] in language.times.passive:
        low.pop()
    form = verb in language.past or verb.endswith(("ing", *language.past_endings))
    return form and bool(low) and low[-1] in language.times.present


def _is_singular(words: Sequence[str], language: Language) -> bool:
    """``The court sits``, ``who resigns``, ``the law takes effect``, ``it faces a vote``."""
    for at in range(max(1, len(words) - 4), len(words)):
        verb, subject, rest = words[at], words[at - 1], words[at + 1 :]
        if not (verb.islower() and verb.isalpha() and verb.endswith("s")):
            continue
        if verb.endswith(_NO_S) or verb in language.function_words | language.prepositions:
            continue
        low = subject.lower()
        pronoun = low in language.subject_pronouns | language.clause_relatives
        if not pronoun and not _is_noun(subject, language):
            continue
        if rest and verb in language.cues:  # ``says the bridge``: another clause begins
            continue
        sure = pronoun or verb in language.common_verbs
        if not rest or rest[0].lower() in language.determiners or (sure and len(rest) == 1):
            return True
    return False


def _is_plural(words: Sequence[str], language: Language) -> bool:
    """``Talks resume``, ``they meet``."""
    if len(words) < 2:
        return False
    subject = words[-2]
    if subject.lower() in language.plain_subjects:
        return True
    owned = len(words) > 2 and words[-3].endswith(("'s", "’s"))
    plural = subject.lower().endswith("s") and not subject.lower().endswith(_NO_S)
    return plural and not owned and subject.lower() not in language.function_words


def _is_noun(word: str, language: Language) -> bool:
    """Tell whether a word may be a singular noun or a name."""
    low = word.lower()
    return (
        low.isalpha()
        and not low.endswith("s")
        and low not in language.function_words | (language.prepositions)
    )


def _is_plain(word: str, language: Language) -> bool:
    return (
        word.islower()
        and word.isalpha()
        and (len(word) > 2 or word in language.common_verbs)
        and not word.endswith(("s", "ing", *language.past_endings))
        and word not in language.function_words | language.numbers.keys() | language.times.unchanged
    )


def _is_finite(word: str, language: Language) -> bool:
    """Tell whether a word after the time is its clause's verb."""
    cue = language.cues.get(word)
    listed = word in language.auxiliaries | language.modals | language.common_verbs
    past = word in language.past | language.times.pasts
    return listed or past or word.endswith(tuple(language.past_endings)) or cue is not None


def _goes_on(part: Sequence[str], language: Language) -> bool:
    """Tell whether the clause has its verb only after what stands between commas."""
    word = part[0].lower() if part else ""
    return word not in language.cues and _is_finite(word, language)


def _is_other_verb(word: str, language: Language) -> bool:
    """Tell whether a word makes another clause, or another verb, of what stands before."""
    return word in language.auxiliaries | language.modals or word.endswith("ing")
