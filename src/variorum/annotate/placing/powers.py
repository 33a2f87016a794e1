"""Who has a place, or does something to it: states for their armies, ministries and adjectives."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.annotate.placing.scenes import Range, Scene
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.spans import Span

# So many letters a place's name has in common with its adjective at least, and so many more.
SHARED = 3
MORE = 3
# So many names of one beginning are looked at.
ALIKE = 50


class Powers:
    """What an article names that may hold a place; ``states``: its places by their small names."""

    def __init__(
        self, mentions: Sequence[Mention], states: Mapping[str, str], language: Language
    ) -> None:
        self.states, self.language = states, language
        self.near = by_start(states)
        self.people = {m.span[1]: m for m in mentions if m.kind == "person"}
        self.bodies = sorted((m.span[1], m.name) for m in mentions if m.kind == "organisation")
        self.named_at = {m.span[0] for m in mentions if m.kind not in {"role", "group"}}

    def named(self, scene: Scene, region: Range, *, actor: str | None = None) -> str | None:
        """Return who the phrase at a region names, None where it names nobody.

        Args:
            scene: the sentence.
            region: of the phrase.
            actor: whom a pronoun means.
        """
        start, end = region
        language = self.language
        definite = scene.form(start) in language.times.articles
        while start < end and scene.form(start) in language.determiners - language.possessives:
            start += 1
        while start < end and (start in scene.timed or scene.form(start) in language.weekdays):
            start += 1
        if start >= end or scene.is_length(end - 1):
            return None
        first = scene.form(start)
        if first in language.pronouns or first in language.possessives | language.places.speakers:
            return actor
        of = scene.form(end) in language.places.of
        if of and scene.form(end - 1) in language.places.numbers_of:
            return self.named(scene, scene.phrase((end + 1, len(scene.tokens))), actor=actor)
        if definite and scene.form(end - 1) in language.places.firms and end - start == 1:
            return self._firm(scene.span((start, end))) or scene.words((start, end))
        return self._state(scene, (start, end)) or self._plain(scene, (start, end))

    def state_of(self, word: str) -> str | None:
        """Return the country of an adjective or a seat of government, in small letters."""
        places = self.language.places
        known = places.seats.get(word) or places.adjectives.get(word)
        if known:
            return known
        stems = [word[: -len(e)] for e in places.endings if word.endswith(e)]
        stem = min(stems, key=len, default="")
        if len(stem) < SHARED:
            return None
        alike = self.near.get(stem[:SHARED], ())
        near = [n for n in alike if n.startswith(stem) and len(n) - len(stem) <= MORE]
        if near:
            return self.states[min(near, key=len)]
        if word.removesuffix("s") not in self.language.demonyms:
            return None
        names = [n for n in self.language.countries if n.startswith(stem)]
        near = [n for n in names if len(n) - len(stem) <= MORE]
        return min(near, key=lambda name: (len(name), name)).title() if near else None

    def is_state(self, scene: Scene, region: Range) -> bool:
        """Tell whether a phrase names a state by its name, its adjective or a part of it."""
        return region[0] < region[1] and self._state(scene, region) is not None

    def _firm(self, span: Span) -> str | None:
        """Return the body that was named last before a span."""
        at = bisect_left(self.bodies, (span[0] + 1, ""))
        return self.bodies[at - 1][1] if at else None

    def _state(self, scene: Scene, region: Range) -> str | None:
        """Return the state whose name, adjective or seat opens a phrase."""
        start, end = region
        seats = self.language.places.seats
        if (whole := scene.words(region).casefold()) in seats:
            return seats[whole]
        for at in range(start, min(start + 3, end)):
            if not scene.tokens[at].capital:
                continue
            behind = at + 1
            if at in scene.at and scene.at[at][0].sure:
                behind = min(scene.at[at][1], end)
            name = scene.words((at, behind)).casefold().removesuffix("’s").removesuffix("'s")
            name = name.removesuffix("’").removesuffix("'").rstrip(".")
            owns = scene.form(behind - 1).endswith(("'s", "s'"))
            known = seats.get(name) or self.states.get(name)
            if known and (owns or behind == end or self._is_body(scene, (behind, end))):
                return seats.get(known.casefold(), known)
            adjective = None if known else self.state_of(name)
            if adjective and self._is_body(scene, (behind, end)):
                return adjective
        return None

    def _is_body(self, scene: Scene, region: Range) -> bool:
        """Tell whether a phrase ends in a part of a state: its army, its parliament."""
        words = self.language.places
        nouns = words.bodies | words.armed | words.weapons
        return scene.has(region, nouns) or region[0] == region[1]

    def _plain(self, scene: Scene, region: Range) -> str | None:
        """Return the words of a phrase, the full name where it is somebody's."""
        span = scene.span(region)
        person = self.people.get(span[1])
        natural = scene.has(region, scene.hazards)
        if person and person.span[0] >= span[0] and not natural:
            return person.name
        words = scene.words(region)
        words = words.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
        if region[1] == region[0] + 1 and words + "s" in self.language.places.armed:
            words += "s"
        token = scene.tokens[region[0]]
        opens = region[0] == 0 and token.capital
        if opens and (token.span[0] not in self.named_at or "-" in token.text):
            words = words[:1].lower() + words[1:]
        return words


def by_start(names: Iterable[str]) -> dict[str, list[str]]:
    """Return names by their first letters, at most a few of each start."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        if len(same := found[name[:SHARED]]) < ALIKE:
            same.append(name)
    return found
