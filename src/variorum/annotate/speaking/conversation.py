"""Who speaks in each draft, carried on from one to the next, and what answers a question."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from variorum.annotate.acted import is_act
from variorum.annotate.attributing.drafts import BREAK, Draft
from variorum.annotate.speaking.antecedents import is_outdone, is_torn
from variorum.annotate.speaking.blocks import with_blocks
from variorum.annotate.speaking.cast import Cast
from variorum.annotate.speaking.choosing import Choose, decided, likeliest, taken, talk_of
from variorum.annotate.speaking.dialogue import Settle, settled
from variorum.annotate.speaking.narrated import turns_away
from variorum.annotate.speaking.people import People
from variorum.annotate.speaking.speakers import asked_of, speaker_of
from variorum.model.annotation import Speaker
from variorum.model.words import words_in

# How many paragraphs back a pronoun may point.
REACH = 2


@dataclass(frozen=True, slots=True)
class Said:
    """A draft with its speaker, and the place of the question it answers."""

    draft: Draft
    speaker: Speaker | None
    answers: int | None = None


@dataclass(slots=True)
class _Scene:
    """Who spoke last and where, and who has been asked what.

    ``acted`` says that what spoke last is told of as an act (``Poe fired Roe``).
    """

    speaker: Speaker | None = None
    acted: bool = False
    block: int = -9
    end: int = 0
    question: int | None = None
    asked: Speaker | None = None
    asker: Speaker | None = None
    sentence: int = -1
    form: str = ""

    def recent(self, draft: Draft, cast: Cast) -> Speaker | None:
        """Return who spoke last, where that was near enough to be meant.

        Who only did something is not meant by a pronoun that another one fits better.
        """
        if not self.spoke(draft) or (self.acted and is_outdone(draft, cast)):
            return None
        return self.speaker

    def spoke(self, draft: Draft) -> bool:
        """Tell whether somebody, known or not, spoke near enough."""
        return draft.block - self.block <= REACH


def converse(
    drafts: Iterable[Draft], cast: Cast, choose: Choose = likeliest, settle: Settle = settled
) -> list[Said]:
    """Return the drafts, and block quotations, with their speakers, None for whom nobody names.

    Args:
        drafts: in the order of the text.
        cast: of the article.
        choose: who speaks where no name stands beside the words.
        settle: decides the turns of a dialogue together, before all others.
    """
    scene = _Scene()
    said: list[Said] = []
    whole = with_blocks(list(drafts), cast)
    talk, places = talk_of(whole, cast)
    together = settle(talk)
    for turn, number in together.items():
        talk.turns[turn].number = number
    for place, draft in enumerate(whole):
        speaker = guess = _speaker(draft, scene, cast)
        if place in places:
            at = places[place]
            if at in together:
                speaker = taken(talk, at, speaker)
            elif not is_torn(draft, cast, scene.recent(draft, cast)):
                speaker = decided(talk, at, speaker, choose)
        if _is_left(scene, draft, speaker, talk.people):
            speaker = None
            if place in places:
                talk.turns[places[place]].number = None
        if guess is not None and speaker is not None and guess.name == speaker.name:
            _learn(draft, speaker, talk.people)
        said.append(Said(draft, speaker, _answered(draft, speaker, scene)))
        if not draft.heading:
            _move_on(scene, draft, place, speaker=speaker, cast=cast)
    return said


def _learn(draft: Draft, speaker: Speaker, people: People) -> None:
    """Let a pronoun tell whether the one it stands for is a man or a woman, where no name does."""
    cast = people.cast
    if speaker.how != "pronoun" or draft.head is None:
        return
    gender = cast.language.pronouns.get(cast.article.text[slice(*draft.head)].casefold(), "")
    if gender not in {"m", "f"} or cast.gender(speaker.name):
        return
    cast.learned[speaker.name] = gender
    number = people.number(speaker.name)
    if number is not None:
        people.people[number].gender = gender


def _speaker(draft: Draft, scene: _Scene, cast: Cast) -> Speaker | None:
    if draft.heading:
        return _in_office(speaker_of(draft, cast, None), cast)
    if draft.source is not None:
        last = scene.asked or scene.recent(draft, cast)
        speaker = speaker_of(draft, cast, last)
        unknown = draft.goes_on and last is None and scene.spoke(draft)
        return None if unknown and speaker and speaker.how == "pronoun" else speaker
    if draft.use != "speech" or not (draft.alone or draft.joins or _fills(draft, cast)):
        return None
    carried = scene.asked or scene.speaker
    if carried is None or draft.block - scene.block > 1 or _another(scene, draft, cast):
        return None
    return replace(carried, span=None, how="carried")


def _in_office(speaker: Speaker | None, cast: Cast) -> Speaker | None:
    """Return whom a heading means by a role, where the article names one alone who has it."""
    if speaker is None or speaker.how != "role" or speaker.kind != "person":
        return speaker
    role = speaker.name.lower().split()[-1]
    holders = {name for known, name in cast.roles.items() if known.split()[-1] == role}
    return replace(speaker, name=holders.pop()) if len(holders) == 1 else speaker


def _is_left(scene: _Scene, draft: Draft, speaker: Speaker | None, people: People) -> bool:
    """Tell whether the narrator has turned away from one to whom words are carried.

    Over a paragraph break only words that are reported in the narrator's own end there.
    """
    if speaker is None or speaker.how != "carried":
        return False
    near = draft.block == scene.block or scene.form == "indirect"
    return near and turns_away((scene.end, draft.spans[0][0]), speaker, people)


def _fills(draft: Draft, cast: Cast) -> bool:
    """Tell whether a speech over several paragraphs has nothing before it in its first."""
    if len(draft.spans) == 1 or draft.cue:
        return False
    start = cast.article.body()[draft.block].span[0]
    return next(words_in(cast.article.text, (start, draft.spans[0][0])), None) is None


def _another(scene: _Scene, draft: Draft, cast: Cast) -> bool:
    """Tell whether the narrator names someone else between the last words said and these."""
    if scene.asked is not None:
        return False
    between = (scene.end, draft.spans[0][0])
    name = scene.speaker.name if scene.speaker else None
    return any(cast.is_person(m) and cast.name(m) != name for m in cast.within(between))


def _answered(draft: Draft, speaker: Speaker | None, scene: _Scene) -> int | None:
    """Return the question whose answer ``draft`` is: the next words of the one who was asked.

    Where nobody says who was asked, or only in what part, it is who speaks next and replies, in the
    same sentence or in that behind the question, and is not who asked.
    """
    if scene.question is None or draft.use != "speech" or speaker is None:
        return None
    asked = scene.asked
    if asked is not None and asked.name == speaker.name:
        return scene.question
    if asked is not None and asked.how != "role":
        return None
    near = draft.sentence[0] == scene.sentence or draft.replies
    if (asked is None and near) or _turns_to(draft, speaker, scene):
        return scene.question
    return None


def _turns_to(draft: Draft, speaker: Speaker, scene: _Scene) -> bool:
    """Tell whether somebody other than the asker is quoted in the sentence behind a question."""
    asker = scene.asker
    if asker is None or asker.name == speaker.name:
        return False
    return draft.block - scene.block <= 1 and draft.sentence[0] - scene.end <= BREAK


def _move_on(
    scene: _Scene, draft: Draft, place: int, *, speaker: Speaker | None, cast: Cast
) -> None:
    """Let ``scene`` be as it is after ``draft``."""
    if draft.use == "question":
        scene.asked = asked_of(draft.asked, cast, scene.recent(draft, cast))
        scene.asker = speaker
        scene.question, scene.sentence = place, draft.sentence[0]
        if scene.asked or draft.source or draft.asked or not scene.spoke(draft):
            scene.speaker = scene.asked or speaker
        scene.block = draft.block
    elif draft.use == "speech":
        scene.question = scene.asked = None
        scene.speaker, scene.block = speaker, draft.block
    else:
        return
    scene.end, scene.form = draft.sentence[1], draft.form
    scene.acted = is_act(cast.article.text, draft, cast.language)
