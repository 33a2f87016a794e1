"""Stretches of a sentence between two joints: points, conjunctions and words that open a clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile

from variorum.annotate.stating.numbers import in_measure
from variorum.annotate.stating.trees import Tree, verbs_of
from variorum.annotate.stating.verbs import Verb, verbs_in
from variorum.annotate.tokens import Token
from variorum.languages import Language, withholds

_POINTS = frozenset(",;:()[]—–-…")
_NUMBERED = [False, True, False, False, True]
# So many chunks behind a subject its verb is looked for: the one behind the apposition.
APPOSED = 2
# And so many by the parse, which tells whose verb it is.
FAR = 3
# The first of two ends of what lies between has so many words at most.
BETWEEN = 6
# So many words before a content clause the verb that reports it is looked for.
REACH = 4


@dataclass(frozen=True, slots=True)
class Chunk:
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


def chunks_of(
    tokens: Sequence[Token], language: Language, tree: Tree | None = None
) -> Iterator[Chunk]:
    """Yield the chunks of a stretch of tokens, in order.

    Those are marked whose verb follows behind an apposition (``since the mayor, Bo Roe, left``)
    or, by the parse, behind a conjunction (``since the mayor and his men left``).
    """
    chunks = list(_chunks(tokens, language, tree))
    for at, chunk in enumerate(chunks):
        near = list(takewhile(_is_plain, chunks[at + 1 : at + 1 + APPOSED]))
        acting = [one.verbs[0] for one in near if one.verbs and one.verbs[0].first == one.start]
        opens = bool(chunk.verbs) and chunk.verbs[0] == replace(chunk.verbs[0], first=chunk.start)
        described = bool(acting) and opens and _is_plain(chunk)
        taken = _may_name(tokens, chunk, language, tree) and any(
            _may_act(chunk, verb, tree) for verb in acting
        )
        waits = taken or (tree is not None and _waits(chunk, chunks[at + 1 : at + 1 + FAR], tree))
        subject = waits and bool(chunk.lead) and not chunk.verbs
        yield replace(chunk, subject=subject, described=described)


def _is_plain(chunk: Chunk) -> bool:
    return chunk.point == "," and not chunk.lead


def _may_name(tokens: Sequence[Token], chunk: Chunk, language: Language, tree: Tree | None) -> bool:
    """Tell what may be a subject from what a preposition leads in (``and in white``)."""
    if chunk.start == chunk.end:
        return False
    form = tokens[chunk.start].form
    if form == chunk.word:
        return tree is None or tree.relations[chunk.start] != "case"
    return form not in language.prepositions


def _may_act(chunk: Chunk, verb: Verb, tree: Tree | None) -> bool:
    """Tell whether a chunk may hold the subject of a verb behind it, as far as the parse knows."""
    subjects = tree.subjects_of(verb) if tree else []
    if subjects or (tree and chunk.lead == "joined"):
        return any(chunk.start <= at < chunk.end for at in subjects)
    return True


def _waits(chunk: Chunk, following: Sequence[Chunk], tree: Tree) -> bool:
    """Tell whether, by the parse, a chunk has the subject or conjunction of a verb behind it."""
    verbs = [verb for one in following for verb in one.verbs]
    parts = (at for verb in verbs for at in (*tree.subjects_of(verb), *tree.marks_of(verb)))
    return any(chunk.joint <= at < chunk.end for at in parts)


def _chunks(tokens: Sequence[Token], language: Language, tree: Tree | None) -> Iterator[Chunk]:
    verbs = verbs_of(tokens, language, tree)
    firsts = [verb.first for verb in verbs]
    joints = sorted(set(_joints(tokens, language, tree)) | {0, len(tokens)})
    for start, end in pairwise(joints):
        inside = tuple(verbs[bisect_left(firsts, start) : bisect_left(firsts, end)])
        at, point, lead, word = start, "", "", ""
        while at < end and tokens[at].text in _POINTS:
            point, at = tokens[at].text, at + 1
        if at < end and _joins(tokens, at, language):
            lead, word, at = "joined", tokens[at].form, at + 1
        near = range(at, min(at + 4, end))
        opener = next((n for n in near if _opens(tokens, n, language, tree)), None)
        if opener is not None:
            lead, word = _lead(tokens, opener, language, tree), tokens[opener].form
        yield Chunk(start, at, end, point, lead, word, inside)


def _joints(tokens: Sequence[Token], language: Language, tree: Tree | None) -> Iterator[int]:
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
        elif _opens(tokens, at, language, tree):
            start = _leading(tokens, at, language, tree)
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


def _leading(tokens: Sequence[Token], at: int, language: Language, tree: Tree | None) -> int:
    """Return where the words that belong to an opener begin (``two of whom``, ``even if``)."""
    start = at
    before = tokens[at - 1].form if at else ""
    if before in language.subordinators and before in language.conjunctions | language.adverbs:
        return at - 1
    if before in language.adverbs and tree and tree.goes_with(at - 1, at):
        return at - 1
    pronouns = _pronouns(language)
    if start and tokens[at].form in pronouns and tokens[start - 1].form in language.prepositions:
        start -= 1
        before = tokens[start - 1].form if start else ""
        start -= before in language.numbers or before.isdigit()
    return start


def _joins(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether a word joins two clauses; ``so`` does behind a comma only.

    Two numbered names are one list (``the Esk 2 and Esk 3 boats``), and two ends of what lies
    between them belong together.
    """
    form = tokens[at].form
    if form not in language.conjunctions or form in language.adverbs:
        return False
    if form in language.times.joint and _is_between(tokens, at, language):
        return False
    if at > 1 and [t.form.isdigit() for t in tokens[at - 2 : at + 3]] == _NUMBERED:
        return tokens[at - 2].form != tokens[at + 1].form or not tokens[at + 1].capital
    return form not in language.subordinators or (at > 0 and tokens[at - 1].text in _POINTS)


def _is_between(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell the conjunction of two ends: ``buses between Velm and Sand``."""
    for token in reversed(tokens[max(0, at - BETWEEN) : at]):
        if token.form in language.times.between:
            return True
        if token.text in _POINTS or token.form in language.conjunctions:
            return False
    return False


@cache
def _pronouns(language: Language) -> frozenset[str]:
    return language.clause_relatives | language.question_words


@cache
def openers(language: Language) -> frozenset[str]:
    """Return the words that may open a clause."""
    return (language.subordinators | language.clause_relatives) - language.conjunctions


def _opens(tokens: Sequence[Token], at: int, language: Language, tree: Tree | None) -> bool:
    """Tell whether a word may open a clause; not the first of ``so that``, ``even if``.

    Nor, by the parse, what may stand for a noun or with one (``that was all``, ``on that day``).
    """
    token = tokens[at]
    near = [one.form for one in tokens[max(0, at - 2) : at + 4]]
    if token.kind != "word" or in_measure(near, min(at, 2), language):
        return False
    if token.form not in openers(language):
        return _opens_unled(tokens, at, language, tree)
    within = language.indirect_questions | language.free_relatives
    if token.form in within and not is_withheld(tokens, at, language):
        return False
    if tree and tree.demonstrates(at) and _may_point(tokens, at, language):
        return False
    following = tokens[at + 1].form if at + 1 < len(tokens) else ""
    if token.form not in _pronouns(language) and following in language.prepositions:  # because of
        return False
    return not (token.form in language.adverbs and following in openers(language))


def is_withheld(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether what a word opens is what somebody refuses to say (``declined to say how``)."""
    words = [token.form for token in tokens[max(0, at - REACH) : at + 1]]
    return any(withholds([word], words[n + 1 :], language) for n, word in enumerate(words))


def _may_point(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Tell whether a word that opens contents may do without one (``that day``)."""
    pointing = tokens[at].form in language.complementisers & language.clause_relatives
    before = tokens[at - 1].form if at else ""
    return pointing and before not in language.cues and before not in language.speech_nouns


def _opens_unled(tokens: Sequence[Token], at: int, language: Language, tree: Tree | None) -> bool:
    """Tell whether a pronoun and its verb open a clause that nothing leads in.

    (``the boats they own``, ``hoped she would stay``)
    """
    if tokens[at].form not in language.subject_pronouns or not 0 < at < len(tokens) - 1:
        return False
    before = tokens[at - 1]
    led = before.form in language.conjunctions or before.form in openers(language)
    if before.kind != "word" or led or before.form in language.prepositions:
        return False
    pair = verbs_in(tokens[at : at + 3], language)
    if not pair or pair[0].first != 1:
        return False
    apart = before.span[1] + 1 < tokens[at].span[0]
    return tree is None or apart or tree.is_below(at)


def _lead(tokens: Sequence[Token], at: int, language: Language, tree: Tree | None) -> str:
    """Tell what kind of clause a word opens."""
    form = tokens[at].form
    before = tokens[at - 1].form if at else ""
    if form not in openers(language):
        spoken = before in language.cues or before in language.speech_nouns
        verbal = spoken or bool(verbs_in(tokens[max(0, at - 2) : at], language))
        return "content" if verbal else "relative"
    if tree and form in language.clause_relatives and tree.relates(at):
        return "relative"
    if form in language.complementisers:
        spoken = before in language.cues or before in language.speech_nouns
        if spoken or form not in language.clause_relatives:
            return "content" if form in language.clause_relatives or spoken else "adverbial"
        return "relative"
    if form in language.clause_relatives | language.relatives | {"whose"}:
        return "relative"
    return "content" if form in language.question_words and before in language.cues else "adverbial"
