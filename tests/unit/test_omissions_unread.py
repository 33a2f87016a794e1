"""A witness in a language that has no file was not judged: nothing is told of its silence."""

from __future__ import annotations

import pytest

from tests.stated import stated
from variorum.align import Align
from variorum.align.statements import find_single
from variorum.model.identity import sign
from variorum.model.story import Alignment, Story

FERRY = (
    "Ferry burns off Corran\n"
    "The ferry Astrid burned off Corran on Friday.\n"
    "Fire crews from Tarrow rescued 40 passengers.\n"
    "The harbour master closed the northern quay."
)
AGAIN = FERRY.replace("\nThe harbour", "\nNobody in Tarrow slept that night.\nThe harbour")
SHORT = "Ferry burns off Corran\nThe ferry Astrid burned off Corran on Friday.\nIt rained."
FOREIGN = (
    "Fähre brennt vor Corran\n"
    "Die Fähre Astrid ist am Freitag vor Corran ausgebrannt.\n"
    "Feuerwehrleute aus Tarrow retteten 40 Reisende."
)


def aligned(*sides: tuple[str, str | None]) -> Alignment:
    """Return what is found in articles, each with its text and its language."""
    articles = [
        stated(text, source=f"{at}.txt", language=language)
        for at, (text, language) in enumerate(sides)
    ]
    names = tuple(sorted(a.article.id for a in articles))
    told = sign(
        Story(id="", witnesses=names, reasons=()), {a.article.id: a.article for a in articles}
    )
    return Align()(told, articles)


@pytest.mark.parametrize("language", [None, "de", "xx-Yy"])
def test_nothing_is_told_of_a_witness_that_is_not_read(language: str | None) -> None:
    """It leaves nothing out, alone has nothing, and nobody leaves out what it has."""
    foreign = stated(FOREIGN, source="2.txt", language=language).article.id
    found = aligned((FERRY, "en"), (AGAIN, "en"), (FOREIGN, language))
    assert not [o for o in found.omissions if foreign in (o.witness, o.of.witness)]
    own = {s.id for s in stated(FOREIGN, source="2.txt", language=language).statements}
    assert own.isdisjoint(found.single)
    assert found.single


def test_other_witnesses_are_judged_as_ever() -> None:
    """A witness that is not read takes nothing from what is told of those that are."""

    def told(found: Alignment) -> set[tuple[str, str, str]]:
        return {(o.witness, o.of.witness, o.scope) for o in found.omissions}

    read = told(aligned((FERRY, "en"), (AGAIN, "en"), (SHORT, "en-GB")))
    assert {scope for *_, scope in read} == {"other-topic"}
    more = ((FERRY, "en"), (AGAIN, "en"), (SHORT, "en-GB"), (FOREIGN, None))
    assert told(aligned(*more)) == read


def test_a_witness_alone_in_no_language_has_nothing_single() -> None:
    """What is not read is listed nowhere as what only one has."""
    assert find_single([stated(FOREIGN, language=None)], ()) == ()
    assert len(find_single([stated(FERRY)], ())) == 4
