"""Clauses of a sentence, cut at commas, conjunctions and the words that open a clause.

There is no parser here. A stretch between two such joints begins a clause where it holds a verb
of its own and what stands before it has one already; what holds no verb goes on with what is
before it. A subject that waits for its verb over a clause between takes it up behind that clause,
so the words of a clause need not stand in one piece.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise, takewhile

from variorum.annotate.tokens import Token
from variorum.annotate.verbs import Verb, is_gerund, verbs_in
from variorum.languages import Language

_POINTS = frozenset(",;:()[]—–-…")
# The fewest words that stand by themselves behind a colon.
LEAST_PARTED = 3
# So many chunks behind a subject its verb is looked for: the one behind the apposition.
APPOSED = 2

Range = tuple[int, int]


@dataclass(slots=True)
class Clause:
    """A clause as ranges of tokens, in order; ``opener`` is the word that leads it in, if any.

    ``kind``: ``main``, ``joined`` (by a conjunction), ``relative``, ``content`` (of a verb before
    it), ``adverbial`` or ``participle``.
    """

    kind: str
    opener: str = ""
    parts: list[Range] = field(default_factory=list)
    verb: bool = False

    def add(self, start: int, end: int, *, joined: bool) -> None:
        """Append the tokens of a range; ``joined``: with the points since the last one."""
        if start < end and joined and self.parts:
            self.parts[-1] = (self.parts[-1][0], end)
        elif start < end:
            self.parts.append((start, end))


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The tokens between two joints: ``joint`` the first, ``start`` the first word of its own.

    ``point``: what parts it from the one before; ``lead``: the kind of clause that ``word`` opens.
    ``subject``: it holds no verb but is taken up by one behind an apposition; ``described``: so
    is what stands before it, and its own verb is a participle.
    """

    joint: int
    start: int
    end: int
    point: str = ""
    lead: str = ""
    word: str = ""
    verbs: tuple[Verb, ...] = ()
    subject: bool = False
    described: bool = False


def clauses_of(tokens: Sequence[Token], language: Language) -> list[Clause]:
    """Return the clauses of a stretch of tokens, in the order in which they begin."""
    cutter = _Cutter(tokens, language)
    for chunk in _with_subjects(list(_chunks(tokens, language))):
        cutter.take(chunk)
    return [clause for clause in cutter.clauses if clause.parts]


def _with_subjects(chunks: Sequence[_Chunk]) -> Iterator[_Chunk]:
    """Yield the chunks, those marked whose verb follows behind an apposition.

    (``since the mayor, Bo Roe, left``)
    """
    for at, chunk in enumerate(chunks):
        near = list(takewhile(_is_plain, chunks[at + 1 : at + 1 + APPOSED]))
        taken = any(one.verbs and one.verbs[0].first == one.start for one in near)
        opens = bool(chunk.verbs) and chunk.verbs[0] == replace(chunk.verbs[0], first=chunk.start)
        subject = taken and bool(chunk.lead) and not chunk.verbs
        yield replace(chunk, subject=subject, described=taken and opens and _is_plain(chunk))


def _is_plain(chunk: _Chunk) -> bool:
    return chunk.point == "," and not chunk.lead


def _chunks(tokens: Sequence[Token], language: Language) -> Iterator[_Chunk]:
    verbs = verbs_in(tokens, language)
    firsts = [verb.first for verb in verbs]
    joints = sorted(set(_joints(tokens, language)) | {0, len(tokens)})
    for start, end in pairwise(joints):
        inside = tuple(verbs[bisect_left(firsts, start) : bisect_left(firsts, end)])
        at, point, lead, word = start, "", "", ""
        while at < end and tokens[at].text in _POINTS:
            point, at = tokens[at].text, at + 1
        if at < end and _joins(tokens, at, language):
            lead, word, at = "joined", tokens[at].form, at + 1
        opener = next((n for n in range(at, min(at + 4, end)) if _opens(tokens, n, language)), None)
        if opener is not None:
            lead, word = _lead(tokens, opener, language), tokens[opener].form
        yield _Chunk(start, at, end, point, lead, word, inside)


def _joints(tokens: Sequence[Token], language: Language) -> Iterator[int]:
    """Yield where chunks begin: at a point, a conjunction, or what opens a clause."""
    fresh = -1
    for at, token in enumerate(tokens):
        if token.text in _POINTS:
            if at > fresh + 1 and _is_inside_word(tokens, at):
                continue
            if at == 0 or tokens[at - 1].text not in _POINTS:
                yield at
            fresh = at
        elif _joins(tokens, at, language):
            if fresh != at - 1:
                yield at
            fresh = at
        elif _opens(tokens, at, language):
            start = _leading(tokens, at, language)
            if fresh != start - 1:
                yield start
            fresh = at


def _is_inside_word(tokens: Sequence[Token], at: int) -> bool:
    """Tell a point of a number (``20,000``) or of a name from one that parts words."""
    near = tokens[at - 1 : at + 2]
    touching = (
        len(near) == 3
        and near[0].span[1] == near[1].span[0]
        and (near[1].span[1] == near[2].span[0])
    )
    return touching and near[0].kind == near[2].kind == "word"


def _leading(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Return where the words that belong to an opener begin (``two of whom``, ``so that``)."""
    start = at
    before = tokens[at - 1].form if at else ""
    if before in language.subordinators and before in language.conjunctions:
        return at - 1
    pronouns = _pronouns(language)
    if start and tokens[at].form in pronouns and tokens[start - 1].form in language.prepositions:
        start -= 1
        before = tokens[start - 1].form if start else ""
        start -= before in language.numbers or before.isdigit()
    return start


def _joins(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether a word joins two clauses; ``so`` does behind a comma only."""
    form = tokens[at].form
    if form not in language.conjunctions or form in language.adverbs:
        return False
    return form not in language.subordinators or (at > 0 and tokens[at - 1].text in _POINTS)


@cache
def _pronouns(language: Language) -> frozenset[str]:
    return language.clause_relatives | language.question_words


@cache
def _openers(language: Language) -> frozenset[str]:
    return (language.subordinators | language.clause_relatives) - language.conjunctions


def _opens(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether a word may open a clause; not the first of ``so that``, ``even if``."""
    token = tokens[at]
    if token.kind != "word":
        return False
    if token.form not in _openers(language):
        return _opens_unled(tokens, at, language)
    following = tokens[at + 1].form if at + 1 < len(tokens) else ""
    if token.form not in _pronouns(language) and following in language.prepositions:  # because of
        return False
    return not (token.form in language.adverbs and following in _openers(language))


def _opens_unled(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether a pronoun and its verb open a clause that nothing leads in.

    (``the boats they own``, ``hoped she would stay``)
    """
    if tokens[at].form not in language.subject_pronouns or not 0 < at < len(tokens) - 1:
        return False
    before = tokens[at - 1]
    led = before.form in language.conjunctions or before.form in _openers(language)
    if before.kind != "word" or led or before.form in language.prepositions:
        return False
    pair = verbs_in(tokens[at : at + 3], language)
    return bool(pair) and pair[0].first == 1


def _lead(tokens: Sequence[Token], at: int, language: Language) -> str:
    """Tell what kind of clause a word opens."""
    form = tokens[at].form
    before = tokens[at - 1].form if at else ""
    if form not in _openers(language):
        verbal = before in language.cues or bool(verbs_in(tokens[max(0, at - 2) : at], language))
        return "content" if verbal else "relative"
    if form in language.complementisers:
        spoken = before in language.cues or before in language.speech_nouns
        if spoken or form not in language.clause_relatives:
            return "content" if form in language.clause_relatives or spoken else "adverbial"
        return "relative"
    if form in language.clause_relatives | language.relatives | {"whose"}:
        return "relative"
    return "content" if form in language.question_words and before in language.cues else "adverbial"


class _Cutter:
    """Takes the chunks of a sentence in order and keeps the clauses that they make."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens, self.language = tokens, language
        self.current = Clause("main")
        self.clauses = [self.current]
        self.waiting: Clause | None = None

    def take(self, chunk: _Chunk) -> None:
        """Add a chunk to the clause it belongs to, a new one where it begins one."""
        if chunk.start == chunk.end:
            return
        if chunk.described and not self.current.verb:
            chunk = replace(chunk, verbs=())
        kind = self._kind(chunk)
        if kind == "resumed" and self.waiting is not None:
            self.current, self.waiting = self.waiting, None
        elif kind:
            self._begin(kind, chunk)
        rest = self._resuming(chunk) if kind == "relative" else None
        self.current.add(chunk.start, rest or chunk.end, joined=not kind)
        self.current.verb |= kind == "participle" or bool(chunk.verbs)
        if rest and self.waiting is not None:
            self.current, self.waiting = self.waiting, None
            self.current.add(rest, chunk.end, joined=False)
            self.current.verb = True

    def _begin(self, kind: str, chunk: _Chunk) -> None:
        if not self.current.verb and self.current.parts and kind in _INSERTED:
            self.waiting = self.current
        if kind in {"main", "joined"}:
            self.waiting = None
        self.current = Clause(kind, chunk.word)
        self.clauses.append(self.current)

    def _kind(self, chunk: _Chunk) -> str:
        """Return the kind of clause a chunk begins, empty where it goes on with the one before."""
        at = self._first_word(chunk)
        bare = at < chunk.end and is_gerund(self.tokens, at, self.language)
        subject = chunk.subject and self.current.verb and self.waiting is None
        if chunk.lead in _INSERTED and (chunk.verbs or bare or subject):
            return chunk.lead
        if bare and self._may_be_participle(chunk):
            return "participle"
        if chunk.point == ";" or (chunk.point == ":" and chunk.end - chunk.start >= LEAST_PARTED):
            return "main"
        if subject:
            return "joined"
        if not chunk.verbs or not (chunk.point or chunk.lead == "joined"):
            return ""
        opening = chunk.verbs[0].first <= at
        if self.waiting is not None and chunk.lead != "joined" and self.current.verb:
            return "resumed"
        if not self.current.verb or self._ends_in_verb(chunk, opening):
            return ""
        return "joined" if chunk.lead == "joined" or opening else "main"

    def _first_word(self, chunk: _Chunk) -> int:
        """Return the first word of a chunk behind its opener and adverbs."""
        at = chunk.start
        while at < chunk.end and (
            self.tokens[at].form in self.language.adverbs
            or self.tokens[at].form in _openers(self.language)
            or self.tokens[at].form.endswith("ly")
        ):
            at += 1
        return at

    def _may_be_participle(self, chunk: _Chunk) -> bool:
        joined = chunk.lead == "joined" and self.current.kind == "participle"
        return bool(joined or (chunk.point and self.clauses[0].parts))

    def _ends_in_verb(self, chunk: _Chunk, opening: bool) -> bool:
        """Tell whether only a conjunction parts two verbs (``shot and killed two``)."""
        if not opening or not self.current.parts:
            return False
        last = self.current.parts[-1][1] - 1
        verbs = verbs_in(self.tokens[max(0, last - 2) : last + 1], self.language)
        return bool(verbs) and verbs[-1].end == min(3, last + 1)

    def _resuming(self, chunk: _Chunk) -> int | None:
        """Return where, in a relative clause, the verb of the clause around it stands."""
        if self.waiting is None or chunk.point:
            return None
        return next((verb.first for verb in chunk.verbs[1:] if self._is_main(verb)), None)

    def _is_main(self, verb: Verb) -> bool:
        """Tell a verb from a participle that describes the noun before it (``armed with``)."""
        after = self.tokens[verb.end].form if verb.end < len(self.tokens) else ""
        return verb.firm or after not in self.language.prepositions


_INSERTED = frozenset({"relative", "content", "adverbial", "participle"})
