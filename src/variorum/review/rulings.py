"""Rulings: an append-only list of a person's decisions, replayed on every new reading.

A ruling names its targets by ids that rest on bytes and words (:mod:`variorum.model.identity`),
so it holds when a witness is added and never slides to a look-alike. Of two rulings that decide
one thing the later stands. What no longer applies is told, never dropped.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from variorum.model.annotation import AnnotatedArticle, Quotation, Speaker, Statement
from variorum.model.rulings import Decisions, Pair, Ruling, sorted_pair
from variorum.model.spans import overlap

log = logging.getLogger("variorum")

Question = tuple[str, str | Pair]
"""One thing that can be decided: of what kind it is, and of which target or pair."""
Answer = str | bool | tuple[str, str] | None

# Stands for the speaker whom the annotator found.
_AS_READ = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """Rulings set against a reading: what they ask for, and what became of each of them."""

    decisions: Decisions
    rulings: tuple[Ruling, ...]


def replay(
    rulings: Iterable[Ruling],
    articles: Sequence[AnnotatedArticle],
    versions: Collection[str] = (),
) -> Replay:
    """Return what ``rulings``, in the order they were made, ask of a reading of ``articles``.

    Those about none of the ``articles`` concern other readings: they are counted in the log and
    left out. Not so those about other ``versions`` of the same pages, given by the ids of these
    witnesses: they wait, and are told.
    """
    known = set(_known(articles))
    witnesses = {found.article.id for found in articles}
    told = list({ruling.id: ruling for ruling in rulings}.values())
    near = witnesses.union(versions)
    here = [ruling for ruling in told if not near.isdisjoint(ruling.witnesses)]
    log.info("%d of %d rulings concern these witnesses", len(here), len(told))
    undone = _undone(here)
    answers: dict[Question, tuple[Answer, str]] = {}
    state: dict[str, tuple[str, str | None]] = {}
    for ruling in here:
        state[ruling.id] = _standing(ruling, known, witnesses, undone)
        known.add(ruling.id)
        if state[ruling.id][0] == "applied":
            answers |= {question: (answer, ruling.id) for question, answer in _answers(ruling)}
    for ruling in here:
        if state[ruling.id][0] == "applied":
            later = {answers[question][1] for question, _ in _answers(ruling)}
            if later and ruling.id not in later:
                state[ruling.id] = ("superseded", f"by {', '.join(sorted(later))}")
    decisions = _decisions({question: answer for question, (answer, _) in answers.items()})
    told_of = (replace(r, state=state[r.id][0], reason=state[r.id][1]) for r in here)
    return Replay(decisions=decisions, rulings=tuple(told_of))


def ruled(found: AnnotatedArticle, decisions: Decisions) -> AnnotatedArticle:
    """Return an article as ruled: quotations left out or of another use, speakers of other names.

    Statements that stand in a quotation whose speaker was renamed are held by that name too; a
    quotation that answers one that is left out answers none.
    """
    kept = [q for q in found.quotations if q.id not in decisions.left_out]
    renamed = {q.id: decisions.speakers[q.id] for q in kept if q.id in decisions.speakers}
    if len(kept) == len(found.quotations) and not renamed and not decisions.uses:
        return found
    quotations = tuple(_quotation(q, decisions) for q in kept)
    of = [q for q in found.quotations if renamed.get(q.id)]
    statements = tuple(_statement(s, of, decisions) for s in found.statements)
    return replace(found, quotations=quotations, statements=statements)


def _known(articles: Iterable[AnnotatedArticle]) -> frozenset[str]:
    """Return the ids that a ruling may have as its targets."""
    return frozenset(
        id_
        for found in articles
        for ids in (
            (found.article.id,),
            (quotation.id for quotation in found.quotations),
            (statement.id for statement in found.statements),
        )
        for id_ in ids
    )


def _undone(rulings: Sequence[Ruling]) -> dict[str, str]:
    """Return the ids of the rulings that a later one undoes, and of that one."""
    undone: dict[str, str] = {}
    for ruling in reversed(rulings):
        if ruling.verdict == "undo" and ruling.id not in undone:
            undone |= dict.fromkeys(ruling.targets, ruling.id)
    return undone


def _standing(
    ruling: Ruling, known: Collection[str], witnesses: Collection[str], undone: Mapping[str, str]
) -> tuple[str, str | None]:
    """Return the state of a ruling and its reason, later rulings on its matter left aside."""
    if ruling.id in undone:
        return "undone", f"by {undone[ruling.id]}"
    if not set(ruling.witnesses) <= set(witnesses):
        absent = len(set(ruling.witnesses) - set(witnesses))
        return "waiting", f"{absent} of its {len(ruling.witnesses)} witnesses not read here"
    missing = [target for target in ruling.targets if target not in known]
    if missing:
        return "stale", f"no longer found: {', '.join(missing)}"
    return "applied", None


def _answers(ruling: Ruling) -> Iterator[tuple[Question, Answer]]:
    """Yield what a ruling decides, and how."""
    yes = ruling.verdict in ("accept", "merge")
    pairs = [sorted_pair(*pair) for pair in combinations(sorted(set(ruling.targets)), 2)]
    if ruling.verdict in ("note", "undo"):
        return
    if ruling.subject == "quotation":
        relabelled = ruling.verdict == "relabel"
        for target in ruling.targets:
            yield ("use", target) if relabelled else ("kept", target), ruling.to or yes
    elif ruling.subject == "speaker" and ruling.verdict != "split":
        name = {"accept": _AS_READ, "reject": None}.get(ruling.verdict, ruling.to)
        yield from ((("speaker", target), name) for target in ruling.targets)
    elif ruling.subject == "relation":
        kind = "same" if ruling.verdict == "merge" else ruling.to
        first = (kind, ruling.targets[0]) if kind else None
        yield from ((("relation", pair), first) for pair in pairs)
    else:
        matter = "origin" if ruling.subject == "origin" else "print"
        yield from (((matter, pair), yes) for pair in pairs)


def _decisions(answers: Mapping[Question, Answer]) -> Decisions:
    """Return answers in the terms of the stages that are asked to keep to them."""
    of: dict[str, dict[str, Answer]] = defaultdict(dict)
    on: dict[str, dict[Pair, Answer]] = defaultdict(dict)
    for (matter, target), answer in answers.items():
        if isinstance(target, str):
            of[matter][target] = answer
        else:
            on[matter][target] = answer
    return Decisions(
        left_out=frozenset(target for target, kept in of["kept"].items() if not kept),
        uses={target: str(use) for target, use in of["use"].items()},
        speakers={t: _name(name) for t, name in of["speaker"].items() if name is not _AS_READ},
        together=frozenset(pair for pair, yes in on["print"].items() if yes),
        apart=frozenset(pair for pair, yes in on["print"].items() if not yes),
        relations={p: a if isinstance(a, tuple) else None for p, a in on["relation"].items()},
        one_origin=frozenset(pair for pair, yes in on["origin"].items() if yes),
        other_origins=frozenset(pair for pair, yes in on["origin"].items() if not yes),
    )


def _name(answer: Answer) -> str | None:
    return answer if isinstance(answer, str) else None


def _quotation(quotation: Quotation, decisions: Decisions) -> Quotation:
    speaker = quotation.speaker
    if quotation.id in decisions.speakers:
        speaker = _speaker(decisions.speakers[quotation.id], speaker)
    asked = None if quotation.answers in decisions.left_out else quotation.answers
    use = decisions.uses.get(quotation.id, quotation.use)
    return replace(quotation, speaker=speaker, answers=asked, use=use)


def _speaker(name: str | None, read: Speaker | None) -> Speaker | None:
    """Return a speaker as ruled; the words that this witness has for them stay pointed at."""
    if name is None:
        return None
    kind, span = (read.kind, read.span) if read else ("person", None)
    return Speaker(name=name, kind=kind, span=span, how="ruled")


def _statement(
    statement: Statement, renamed: Iterable[Quotation], decisions: Decisions
) -> Statement:
    holder = statement.holder
    for quotation in renamed:
        read = quotation.speaker
        same = holder is not None and read is not None and holder.name == read.name
        if same and any(overlap(a, b) for a in quotation.spans for b in statement.spans):
            return replace(statement, holder=_speaker(decisions.speakers[quotation.id], holder))
    return statement
