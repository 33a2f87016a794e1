"""Clauses of a sentence, cut at commas, conjunctions and the words that open a clause.

A stretch between two such joints begins a clause where it holds a verb of its own and what stands
before it has one already; what holds no verb goes on with what is before it. A subject that waits
for its verb over a clause between takes it up behind that clause, so the words of a clause need
not stand in one piece. Where there is a parse, it tells more verbs, and which subject is whose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from variorum.annotate.stating.chunks import Chunk, chunks_of, openers
from variorum.annotate.stating.helps import is_bare, joined_to, shared_helps
from variorum.annotate.stating.trees import Tree
from variorum.annotate.stating.verbs import Verb, is_gerund, verbs_in
from variorum.annotate.tokens import Token
from variorum.languages import Language, helping_verbs, judges_report

# The fewest words that stand by themselves behind a colon.
LEAST_PARTED = 3
# The longest phrase that names a source has so many words.
PHRASE = 4
# What shares a helping verb stands within so many clauses, and verbs, of it.
NEAR = 8

Range = tuple[int, int]


@dataclass(slots=True)
class Clause:
    """A clause as ranges of tokens, in order; ``opener`` is the word that leads it in, if any.

    ``kind``: ``main``, ``joined`` (by a conjunction), ``relative``, ``content`` (of a verb before
    it), ``adverbial``, ``participle`` or ``credit`` (whose words these are).
    ``verbs``: those that it has; ``credited``: a credit stands behind it; ``helps``: the helping
    words before it that its first verb stands behind too.
    """

    kind: str
    opener: str = ""
    parts: list[Range] = field(default_factory=list)
    verb: bool = False
    verbs: list[Verb] = field(default_factory=list)
    credited: bool = False
    helps: tuple[str, ...] = ()

    def add(self, start: int, end: int, *, joined: bool) -> None:
        """Append the tokens of a range; ``joined``: with the points since the last one."""
        if start < end and joined and self.parts:
            self.parts[-1] = (self.parts[-1][0], end)
        elif start < end:
            self.parts.append((start, end))


def clauses_of(
    tokens: Sequence[Token], language: Language, tree: Tree | None = None
) -> list[Clause]:
    """Return the clauses of a stretch of tokens, in the order in which they begin.

    Args:
        tokens: of one sentence.
        language: of the text.
        tree: how they hang together; None: rules alone tell verbs and whose they are.
    """
    cutter = _Cutter(tokens, language, tree)
    for chunk in chunks_of(tokens, language, tree):
        cutter.take(chunk)
    clauses = [clause for clause in cutter.clauses if clause.parts]
    for clause in clauses:
        clause.parts = [_closed(tokens, part) for part in clause.parts]
    return clauses


def _closed(tokens: Sequence[Token], part: Range) -> Range:
    """Return a range with the bracket behind it, if it leaves one open."""
    start, end = part
    inside = [token.text for token in tokens[start:end]]
    left = sum(map(inside.count, "([")) > sum(map(inside.count, ")]"))
    return (start, end + 1) if left and end < len(tokens) and tokens[end].text in ")]" else part


class _Cutter:
    """Takes the chunks of a sentence in order and keeps the clauses that they make."""

    def __init__(self, tokens: Sequence[Token], language: Language, tree: Tree | None) -> None:
        self.tokens, self.language, self.tree = tokens, language, tree
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
        rest = self._resuming(chunk, kind)
        self.current.add(chunk.start, rest or chunk.end, joined=not kind)
        self.current.verb |= kind in {"participle", "credit"} or bool(chunk.verbs)
        self.current.verbs += chunk.verbs
        if rest and self.waiting is not None:
            self.current, self.waiting = self.waiting, None
            self.current.add(rest, chunk.end, joined=False)
            self.current.verb = True

    def _begin(self, kind: str, chunk: Chunk) -> None:
        verbless = not self.current.verb or self._names_report(kind, chunk)
        if verbless and self.current.parts and kind in _INSERTED:
            self.waiting = self.current
        if kind in {"main", "joined"} and self._taken_up(chunk) is None:
            self.waiting = None
        self.current.credited |= kind == "credit"
        helps = self._helps(chunk) if kind in {"main", "joined"} else ()
        self.current = Clause(kind, chunk.word, helps=helps)
        self.clauses.append(self.current)

    def _helps(self, chunk: Chunk) -> tuple[str, ...]:
        """Return the helping words that the verb a chunk begins with shares with one before it."""
        at = self._first_word(chunk)
        if (
            not chunk.verbs
            or chunk.verbs[0].first != at
            or not is_bare(self.tokens[at], self.language)
        ):
            return ()
        head = joined_to(self.tree, at)
        near = reversed(self.clauses[-NEAR:])
        around = (one for one in near if any(a <= (head or 0) < b for a, b in one.parts))
        clause = self.current if head is None else next(around, self.current)
        shared = shared_helps(self.tokens, clause.verbs[-NEAR:], at, self.language) or clause.helps
        if chunk.word in self.language.contrasts.contrary:
            return tuple(form for form in shared if not self.language.negates(form))
        return shared

    def _names_report(self, kind: str, chunk: Chunk) -> bool:
        """Tell whether what was read as the one verb of a clause is the noun of a report.

        (``Rebel claims that they hold it are false``: the last verb has no other subject.)
        """
        if kind != "content" or len(self.current.verbs) != 1 or self.tree is None:
            return False
        if self.tokens[chunk.start + 1].form in self.language.question_words:
            return False
        return any(
            self._judges(chunk, verb) and not self._has_subject(chunk, verb)
            for verb in chunk.verbs[1:]
        )

    def _kind(self, chunk: Chunk) -> str:
        """Return the kind of clause a chunk begins, empty where it goes on with the one before."""
        if self._credits(chunk):
            return "credit"
        if self.current.kind == "credit" and not chunk.point and chunk.lead in _NAMING:
            return ""
        at = self._first_word(chunk)
        bare = at < chunk.end and is_gerund(self.tokens, at, self.language)
        bare = bare and not (self.tree and self.tree.is_noun(at))
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
        resumes = self.waiting is not None and chunk.lead != "joined" and self.current.verb
        if resumes and not self._has_subject(chunk):
            return "resumed"
        if not self.current.verb or self._ends_in_verb(chunk, opening):
            return ""
        return "joined" if chunk.lead == "joined" or opening else "main"

    def _credits(self, chunk: Chunk) -> bool:
        """Tell whether a chunk only says whose words these are (``, according to the port``)."""
        if chunk.lead or not chunk.point or chunk.verbs:
            return False
        if chunk.end < len(self.tokens) and self.tokens[chunk.end].text in ")]":
            return False
        forms = " ".join(t.form for t in self.tokens[chunk.start : chunk.start + PHRASE])
        return any(f"{forms} ".startswith(f"{phrase} ") for phrase in self.language.cue_phrases)

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
        begun = any(clause.parts for clause in self.clauses)
        return bool(joined or (chunk.point and begun))

    def _ends_in_verb(self, chunk: Chunk, opening: bool) -> bool:
        """Tell whether only a conjunction parts two verbs (``shot and killed two``)."""
        helped = self.tokens[chunk.verbs[0].first].form in helping_verbs(self.language)
        if not opening or helped or not self.current.parts:
            return False
        last = self.current.parts[-1][1] - 1
        verbs = verbs_in(self.tokens[max(0, last - 2) : last + 1], self.language)
        return bool(verbs) and verbs[-1].end == min(3, last + 1)

    def _has_subject(self, chunk: Chunk, verb: Verb | None = None) -> bool:
        """Tell whether a verb of a chunk, the first one, has its subject there, by the parse."""
        found = self.tree.subjects_of(verb or chunk.verbs[0]) if self.tree else []
        return any(subject >= chunk.start for subject in found)

    def _taken_up(self, chunk: Chunk) -> int | None:
        """Return where a verb stands, with its adverbs, whose subject waits, by the parse."""
        if self.waiting is None or self.tree is None:
            return None
        for verb in chunk.verbs:
            subjects, first = self.tree.subjects_of(verb), verb.first
            if not subjects or not any(a <= subjects[-1] < b for a, b in self.waiting.parts):
                continue
            while first > chunk.start and self._is_adverb_of(first - 1, verb):
                first -= 1
            return first if first > chunk.start else None
        return None

    def _is_adverb_of(self, at: int, verb: Verb) -> bool:
        tree = self.tree
        return bool(
            tree and tree.relations[at] == "advmod" and tree.heads[at] == tree.head_of(verb)
        )

    def _resuming(self, chunk: Chunk, kind: str) -> int | None:
        """Return where, behind a clause between, the verb of the clause around it stands."""
        if found := self._taken_up(chunk):
            return found
        if self.waiting is None or chunk.point or kind not in ("relative", "content"):
            return None
        if kind == "content":
            return next((v.first for v in chunk.verbs[:0:-1] if self._judges(chunk, v)), None)
        return next((verb.first for verb in chunk.verbs[1:] if self._is_main(verb)), None)

    def _judges(self, chunk: Chunk, verb: Verb) -> bool:
        """Tell a verb that calls the clause of a report true or not (``… is a lie``)."""
        before = [token.form for token in self.tokens[: chunk.start + 1]]
        behind = [token.form for token in self.tokens[verb.first : chunk.end]]
        return judges_report(before, behind, self.language)

    def _is_main(self, verb: Verb) -> bool:
        """Tell a verb from a participle that describes the noun before it (``armed with``)."""
        after = self.tokens[verb.end].form if verb.end < len(self.tokens) else ""
        return verb.firm or after not in self.language.prepositions


_NAMING = frozenset({"relative", "joined"})
_INSERTED = frozenset({"relative", "content", "adverbial", "participle", "credit"})
