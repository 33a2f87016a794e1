"""What is installed, shipped and loaded is what was pinned, hashed and built."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.supply import audit, sbom
from tests.supply.pins import FILES, FOLDER, ROOT, lines, normal, pins
from variorum import weights
from variorum.errors import SetupError

PACKAGE = ROOT / "src" / "variorum"
SOURCES = [p for part in ("src", "training", "tests") for p in sorted((ROOT / part).rglob("*.py"))]
# Modules that run what they read.
ALLOWED = {"tests/docs/test_docs.py": {"exec"}}  # the examples of our own pages
RUNNING = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_requirement_is_pinned_with_hashes(file: Path) -> None:
    """Each line is one version with its sha256; no line names an index, an address or an option."""
    assert pins(file)


@pytest.mark.parametrize(
    "line",
    [
        "click>=8.1 --hash=sha256:" + "0" * 64,
        "click==8.1",
        "--index-url https://packages.example/simple",
        "click==8.1 --hash=sha256:" + "0" * 64 + " --extra-index-url https://packages.example",
        "click @ https://packages.example/click.whl --hash=sha256:" + "0" * 64,
        "click==8.1 --hash=md5:" + "0" * 32,
    ],
)
def test_what_is_no_pin_is_refused(line: str, tmp_path: Path) -> None:
    """A range, a missing hash, an index or an address is not taken for a pin."""
    (tmp_path / "bad.txt").write_text(line + "\n")
    with pytest.raises(ValueError, match="no pin"):
        pins(tmp_path / "bad.txt")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.in")), ids=lambda file: file.name)
def test_what_is_asked_for_is_pinned(file: Path) -> None:
    """Every package that is asked for by name stands among the pins."""
    asked = {normal(line.partition("[")[0]) for line in lines(file.read_text()) if line[0] != "-"}
    pinned = {pin.name for pinned in FILES for pin in pins(pinned)}
    assert asked <= pinned


def test_nothing_is_pinned_twice_at_different_versions() -> None:
    """All files of requirements of one environment agree on the version of a package."""
    versions: dict[str, set[str]] = {}
    for file in FILES:
        for pin in pins(file) if file.stem != "cluster" else ():  # has an environment of its own
            versions.setdefault(pin.name, set()).add(pin.version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def test_bill_lists_every_pin_and_model() -> None:
    """The bill of materials has each pin of a run, each model by its hash, and is repeatable."""
    made = sbom.bill()
    assert json.dumps(made, sort_keys=True) == json.dumps(sbom.bill(), sort_keys=True)
    parts = {part["bom-ref"]: part for part in made["components"]}
    assert len(parts) == len(made["components"])
    assert {f"pkg:pypi/{p.name}@{p.version}" for p in pins(sbom.SHIPPED)} <= set(parts)
    for name, digest in weights.sha256s().items():
        assert parts[f"weights/{name}"]["hashes"] == [{"alg": "SHA-256", "content": digest}]


@pytest.mark.parametrize(("vulns", "code"), [([], 0), ([{"id": "PYSEC-2031-1"}], 1)])
def test_audit_tells_known_faults(
    vulns: list[dict[str, str]], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pin with a known fault is named with it, and the code is then 1."""

    def answer(request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.content)["queries"]
        click = [q["package"]["name"] == "click" for q in asked]
        return httpx.Response(200, json={"results": [{"vulns": vulns} if c else {} for c in click]})

    with httpx.Client(transport=httpx.MockTransport(answer)) as client:
        assert audit.main(client) == code
    assert ("click" in capsys.readouterr().out) == bool(code)


def test_audit_without_a_network_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Where the database cannot be asked nothing is claimed, and nothing fails."""

    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no network", request=request)

    with httpx.Client(transport=httpx.MockTransport(refuse)) as client:
        assert audit.main(client) == 0
    assert capsys.readouterr().out.startswith("not audited: ")


def test_weights_are_checked_when_they_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of weights is listed with its hash, and one that differs is not loaded."""
    folder = PACKAGE / "weights"
    files = {p.name for p in folder.iterdir() if p.suffix in (".onnx", ".json")}
    assert files == set(weights.sha256s())
    for name, digest in weights.sha256s().items():
        assert hashlib.sha256(weights.read(name)).hexdigest() == digest
    other = dict.fromkeys(files, "0" * 64)
    monkeypatch.setattr(weights, "sha256s", lambda: other)
    for name in files:
        with pytest.raises(SetupError, match="are not this version's"):
            weights.read(name)


def test_models_are_loaded_in_one_place() -> None:
    """No module but `weights` opens a model, so none is loaded without its hash being checked."""
    opening = {"InferenceSession", "from_file", "from_pretrained"}
    found = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in opening
    }
    assert found == {"weights/__init__.py"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_read_is_run(path: Path) -> None:
    """No pickle, no `eval`, no `exec`, no array or tensor that may hold one, anywhere."""
    tree = ast.parse(path.read_text("utf-8"))
    assert set(running(tree)) <= ALLOWED.get(str(path.relative_to(ROOT)), set())


@pytest.mark.parametrize(
    "source",
    ["import pickle", "from joblib import load", "eval('1')", "exec('1')",
     "np.load('a', allow_pickle=True)", "torch.load('a')", "pandas.read_pickle('a')"],
)  # fmt: skip
def test_what_runs_data_is_seen(source: str) -> None:
    """Each of the ways in which data could be run is one this finds."""
    assert list(running(ast.parse(source)))


def running(tree: ast.AST) -> Iterator[str]:
    """Yield what in a source could run data: modules, built-ins and options."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.partition(".")[0] in RUNNING)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in RUNNING:
            yield node.module or ""
        elif isinstance(node, ast.Call):
            yield from _running_call(node)


def _running_call(call: ast.Call) -> Iterator[str]:
    named = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
    called = ast.unparse(call.func)
    if called in ("eval", "exec") or called.endswith(("read_pickle", "to_pickle")):
        yield called
    if named.get("allow_pickle") == "True":
        yield "allow_pickle"
    if called == "torch.load" and named.get("weights_only") != "True":
        yield called


BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"


def beginning(source: str, target: str) -> None:
    """Copy no more of a file than is needed here: the weights are large."""
    Path(target).write_bytes(Path(source).read_bytes()[:50_000])


def test_two_builds_give_the_same_wheel(tmp_path: Path) -> None:
    """The wheel is the same byte for byte, wherever, whenever and by whom it is built."""
    digests = set()
    for number, mask in enumerate((0o022, 0o077)):
        tree, out = tmp_path / f"tree{number}", tmp_path / f"out{number}"
        skipped = shutil.ignore_patterns("__pycache__")
        package = tree / "src" / "variorum"
        shutil.copytree(PACKAGE, package, ignore=skipped, copy_function=beginning)
        for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
            shutil.copy(ROOT / name, tree / name)
        for file in tree.rglob("*"):
            os.utime(file, (1_000_000_000 + number * 1_000_000,) * 2)
            file.chmod((0o777 if file.is_dir() else 0o666) & ~mask)
        command = [sys.executable, "-c", BUILD, str(out)]
        run = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=True)
        wheel = out / run.stdout.split()[-1]
        digests.add(hashlib.sha256(wheel.read_bytes()).hexdigest())
    assert len(digests) == 1
