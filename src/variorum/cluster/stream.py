"""Articles → stories, one by one as they arrive.

An arrival joins the story with the members that it is most like, where the mean score with the
best of them reaches the threshold, and opens one of its own elsewhere: the single pass of topic
detection (Allan, Papka and Lavrenko 1998), with two repairs. Where an arrival fits two stories
whose members are one event on average, they are merged; where a small story no longer holds
together by average linkage (Sokal and Michener 1958), it is split. What an arrival costs depends
on its candidates only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import product

from variorum.cluster.grounds import Ground, alone, of_stories, together
from variorum.cluster.linkage import average_linkage
from variorum.cluster.pairs import Weigh
from variorum.cluster.scorer import score
from variorum.cluster.window import Window
from variorum.model.identity import ID_LENGTH, digest_of
from variorum.model.spans import Span
from variorum.model.stream import Move, Sketch

# A story is looked at where one of its members scores so much; at most so many stories.
LOOKED_AT = 0.2
STORIES = 6
# Of a large story these members stand for all: its first ones and its last.
FIRST, LAST = 4, 8
# With so many of them an arrival has to be alike.
BEST = 3
# A story is split where its parts score so much less than what is asked of an arrival.
SLACK = 0.15
LEAST_SPLIT, MOST_SPLIT = 3, 30
DIGITS = 6

Key = tuple[str, Span | None]


@dataclass(slots=True)
class _Story:
    """A story that may still grow: its age, its members, and their rows while in the window."""

    id: str
    born: int
    members: list[Key] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def some(self) -> list[int]:
        """Return the rows that stand for all."""
        few = len(self.rows) <= FIRST + LAST
        return self.rows if few else self.rows[:FIRST] + self.rows[-LAST:]


@dataclass(frozen=True, slots=True)
class _Fit:
    """How like an arrival is to a story: to its best members and to all, and to which most."""

    story: _Story
    mean: float
    of_all: float
    row: int


class StoryStream:
    """Stories that grow as articles arrive; the same order of arrival gives the same stories.

    Args:
        window_days: so long a story waits for another report; nothing joins it later. A late
            arrival still finds the stories of its own days, as far back.
        least: the mean score, 0 to 1, from which an arrival is of a story.
        weigh: what it says that two sketches share a word, where that is known of a larger body;
            None: it is counted in the window.
    """

    def __init__(
        self, *, window_days: int = 10, least: float = 0.5, weigh: Weigh | None = None
    ) -> None:
        self.least = least
        self._window = Window(window_days, weigh)
        self._stories: dict[str, _Story] = {}
        self._of: dict[int, _Story] = {}
        self._rows: dict[Key, int] = {}
        self._born = 0

    def restore(self, rows: Iterable[tuple[Sketch, str]]) -> None:
        """Take sketches with the ids of their stories, to go on where a stream stopped.

        Args:
            rows: in the order of arrival; those older than the window may be left out.
        """
        for sketch, story in rows:
            if (sketch.article, sketch.passage) not in self._rows:
                self._join(self._put(sketch), story)

    def add(self, sketch: Sketch) -> tuple[Move, ...]:
        """Give an arrival to a story; return what moved, the arrival's own move first.

        Further moves are the merges and splits that it caused, one for each sketch that changes
        its story. A sketch that is there already moves nothing.
        """
        if (sketch.article, sketch.passage) in self._rows:
            return ()
        row = self._put(sketch)
        fits = self._fits(row)
        moves = self._placed(row, fits)
        for fit in fits[1:]:
            moves += self._merged(self._of[row], fit)
        if moves[0].kind == "joined" and (len(moves) > 1 or fits[0].of_all < self.least):
            moves += self._split(self._of[row])
        return tuple(moves)

    def _put(self, sketch: Sketch) -> int:
        row = self._window.add(sketch)
        self._rows[sketch.article, sketch.passage] = row
        for other, gone in self._window.end():
            self._end(other, gone)
        return row

    def _end(self, row: int, sketch: Sketch) -> None:
        """Let a row go; a story without any is over."""
        del self._rows[sketch.article, sketch.passage]
        story = self._of.pop(row)
        story.rows.remove(row)
        if not story.rows:
            del self._stories[story.id]

    def _join(self, row: int, story: str) -> None:
        if story not in self._stories:
            self._stories[story] = _Story(story, self._born)
            self._born += 1
        found = self._stories[story]
        found.rows.append(row)
        found.members.append(self._key(row))
        self._of[row] = found

    def _key(self, row: int) -> Key:
        sketch = self._window.rows[row].sketch
        return sketch.article, sketch.passage

    def _fits(self, row: int) -> list[_Fit]:
        """Return how like an arrival is to the stories of its candidates, the best first."""
        near = score(self._window, row, self._window.candidates(row))
        best: dict[str, tuple[float, int]] = {}
        for other, chance in near.items():
            story = self._of[other].id
            best[story] = max(best.get(story, (-1.0, 0)), (chance, -other))
        looked_at = sorted(
            (story for story, (chance, _) in best.items() if chance >= LOOKED_AT),
            key=lambda story: (-best[story][0], self._stories[story].born),
        )
        fits = []
        for story in looked_at[:STORIES]:
            members = self._stories[story].some()
            near |= score(self._window, row, [other for other in members if other not in near])
            found = [near[other] for other in members]
            best_ones = nlargest(BEST, found)
            fits.append(
                _Fit(
                    story=self._stories[story],
                    mean=sum(best_ones) / len(best_ones),
                    of_all=sum(found) / len(found),
                    row=-best[story][1],
                )
            )
        return sorted(fits, key=lambda fit: (-fit.mean, fit.story.born))

    def _placed(self, row: int, fits: Sequence[_Fit]) -> list[Move]:
        """Let an arrival join the story it fits best, or open one of its own."""
        if fits and fits[0].mean >= self.least:
            kind, story = "joined", fits[0].story.id
            ground = together(self._window.pair(row, fits[0].row), fits[0].mean, self._window.weigh)
        else:
            kind, story = "opened", story_id(self._window.rows[row].sketch)
            ground = alone(fits[0].mean if fits else None, self.least)
        self._join(row, story)
        return _moves(kind, [self._key(row)], (None, story), ground)

    def _merged(self, story: _Story, fit: _Fit) -> list[Move]:
        """Merge the story of an arrival with another that it fits, where these two are alike."""
        other = fit.story
        if fit.mean < self.least or other is story or other.id not in self._stories:
            return []
        pairs = [score(self._window, row, other.some()) for row in story.some()]
        found = [chance for scores in pairs for chance in scores.values()]
        mean = sum(found) / len(found)
        if mean < self.least:
            return []
        kept, gone = sorted((story, other), key=lambda one: one.born)
        del self._stories[gone.id]
        kept.rows = sorted((*kept.rows, *gone.rows))
        kept.members += gone.members
        for row in gone.rows:
            self._of[row] = kept
        return _moves("merged", gone.members, (gone.id, kept.id), of_stories(mean))

    def _split(self, story: _Story) -> list[Move]:
        """Part a story that does not hold together any more; the part it is called by stays.

        A large one is left whole: it would be judged by some of its members only.
        """
        rows = list(story.rows)
        if not LEAST_SPLIT <= len(rows) <= MOST_SPLIT:
            return []
        scores = {
            (rows.index(other), at): chance
            for at, row in enumerate(rows)
            for other, chance in score(self._window, row, rows[:at]).items()
        }
        parts = list(average_linkage(len(rows), scores, self.least - SLACK))
        first = parts.pop(self._founding(story, rows, parts))
        moves: list[Move] = []
        for part in parts:
            found = [scores[min(pair), max(pair)] for pair in product(first, part)]
            moves += self._leave(story, [rows[at] for at in part], sum(found) / len(found))
        return moves

    def _founding(
        self, story: _Story, rows: Sequence[int], parts: Sequence[tuple[int, ...]]
    ) -> int:
        """Return the part with the sketch that a story is called by, else the first."""
        ids = [story_id(self._window.rows[row].sketch) for row in rows]
        held = (at for at, part in enumerate(parts) if story.id in {ids[one] for one in part})
        return next(held, 0)

    def _leave(self, story: _Story, rows: Sequence[int], mean: float) -> list[Move]:
        """Take rows out of a story into one of their own, called by the first of them."""
        opened = story_id(self._window.rows[rows[0]].sketch)
        for row in rows:
            story.rows.remove(row)
            story.members.remove(self._key(row))
            self._join(row, opened)
        return _moves("split", map(self._key, rows), (story.id, opened), of_stories(mean))


def story_id(founder: Sketch) -> str:
    """Return the id of the story that a sketch opens: it hangs on nothing else."""
    return digest_of(["story", founder.article, founder.passage])[:ID_LENGTH]


def _moves(
    kind: str, keys: Iterable[Key], stories: tuple[str | None, str], ground: Ground
) -> list[Move]:
    """Return a move of each key from one story to another, on one ground."""
    return [
        Move(
            kind=kind,
            article=article,
            passage=passage,
            story=stories[1],
            before=stories[0],
            score=ground.score,
            reasons=ground.reasons,
        )
        for article, passage in keys
    ]
