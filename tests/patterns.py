"""Every regular expression of the package: where it is made, how it is used, what attacks it."""

from __future__ import annotations

import ast
import re
import re._constants as kinds  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import variorum

PACKAGE = Path(variorum.__file__).parent
MAKERS = frozenset(
    {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub"}
)
REPETITIONS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
MANY = 16
"""A repetition of at most so many is as good as written out."""


@dataclass(frozen=True, slots=True)
class Site:
    """A call that makes a pattern: its file, its line, its name, and the ways it is used."""

    file: str
    line: int
    name: str
    ways: frozenset[str]

    @property
    def sought(self) -> bool:
        """Tell whether the pattern is sought anywhere in a text, not at one place only."""
        return not self.ways <= {"match", "fullmatch"}


@cache
def sites() -> tuple[Site, ...]:
    """Return each call in the package that makes a pattern."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    used = {path: _uses(tree) for path, tree in trees.items()}
    found = []
    for path, tree in trees.items():
        names = {id(n.value): n.targets[0] for n in ast.walk(tree) if isinstance(n, ast.Assign)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (way := _way(node)):
                name = names.get(id(node))
                ways = {way} if way != "compile" else _ways(name, used, path)
                place = str(path.relative_to(PACKAGE))
                called = name.id if isinstance(name, ast.Name) and way == "compile" else ""
                found.append(Site(place, node.lineno, called, frozenset(ways)))
    return tuple(found)


def _way(call: ast.Call) -> str | None:
    """Return which function of `re` a call calls."""
    called = call.func
    if not isinstance(called, ast.Attribute) or called.attr not in MAKERS:
        return None
    return called.attr if isinstance(called.value, ast.Name) and called.value.id == "re" else None


def _uses(tree: ast.AST) -> set[tuple[str, str]]:
    """Return the names in a file that methods of patterns are called on, with the methods."""
    return {
        (node.value.id if isinstance(node.value, ast.Name) else node.value.attr, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in MAKERS
        and isinstance(node.value, ast.Name | ast.Attribute)
    }


def _ways(name: ast.expr | None, used: dict[Path, set[tuple[str, str]]], path: Path) -> set[str]:
    """Return how a pattern with a name is used; one without a name may be sought."""
    if not isinstance(name, ast.Name):
        return {"search"}
    files = [path] if name.id.startswith("_") else list(used)
    return {way for file in files for held, way in used[file] if held == name.id} or {"search"}


def attacks(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (before, unit, behind) of texts that are long in the middle and fail at the end.

    The units are what the pattern repeats, and the whole of it without its end.
    """
    text = (
        pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    )
    tree = list(parser.parse(text, pattern.flags & ~re.DEBUG))
    whole = _sample(tree, 0)
    units = {
        (before, _sample(body, pick)) for before, body in _repeats(tree, "") for pick in (0, 1, 2)
    }
    for before, unit in sorted(units):
        for behind in ("\x00", "\n", "!", ""):
            yield before, unit, behind
            yield "", unit, behind
        yield before, unit + whole, "\x00"
        yield before, unit + before, "\x00"
    yield from (("", whole[:-end], "\x00") for end in (1, 2))
    yield from (("", char, "\x00") for char in " a\n<\"'.1(A-,")


def _repeats(nodes: list[Any], before: str) -> Iterator[tuple[str, list[Any]]]:
    """Yield each repetition in a parsed pattern: what stands before it, and what it repeats."""
    for kind, value in nodes:
        for inner in _inner(kind, value):
            yield from _repeats(inner, before)
        if kind in REPETITIONS and value[1] >= MANY:
            yield before, list(value[2])
        before += _sample([(kind, value)], 0)


def _inner(kind: Any, value: Any) -> list[list[Any]]:
    """Return the patterns inside one node."""
    if kind is kinds.SUBPATTERN:
        return [list(value[3])]
    if kind is kinds.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind in REPETITIONS:
        return [list(value[2])]
    if kind is kinds.ATOMIC_GROUP:
        return [list(value)]
    if kind in (kinds.ASSERT, kinds.ASSERT_NOT) and value[0] > 0:
        return [list(value[1])]
    return []


def _sample(nodes: list[Any], pick: int) -> str:
    """Return a text that a parsed pattern takes, near enough; ``pick`` says which of several."""
    return "".join(_of_one(kind, value, pick) for kind, value in nodes)


def _of_one(kind: Any, value: Any, pick: int) -> str:
    if kind is kinds.LITERAL:
        return chr(value)
    if kind is kinds.NOT_LITERAL:
        return "a" if value != ord("a") else "b"
    if kind is kinds.ANY:
        return "a"
    if kind is kinds.IN:
        return _of_set(value, pick)
    inner = _inner(kind, value)
    if not inner or kind in (kinds.ASSERT, kinds.ASSERT_NOT):
        return ""
    chosen = _sample(inner[pick % len(inner)], pick)
    repeated = kind in REPETITIONS
    return chosen * min(max(value[0], 1), MANY) if repeated else chosen


_OF_CATEGORY = {
    kinds.CATEGORY_DIGIT: "1", kinds.CATEGORY_NOT_DIGIT: "a", kinds.CATEGORY_SPACE: " ",
    kinds.CATEGORY_NOT_SPACE: "a", kinds.CATEGORY_WORD: "a", kinds.CATEGORY_NOT_WORD: "-",
}  # fmt: skip


def _of_set(members: list[Any], pick: int) -> str:
    """Return a character of a set."""
    if members[0][0] is kinds.NEGATE:
        source = parser.parse("")  # an empty pattern, to be filled with the set
        source.append((kinds.IN, members))
        taken = re._compiler.compile(source)  # type: ignore[attr-defined]
        free = [c for c in "a A1-.,é_\n\t!" if taken.match(c)]
        return free[pick % len(free)] if free else "\x01"
    kind, value = members[pick % len(members)]
    if kind is kinds.RANGE:
        return chr(value[0])
    return _OF_CATEGORY[value] if kind is kinds.CATEGORY else chr(value)
