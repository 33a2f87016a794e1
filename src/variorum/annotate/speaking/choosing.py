"""Choosing who speaks where no name stands beside the words: pronouns and untagged turns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from variorum.annotate.attributing.drafts import Draft
from variorum.annotate.speaking.cast import Cast
from variorum.annotate.speaking.couples import is_coupled
from variorum.annotate.speaking.people import NARRATOR, find_people
from variorum.annotate.speaking.speakers import speaker_of
from variorum.annotate.speaking.talk import (
    FIRST,
    GENDERS,
    HE,
    NOBODY,
    OTHER,
    SHE,
    Talk,
    Turn,
    agrees,
    candidates,
    kind_of,
)
from variorum.annotate.speaking.turn_views import GUESSED, view
from variorum.model.annotation import Speaker
from variorum.model.spans import Span, hull
from variorum.model.words import words_in

Choose = Callable[[Talk, int, Sequence[int], Sequence[Sequence[float]]], int | None]
"""A talk, the place of a turn, the people and their features in; the speaker, or None, out."""

# The least chance of the likeliest, and of one whom the rules name too. Of those a little above
# the first six in ten are right in books that were not trained on.
LEAST, AGREED = 0.3, 0.15

_CHOSEN = frozenset({NOBODY, HE, SHE})
_PRONOUNS = frozenset({HE, SHE})
_CLOSED = (".", "!", "?", "…")
_ENDS = (",", ".", "!", "?", "—", "–", "…", "-", ";")


def talk_of(drafts: Sequence[Draft], cast: Cast) -> tuple[Talk, dict[int, int]]:
    """Return the conversation of an article, and which of its turns each draft is.

    Args:
        drafts: in the order of the text.
        cast: of the article.
    """
    sources = [d.head for d in drafts if d.head is not None and not d.heading]
    blocks = tuple(cast.article.body())
    opening = next((block.span[0] for block in blocks if block.kind == "paragraph"), 0)
    talk = Talk(find_people(cast, sources), blocks=blocks, opening=opening)
    places: dict[int, int] = {}
    for place, draft in enumerate(drafts):
        if draft.heading or not _speaks(draft, talk):
            continue
        places[place] = len(talk.turns)
        turn = Turn(draft, _outer(draft, cast), kind=kind_of(cast.article.text, draft.head))
        if turn.kind != NOBODY and not _is_tag(draft, cast):
            turn.kind = NOBODY
        turn.number = _named(talk, turn)
        turn.sure = turn.number is not None
        last = talk.turns[-1] if talk.turns else None
        new = last is None or last.draft.block != draft.block
        turn.paragraph = (last.paragraph if last else 0) + new
        talk.turns.append(turn)
    return talk, places


def _speaks(draft: Draft, talk: Talk) -> bool:
    """Tell whether a draft is somebody's words, and not only words in marks.

    Who asks the question of an interview that begins with ``Q:`` is not to be found.
    """
    if draft.source is not None:
        return True
    if draft.form != "direct" or draft.negated or not (draft.marks or draft.alone):
        return False
    start, end = hull(draft.spans)
    if draft.use in {"speech", "question"}:
        return True
    text = talk.people.cast.article.text
    opens = start - talk.blocks[draft.block].span[0] <= 1 and draft.use != "title"
    return opens or (text[start].isupper() and text.endswith(_ENDS, start, end))


def _outer(draft: Draft, cast: Cast) -> Span:
    """Return a draft's span with the marks around it."""
    start, end = hull(draft.spans)
    text = cast.article.text
    opened = start > 0 and draft.marks and draft.marks[0][0] == start
    closed = end < len(text) and draft.marks and draft.marks[-1][1] == end
    return start - bool(opened), end + bool(closed)


def _named(talk: Talk, turn: Turn) -> int | None:
    """Return the number of the person whom the words beside a quotation name."""
    people, draft = talk.people, turn.draft
    if turn.kind == FIRST:
        return people.number(NARRATOR)
    if turn.kind != OTHER or draft.head is None:
        return None
    speaker = speaker_of(draft, people.cast, None)
    if speaker is None or not _is_trusted(draft, speaker, people.cast):
        return None
    number = people.number(speaker.name)
    if number is not None:
        return number
    told = people.told_in(draft.head)
    words = " ".join(people.cast.article.text[slice(*draft.head)].split())
    return told[-1][1] if told and speaker.how == "role" else people.number(words)


def _is_trusted(draft: Draft, speaker: Speaker, cast: Cast) -> bool:
    """Tell who speaks from what only stands beside (``“Go.” The door opened.``)."""
    return draft.form != "direct" or speaker.kind != "organisation" or _known(draft, cast)


def _known(draft: Draft, cast: Cast) -> bool:
    """Tell whether a cue holds a verb of speech."""
    text, known = cast.article.text, cast.language.cues
    return any(w.form in known for cue in draft.cue for w in words_in(text, cue))


def _is_tag(draft: Draft, cast: Cast) -> bool:
    """Tell a tag from a sentence of its own behind the words (``“Go.” I looked up.``)."""
    text = cast.article.text
    behind = draft.cue and draft.cue[0][0] > draft.spans[0][1]
    if draft.form != "direct" or not behind or draft.source is None:
        return True
    start = min(draft.source[0], draft.cue[0][0])
    capital = text[start].isupper() and text.endswith(_CLOSED, *draft.spans[0])
    if not capital or draft.source[0] > draft.cue[0][0]:
        return True
    return _known(draft, cast) and not _tells(draft, cast)


def _tells(draft: Draft, cast: Cast) -> bool:
    """Tell whether the verb beside a quotation has a content of its own (``Poe said it was``)."""
    known = cast.language
    rest = cast.article.text[draft.cue[-1][1] : draft.cue[-1][1] + 30]
    if not rest[:1].isspace():
        return False
    first = next((w.form for w in words_in(rest)), "")
    return first in known.subject_pronouns | known.linkers | known.complementisers


def decided(talk: Talk, at: int, guess: Speaker | None, choose: Choose) -> Speaker | None:
    """Return who speaks a turn, and let the talk know.

    Args:
        talk: decided up to this turn.
        at: the place of the turn.
        guess: what the rules say.
        choose: chooses among the people around.
    """
    turn = talk.turns[at]
    if turn.kind == FIRST and turn.number is not None:
        return Speaker(name=NARRATOR, kind="person", span=turn.draft.source, how="pronoun")
    others = _others(talk, at) if turn.kind in _PRONOUNS else frozenset[int]()
    known = None if guess is None else talk.people.number(guess.name)
    if known in others:
        guess = None
    if turn.kind in _PRONOUNS and not turn.sure and _is_open(talk, at, known):
        return None
    if turn.sure or guess is not None or turn.kind not in _CHOSEN:
        if turn.number is None and guess is not None:
            turn.number = talk.people.number(guess.name)
        return guess
    numbers = [number for number in candidates(talk, at) if number not in others]
    turn.number = choose(talk, at, numbers, view(talk, at, guess, numbers)) if numbers else None
    if turn.number is not None and turn.kind in _PRONOUNS and is_coupled(talk, turn, turn.number):
        turn.number = None
        return None
    if turn.number is None:
        return guess if not numbers else None
    return taken(talk, at, guess)


def _is_open(talk: Talk, at: int, known: int | None) -> bool:
    """Tell whether the rules' speaker of a pronoun is no better than another who is named."""
    turn = talk.turns[at]
    if known is not None and (is_coupled(talk, turn, known) or _meets_another(talk, at, known)):
        return True
    last = talk.turns[at - 1] if at else None
    new = last is None or last.draft.block != turn.draft.block
    return new and _is_spliced(turn.draft, talk)


def _meets_another(talk: Talk, at: int, known: int) -> bool:
    """Tell whether somebody of no known gender does something to a man, before “he said”.

    (``Falk sold him the picture. “It is a copy,” he said.``)
    """
    turn, people = talk.turns[at], talk.people
    if agrees(people.people[known], turn.kind) != 0:
        return False
    last = talk.turns[at - 1] if at else None
    near = last is not None and last.draft.block == turn.draft.block
    begin = last.outer[1] if last and near else talk.blocks[turn.draft.block].span[0]
    language = people.cast.language
    objects = language.object_pronouns - language.possessives
    return any(
        form in objects and language.pronouns.get(form) == GENDERS[turn.kind]
        for _, form in people.pronouns_in((begin, turn.outer[0]))
    )


def _is_spliced(draft: Draft, talk: Talk) -> bool:
    """Tell whether a tag may belong to the words in marks alone (``Poe paid, “in cash”, he said``).

    Its narrator's clause then is about who speaks, else about another.
    """
    start, end = draft.spans[0]
    if draft.form != "mixed" or not draft.marks or draft.marks[0][0] <= start:
        return False
    before = talk.people.cast.article.text[start : min(end, draft.marks[0][0])]
    named = talk.people.told_in((start, start + 1))
    return bool(named) and before.rstrip("\"'“‘ \u00a0").endswith(",")


def _others(talk: Talk, at: int) -> frozenset[int]:
    """Return who cannot be a pronoun: whom its own words name, or the same pronoun's before it."""
    turn = talk.turns[at]
    last = talk.turns[at - 1] if at else None
    if last is None or last.kind != turn.kind or last.draft.block != turn.draft.block:
        return _told(talk, turn)
    between = (last.draft.sentence[1], min(turn.outer[0], turn.draft.sentence[0]))
    met = {number for _, number in talk.people.told_in(between)}
    return _told(talk, turn) | (_told(talk, last) - met)


def _told(talk: Talk, turn: Turn) -> frozenset[int]:
    """Return who is named in words reported of a pronoun: “he said Poe lied” is not Poe's.

    That a name and the pronoun over it are two persons is principle C of the theory of binding
    (Chomsky, 1981).
    """
    return frozenset(n for span in turn.draft.spans for _, n in talk.people.told_in(span))


def taken(talk: Talk, at: int, guess: Speaker | None) -> Speaker | None:
    """Return the speaker chosen for a turn, nobody whom only a heading names.

    Args:
        talk: its conversation.
        at: the place of the turn.
        guess: what the rules say.
    """
    turn = talk.turns[at]
    if turn.number is not None:
        person = talk.people.people[turn.number]
        last = (*person.told[-1:], *person.quoted[-1:])
        if all(start < talk.opening for start, _ in last):
            turn.number = None
    return None if turn.number is None else _speaker(talk, turn, guess)


def _speaker(talk: Talk, turn: Turn, guess: Speaker | None) -> Speaker:
    person = talk.people.people[turn.number or 0]
    source = turn.draft.source
    if guess is not None and guess.name == person.name:
        return replace(guess, span=source)
    source = source if turn.kind in _PRONOUNS else None
    how = "carried" if source is None else "pronoun"
    return Speaker(name=person.name, kind="person", span=source, how=how)


def likeliest(
    talk: Talk, at: int, numbers: Sequence[int], rows: Sequence[Sequence[float]]
) -> int | None:
    """Return the likeliest speaker, None where none is likely enough."""
    from variorum.annotate.speaking.speaker_model import chances

    return pick(chances(rows), numbers, rows)


def pick(
    scores: Sequence[float], numbers: Sequence[int], rows: Sequence[Sequence[float]]
) -> int | None:
    """Return the likeliest speaker by their chances, None where none is likely enough."""
    best = max(range(len(numbers)), key=lambda place: (scores[place], -place))
    agreed = rows[best][GUESSED] == 1.0
    return numbers[best] if scores[best] >= (AGREED if agreed else LEAST) else None
