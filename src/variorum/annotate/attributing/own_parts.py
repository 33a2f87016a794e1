"""Which stretches of a content are its own: those that its cue, and no other, reaches.

The annotator gives each stretch to the nearest cue. Where the cue of a stretch was not found, or
stands on the far side of another, that is the wrong one: sentences, marks and the words between
tell so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from variorum.annotate.attributing.drafts import TAGS, Draft
from variorum.annotate.attributing.learned import touching, trimmed
from variorum.annotate.marks import Marked
from variorum.annotate.sentences import sentence_at
from variorum.model.spans import Span, Spans, overlap


def with_own_parts(
    drafts: Iterable[Draft], text: str, sentences: Sequence[Span], marked: Sequence[Marked]
) -> list[Draft]:
    """Return ``drafts`` without the stretches that are not theirs, none that had only such.

    Args:
        drafts: by the annotator, in the order of the text.
        text: of the article.
        sentences: whole ones, in order.
        marked: the outermost stretches in marks, in order.
    """
    reading = _Reading(text, sentences, marked)
    kept: list[Draft] = []
    for draft in drafts:
        spans = reading.without_topic(draft, reading.reached(draft))
        near = (reading.in_reach(span, draft) for span in spans)
        spans = tuple(span for span in near if span[0] < span[1])
        if any(reading.tags(speech, draft) for speech in kept[-TAGS:]):
            spans = tuple(reading.up_to_speech(draft, spans))
        if spans == draft.spans:
            kept.append(draft)
        elif spans:
            kept.append(reading.made_of(draft, spans))
    return kept


def told_apart(drafts: Iterable[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """Return ``drafts``, and out of each the reports that the rules tell apart behind its own.

    ``Poe said [it leaks, but Roe said it does not].`` are two reports, where ``Poe said [that Roe
    said it leaks].`` is one.

    Args:
        drafts: by the annotator.
        ruled: by rule, in the order of the text.
    """
    cued = [draft for draft in ruled if draft.cue]
    told: list[Draft] = []
    for draft in drafts:
        own = [r for r in cued if len(draft.spans) == 1 and _is_beginning(r, draft)]
        after = own[0].spans[-1][1] if own else draft.spans[-1][1]
        others = [r for r in cued if r.source and _lies_behind(r, after, draft.spans[-1])]
        if others:
            draft = replace(draft, spans=own[0].spans, marks=own[0].marks, form=own[0].form)
        told += [draft, *others]
    return told


def _is_beginning(ruled: Draft, draft: Draft) -> bool:
    """Tell whether the rules give the same cue the beginning of a content alone."""
    (content,) = draft.spans
    same = overlap(ruled.cue[0], draft.cue[0]) > 0 and ruled.spans[0][0] == content[0]
    return same and ruled.spans[-1][1] < content[1]


def _lies_behind(ruled: Draft, start: int, content: Span) -> bool:
    parts = (*ruled.spans, *ruled.cue, *((ruled.source,) if ruled.source else ()))
    return all(part[1] <= content[1] for part in parts) and all(
        part[0] >= start for part in (*ruled.spans, *ruled.cue)
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text with its sentences and its stretches in marks."""

    text: str
    sentences: Sequence[Span]
    marked: Sequence[Marked]

    def reached(self, draft: Draft) -> Spans:
        """Return the stretches that no words of another sentence part from the cue's nearest.

        Nor is a stretch without marks in another sentence reached.
        ``Poe promised [a new dam]. Nobody asked [about the cost].``
        """
        ahead = [s for s in draft.spans if s[0] < draft.cue[0][0]]
        behind = [s for s in draft.spans if s[0] >= draft.cue[0][0]]
        while any(self._parted(near, far) for far, near in pairwise(ahead)):
            del ahead[0]
        while any(self._parted(*pair) for pair in pairwise(behind)):
            del behind[-1]
        home = self._sentence(draft.cue[-1][0])
        while ahead and behind and not touching(behind[-1], self.marked):
            if self._sentence(behind[-1][0]) == home:
                break
            del behind[-1]
        return (*ahead, *behind)

    def in_reach(self, span: Span, draft: Draft) -> Span:
        """Return of a stretch the sentence next to the cue, and on from it those with marks.

        ``[Will it hold? It will], said Poe.`` ``Poe said [“It will.” Few agree].``
        """
        first = bisect_right(self.sentences, span[0], key=lambda s: s[1])
        parts = []
        for start, end in self.sentences[first:]:
            if start >= span[1]:
                break
            parts.append((max(start, span[0]), min(end, span[1])))
        ahead = span[0] < draft.cue[0][0]
        near, *others = (parts[::-1] if ahead else parts) or [span]
        for part in others:
            if not touching(part, self.marked):
                break
            near = min(near[0], part[0]), max(near[1], part[1])
        found = (near[0], span[1]) if ahead else (span[0], near[1])
        return span if found == span else trimmed(self.text, found)

    def without_topic(self, draft: Draft, spans: Spans) -> Spans:
        """Return the stretches without what a tag says of the speech before it.

        ``“[No],” said Poe of [the plan for a dam].``
        """
        cue, last = draft.cue[-1], spans[-1]
        between = self.text[cue[1] : last[0]].strip()
        aside = last[0] >= cue[1] and (not between or any(c.isalnum() for c in between))
        if not aside or len(spans) < 2 or self._sentence(cue[0]) != self._sentence(last[0]):
            return spans
        told = touching(last, self.marked) or spans[0] not in draft.marks
        return spans if told else spans[:-1]

    def tags(self, speech: Draft, draft: Draft) -> bool:
        """Tell whether the cue of a draft stands in the tag of a speech.

        ``“Yes,” said Poe, who [likes] dams.``
        """
        if speech.form != "direct" or speech.spans[-1][1] > speech.cue[0][0]:
            return False
        first, second = speech.cue[0][0], draft.cue[0][0]
        return first < second and self._sentence(first) == self._sentence(second)

    def up_to_speech(self, draft: Draft, spans: Spans) -> Iterator[Span]:
        """Yield the stretches up to a sentence behind the cue's that begins with words in marks.

        ``“Yes,” said Poe, who likes [dams. “They last.”]``
        """
        end = self._sentence(draft.cue[0][0])[1]
        for span in spans:
            speech = [
                m.outer[0]
                for m in touching(span, self.marked)
                if m.outer[0] >= end and m.outer[0] == self._sentence(m.outer[0])[0]
            ]
            if not speech:
                yield span
                continue
            before = trimmed(self.text, (span[0], max(span[0], speech[0])))
            if before[0] < before[1]:
                yield before
            return

    def made_of(self, draft: Draft, spans: Spans) -> Draft:
        """Return a draft with some of its stretches only."""
        within = [m for span in spans for m in touching(span, self.marked)]
        marks = tuple(m.inner for m in within)
        direct = all(span in marks for span in spans)
        return replace(
            draft,
            spans=spans,
            marks=marks,
            form="direct" if direct else "mixed" if marks else "indirect",
            joins=any(m.joins for m in within),
        )

    def _parted(self, near: Span, far: Span) -> bool:
        """Tell whether stretches stand in two sentences, with words between or no marks."""
        one, other = sorted((near, far))
        between = self.text[one[1] : other[0]]
        apart = self._sentence(one[1] - 1) != self._sentence(other[0])
        return apart and (any(c.isalnum() for c in between) or not touching(far, self.marked))

    def _sentence(self, place: int) -> Span:
        return self.sentences[max(0, sentence_at(self.sentences, place))]
