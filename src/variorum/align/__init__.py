"""From the witnesses of a story to what they share and what only one of them has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.align.copies import find_copies
from variorum.align.events import find_events
from variorum.align.flags import find_flags
from variorum.align.omissions import Points, find_omissions
from variorum.align.origins import find_origins, ties_of
from variorum.align.place_relations import relate_places
from variorum.align.spoken import spoken_clashes
from variorum.align.statements import find_single, relate
from variorum.align.utterances import find_utterances, read_prints
from variorum.model.annotation import AnnotatedArticle
from variorum.model.rulings import NO_RULINGS, Decisions
from variorum.model.story import Alignment, Story

__all__ = ["Align"]


@dataclass(frozen=True, slots=True)
class Align:
    """Aligns the witnesses of one story: a stage over all records of one key, *together*.

    Args:
        decisions: what rulings ask for, of prints, relations and origins.
    """

    decisions: Decisions = NO_RULINGS

    def __call__(self, story: Story, articles: Sequence[AnnotatedArticle]) -> Alignment:
        """Return what ``articles`` share and what only one has; their order says nothing."""
        witnesses = tuple(sorted(articles, key=lambda item: item.article.id))
        prints = read_prints(witnesses)
        utterances = find_utterances(witnesses, prints, decisions=self.decisions)
        copies = find_copies(witnesses)
        ties = ties_of(witnesses, copies, decisions=self.decisions)
        relations = relate(witnesses, ties, utterances=utterances, decisions=self.decisions)
        single = find_single(witnesses, relations, utterances)
        return Alignment(
            story=story,
            utterances=utterances,
            relations=relations,
            single=single,
            copies=copies,
            origins=find_origins(utterances, relations, witnesses, ties),
            omissions=find_omissions(witnesses, Points(utterances, relations, single), ties),
            events=find_events(witnesses, prints, utterances, relations),
            place_relations=relate_places(witnesses),
            flags=find_flags(witnesses, spoken_clashes(prints, utterances)),
        )
