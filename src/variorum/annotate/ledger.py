"""The ledger of places: who has a place, what happened to it, and on whose word.

One row is one statement about one named place. Nothing is weighed or merged: each mention in each
clause that gives it a stance or a predicate is a row, with the time and the source of its clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from variorum.annotate.dating.asides import NO_ASIDES, Aside, said_of
from variorum.annotate.placing.act_frames import Act
from variorum.annotate.placing.act_nouns import noun_acts
from variorum.annotate.placing.act_states import state_acts
from variorum.annotate.placing.acts import verb_acts
from variorum.annotate.placing.built import with_built
from variorum.annotate.placing.chances import Chance
from variorum.annotate.placing.fighting import is_of_peace
from variorum.annotate.placing.grounds import is_left_open
from variorum.annotate.placing.judging import Judge, Key, lying_seen
from variorum.annotate.placing.lying import lies_in
from variorum.annotate.placing.possessors import Possessors, quoted
from variorum.annotate.placing.powers import Powers
from variorum.annotate.placing.scenes import Scene, Site
from variorum.annotate.placing.setting import scene_of
from variorum.annotate.placing.sites import LIST, kind_nouns, longest_list, sites_of, states_of
from variorum.annotate.placing.standing import is_joined_away, is_to_come, is_walkout
from variorum.annotate.placing.storms import storm_names
from variorum.annotate.placing.toponyms import find_toponyms
from variorum.annotate.statements import with_quotations
from variorum.languages import Language
from variorum.model.annotation import AnnotatedArticle, Place, Quotation, Time
from variorum.model.identity import sign
from variorum.model.spans import Span, Spans, covers, overlap
from variorum.model.vocabulary import STANCES
from variorum.model.words import all_words

_DASH = re.compile(r"\s[–—-]{1,2}\s|:\s")
# How much of one sentence is read, in code points.
LONGEST = 3_000
# So many words of a vote make an article one about it, and these rows are told of votes.
BALLOTS = 2
VOTED = frozenset({"leads", "won"})


def with_places(
    found: AnnotatedArticle,
    language: Language | None,
    judge: Judge | None = None,
    *,
    asides: Mapping[str, Aside] = NO_ASIDES,
) -> AnnotatedArticle:
    """Return an article with the rows of its ledger, and its statements with theirs.

    Args:
        found: with its sentences, mentions, quotations, statements and times.
        language: None: nothing is known of the words that make a row.
        judge: tells which rows stand; None: those of the rules do.
        asides: the times that tell of a noun alone.
    """
    places = find_places(found, language, judge, asides=asides)
    starts = [place.span[0] for place in places]

    def ids_in(spans: Spans) -> tuple[str, ...]:
        near = ((bisect_left(starts, start), bisect_left(starts, end)) for start, end in spans)
        inside = [place for first, last in near for place in places[first:last]]
        return tuple(place.id for place in inside if any(covers(s, place.span) for s in spans))

    statements = tuple(replace(one, places=ids_in(one.spans)) for one in found.statements)
    return replace(found, places=places, statements=statements)


def find_places(
    found: AnnotatedArticle,
    language: Language | None,
    judge: Judge | None = None,
    *,
    asides: Mapping[str, Aside] = NO_ASIDES,
) -> tuple[Place, ...]:
    """Return the rows of an article, in the order of the text.

    The innermost quotation around a row tells who says it; the times of its clause date it.
    ``judge`` tells which rows stand; without one those of the rules do. ``asides`` are the times
    that tell of a noun alone.
    """
    if language is None:
        return ()
    reader = _Reader(found, language, judge, asides)
    near = with_quotations(found.sentences, found.quotations)
    rows = (row for sentence, quotes in near for row in reader.rows(sentence, quotes))
    once = {row.id: row for row in rows}
    return tuple(sorted(once.values(), key=lambda row: (row.span, row.id)))


def read_sites(found: AnnotatedArticle, language: Language) -> Sequence[Site]:
    """Return the names of an article that are or may be places, in order."""
    return _Reader(found, language).sites


class _Reader:
    """Reads one article sentence by sentence; ``group``: the places that were listed last."""

    def __init__(
        self,
        item: AnnotatedArticle,
        language: Language,
        judge: Judge | None = None,
        asides: Mapping[str, Aside] = NO_ASIDES,
    ) -> None:
        self.judge, self.asides = judge, asides
        self.article, self.language, self.times = item.article, language, item.times
        self.begins = [time.span[0] for time in item.times]
        found = find_toponyms(item.article, item.mentions, language)
        powers = Powers(item.mentions, states_of(item.mentions, found, language), language)
        self.possessors = Possessors(item.article, powers, language)
        known = {one.name.casefold() for one in found if one.entry}
        self.storms = storm_names(item.article.text, known, language)
        sites = sites_of(item.article, item.mentions, found, powers)
        self.sites = [site for site in sites if site.name.casefold() not in self.storms]
        self.starts = [site.span[0] for site in self.sites]
        self.denials = language.cues_of("deny")
        words = (word.form for word in all_words(item.article.text))
        self.ballot = sum(word in language.places.ballots for word in words) >= BALLOTS
        self.group: tuple[Site, ...] = ()

    def rows(self, sentence: Span, near: Sequence[Quotation]) -> Iterator[Place]:
        """Yield the rows of one sentence; ``near``: the quotations that reach into it."""
        sentence = (sentence[0], min(sentence[1], sentence[0] + LONGEST))
        first, end = bisect_left(self.starts, sentence[0]), bisect_left(self.starts, sentence[1])
        scene = scene_of(
            self.article.text,
            sentence,
            sites=self._with_kinds(sentence, self.sites[first:end]),
            times=[time.span for time in self._times_in(sentence)],
            storms=self.storms,
            language=self.language,
        )
        acts = list(self._ruled(scene, near))
        lying = {site.span: (site, around) for site, around in lies_in(scene)}
        ruled = {(act.site.span, act.row) for act in acts if not act.site.members}
        ruled |= {(span, "located-in") for span in lying}
        standing = self._standing(scene, sentence, ruled)
        acts = [a for a in acts if a.site.members or (a.site.span, a.row) in standing]
        made = [*acts, *self._seen(scene, standing, ruled, near)]
        made = [act for act in made if not self._is_undated_plan(scene, act)]
        for act in filter(None, (with_built(scene, one) for one in made)):
            for holder in self.possessors.of(scene, act, near):
                for site in act.site.members or (act.site,):
                    yield self._row(scene, replace(act, site=site), holder, near)
        for site, around in [*lying.values(), *lying_seen(scene, standing, ruled)]:
            if (site.span, "located-in") in standing:
                said = quoted(near, site.span)
                yield self._signed(site, "located-in", holder=around, said=said)
        self.possessors.remember(scene)
        self.group = longest_list(scene) or self.group

    def _standing(
        self, scene: Scene, sentence: Span, ruled: Collection[Key]
    ) -> Mapping[Key, Chance | None]:
        """Return the rows that stand: those of the rules, where there is no judge."""
        if self.judge is None:
            return dict.fromkeys(ruled)
        return self.judge.standing(scene, sentence, ruled)

    def _ruled(self, scene: Scene, near: Sequence[Quotation]) -> Iterator[Act]:
        """Yield what the rules see said of places, each once, and nothing that is denied."""
        seen = set()
        for act in self._acts(scene):
            key = (act.site.span, act.row)
            if key in seen or self._is_denied(scene, act, near):
                continue
            seen.add(key)
            if act.row == "part-of":
                row = "claims" if quoted(near, act.site.span) else "located-in"
                act = replace(act, row=row)
            yield act

    def _seen(
        self,
        scene: Scene,
        standing: Mapping[Key, Chance | None],
        ruled: Collection[Key],
        near: Sequence[Quotation],
    ) -> Iterator[Act]:
        """Yield what stands and no rule sees; games are won too where nobody votes."""
        sites = {site.span: site for site, _ in scene.at.values()}
        for key, one in standing.items():
            voted = one and (self.ballot or one.row not in VOTED)
            if one and voted and key not in ruled and one.row != "located-in":
                act = self.judge.act(scene, sites[key[0]], one) if self.judge else None
                rests = act and one.row == "attacks" and is_walkout(scene, act.clause)
                if act and not rests and not self._is_denied(scene, act, near):
                    yield act

    def _acts(self, scene: Scene) -> Iterator[Act]:
        """Yield what is said of places, nothing without one; who lays down work attacks none."""
        if not scene.at:
            return
        attacking = scene.language.places.acts.object
        for read in (verb_acts, noun_acts, state_acts):
            for act in read(scene, ballot=self.ballot):
                named = attacking.get(scene.form(act.at)) == "attacks"
                if act.row != "attacks" or named or not is_walkout(scene, act.clause):
                    yield act

    def _is_denied(self, scene: Scene, act: Act, near: Sequence[Quotation]) -> bool:
        """Tell whether an act stands in what somebody denies or leaves open, or is no such act."""
        if is_left_open(scene, act) or is_of_peace(scene, act):
            return True
        span = scene.tokens[act.at].span
        around = [q for q in near if any(overlap(s, span) for s in q.spans) and not q.negated]
        cues = (word.casefold() for q in around for word in self.article.words(*q.cue))
        return any(word in self.denials for word in cues)

    def _with_kinds(self, sentence: Span, sites: Sequence[Site]) -> list[Site]:
        """Return the sites of a sentence, with the nouns that stand for a list of them.

        (``the four regions – A, B, C and D``; ``those regions``, after such a list)
        """
        found = list(sites)
        for span in kind_nouns(self.article.text, sentence, self.language):
            dash = _DASH.search(self.article.text, span[1], sentence[1])
            behind = tuple(site for site in sites if dash and site.span[0] >= dash.end())
            members = behind if len(behind) >= LIST else self.group
            taken = any(overlap(site.span, span) for site in sites)
            if members and not taken:
                again = tuple(replace(one, span=span) for one in members)
                placed = behind if members is behind else again
                found.append(Site(span, "", "region", members=placed))
        return sorted(found, key=lambda site: site.span)

    def _row(self, scene: Scene, act: Act, holder: str | None, near: Sequence[Quotation]) -> Place:
        proclaimed = act.row == "proclaims-annexed"
        verb = scene.span((0, act.at + 1)) if proclaimed else scene.tokens[act.at].span
        said = quoted(near, act.site.span, verb)
        when = self._when(scene, act)
        return self._signed(act.site, act.row, holder=holder, said=said, edtf=when)

    def _when(self, scene: Scene, act: Act) -> str | None:
        if act.clause[0] >= act.clause[1]:
            return None
        if act.row == "claims":
            return None
        verb = scene.tokens[act.at].span[0]
        within = said_of(verb, self._times_in(scene.span(act.clause)), self.asides)
        near = [time for time in within if time.edtf[:1].isdigit()]
        near = [time for time in near if not is_joined_away(scene, act.at, time.span)]
        best = min(near, default=None, key=lambda time: abs(time.span[0] - verb))
        return _day(best.edtf) if best else None

    def _is_undated_plan(self, scene: Scene, act: Act) -> bool:
        """Tell whether what is decided has no date ahead that would tell it from what is done."""
        if not is_to_come(scene, act.at, act.row):
            return False
        published = self.article.published
        when, now = self._when(scene, act), published.edtf if published else ""
        return when is None or when < now[: len(when)]

    def _times_in(self, span: Span) -> Sequence[Time]:
        first, last = bisect_left(self.begins, span[0]), bisect_left(self.begins, span[1])
        return self.times[first:last]

    def _signed(
        self,
        site: Site,
        row: str,
        *,
        holder: str | None,
        said: Quotation | None,
        edtf: str | None = None,
    ) -> Place:
        place = Place(
            id="",
            place=site.name,
            feature=site.likely or site.feature,
            ref=site.ref,
            witness=self.article.id,
            span=site.span,
            holder=holder,
            stance=row if row in STANCES else None,
            predicate=None if row in STANCES else row,
            said_by=said.speaker if said else None,
            edtf=edtf,
            point=site.point,
        )
        return sign(place, {self.article.id: self.article})


def _day(edtf: str) -> str:
    """Return the day, month or year at which a value begins."""
    return edtf.split("/")[0].split("T")[0].rstrip("~?%")
