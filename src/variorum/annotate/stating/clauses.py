"""Clauses of a sentence, cut at commas, conjunctions and the words that open a clause.

There is no parser here. A stretch between two such joints begins a clause where it holds a verb
of its own and what stands before it has one already; what holds no verb goes on with what is
before it. A subject that waits for its verb over a clause between takes it up behind that clause,
so the words of a clause need not stand in one piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from variorum.annotate.stating.chunks import Chunk, chunks_of, openers
from variorum.annotate.stating.verbs import Verb, is_gerund, verbs_in
from variorum.annotate.tokens import Token
from variorum.languages import Language

# The fewest words that stand by themselves behind a colon.
LEAST_PARTED = 3

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


def clauses_of(tokens: Sequence[Token], language: Language) -> list[Clause]:
    """Return the clauses of a stretch of tokens, in the order in which they begin."""
    cutter = _Cutter(tokens, language)
    for chunk in chunks_of(tokens, language):
        cutter.take(chunk)
    return [clause for clause in cutter.clauses if clause.parts]


class _Cutter:
    """Takes the chunks of a sentence in order and keeps the clauses that they make."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        self.tokens, self.language = tokens, language
        self.current = Clause("main")
        self.clauses = [self.current]
        self.waiting: Clause | None = None

    def take(self, chunk: Chunk) -> None:
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

    def _begin(self, kind: str, chunk: Chunk) -> None:
        if not self.current.verb and self.current.parts and kind in _INSERTED:
            self.waiting = self.current
        if kind in {"main", "joined"}:
            self.waiting = None
        self.current = Clause(kind, chunk.word)
        self.clauses.append(self.current)

    def _kind(self, chunk: Chunk) -> str:
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

    def _first_word(self, chunk: Chunk) -> int:
        """Return the first word of a chunk behind its opener and adverbs."""
        at = chunk.start
        while at < chunk.end and (
            self.tokens[at].form in self.language.adverbs
            or self.tokens[at].form in openers(self.language)
            or self.tokens[at].form.endswith("ly")
        ):
            at += 1
        return at

    def _may_be_participle(self, chunk: Chunk) -> bool:
        joined = chunk.lead == "joined" and self.current.kind == "participle"
        return bool(joined or (chunk.point and self.clauses[0].parts))

    def _ends_in_verb(self, chunk: Chunk, opening: bool) -> bool:
        """Tell whether only a conjunction parts two verbs (``shot and killed two``)."""
        if not opening or not self.current.parts:
            return False
        last = self.current.parts[-1][1] - 1
        verbs = verbs_in(self.tokens[max(0, last - 2) : last + 1], self.language)
        return bool(verbs) and verbs[-1].end == min(3, last + 1)

    def _resuming(self, chunk: Chunk) -> int | None:
        """Return where, in a relative clause, the verb of the clause around it stands."""
        if self.waiting is None or chunk.point:
            return None
        return next((verb.first for verb in chunk.verbs[1:] if self._is_main(verb)), None)

    def _is_main(self, verb: Verb) -> bool:
        """Tell a verb from a participle that describes the noun before it (``armed with``)."""
        after = self.tokens[verb.end].form if verb.end < len(self.tokens) else ""
        return verb.firm or after not in self.language.prepositions


_INSERTED = frozenset({"relative", "content", "adverbial", "participle"})
