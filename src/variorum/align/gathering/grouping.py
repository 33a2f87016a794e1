"""Which prints belong together: pairs that score enough, joined from the best pair down.

A pair's score depends on the quotations of its two witnesses only: no other witness changes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.align.gathering.answers import answer_links
from variorum.align.gathering.comparing import ENOUGH, ENOUGH_BESIDE, Pair, compare, profiles
from variorum.align.gathering.elsewhere import Page
from variorum.align.gathering.occasions import exclude_days
from variorum.align.gathering.rivals import beaten
from variorum.align.gathering.similarity import Affinity
from variorum.align.gathering.speakers import match_speakers
from variorum.align.gathering.two_acts import are_two_acts
from variorum.align.prints import Print
from variorum.align.ruled import ruled_groups
from variorum.model.annotation import Speaker
from variorum.model.rulings import NO_RULINGS, Decisions

# Two quotations of one witness are rarely one act of speech, and stand among the same words.
ENOUGH_AGAIN = 0.7
# What a witness quotes and tells in its own words too is so near a print of another one, twice.
ENOUGH_RETOLD = 0.7
# A fragment is a print of an utterance from this many words on.
LEAST_FRAGMENT = 3
# Parts of one answer stand apart in the print that joins them: at most this share in common.
APART = 0.5
# and so much of the content of each stands there.
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Exchange:
    """The prints of one story by quotation id, their links, and the questions asked.

    ``pages`` holds the words of each witness by its id, ``weak`` the links that need a neighbour.
    """

    prints: Mapping[str, Print]
    links: Mapping[Pair, Affinity]
    questions: Mapping[str, Print]
    days: Mapping[str, str | None]
    pages: Mapping[str, Page]
    weak: Mapping[Pair, Affinity]
    decisions: Decisions = NO_RULINGS

    def question(self, group: Sequence[str]) -> str | None:
        """Return the id of the question that a print of the group answers."""
        asked = (self.prints[key].quotation.answers for key in group)
        return min((key for key in asked if key and key in self.questions), default=None)

    def link(self, one: str, other: str) -> Affinity | None:
        """Return how two prints are linked, None where they are not."""
        pair = (min(one, other), max(one, other))
        return self.links.get(pair) or self.weak.get(pair)

    def shared(self, of: str, with_: str) -> range:
        """Return the stretch of print ``of`` that it shares with another one."""
        found = self.link(of, with_)
        assert found is not None  # noqa: S101 - asked of linked prints only
        return found.left if of < with_ else found.right


def find_links(prints: Mapping[str, Print], days: Mapping[str, str | None]) -> dict[Pair, Affinity]:
    """Return the pairs of prints that score enough to be asked about, the weak ones too.

    A pair's score depends on the quotations of its two witnesses only.
    """
    compared = compare(profiles(prints), days)
    second = beaten(compared, prints)
    scored = (
        (pair, found.beaten() if pair in second else found) for pair, found in compared.items()
    )
    enough = {
        pair: found
        for pair, found in scored
        if found.score >= ENOUGH_BESIDE and _allowed(prints[pair[0]], prints[pair[1]], found)
    }
    answers = answer_links(prints, days)
    return enough | {
        pair: found
        for pair, found in answers.items()
        if pair not in enough or enough[pair].score < found.score
    }


def is_enough(pair: Pair, found: Affinity, prints: Mapping[str, Print]) -> bool:
    """Tell whether a link joins two prints by itself."""
    again = prints[pair[0]].witness == prints[pair[1]].witness
    return found.score >= (ENOUGH_AGAIN if again else ENOUGH)


def _allowed(one: Print, other: Print, found: Affinity) -> bool:
    """Tell whether a fragment, or what one witness quotes twice, is there word for word.

    A witness that reports in its own words, or in a headline, what it quotes, prints it twice.
    Words that one witness gives to two sources are two acts of speech to it.
    """
    fragment = "fragment" in (one.quotation.use, other.quotation.use)
    again = one.witness == other.witness
    if not fragment and not again:
        return True
    if fragment and min(len(one.words), len(other.words)) < LEAST_FRAGMENT:
        return False
    speakers = one.quotation.speaker, other.quotation.speaker
    matched = match_speakers(*speakers, one.language or other.language)
    if again and ((matched == "open" and None not in speakers) or are_two_acts(one, other)):
        return False
    return found.whole or not (fragment or (_quoted(one) and _quoted(other)))


def grouped(story: Exchange) -> list[tuple[str, ...]]:
    """Join linked prints from the best pair down; two groups that exclude each other stay apart.

    Prints that a person ruled together are one group from the start. Then a print left alone
    joins the answer that its neighbour is a part of.
    """
    of = {key: group for group in ruled_groups(story.prints, story.decisions) for key in group}
    places = _places(story)
    for links in (story.links, story.weak):
        for one, other in sorted(links, key=lambda pair: (-links[pair].score, pair)):
            left, right = of[one], of[other]
            if left == right or not _compatible(left, right, story):
                continue
            if links is story.weak and not _beside((one, other), of, story, places):
                continue
            joined = tuple(sorted(left + right))
            for key in joined:
                of[key] = joined
    return sorted(set(of.values()))


def _places(story: Exchange) -> dict[str, int]:
    """Return the number of each print among those of its witness, in the order of the text."""
    order = sorted(story.prints, key=lambda key: (story.prints[key].quotation.spans, key))
    counts: Counter[str] = Counter()
    places = {}
    for key in order:
        places[key] = counts[story.prints[key].witness]
        counts[story.prints[key].witness] += 1
    return places


def _beside(
    pair: Pair, of: Mapping[str, tuple[str, ...]], story: Exchange, places: Mapping[str, int]
) -> bool:
    """Tell whether one print of a pair is alone, and its neighbour a part of what the other joins.

    The words around the two in that answer then speak for them, where their own are too few.
    """
    for lone, whole in (pair, pair[::-1]):
        one, other = story.prints[lone], story.prints[whole]
        if len(of[lone]) > 1 or one.witness == other.witness:
            continue
        speakers = one.quotation.speaker, other.quotation.speaker
        if match_speakers(*speakers, one.language or other.language) != "same":
            continue
        if any(
            story.prints[key].witness == one.witness
            and abs(places[key] - places[lone]) == 1
            and _parts(lone, key, (whole,), story)
            for key in of[whole]
        ):
            return True
    return False


def _compatible(left: tuple[str, ...], right: tuple[str, ...], story: Exchange) -> bool:
    """Tell whether no print of one group excludes a print of another."""
    if not story.decisions.joins(left, right) or _clash(left, right, story):
        return False
    days = [{story.days[key] for key in side} for side in (left, right)]
    if any(exclude_days(a, b) for a in days[0] for b in days[1]):
        return False
    return all(
        (min(one, other), max(one, other)) in story.links
        or _parts(one, other, left + right, story)
        or _retold(one, other, left + right, story)
        for one in left
        for other in right
        if story.prints[one].witness == story.prints[other].witness
    )


def _clash(left: tuple[str, ...], right: tuple[str, ...], story: Exchange) -> bool:
    """Tell whether two groups name other speakers, in prints that are not linked for all that."""
    languages = (story.prints[key].language for key in left + right)
    language = next((known for known in languages if known), None)
    speakers = [_speakers(side, story) for side in (left, right)]
    return any(
        match_speakers(a, b, language) in ("other", "unlike")
        and any(
            (min(one, other), max(one, other)) not in story.links
            for one in speakers[0][a]
            for other in speakers[1][b]
        )
        for a in speakers[0]
        for b in speakers[1]
    )


def _speakers(group: tuple[str, ...], story: Exchange) -> dict[Speaker | None, list[str]]:
    """Return the prints of a group by the speakers it names, each name once."""
    known: dict[tuple[str, str] | None, Speaker | None] = {}
    found: dict[Speaker | None, list[str]] = {}
    for key in group:
        speaker = story.prints[key].quotation.speaker
        name = (speaker.name, speaker.kind) if speaker else None
        found.setdefault(known.setdefault(name, speaker), []).append(key)
    return found


def _parts(one: str, other: str, group: tuple[str, ...], story: Exchange) -> bool:
    """Tell whether two prints of one witness are parts of an answer that another prints joined.

    Each of them stands in that print, and the two at different places.
    """
    for whole in group:
        if story.link(one, whole) is None or story.link(other, whole) is None:
            continue
        first, second = story.shared(whole, one), story.shared(whole, other)
        common = min(first.stop, second.stop) - max(first.start, second.start)
        inside = all(_is_inside(part, whole, story) for part in (one, other))
        if inside and common <= APART * min(len(first), len(second)):
            return True
    return False


def _retold(one: str, other: str, group: tuple[str, ...], story: Exchange) -> bool:
    """Tell whether a witness quotes a print of another one and tells it in its own words too.

    A heading tells of what stands below it, and needs no more than any two prints.
    """
    if _quoted(story.prints[one]) and _quoted(story.prints[other]):
        return False
    least = [ENOUGH if story.prints[key].in_headline else ENOUGH_RETOLD for key in (one, other)]
    pairs = ([(min(key, third), max(key, third)) for key in (one, other)] for third in group)
    met = any(
        all(
            pair in story.links and story.links[pair].score >= needed
            for pair, needed in zip(both, least, strict=True)
        )
        for both in pairs
    )
    return met and not are_two_acts(story.prints[one], story.prints[other])


def _quoted(one: Print) -> bool:
    """Tell a print whose words are all given as the speaker's from a report or a headline."""
    return one.quotation.form == "direct" and not one.in_headline


def _is_inside(part: str, whole: str, story: Exchange) -> bool:
    """Tell whether a print is a part of another: most of it is, or beyond doubt some of it."""
    found = story.link(part, whole)
    beyond = found is not None and found.score >= ENOUGH_RETOLD
    return beyond or _mostly(part, whole, story)


def _mostly(part: str, whole: str, story: Exchange) -> bool:
    """Tell whether most content of a print stands in another, be the rest in other words."""
    words = story.prints[part].words
    shared = sum(words[at].content for at in story.shared(part, whole))
    return shared >= MOSTLY * sum(word.content for word in words)
