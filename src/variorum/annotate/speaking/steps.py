"""What tells, from turn to turn of a dialogue, whether somebody goes on or another speaks."""

from __future__ import annotations

from variorum.annotate.speaking.talk import HE, NOBODY, SHE, Talk
from variorum.model.words import words_in

# How far apart two turns of one line, and of two, stand close together, in code points.
NEAR, SHORT, LONG = 120, 60, 250
BREAK = 700
# How many words an aside behind a turn has before it is a sentence of its own.
ASIDE = 12
# Of how many words at the end of one turn the first of the next are taken up, and a short turn is.
TAKEN, BRIEF = 4, 3
_PRONOUNS = frozenset({HE, SHE})


def step(talk: Talk, one: int, other: int) -> list[float]:
    """Return what stands between two turns and how they open and close, a number each.

    Args:
        talk: a conversation.
        one: the place of the first turn.
        other: the place of the next.
    """
    last, turn = talk.turns[one], talk.turns[other]
    text = talk.people.cast.article.text
    gap = turn.outer[0] - last.outer[1]
    between = text[last.outer[1] : turn.outer[0]].strip()
    same = last.draft.block == turn.draft.block
    lead = turn.outer[0] - talk.blocks[turn.draft.block].span[0] > 1
    return [
        1.0,
        float(same),
        float(same and gap < NEAR),
        float(same and gap >= LONG),
        float(same and any(sign in between for sign in ".!?")),
        float(gap > BREAK),
        float(turn.paragraph - last.paragraph > 1),
        float(turn.kind == last.kind and turn.kind in _PRONOUNS),
        float(turn.kind != last.kind and {turn.kind, last.kind} == _PRONOUNS),
        *([0.0] * _APART if same else _apart(talk, one, other, lead=lead)),
    ]


_APART = 21


def _apart(talk: Talk, one: int, other: int, *, lead: bool) -> list[float]:
    """Return the numbers for turns in two paragraphs."""
    last, turn = talk.turns[one], talk.turns[other]
    text, known = talk.people.cast.article.text, talk.people.cast.language
    gap = turn.outer[0] - last.outer[1]
    said, says = ([w.form for w in words_in(text, t.outer)] for t in (last, turn))
    closed, closes = (text[slice(*t.outer)].rstrip("\"'”’» ")[-1:] for t in (last, turn))
    opens = says[0] if says else ""
    replies = opens in known.reply_words
    taken = (set(says[:TAKEN]) & set(said[-TAKEN:])) - known.function_words
    next_line = gap <= 3
    return [
        float(next_line),
        float(3 < gap <= SHORT),
        float(SHORT < gap <= LONG),
        float(gap > LONG),
        float(lead),
        float(last.kind != NOBODY),
        float(gap <= SHORT and last.kind != NOBODY),
        float(text[last.outer[1] : turn.outer[0]].count(" ") > ASIDE),
        float(closed == "?"),
        float(closed == "?" and next_line),
        float(closes == "?"),
        float(closed == closes == "?"),
        float(replies),
        float(replies and not next_line),
        float(bool(taken)),
        float(len(says) <= BRIEF),
        float(len(said) <= BRIEF),
        float(closed in {"—", "–", "-"}),
        float(closed == ","),
        float(opens in known.conjunctions),
        float(turn.kind != NOBODY and last.kind != NOBODY),
    ]
