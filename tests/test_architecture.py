"""The house rules that a machine can keep."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "variorum"
FILES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py")) + sorted((ROOT / "training").rglob("*.py"))

# From the ground up. A room may import from the floors below it and from itself, no more.
FLOORS = (
    {"errors"},
    {"model"},
    {"codec", "drawers"},
    {"formats", "languages", "gazetteers", "stores", "engines", "exports", "weights"},
    {"capture", "extract", "annotate", "cluster", "align", "compose", "review"},
    {"pipeline", "ingest", "batch"},
    {"web", "notebook"},
    {"cli"},  # one command starts the web
    {"__main__"},
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
BANNED = {"util", "utils", "common", "base", "manager", "managers", "helper", "helpers", "misc"}
HEAVY = {
    "lxml", "trafilatura", "onnxruntime", "numpy", "rich", "selectolax", "msgspec", "click",
    "fastwarc", "brotli", "httpx", "httpcore", "protego", "sqlalchemy", "pyarrow", "daft", "ray",
    "jinja2", "starlette", "uvicorn",
}  # fmt: skip


def room_of(path: Path) -> str:
    """Return the room a file of the package stands in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a file, methods and inner ones included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted names a file imports, from-imports with what they take."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(path: Path) -> str:
    """Return a short name for a test case."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", FILES + TESTS, ids=named)
def test_file_is_short(path: Path) -> None:
    """No file has more than 300 lines, no function more than 40."""
    assert path.read_text("utf-8").count("\n") <= 300
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno >= 40]
    assert not long, f"{long} are longer than 40 lines"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_function_takes_few_positional_parameters(path: Path) -> None:
    """No function takes more than four positional parameters beside self and cls."""
    for function in functions(path):
        names = [a.arg for a in (*function.args.posonlyargs, *function.args.args)]
        assert len([n for n in names if n not in ("self", "cls")]) <= 4, function.name


@pytest.mark.parametrize("path", FILES, ids=named)
def test_module_has_an_honest_name(path: Path) -> None:
    """No module or folder is called util, common, base, manager or the like."""
    parts = {part.removesuffix(".py").strip("_") for part in path.relative_to(PACKAGE).parts}
    assert not parts & BANNED


@pytest.mark.parametrize("path", FILES, ids=named)
def test_imports_point_down(path: Path) -> None:
    """A room imports only from the floors below it, and stages do not know each other."""
    room = room_of(path)
    if room == "__init__":  # what it exports is loaded when it is asked for
        assert {name for name in imports(path) if name.startswith("variorum")} <= {
            "variorum.notebook.load",
            "variorum.notebook.read",
        }
        return
    for name in imports(path):
        if not name.startswith("variorum.") or name == "variorum.__version__":
            continue
        other = name.split(".")[1]
        assert other == room or FLOOR_OF[other] < FLOOR_OF[room], f"{room} imports {name}"


@pytest.mark.parametrize("path", [f for f in FILES if room_of(f) == "model"], ids=named)
def test_model_needs_the_standard_library_only(path: Path) -> None:
    """The nouns import nothing that has to be installed."""
    top = {name.split(".")[0] for name in imports(path)}
    assert top <= set(sys.stdlib_module_names) | {"variorum"}


def test_files_of_a_drawer_do_not_know_each_other() -> None:
    """One format, language, store, engine or export never imports another."""
    for path in FILES:
        room = room_of(path)
        if room not in FLOORS[3] or path.stem.startswith("_"):
            continue
        prefix = f"variorum.{room}."
        taken = {
            n.removeprefix(prefix).split(".")[0] for n in imports(path) if n.startswith(prefix)
        }
        siblings = {p.stem for p in path.parent.glob("*.py") if not p.stem.startswith("_")}
        assert not taken & (siblings - {path.stem}), path.name


def test_import_is_light() -> None:
    """`import variorum` loads no engine, store, weights, web code or heavy library."""
    code = "import sys, variorum; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert not {m for m in loaded if m.startswith("variorum.")}
    assert not {m.split(".")[0] for m in loaded} & HEAVY


def test_few_names_are_exported() -> None:
    """`variorum` exports at most twelve names."""
    import variorum

    names = [n for n, v in vars(variorum).items() if n[0] != "_" and not isinstance(v, ModuleType)]
    assert len(names) <= 12


@pytest.mark.parametrize("path", TESTS, ids=named)
def test_every_test_has_a_sentence(path: Path) -> None:
    """Each test says in one sentence what holds."""
    silent = [
        f.name for f in functions(path) if f.name.startswith("test_") and not ast.get_docstring(f)
    ]
    assert not silent


def parts_of(room: Path) -> dict[str, set[str]]:
    """Return the parts of a room, the folders in it, each with the other parts it imports."""
    parts = {path.name for path in room.iterdir() if (path / "__init__.py").is_file()}
    found: dict[str, set[str]] = {}
    for part in parts:
        names = (n.split(".") for f in (room / part).rglob("*.py") for n in imports(f))
        inside = {n[2] for n in names if n[:2] == ["variorum", room.name] and len(n) > 2}
        found[part] = inside & parts - {part}
    return found


@pytest.mark.parametrize("room", [p for p in PACKAGE.iterdir() if p.is_dir()], ids=named)
def test_parts_of_a_room_stand_on_one_another(room: Path) -> None:
    """The parts of a room import one another one way only."""
    TopologicalSorter(parts_of(room)).prepare()
