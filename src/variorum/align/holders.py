"""On whose word two readings rest: on one speaker's, or on what the other witness reports.

Two witnesses that give a statement to one speaker heard one speech. A body is the same by a shorter
name (``the education ministry``, ``the ministry``); of people whom several may be (``officials``,
``a spokesman``) nothing tells that they are the same. Who gives a statement to the outlet whose
report the other reading is has it from there (``the Courier reported``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from variorum import languages
from variorum.align.gathering.speakers import is_one_of_many, match_speakers
from variorum.align.tracing.credits import is_called, reported_by
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Speaker
from variorum.model.story import StatementReading


@dataclass(frozen=True, slots=True)
class Holders:
    """To whom statements are given, by their ids; of each witness whose report it is, and in what.

    ``outlets`` are names: of the witness's own outlet, and of the wire that it prints. ``cited``
    are pairs of witnesses of which the first gives something to an outlet of the other by name;
    ``the newspaper`` is that one then.
    """

    speakers: Mapping[str, Speaker]
    outlets: Mapping[str, frozenset[str]]
    languages: Mapping[str, Language | None]
    cited: Set[tuple[str, str]]

    def are_one_speech(self, one: StatementReading, other: StatementReading) -> bool:
        """Tell whether two readings are given to one speaker."""
        first, second = self.speakers.get(one.statement), self.speakers.get(other.statement)
        if first is None or second is None:
            return False
        language = self.languages.get(one.witness) or self.languages.get(other.witness)
        if all(_may_be_several(speaker, language) for speaker in (first, second)):
            return False
        match = match_speakers(first, second, language)
        return match == "same" or (match == "open" and _last(first) == _last(second))

    def is_credited(self, one: StatementReading, other: StatementReading) -> bool:
        """Tell whether either reading is given to an outlet whose report the other one is."""
        return self._is_from(one, other) or self._is_from(other, one)

    def _is_from(self, one: StatementReading, other: StatementReading) -> bool:
        speaker, language = self.speakers.get(one.statement), self.languages.get(one.witness)
        if speaker is None or (one.witness, other.witness) not in self.cited:
            return False
        if _is_named(speaker) and is_called(speaker.name, self.outlets[other.witness], language):
            return True
        *_, last = speaker.name.split()
        return language is not None and last in language.outlet_words - language.organisation_words


def holders_of(articles: Sequence[AnnotatedArticle]) -> Holders:
    """Return to whom the statements of some articles are given."""
    stated = [s for item in articles for s in item.statements if s.holder and s.holder.name.strip()]
    found = [item.article for item in articles]
    outlets = {one.id: reported_by(one) for one in found}
    known = {one.id: languages.find(one.language) for one in found}
    named = {(s.witness, s.holder.name) for s in stated if s.holder and _is_named(s.holder)}
    return Holders(
        speakers={s.id: s.holder for s in stated if s.holder},
        outlets=outlets,
        languages=known,
        cited={
            (witness, other)
            for witness, name in named
            for other, names in outlets.items()
            if other != witness and is_called(name, names, known[witness])
        },
    )


def _is_named(speaker: Speaker) -> bool:
    """Tell a body by its capital, also where it was read as a role (``the Courier``)."""
    return speaker.kind != "person" and speaker.name.split()[-1][:1].isupper()


def _may_be_several(speaker: Speaker, language: Language | None) -> bool:
    """Tell a role that several may have by its first words: ``doctors at the hospital``."""
    plain = language.function_words if language else frozenset()
    first, *others = speaker.name.split()
    head = takewhile(lambda word: word.casefold() not in plain, others)
    return speaker.how != "named" and is_one_of_many(" ".join((first, *head)), language)


def _last(speaker: Speaker) -> str:
    return speaker.name.split()[-1].casefold()
