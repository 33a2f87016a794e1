"""Dialogues: turns without a tag, decided together."""

from unittest.mock import patch

from tests.articles import article
from variorum.annotate import Annotate, quotations
from variorum.annotate.speaking.addressed import addressed
from variorum.annotate.speaking.conversation import converse
from variorum.annotate.speaking.dialogue import Place, decode, dialogue_of, is_dialogue
from variorum.annotate.speaking.talk import NOBODY, Talk

TOLD = (
    "Mary Poe met Bo Roe at the gate.\n“It leaks,” said Mary Poe.\n“It always did, Mary Poe.”\n"
    "“Who knows of it?”\n“Nobody.”\n“Then we wait,” said Mary Poe."
)


def talk_in(body: str) -> Talk:
    """Return the conversation of a body."""
    return dialogue_in(body)[0]


def dialogue_in(body: str) -> tuple[Talk, list[Place]]:
    """Return the conversation of a body, and its dialogue before anything is decided."""
    found: list[tuple[Talk, list[Place]]] = []

    def settle(talk: Talk) -> dict[int, int | None]:
        found.append((talk, dialogue_of(talk)))
        return {}

    def with_settle(drafts, cast):  # type: ignore[no-untyped-def]
        return converse(drafts, cast, lambda *_: None, settle)

    with patch.object(quotations, "converse", with_settle):
        Annotate()(article(f"The wall at Esk\n{body}"))
    return found[0]


def places(count: int) -> list[Place]:
    """Return turns that one of two people speaks, the first of them known."""
    known = Place(0, [0], [], [[0.0] * 3], [])
    free = [Place(at, [0, 1], [[0.0], [0.0]], [[0.0] * 3] * 2, [1.0]) for at in range(1, count)]
    return [known, *free]


def test_turns_without_a_tag_make_a_dialogue() -> None:
    """Speech that nobody is named for, paragraph after paragraph, makes one; a report does not."""
    assert is_dialogue(talk_in(TOLD))
    assert not is_dialogue(talk_in("“It leaks,” said Mary Poe.\n“It is old,” said Bo Roe."))


def test_two_take_turns() -> None:
    """Where going on costs and going back pays, two people speak by turns."""
    found = decode(places(4), [[0.0], *[[0.0, 0.0]] * 3], [[0.0, 0.0], *[[-2.0, 2.0]] * 3])
    assert found == {1: 1, 2: 0, 3: 1}


def test_a_later_name_tells_of_the_turns_before_it() -> None:
    """A turn of a known speaker decides the turn before it too."""
    last = Place(2, [1], [], [[0.0] * 3], [1.0])
    found = decode(
        [*places(2), last], [[0.0], [0.0, 0.1], [0.0]], [[0.0, 0.0], [0.0, 0.0], [-2.0, 0.0]]
    )
    assert found == {1: 0}


def test_nobody_is_named_where_nobody_is_likely() -> None:
    """Among many of one worth nobody is chosen; a dialogue without turns decides nothing."""
    many = Place(0, list(range(5)), [[0.0]] * 5, [[0.0] * 3] * 5, [])
    assert decode([many], [[0.0] * 5], [[0.0, 0.0]]) == {0: None}
    assert decode([], [], []) == {}


def test_who_is_called_is_addressed() -> None:
    """A name set off by a comma calls somebody; one that is part of the sentence does not."""
    talk = talk_in(TOLD.replace("“Nobody.”", "“Bo Roe knows of it.”"))
    called = addressed(talk, range(len(talk.turns)))
    names = [{talk.people.people[n].name for n in one} for one in called]
    assert names[1] == {"Mary Poe"}
    assert names[3] == set()


def test_what_is_sure_is_not_asked_for() -> None:
    """Turns with a name beside them have one speaker, the others a row for each person around."""
    found = dialogue_in(TOLD)[1]
    assert [bool(place.rows) for place in found] == [False, True, True, True, False]
    assert len({len(place.step) for place in found[1:]}) == 1


def test_a_sentence_of_its_own_is_no_tag() -> None:
    """What somebody does behind closed words does not say that they spoke them."""
    talk = talk_in("Mary Poe met Bo Roe.\n“Is it old?” She pointed at the gate.\n“Yes,” he said.")
    assert talk.turns[0].kind == NOBODY


def test_a_pronoun_behind_its_verb_is_the_source() -> None:
    """“Said I” inside a sentence names the one who tells."""
    body = "I met Bo Roe at the gate.\n“Madam,” said I, “for your sake I will go.”"
    found = Annotate()(article(f"The wall at Esk\n{body}")).quotations
    assert [q.speaker.name for q in found if q.speaker] == ["I"]
