"""Whether the names beside two prints of few words in common are of two speakers."""

from __future__ import annotations

from variorum.align.gathering.denials import are_at_odds
from variorum.align.gathering.profiles import Profile
from variorum.align.gathering.speakers import (
    Match,
    are_apart,
    is_of_another,
    is_somebody_beside,
)
from variorum.align.tracing.credits import is_outlet
from variorum.languages import Language
from variorum.model.annotation import Speaker


def _vouched(one: Profile, other: Profile) -> bool:
    """Tell whether both prints say who speaks.

    Beside words that are given as the speaker's, some in marks; or of persons by name.
    """
    sides = one.of.quotation, other.of.quotation
    speakers = [side.speaker for side in sides if side.speaker]
    if len(speakers) < len(sides) or any(s.how in ("pronoun", "carried") for s in speakers):
        return False
    if all(side.form == "direct" or side.marks for side in sides):
        return True
    return any(speaker.kind == "person" for speaker in speakers)


def _is_two(one: Profile, other: Profile) -> bool:
    """Tell whether a person is named of one print and a body of the other."""
    speakers = one.of.quotation.speaker, other.of.quotation.speaker
    return are_apart(*speakers, one.of.language or other.of.language)


def _is_marked(one: Profile, other: Profile) -> bool:
    """Tell whether words that a print has in marks stand in another."""
    return bool(one.of.quotation.marks and one.runs & other.runs)


def _is_news(one: Profile, other: Profile) -> bool:
    """Tell whether one print is told by an outlet (``the Esk Post reported``), no source of it.

    Words in marks that both have are of one, whoever is named beside them.
    """
    if _is_marked(one, other):
        return False
    return any(
        side.of.language is not None and _is_outlet(side.of.quotation.speaker, side.of.language)
        for side in (one, other)
    )


def _is_outlet(speaker: Speaker | None, language: Language) -> bool:
    if speaker is None or speaker.kind == "person" or speaker.how == "role":
        return False
    words = speaker.name.split()
    bare = words[1:] if words[0].casefold() in language.determiners else words
    return is_outlet(" ".join(bare), language)


def _are_unlike_figures(one: Profile, other: Profile) -> bool:
    """Tell whether two prints have other figures or dates, one of somebody unnamed.

    The other is of a name: ``an engineer`` beside ``Poe``, or ``police`` where Poe is none of them.
    """
    first, second = one.of.quotation.speaker, other.of.quotation.speaker
    if first is None or second is None or _is_marked(one, other):
        return False
    if not (one.values - other.values and other.values - one.values):
        return False
    language = one.of.language or other.of.language
    if any(is_somebody_beside(*pair, language) for pair in ((first, second), (second, first))):
        return True
    article = other.of.found if first.how == "role" else one.of.found
    return (first.how == "role") != (second.how == "role") and is_of_another(first, second, article)


def _is_somebody_else(one: Profile, other: Profile) -> bool:
    """Tell whether a print of somebody unnamed is none of the person named in the other.

    Its witness names that person too (``an engineer said … Mr Poe said``), or one denies what the
    other says; but words in marks that both have are of one.
    """
    if _is_marked(one, other):
        return False
    speakers = one.of.quotation.speaker, other.of.quotation.speaker
    if not is_somebody_beside(*speakers, one.of.language or other.of.language):
        return False
    name = speakers[1].name if speakers[1] else ""
    return name.split()[-1].casefold() in one.named or one.denies != other.denies


def are_of_two(one: Profile, other: Profile, speakers: Match, *, whole: bool) -> bool:
    """Tell whether the names beside two prints of few words in common are of two speakers.

    Args:
        one: a print.
        other: another one.
        speakers: how their speakers stand to each other.
        whole: whether one print stands in the other word for word.
    """
    if speakers == "same":
        return False
    if speakers == "other" and _vouched(one, other):
        return True
    marked = one.of.quotation.marks and other.of.quotation.marks
    if speakers == "unlike" and not marked:
        return True
    alike = whole or one.runs & other.runs
    if speakers in ("unlike", "vague") and not alike:
        return True
    if _is_news(one, other) or _are_unlike_figures(one, other):
        return True
    if _is_somebody_else(one, other) or _is_somebody_else(other, one):
        return True
    return are_at_odds(one, other) or (not alike and _is_two(one, other))
