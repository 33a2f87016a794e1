"""What people are called by: roles (``deputy prime minister``) and groups (``officials``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from variorum.annotate.naming.capitals import Run, Sentence
from variorum.languages import Language

# The most words of a role in the lists.
LONGEST = 4


def find_roles(text: str, sentences: Sequence[Sentence], language: Language) -> tuple[Run, ...]:
    """Return every role, modifiers included, capitalised or not."""
    found = []
    opening = {role.split()[0] for role in language.role_nouns} | language.role_modifiers
    for sentence in sentences:
        reached = 0
        for at in [at for at, low in enumerate(sentence.lows) if low in opening]:
            end = _role_at(sentence, at, language) if at >= reached else 0
            run = Run(sentence, at, end, at == 0)
            if end and _stands_alone(text, run, language) and not _surname(run, language):
                found.append(run)
            reached = max(reached, end)
    return tuple(found)


def _role_at(sentence: Sentence, at: int, language: Language) -> int:
    """Return where a role that begins at ``at`` ends, 0 where none does."""
    noun = at
    while sentence.low(noun) in language.role_modifiers and noun - at < LONGEST:
        noun += 1
    for start in range(noun, at - 1, -1):
        for end in range(start + LONGEST, start, -1):
            words = " ".join(sentence.low(place) for place in range(start, end))
            if words in language.role_nouns:
                return end
    return 0


def _stands_alone(text: str, run: Run, language: Language) -> bool:
    """Tell a role from part of a name or of another noun (``general election``)."""
    tokens, last = run.sentence.tokens, run.last
    if last == len(tokens):
        return True
    if text[tokens[last - 1].span[1] : tokens[last].span[0]].strip():
        return True
    following = tokens[last]
    if following.capital:
        return not _names_a_body(run, language)
    return following.low in language.function_words or following.low in language.cues


def _surname(run: Run, language: Language) -> bool:
    """Tell whether a word of a role is a surname, as in ``Ann King``."""
    after = run.sentence.tokens[run.last : run.last + 1]
    single = run.last - run.first == 1 and run.tokens[0].capital
    return single and run.before in language.first_names and not any(t.capital for t in after)


def _names_a_body(run: Run, language: Language) -> bool:
    """Tell whether a capitalised role opens the name of a body, as in ``General Assembly``."""
    if not run.tokens[-1].capital:
        return False
    following = run.sentence.tokens[run.last : run.last + LONGEST]
    capitals = tuple(takewhile(lambda token: token.capital, following))
    return bool(capitals) and capitals[-1].low in language.organisation_words


def find_groups(sentences: Sequence[Sentence], language: Language) -> Iterator[Run]:
    """Yield every group that is no name and not the first part of another noun."""
    for sentence in sentences:
        words = (token.low if at == 0 else token.word for at, token in enumerate(sentence.tokens))
        for at in [at for at, word in enumerate(words) if word in language.group_nouns]:
            after = sentence.low(at + 1)
            if after not in language.group_nouns and after not in language.role_nouns:
                yield Run(sentence, at, at + 1, at == 0)
