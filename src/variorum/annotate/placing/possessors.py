"""Who has a place or does something to it, told from the words of a sentence and those before."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.annotate.placing.act_frames import Act, subject_of
from variorum.annotate.placing.powers import Powers
from variorum.annotate.placing.scenes import Range, Scene
from variorum.languages import Language
from variorum.model.annotation import Quotation
from variorum.model.article import Article
from variorum.model.spans import Span, overlap
from variorum.model.vocabulary import STANCES

# Rows of what happens to a place by itself.
_BY_ITSELF = frozenset({"damaged", "destroyed", "flooded"})


def quoted(near: Sequence[Quotation], span: Span, verb: Span | None = None) -> Quotation | None:
    """Return the innermost quotation around a span, not one that ``verb`` itself attributes."""
    around = [
        q
        for q in near
        if q.speaker
        and q.use != "question"
        and any(overlap(s, span) for s in q.spans)
        and not (verb and any(overlap(cue, verb) for cue in q.cue))
    ]
    return min(around, key=_length, default=None)


class Possessors:
    """Names who acts in each sentence of an article, read in order.

    ``actor``: who was the subject last; ``hazard``: the storm that was named last.
    """

    def __init__(self, article: Article, powers: Powers, language: Language) -> None:
        self.article, self.powers, self.language = article, powers, language
        self.actor: str | None = None
        self.hazard: str | None = None

    def of(self, scene: Scene, act: Act, near: Sequence[Quotation]) -> Sequence[str | None]:
        """Return who has a place; two where two states are named (``both A and B claim``).

        Args:
            scene: the sentence.
            act: what is said of the place.
            near: the quotations that reach into the sentence.
        """
        if act.row in _BY_ITSELF:
            return (None,)
        if act.row == "struck":
            return (self._named_hazard(scene, act),)
        region = scene.phrase(act.holder)
        first = self._holder(scene, act, region, near)
        end = region[1]
        pair = end in scene.at or end + 1 in scene.at
        if pair and scene.form(end) in self.language.conjunctions and act.row in STANCES:
            other = scene.at.get(end + 1) or scene.at.get(end)
            return (first, other[0].name if other else None)
        return (first,)

    def _holder(
        self, scene: Scene, act: Act, region: Range, near: Sequence[Quotation]
    ) -> str | None:
        start, end = act.holder
        if start >= end or not self._names_holder(scene, act):
            return None
        if end == start + 1 and "-" in scene.form(start):
            head = scene.tokens[start].text.rpartition("-")[0]
            if f"{head.casefold()}s" in self.language.places.armed:
                head = head.casefold()
            state = self.powers.state_of(head.casefold())
            plural = head + "s" if head + "s" in self.language.places.armed else head
            return state or self.powers.states.get(head.casefold(), plural)
        actor = self._subject(scene, act) or self.actor
        if scene.form(start) in self.language.places.speakers:
            actor = self._side(quoted(near, act.site.span))
        return self.powers.named(scene, region, actor=actor)

    def _subject(self, scene: Scene, act: Act) -> str | None:
        """Return who is named last as a subject before an act, for a pronoun in it."""
        for verb in range(act.at - 1, 0, -1):
            if not scene.is_verb(verb):
                continue
            region = scene.phrase(subject_of(scene, scene.group_start(verb))[0])
            name = self.powers.named(scene, region) if region[1] <= verb else None
            if name and name != act.site.name:
                return name
        return None

    def _names_holder(self, scene: Scene, act: Act) -> bool:
        """Tell whether who does something is somebody: no boulder blocks, no bomb attacks."""
        words, region = self.language.places, scene.phrase(act.holder)
        armed = scene.has(region, words.armed - words.weapons)
        if act.row == "attacks":
            return (
                armed or not scene.has(region, words.weapons) or self.powers.is_state(scene, region)
            )
        if act.row in {"blocked", "evacuated"}:
            people = self.language.group_nouns | self.language.role_nouns | words.bodies
            known = armed or scene.has(region, people | set(self.language.people))
            return known or any(scene.tokens[k].capital for k in range(*region))
        return True

    def _side(self, around: Quotation | None) -> str | None:
        """Return for whom somebody speaks: the state that is named with them, else they."""
        if around is None or around.speaker is None:
            return None
        for words in self.article.words(*around.sources):
            for word in words.replace("’", "'").split():
                name = word.strip(",.").removesuffix("'s").casefold()
                known = self.powers.states.get(name) or self.powers.state_of(name)
                if known and known.casefold() not in around.speaker.name.casefold():
                    return known
        return around.speaker.name

    def _named_hazard(self, scene: Scene, act: Act) -> str | None:
        at = next((k for k in range(*act.holder) if scene.form(k) in scene.hazards), None)
        if at is None:
            return None
        start, end = at, at + 1
        while start > act.holder[0] and scene.tokens[start - 1].capital:
            start -= 1
        while end < act.holder[1] and scene.tokens[end].capital:
            end += 1
        named = scene.form(at) not in self.language.places.hazards
        if named or any(scene.tokens[k].capital for k in range(start, end) if k > 0):
            self.hazard = scene.words((start, end))
            return self.hazard
        return self.hazard if scene.form(start - 1) in self.language.times.articles else None

    def remember(self, scene: Scene) -> None:
        """Keep who is the subject of a sentence; ``there is`` has none."""
        verb = next((k for k in range(len(scene.tokens)) if scene.is_verb(k)), None)
        if verb is None:
            return
        region = scene.phrase(subject_of(scene, scene.group_start(verb))[0])
        if region[0] < region[1] and scene.form(region[1] - 1) not in self.language.places.there:
            self.actor = self.powers.named(scene, region, actor=self.actor)


def _length(quotation: Quotation) -> int:
    return sum(end - start for start, end in quotation.spans)
