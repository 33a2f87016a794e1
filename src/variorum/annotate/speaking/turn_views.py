"""What the chooser of speakers is shown of a quotation and of each person who may have spoken it.

The features follow those of He, Barbosa and Kondrak (2013) and of Muzny et al. (2017): who is
mentioned beside the words and how, who spoke before and speaks after, whom the words address,
and whether a pronoun agrees.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from variorum.annotate.speaking.talk import (
    BEHIND,
    GENDERS,
    HE,
    KINDS,
    NEXT,
    NOBODY,
    OTHER,
    PAST,
    Talk,
    agrees,
)
from variorum.model.annotation import Speaker
from variorum.model.spans import Span

# How far the narrator's words before a quotation are looked at, in code points.
FAR = 3000
# What an alternation is worth one paragraph further off.
DECAY = 0.75
# How far behind a quotation somebody it is told to may be named, in code points.
TOLD = 120
# Where in a row it stands whether the rules name the person.
GUESSED = 22
_ASKS = ("?”", '?"', "?’")
_HOWS = {None: 0.0, "named": 1.0, "role": 2.0, "pronoun": 3.0, "carried": 4.0}


def view(talk: Talk, at: int, guess: Speaker | None, numbers: Sequence[int]) -> list[list[float]]:
    """Return a row of features for each person who may speak turn ``at``.

    Args:
        talk: its conversation, decided up to ``at``.
        at: the place of the turn.
        guess: what the rules say, or None.
        numbers: of the people, as ``candidates`` returns them.
    """
    scene = _Scene(talk, at)
    shared = scene.shared()
    guessed = None if guess is None else talk.people.number(guess.name)
    how = _HOWS[guess.how if guess else None]
    fitting = float(sum(agrees(talk.people.people[n], scene.pronoun) >= 0 for n in numbers))
    order = sorted(numbers, key=lambda n: (scene.last(n), n))
    fits = [n for n in order if agrees(talk.people.people[n], scene.pronoun or scene.beat) >= 0]
    rows = []
    for number in numbers:
        own = [*scene.mentions(number), *scene.turns(number), *scene.agreement(number)]
        rank = float(order.index(number))
        fit = float(fits.index(number)) if number in fits else 20.0
        rows.append([*shared, how, fitting, float(guessed == number), rank, fit, *own])
    return rows


class _Scene:
    """What stands around one turn."""

    def __init__(self, talk: Talk, at: int) -> None:
        self.talk, self.at, self.turn = talk, at, talk.turns[at]
        self.people, self.text = talk.people, talk.people.cast.article.text
        self.before = talk.turns[at - 1] if at else None
        self.next = talk.turns[at + 1] if at + 1 < len(talk.turns) else None
        start, end = self.turn.outer
        block = talk.blocks[self.turn.draft.block].span
        self.block = block
        first = self.turn.draft.spans[0][1]
        upto = self.next.outer[0] if self.next else block[1]
        self.behind = (first, max(first, min(block[1], upto, end + BEHIND)))
        since = self.before.outer[1] if self.before else 0
        self.ahead = (max(since, start - FAR, 0), start)
        self.told_behind = self.people.told_in(self.behind)
        self.told_ahead = self.people.told_in(self.ahead)
        self.pronoun = self.turn.kind
        self.beat = self._beat()
        self.lead = self._lead()
        self._spoken_to()
        self.heard = {n for _, n in self.people.quoted_in(self.turn.outer)}

    def _beat(self) -> int:
        """Return the pronoun that the words behind open with."""
        return self._opening(self.behind)

    def _lead(self) -> int:
        """Return the pronoun that opens the last sentence before, in the same paragraph."""
        start = self.turn.outer[0]
        sentences = list(self.people.cast.sentences_before(max(start - 1, 0)))
        if not sentences or sentences[0][0] < max(self.block[0], self.ahead[0]):
            return 0
        return self._opening((sentences[0][0], start))

    def _opening(self, span: Span) -> int:
        for (start, _), form in self.people.pronouns_in((span[0], min(span[1], span[0] + 30))):
            words = self.text[span[0] : start].split()
            return KINDS.get(form, OTHER) if len(words) <= 2 else 0
        return 0

    def shared(self) -> list[float]:
        """Return what is the same for all people."""
        start, end = self.turn.outer
        inside = self.text[start:end].rstrip("\"'”’» ")
        following = self.text[end : end + 2].strip(" ,")
        behind, ahead = self.behind[1] - self.behind[0], self.ahead[1] - self.ahead[0]
        before, after = self.before, self.next
        block = self.turn.draft.block
        asked = before is not None and self.text.endswith(_ASKS, 0, before.outer[1])
        return [
            float(self.pronoun),
            float(self.beat),
            float(self.lead),
            float(".,!?—;…".find(inside[-1:])),
            float(following[:1].islower()),
            float(min(4, block - before.draft.block)) if before else 5.0,
            float(min(4, after.draft.block - block)) if after else 5.0,
            float(min(end - start, 600)),
            float(min(behind, 300)),
            float(min(ahead, 1000)),
            float(asked),
            float(start - self.block[0] <= 1),
            float(before is not None and before.sure),
            float(before is not None and before.number is not None),
            float(before.kind) if before else 10.0,
            float(["direct", "mixed", "indirect"].index(self.turn.draft.form)),
            float(len({n for _, n in self.told_ahead})),
            float(len({n for _, n in self.told_behind})),
            float(after.kind) if after else 10.0,
            float(before is not None and before.draft.block == block),
        ]

    def last(self, number: int) -> int:
        """Return how far back the narrator last mentioned somebody."""
        told = self.people.people[number].told
        start = self.turn.outer[0]
        at = bisect_left(told, (start, start)) - 1
        return min(FAR, start - told[at][0]) if at >= 0 else FAR

    def mentions(self, number: int) -> list[float]:
        """Return how and where a person is mentioned around the turn."""
        start = self.turn.outer[0]
        person = self.people.people[number]
        behind = [at for at, (_, n) in enumerate(self.told_behind) if n == number]
        ahead = [at for at, (_, n) in enumerate(self.told_ahead) if n == number]
        near = self.told_behind[behind[0]][0] if behind else None
        back = self.told_ahead[ahead[-1]][0] if ahead else None
        heads = [self._heads(self.told_ahead[at][0]) for at in ahead[-2:]]
        return [
            float(near[0] - self.behind[0]) if near else 999.0,
            float(behind[0]) if behind else 9.0,
            float(len(behind)),
            float(self._verb_behind(near)) if near else 0.0,
            float(start - back[1]) if back else float(FAR),
            float(len(self.told_ahead) - 1 - ahead[-1]) if ahead else 99.0,
            float(ahead[0]) if ahead else 99.0,
            float(len(ahead)),
            float(back is not None and back[0] >= self.block[0]),
            float(heads[-1]) if heads else -1.0,
            float(any(heads)),
            float(self.last(number)),
            float(len(person.told)),
            float(len(person.quoted)),
            float(["named", "role", "pronoun"].index(person.how)),
            float(number in self.heard),
        ]

    def _heads(self, span: Span) -> bool:
        """Tell whether a mention is near the head of its sentence."""
        sentence = next(self.people.cast.sentences_before(span[0] + 1), (span[0], 0))
        begin = max(sentence[0], self.ahead[0])
        return len(self.text[begin : span[0]].split()) <= 1

    def _verb_behind(self, span: Span) -> int:
        """Return how a mention behind stands: first (1), after one word (2), later (3)."""
        words = self.text[self.behind[0] : span[0]].replace("”", " ").replace('"', " ").split()
        return min(4, 1 + len([w for w in words if w[:1].isalnum()]))

    def turns(self, number: int) -> list[float]:
        """Return when a person spoke, speaks next, and is spoken to."""
        turns, at, here = self.talk.turns, self.at, self.turn.paragraph
        past = [k for k in range(1, min(PAST, at) + 1) if turns[at - k].number == number]
        back = [here - turns[at - k].paragraph for k in past]
        firm = [d for k, d in zip(past, back, strict=True) if turns[at - k].sure]
        later = [t.paragraph - here for t in turns[at + 1 : at + 1 + NEXT] if t.number == number]
        kinds = {self.turn.kind, self.beat} & GENDERS.keys()
        alike = [t.number for t in turns[max(0, at - PAST) : at] if t.kind in kinds][-1:]
        person = self.people.people[number]
        same = self.before is not None and self.before.draft.block == self.turn.draft.block
        return [
            float(self.recent.index(number)) if number in self.recent else 9.0,
            float(alike == [number]) if alike else -1.0,
            float(firm[0]) if firm else 9.0,
            _alternation(back),
            _alternation(firm),
            _alternation(later),
            float(agrees(person, self.next.kind if self.next else NOBODY)),
            float(agrees(person, self.before.kind if self.before else NOBODY)),
            float(back[0]) if back else 9.0,
            float(back[1]) if len(back) > 1 else 9.0,
            float(len(past)),
            float(same and past[:1] == [1]),
            float(later[0]) if later else 9.0,
            float(len(later)),
            float(number in self.called),
            float(number in self.hailed),
            float(number in self.told),
            float(len(self.recent)),
            float(later[:1] == [0]),
        ]

    def _spoken_to(self) -> None:
        """Find who is named in the words before and behind, and who they are told to."""
        before, after = self.before, self.next
        people = self.people
        self.called = {n for _, n in people.quoted_in(before.outer)} if before else set()
        self.hailed = {n for _, n in people.quoted_in(after.outer)} if after else set()
        told = (before.outer[1], before.outer[1] + TOLD) if before else (0, 0)
        self.told = {n for _, n in people.told_in(told)}
        self.recent: list[int] = []
        for turn in reversed(self.talk.turns[max(0, self.at - PAST) : self.at]):
            if turn.number is not None and turn.number not in self.recent:
                self.recent.append(turn.number)

    def agreement(self, number: int) -> list[float]:
        """Return how well a person agrees with the pronouns beside the turn."""
        he = self.people.people[number].he
        return [
            float(agrees(self.people.people[number], self.pronoun)),
            float(agrees(self.people.people[number], self.beat)),
            float(agrees(self.people.people[number], self.lead)),
            _leaning(he, self.pronoun),
            _leaning(he, self.beat),
            float({"m": 1, "f": 2, "": 0}[self.people.people[number].gender]),
        ]


def _alternation(distances: Sequence[int]) -> float:
    """Return how well turns at these distances, in paragraphs, fit two who take turns."""
    return sum((1.0 if d % 2 == 0 else -1.0) * DECAY**d for d in distances)


def _leaning(he: int, pronoun: int) -> float:
    """Return how far the pronouns behind a name speak for this pronoun, 9 for no pronoun."""
    return float(max(-5, min(5, he if pronoun == HE else -he))) if pronoun in GENDERS else 9.0
