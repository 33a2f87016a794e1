"""The list of stories with its search and filters, and what changed in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from variorum import exports
from variorum.errors import InputError
from variorum.model.changes import Fellow
from variorum.model.days import EXAMPLE, is_day
from variorum.model.library import Find, StoryChange, StoryLine, Wanted
from variorum.model.spans import Spans
from variorum.web.cursors import after_story, cut, place_of, story_place
from variorum.web.desk import desk_of
from variorum.web.showing import address, ready, shown

if TYPE_CHECKING:
    from variorum.stores._reader import Reader

AT_ONCE = 30
# So many passages are looked for, and so many shown of one story.
_FINDS = 60
_FINDS_SHOWN = 2
AFTER = "after"
"""What stands in the address of a page before the cursor after which its list goes on."""
CHANGES_AT_ONCE = 20
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Listed:
    """One story of the list: its outlets, why it is one, and what a search found in it."""

    line: StoryLine
    outlets: tuple[str, ...]
    reasons: tuple[str, ...]
    finds: tuple[Find, ...]


def stories(request: Request) -> Response:
    """Show the stories, those that went on last first."""
    asked = {name: request.query_params.get(name, "").strip()[:_LONGEST] for name in _ASKED}
    after = request.query_params.get(AFTER)
    told, rest = "", None
    found: tuple[Listed, ...] = ()
    try:
        found, rest = _found(request, asked, after_story(after))
    except InputError as error:
        told = str(error)
    return shown(
        request,
        "stories.html",
        status=400 if told else 200,
        title="Stories",
        asked=asked,
        told=told,
        stories=found,
        further=bool(after),
        more=address(**asked, after=rest) if rest else "",
        first=address(**asked) if after else "",
        pieces=pieces,
    )


_ASKED = ("q", "since", "until", "outlet", "place", "speaker")


def _found(
    request: Request, asked: dict[str, str], after: tuple[str | None, str] | None
) -> tuple[tuple[Listed, ...], str | None]:
    """Return the stories of a page, and the cursor that leads to the next, None from the last.

    Passages that a search found are shown where whole texts are: no record points at them.

    Raises:
        InputError: what was asked cannot be.
    """
    wanted = Wanted(
        words=asked["q"] or None,
        since=day(asked["since"]),
        until=day(asked["until"]),
        outlet=asked["outlet"] or None,
        place=asked["place"] or None,
        speaker=asked["speaker"] or None,
        most=AT_ONCE + 1,
        after=after,
    )
    desk = desk_of(request)
    with desk.store.reading() as view:
        lines, rest = cut(view.stories(wanted), AT_ONCE, story_place)
        outlets = view.outlets([line.story for line in lines])
        shows = asked["q"] and desk.settings.shown == "full"
        finds = _by_story(view.search(asked["q"], most=_FINDS)) if shows else {}
        found = tuple(
            Listed(
                line,
                outlets[line.story],
                view.reasons(line.story),
                tuple(finds.get(line.story, ())[:_FINDS_SHOWN]),
            )
            for line in lines
        )
    return found, rest


def _by_story(finds: Iterable[Find]) -> dict[str, list[Find]]:
    found: dict[str, list[Find]] = defaultdict(list)
    for find in finds:
        for story in find.stories:
            found[story].append(find)
    return found


def pieces(find: Find) -> list[tuple[str, bool]]:
    """Return the words of a find in pieces, each with whether it is what was looked for."""
    at, start = 0, find.span[0]
    parts: list[tuple[str, bool]] = []
    matches: Spans = find.matches
    for begin, end in matches:
        parts.append((find.words[at : begin - start], False))
        parts.append((find.words[begin - start : end - start], True))
        at = end - start
    return [*parts, (find.words[at:], False)]


@dataclass(frozen=True, slots=True)
class Changed:
    """What one run changed in a story: line by line as mark-up, and which witnesses it rewrote.

    ``marked`` is "" where the lines were not kept; the page that was printed is shown then.
    """

    change: StoryChange
    marked: Markup
    rewrote: tuple[Fellow, ...]


def _changed(request: Request, view: Reader, change: StoryChange) -> Changed:
    """Return a change with the words of its lines, and what may be shown whole."""
    lines = view.lines_of(change)
    marked = exports.changed_markup(lines, 3) if lines else ""
    full = desk_of(request).settings.shown == "full"
    fellows = change.changes.witnesses if full else ()
    return Changed(change, ready(marked), tuple(f for f in fellows if f.fate == "changed"))


def changes(request: Request) -> Response:
    """Show what each run changed in the stories, the latest first."""
    yesterday = (datetime.now(UTC).date() - timedelta(days=1)).isoformat()
    since = request.query_params.get("since", "").strip()[:_LONGEST]
    after, told, rest = request.query_params.get(AFTER), "", None
    found: list[Changed] = []
    try:
        chosen, last = day(since) or yesterday, place_of(after, int)
        with desk_of(request).store.reading() as view:
            rows = view.changes(chosen, CHANGES_AT_ONCE + 1, last)
            kept, rest = cut(rows, CHANGES_AT_ONCE, lambda change: change.number)
            found = [_changed(request, view, change) for change in kept]
    except InputError as error:
        told = str(error)
    return shown(
        request,
        "changes.html",
        status=400 if told else 200,
        title="Changes",
        told=told,
        since=since or yesterday,
        changes=found,
        words=desk_of(request).settings.shown != "none",
        more=address("changes", since=since, after=rest) if rest else "",
        first=address("changes", since=since) if after else "",
    )


def day(words: str) -> str | None:
    """Return a day as ISO 8601 writes it, None where none is given.

    Raises:
        InputError: it is none.
    """
    if not words:
        return None
    if not is_day(words):
        raise InputError(f"{words!r} is no day; write {EXAMPLE}")
    return words


def number(words: str | None, most: int) -> int:
    """Return a number that stands in an address, 0 where none does."""
    digits = words or ""
    return (
        min(int(digits), most) if digits.isascii() and digits.isdigit() and len(digits) < 9 else 0
    )
