"""The ledger of places: who has a place, what happened to it, and on whose word.

One row is one statement about one named place. Nothing is weighed or merged: each mention in each
clause that gives it a stance or a predicate is a row, with the time and the source of its clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from variorum.annotate.act_nouns import noun_acts
from variorum.annotate.acts import Act, subject_of, verb_acts
from variorum.annotate.lying import lies_in
from variorum.annotate.powers import Powers
from variorum.annotate.scenes import Range, Scene, Site, scene_of
from variorum.annotate.toponyms import Toponym, find_toponyms
from variorum.languages import Language
from variorum.model.annotation import Mention, Quotation, Speaker, Time
from variorum.model.article import Article
from variorum.model.identity import sign
from variorum.model.spans import Span, Spans, covers, overlap
from variorum.model.story import Place
from variorum.model.words import words_in

_WORD = re.compile(r"[ \u00a0]([A-Z][a-z]+)\b")
_LAND = re.compile(r"[ \u00a0]([A-Za-z]+)\b")
_DASH = re.compile(r"\s[–—-]{1,2}\s|:\s")
_STANCES = frozenset(
    {
        "claims",
        "annexed",
        "proclaims-annexed",
        "holds",
        "holds-in-part",
        "does-not-hold",
        "withdrew",
        "retook",
        "attacks",
    }
)
# So many words of a vote make an article one about it.
BALLOTS = 2
# So many places make a list that a noun may stand for.
LIST = 3


def find_places(
    article: Article,
    *,
    sentences: Spans,
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
    times: Sequence[Time],
    language: Language | None,
) -> tuple[Place, ...]:
    """Return the rows of an article, in the order of the text.

    Args:
        article: the text that all spans count in.
        sentences: of the body.
        mentions: of the same article.
        quotations: of the same article; the innermost around a row tells who says it.
        times: of the same article, in the order of the text.
        language: None: nothing is known of the words that make a row.
    """
    if language is None:
        return ()
    reader = _Reader(article, mentions, quotations, times, language)
    rows = (row for sentence in sentences for row in reader.rows(sentence))
    once = {row.id: row for row in rows}
    return tuple(sorted(once.values(), key=lambda row: (row.span, row.id)))


class _Reader:
    """Reads one article sentence by sentence; ``actor``: who did something last."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        quotations: Sequence[Quotation],
        times: Sequence[Time],
        language: Language,
    ) -> None:
        self.article, self.language, self.times = article, language, times
        self.quotations = quotations
        found = find_toponyms(article, mentions, language)
        self.powers = Powers(mentions, _states(mentions, found, language), language)
        self.sites = _sites(article, mentions, found, self.powers)
        self.starts = [site.span[0] for site in self.sites]
        words = article.text.casefold().split()
        self.ballot = sum(word.strip(".,;:'’") in language.places.ballots for word in words) >= BALLOTS
        deny = language.cues_of("deny")
        self._denied = [
            q
            for q in quotations
            if not q.negated and any(w.casefold() in deny for w in article.words(*q.cue))
        ]
        self.group: tuple[Site, ...] = ()
        self.actor: str | None = None
        self.hazard: str | None = None

    def rows(self, sentence: Span) -> Iterator[Place]:
        """Yield the rows of one sentence."""
        first, end = bisect_left(self.starts, sentence[0]), bisect_left(self.starts, sentence[1])
        sites = self._with_kinds(sentence, self.sites[first:end])
        scene = scene_of(
            self.article.text,
            sentence,
            sites=sites,
            times=[time.span for time in self._times_in(sentence)],
            language=self.language,
        )
        denied = [q.spans for q in self._denied if q.spans]
        acts = [*verb_acts(scene, ballot=self.ballot), *noun_acts(scene, ballot=self.ballot)]
        seen = set()
        for act in acts:
            key = (act.site.span, act.row)
            inside = any(overlap(s, scene.tokens[act.at].span) for spans in denied for s in spans)
            if key not in seen and not inside:
                seen.add(key)
                for holder in self._holders(scene, act):
                    for site in act.site.members or (act.site,):
                        yield self._row(scene, replace(act, site=site), holder)
        for site, around in lies_in(scene):
            yield self._signed(site, "located-in", around, None)
        self._remember(scene)
        self.group = _longest_list(scene) or self.group

    def _with_kinds(self, sentence: Span, sites: Sequence[Site]) -> list[Site]:
        """Return the sites of a sentence, with the nouns that stand for a list of them.

        (``the four regions – A, B, C and D``; ``those regions``, after such a list)
        """
        found = list(sites)
        for span in _kind_nouns(self.article.text, sentence, self.language):
            dash = _DASH.search(self.article.text, span[1], sentence[1])
            behind = tuple(site for site in sites if dash and site.span[0] >= dash.end())
            members = behind if len(behind) >= LIST else self.group
            taken = any(overlap(site.span, span) for site in sites)
            if members and not taken:
                placed = members if members is behind else tuple(replace(one, span=span) for one in members)
                found.append(Site(span, "", "region", members=placed))
        return sorted(found, key=lambda site: site.span)

    def _holders(self, scene: Scene, act: Act) -> Sequence[str | None]:
        """Return who has a place; two where two states are named (``both A and B claim``)."""
        first = self._holder(scene, act, scene.phrase(act.holder))
        end = scene.phrase(act.holder)[1]
        pair = end in scene.at or end + 1 in scene.at
        if pair and scene.form(end) in self.language.conjunctions and act.row in _STANCES:
            second = self.powers.named(scene, scene.phrase((end + 1, end + 3)))
            return (first, second)
        return (first,)

    def _holder(self, scene: Scene, act: Act, region: Range) -> str | None:
        start, end = act.holder
        if start >= end or not self._names_holder(scene, act):
            return None
        if end == start + 1 and "-" in scene.form(start):
            head = scene.tokens[start].text.rpartition("-")[0]
            state = self.powers.state_of(head.casefold())
            plural = head + "s" if head + "s" in self.language.places.armed else head
            return state or self.powers.states.get(head.casefold(), plural)
        actor = self._subject(scene, act) or self.actor
        if scene.form(start) in self.language.places.speakers:
            actor = self._side(act.site.span)
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
            return armed or not scene.has(region, words.weapons) or self.powers.is_state(scene, region)
        if act.row in {"blocked", "evacuated"}:
            people = self.language.group_nouns | self.language.role_nouns | words.bodies
            known = armed or scene.has(region, people | set(self.language.people))
            return known or any(scene.tokens[k].capital for k in range(*region))
        return True

    def _side(self, span: Span) -> str | None:
        """Return for whom somebody speaks: the state that is named with them, else they."""
        around = self._quoted(span)
        if around is None or around.speaker is None:
            return None
        for words in self.article.words(*around.sources):
            for word in words.replace("’", "'").split():
                name = word.strip(",.").removesuffix("'s").casefold()
                if known := self.powers.states.get(name) or self.powers.state_of(name):
                    if known.casefold() not in around.speaker.name.casefold():
                        return known
        return around.speaker.name

    def _row(self, scene: Scene, act: Act, holder: str | None) -> Place:
        if act.row in {"damaged", "destroyed", "flooded"}:
            holder = None
        if act.row == "struck":
            holder = self._named_hazard(scene, act)
        if act.row == "proclaims-annexed":
            return self._signed(act.site, act.row, holder, self._when(scene, act), scene.span((0, act.at + 1)))
        verb = scene.tokens[act.at].span
        return self._signed(act.site, act.row, holder, self._when(scene, act), verb)

    def _named_hazard(self, scene: Scene, act: Act) -> str | None:
        start, end = scene.phrase(act.holder)
        skipped = self.language.determiners | self.language.places.proclaiming
        definite = scene.form(start) in self.language.times.articles
        while start < end and scene.form(start) in skipped:
            start += 1
        if any(scene.tokens[k].capital for k in range(start, end) if k > 0):
            self.hazard = scene.words((start, end))
            return self.hazard
        known = definite and self.hazard and end == start + 1
        return self.hazard if known else None

    def _when(self, scene: Scene, act: Act) -> str | None:
        if act.clause[0] >= act.clause[1]:
            return None
        if act.row == "claims":
            return None
        verb = scene.tokens[act.at].span[0]
        near = [time for time in self._times_in(scene.span(act.clause)) if time.edtf[:1].isdigit()]
        best = min(near, default=None, key=lambda time: abs(time.span[0] - verb))
        return _day(best.edtf) if best else None

    def _times_in(self, span: Span) -> Sequence[Time]:
        begins = [time.span[0] for time in self.times]
        return self.times[bisect_left(begins, span[0]) : bisect_left(begins, span[1])]

    def _said_by(self, span: Span, verb: Span | None = None) -> Speaker | None:
        around = self._quoted(span, verb)
        return around.speaker if around else None

    def _quoted(self, span: Span, verb: Span | None = None) -> Quotation | None:
        around = [
            q
            for q in self.quotations
            if q.speaker and q.use != "question" and any(overlap(s, span) for s in q.spans)
            and not (verb and any(overlap(cue, verb) for cue in q.cue))
        ]
        return min(around, key=_length, default=None)

    def _signed(
        self, site: Site, row: str, holder: str | None, edtf: str | None, verb: Span | None = None
    ) -> Place:
        stance = row in _STANCES
        place = Place(
            id="",
            place=site.name,
            feature=site.feature,
            ref=site.ref,
            witness=self.article.id,
            span=site.span,
            holder=holder,
            stance=row if stance else None,
            predicate=None if stance else row,
            said_by=self._said_by(site.span, verb),
            edtf=edtf,
        )
        return sign(place, {self.article.id: self.article})

    def _remember(self, scene: Scene) -> None:
        """Keep who is the subject of a sentence."""
        verb = next((k for k in range(len(scene.tokens)) if scene.is_verb(k)), None)
        if verb is None:
            return
        region = scene.phrase(subject_of(scene, scene.group_start(verb))[0])
        if region[0] < region[1]:
            self.actor = self.powers.named(scene, region, actor=self.actor)


def _sites(
    article: Article, mentions: Sequence[Mention], found: Sequence[Toponym], powers: Powers
) -> list[Site]:
    """Return the places of an article, and the other names that may be ones by their verbs."""
    language = powers.language
    sites = [
        _site(one, article.text, language) for one in found if not _is_adjective(one, language)
    ]
    starts = [one.span[0] for one in found]
    located = {m.name for m in mentions if _follows_place_word(article.text, m, language)}
    full = {word for m in mentions if m.kind == "person" and " " in m.name for word in m.name.split()}
    for mention in mentions:
        at = bisect_left(starts, mention.span[1])
        known = at > 0 and overlap(found[at - 1].span, mention.span)
        span = _unmarked(article.text, mention.span, language)
        name = " ".join(article.text[slice(*span)].split())
        if mention.kind not in {"person", "organisation", "other"} or known:
            continue
        person = mention.kind == "person" and (" " in mention.name or name in full)
        adjective = powers.state_of(name.casefold()) or name.casefold() in language.demonyms
        land = _LAND.match(article.text, mention.span[1])
        if land and land[1].casefold() in language.places.lands and " " not in name:
            sites.append(Site((span[0], land.end()), f"{name} {land[1]}", "region"))
            continue
        if person or adjective:
            continue
        sure = mention.name in located and " " not in name
        sites.append(Site(span, name, "other", sure=sure))
    return sorted(sites, key=lambda site: site.span)


def _unmarked(text: str, span: Span, language: Language) -> Span:
    """Return a name without what is said of it (``Norvian-held Velm``)."""
    first, _, rest = text[slice(*span)].partition(" ")
    marked = rest and first.rpartition("-")[2].casefold() in language.places.acts.marked
    return (span[0] + len(first) + 1, span[1]) if marked else span


def _states(
    mentions: Sequence[Mention], found: Sequence[Toponym], language: Language
) -> dict[str, str]:
    """Return what may be a state or a land: places, and lone names that are no adjectives."""
    full = {word for m in mentions if " " in m.name for word in m.name.split()}
    lone = {m.name for m in mentions if m.kind != "role" and " " not in m.name} - full
    names = {one.name for one in found} | lone
    endings = tuple(language.places.endings)
    stems = {name: _stem(name, endings) for name in names}
    plain = {
        name
        for name in names
        if stems[name] is None
        or not any(o != name and o.startswith(stems[name] or "") and len(o) <= len(name) for o in names)
    }
    known = {one.name for one in found if one.entry} | plain
    return {name.casefold(): name for name in sorted(known) if name.casefold() not in language.demonyms}


def _stem(name: str, endings: tuple[str, ...]) -> str | None:
    stems = [name[: -len(end)] for end in endings if name.endswith(end) and len(name) > len(end) + 2]
    return min(stems, key=len) if stems else None


def _longest_list(scene: Scene) -> tuple[Site, ...]:
    """Return the last list of three places or more of one sentence."""
    runs: list[list[Site]] = [[]]
    last = -1
    for at in sorted(scene.at):
        site, end = scene.at[at]
        if site.members or not site.sure:
            continue
        if not all(scene.joins(k) for k in range(last, at)) or last < 0:
            runs.append([])
        runs[-1].append(site)
        last = end
    long = [run for run in runs if len(run) >= LIST]
    return tuple(long[-1]) if long else ()


def _kind_nouns(text: str, sentence: Span, language: Language) -> Iterator[Span]:
    """Yield where plural nouns for places stand behind an article or a number."""
    words = list(words_in(text, sentence))
    counts = language.determiners - language.possessives | set(language.numbers)
    for before, word in pairwise(words):
        if word.form in language.places.kinds and before.form in counts:
            yield word.span


def _site(one: Toponym, text: str, language: Language) -> Site:
    """Return a toponym as a site, with the word for a building that is a part of its name."""
    entry = one.entry
    behind = _WORD.match(text, one.span[1])
    if behind and behind[1].casefold() in language.places.works:
        name = f"{one.name} {behind[1]}"
        return Site((one.span[0], behind.end()), name, "facility")
    point, ref = (entry.point, entry.ref) if entry else (None, None)
    return Site(one.span, one.name, one.feature, ref, point)


def _is_adjective(one: Toponym, language: Language) -> bool:
    return one.entry is None and one.name.casefold() in language.demonyms


def _follows_place_word(text: str, mention: Mention, language: Language) -> bool:
    """Tell whether a name stands behind a word that hardly anything but a place follows."""
    before = [word.casefold() for word in text[max(0, mention.span[0] - 20) : mention.span[0]].split()]
    if not before or before[-1] in language.place_markers:
        return bool(before)
    kinds = language.role_nouns | set(language.place_nouns) | language.places.wholes
    return before[-1] in language.places.of and len(before) > 1 and before[-2] in kinds


def _length(quotation: Quotation) -> int:
    return sum(end - start for start, end in quotation.spans)


def _day(edtf: str) -> str:
    """Return the day, month or year at which a value begins."""
    return edtf.split("/")[0].split("T")[0].rstrip("~?%")


def _covers(outer: Span, inner: Span) -> bool:
    return covers(outer, inner)
