"""Drafts from what the trained annotator found, made exact by the quote marks of the text.

The annotator says about where a content begins and ends; where that is in or at words in marks,
the marks decide.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.annotate.annotator import Found
from variorum.annotate.attributing.cues import turns_round
from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.marks import Marked
from variorum.annotate.sentences import sentence_at
from variorum.languages import Cue, Language
from variorum.model.article import Article
from variorum.model.datelines import without_dateline
from variorum.model.spans import Span, Spans, covers, overlap
from variorum.model.words import words_in

# A content that has less of a stretch in marks than this part of it leaves it alone.
TOUCHED = 0.2
_NONE = Cue(lemma="", group="", form="")
_ASIDE = frozenset(",;:(—–")


def learned_drafts(
    text: str, found: Iterable[Found], marked: Sequence[Marked], language: Language
) -> list[Draft]:
    """Return a draft for each attribution, in the order of their contents; none overlap.

    An attribution whose cue stands inside marks is somebody's speech about speech, and left to
    the quotation around it.

    Args:
        text: of the article.
        found: what the annotator found.
        marked: the outermost stretches in marks, in order.
        language: of the article.
    """
    drafts: list[Draft] = []
    taken: list[Span] = []
    for one in sorted(found, key=lambda f: f.content):
        if any(covers(m.inner, one.cue) for m in touching(one.cue, marked)):
            continue
        parts = [_exact(text, part, marked) for part in one.content]
        free = [p for p in parts if p and not _clashes(p, [*taken, one.cue])]
        content = tuple(sorted({p for p in free if p}))
        draft = _draft(text, one, content, marked, language=language) if content else None
        if draft and _is_speech(text, draft, language):
            taken.extend(content)
            drafts.append(draft)
    return drafts


def _is_speech(text: str, draft: Draft, language: Language) -> bool:
    """Tell an attribution from a verb that attributes nothing.

    One without a source or marks (``a vote is expected``) needs a verb of speech and a clause,
    and its verb no subject (``is recalling``); a text that corrects itself quotes nobody.
    """
    if draft.source:
        if language.corrects(text[slice(*draft.source)]) or _is_article(text, draft, language):
            return False
        return bool(draft.marks) or draft.use == "question" or not _acts(text, draft, language)
    if draft.use == "question" or (draft.marks and draft.told):
        return True
    clause = language.auxiliaries | language.modals | language.common_verbs
    clause |= language.complementisers
    cue = [w.form for w in words_in(text, draft.cue[0])]
    acts = not language.be_forms.isdisjoint(cue) and language.cues.get(cue[-1], _NONE).form
    return (
        draft.told
        and acts != "gerund"
        and any(w.form in clause for s in draft.spans for w in words_in(text, s))
    )


def _is_article(text: str, draft: Draft, language: Language) -> bool:
    """Tell whether what stands for a source is an article, so that its verb is a noun."""
    named = [word.form for word in words_in(text, draft.source)]
    return len(named) == 1 and named[0] in language.times.articles


def _acts(text: str, draft: Draft, language: Language) -> bool:
    """Tell a verb that does something from one that says it, where no clause and no marks do.

    (``The firm recalls its kettles``; ``The recall covers two models``; ``The deal, which must be
    approved by the board``)
    """
    forms = [w.form for w in words_in(text, draft.cue[0])]
    if not language.verdicts.isdisjoint(forms) or _awaits(draft, forms, language):
        return True
    content = [w.form for span in draft.spans for w in words_in(text, span)] or [""]
    if not draft.told:
        cut = draft.spans[0] < draft.cue[0] and content[-1] in language.clause_relatives
        return cut or (draft.source is not None and _is_thing(text, draft.source, language))
    cues = (language.cues[form].lemma for form in forms if form in language.cues)
    done = {part for lemma in cues for part in (lemma, f"{lemma} {forms[-1]}")}
    said = language.complementisers | language.auxiliaries | language.modals | {"to"}
    return not done.isdisjoint(language.object_acts) and said.isdisjoint(content[:3])


def _awaits(draft: Draft, cue: Sequence[str], language: Language) -> bool:
    """Tell what somebody has yet to do with a thing (``The sale must be approved by voters``)."""
    behind = draft.source is not None and draft.source[0] >= draft.cue[0][1]
    passive = not language.be_forms.isdisjoint(cue)
    due = not language.modals.isdisjoint(cue) or "to" in cue
    return behind and passive and due and draft.spans[-1][1] <= draft.cue[0][0]


def _is_thing(text: str, source: Span, language: Language) -> bool:
    """Tell one thing with its article from a name, people, a body or a text."""
    words = list(words_in(text, source))
    if len(words) < 2 or words[0].form not in language.determiners:
        return False
    if any(not text[w.span[0]].islower() for w in words[1:]):
        return False
    known = language.person_nouns | language.role_nouns | language.group_nouns
    known |= language.people.keys() | language.speech_nouns | language.work_nouns
    known |= language.organisation_words
    last = words[-1].form
    return language.singular(last) is None and known.isdisjoint(w.form for w in words)


def placed(drafts: Iterable[Draft], article: Article, sentences: Sequence[Span]) -> list[Draft]:
    """Return ``drafts`` with the paragraph and sentence each begins in.

    Args:
        drafts: of the article.
        article: the text.
        sentences: whole ones, in order.
    """
    blocks = article.body()
    found = []
    for draft in drafts:
        at = draft.spans[0][0]
        number = bisect_right(blocks, at, key=lambda b: b.span[0]) - 1
        sentence = sentences[sentence_at(sentences, at)]
        heading = blocks[number].kind != "paragraph"
        found.append(replace(draft, block=number, sentence=sentence, heading=heading))
    return found


def preferred(learned: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """Return the learned drafts, and of those by rule what adds words in marks to them.

    Args:
        learned: by the annotator, in order.
        ruled: by rule, in order.
    """
    named = {d.spans for d in ruled if not d.cue and d.use == "title"}
    learned = [d for d in learned if d.told or d.spans not in named]
    spoken = sorted(span for d in learned for span in (*d.spans, *d.cue))
    asked = {d.cue[0]: d.asked for d in ruled if d.cue and d.asked}
    kept = [d for d in ruled if not d.cue or (d.marks and not _meets(d, spoken))]
    told = [
        replace(d, asked=d.asked or next((asked[c] for c in asked if overlap(c, d.cue[0])), None))
        for d in learned
    ]
    return [*told, *kept]


def _meets(draft: Draft, spans: Sequence[Span]) -> bool:
    """Tell whether a draft shares a word with one of ``spans``, which are in order."""
    for part in (*draft.spans, *draft.cue):
        at = bisect_left(spans, part[1], key=lambda s: s[0])
        if at and spans[at - 1][1] > part[0]:
            return True
    return False


def _clashes(part: Span, others: Iterable[Span]) -> bool:
    return any(overlap(part, other) for other in others)


def touching(span: Span, marked: Sequence[Marked]) -> Sequence[Marked]:
    """Return the stretches in marks that share a character with ``span``."""
    first = bisect_right(marked, span[0], key=lambda m: m.outer[1])
    last = bisect_left(marked, span[1], key=lambda m: m.outer[0])
    return marked[first:last]


def _exact(text: str, part: Span, marked: Sequence[Marked]) -> Span | None:
    """Return a content's span with each stretch in marks wholly inside or wholly outside it."""
    start, end = part
    within: list[Span] = []
    near = touching(part, marked)
    for stretch in near:
        size = stretch.inner[1] - stretch.inner[0]
        if overlap(part, stretch.inner) >= TOUCHED * size:
            start, end = min(start, stretch.outer[0]), max(end, stretch.outer[1])
            within.append(stretch.outer)
        elif stretch.outer[0] <= start:
            start = min(stretch.outer[1], end)
        else:
            end = max(stretch.outer[0], start)
    start, end = trimmed(text, without_dateline(text, (start, end)))
    start, end = min([start, *(w[0] for w in within)]), max([end, *(w[1] for w in within)])
    alone = [m for m in near if covers(m.outer, (start, end))]
    if alone:
        return alone[0].inner
    return (start, end) if start < end else None


def trimmed(text: str, span: Span, edge: str = " \t\r\n\xa0.,;:—–-") -> Span:
    """Return a span without the points, dashes and white space at its edges."""
    start, end = span
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return start, end


def _draft(
    text: str, one: Found, content: Spans, marked: Sequence[Marked], *, language: Language
) -> Draft:
    within = [m for span in content for m in touching(span, marked)]
    quoted = {m.inner for m in within}
    direct = all(span in quoted for span in content)
    forms = [w.form for w in words_in(text, one.cue)]
    groups = _groups(forms, language)
    asks = "ask" in groups and _is_question(text, content[0], language)
    passive = _is_passive(text, one, forms, language)
    asked = one.source if passive and "ask" in groups else None
    source = None if passive else one.source
    return Draft(
        spans=content,
        marks=tuple(sorted(quoted)),
        form="direct" if direct else "mixed" if quoted else "indirect",
        use="question" if asks or asked else "speech",
        told=bool(groups),
        cue=(one.cue,),
        source=source,
        head=source and _head(text, source),
        asked=asked,
        negated=_is_negated(text, forms, content[0], language)
        or _is_nobody(text, one.source, language),
        goes_on="add" in groups,
        replies="answer" in groups,
        joins=any(m.joins for m in within),
    )


def _groups(forms: Sequence[str], language: Language) -> set[str]:
    return {language.cues[form].group for form in forms if form in language.cues}


def _is_passive(text: str, one: Found, forms: Sequence[str], language: Language) -> bool:
    """Tell whether the subject is the one who is told or asked (``Owners told to stop``)."""
    lemmas = {language.cues[form].lemma for form in forms if form in language.cues}
    groups = _groups(forms, language)
    if not (lemmas & language.object_controls or groups & {"ask", "tell"}):
        return False
    if not language.be_forms.isdisjoint(forms):
        return True
    bare = not text[one.cue[1] : one.content[0][0]].strip()
    follows = one.cue[1] <= one.content[0][0] and one.source is not None
    infinitive = next((w.form for w in words_in(text, one.content[0])), "") == "to"
    return bare and follows and infinitive and bool(lemmas & language.object_controls)


def _is_negated(text: str, cue: Sequence[str], content: Span, language: Language) -> bool:
    """Tell whether a cue says that something was not said (``did not say``, ``refused to say``).

    Of ``refused to say`` the verb of speech may stand in the content.
    """
    ahead = [w.form for w in words_in(text, content)][:2]
    forms = [*cue, *ahead] if ahead[:1] == ["to"] else cue
    verbs = [at for at, form in enumerate(forms) if form in language.cues]
    last = verbs[-1] if verbs else len(forms)
    return any(map(language.negates, forms)) or any(
        turns_round(form, language) for form in forms[:last]
    )


def _is_nobody(text: str, source: Span | None, language: Language) -> bool:
    """Tell whether a source says that there is none (``nobody could say``)."""
    first = next((w.form for w in words_in(text, source)), "") if source else ""
    return first in language.negations


def _is_question(text: str, content: Span, language: Language) -> bool:
    """Tell whether what is asked is a question, and no request (``asked him to leave``)."""
    first = next((w.form for w in words_in(text, content)), "")
    ends = text[content[0] : content[1] + 1].rstrip("\"'”’").endswith("?")
    return ends or first in language.question_words


def _head(text: str, source: Span) -> Span:
    """Return a source up to its first aside: the phrase without what explains it."""
    for at in range(source[0] + 1, source[1]):
        if text[at] in _ASIDE and (text[at] not in ",:" or not text[at + 1 : at + 2].isdigit()):
            return trimmed(text, (source[0], at))
    return source
