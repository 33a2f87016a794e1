"""Words that a label and a colon, or the end of a heading, give to a speaker.

``Minister: dam will hold`` and ``Dam will hold, says minister`` are attributed headings; ``Q:``,
``Reporter:`` or a name begin the lines of an interview, in which every word is the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.attributing.labels import LINE_LABEL, behind_labels, is_kicker, speaks
from variorum.annotate.tokens import Token, tokens_in
from variorum.languages import Language
from variorum.model.annotation import Mention
from variorum.model.article import Article, Block
from variorum.model.spans import Span, Spans, covers, strip
from variorum.model.words import words_in

# The most words of a label, and of what a heading names behind its verb of speech.
LABEL = 4
SOURCE = 6
# The fewest words that a heading gives to somebody.
LEAST = 3
_PAUSES = frozenset({",", "–", "—", "-"})
_MARKS = "\"'”’»"
_FINITE = frozenset({"third", "past"})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that begins with a label: its number, the label, the colon and the words behind it."""

    number: int
    block: Span
    label: Span
    colon: Span
    said: Span
    asks: bool


def with_labels(
    drafts: Sequence[Draft], article: Article, mentions: Sequence[Mention], language: Language
) -> list[Draft]:
    """Return drafts with the attributed headings and the interviews that none of them is of.

    Args:
        drafts: of an article, in any order.
        article: the text.
        mentions: its names and roles.
        language: of the article.
    """
    body = article.body()
    drafts = list(behind_labels(drafts, article, mentions, language))
    told = {draft.block for draft in drafts if draft.cue}
    found: list[Draft] = []
    for number, block in enumerate(body):
        if block.kind != "paragraph" and number not in told:
            found += [
                replace(d, block=number) for d in _heading(article, block, mentions, language)
            ]
    people = _first_people(mentions)
    for run in _interviews(article, body):
        found += _spoken(article, run, people, language)
    marks = {draft.block: () for draft in found} | _marks(drafts)
    taken = {draft.block for draft in found}
    kept = [draft for draft in drafts if draft.block not in taken]
    mended = [_with_marks(draft, marks[draft.block], article) for draft in found]
    return sorted([*kept, *mended], key=lambda draft: draft.spans)


def _marks(drafts: Sequence[Draft]) -> dict[int, Spans]:
    found: dict[int, set[Span]] = {}
    for draft in drafts:
        found.setdefault(draft.block, set()).update(draft.marks)
    return {number: tuple(sorted(spans)) for number, spans in found.items()}


def _with_marks(draft: Draft, marks: Spans, article: Article) -> Draft:
    """Return a draft with the stretches in marks that it holds, without marks around all of it."""
    (span,) = draft.spans
    held = tuple(mark for mark in marks if covers(span, mark))
    if len(held) == 1:
        around = article.text[span[0] : held[0][0]] + article.text[held[0][1] : span[1]]
        if not any(c.isalnum() for c in around):
            return replace(draft, spans=held, marks=held, form="direct")
    form = "mixed" if held and draft.form == "indirect" else draft.form
    return replace(draft, marks=held, form=form)


def _heading(
    article: Article, block: Block, mentions: Sequence[Mention], language: Language
) -> Iterator[Draft]:
    """Yield what a heading gives to who stands before its colon, or at its end."""
    text, (start, end) = article.text, block.span
    label = LINE_LABEL.match(text, start, end)
    if label is not None and is_kicker(label[1], language):
        start = label.end()
        label = LINE_LABEL.match(text, start, end)
    if label is not None:
        source, said = label.span(1), strip(text, (label.end(), end))
        words = list(words_in(text, source))
        if len(words) <= LABEL and speaks(source, mentions, text, language):
            yield from _draft(text, said, (source[1], source[1] + 1), source)
        return
    tokens = tokens_in(text, (start, end), ())
    for at in range(LEAST + 1, len(tokens)):
        cue = language.cues.get(tokens[at].form)
        if cue is None or cue.form not in _FINITE or cue.group == "ask":
            continue
        found = _behind(tokens, at, language)
        if found is not None:
            pause, source = found
            said = strip(text, (start, tokens[pause].span[0]))
            yield from _draft(text, said, tokens[at].span, source)
            return


def _behind(tokens: Sequence[Token], at: int, language: Language) -> tuple[int, Span] | None:
    """Return the pause before a verb of speech and the source beside that.

    It ends with all, or before a clause of its own (``says agent as tour is axed``).
    """
    if tokens[at - 1].text in _PAUSES:
        joints = (n for n in range(at + 2, len(tokens)) if tokens[n].form in language.subordinators)
        pause, first, last = at - 1, at + 1, next(joints, len(tokens))
    elif at == len(tokens) - 1:
        pauses = (place for place in range(at - 1, 0, -1) if tokens[place].text in _PAUSES)
        pause, first, last = next(pauses, 0), 0, at
        first = pause + 1
    else:
        return None
    source = tokens[first:last]
    plain = all(token.kind == "word" for token in source)
    if pause < LEAST or not 0 < len(source) <= SOURCE or not plain:
        return None
    return pause, (source[0].span[0], source[-1].span[1])


def _draft(text: str, said: Span, cue: Span, source: Span) -> Iterator[Draft]:
    if sum(1 for _ in words_in(text, said)) >= LEAST:
        yield Draft(
            spans=(said,),
            marks=(),
            form="indirect",
            use="speech",
            cue=(cue,),
            source=source,
            head=source,
            heading=True,
            sentence=said,
        )


def _interviews(article: Article, body: Sequence[Block]) -> Iterator[list[_Line]]:
    """Yield the runs of labelled lines in which one asks and another answers."""
    run: list[_Line] = []
    for number, block in enumerate(body):
        line = _line(article, number, block) if block.kind == "paragraph" else None
        if line is not None:
            run.append(line)
        if line is None or number == len(body) - 1:
            if _is_interview(article, run):
                yield run
            run = []


def _line(article: Article, number: int, block: Block) -> _Line | None:
    text = article.text
    found = LINE_LABEL.match(text, *block.span)
    if found is None or sum(1 for _ in words_in(text, found.span(1))) > LABEL:
        return None
    said = strip(text, (found.end(), block.span[1]))
    asks = text[slice(*said)].rstrip(_MARKS).endswith("?")
    colon = found.end(1), found.end(1) + 1
    return _Line(number, block.span, found.span(1), colon, said, asks)


def _is_interview(article: Article, run: Sequence[_Line]) -> bool:
    """Tell whether somebody asks in a run, and somebody else speaks next."""
    labels = [_name(article, line) for line in run]
    pairs = zip(run, labels, labels[1:], strict=False)
    return any(line.asks and one != next_ for line, one, next_ in pairs)


def _name(article: Article, line: _Line) -> str:
    """Return a label by its last word, in lower case: "Paul Arne" and "Arne" are one."""
    *_, last = words_in(article.text, line.label)
    return last.form


def _spoken(
    article: Article, run: Sequence[_Line], people: Sequence[Mention], language: Language
) -> Iterator[Draft]:
    """Yield the lines of an interview: who asks first, asks; the others answer."""
    labels = [_name(article, line) for line in run]
    asking = {label for line, label in zip(run, labels, strict=True) if line.asks}
    first = next(label for line, label in zip(run, labels, strict=True) if line.asks)
    asking &= language.asking_labels | {first}
    guest = _guest(people, run[0].block[0])
    for at, (line, label) in enumerate(zip(run, labels, strict=True)):
        question = line.asks and label in asking
        unnamed = label in language.answering_labels or label in language.asking_labels
        after = run[at + 1] if at + 1 < len(run) else None
        known = after is not None and labels[at + 1] not in language.answering_labels
        yield Draft(
            spans=(line.said,),
            marks=(),
            form="direct",
            use="question" if question else "speech",
            cue=(line.colon,),
            source=None if unnamed else line.label,
            head=None if unnamed else line.label,
            asked=(after.label if after and known else guest) if question else None,
            replies=at > 0 and run[at - 1].asks and labels[at - 1] != label,
            block=line.number,
            sentence=line.block,
            alone=label in language.answering_labels,
        )


def _first_people(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the first mentions of the first two people of an article."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.kind == "person" and mention.name not in {m.name for m in found}:
            found.append(mention)
        if len(found) > 1:
            break
    return found


def _guest(people: Sequence[Mention], before: int) -> Span | None:
    """Return where the only person is named that is named before a place, None if several are."""
    named = [mention.span for mention in people if mention.span[1] <= before]
    return named[0] if len(named) == 1 else None
