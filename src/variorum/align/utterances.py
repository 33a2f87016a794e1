"""Which quotations print one act of speech, and how their words differ.

Pairs of quotations that share rare words are scored and joined by the modules of
:mod:`variorum.align.gathering`; those of :mod:`variorum.align.collating` set them against each
other and collate them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from variorum.align.collating.apparatus import collate
from variorum.align.collating.asked import Question, of_quotation
from variorum.align.collating.echoes import question_variants
from variorum.align.collating.mark_ends import goes_on, turned_marks
from variorum.align.collating.pairs import Asked, asides_of, asked_of, find_pair_variants, rows_of
from variorum.align.collating.questions import echoes_question
from variorum.align.gathering.act_prints import read_acts, with_acts
from variorum.align.gathering.elsewhere import Page
from variorum.align.gathering.grouping import Exchange, find_links, grouped, is_enough
from variorum.align.gathering.heading_prints import with_headings
from variorum.align.gathering.occasions import day_of
from variorum.align.gathering.similarity import Affinity
from variorum.align.gathering.speakers import match_speakers
from variorum.align.prints import Print, read_print
from variorum.align.ruled import ruled_links
from variorum.model.annotation import AnnotatedArticle, Speaker
from variorum.model.identity import Reading, Source, sign
from variorum.model.rulings import NO_RULINGS, Decisions
from variorum.model.spans import Span, overlap
from variorum.model.story import Utterance, Variant

_SAID = ("speech", "fragment", "echo")
_SPOKEN = ("speech", "act")


def read_prints(articles: Sequence[AnnotatedArticle]) -> dict[str, Print]:
    """Return the words of each quotation that is speech, a fragment or an echo of it, by its id.

    So are those of a question of a known speaker that nobody is printed to answer.
    """
    answered = {q.answers for found in articles for q in found.quotations}
    return {
        quotation.id: read_print(quotation, found)
        for found in articles
        for quotation in found.quotations
        if quotation.use in _SAID
        or (quotation.use == "question" and quotation.speaker and quotation.id not in answered)
    }


def find_utterances(
    articles: Sequence[AnnotatedArticle],
    prints: Mapping[str, Print] | None = None,
    *,
    decisions: Decisions = NO_RULINGS,
) -> tuple[Utterance, ...]:
    """Return the utterances of one story, in content order.

    Every quotation of use ``speech`` is a print of exactly one utterance; a fragment in marks is
    one only where it echoes an utterance of another place, a heading that echoes what its
    article quotes is one of that, and an act is one of the words that name it.

    Args:
        articles: the witnesses of one story, in any order.
        prints: the words of their quotations, where they were read before.
        decisions: which prints a person ruled together or apart.
    """
    prints = read_prints(articles) if prints is None else prints
    questions = _asked(articles)
    days = {key: day_of(one) for key, one in prints.items()}
    spoken = {key: one for key, one in prints.items() if one.quotation.use != "echo"}
    pages = {found.article.id: Page(found) for found in articles}
    found = ruled_links(find_links(spoken, days), prints, decisions)
    links = {pair: link for pair, link in found.items() if is_enough(pair, link, prints)}
    weak = {pair: link for pair, link in found.items() if pair not in links}
    story = Exchange(prints, links, questions, days, pages, weak, decisions)
    groups, echoed = with_headings(grouped(story), story)
    groups, done, acts = with_acts(groups, read_acts(articles), story)
    prints = {**prints, **acts}
    story = replace(story, prints=prints, links=links | echoed | done)
    kept = [g for g in groups if any(prints[p].quotation.use in _SPOKEN for p in g)]
    lone = _by_word(
        prints[key]
        for group in kept
        for key in group
        if len({prints[one].witness for one in group}) == 1 and not story.question(group)
    )
    told = [tell(group, story, lone) for group in kept]
    return tuple(sorted(told, key=lambda utterance: utterance.prints))


def _asked(articles: Sequence[AnnotatedArticle]) -> dict[str, Print]:
    """Return the words of each quotation that another one answers, by its id."""
    asked = {q.answers for found in articles for q in found.quotations if q.answers}
    return {
        quotation.id: read_print(quotation, found)
        for found in articles
        for quotation in found.quotations
        if quotation.id in asked
    }


Lone = Mapping[str, Sequence[Print]]


def _by_word(prints: Iterable[Print]) -> Lone:
    """Return prints by each content word they have."""
    found: dict[str, list[Print]] = defaultdict(list)
    for one in prints:
        for word in sorted({word.key for word in one.words if word.content}):
            found[word].append(one)
    return found


def tell(group: tuple[str, ...], story: Exchange, lone: Lone) -> Utterance:
    """Put one utterance together from the ids of its prints.

    ``lone`` prints are of utterances that one witness alone has: they may be the words of its
    question.
    """
    prints = [story.prints[key] for key in group]
    joints = _joints([p.quotation.id for p in prints if p.quotation.use != "echo"], story)
    sources: dict[str, Source] = {one.article.id: one.article for one in prints}
    asked = asked_of(prints)
    asides = asides_of(prints, asked)
    placed = find_pair_variants(group, story, asked)
    answers = tuple(key for key in group if key not in asides)
    unsigned = Utterance(
        id="",
        speaker=_name([p.quotation.speaker for p in prints if p.quotation.speaker]),
        edtf=_occasion(prints),
        question=story.question(group),
        prints=group,
        origins=1,
        variants=(
            *(variant for variant, _ in placed),
            *_unbalanced(prints),
            *_echoed(answers, story, lone, asked),
        ),
        segments=collate(rows_of(group, asides, story), group, placed),
        score=min((found.score for found in joints), default=1.0),
        reasons=tuple(sorted({reason for found in joints for reason in found.reasons})),
    )
    return sign(unsigned, sources)


def _joints(group: Sequence[str], story: Exchange) -> list[Affinity]:
    """Return the strongest links that hold a group together: a maximum spanning tree."""
    linked = [(story.links[pair], pair) for pair in combinations(group, 2) if pair in story.links]
    of = {key: key for key in group}
    joints = []
    for found, (one, other) in sorted(linked, key=lambda link: (-link[0].score, link[1])):
        if of[one] != of[other]:
            joints.append(found)
            merged = of[other]
            of = {key: of[one] if root == merged else root for key, root in of.items()}
    return joints


def _echoed(group: Sequence[str], story: Exchange, lone: Lone, asked: Asked) -> list[Variant]:
    """Return the variants of each print of words that are the question's, not the answer's."""
    answers = [story.prints[key] for key in group]
    found: dict[str, list[Variant]] = {}
    for answer, question in _questions(group, story, asked):
        words = {word.key for word in question.words if word.content}
        for key in sorted({one.quotation.id for word in words for one in lone.get(word, ())}):
            one = story.prints[key]
            if key in group or key in found or _stands_in(one, question):
                continue
            if echoes_question(one, question, answers):
                found[key] = [*question_variants(one, question, answer)]
    return [variant for told in found.values() for variant in told]


def _questions(
    group: Sequence[str], story: Exchange, narrated: Asked
) -> list[tuple[Print, Question]]:
    """Return prints with what each answers: a question that is quoted, or else a narrated one."""
    prints = [story.prints[key] for key in group]
    asked = story.question(group)
    if asked is not None:
        answer = next(one for one in prints if one.quotation.answers == asked)
        return [(answer, of_quotation(story.questions[asked]))]
    return [(one, found) for one in prints if (found := narrated.get(one.quotation.id))]


def _stands_in(one: Print, question: Question) -> bool:
    return one.witness == question.article.id and any(
        overlap(span, asked) for span in one.quotation.spans for asked in question.spans
    )


def _unbalanced(prints: Sequence[Print]) -> list[Variant]:
    """Return a variant for each of several prints whose marks are unbalanced, by flag or turned."""
    found = []
    for one in prints if len(prints) > 1 else ():
        spans = one.quotation.spans
        flags = [flag for flag in one.found.flags if flag.kind == "unbalanced-marks"]
        near = [f.note for f in flags if any(_touch(a, b) for a in f.spans for b in spans)]
        told = [*near, *turned_marks(one)] if not goes_on(one) else turned_marks(one)
        if told:
            unsigned = Variant(
                id="",
                kind="unbalanced-marks",
                weight="minor",
                readings=(Reading(witness=one.witness, spans=spans),),
                reasons=(told[0],),
            )
            found.append(sign(unsigned, {one.witness: one.article}))
    return found


def _touch(mark: Span, content: Span) -> bool:
    """Tell whether a mark stands in or beside a stretch of content."""
    return mark[0] <= content[1] and content[0] <= mark[1]


def _name(speakers: Sequence[Speaker]) -> str | None:
    """Return the fullest name of the speaker: a person's before a body's, a name before a role.

    Whom a pronoun was taken for counts only where nobody else is named beside the words.
    """
    printed = [s for s in speakers if s.how == "named"]
    speakers = [s for s in speakers if not any(_is_other(s, named) for named in printed)]
    counts = Counter(
        (s.kind == "person", s.how != "role", not s.name[:1].islower(), len(s.name.split()), s.name)
        for s in speakers
    )
    best = max(counts, key=lambda known: (known[:4], counts[known], known[4]), default=None)
    return best[4] if best else None


def _is_other(one: Speaker, named: Speaker) -> bool:
    guessed = one.how in ("pronoun", "carried")
    return guessed and match_speakers(one, named, None) == "other"


def _occasion(prints: Sequence[Print]) -> str | None:
    """Return when it was said, as finely as a print says; the earlier where they differ."""
    days = {day for one in prints if (day := day_of(one))}
    return min(days, key=lambda day: (-len(day), day), default=None)
