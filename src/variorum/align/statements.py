"""Statements of several witnesses that say the same, and those that only one witness carries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.align.carried import grams_of, stands, witnesses_read
from variorum.align.claims import Claim, both_spoken, claims_of
from variorum.align.origins import Ties, count_origins
from variorum.align.rarity import Rarity, rarity
from variorum.align.relating.holdings import rows_of
from variorum.align.relating.joining import Joining
from variorum.align.relating.likeness import Likeness, compare
from variorum.align.relating.nearness import read_nearness
from variorum.align.relating.parting import parted
from variorum.align.relating.reasons import reasons_of
from variorum.align.relating.told_of_whom import tell_of_others
from variorum.align.relating.verdicts import Verdict, judge_alike
from variorum.align.ruled import ruled_verdicts
from variorum.model.annotation import AnnotatedArticle
from variorum.model.identity import sign
from variorum.model.rulings import NO_RULINGS, Decisions
from variorum.model.spans import Span, Spans, is_mostly_in, union
from variorum.model.spoken import quoted_in, spoken_in
from variorum.model.story import Relation, StatementReading, Utterance

# Words are looked up by their beginning, so that inflected forms meet.
PREFIX = 5
# Two claims are compared in full when words they share hold this part of the lighter claim.
GATE = 0.25
# A word that more statements hold than this, and than this many a witness, tells nothing apart.
COMMON = 20
COMMON_PER_WITNESS = 4
REASONS_SHOWN = 8

Edge = tuple[int, int]
Group = tuple[int, ...]


def relate(
    articles: Sequence[AnnotatedArticle],
    ties: Ties,
    *,
    utterances: Sequence[Utterance] = (),
    decisions: Decisions = NO_RULINGS,
) -> tuple[Relation, ...]:
    """Return how statements of different witnesses stand to one another, in content order.

    ``same`` holds two or more statements of as many witnesses, each alike to each (complete
    linkage); every other relation holds two, and stands for all that say the same as they do.
    Statements that fit no group keep their best pair. What stands in direct prints of one
    utterance alone is not told: the utterance tells it.

    Args:
        articles: the witnesses of one story.
        ties: what ties their statements, to count origins.
        utterances: of their quotations.
        decisions: how a person ruled that two of them stand.
    """
    claims = claims_of(articles)
    rare = _rarity(claims)
    verdicts = ruled_verdicts(_judged(claims, rare, articles), claims, rare, decisions)
    same = {edge: v for edge, v in verdicts.items() if v.relation == "same"}
    groups = _groups(same, claims)
    told = _Told.of(articles, utterances)
    found = [
        _grouped(group, claims, same, rare)
        for group in groups
        if not told.together([claims[index] for index in group])
    ]
    for v in _between(groups, verdicts):
        if told.together((v.one, v.other)):
            continue
        reasons = tuple(reasons_of(v, rare))
        found.append(_relation(v.relation, (v.one, v.other), v.score, reasons))
    sources = {a.article.id: a.article for a in articles}
    signed = (sign(count_origins(one, ties), sources) for one in found)
    return tuple(sorted(signed, key=_order))


@dataclass(frozen=True, slots=True)
class _Told:
    """The utterances of which statements stand in quote marks, by the ids of both."""

    utterances: Mapping[str, str]

    @classmethod
    def of(cls, articles: Sequence[AnnotatedArticle], utterances: Sequence[Utterance]) -> _Told:
        of = {print_: utterance.id for utterance in utterances for print_ in utterance.prints}
        inside = (
            pair
            for a in articles
            for marked in ([q for q in a.quotations if q.form == "direct"],)
            for pair in quoted_in(a.statements, marked).items()
        )
        return cls({statement: of[print_] for statement, print_ in inside if print_ in of})

    def together(self, claims: Iterable[Claim]) -> bool:
        """Tell whether all of some claims stand in direct prints of one utterance."""
        found = {self.utterances.get(claim.statement.id) for claim in claims}
        return len(found) == 1 and None not in found


def _spoken(item: AnnotatedArticle) -> Mapping[str, str]:
    return spoken_in(item.statements, item.quotations)


def find_single(
    articles: Sequence[AnnotatedArticle],
    relations: Sequence[Relation],
    utterances: Sequence[Utterance] = (),
) -> tuple[str, ...]:
    """Return the ids of the statements that only one witness carries, by witness and place.

    They are in no relation, and for the most part no print of an utterance that others print too;
    nor does another witness have their words, though it makes no statement of them. What stands
    in direct speech is told with its utterance. What stands in a language that has no file is
    none of them: nobody can tell what it says.
    """
    read = witnesses_read(articles)
    related = {reading.statement for relation in relations for reading in relation.readings}
    said = _said_elsewhere(articles, utterances)
    grams = grams_of(articles)
    alone = (
        s
        for a in articles
        if a.article.id in read
        for spoken in (_spoken(a),)
        for s in a.statements
        if s.id not in related
        and s.id not in spoken
        and not is_mostly_in(s.spans, said.get(s.witness, ()))
    )
    texts = {a.article.id: a.article.text for a in articles}
    statements = (
        s
        for s in alone
        if not any(stands(texts[s.witness], s.spans, grams[o]) for o in grams if o != s.witness)
    )
    return tuple(s.id for s in sorted(statements, key=lambda s: (s.witness, s.spans, s.id)))


def _said_elsewhere(
    articles: Sequence[AnnotatedArticle], utterances: Sequence[Utterance]
) -> dict[str, Spans]:
    """Return by witness the words of its prints of utterances that another one prints too."""
    prints = {q.id: q for a in articles for q in a.quotations}
    found: dict[str, list[Span]] = defaultdict(list)
    for utterance in utterances:
        rows = [prints[key] for key in utterance.prints if key in prints]
        if len({row.witness for row in rows}) > 1:
            for row in rows:
                found[row.witness] += row.spans
    return {witness: union(spans) for witness, spans in found.items()}


def _rarity(claims: Sequence[Claim]) -> Rarity:
    """Weigh the words of claims; the speech in an article is a text of its own.

    So it makes no words commoner that the article tells itself.
    """
    texts: dict[tuple[str, bool], list[Sequence[str]]] = defaultdict(list)
    for claim in claims:
        texts[claim.article.id, claim.spoken].append(claim.keys)
    return rarity(texts.values())


def _order(relation: Relation) -> tuple[object, ...]:
    return (tuple((r.witness, r.spans) for r in relation.readings), relation.relation, relation.id)


def _judged(
    claims: Sequence[Claim], rare: Rarity, articles: Sequence[AnnotatedArticle]
) -> dict[Edge, Verdict]:
    """Return what is found of the pairs of claims that share enough words, by their words alone.

    What is left is joined by nearness where the encoder knows the language of both.
    """
    found: dict[Edge, Verdict] = {}
    if len(articles) == 1:
        return found
    unsettled: dict[Edge, Likeness] = {}
    likenesses: dict[Edge, Likeness] = {}
    for edge in _candidates(claims, rare, len(articles)):
        one, other = claims[edge[0]], claims[edge[1]]
        likeness = compare(one, other, rare)
        if tell_of_others(one, other, likeness):
            continue
        verdict = judge_alike(one, other, likeness)
        verdict = verdict and parted(verdict, one, other, likeness)
        if verdict:
            found[edge], likenesses[edge] = verdict, likeness
        elif one.vocabulary.known and other.vocabulary.known and not both_spoken(one, other):
            unsettled[edge] = likeness
    settled = {(a, claims[b].article.id) for edge in found for a, b in (edge, edge[::-1])}
    likely = sorted(unsettled, key=lambda edge: (-unsettled[edge].score, edge))
    nearness = read_nearness(articles, claims, likely)
    joining = Joining(claims, rare, nearness, rows_of(articles, claims))
    one_thing = {
        edge: verdict
        for edge, verdict in found.items()
        if not joining.puts_another(edge, verdict, likenesses[edge])
    }
    return one_thing | joining.join_all(unsettled, settled)


def _candidates(claims: Sequence[Claim], rare: Rarity, witnesses: int) -> Iterator[Edge]:
    """Yield pairs of claims of two witnesses that share enough words to be worth comparing."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        for key in sorted({token.key[:PREFIX] for token in claim.tokens}):
            postings[key].append(index)
    most = COMMON + COMMON_PER_WITNESS * witnesses
    totals = [sum(rare(t.key) for t in claim.tokens) for claim in claims]
    for index, claim in enumerate(claims):
        met: dict[int, float] = defaultdict(float)
        for token in claim.tokens:
            known = postings[token.key[:PREFIX]]
            counts = rare(token.key)
            for other in known if len(known) <= most else ():
                met[other] += counts
        for other, shared in sorted(met.items()):
            apart = claims[other].article.id != claim.article.id
            if other > index and apart and shared >= GATE * min(totals[index], totals[other]):
                yield index, other


def _groups(same: dict[Edge, Verdict], claims: Sequence[Claim]) -> list[Group]:
    """Group statements by complete linkage, best pairs first, one statement a witness."""
    group: dict[int, Group] = {index: (index,) for edge in same for index in edge}
    best = sorted(same, key=lambda edge: (-same[edge].score, edge))
    for one, other in best:
        first, second = group[one], group[other]
        if first != second and _linked(first, second, same, claims):
            merged = tuple(sorted(first + second))
            group.update(dict.fromkeys(merged, merged))
    alone = {index for index, members in group.items() if len(members) == 1}
    groups: set[Group] = {members for members in group.values() if len(members) > 1}
    for edge in best:
        if not alone.isdisjoint(edge):
            groups.add(edge)
            alone.difference_update(edge)
    return sorted(groups)


def _between(groups: Sequence[Group], verdicts: dict[Edge, Verdict]) -> list[Verdict]:
    """Return the other relations, the best only where statements of two groups have several."""
    group = {index: members for members in groups for index in members}
    best: dict[tuple[Group, Group, str], Verdict] = {}
    for (one, other), verdict in sorted(verdicts.items(), key=lambda v: (-v[1].score, v[0])):
        if verdict.relation != "same":
            sides = sorted((group.get(one, (one,)), group.get(other, (other,))))
            best.setdefault((sides[0], sides[1], verdict.relation), verdict)
    return list(best.values())


def _linked(
    first: Sequence[int],
    second: Sequence[int],
    same: dict[Edge, Verdict],
    claims: Sequence[Claim],
) -> bool:
    """Tell whether every member of one group is alike to every member of the other."""
    witnesses = [claims[index].article.id for index in (*first, *second)]
    edges = ((min(a, b), max(a, b)) for a in first for b in second)
    return len(set(witnesses)) == len(witnesses) and all(edge in same for edge in edges)


def _grouped(
    group: Group, claims: Sequence[Claim], same: dict[Edge, Verdict], rare: Rarity
) -> Relation:
    """Return the relation of a group; its first statement is set beside each other one."""
    edges = [edge for i, a in enumerate(group) for b in group[i + 1 :] if (edge := (a, b)) in same]
    shown = (reason for b in group[1:] for reason in reasons_of(same[group[0], b], rare))
    return _relation(
        "same",
        [claims[index] for index in group],
        min(same[edge].score for edge in edges),
        tuple(dict.fromkeys(shown))[:REASONS_SHOWN],
    )


def _relation(
    kind: str, claims: Iterable[Claim], score: float, reasons: tuple[str, ...]
) -> Relation:
    readings = tuple(
        StatementReading(statement=c.statement.id, witness=c.article.id, spans=c.statement.spans)
        for c in claims
    )
    return Relation(
        id="", relation=kind, readings=readings, origins=0, score=round(score, 3), reasons=reasons
    )
