"""Which places a verb or noun reaches: its object or subject, and what lies in, on or of that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.annotate.placing.lying import around
from variorum.annotate.placing.scenes import Range, Scene, Site, is_gerund
from variorum.languages import Language


@dataclass(frozen=True, slots=True)
class Reached:
    """A place that is reached from a verb or noun.

    ``direct``: it is itself what the phrase names, else something in it; ``part``: a part of it;
    ``what``: the words of the phrase before it.
    """

    at: int
    site: Site
    direct: bool
    part: bool
    what: tuple[str, ...]


def reached(scene: Scene, region: Range) -> list[Reached]:
    """Return the places that a phrase names or that what it names lies in, the smallest ones."""
    return list(_Walk(scene, region).run())


def adjunct(scene: Scene, region: Range) -> list[Reached]:
    """Return the places behind a preposition of place within a region."""
    words = scene.language.places
    for at in range(*region):
        if scene.form(at) in words.locative and at not in scene.inside:
            found = reached(scene, (at + 1, region[1]))
            near = [one for one in found if not one.direct or one.at <= at + 5]
            if near:
                return [Reached(o.at, o.site, False, o.part, o.what) for o in near]
    return []


class _Walk:
    """Goes through a region word by word; ``link``: a place met now is reached."""

    def __init__(self, scene: Scene, region: Range) -> None:
        self.scene, self.region = scene, region
        self.words: list[str] = []
        self.link, self.direct, self.part, self.met = True, True, False, False
        self.paired = self.seen = False

    def run(self) -> Iterator[Reached]:
        at, end = self.region
        while at < end:
            if at in self.scene.at:
                site, behind = self.scene.at[at]
                if not site.sure and (self._carries_on(behind) or self._gives_way(behind)):
                    self.words.append(self.scene.form(behind - 1))
                elif self.link and (one := self._meet(at, site, behind)):
                    self.seen = True
                    yield one
                at = behind
                continue
            self._step(at)
            at += 1

    def _meet(self, at: int, site: Site, behind: int) -> Reached | None:
        scene = self.scene
        last = scene.form(behind - 1)
        behind += scene.form(behind) == "." and behind + 1 < self.region[1]
        direct, modifies = self.direct, False
        if last.endswith(("'s", "s'")) and at + 1 <= behind:
            if self._leads_to_site(behind):
                self.part = False
                return None
            direct = False
            near = (behind, min(behind + 3, self.region[1]))
            self.part &= site.feature != "country"
            self.part |= scene.has(near, scene.language.places.points | scene.language.places.parts)
        elif modifies := self._modifies(behind):
            if site.feature == "country" and not self._is_part(behind):
                self.words.append(scene.form(behind - 1))
                return None
            kinds = _kinds(scene.language)
            built = scene.language.places.features.get(scene.form(behind)) == "facility"
            kept = scene.form(behind) in kinds or (built and site.feature == "other")
            direct = direct and kept
        self.link, self.met = False, True
        what = tuple(self.words) + (
            (scene.form(behind),) if modifies or last.endswith("'s") else ()
        )
        return Reached(at, site, direct, self.part, what)

    def _gives_way(self, at: int) -> bool:
        """Tell whether a surer place stands behind a body's name (``the Echo's office in``)."""
        scene = self.scene
        words, form = scene.language.places, scene.form(at)
        owns = scene.form(at - 1).endswith(("'s", "s'"))
        built = {form, scene.form(at - 1)} & (words.works - words.rooms)
        if built and not owns:
            return False
        near = range(at, min(at + 5, self.region[1]))
        lead = next((k for k in near if scene.form(k) in words.locative), None)
        behind = () if lead is None else scene.sites_in((lead, min(lead + 4, self.region[1])))
        return any(site.sure for _, site in behind)

    def _is_part(self, at: int) -> bool:
        """Tell whether what stands behind a country's name is all or a part of it."""
        words, form = self.scene.language.places, self.scene.form(at)
        known = form in words.points | words.parts | _kinds(self.scene.language)
        body = form in words.bodies or form in words.ballots
        named = self.scene.tokens[at].capital and not body
        return known or form in words.intensifiers or named

    def _carries_on(self, at: int) -> bool:
        """Tell whether a name that may be no place's describes what follows it."""
        works = self.scene.language.places.works
        named = at in self.scene.at and at < self.region[1]
        return named or (self._modifies(at) and self.scene.form(at) not in works)

    def _leads_to_site(self, at: int) -> bool:
        """Tell whether another site stands in the same phrase, behind a possessive."""
        while at < self.region[1] and self.scene.is_word(at):
            if at in self.scene.at:
                return True
            form = self.scene.form(at)
            stops = form in self.scene.language.conjunctions or self.scene.parts(at)
            if stops or form in self.scene.language.prepositions - self.scene.language.places.of:
                return False
            at += 1
        return False

    def _modifies(self, at: int) -> bool:
        """Tell whether the word behind a site carries on the noun phrase."""
        scene, language = self.scene, self.scene.language
        if at >= self.region[1] or not scene.is_word(at) or at in scene.inside:
            return False
        form = scene.form(at)
        plain = form not in language.function_words and form not in language.days
        plain = plain and form not in language.places.own
        known = form in language.prepositions or form in language.adverbs or form[-2:] == "ly"
        timed = at in scene.timed or form in language.weekdays or form[:1].isdigit()
        after = scene.form(at + 1)
        counted = after in language.numbers or after[:1].isdigit()
        verb = scene.is_verb(at) or (
            form.endswith("s")
            and (counted or after in language.determiners | language.prepositions)
            and form not in language.places.works | language.places.armed | _kinds(language)
        )
        return plain and not known and not timed and not verb

    def _step(self, at: int) -> None:
        scene, language = self.scene, self.scene.language
        form, words = scene.form(at), language.places
        if form == ",":
            self.link, self.met = self._goes_on(at), False
        elif form in language.conjunctions:
            fresh = self.link is False and not self.met
            self.link = not self.paired and (self.link or self.seen)
            self.paired = False
            self.met = False
            if fresh:
                self.direct, self.part, self.words = True, False, []
        elif form in words.containing or scene.form(at - 1) in words.examples:
            self.link, self.met = True, False
        elif form in words.of:
            self._pass_of(at)
        elif form in words.locative:
            self.direct = False
            self.link = self.link and not self.met
        elif form in words.aside and not self._names_soon(at + 1):
            self.direct = False
        elif form in language.prepositions or form in words.aside:
            named = form in words.source and self._names_soon(at + 1)
            self.paired = form in words.pairing or named
            step = at + 1 + (scene.form(at + 1) in language.determiners)
            if step not in scene.timed:
                self.link = self.met = False
        else:
            self.words.append(form)
            self.direct = self.direct and not scene.is_verb(at)
            self.part |= form in words.points

    def _goes_on(self, comma: int) -> bool:
        """Tell whether behind a comma a list goes on: no apposition, no place around, no clause."""
        scene, language = self.scene, self.scene.language
        after = scene.form(comma + 1)
        if not self.met:
            named = self.link and bool(self.words) and self.words[-1] in _kinds(language)
            return named and not self._begins_clause(comma + 1)
        if comma + 1 not in scene.at:
            own = after in language.possessives
            return own or (self._listed(comma) and not is_gerund(after, language))
        return not self._begins_clause(comma + 1) and not around(scene, comma)

    def _begins_clause(self, at: int) -> bool:
        """Tell whether the first place behind a comma is the subject of a verb."""
        near = (k for k in range(at, at + 3) if k in self.scene.at)
        first = next(near, None)
        if first is None:
            return False
        end = self.scene.at[first][1]
        return end < len(self.scene.tokens) and self.scene.is_verb(end)

    def _names_soon(self, at: int) -> bool:
        """Tell whether the phrase at a place names one itself (``near Velm``)."""
        scene, language = self.scene, self.scene.language
        passed = language.determiners | language.places.points | _kinds(language)
        while at < self.region[1] and scene.form(at) in passed | language.places.of:
            at += 1
        return at in scene.at or scene.form(at) in language.prepositions

    def _listed(self, at: int) -> bool:
        """Tell whether a conjunction follows a comma soon: a list of phrases."""
        return any(
            self.scene.form(k) in self.scene.language.conjunctions for k in range(at, at + 5)
        )

    def _pass_of(self, at: int) -> None:
        """Go over ``of``: a whole stays what is named, a part or another thing does not."""
        words, head = self.scene.language.places, self.scene.form(at - 1)
        bare = self.scene.form(at - 2) not in self.scene.language.determiners
        if head in words.points and bare and self.words:  # ten miles west of
            self.link = self.met = False
        elif head in words.parts and not self._is_called(at - 1):
            self.part, self.direct = True, False
        elif head not in words.wholes and head not in _kinds(self.scene.language):
            self.direct = False
        self.link = self.link and not self.met

    def _is_called(self, head: int) -> bool:
        """Tell whether a word for a kind leads its own name (``the village of Velm``)."""
        scene, language = self.scene, self.scene.language
        form, before = scene.form(head), head - 1
        while before > self.region[0] and scene.form(before) not in language.determiners:
            before -= 1
        definite = language.times.articles - language.places.indefinite
        named = form in language.places.wholes and language.singular(form) is None
        return named and head + 2 in scene.at and scene.form(before) in definite


def _kinds(language: Language) -> frozenset[str]:
    plain = {noun for noun, kind in language.place_nouns.items() if kind != "facility"}
    return frozenset(plain) | language.places.wholes
