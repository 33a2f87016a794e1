"""Words beside a quotation that say who speaks, whatever their verb.

Where a quotation ends in a comma, or the words behind it go on in lower case, they belong to its
sentence: ``“Yes,” sighed Poe``; ``“No!” the mayor muttered``. The verb need not be one of speech.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from variorum.annotate.attributing.cues import Use, in_group
from variorum.annotate.attributing.drafts import PARTS, Draft
from variorum.annotate.attributing.sources import (
    Range,
    head_of,
    shared_subject,
    source_after,
    source_before,
    subject_of,
)
from variorum.annotate.attributing.turned import turned
from variorum.annotate.marks import Marked
from variorum.annotate.sentences import sentence_at
from variorum.annotate.tokens import Token, span_of, tokens_in
from variorum.languages import Cue, Language
from variorum.model.article import Article, Block
from variorum.model.spans import Span

# How many code points behind a quotation the words that name who speaks may take.
REACH = 160
# How many words a subject may have before its verb.
SUBJECT = 6
_OPEN_ENDS = (",", "!", "?", "—", "–", "-", "…", "...", ";")
_SAID = frozenset({"speech", "question"})
_NO_CUE = Cue(lemma="", group="", form="")


def with_tags(
    drafts: Iterable[Draft],
    article: Article,
    *,
    sentences: Sequence[Span],
    marked: Sequence[Marked],
    language: Language,
) -> list[Draft]:
    """Return ``drafts``, those in marks without a cue with the one that stands behind them.

    Args:
        drafts: in the order of the text.
        article: the text.
        sentences: whole ones, in order.
        marked: the outermost stretches in marks, in order.
        language: of the article.
    """
    around = _Around(article, sentences, marked, language)
    tagged: list[Draft] = []
    for draft in drafts:
        draft = around.with_tag(around.tidied(turned(draft, article.text, language)))
        if tagged and around.goes_on(tagged[-1], draft):
            tagged[-1] = _joined(tagged[-1], draft)
        else:
            tagged.append(draft)
    return tagged


def _joined(one: Draft, other: Draft) -> Draft:
    """Return two parts of a sentence said with its tag between them as one."""
    return replace(
        one, spans=one.spans + other.spans, marks=one.marks + other.marks, sentence=other.sentence
    )


@dataclass(slots=True)
class _Around:
    """An article in which words beside quotations are looked for."""

    article: Article
    sentences: Sequence[Span]
    marked: Sequence[Marked]
    language: Language
    places: dict[Span, int] = field(init=False)
    blocks: tuple[Block, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.places = {m.inner: at for at, m in enumerate(self.marked)}
        self.blocks = tuple(self.article.body())

    def tidied(self, draft: Draft) -> Draft:
        """Return a draft whose source ends where the words for a person do, and is in no marks."""
        if draft.source is None or draft.head is None:
            return draft
        at = bisect_right(self.marked, draft.source[0], key=lambda m: m.outer[0]) - 1
        if draft.form == "direct" and at >= 0 and self.marked[at].inner[1] >= draft.source[1]:
            return replace(draft, source=None, head=None)
        words = tokens_in(self.article.text, draft.head, ())
        while len(words) > 1 and words[-1].form.endswith("ly") and not words[-1].capital:
            words.pop()
        pronoun = words and words[0].form in self.language.subject_pronouns
        if pronoun and words[0].form not in self.language.relatives and len(words) > 1:
            following = words[1].form
            if following in self.language.prepositions or following == "to":
                return replace(draft, source=words[0].span, head=words[0].span)
        if words and words[-1].span[1] < draft.head[1]:
            head = (draft.head[0], words[-1].span[1])
            source = head if draft.source == draft.head else draft.source
            return replace(draft, source=source, head=head)
        return draft

    def with_tag(self, draft: Draft) -> Draft:
        """Return a direct draft without a source with the words beside it that name one."""
        if draft.cue and not draft.asked and (draft.source is None or self._is_far(draft)):
            draft = self.with_subject(draft)
        if draft.source is not None or draft.form != "direct" or not draft.marks:
            return draft
        places = [self.places[mark] for mark in draft.marks if mark in self.places]
        for at in places[:1] + places[-1:]:
            found = self.behind(draft, at)
            if found is not None:
                return found
        return (self.before(draft, places[0]) if places else None) or draft

    def with_subject(self, draft: Draft) -> Draft:
        """Return a draft with the subject of its verb of speech (``Poe (41) noted that …``)."""
        cue = draft.cue[-1]
        start, end = self._sentence(cue[0])
        start, end = max(start, cue[0] - REACH), min(end, cue[1] + 1)
        at = bisect_left(self.marked, start, key=lambda m: m.outer[1])
        inside = [m for m in self.marked[at : at + PARTS] if m.outer[1] <= end]
        start = max([start, *(m.outer[0] for m in inside[:1])])
        tokens = tokens_in(self.article.text, (start, end), inside)
        for verb, token in enumerate(tokens):
            known = self.language.cues.get(token.form)
            if token.span[0] < cue[0] or known is None or known.form not in {"past", "third"}:
                continue
            use = _use(tokens, verb, self.language)
            helpers = {t.form for t in tokens[use.first : verb]}
            if use.first == 0 or helpers & self.language.be_forms:
                return draft
            source = source_before(tokens, use, self.language) if draft.source is None else None
            if source is None and start == self._sentence(cue[0])[0]:
                source = shared_subject(tokens, use, self.language)
            if source is None or not _speaks(tokens, source, self.language):
                return draft
            span, head = span_of(tokens, source), span_of(tokens, head_of(tokens, source))
            return replace(draft, source=span, head=head)
        return draft

    def _is_far(self, draft: Draft) -> bool:
        """Tell whether the source of a draft stands in a sentence before that of its cue."""
        start = self._sentence(draft.cue[-1][0])[0]
        return draft.source is not None and draft.source[1] <= start

    def behind(self, draft: Draft, at: int) -> Draft | None:
        """Return a draft with the tag that follows its last stretch, the one ``at``."""
        text, end = self.article.text, self.marked[at].outer[1]
        block = self.blocks[draft.block].span
        following = self.marked[at + 1].outer[0] if at + 1 < len(self.marked) else block[1]
        stop = min(block[1], following, end + REACH)
        start = next((place for place in range(end, stop) if text[place].isalnum()), stop)
        lead = text[end:start].strip()
        if start == stop or lead.strip(",;—–-…."):
            return None
        inside = text[slice(*self.marked[at].inner)].rstrip()
        lower = text[start].islower() or text[start : start + 2] in {"I ", "I\u00a0"}
        said = draft.use in _SAID or (draft.use != "title" and self._leads(at))
        if not (inside.endswith(_OPEN_ENDS) or lead[:1] == "," or (lower and said)):
            return None
        ends = self._sentence(start)[1]
        tokens = tokens_in(text, (start, min(stop, max(ends, start))), ())
        found = _inverted(tokens, self.language) or _plain(tokens, self.language)
        if found and not said and tokens[found[0]].form not in self.language.cues:
            return None
        return self._with(draft, tokens, found)

    def before(self, draft: Draft, at: int) -> Draft | None:
        """Return a draft with the verb of speech that leads to it (``Then he said: “Yes”``)."""
        text, language = self.article.text, self.language
        end = self.marked[at].outer[0]
        lead = text[max(0, end - 2) : end].strip()
        bare = draft.use in _SAID and (not lead or lead[-1].isalpha())
        if not end or not (bare or lead[-1:] in {":", ","}):
            return None
        start = max(self._sentence(end - 1)[0], self.blocks[draft.block].span[0], end - REACH)
        last = self.marked[at - 1].outer[1] if at else 0
        tokens = tokens_in(text, (max(start, last), end), ())
        for verb in range(len(tokens) - 1, max(0, len(tokens) - SUBJECT), -1):
            cue = language.cues.get(tokens[verb].form)
            if cue is None or cue.form not in {"past", "third"} or tokens[verb].capital:
                continue
            source = source_before(tokens, _use(tokens, verb, language), language)
            if source is None or not _speaks(tokens, source, language):
                source = subject_of(tokens, verb, language)
            good = source is not None and _speaks(tokens, source, language)
            return self._with(draft, tokens, (verb, source) if good and source else None)
        return None

    def goes_on(self, last: Draft, draft: Draft) -> bool:
        """Tell whether a draft is the rest of the sentence whose first part has a tag behind it."""
        if draft.cue or draft.source or draft.form != "direct" or last.source is None:
            return False
        if last.block != draft.block or last.form != "direct" or last.heading:
            return False
        end, start = last.spans[-1][1], draft.spans[0][0]
        tag = (min(last.source[0], last.cue[0][0]), max(last.source[1], last.cue[-1][1]))
        between = self.article.text[tag[1] : start]
        near = tag[0] > end and start - tag[1] <= REACH and draft.use != "title"
        return near and not any(sign in between for sign in ".!?") and len(last.spans) < PARTS

    def _leads(self, at: int) -> bool:
        """Tell whether the stretch ``at`` begins its sentence."""
        start = self.marked[at].outer[0]
        return start <= self._sentence(start)[0]

    def _sentence(self, place: int) -> Span:
        return self.sentences[sentence_at(self.sentences, place)]

    def _with(
        self, draft: Draft, tokens: Sequence[Token], found: tuple[int, Range] | None
    ) -> Draft | None:
        if found is None:
            return None
        verb, source = found
        group = self.language.cues.get(tokens[verb].form, _NO_CUE).group
        return replace(
            draft,
            cue=draft.cue or (tokens[verb].span,),
            source=span_of(tokens, source),
            head=span_of(tokens, head_of(tokens, source)),
            use="question" if draft.use == "question" else "speech",
            goes_on=group == "add",
            replies=group == "answer",
            alone=False,
        )


def _inverted(tokens: Sequence[Token], language: Language) -> tuple[int, Range] | None:
    """Read ``sighed Poe``."""
    verb = 0
    while verb < len(tokens) and in_group(tokens[verb], language):
        verb += 1
    if verb + 1 >= len(tokens) or not _is_past(tokens[verb], language):
        return None
    if tokens[verb].form in language.auxiliaries:
        return None
    source = source_after(tokens, verb + 1, language)
    return (verb, source) if source and _speaks(tokens, source, language) else None


def _plain(tokens: Sequence[Token], language: Language) -> tuple[int, Range] | None:
    """Read ``the mayor muttered`` and ``he softly sang``."""
    for verb in range(1, min(len(tokens), SUBJECT + 1)):
        if tokens[verb].kind != "word":
            return None
        if not _is_past(tokens[verb], language):
            continue
        source = source_before(tokens, _use(tokens, verb, language), language)
        if source is None or source[0] != 0 or not _speaks(tokens, source, language):
            return None
        return verb, source
    return None


def _use(tokens: Sequence[Token], verb: int, language: Language) -> Use:
    """Return a verb with the adverbs and helping verbs before it."""
    first = verb
    while first > 1 and in_group(tokens[first - 1], language):
        first -= 1
    return Use(first=first, last=verb, head=verb, cue=_NO_CUE)


def _is_past(token: Token, language: Language) -> bool:
    """Tell whether a word is, by its form, a verb that tells what someone did."""
    if token.kind != "word" or token.capital:
        return False
    cue = language.cues.get(token.form)
    if cue is not None:
        return cue.form in {"past", "third"}
    return token.form in language.past or (len(token.form) > 4 and token.form.endswith("ed"))


def _speaks(tokens: Sequence[Token], source: Range, language: Language) -> bool:
    """Tell whether a noun phrase may be a person: a name, pronoun, or noun for a person."""
    words = [t for t in tokens[slice(*source)] if t.kind == "word"]
    if not words or len(words) > SUBJECT + 2:
        return False
    first = words[0].form
    if first in language.subject_pronouns:
        return first not in language.relatives | {"it", "you"}
    if any(t.capital for t in words):
        return True
    people = language.person_nouns | language.role_nouns | language.group_nouns
    people |= language.people.keys()
    known = any(t.form in people or t.form.endswith(_ENDINGS) for t in words)
    return first in language.determiners and known


_ENDINGS = ("man", "woman", "person")
