"""Names over all stories that may be one person's: they are proposed, and merged by rulings only.

A proposal stands until somebody rules. That two names are one person's relabels what is quoted of
the other name, a ruling in each of its stories, which composes them anew; that they are two
persons' is one ruling over a quotation of each. What a later story quotes of a name is proposed
again: no ruling is about words that nobody had seen.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from variorum import languages
from variorum.align.gathering.speakers import match_speakers
from variorum.drawers import keys
from variorum.errors import InputError
from variorum.ingest.ruling import decide, decide_across
from variorum.model.annotation import Speaker
from variorum.model.library import StoryLine, Wanted
from variorum.model.record import Record
from variorum.review.deciding import Decision
from variorum.review.ruling_files import MOST_TARGETS
from variorum.stores import Store
from variorum.stores._names import folded
from variorum.web.cursors import story_place

if TYPE_CHECKING:
    from variorum.languages import Language
    from variorum.model.rulings import Ruling
    from variorum.stores._reader import Reader

# So many names are proposed for one, each with so many stories that quote it.
MOST = 12
_EVIDENCE = 3
# So many stories are read at a time.
_AT_ONCE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A name that may be the same person's: how many articles quote it, and some stories."""

    name: str
    articles: int
    stories: tuple[StoryLine, ...]


def proposals(view: Reader, name: str) -> tuple[Proposal, ...]:
    """Return the other names that may be the same person's, as long as nobody has ruled on them."""
    near = [other for other in _near(view, name) if may_be_one(name, other)]
    if not near:
        return ()
    rulings = _in_force(view)
    apart = _ruled_apart(view, name, rulings)
    given = {w for r in rulings if r.to and folded(r.to) == folded(name) for w in r.witnesses}
    found = (_proposal(view, other, given) for other in near if folded(other) not in apart)
    return tuple(one for one in found if one.articles)[:MOST]


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names can be one person's, as prints of one story are compared.

    Titles and forms of address aside, one name holds the other, or they differ in spelling.

    >>> may_be_one("Ute Bern", "Engineer Bern"), may_be_one("Ada Quill", "Bo Quill")
    (True, False)
    >>> may_be_one("Harbour master Quill", "Ada Quill"), may_be_one("Ada Quill", "ada quill")
    (True, False)
    """
    if folded(name) == folded(other):
        return False
    return any(
        match_speakers(_person(name, language), _person(other, language), language) == "same"
        for language in _languages()
    )


def rule_same(store: Store, name: str, other: str, decision: Decision) -> int:
    """Rule, in each story that quotes another name, that it is this one's; return in how many.

    Raises:
        InputError: no such ruling can be made.
    """
    with store.reading() as view:
        quoting = [(line.story, _quoted(record, other)) for line, record in _stories(view, other)]
    made = [(story, ids) for story, ids in quoting if ids]
    for story, ids in made:
        for at in range(0, len(ids), MOST_TARGETS):
            decide(store, story, decision, ids[at : at + MOST_TARGETS])
    return len(made)


def rule_apart(store: Store, name: str, other: str, decision: Decision) -> None:
    """Rule that two names are two persons': on a quotation of each, in whatever stories.

    Raises:
        InputError: one of them is quoted nowhere, or no such ruling can be made.
    """
    with store.reading() as view:
        (story, one), (elsewhere, another) = _first(view, name), _first(view, other)
    decide_across(store, (story, elsewhere), decision, (one, another))


def _near(view: Reader, name: str) -> list[str]:
    """Return other names that begin or end with a word that this one begins or ends with."""
    words: set[str] = set()
    for language in _languages():
        parts = folded(_person(name, language).name).split()
        words.update({*parts[:1], *parts[-1:]} - language.honorifics.keys() - language.role_nouns)
    found = (other for word in sorted(words) for other in view.named_like("speaker", word))
    return list(dict.fromkeys(found))


def _languages() -> Iterator[Language]:
    """Yield the languages that are known: a name in the library is of none."""
    yield from filter(None, map(languages.find, keys(languages)))


def _person(name: str, language: Language) -> Speaker:
    """Return a name as a person's, without what stands before a word in small letters."""
    words = (name.title() if name.islower() else name).split()
    small = [at for at, w in enumerate(words) if w[0].islower() and w not in language.particles]
    kept = words[small[-1] + 1 :] if small and small[-1] + 1 < len(words) else words
    return Speaker(name=" ".join(kept), kind="person", span=None, how="named")


def _proposal(view: Reader, name: str, given: Collection[str]) -> Proposal:
    """Return a name with the articles in which it is quoted and is not yet ruled another's."""
    articles = view.articles_of("speaker", name)
    asked = articles.intersection(given)
    records = [view.record(line.story) for line in view.stories_with(asked)] if asked else []
    still = {
        q.witness
        for record in records
        if record
        for q in record.quotations
        if q.speaker and q.speaker.name == name
    }
    left = articles - (asked - still)
    stories = view.stories_with(sorted(left)[:_EVIDENCE]) if left else ()
    return Proposal(name=name, articles=len(left), stories=stories)


def _in_force(view: Reader) -> list[Ruling]:
    """Return the rulings on speakers that none has undone."""
    rulings = view.rulings()
    undone = {target for r in rulings if r.verdict == "undo" for target in r.targets}
    return [r for r in rulings if r.subject == "speaker" and r.id not in undone]


def _ruled_apart(view: Reader, name: str, rulings: list[Ruling]) -> set[str]:
    """Return the names, folded, of those whom somebody ruled to be other persons."""
    here = view.articles_of("speaker", name)
    found: set[str] = set()
    for ruling in rulings:
        if ruling.verdict == "split" and not here.isdisjoint(ruling.witnesses):
            names = set(_names_of(view, ruling))
            found |= names if folded(name) in names else set()
    return found - {folded(name)}


def _names_of(view: Reader, ruling: Ruling) -> Iterator[str]:
    """Yield the names, folded, of those who said what a ruling is about."""
    for line in view.stories_with(ruling.witnesses):
        record = view.record(line.story)
        for quotation in record.quotations if record else ():
            if quotation.id in ruling.targets and quotation.speaker:
                yield folded(quotation.speaker.name)


def _stories(view: Reader, name: str) -> Iterator[tuple[StoryLine, Record]]:
    """Yield all composed stories that quote somebody, with their records."""
    after = None
    while lines := view.stories(Wanted(speaker=name, most=_AT_ONCE, after=after)):
        for line in lines:
            if (record := view.record(line.story)) is not None:
                yield line, record
        after = story_place(lines[-1])


def _quoted(record: Record, name: str) -> list[str]:
    """Return the ids of what a name is quoted as saying."""
    wanted = folded(name)
    return [q.id for q in record.quotations if q.speaker and folded(q.speaker.name) == wanted]


def _first(view: Reader, name: str) -> tuple[str, str]:
    for line, record in _stories(view, name) if folded(name).split() else ():
        for id_ in _quoted(record, name):
            return line.story, id_
    raise InputError(f"no story quotes {name!r}")
